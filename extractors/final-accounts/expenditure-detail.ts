/** 支出决算明细表: what was spent, by function code, with the economic subjects as columns. */
import { defineTable, type Identity } from '../../src/template/define.ts'
import { byPublicMoney } from '../vocabulary/borne-out.ts'
import { actualTotal, basic, project } from '../vocabulary/columns.ts'
import { otherYearsOfAccounts } from '../vocabulary/comparison.ts'
import { economicColumns } from '../vocabulary/economic.ts'
import { balances, fundAccounts } from '../vocabulary/fund-accounts.ts'
import { codes } from '../vocabulary/identities.ts'
import { byFundSuffix } from '../vocabulary/three-public.ts'

const classes = Object.keys(economicColumns).filter((id) => /^economic_\d{3}$/.test(id))
const linesOf = (of: string) => Object.keys(economicColumns).filter((id) => id !== of && id.startsWith(of))
/** A class is the sum of its lines, and the total that of the classes. */
const economicSums: readonly Identity[] = [
  // Classes of basic expenditure beside that on projects.
  { sum: 'total', of: classes, or: ['project'] },
  ...classes
    .filter((of) => linesOf(of).length > 0)
    .map((of): Identity => ({ sum: of, of: linesOf(of), or: ['social_security_contributions'] })),
]

const detail = {
  kind: 'final-accounts',
  bornOut: byPublicMoney,
  rows: { by: 'code', classification: 'functional' },
  columns: { total: actualTotal, basic, project, ...economicColumns },
  suffixes: [byFundSuffix],
  prefixes: otherYearsOfAccounts,
  identities: [codes, { sum: 'total', of: ['basic', 'project'] }, ...economicSums],
} as const

/** 财决05表 of the whole accounts. */
export const expenditureDetail = defineTable({
  ...detail,
  id: 'expenditure-detail',
  titles: ['支出决算明细表'],
  titleHas: ['支出决算明细', '支出明细'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '收入', '项目支出', '基本支出', '三公'],
})

/** 财决05-1 and 05-2表: basic and project expenditure apart. */
export const basicExpenditureDetail = defineTable({
  ...detail,
  id: 'basic-expenditure-detail',
  titles: ['基本支出决算明细表'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '收入', '项目支出', '三公'],
})
export const projectExpenditureDetail = defineTable({
  ...detail,
  id: 'project-expenditure-detail',
  titles: ['项目支出决算明细表'],
  needs: ['明细'],
  unlike: ['财政拨款', '政府性基金', '国有资本', '一般公共预算', '收入', '基本支出', '三公'],
})

/** 财政拨款支出决算明细表: the treasury's money, fund by fund, or by economic code. */
export const fiscalAppropriationExpenditureDetail = defineTable({
  ...detail,
  id: 'fiscal-appropriation-expenditure-detail',
  titles: ['财政拨款支出决算明细表', '财政拨款收入支出决算表'],
  unlike: ['政府性基金', '国有资本', '一般公共预算', '项目支出', '基本支出', '三公', '总表'],
  columns: { ...fundAccounts, ...economicColumns },
  identities: [...detail.identities, ...balances],
})

/** 一般公共预算财政拨款支出决算明细表. */
export const generalPublicExpenditureDetail = defineTable({
  ...detail,
  id: 'general-public-expenditure-detail',
  titles: ['一般公共预算财政拨款支出决算明细表'],
  titleHas: ['一般公共预算财政拨款支出决算明细', '一般公共预算支出决算明细'],
  unlike: ['政府性基金', '国有资本', '项目支出', '基本支出', '三公'],
})
