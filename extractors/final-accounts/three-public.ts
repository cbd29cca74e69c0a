/** 公开09表 财政拨款“三公”经费支出决算表: budget and actual spending on travel abroad, vehicles and receptions. */
import { defineTable } from '../../src/template/define.ts'
import { threePublicParts } from '../vocabulary/identities.ts'
import { threePublicItems } from '../vocabulary/three-public.ts'

export const threePublic = defineTable({
  id: 'three-public',
  kind: 'final-accounts',
  number: '公开09表',
  titles: ['财政拨款“三公”经费支出决算表', '“三公”经费支出决算表'],
  titleHas: ['三公'],
  rows: { by: 'unit', key: '三公' },
  columns: threePublicItems,
  prefixes: {
    previous_: ['上年*', '{last}年*'],
    budget_: ['*预算数', '预算*', '*预算'],
    actual_: ['*决算数', '决算*', '*决算', '*执行数', '支出数'],
  },
  suffixes: {
    '.general_public': ['一般公共预算*'],
    '.government_fund': ['政府性基金*'],
    '.state_capital': ['国有资本*'],
  },
  identities: [...threePublicParts],
})
