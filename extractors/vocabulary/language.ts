/** How headers and titles are worded where no template says it. */
import type { FieldLanguage } from '../../src/template/language.ts'
import { entities } from './entities.ts'
import { misread } from './misread.ts'
import { nesting } from './nesting.ts'
import { spellings } from './spellings.ts'
import { sums } from './sums.ts'
import { titles } from './titles.ts'
import { units } from './units.ts'

/** Headers over columns that say no more than that these are the form's own figures, or what changed since last year's. */
const FIGURES =
  '(部门|单位|财政拨款|资金)?(收入|支出|来源|项目|预算|决算|执行|拨款)*(数|金额|安排|情况|合计|申请|资金)?'

/**
 * Words that make another figure of whatever they stand with: a share of it, a part that is not yet paid, another year's.
 * 一般公共预算拨款（含上级转移支付） has that in it and is the same.
 */
const OTHER_FIGURE = [
  '扣除|追加|调减|压减|核减|调整(?!后)|新增|累计',
  '占比|比例|比重|比率|进度|完成率|执行率|增长率|增幅',
  '人均|平均|缺口|限额|余额|上限|剩余|待分配|未分配|已支付|待支付|未支付|应付|申报',
  '以前年度|往年|历年|未来|今后|以后年度|下年|次年|明年|同期|下级|非(?=.)',
  '[一二三四1-4]季度|上半年|下半年|\\d{1,2}[-—~至]\\d{1,2}月',
].join('|')
/** Of 人数 and 上级补助 the columns below have names of their own; 公务接待费（批次） counts what the money is spent on. */
const OTHER_OWN =
  '单价|人数|人次|数量|面积|上级|排名|排序|(?<=[费出入款算金额计])\\((?:%|人|人次|批次|批|次|个|团组|天|期|辆|台)\\)$'
const altering = (words: string) => `(?<!\\([内包]?含[^)]*)(?:${words})`
const ALTERED = altering(`${OTHER_FIGURE}|${OTHER_OWN}`)
/** Of a comparison they say what is compared, which is no stage of its own. */
const otherStage = (words: string) =>
  new RegExp(`(?<!(?:[比占为与较]|完成).*)(?:${words})(?!.*(?:[比%]|差[异额]))`, 'g')

export const language: FieldLanguage = {
  funds: ['一般公共预算', '政府性基金', '国有资本经营'],
  neutral: new RegExp(
    `^其中:?$|^按(收入|支出|资金)(性质|来源)分类?$|^(?!.*项目支出)(本年|当年|全年|年(?=度)|年初(?=预算))?度?${FIGURES}([比较](上年)?${FIGURES}(增减)?)?$`,
  ),
  compared: /^[与同和较比](上年|去年)(预算|决算|执行)?数?(对比|比较|相比|增减(变化)?)?(情况)?$/,
  total: /^(合计|小计|总计|共计|总额)$/,
  subtotal: /^小计$/,
  totalEnd: /(合计|小计|总计|共计|总额|(预算|决算)?(数|额|金额)|预算|决算)$/,
  ofYear: /^(上年|前年|20\d\d年)/,
  ownYear: /^(本年|当年)/,
  leftOver: /结转|结余/,
  money: {
    named: /(资金|财力|收入|拨款|基金|债券|专户|专款|收费|贷款|借款|上级(补助|专项)|转移支付)(预算)?(安排)?的?(支出)?$/,
    filler: /^(本年|当年)|预算|财政拨款|安排|的|支出$/g,
    spent: /支出|经费|人员|公用|对个人/,
  },
  apart: new RegExp(`结转|结余|${ALTERED}`, 'g'),
  altered: new RegExp(`结转|结余|${ALTERED}`, 'g'),
  alteredBelow: new RegExp(altering(OTHER_FIGURE), 'g'),
  otherStage: {
    budget: otherStage('(预算)?执行(?=数|情况|金额|$)|决算|实际(?=支出|执行|完成)'),
    'final-accounts': otherStage('年初(?!.*结[转余])|(?<!公共|基金|经营|资本)预算(?=数|金额|安排数|$)'),
    any: null,
  },
  spellings,
  titles,
  units,
  lines: nesting,
  sums,
  signature: /^((单位|部门|财务|会计|分管)?(负责人|主管)|(填表|制表|填报|复核|审核|经办)人)(签[字章])?:/,
  entities,
  misread,
  noName: /名称|编码|金额|(收入|支出|拨款|经费|总额|合计|预算数?|决算数?)$/,
  ownFigure: {
    budget: /^(本年|当年)?(度|年初)?(预算(数|金额)?|金额|数)$/,
    'final-accounts': /^(本年|当年)?度?(决算(数|金额)?|金额|数)$/,
    any: /^(本年|当年)?度?(金额|数)$/,
  },
  ownMoney: /^(本年|当年)度?.*(支出|拨款|安排|资金)$/,
  kinds: {
    neutral: /一般公共预算|政府性基金预算|国有资本经营预算|预算单位|预决算|预算数|全年预算|年初预算/g,
    accounts: '决算',
    budget: '预算',
    ofUnit: /单位(决算|预算)/,
    ofDepartment: /部门(决算|预算)/,
    // A line of prose may end like one.
    heading:
      /^[^，,。；;]{0,40}?20\d\d年(度)?(部门|单位)?(预算|决算)(公开|公开说明|公开表|表|报告|情况说明|编制说明)?$/,
    cover: {
      told: /预算|决算/,
      year: /20\d\d|二[〇○零]/,
      behind: /^(第[一二三四五六七八九十]+(部分|章)|目录$|附(件|表))|[，。；]/,
    },
    contents: '目录',
    levels: [
      [/(中央|国家)(级|本级)?(部门|单位)?(预算|决算)/, 'central'],
      [/(省|自治区)(级|本级)(部门|单位)?(预算|决算)/, 'province'],
      [/市(级|本级)(部门|单位)?(预算|决算)/, 'city'],
      [/(区|县)(级|本级)(部门|单位)?(预算|决算)/, 'county'],
      [/(镇|乡)(级|本级)(部门|单位)?(预算|决算)/, 'township'],
    ],
    headers: {
      budget: /^(.{0,6}预算数.{0,6}|(收入|支出)预算)$/,
      accounts: /^(.{0,6}决算数.{0,6}|(收入|支出)决算)$/,
    },
    budgetForm: /(一般公共|政府性基金|国有资本经营)预算.*支出表/,
    afterwards: /决算|自评|全年执行|实际(支出|完成)/,
    noBudget: /执行|绩效|自评|完成/,
  },
}
