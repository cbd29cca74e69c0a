/** Every table we know. A new one is a copied file and one line here. */
import type { Columns, TableTemplate } from '../src/template/define.ts'
import { assetRents } from './asset-rents.ts'
import { balanceSheet } from './balance-sheet.ts'
import { agencyRunningCosts } from './budget/agency-running-costs.ts'
import { assetAcquisition } from './budget/asset-acquisition.ts'
import { budgetBasicExpenditure } from './budget/basic-expenditure.ts'
import { budgetBasicExpenditureBySource } from './budget/basic-expenditure-by-source.ts'
import { budgetBasicExpenditureFunctional } from './budget/basic-expenditure-functional.ts'
import { budgetCarriedOverExpenditure } from './budget/carried-over-expenditure.ts'
import { commissionedServices } from './budget/commissioned-services.ts'
import { budgetExpenditure } from './budget/expenditure.ts'
import {
  budgetBasicExpenditureEconomic,
  budgetBasicExpenditureGovernmentEconomic,
  budgetExpenditureEconomic,
  budgetExpenditureGovernmentEconomic,
  budgetGovernmentFundEconomic,
  budgetGovernmentFundGovernmentEconomic,
} from './budget/expenditure-economic.ts'
import { budgetFiscalAppropriationBasicExpenditure } from './budget/fiscal-appropriation-basic-expenditure.ts'
import { budgetFiscalAppropriationEconomic } from './budget/fiscal-appropriation-economic.ts'
import { budgetFiscalAppropriationExpenditure } from './budget/fiscal-appropriation-expenditure.ts'
import { budgetFiscalAppropriationSummary } from './budget/fiscal-appropriation-summary.ts'
import { budgetGeneralPublicEconomic } from './budget/general-public-economic.ts'
import { budgetGeneralPublicExpenditure } from './budget/general-public-expenditure.ts'
import { budgetGovernmentFund } from './budget/government-fund.ts'
import { governmentProcurement } from './budget/government-procurement.ts'
import { budgetIncome } from './budget/income.ts'
import {
  budgetGeneralPublicSummary,
  budgetGovernmentFundSummary,
  budgetIncomeExpenditureSummary,
  budgetStateCapitalSummary,
} from './budget/income-expenditure-summary.ts'
import { budgetIncomeByUnit, budgetIncomeSources } from './budget/income-sources.ts'
import { mediumTermPlan } from './budget/medium-term-plan.ts'
import { meetingsTraining } from './budget/meetings-training.ts'
import { nonTaxIncome } from './budget/non-tax-income.ts'
import { performanceTarget } from './budget/performance-target.ts'
import { budgetProjectExpenditure, specialFunds } from './budget/project-expenditure.ts'
import { serviceProcurement } from './budget/service-procurement.ts'
import { budgetSpecialAccount, budgetUnitFunds } from './budget/special-account.ts'
import { budgetStateCapital } from './budget/state-capital.ts'
import { threeGuarantees } from './budget/three-guarantees.ts'
import {
  budgetGovernmentFundThreePublic,
  budgetStateCapitalThreePublic,
  budgetThreePublic,
} from './budget/three-public.ts'
import { transferPayments } from './budget/transfer-payments.ts'
import { debt } from './debt.ts'
import { basicExpenditure } from './final-accounts/basic-expenditure.ts'
import { businessTable, incomeExpenditure } from './final-accounts/business.ts'
import { disclosureStatistics } from './final-accounts/disclosure-statistics.ts'
import { expenditure } from './final-accounts/expenditure.ts'
import {
  basicExpenditureDetail,
  expenditureDetail,
  fiscalAppropriationExpenditureDetail,
  generalPublicExpenditureDetail,
  projectExpenditureDetail,
} from './final-accounts/expenditure-detail.ts'
import {
  expenditureEconomic,
  fiscalAppropriationEconomic,
  generalPublicEconomic,
} from './final-accounts/expenditure-economic.ts'
import { fiscalAppropriationSummary } from './final-accounts/fiscal-appropriation-summary.ts'
import { generalPublicExpenditure } from './final-accounts/general-public-expenditure.ts'
import { governmentFundTable } from './final-accounts/government-fund.ts'
import { income } from './final-accounts/income.ts'
import { incomeExpenditureSummary } from './final-accounts/income-expenditure-summary.ts'
import {
  administrativeProjectAccounts,
  capitalProjectAccounts,
  projectAccounts,
} from './final-accounts/project-accounts.ts'
import { generalPublicProjectExpenditure, projectExpenditureList } from './final-accounts/project-expenditure.ts'
import { specialAccount } from './final-accounts/special-account.ts'
import { stateCapitalTable } from './final-accounts/state-capital.ts'
import { governmentFundThreePublic, stateCapitalThreePublic, threePublic } from './final-accounts/three-public.ts'
import { budgetFundAndCapital, fundAndCapital } from './fund-and-capital.ts'
import { generalExpenses } from './general-expenses.ts'
import { performanceResults } from './performance-results.ts'
import {
  budgetSocialInsuranceAccount,
  budgetSocialInsuranceExpenditure,
  budgetSocialInsuranceIncome,
  budgetSocialInsuranceSummary,
  socialInsuranceAccount,
  socialInsuranceExpenditure,
  socialInsuranceIncome,
  socialInsuranceSummary,
} from './social-insurance.ts'
import { staff } from './staff.ts'
import { stateAssets } from './state-assets.ts'
import { vehicles } from './vehicles.ts'
import { lastYearAlone, onActualAlone } from './vocabulary/comparison.ts'
import { yearComparison } from './year-comparison.ts'

