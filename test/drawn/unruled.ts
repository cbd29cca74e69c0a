/** Pages without some of their rulings: how tables look that were drawn without. */
import type { Page } from '../../src/page/types.ts'

const keep =
  (wanted: (r: Page['rulings'][number], page: Page) => boolean) =>
  (page: Page): Page => ({
    ...page,
    rulings: page.rulings.filter((r) => wanted(r, page)),
  })

export const WAYS: Record<string, (page: Page) => Page> = {
  none: keep(() => false),
  'horizontal only': keep((r) => r.axis === 'h'),
  'around the header only': keep((r, page) => {
    const tops = page.rulings.filter((o) => o.axis === 'h').map((o) => o.at)
    const top = Math.min(...tops)
    const first = tops.filter((y) => y > top + 4).sort((a, b) => a - b)
    return r.axis === 'h'
      ? r.at < (first[0] ?? top) + 1 || r.at > Math.max(...tops) - 1
      : r.from < (first[0] ?? top) - 2 && r.to < (first[0] ?? top) + 2
  }),
}
