/** 债务情况表: what the unit owes. */
import { defineTable } from '../src/template/define.ts'
import { generalPublic, governmentFund, unitFunds } from './vocabulary/columns.ts'

export const debt = defineTable({
  id: 'debt',
  kind: 'any',
  titles: ['债务情况表', '债务余额情况表', '政府性债务情况表', '债务还本付息情况表'],
  titleHas: ['债券', '债务情况', '债务余额', '债务支出', '债务限额'],
  unlike: ['三公', '国有资产'],
  rows: { by: 'record' },
  columns: {
    total: ['合计', '小计', '*合计', '债券金额', '*债券额度', '*发行金额', '*安排金额', '金额'],
    spent: ['*已支出*', '*已使用*', '*支出金额', '*支出数', '*使用金额'],
    unspent: ['*结余*', '*结转*', '*未支出*', '*未使用*'],
    opening_balance: ['年初余额', '*年初*余额', '期初余额', '上年末*余额', '上年*余额', '上年末余额'],
    limit: ['*限额'],
    previous_limit: ['上年*限额'],
    new: ['本年新增', '*新增*', '本年借入*', '本年增加'],
    repaid: ['*偿还*/小计', '*偿还*/合计', '*还本付息*/小计', '本年偿还', '*偿还*', '*还本*', '本年减少'],
    balance_principal: ['*余额/本金'],
    balance_interest: ['*余额/利息'],
    repaid_principal: ['*偿还*/本金', '*还本付息*/本金'],
    interest: ['*付息*', '利息*', '*偿还*/利息', '*还本付息*/利息'],
    principal: ['本金', '*偿还本金*'],
    issue_costs: ['*发行费*'],
    general_public: generalPublic,
    government_fund: governmentFund,
    fiscal_appropriation: ['财政拨款', '*/财政拨款', '财政性资金'],
    other_funds: [...unitFunds, '资金来源/其他'],
    closing_balance: [
      '债务余额/合计',
      '债务余额/小计',
      '年末余额',
      '年末预计余额',
      '*年末*余额',
      '期末余额',
      '债务余额',
    ],
  },
  labels: {
    unit: ['单位名称'],
    creditor: ['债权人*', '债权单位名称'],
    debt: ['债务项目名称', '债务项目', '债务名称', '项目名称', '项目', '债权单位', '债务类型'],
  },
  texts: {
    term: ['期限', '*期限'],
    rate: ['*利率*'],
    type: ['债券类型', '债券类别', '债券种类', '*债券性质'],
    source: ['资金来源', '偿债资金来源', '偿还资金来源'],
  },
  identities: [{ sum: 'closing_balance', of: ['opening_balance', 'new', '-repaid'] }],
})
