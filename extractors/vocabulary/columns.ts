/** Headers of value columns that many tables share. */
import type { HeaderPattern } from '../../src/template/define.ts'

type Headers = readonly HeaderPattern[]

/** The one amount of a list of accounts, beside which 本年预算 is a plan of its own … */
export const amountOfAccounts: Headers = [
  '金额',
  '决算数',
  '预算数',
  '决算',
  '预算',
  '*年决算数',
  '*预算数',
  '*决算数',
  '金额(*',
  '数额',
  '*金额',
  '合计',
  '小计',
  '总计',
  '统计数',
  '*预算金额',
  '本年预算*',
  '年初预算',
  '本年数',
  '本年金额',
  '当年数',
  '全年合计',
  '全年累计',
]
/** … and of any other list. */
export const amount: Headers = [...amountOfAccounts, '本年预算']
/** The same in accounts, where what was planned stands beside it. */
export const actualAmount: Headers = [...amount.filter((h) => !h.includes('预算')), '本年']
/** The one amount of forms that accounts and budgets have alike, where the plan may stand beside what was spent … */
export const spentAmount: Headers = amount.filter((h) => !h.includes('预算'))
/** … and the plan, which is the amount where it stands alone (`standsFor`). */
export const plannedAmount: Headers = amount.filter((h) => h.includes('预算'))
export const plannedAmountOfAccounts: Headers = amountOfAccounts.filter((h) => h.includes('预算'))
/** The total of several columns. */
export const total: Headers = [
  '合计',
  '总计',
  '小计',
  '全年合计',
  '全年累计',
  '本年收入合计',
  '本年支出合计',
  '收入合计',
  '支出合计',
  '收入总计',
  '支出总计',
  '本年收入/合计',
  '本年支出/合计',
  '本年支出/小计',
  '本年收入/小计',
  '*支出/合计',
  '*支出/小计',
  '*支出合计',
  '*收入合计',
  '*预算数/合计',
  '*预算数/小计',
  '预算总额',
  '预算合计',
  '本年预算合计',
  '当年预算合计',
  '资金总额',
  '总金额',
  '金额',
  '预算数',
  '决算数',
  '预算',
  '决算',
  '本年数',
]
/** The same in accounts, where totals of what was planned may stand beside it. */
export const actualTotal: Headers = [
  ...total.filter((h) => !h.includes('预算')),
  '决算数合计',
  '决算合计',
  '*决算数/合计',
  '*决算数/小计',
  '*决算/合计',
  '*决算/小计',
]
/** The total where 小计 below 本年收入 is only a part of it. */
export const grandTotal: Headers = [
  '合计',
  '总计',
  '收入合计',
  '收入总计',
  '支出合计',
  '支出总计',
  '*收入总计',
  '*支出总计',
  '收入预算/合计',
  '预算合计',
  '预算总额',
  '金额',
]
export const basic: Headers = ['基本支出', '基本支出/小计', '基本支出/合计', '*基本支出', '其中:基本支出']
export const project: Headers = [
  '项目支出/项目支出总数',
  '项目支出',
  '项目支出/小计',
  '项目支出/合计',
  '*项目支出',
  '项目类',
  '项目类支出',
  // Both kinds there are.
  '*特定目标类*运转类*',
  '*运转类*特定目标类*',
  '专项业务经费支出',
  '专项业务经费',
]
export const personnel: Headers = [
  '人员经费',
  '*人员经费支出',
  '人员支出',
  '基本支出/人员经费',
  '基本支出/人员支出',
  '基本支出/人员',
  '*人员经费',
  '人员类*',
  '人员经费/小计',
  '基本支出/人员经费/小计',
  '基本支出/人员经费/合计',
  '基本支出/人员支出/小计',
  '人员经费/合计',
  '人员支出/小计',
  '人员支出/合计',
  '*/人员类*',
  // Liaoning.
  '工资福利支出*对个人和家庭*',
]
export const nonPersonnel: Headers = [
  '公用经费',
  '*公用经费支出',
  '日常公用支出',
  '日常公用经费',
  '基本支出/公用经费',
  '基本支出/公用支出',
  '基本支出/公用',
  // 运转类项目 are projects.
  '基本支出/运转类',
  '基本支出/运转类支出',
  '基本支出/运转类公用*',
  '基本支出/日常公用*',
  '*公用经费',
  '公用支出',
  '*公用经费项目',
  '*公用支出',
  '公用类*',
  '公用经费类*',
  '*/公用类*',
  '公用经费/小计',
  '基本支出/公用经费/小计',
  '基本支出/公用经费/合计',
  '基本支出/公用支出/小计',
  '公用经费/合计',
  '*公用经费/小计',
  '*公用经费/合计',
  '商品和服务支出*资本性支出',
]
/** What the treasury pays, whichever fund it is from. */
export const fiscalAppropriation: Headers = [
  ...['财政拨款', '财政拨款收入', '财政拨款支出', '同级财政拨款', '同级财政拨款收入'],
  // Guangdong calls what the treasury pays so, over its three funds.
  ...['本年财政拨款', '当年财政拨款', '预算拨款'],
].flatMap((h) => [h, `${h}/小计`, `${h}/合计`])
export const generalPublic: Headers = [
  // Below 财政拨款 it says more than 本年….
  '财政拨款*/本年一般公共预算*',
  '财政拨款*/当年一般公共预算*',
  '一般公共预算',
  '一般公共预算*拨款*',
  '一般公共预算资金',
  '一般公共预算财政拨款',
  '一般公共预算拨款',
  '*/一般公共预算*',
  '一般公共预算*/小计',
  '一般公共预算*/全年数',
  '一般公共预算*/合计',
  '本年一般公共预算*',
  '本年一般公共预算*/小计',
  '当年一般公共预算*',
  '当年一般公共预算*/小计',
  '一般公共预算收入',
  '一般公共预算资金收入',
  '一般公共预算安排',
  '一般公共预算安排*资金',
  '一般公共预算补助',
  '公共财政拨款',
  '一般公共财政拨款',
]
export const governmentFund: Headers = [
  '财政拨款*/本年政府性基金*',
  '财政拨款*/当年政府性基金*',
  '政府性基金',
  '政府性基金预算',
  '政府性基金*',
  '*/政府性基金*',
  '纳入政府性基金*',
  '本年政府性基金*',
  '当年政府性基金*',
  '基金预算资金',
  '政府基金',
  '政府基金收入',
  '纳入预算管理的政府性基金*',
  '政府性基金*/小计',
  '政府性基金*/合计',
]
export const stateCapital: Headers = [
  '财政拨款*/本年国有资本*',
  '财政拨款*/当年国有资本*',
  '国有资本经营预算',
  '国有资本*',
  '*/国有资本*',
  '纳入国有资本*',
  '本年国有资本*',
  '当年国有资本*',
  '国有资本*/小计',
  '国有资本*/合计',
]
export const socialInsurance: Headers = ['社会保险基金*', '社会保障基金*', '*/社会保险基金*', '*/社会保障基金*']
export const upward: Headers = ['上缴上级支出', '上缴上级', '*上缴上级*', '上解上级*']
export const business: Headers = ['经营支出', '事业单位经营支出', '*经营支出']
export const affiliates: Headers = ['对附属单位补助支出', '对附属单位补助', '*附属单位补助*', '*下级单位补助*']
/** What remains when capital construction is taken out (central and Beijing forms). */
export const projectWithoutConstruction: Headers = [
  '项目支出/扣除基建*',
  '项目支出/扣除*',
  '扣除基建项目*',
  '预算数/扣除*/项目支出',
]
export const basicWithoutConstruction: Headers = ['预算数/扣除*/基本支出']
export const totalWithoutConstruction: Headers = ['预算数/扣除*', '预算数/扣除*/小计', '扣除*预算数']
export const previousWithoutConstruction: Headers = ['执行数/扣除*', '上年执行数/扣除*', '扣除*执行数']
/** All that is the year's own, where its sources stand below the same header and what is carried over beside them. */
export const currentYear: Headers = ['收入', '安排', '预算', '资金'].flatMap((of) =>
  ['本年', '当年'].flatMap((own) => [`${own}${of}*/小计`, `${own}${of}*/合计`]),
)
/** Where the money comes from. */
export const specialAccount: Headers = [
  '财政专户管理资金*',
  '财政专户*',
  '纳入财政专户管理*',
  '用财政专户核拨*',
  '*/财政专户*',
  '财政专户*/小计',
  '财政专户*/合计',
  '财政专户拨款收入/小计',
  '*纳入专户管理*',
  '*专户管理*非税收入*',
  '专户资金*',
  '*财政专户资金',
  '*专户核拨*',
  '*专户管理*教育收费*',
  '专户管理*资金*',
]
export const unitFunds: Headers = [
  '单位资金',
  '单位资金/小计',
  '单位资金/合计',
  '单位资金*/小计',
  '单位资金*/合计',
  '单位自筹*',
  '自筹资金*',
  '自有资金',
  '非财政性资金*',
  '非财政资金*',
  '非财政拨款',
  '其他资金',
  '其他资金/小计',
  // Hebei calls so all that is neither the treasury's nor of the special account.
  '其他来源',
  '其他来源收入',
  '*/其他来源收入',
]
