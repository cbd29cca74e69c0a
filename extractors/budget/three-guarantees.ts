/** “三保”支出预算表: what keeps people, wages and offices going, by unit or by what is guaranteed. */
import { defineTable } from '../../src/template/define.ts'
import { generalPublic, total } from '../vocabulary/columns.ts'
import { levels } from '../vocabulary/projects.ts'

export const threeGuarantees = defineTable({
  id: 'three-guarantees',
  kind: 'budget',
  titles: ['“三保”支出预算表', '“三保”预算安排情况表', '“三保”支出情况表', '“三保”支出表'],
  titleHas: ['三保'],
  unlike: ['三公', '绩效'],
  rows: { by: 'record' },
  columns: {
    total: [...total, '预算数', '预算金额', '安排金额', '金额', '三保支出', '三保支出*'],
    livelihood: ['保基本民生', '保民生', '保基本民生*', '保基本民生/小计', '保民生/小计'],
    wages: ['保工资', '保工资*', '保工资/小计'],
    operation: ['保运转', '保运转*', '保运转/小计'],
    general_public: generalPublic,
    superior: ['上级资金', '*上级资金', '上级补助*', '上级转移支付*'],
    own_level: ['本级资金', '*本级资金', '本级财力*', '本级安排*'],
    ...levels,
  },
  labels: {
    unit: ['单位名称', '单位', '部门名称', '预算单位'],
    kind: ['三保类别', '类别', '三保项目', '保障类别', '保障范围'],
    project: ['项目名称', '项目', '保障项目', '保障事项', '科目名称', '功能科目名称'],
  },
  texts: { basis: ['*依据', '*标准'] },
  identities: [
    { list: 'total' },
    { sum: 'total', of: ['livelihood', 'wages', 'operation'], given: ['wages', 'operation'], usual: true },
    { sum: 'total', of: ['superior', 'own_level'], usual: true },
  ],
})
