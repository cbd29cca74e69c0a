/** Lines over the whole paper are no rulings of a table: folds, streaks of a printer, lines of a template. */
import type { Page, Ruling } from '../page/types.ts'

/** Points from the edge of the paper within which such a line begins and ends. */
const AT_EDGE = 5
/** More of them than these are the rulings of a table that fills its page to the edges. */
const MOST = 2

/** The page without the few lines that reach from one edge of the paper to the other. */
export function withoutPageLines(page: Page): Page {
  const reaching = [...across(page, 'h', page.width), ...across(page, 'v', page.height)]
  return reaching.length === 0 ? page : { ...page, rulings: page.rulings.filter((r) => !reaching.includes(r)) }
}

function across({ rulings }: Page, axis: Ruling['axis'], length: number): Ruling[] {
  const own = rulings.filter((r) => r.axis === axis)
  const reaching = own.filter((r) => r.from <= AT_EDGE && r.to >= length - AT_EDGE)
  return reaching.length <= MOST && reaching.length < own.length ? reaching : []
}
