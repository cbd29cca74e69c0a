/** Tables whose header alone is ruled, and the one ruling that ends them. */
import { expect, it } from 'vitest'
import { findGrids } from '../../../src/grid/find.ts'
import { lines, pageOf, row, ruling, textsOf } from '../../drawn/ruled.ts'

const at = (words: string, x: number): [string, number] => [words, x + 4.5 * words.length]
const page = (...last: ReturnType<typeof ruling>[]) =>
  pageOf(
    [...lines('h', 0, 400, 100, 120), ...lines('v', 100, 120, 0, 200, 400), ...last],
    [
      row(110, ['项目', 100], ['预算数', 300]),
      row(130, at('一、财政拨款', 4), ['100.00', 380]),
      row(150, at('二、事业收入', 4), ['20.00', 380]),
      row(170, at('三、其他收入', 4), ['0.50', 380]),
      row(290, at('上年结转', 4), ['12.50', 380]),
    ],
  )
const rowsOf = (p: ReturnType<typeof page>) => findGrids(p).flatMap((g) => textsOf(g))

it('what stands above it is the table’s, whatever rows are blank above that', () => {
  expect(rowsOf(page(ruling('h', 305, 0, 400)))).toContain('上年结转|12.50')
})

it('… and is not known to be where another ruling as wide stands above it', () => {
  expect(rowsOf(page(ruling('h', 185, 0, 400), ruling('h', 305, 0, 400)))).not.toContain('上年结转|12.50')
})
