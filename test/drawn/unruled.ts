/** Pages without some of their rulings: how tables look that were drawn without. */
import { toTextRow } from '../../src/grid/pieces.ts'
import { type Line, toLines } from '../../src/page/lines.ts'
import type { Page, Ruling } from '../../src/page/types.ts'

const keep =
  (wanted: (r: Page['rulings'][number], page: Page) => boolean) =>
  (page: Page): Page => ({
    ...page,
    rulings: page.rulings.filter((r) => wanted(r, page)),
  })

export const WAYS: Record<string, (page: Page) => Page> = {
  none: keep(() => false),
  'horizontal only': keep((r) => r.axis === 'h'),
  'three lines': (page) => {
    const [top, header, bottom] = heights(page)
    return keep((r) => r.axis === 'h' && [top, header, bottom].some((y) => Math.abs(r.at - y!) < 1))(page)
  },
  'around the header only': (page) => {
    const [, header, bottom] = heights(page)
    const isKept = (r: Ruling) => (r.axis === 'h' ? r.at < header + 1 || r.at > bottom - 1 : r.from < header - 2)
    // Rulings between columns may be drawn in one go from the header to the last row.
    const rulings = page.rulings.filter(isKept).map((r) => (r.axis === 'v' ? { ...r, to: Math.min(r.to, header) } : r))
    return { ...page, rulings }
  },
}

/** Heights of the first ruling, of the one below the header and of the last. */
function heights(page: Page): [number, number, number] {
  const ys = page.rulings.filter((r) => r.axis === 'h').map((r) => r.at)
  const isData = (line: Line) => toTextRow(line).pieces.some((p) => p.amount || /^\d{3,7}$|^[一二三]、/.test(p.text))
  const data = toLines(page.glyphs).find((l) => l.box[1] > Math.min(...ys) && isData(l))
  const above = ys.filter((y) => data && y < (data.box[1] + data.box[3]) / 2)
  return [Math.min(...ys), Math.max(...above), Math.max(...ys)]
}
