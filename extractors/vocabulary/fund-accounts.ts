/** The columns of a fund's accounts by function code: what was there, came in, was spent and is left. */
import { basic, closingBalance, openingBalance, project, total } from './columns.ts'

export const fundAccounts = {
  opening_balance: openingBalance,
  income: ['本年收入', '本年收入/合计', '本年收入/小计'],
  total: total.filter((h) => !h.includes('收入')),
  basic,
  project,
  closing_balance: closingBalance,
}
