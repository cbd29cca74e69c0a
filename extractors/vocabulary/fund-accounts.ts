/** The columns of accounts by function code: what was there, came in, was spent and is left. */
import type { Identity } from '../../src/template/define.ts'
import { closingBalance, openingBalance } from './balances.ts'
import { actualTotal, basic, nonPersonnel, personnel, project } from './columns.ts'
import { comparison, staged } from './comparison.ts'
import { natures, projectKinds, projectNatures } from './function-budget.ts'
import { balance } from './identities.ts'

export const fundAccounts = {
  opening_balance: openingBalance,
  opening_balance_basic: ['年初*结转*/基本支出*', '上年结转*/基本支出*', '上年结余*/基本支出*'],
  opening_balance_project: [
    '年初*结转*/项目支出*',
    '年初*结转*/项目支出*/小计',
    '年初*结转*/项目支出*/合计',
    '上年结转*/项目支出*',
    '上年结余*/项目支出*',
  ],
  opening_balance_project_carried: ['年初*结转*/项目支出*/项目支出结转'],
  opening_balance_project_surplus: ['年初*结转*/项目支出*/项目支出结余'],
  income: ['本年收入', '本年收入/合计', '本年收入/小计', '本年收入合计', '本年*拨款收入', '本年收入决算*'],
  income_basic: ['本年收入/基本支出'],
  income_project: ['本年收入/项目支出'],
  total: [...actualTotal.filter((h) => !h.includes('收入')), '本年', '本年支出'],
  total_carried_over: ['本年支出/上年结转*', '本年支出/年初结转*'],
  basic: [...basic, '本年支出/基本支出', '本年支出/基本支出/小计', '本年支出/基本支出/合计'],
  personnel,
  non_personnel: nonPersonnel,
  project: [...project, '本年支出/项目支出'],
  closing_balance: closingBalance,
  closing_balance_basic: ['年末*结转*/基本支出*', '结转和结余/基本支出*', '结转下年*/基本支出*'],
  closing_balance_project: [
    '年末*结转*/项目支出*',
    '年末*结转*/项目支出*/小计',
    '年末*结转*/项目支出*/合计',
    '结转和结余/项目支出*',
    '结转下年*/项目支出*',
  ],
  closing_balance_project_carried: ['年末*结转*/项目支出结转', '年末*结转*/项目支出*/项目支出结转'],
  closing_balance_project_surplus: ['年末*结转*/项目支出结余', '年末*结转*/项目支出*/项目支出结余'],
  ...comparison,
  ...staged({ total: actualTotal, basic, project }),
}

/** The same where what was spent is divided by its nature, and projects by their kind. */
export const fundSpending = { ...fundAccounts, ...natures, ...projectNatures, ...projectKinds }

export const balances: readonly Identity[] = [
  { sum: 'opening_balance', of: ['opening_balance_basic', 'opening_balance_project'] },
  { sum: 'opening_balance_project', of: ['opening_balance_project_carried', 'opening_balance_project_surplus'] },
  { sum: 'income', of: ['income_basic', 'income_project'] },
  { sum: 'closing_balance', of: ['closing_balance_basic', 'closing_balance_project'] },
  {
    sum: 'closing_balance',
    of: ['closing_balance_basic', 'closing_balance_project_carried', 'closing_balance_project_surplus'],
    unless: ['closing_balance_project'],
  },
  { sum: 'closing_balance_project', of: ['closing_balance_project_carried', 'closing_balance_project_surplus'] },
  balance,
]
