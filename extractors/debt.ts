/** 债务情况表: what the unit owes. */
import { defineTable } from '../src/template/define.ts'
import { generalPublic, governmentFund } from './vocabulary/columns.ts'

export const debt = defineTable({
  id: 'debt',
  kind: 'any',
  titles: ['债务情况表', '债务余额情况表', '政府性债务情况表', '债务还本付息情况表'],
  titleHas: ['债务情况', '债务余额', '债务支出', '债务限额'],
  unlike: ['三公', '国有资产'],
  rows: { by: 'record' },
  columns: {
    total: ['合计', '小计', '*合计'],
    opening_balance: ['年初余额', '*年初*余额', '期初余额', '上年末*余额', '上年*余额', '上年末余额'],
    limit: ['*限额'],
    previous_limit: ['上年*限额'],
    new: ['本年新增', '*新增*', '本年借入*', '本年增加'],
    repaid: ['本年偿还', '*偿还*', '*还本*', '本年减少'],
    interest: ['*付息*', '利息*'],
    issue_costs: ['*发行费*'],
    general_public: generalPublic,
    government_fund: governmentFund,
    closing_balance: ['年末余额', '年末预计余额', '*年末*余额', '期末余额', '债务余额'],
  },
  labels: { debt: ['债务名称', '项目名称', '项目', '债权单位', '债务类型'] },
  identities: [{ sum: 'closing_balance', of: ['opening_balance', 'new', '-repaid'] }],
})
