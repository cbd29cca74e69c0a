/** A table too wide for its paper, printed in strips: their columns stand beside each other again. */
import { expect, it } from 'vitest'
import { findGrids } from '../../src/grid/find.ts'
import { besideOf, joinBeside } from '../../src/grid/pages/beside.ts'
import type { Grid } from '../../src/grid/types.ts'
import { lines, pageOf, row, textsOf } from '../drawn/ruled.ts'

const NAMES = ['教育支出', '卫生健康支出', '住房保障支出', '合计']

/** A page with such columns, each a header and its texts from the top down. */
function strip(number: number, ...columns: string[][]): Grid {
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

const names = (from = 0, to = NAMES.length) => ['科目名称', ...NAMES.slice(from, to)]
const total = ['合计', '12.50', '7.50', '5.00', '25.00']
const basic = ['基本支出', '10.00', '7.50', '5.00', '22.50']
const project = ['项目支出', '2.50', '0.00', '0.00', '2.50']
const part = ([head, ...texts]: string[], from: number, to: number) => [head!, ...texts.slice(from, to)]

const WHOLE = [
  '科目名称|合计|基本支出|项目支出',
  '教育支出|12.50|10.00|2.50',
  '卫生健康支出|7.50|7.50|0.00',
  '住房保障支出|5.00|5.00|0.00',
  '合计|25.00|22.50|2.50',
]

function besideEachOther(...parts: Grid[]): Grid[] {
  const strips = new Map<Grid, Grid>()
  for (const [i, part] of parts.entries()) {
    const first = besideOf(parts.slice(0, i), part, strips)
    if (first) strips.set(part, first)
  }
  return joinBeside(parts, strips)
}

const joined = (...parts: Grid[]) => besideEachOther(...parts).map(textsOf)

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

const income = [
  ['收入', '财政拨款', '事业收入', '', '合计'],
  ['预算数', '20.00', '5.00', '', '25.00'],
]
const expenditure = [
  ['支出', ...NAMES],
  ['预算数', ...total.slice(1)],
]

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

/** Columns below one header over all of them, with its left and right side drawn or not. */
function headed(number: number, [left, text, right]: [boolean, string, boolean], ...columns: string[][]): Grid {
  const [x0, x1] = [60, 60 + 120 * columns.length]
  const below = strip(number, ...columns)
  const rulings = [
    ...lines('h', x0, x1, 76, ...below.rows.flatMap((r) => [r.y0, r.y1])),
    ...lines('v', 100, below.rows.at(-1)!.y1, ...below.xs),
    ...lines('v', 76, 100, ...(left ? [x0] : []), ...(right ? [x1] : [])),
  ]
  const texts = columns.flatMap((c, i) => c.map((t, r) => row(112 + 24 * r, [t, 120 + 120 * i])))
  return findGrids({ ...pageOf(rulings, [row(88, [text, (x0 + x1) / 2]), ...texts]), number })[0]!
}

it('a header that is open at its left side begins on the page before, whatever it is over', () => {
  const all = ['合计', '9.00']
  const abroad = ['因公出国', '2.00']
  const [cars, guests] = [
    ['用车', '4.00'],
    ['接待', '3.00'],
  ]
  const whole = ['三公经费+4', '合计|因公出国|用车|接待', '9.00|2.00|4.00|3.00']
  const parts = (first: Grid, second: Grid) => joined(first, second)
  expect(
    parts(headed(1, [true, '三公经费', false], all, abroad), headed(2, [false, '', true], cars!, guests!)),
  ).toEqual([whole])
  expect(
    parts(headed(1, [true, '', false], all, abroad), headed(2, [false, '三公经费', true], cars!, guests!)),
  ).toEqual([whole])
  const another = headed(2, [true, '会议费', true], cars!, cars!)
  expect(besideEachOther(headed(1, [true, '三公经费', true], all, all), another)).toHaveLength(1)
  expect(besideEachOther(headed(1, [true, '', false], all, abroad), strip(2, cars!, guests!))).toHaveLength(2)
})

it('a header whose sides are drawn is whole, though it fills its cell as the one beside it does', () => {
  const long = '一般公共预算财政拨款资金支'
  const [whole] = joined(strip(1, names(), [long, ...total.slice(1)]), strip(2, [long.slice(0, -1), ...basic.slice(1)]))
  expect(whole?.[0]).toBe(`科目名称|${long}|${long.slice(0, -1)}`)
})

it('the header of the expenditure is cut; its names tell the side', () => {
  const spent = [
    ['支', ...NAMES.slice(0, 3), '本年支出合计'],
    ['合计', ...total.slice(1)],
  ]
  const [whole] = joined(strip(1, ...income), strip(2, ...spent))
  expect(whole?.[1]).toBe('财政拨款|20.00|教育支出|12.50')
})

it('names alone stand on the first strip, a blank one between those of figures', () => {
  const codes = ['科目编码', '205', '210', '221', '']
  const [blank, unused] = ['上缴上级', '补助下级'].map((head) => [head, '', '', '', ''])
  const parts = [strip(1, codes, names()), strip(2, total), strip(3, blank!, unused!), strip(4, basic)]
  const own = (line: string, r: number) => [codes[r], ...line.split('|').slice(0, 2), blank![r], unused![r], basic[r]]
  expect(joined(...parts)).toEqual([WHOLE.map((line, r) => own(line, r).join('|'))])
})

it('blank rows are left out at the top of a further page of one side', () => {
  const numbered = ['一、教育支出', '二、卫生健康支出', '三、住房保障支出', '支出总计']
  const part = ([head, ...texts]: string[], from: number, to: number) =>
    from > 0 ? texts.slice(from, to) : [head!, ...texts.slice(0, to)]
  const sides = [
    [['收入', '一、财政拨款', '二、事业收入', '', '收入总计'], income[1]!],
    [['支出', ...numbered], expenditure[1]!],
  ]
  const [a, b, c, d] = [0, 1].flatMap((side) =>
    [0, 2].map((from, page) => {
      const columns = sides[side]!.map((column) => part(column, from, from + 2))
      return strip(2 * side + page + 1, ...columns)
    }),
  )
  const [first, ...rest] = b!.rows
  const without = {
    ...b!,
    rows: rest,
    box: [b!.box[0], first!.y1, b!.box[2], b!.box[3]] as Grid['box'],
    cells: b!.cells.flatMap((cell) => (cell.row > 0 ? [{ ...cell, row: cell.row - 1 }] : [])),
  }
  const [upper, lower, ...others] = joined(a!, without, c!, d!)
  expect(upper?.at(-1)).toBe('二、事业收入|5.00|二、卫生健康支出|7.50')
  expect(lower?.at(-1)).toBe('收入总计|25.00|支出总计|25.00')
  expect(others).toEqual([])
})

it('columns of one line without a name, each strip below a header of its own', () => {
  const years = ['上年决算数', '预算数', '决算数'].map((head, i) =>
    headed(i + 1, [true, head, true], ['合计', `${i + 3}.00`], ['接待', `${i + 1}.00`]),
  )
  expect(joined(...years)).toEqual([
    ['上年决算数+2|预算数+2|决算数+2', '合计|接待|合计|接待|合计|接待', '3.00|1.00|4.00|2.00|5.00|3.00'],
  ])
})

it('one column alone is a strip: of one figure where nothing else is ruled, its rows parted by double lines', () => {
  expect(strip(2, ['机关运行经费', '300.43'])).toBeDefined()
  expect(strip(2, ['机关运行经费', '略'])).toBeUndefined()
  const ys = [100, 102.8, 124, 126.8, 148, 150.8, 172, 174.8, 196]
  const texts = ['决算数', '12.50', '7.50', '5.00'].map((text, r) => row(113 + 24 * r, [text, 120]))
  const page = pageOf([...lines('h', 60, 180, ...ys), ...lines('v', 100, 196, 60, 180)], texts)
  expect(textsOf(findGrids(page)[0])).toEqual(['决算数', '12.50', '7.50', '5.00'])
})
