/** What the texts of a self-evaluation form call the figures of its project. */
import type { Quantity } from '../../src/narrative/define.ts'

export const forms: readonly Quantity[] = [
  {
    name: 'budget',
    words: [
      '涉及资金',
      '项目涉及资金',
      '该项目涉及资金',
      '*项目预算',
      '项目资金',
      '预算资金',
      '预算',
      '下达资金',
      '*经费预算',
    ],
  },
  { name: 'executed', words: ['实际支出', '支出', '实际使用资金', '实际支出资金', '全年执行', '已支出', '实际执行'] },
  { name: 'balance', words: ['结余资金', '结余', '资金结余', '结转资金', '结转结余资金'] },
  { name: 'rate', words: ['预算执行率', '执行率', '资金执行率', '支出进度'], units: ['%'] },
  { name: 'satisfaction', words: ['*满意度', '*满意率'], units: ['%'] },
]
