/** How headers and titles are worded where no template says it. */
import type { FieldLanguage } from '../../src/template/define.ts'
import { spellings } from './spellings.ts'

/** Headers over columns that say no more than that these are the form's own figures, or what changed since last year's. */
const FIGURES = '(部门|单位|财政拨款|资金)?(收入|支出|来源|项目|预算|决算|执行|拨款)*(数|金额|安排|情况|合计)?'

export const language: FieldLanguage = {
  funds: ['一般公共预算', '政府性基金', '国有资本经营'],
  neutral: new RegExp(
    `^其中:?$|^(?!.*项目支出)(本年|当年|全年|年初(?=预算))?度?${FIGURES}([比较](上年)?${FIGURES}(增减)?)?$`,
  ),
  compared: /^[与同和较比](上年|去年)(预算|决算|执行)?数?(对比|比较|相比|增减(变化)?)?(情况)?$/,
  total: /^(合计|小计|总计|共计|总额)$/,
  totalEnd: /(合计|小计|总计|共计|总额)$/,
  ofYear: /^(上年|前年|20\d\d年)/,
  ownYear: /^(本年|当年)/,
  leftOver: /结转|结余/,
  money: {
    named: /(资金|财力|收入|拨款|基金|债券|专户|专款|收费|贷款|借款|上级(补助|专项)|转移支付)(预算)?(安排)?的?(支出)?$/,
    filler: /^(本年|当年)|预算|财政拨款|安排|的|支出$/g,
    spent: /支出|经费|人员|公用|对个人/,
  },
  apart: /结转|结余|扣除|追加|调减|压减|核减/,
  spellings,
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
    headers: { budget: /^.{0,6}预算数.{0,6}$/, accounts: /^.{0,6}决算数.{0,6}$/ },
    budgetForm: /(一般公共|政府性基金|国有资本经营)预算.*支出表/,
    afterwards: /决算|自评|全年执行|实际(支出|完成)/,
    noBudget: /执行|绩效|自评|完成/,
  },
}
