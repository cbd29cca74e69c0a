/** 政府购买服务支出表: services bought from society, by the guiding catalogue. */
import { defineTable } from '../../src/template/define.ts'
import { carriedOver } from '../vocabulary/balances.ts'
import { generalPublic, governmentFund, specialAccount, stateCapital, unitFunds } from '../vocabulary/columns.ts'

export const serviceProcurement = defineTable({
  id: 'service-procurement',
  kind: 'any',
  titles: ['政府购买服务支出表', '财政拨款政府购买服务明细表', '政府购买服务预算表'],
  titleHas: ['购买服务'],
  rows: { by: 'record' },
  columns: {
    total: [
      '预算金额',
      '金额',
      '合计',
      '总计',
      '*预算数',
      '小计',
      '购买*金额',
      '*金额合计',
      '项目总金额',
      '预算总额',
      '*总金额',
    ],
    general_public: generalPublic,
    government_fund: governmentFund,
    state_capital: stateCapital,
    special_account: specialAccount,
    other_funds: [...unitFunds, '资金来源/其他', '资金来源/其他*'],
    fiscal_appropriation: ['财政拨款', '*/财政拨款', '财政性资金'],
    carried_over: carriedOver,
  },
  labels: {
    class: ['指导性目录/一级', '一级', '一级目录', '*/一级*'],
    section: ['指导性目录/二级', '二级', '二级目录', '*/二级*'],
    item: ['指导性目录/三级', '三级', '三级目录', '*/三级*'],
    project: ['项目名称', '购买服务项目', '项目'],
    service: ['*购买服务项目名称', '*购买服务名称', '服务项目', '政府购买服务项目'],
    catalogue: ['*购买服务目录*', '*指导性目录*', '*购买服务指导*', '*目录名称'],
  },
  texts: {
    catalogue_code: ['*目录编码', '*目录代码'],
    content: ['购买内容', '服务内容', '*内容', '*内容简述'],
    beneficiary: ['*受益对象', '*服务对象'],
    provider: ['*承接主体*'],
    class_of_service: ['*服务类别'],
    period: ['服务期限', '*期限'],
    method: ['购买方式', '采购方式', '*购买方式', '*采购方式'],
    field: ['*服务领域'],
    time: ['*购买时间', '*采购时间', '*实施时间'],
    purpose: ['基本支出项目支出'],
  },
  identities: [{ list: 'total' }],
})
