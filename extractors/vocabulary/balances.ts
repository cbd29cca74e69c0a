/** Headers over what the year before left, and what is left for the next. */
import type { HeaderPattern } from '../../src/template/define.ts'

type Headers = readonly HeaderPattern[]

const OPENING = [
  '年初结转和结余',
  '年初*结转*结余*',
  '上年结转*',
  '年初结转*',
  '年初结余',
  '年初余额',
  '期初结转*',
  '上年结余',
  '上年末结转*',
]
const CLOSING = [
  '年末结转和结余',
  '结转和结余',
  '年末*结转*结余*',
  '结转下年*',
  '年末结转*',
  '年终结转*',
  '年终结余',
  '年末结余',
  '年末余额',
  '期末结转*',
]
/** In accounts: what was there at the start of the year, and is at its end. */
export const openingBalance: Headers = alsoTotals(OPENING)
export const closingBalance: Headers = alsoTotals(CLOSING)

function alsoTotals(headers: Headers): Headers {
  return [...headers, ...headers.flatMap((h) => [`${h}/合计`, `${h}/小计`])]
}

/** What is left on a unit's own account (Shaanxi). */
export const accountBalance: Headers = ['*实户资金*余额*', '*账户资金余额*']

/** In budgets: what comes from the year before. */
export const carriedOver: Headers = [
  '上年结转结余',
  '上年财政拨款结转*',
  '上年财政拨款资金结转*',
  '上年结转',
  '上年结转*/小计',
  '上年结转*/合计',
  '上年结余*',
  '单位上年结余*',
  '上年结余*/小计',
  '上年结余*/合计',
  '上年结转*资金',
  '上年结转(*',
  '上年*结转结余',
  '年初结转*',
  '年初结余*',
  '年初财政拨款结转*',
  '上年结转收入',
  '上年结转*安排',
  '结转结余',
  '结转结余/小计',
  '结转结余/合计',
  '*拨款结转结余',
  '*资金结转结余',
  '上年*结转*结余/小计',
  '上年*结转*结余/合计',
  '年初*结转*结余/小计',
  '年初*结转*结余/合计',
  '*拨款结转*结余/小计',
  '*拨款结转*结余/合计',
  '财政拨款结转*',
  '财政拨款结转*/小计',
  '财政拨款结转*/合计',
  '上年末结转*',
  '上年财政结转*',
  '结余结转资金',
  '结转和结余资金',
  '结转结余资金',
  '结转资金',
  '结转收入',
  '结余资金',
]
