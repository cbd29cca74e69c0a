/** A table too wide for its paper, printed in strips: their columns stand beside each other again. */
import { expect, it } from 'vitest'
import { findGrids } from '../../src/grid/find.ts'
import type { Grid } from '../../src/grid/types.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { basic, besideEachOther, expenditure, income, joined, names, project, strip, total, WHOLE } from './strips.ts'

const part = ([head, ...texts]: string[], from: number, to: number) => [head!, ...texts.slice(from, to)]

it('names stand on the first strip alone', () => {
  expect(joined(strip(1, names(), total), strip(2, basic, project))).toEqual([WHOLE])
  expect(joined(strip(1, names(), total), strip(2, basic), strip(3, project))).toEqual([WHOLE])
  const further = ['其中：债券', '0.10', '0.20', '0.00', '0.30']
  const blank = ['上缴上级', '', '', '', '']
  const three = joined(strip(1, names(), total), strip(2, basic, project), strip(3, further, blank))
  expect(three).toEqual([WHOLE.map((line, r) => `${line}|${further[r]}|${blank[r]}`)])
})

it('names stand on each strip', () => {
  expect(joined(strip(1, names(), total), strip(2, names(), basic, project))).toEqual([WHOLE])
})

it('rows go on over further pages, in either order of printing', () => {
  const [a, b] = [strip(1, names(0, 2), part(total, 0, 2)), strip(2, part(basic, 0, 2), part(project, 0, 2))]
  const [c, d] = [strip(3, names(2), part(total, 2, 4)), strip(4, part(basic, 2, 4), part(project, 2, 4))]
  const halves = [WHOLE.slice(0, 3), [WHOLE[0], ...WHOLE.slice(3)]]
  expect(joined(a, b, c, d)).toEqual(halves)
  expect(joined(a, c, b, d)).toEqual(halves)
})

it('further pages print no headers: they are strips in the order of those that do, though all columns are as wide', () => {
  const further = (column: string[]) => [
    column[0]!,
    ...column.slice(1).map((amount) => (amount === '0.00' ? '' : amount)),
  ]
  const block = (number: number, from: number, ...columns: string[][]) =>
    strip(number, ...columns.map((c) => (from === 0 ? c.slice(0, 3) : c.slice(3))))
  const three = (page: (row: number, column: number) => number, from: number) => [
    block(page(from, 0), 3 * from, names(), total),
    block(page(from, 1), 3 * from, basic, further(project)),
    block(page(from, 2), 3 * from, ['上缴上级', ...further(project).slice(1)], ['补助下级', ...basic.slice(1)]),
  ]
  const whole = WHOLE.map((line) => line.split('|')).map(([name, all, own, others]) => {
    const rest = others === '0.00' ? '' : others
    const more = own === '基本支出' ? ['上缴上级', '补助下级'] : [rest, own]
    return [name, all, own, rest, ...more].join('|')
  })
  const halves = [whole.slice(0, 3), whole.slice(3)]
  const over = (row: number, column: number) => 3 * row + column + 1
  expect(joined(...three(over, 0), ...three(over, 1))).toEqual(halves)
  const [[a, b, c], [d, e, f]] = [0, 1].map((row) => three((r, column) => 2 * column + r + 1, row)) as [Grid[], Grid[]]
  expect(joined(a!, d!, b!, e!, c!, f!)).toEqual(halves)
})

it('a table that is printed twice, or goes on with other lines, is none beside the first', () => {
  const first = strip(1, names(), total)
  expect(besideEachOther(first, strip(2, names(), total))).toHaveLength(2)
  expect(
    besideEachOther(first, strip(2, ['科目名称', '科学技术支出', '农林水支出', '其他支出', '合计'], total)),
  ).toHaveLength(2)
})

it('names stand alone on the first strip', () => {
  const codes = ['科目编码', '205', '210', '221', '']
  const [whole, ...others] = joined(strip(1, codes, names()), strip(2, total, basic, project))
  expect(whole).toEqual(WHOLE.map((line, r) => `${codes[r]}|${line}`))
  expect(others).toEqual([])
})

it('nothing stands on the last strip but headers', () => {
  const blank = ['上缴上级', '', '', '', '']
  const unused = ['经营支出', '', '', '', '']
  const [whole, ...others] = joined(strip(1, names(), total), strip(2, basic, project), strip(3, blank, unused))
  expect(whole).toEqual(WHOLE.map((line, r) => `${line}|${blank[r]}|${unused[r]}`))
  expect(others).toEqual([])
})

it('the expenditure of a summary stands on the second strip, with names of its own', () => {
  const [whole] = joined(strip(1, ...income), strip(2, ...expenditure))
  expect(whole?.slice(0, 2)).toEqual(['收入|预算数|支出|预算数', '财政拨款|20.00|教育支出|12.50'])
})