export { crossTable } from './cross-table.ts'
export { rates } from './rates.ts'
export { roles } from './vocabulary/headers.ts'
export { language } from './vocabulary/language.ts'
export { lines } from './vocabulary/lines.ts'
export { subjects } from './vocabulary/subjects.ts'
export { sums } from './vocabulary/sums.ts'

const tables: readonly TableTemplate[] = [
  incomeExpenditureSummary,
  income,
  expenditure,
  fiscalAppropriationSummary,
  generalPublicExpenditure,
  basicExpenditure,
  governmentFundTable,
  stateCapitalTable,
  threePublic,
  governmentFundThreePublic,
  stateCapitalThreePublic,
  disclosureStatistics,
  expenditureDetail,
  basicExpenditureDetail,
  projectExpenditureDetail,
  fiscalAppropriationExpenditureDetail,
  generalPublicExpenditureDetail,
  generalPublicProjectExpenditure,
  expenditureEconomic,
  fiscalAppropriationEconomic,
  generalPublicEconomic,
  projectAccounts,
  administrativeProjectAccounts,
  capitalProjectAccounts,
  specialAccount,
  projectExpenditureList,
  balanceSheet,
  stateAssets,
  debt,
  budgetIncomeExpenditureSummary,
  budgetGeneralPublicSummary,
  budgetGovernmentFundSummary,
  budgetStateCapitalSummary,
  budgetIncome,
  budgetExpenditure,
  budgetExpenditureEconomic,
  budgetExpenditureGovernmentEconomic,
  budgetGovernmentFundEconomic,
  budgetGovernmentFundGovernmentEconomic,
  budgetBasicExpenditureEconomic,
  budgetBasicExpenditureGovernmentEconomic,
  budgetFiscalAppropriationSummary,
  budgetFiscalAppropriationExpenditure,
  budgetFiscalAppropriationEconomic,
  budgetFiscalAppropriationBasicExpenditure,
  budgetGeneralPublicExpenditure,
  budgetBasicExpenditure,
  budgetThreePublic,
  budgetGovernmentFundThreePublic,
  budgetStateCapitalThreePublic,
  budgetGovernmentFund,
  budgetStateCapital,
  budgetFundAndCapital,
  fundAndCapital,
  budgetIncomeSources,
  budgetIncomeByUnit,
  budgetGeneralPublicEconomic,
  budgetSpecialAccount,
  budgetUnitFunds,
  budgetCarriedOverExpenditure,
  budgetProjectExpenditure,
  specialFunds,
  budgetBasicExpenditureBySource,
  budgetBasicExpenditureFunctional,
  agencyRunningCosts,
  governmentProcurement,
  serviceProcurement,
  performanceTarget,
  mediumTermPlan,
  nonTaxIncome,
  threeGuarantees,
  transferPayments,
  assetAcquisition,
  meetingsTraining,
  commissionedServices,
  staff,
  assetRents,
  yearComparison,
  performanceResults,
  generalExpenses,
  vehicles,
  businessTable,
  incomeExpenditure,
  budgetSocialInsuranceIncome,
  budgetSocialInsuranceExpenditure,
  budgetSocialInsuranceAccount,
  budgetSocialInsuranceSummary,
  socialInsuranceIncome,
  socialInsuranceExpenditure,
  socialInsuranceAccount,
  socialInsuranceSummary,
]

/** Titles of what was added to a budget, of a part of its year, or of what remains: none of a form, whatever else they say. */
const OF_ANOTHER = [
  '追加',
  '调整表',
  '调整情况',
  '上半年',
  '下半年',
  '分月',
  '未支付',
  '占比',
  '下年',
  '次年',
  '结转表',
  '结余表',
]

function unlikeOthers({ titles, titleHas = [], unlike = [] }: TableTemplate): string[] {
  const own = [...titles, ...titleHas]
  return [...unlike, ...OF_ANOTHER.filter((word) => !own.some((title) => title.includes(word)))]
}

const SUBTOTAL = '/小计'

/** The 小计 of what a header spans may be called 合计, too. A list without one stays the list that templates share. */
function withTotals(columns: Columns): Columns {
  const lists = Object.values(columns)
  const further = (headers: readonly string[]) => {
    const totals = headers.filter((h) => h.endsWith(SUBTOTAL)).map((h) => `${h.slice(0, -SUBTOTAL.length)}/合计`)
    const added = totals.filter((total) => !lists.some((list) => list.includes(total)))
    return added.length > 0 ? [...headers, ...added] : headers
  }
  return Object.fromEntries(Object.entries(columns).map(([id, headers]) => [id, further(headers)]))
}

function rowsOf({ rows }: TableTemplate): TableTemplate['rows'] {
  if (rows.by !== 'side') return rows
  const sides = Object.entries(rows.sides).map(([name, side]) => [name, { ...side, columns: withTotals(side.columns) }])
  return { ...rows, sides: Object.fromEntries(sides) }
}

export const templates: readonly TableTemplate[] = tables.map((table) => ({
  ...table,
  rows: rowsOf(table),
  columns: withTotals(table.columns),
  unlike: unlikeOthers(table),
  standsFor: {
    ...onActualAlone,
    ...(table.prefixes?.some((group) => 'change_on_actual_' in group) ? lastYearAlone : {}),
    ...table.standsFor,
  },
}))
