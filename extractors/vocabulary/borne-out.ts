/** What only departments print, where others have tables of the same titles (`bornOut` of the templates). */
import type { HeaderPattern } from '../../src/template/define.ts'

/** Lines that accounts of public money have, and those of associations, companies and households do not. */
const lines: readonly HeaderPattern[] = [
  ...['*财政*', '*预算*', '*拨款*', '*一般公共服务*', '*社会保障和就业*', '*卫生健康*', '*住房保障*', '*结转*'],
  ...['*基本支出', '*项目支出', '*事业收入', '*上级补助收入', '*附属单位*', '*工资福利支出', '*商品和服务支出'],
]

/** How departments divide what they spend; governments, for a whole place, do not. */
const purposes = [
  'basic',
  'basic_fiscal',
  'project',
  'project_fiscal',
  'personnel',
  'balance',
  'wages_welfare',
  'economic_301',
  'economic_302',
]

/** Where the money comes from and goes to. */
const sources = [
  ...['fiscal_appropriation', 'general_public', 'government_fund', 'state_capital', 'special_account'],
  ...['institutional', 'superior_subsidy', 'affiliated_remittance', 'remitted_to_superior', 'subsidy_to_affiliated'],
]

export const byPublicLines = { lines }
export const byPurposes = { columns: purposes }
export const byPublicMoney = { lines, columns: [...purposes, ...sources] }
