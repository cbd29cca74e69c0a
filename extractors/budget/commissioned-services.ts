/** 委托业务费支出表: what a department has others do for it, project by project. */
import { defineTable } from '../../src/template/define.ts'
import { budgetProjectExpenditure } from './project-expenditure.ts'

export const commissionedServices = defineTable({
  ...budgetProjectExpenditure,
  id: 'commissioned-services',
  titles: ['委托业务费支出表', '委托业务费预算表', '委托业务费情况表', '财政拨款委托业务费支出表'],
  titleHas: ['委托业务费'],
  unlike: ['三公', '会议费', '机关运行', '绩效'],
  columns: {
    ...budgetProjectExpenditure.columns,
    total: [...(budgetProjectExpenditure.columns?.total ?? []), '委托业务费', '*委托业务费*/合计'],
  },
  texts: {
    ...budgetProjectExpenditure.texts,
    matter: ['委托事项', '委托内容', '委托业务内容', '委托业务事项'],
    trustee: ['受托单位*', '受托方*', '受托机构*'],
  },
})
