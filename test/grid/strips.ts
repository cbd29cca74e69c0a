/** Tables of which columns stand on pages of their own, and what is put together of them. */
import { findGrids } from '../../src/grid/find.ts'
import { besideOf } from '../../src/grid/pages/beside.ts'
import { joinBeside } from '../../src/grid/pages/join-strips.ts'
import type { Grid } from '../../src/grid/types.ts'
import { lines, pageOf, row, textsOf } from '../drawn/ruled.ts'

export const NAMES = ['教育支出', '卫生健康支出', '住房保障支出', '合计']

/** A page with such columns, each a header and its texts from the top down. */
export function strip(number: number, ...columns: string[][]): Grid {
  const count = columns[0]!.length
  const xs = columns.map((_, i) => 60 + 120 * i)
  const right = 60 + 120 * columns.length
  const ys = Array.from({ length: count + 1 }, (_, r) => 100 + 24 * r)
  const rulings = [...lines('h', 60, right, ...ys), ...lines('v', 100, ys.at(-1)!, ...xs, right)]
  const texts = ys
    .slice(0, -1)
    .map((y, r) => row(y + 12, ...columns.map((c, i): [string, number] => [c[r]!, xs[i]! + 60])))
  const [grid] = findGrids({ ...pageOf(rulings, texts), number })
  return grid!
}

export const names = (from = 0, to = NAMES.length) => ['科目名称', ...NAMES.slice(from, to)]
export const total = ['合计', '12.50', '7.50', '5.00', '25.00']
export const basic = ['基本支出', '10.00', '7.50', '5.00', '22.50']
export const project = ['项目支出', '2.50', '0.00', '0.00', '2.50']

export const WHOLE = [
  '科目名称|合计|基本支出|项目支出',
  '教育支出|12.50|10.00|2.50',
  '卫生健康支出|7.50|7.50|0.00',
  '住房保障支出|5.00|5.00|0.00',
  '合计|25.00|22.50|2.50',
]

export function besideEachOther(...parts: Grid[]): Grid[] {
  const strips = new Map<Grid, Grid>()
  for (const [i, part] of parts.entries()) {
    const first = besideOf(parts.slice(0, i), part, strips)
    if (first) strips.set(part, first)
  }
  return joinBeside(parts, strips)
}

export const joined = (...parts: Grid[]) => besideEachOther(...parts).map(textsOf)

export const income = [
  ['收入', '财政拨款', '事业收入', '', '合计'],
  ['预算数', '20.00', '5.00', '', '25.00'],
]
export const expenditure = [
  ['支出', ...NAMES],
  ['预算数', ...total.slice(1)],
]
