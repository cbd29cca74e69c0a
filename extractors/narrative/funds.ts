/** What came in and was spent of each fund, told one behind the other. */
import type { Quantity } from '../../src/narrative/define.ts'

/** 一般公共预算财政拨款本年收入 10 万元…；本年支出 9 万元: what was spent of the fund whose income was told before. */
export const ofFunds: readonly Quantity[] = (
  [
    ['general_public', 'general-public-expenditure', '一般公共预算', '一般公共预算财政拨款收入'],
    ['government_fund', 'government-fund', '政府性基金', '政府性基金预算财政拨款收入'],
    ['state_capital', 'state-capital', '国有资本经营', '国有资本经营预算财政拨款收入'],
  ] as const
).flatMap(([fund, table, name, line], i) => {
  const number = ['一', '二', '三'][i]
  const words = [name, `${name}预算`, `${name}财政拨款`, `${name}预算财政拨款`].map((of) => `${of}本年收入`)
  return [
    {
      name: `own_income_${fund}`,
      words,
      accounts: [{ at: `income-expenditure-summary/收入:${number}、${line}/amount` }],
    },
    {
      name: 'own_expenditure',
      of: [`own_income_${fund}`],
      words: ['本年支出', '本年支出合计'],
      accounts: [{ at: `${table}/合计/total` }],
    },
  ]
})
