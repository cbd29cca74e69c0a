/** Vehicles and equipment, owned and to be bought. */
import type { Quantity } from '../../src/narrative/define.ts'
import { statistics } from './statistics.ts'

function vehicles(name: string, row: string, ...words: string[]): Quantity {
  return {
    name,
    words,
    of: ['vehicles', 'vehicles_planned'],
    units: ['辆', '台'],
    accounts: statistics(row),
  }
}

/** What the unit owns, in places that print a table of it. */
function owned(name: string, column: string, ...words: string[]): Quantity {
  return { name, words, accounts: [{ at: `state-assets/合计|*/${column}`, ifPrinted: true }] }
}

export const assets: readonly Quantity[] = [
  owned('assets', 'total', '资产总额', '资产总计', '资产合计'),
  ...(
    [
      ['current', '流动资产'],
      ['fixed', '固定资产'],
      ['investments', '对外投资及有价证券', '对外投资'],
      ['construction', '在建工程'],
      ['intangible', '无形资产'],
      ['other_assets', '其他资产'],
    ] as const
  ).map(([column, ...words]): Quantity => ({ ...owned(column, column, ...words), of: ['assets'] })),
  {
    name: 'vehicles',
    // What is none of the others is 其他用车.
    madeOf: ['other'],
    words: [
      '车辆',
      '实有车辆',
      '共有车辆',
      '公务用车',
      '共有公务用车',
      '车辆合计',
      '共有公务车辆',
      '现有公务用车',
      '现有车辆',
      '*单位共有车辆',
    ],
    units: ['辆', '台'],
    accounts: statistics('(一)车辆数合计(辆)'),
  },
  {
    name: 'vehicles_planned',
    words: ['购置车辆', '*购置车辆'],
    units: ['辆', '台'],
  },
  vehicles(
    'provincial_leaders',
    '1.副部(省)级及以上领导用车',
    '副部(省)级及以上领导用车',
    '部级领导干部用车',
    '副部(省)级以上领导用车',
    '省部级及以上领导用车',
    '部级及以上领导用车',
    '省部级领导干部用车',
  ),
  vehicles('principals', '2.主要负责人用车', '主要负责人用车', '主要领导干部用车', '主要领导用车'),
  vehicles('confidential', '3.机要通信用车', '机要通信用车', '机要通信车'),
  vehicles('emergency', '4.应急保障用车', '应急保障用车', '应急保障车'),
  vehicles('law_enforcement', '5.执法执勤用车', '执法执勤用车', '一般执法执勤用车', '执法执勤车', '执勤执法用车'),
  vehicles('special', '6.特种专业技术用车', '特种专业技术用车', '特种专业技术车'),
  vehicles('retired_cadres', '7.离退休干部服务用车', '离退休干部服务用车', '离退休干部用车'),
  vehicles('general', '8.一般公务用车', '一般公务用车'),
  vehicles('other', '8.其他用车', '其他用车', '其他车辆', '其他按照规定配备的公务用车', '其他按规定配备的公务用车'),
  ...(
    [
      ['sedans', '轿车', '小轿车'],
      ['off_road', '越野车', '越野汽车'],
      ['vans', '商务车', '旅行车', '面包车'],
      ['coaches', '客车', '小型客车', '中型客车', '大型客车', '大中型客车', '小型载客汽车', '大中型载客汽车'],
    ] as const
  ).map(
    ([name, ...words]): Quantity => ({
      name,
      of: ['vehicles', 'official_vehicles', 'vehicle'],
      words,
      units: ['辆', '台'],
    }),
  ),
  {
    name: 'buildings',
    words: ['房屋', '房屋建筑物', '办公用房', '土地、房屋及构筑物'],
    units: ['平方米'],
    several: true,
  },
  { name: 'original_value', of: ['assets'], words: ['固定资产原值', '固定资产总值', '资产原值'] },
  {
    name: 'value',
    several: true,
    of: ['vehicles', 'buildings', 'fixed', 'assets', 'equipment_over_1_million', 'equipment_general_over_500_thousand'],
    words: ['价值', '账面原值', '账面价值', '原值', '资产原值'],
  },
  {
    name: 'equipment_over_2_million',
    words: ['单位价值200万元*设备', '单价200万元*设备', '单位价值200万元*设备(不含车辆)'],
    units: ['台(套)', '台', '套'],
  },
  {
    name: 'equipment_general_over_500_thousand',
    words: ['单位价值50万元*通用设备', '单价50万元*通用设备', '单台价值50万元*通用设备', '价值50万元*通用设备'],
    units: ['台(套)', '台', '套'],
  },
  {
    name: 'equipment_over_1_million',
    words: [
      '单价100万元(含)以上设备(不含车辆)',
      '单价100万元以上设备',
      '单价100万元(含)以上设备',
      '单位价值100万元以上*设备*',
      '单价100万元(含)以上的设备*',
      '单位价值100万元以上大型设备*',
      '单台价值100万元以上设备',
      '单价100万元以上*设备',
      '单价在100万元以上的设备',
    ],
    units: ['台(套)', '台', '套'],
    accounts: statistics('(二)单价100万元(含)以上设备(不含车辆)'),
  },
  {
    name: 'equipment_over_1_million_planned',
    words: [
      '购置单价100万元*设备*',
      '*购置单价100万元*设备*',
      '购置单位价值100万元*设备*',
      '*购置单位价值100万元*设备*',
    ],
    units: ['台(套)', '台', '套'],
  },
  {
    name: 'equipment_over_1_million',
    of: ['vehicles_planned'],
    words: ['单价100万元*设备*', '单位价值100万元*设备*'],
    units: ['台(套)', '台', '套'],
  },
]
