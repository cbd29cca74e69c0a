/** Lines over the whole paper are no rulings of a table: folds, streaks of a printer, lines of a template. */
import type { Page, Ruling } from '../page/types.ts'

/** Points from the edge of the paper within which such a line begins and ends. */
const AT_EDGE = 5

/** The page without a line that reach from one edge of the paper to the other. */
export function withoutPageLines(page: Page): Page {
  const { width, height } = page
  const reaching = [...across(page, 'h', width, height), ...across(page, 'v', height, width)]
  return reaching.length === 0 ? page : { ...page, rulings: page.rulings.filter((r) => !reaching.includes(r)) }
}

/** Of such a line there is one, not at the edge itself: several are the rulings of a table that fills its page. */
function across({ rulings }: Page, axis: Ruling['axis'], length: number, depth: number): Ruling[] {
  const own = rulings.filter((r) => r.axis === axis)
  const reaching = own.filter((r) => r.from <= AT_EDGE && r.to >= length - AT_EDGE)
  const inner = reaching.filter((r) => r.at > AT_EDGE && r.at < depth - AT_EDGE)
  return inner.length === 1 && inner.length < own.length ? inner : []
}
