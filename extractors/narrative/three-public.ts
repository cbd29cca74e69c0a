/** 三公经费, meetings and training, with what is counted beside the money. */
import type { Quantity, Reference } from '../../src/narrative/define.ts'
import { byMoney } from './parts.ts'

function accounts(column: string): Reference[] {
  const budget = `budget_${column}`
  return [
    {
      at: `three-public/三公|合计/actual_${column}`,
      roles: { initial: budget, adjusted: budget, budget },
    },
    { at: `three-public/三公|合计/actual_${column}`, roles: { adjusted: `adjusted_${budget}` } },
  ]
}

function budget(column: string): Reference[] {
  return [{ at: `budget-three-public/三公|合计|*/${column}` }]
}

/** In the chapters on basic expenditure the same words mean a line of the economic classification. */
const HERE = ['three-public', 'agency', 'performance', '']

function only(references: Reference[]): Reference[] {
  return references.map((r) => ({ ...r, in: HERE }))
}

/** The money that pays for it may be named before, and what it is after. */
function paid(...names: string[]): string[] {
  return names.flatMap((name) =>
    [
      '',
      '财政拨款',
      '一般公共预算',
      '一般公共预算财政拨款',
      '一般公共预算拨款安排的',
      '一般公共预算财政拨款安排的',
      '一般公共预算安排的',
      '财政拨款安排的',
      '通过一般公共预算财政拨款安排的',
      '通过财政拨款安排的',
    ].flatMap((money) =>
      [
        '',
        '财政拨款',
        '一般公共预算拨款',
        '一般公共预算财政拨款',
        '费用',
        '费用支出',
        '总支出',
        '财政拨款支出',
        ...['总计', '合计', '总额'].flatMap((all) => [`财政拨款支出${all}`, `支出${all}`]),
        '一般公共预算拨款支出',
        '一般公共预算财政拨款支出',
        '一般公共预算',
      ].map((tail) => `${money}${name}${tail}`),
    ),
  )
}