it('both sides of a summary go on over a page each', () => {
  const halves = (columns: string[][], from: number) => columns.map((c) => [c[0]!, ...c.slice(from, from + 2)])
  const [a, b] = [strip(1, ...halves(income, 1)), strip(2, ...halves(expenditure, 1))]
  const [c, d] = [strip(3, ...halves(income, 3)), strip(4, ...halves(expenditure, 3))]
  const [upper, lower, ...others] = joined(a, b, c, d)
  expect(upper?.at(-1)).toBe('事业收入|5.00|卫生健康支出|7.50')
  expect(lower?.at(-1)).toBe('合计|25.00|合计|25.00')
  expect(others).toEqual([])
})

it('the amounts of the expenditure alone stand on the second strip, headed as those of the income', () => {
  const [whole] = joined(strip(1, ...income, expenditure[0]!), strip(2, expenditure[1]!))
  expect(whole?.slice(0, 2)).toEqual(['收入|预算数|支出|预算数', '财政拨款|20.00|教育支出|12.50'])
})

it('income and expenditure by one list of names are two tables, as those are that begin with the sum of their columns', () => {
  const [received, spent] = [
    ['本年收入', ...total.slice(1)],
    ['本年支出', ...total.slice(1)],
  ]
  const sums = (head: string) => [head, ...total.slice(1)]
  const wide = (number: number, ...columns: string[][]) => {
    const grid = strip(number, ...columns)
    return { ...grid, xs: grid.xs.map((x) => x + 20 * number) }
  }
  expect(joined(strip(1, names(), received), wide(2, names(), spent))).toHaveLength(2)
  const first = strip(1, names(), sums('本年收入合计'), basic)
  expect(joined(first, strip(2, names(), sums('本年支出合计'), project))).toHaveLength(2)
  expect(joined(first, strip(2, names(), sums('小计'), project))).toHaveLength(1)
})

it('columns of one line without a name, below one header over all of them', () => {
  const spend = (number: number, ...columns: string[][]) => {
    const grid = strip(number, ...columns)
    const [top] = grid.cells.filter((c) => c.row === 0)
    return { ...grid, cells: [{ ...top!, colSpan: columns.length }, ...grid.cells.filter((c) => c.row > 0)] }
  }
  const first = spend(1, ['三公经费', '合计', '9.00'], ['', '因公出国', '2.00'])
  const second = spend(2, ['三公经费', '用车', '4.00'], ['', '接待', '3.00'])
  const [whole, ...others] = joined(first, second)
  expect(whole).toEqual(['三公经费+4', '合计|因公出国|用车|接待', '9.00|2.00|4.00|3.00'])
  expect(others).toEqual([])
  const another = spend(2, ['三公经费', '合计', '4.00'], ['', '接待', '3.00'])
  expect(besideEachOther(first, another)).toHaveLength(2)
})

/** The same below the header of a group, whose sides are drawn only where it begins and ends. */
function grouped(number: number, group: { text: string; from: number; closed: boolean }, ...columns: string[][]): Grid {
  const count = columns[0]!.length
  const xs = columns.map((_, i) => 60 + 120 * i)
  const right = 60 + 120 * columns.length
  const ys = Array.from({ length: count + 1 }, (_, r) => 124 + 24 * r)
  const sides = [...xs.filter((_, i) => i <= group.from && group.from > 0), ...(group.closed ? [right] : [])]
  const rulings = [
    ...lines('h', 60, right, 100, ...ys),
    ...lines('v', 124, ys.at(-1)!, ...xs, right),
    ...lines('v', 100, 124, ...sides),
  ]
  const texts = ys
    .slice(0, -1)
    .map((y, r) => row(y + 12, ...columns.map((c, i): [string, number] => [c[r]!, xs[i]! + 60])))
  const head = group.text === '' ? [] : [row(112, [group.text, right - 60])]
  return findGrids({ ...pageOf(rulings, [...head, ...texts]), number })[0]!
}

it('the header of a group goes on over three strips and is printed on one', () => {
  const sum = ['小计', ...basic.slice(1)]
  const open = { from: 0, closed: false }
  const parts = (text: readonly string[], ...[a, b]: [string[], string[]]) => [
    grouped(1, { text: text[0]!, from: 2, closed: false }, names(), total, a),
    grouped(2, { ...open, text: text[1]! }, b, basic),
    grouped(3, { text: text[2]!, from: 0, closed: text[2] !== '' }, project, basic),
  ]
  const headOf = ([whole, ...others]: Grid[]) => {
    expect(others).toEqual([])
    const head = whole!.cells.find((c) => c.text === '其中')
    return [head?.row, head?.col, head?.colSpan]
  }
  for (const text of [
    ['', '其中', ''],
    ['', '', '其中'],
  ])
    expect(headOf(besideEachOther(...parts(text, sum, project)))).toEqual([0, 2, 5])
})
