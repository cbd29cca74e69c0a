/** Headings of the explanations, and which tables' lines they speak of. */
import type { Chapter, Labels, Listing } from '../../src/narrative/define.ts'

/** Funds that pay together for 三公, as headings and sentences say it. */
const TOGETHER = ['', '预算'].flatMap((end) => [
  `一般公共预算及政府性基金${end}`,
  `一般公共预算和政府性基金${end}`,
  `一般公共预算、政府性基金${end}`,
  `一般公共预算、政府性基金${end}及国有资本经营预算`,
  `一般公共预算、政府性基金${end}和国有资本经营预算`,
  `一般公共预算、政府性基金${end}、国有资本经营预算`,
])
const paidTogether = TOGETHER.flatMap((funds) =>
  ['', '财政拨款', '拨款', '安排的', '财政拨款安排的'].map((by) => funds + by),
)

/** Of one fund, and of one thing: what is told below tells of it, whether its name is said again or not. */
const OF_ONE = ['general', 'basic', 'fund', 'capital', 'three-public']

export const chapters: readonly Chapter[] = [
  {
    id: 'overall',
    within: OF_ONE,
    words: [
      '收入支出决算',
      '收支决算',
      '收支预算',
      '收入支出预算',
      '收支总体',
      '收入支出总体',
      '收支总表',
      '收支增减变化',
      '收支情况',
    ],
  },
  {
    id: 'income',
    within: OF_ONE,
    words: ['收入决算', '收入预算', '收入总表', '收入总体', '单位收入情况', '部门收入情况', '财务收入'],
  },
  { id: 'expenditure', within: OF_ONE, words: ['支出决算', '支出预算', '支出总表', '支出总体'] },
  { id: 'fiscal', within: OF_ONE, words: ['财政拨款', '财政拨款收支', '财政拨款收入支出'] },
  { id: 'fiscal-expenditure', words: ['财政拨款支出表', '财政拨款支出预算'] },
  { id: 'fiscal-basic', words: ['财政拨款基本支出'] },
  {
    id: 'general',
    words: ['一般公共预算财政拨款', '一般公共预算支出', '一般公共预算当年', '一般公共预算收', '一般公共预算拨款'],
  },
  { id: 'basic', words: ['一般公共预算财政拨款基本支出', '一般公共预算基本支出'] },
  {
    id: 'fund',
    narrow: true,
    words: ['政府性基金'],
    tables: ['government-fund', 'budget-government-fund'],
    leads: ['政府性基金预算财政拨款', '政府性基金预算', '政府性基金'],
  },
  {
    id: 'capital',
    narrow: true,
    words: ['国有资本经营'],
    tables: ['state-capital', 'budget-state-capital'],
    leads: ['国有资本经营预算财政拨款', '国有资本经营预算'],
  },
  {
    id: 'three-public',
    narrow: true,
    words: ['三公', ...paidTogether.map((funds) => `${funds}三公`)],
    tables: ['three-public', 'budget-three-public'],
    leads: paidTogether,
  },
  {
    id: 'agency',
    narrow: true,
    words: ['机关运行经费'],
    tables: ['disclosure-statistics', 'budget-three-public', 'agency-running-costs'],
  },
  {
    id: 'procurement',
    narrow: true,
    words: ['政府采购'],
    about: ['procurement'],
    tables: ['disclosure-statistics', 'government-procurement', 'service-procurement'],
  },
  {
    id: 'assets',
    narrow: true,
    about: ['vehicles', 'assets'],
    words: ['国有资产', '资产占用', '资产占有'],
    tables: ['disclosure-statistics', 'state-assets'],
  },
  { id: 'performance', narrow: true, words: ['预算绩效', '绩效目标', '绩效评价', '绩效自评', '绩效管理'] },
]

/** Chapters without figures of the document: they define words or tell tasks. */
export const skip: readonly string[] = ['名词解释', '专业名词', '主要职责', '主要职能', '部门职责', '专业性较强的名词']