const quantities: readonly Quantity[] = [
  {
    name: 'three_public',
    words: paid(
      '三公经费',
      '三公经费支出',
      '三公经费总计',
      '三公经费合计',
      '三公经费总额',
      '三公经费支出总额',
      '三公经费支出决算总额',
    ),
    accounts: accounts('total'),
    budget: [{ at: 'budget-three-public/三公|合计|*/three_public|total' }],
  },
  {
    name: 'outbound',
    words: paid(
      '因公出国(境)费',
      '因公出国(境)',
      '因公出国(境)支出',
      '因公出国(境)经费',
      '因公出国费',
      '因公出国',
      '因公出国支出',
      '出国费',
      '出国(境)费',
      '出国(境)经费',
    ),
    accounts: only(accounts('outbound')),
    budget: only(budget('outbound')),
    counts: { 个: 'outbound_groups', 人次: 'outbound_persons', 批次: 'outbound_groups', 人: 'outbound_persons' },
  },
  {
    name: 'outbound_groups',
    words: [
      '出国(境)团组',
      '因公出国(境)团组',
      '因公出国(境)团组数',
      '出国(境)团组数',
      '团组',
      '组团',
      '全年组团',
      '*涉及的出国(境)团组',
    ],
    units: ['个', '批次', '批'],
    counts: { 人次: 'outbound_persons', 人: 'outbound_persons' },
  },
  { name: 'outbound_groups/joined', words: ['参加*出国(境)团组', '参加其他单位组团'], units: ['个', '批次', '批'] },
  { name: 'outbound_groups/own', words: ['*组织的出国(境)团组', '组织*出国(境)团组'], units: ['个', '批次', '批'] },
  {
    name: 'outbound_persons',
    words: ['因公出国(境)累计', '因公出国(境)人次数', '因公出国(境)人次', '累计因公出国(境)'],
    units: ['人次', '人'],
  },
  {
    name: 'vehicle',
    words: paid(
      '公务用车购置及运行维护费',
      '公务用车购置费及运行维护费',
      '公车购置及运行维护费',
      '公务车购置及运行维护费',
      '公车购置及运行费',
      '公车经费',
      '公务用车购置费和运行维护费',
      '公务用车购置费及运行费',
      '公务用车购置及运行费',
      '公务用车购置及运行经费',
      '公务用车购置及运维费',
      '公务用车购置和运行维护费',
      '公务用车购置和运行费',
      '公务用车购置及运行维护',
      '公务用车费',
      '公务用车及运行维护费',
      '公务用车及运行费',
    ),
    accounts: only(accounts('vehicle')),
    budget: only(budget('vehicle')),
  },
  {
    name: 'vehicle_purchase',
    words: paid('公务用车购置费', '公务用车购置经费', '公务用车购置', '公务用车购置支出', '公务车购置费'),
    accounts: only(accounts('vehicle_purchase')),
    budget: only(budget('vehicle_purchase')),
    counts: { 辆: 'vehicles_purchased', 台: 'vehicles_purchased' },
  },
  {
    name: 'vehicle_operation',
    words: paid(
      '公务用车运行维护费',
      '公务用车运行费',
      '公务用车运行费用',
      '公务用车运行经费',
      '公务用车运维费',
      '公务用车运行维护',
      '公务用车运行维护支出',
      '公务用车运行支出',
      '公车运行维护费',
      '公务车运行维护费',
      '公车运行费',
      '公务用车运行维护费用',
    ),
    accounts: only(accounts('vehicle_operation')),
    budget: only(budget('vehicle_operation')),
    counts: { 辆: 'official_vehicles', 台: 'official_vehicles' },
  },
  {
    name: 'purchase',
    of: ['vehicle'],
    words: ['购置费'],
    accounts: only(accounts('vehicle_purchase')),
    budget: only(budget('vehicle_purchase')),
  },
  {
    name: 'operation',
    of: ['vehicle'],
    words: ['运行费', '运行维护费'],
    accounts: only(accounts('vehicle_operation')),
    budget: only(budget('vehicle_operation')),
  },
  {
    name: 'reception',
    words: paid('公务接待费', '公务接待', '公务接待支出', '公务接待费支出'),
    accounts: only(accounts('reception')),
    budget: only(budget('reception')),
    counts: { 批次: 'reception_batches', 人次: 'reception_persons', 批: 'reception_batches', 人: 'reception_persons' },
  },
  {
    name: 'reception_domestic',
    words: ['国内接待费', '国内公务接待费', '国内公务接待', '国内公务接待支出'],
    counts: {
      批次: 'reception_domestic_batches',
      人次: 'reception_domestic_persons',
      批: 'reception_domestic_batches',
      人: 'reception_domestic_persons',
    },
  },
  {
    name: 'reception_foreign_guests',
    words: ['外事接待费', '外宾接待支出', '外宾接待费', '外事接待', '外事接待支出'],
    counts: {
      批次: 'reception_foreign_guests_batches',
      人次: 'reception_foreign_guests_persons',
      批: 'reception_foreign_guests_batches',
      人: 'reception_foreign_guests_persons',
    },
  },
  {
    name: 'reception_abroad',
    words: ['国(境)外接待费', '国(境)外公务接待费', '国(境)外公务接待支出', '国(境)外接待支出', '国(境)外公务接待'],
    counts: { 批次: 'reception_abroad_batches', 人次: 'reception_abroad_persons' },
  },
  {
    name: 'vehicles_purchased',
    words: ['购置公务用车', '公务用车购置数', '更新购置公务用车', '购置(更新)公务用车', '公务用车购置数量'],
    units: ['辆', '台'],
  },
  { name: 'vehicles_purchased', only: 'accounts', words: ['购置车辆', '*购置车辆'], units: ['辆', '台'] },
  {
    name: 'official_vehicles',
    words: [
      '负担的公务用车保有量',
      '公务用车保有量',
      '公务车保有量',
      '财政拨款负担的公务用车保有量',
      '财政拨款开支的公务用车保有量',
      '财政拨款购置的公务用车保有量',
      '公务用车年末保有量',
      '一般公共预算财政拨款开支的公务用车保有量',
      '财政拨款的公务用车保有量',
      '年末公务用车保有量',
      '*财政拨款的公务用车保有量',
    ],
    units: ['辆', '台'],
  },
  {
    name: 'meetings',
    words: ['会议费', '财政拨款会议费', '会议费支出', '会议费预算支出', '一般公共预算拨款安排的会议费'],
    counts: { 个: 'meetings_held', 次: 'meetings_held', 人: 'meetings_persons', 人次: 'meetings_persons' },
    accounts: only(accounts('meetings')),
    budget: only(budget('meetings')),
  },
  { name: 'meetings_held', words: ['召开会议', '*召开会议', '*召开*会议'], units: ['个', '次'] },
  { name: 'meetings_persons', words: ['参加会议', '参会'], units: ['人次', '人'] },
  {
    name: 'training',
    words: ['培训费', '财政拨款培训费', '培训费支出', '培训费预算支出', '一般公共预算拨款安排的培训费'],
    counts: { 个: 'trainings_held', 次: 'trainings_held', 人: 'training_persons', 人次: 'training_persons' },
    accounts: only(accounts('training')),
    budget: only(budget('training')),
  },
  { name: 'trainings_held', words: ['组织培训', '*组织培训', '举办培训', '*举办培训'], units: ['个', '次'] },
  { name: 'training_persons', words: ['组织培训', '参加培训', '培训人员'], units: ['人次', '人'] },
]

/** 三公经费 12 万元（其中：一般公共预算支出 12 万元；…): what pays for it is no figure of that fund's table. */
export const threePublic: readonly Quantity[] = quantities.map((quantity) =>
  quantity.accounts || quantity.budget ? { ...quantity, ownParts: byMoney } : quantity,
)