/** Where lines named by their labels are looked for: `table/column`, first choice first. */
export const labels: readonly Labels[] = [
  { in: ['general'], kind: 'accounts', tables: ['general-public-expenditure/total'], wider: ['expenditure/total'] },
  { in: ['expenditure'], kind: 'accounts', tables: ['general-public-expenditure/total', 'expenditure/total'] },
  { in: ['overall'], kind: 'accounts', tables: ['income-expenditure-summary/amount', 'expenditure/total'] },
  { in: ['fiscal'], kind: 'accounts', tables: ['fiscal-appropriation-summary/total'] },
  { in: ['fund'], kind: 'accounts', tables: ['government-fund/total'] },
  { in: ['capital'], kind: 'accounts', tables: ['state-capital/total'] },
  { in: ['basic'], kind: 'accounts', tables: ['basic-expenditure/amount'] },
  {
    in: ['fiscal'],
    kind: 'budget',
    tables: ['budget-fiscal-appropriation-summary/total', 'budget-fiscal-appropriation-expenditure/total'],
  },
  {
    in: ['fiscal-expenditure'],
    kind: 'budget',
    tables: ['budget-fiscal-appropriation-expenditure/total', 'budget-fiscal-appropriation-summary/total'],
  },
  {
    in: ['overall', 'expenditure'],
    kind: 'budget',
    tables: ['budget-income-expenditure-summary/total', 'budget-expenditure/total'],
  },
  {
    in: ['general'],
    kind: 'budget',
    tables: [
      'budget-general-public-expenditure/total',
      // 当年拨款, where the form has what is carried over beside it.
      'budget-general-public-expenditure/total.current',
      'budget-general-public-economic/total',
    ],
    wider: ['budget-expenditure/total'],
  },
  {
    in: [''],
    kind: 'budget',
    tables: [
      'budget-general-public-expenditure/total',
      'budget-expenditure/total',
      'budget-income-expenditure-summary/total',
    ],
  },
  { in: ['fund'], kind: 'budget', tables: ['budget-government-fund/total'] },
  { in: ['capital'], kind: 'budget', tables: ['budget-state-capital/total'] },
  {
    in: ['basic', 'fiscal-basic'],
    kind: 'budget',
    tables: ['budget-basic-expenditure/total', 'budget-fiscal-appropriation-basic-expenditure/total'],
  },
]

/** Chapters that speak of single projects: words there do not mean the totals of the tables. */
export const apart: readonly string[] = ['performance']

export const listings: readonly Listing[] = [
  { in: ['basic'], of: 'personnel', tables: ['basic-expenditure', 'budget-basic-expenditure'], codes: ['301', '303'] },
  {
    in: ['basic'],
    of: 'non_personnel',
    tables: ['basic-expenditure', 'budget-basic-expenditure'],
    codes: ['302', '307', '309', '310', '311', '312', '313', '399'],
  },
  {
    in: ['fiscal-basic'],
    of: 'personnel',
    tables: ['budget-fiscal-appropriation-basic-expenditure'],
    codes: ['301', '303'],
  },
  {
    in: ['fiscal-basic'],
    of: 'non_personnel',
    tables: ['budget-fiscal-appropriation-basic-expenditure'],
    codes: ['302', '307', '309', '310', '311', '312', '313', '399'],
  },
]

/** What prose calls the lines of the forms. White space, brackets' width, 和 and a last 费 or 支出 do not matter. */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  职工基本医疗保险缴费: ['职工医疗保险', '医疗保险缴费', '基本医疗保险缴费', '职工基本医疗保险'],
  机关事业单位基本养老保险缴费: ['养老保险缴费', '基本养老保险缴费', '机关事业单位养老保险缴费'],
  伙食补助费: ['伙食补助'],
  '维修(护)费': ['维护费', '维修费', '维修维护费'],
  退休费: ['退休人员补助', '退休人员费用', '退休金'],
  离休费: ['离休人员补助', '离休人员费用'],
  '因公出国(境)费用': ['因公出国(境)费', '因公出国费'],
  公务用车运行维护费: ['公务用车运行费'],
  国有资本经营预算支出: ['国有资本经营支出', '国有资本经营'],
  公务员医疗补助缴费: ['公务员医疗补助'],
  其他社会保障缴费: ['其他社会保障费', '其他社会保险缴费'],
}
