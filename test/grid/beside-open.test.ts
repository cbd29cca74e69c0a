/** Strips whose headers are cut or left out at the end of the page, and those of one column. */
import { expect, it } from 'vitest'
import { forms } from '../../src/forms.ts'
import { findGrids } from '../../src/grid/find.ts'
import { joinBeside } from '../../src/grid/pages/join-strips.ts'
import type { Grid } from '../../src/grid/types.ts'
import { splitAtTitles } from '../../src/template/around/frame.ts'
import { titleJudge } from '../../src/template/tables.ts'
import { lines, pageOf, row, textsOf } from '../drawn/ruled.ts'
import {
  basic,
  besideEachOther,
  expenditure,
  income,
  joined,
  NAMES,
  names,
  project,
  strip,
  total,
  WHOLE,
} from './strips.ts'

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

it('rows further down have no page of the last strip, which is blank there', () => {
  const half = (number: number, from: number, ...columns: string[][]) =>
    strip(number, ...columns.map((c) => (from === 0 ? c.slice(0, 3) : c.slice(3))))
  const blank = ['上缴上级', '', '', '', '']
  const unused = ['补助下级', '', '', '', '']
  const parts = [half(1, 0, names(), total), half(2, 3, names(), total), half(3, 0, basic, project)]
  const [upper, lower, ...others] = besideEachOther(...parts, half(4, 3, basic, project), half(5, 0, blank, unused))
  expect(others).toEqual([])
  expect(lower?.xs).toEqual(upper?.xs)
})

it('a letter that the edge of the page cuts is printed on both pages', () => {
  const [all, cars] = [
    ['合计', '9.00'],
    ['用车', '4.00'],
  ]
  const second = headed(2, [false, '公经费', true], cars!, cars!)
  for (const cut of ['三公', '三'])
    expect(joined(headed(1, [true, cut, false], all!, all!), second)[0]?.[0]).toBe('三公经费+4')
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

it('a page under the same headers goes on below, though its first figures are whole and its names say 支出', () => {
  const page = (number: number, own: string[], texts: string[]) =>
    strip(number, ['科目名称', ...own], ['本年收入', ...texts], ['财政拨款收入', ...texts])
  const [first, second] = [NAMES.slice(0, 2), ['农林水支出', '其他支出']]
  expect(besideEachOther(page(1, first!, ['12.50', '7.50']), page(2, second!, ['16257720', '5.00']))).toHaveLength(2)
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
  expect(strip(2, ['项目支出', '', '', ''])).toBeDefined()
  expect(strip(2, ['项目支出', '', ''])).toBeUndefined()
  const ys = [100, 102.8, 124, 126.8, 148, 150.8, 172, 174.8, 196]
  const texts = ['决算数', '12.50', '7.50', '5.00'].map((text, r) => row(113 + 24 * r, [text, 120]))
  const page = pageOf([...lines('h', 60, 180, ...ys), ...lines('v', 100, 196, 60, 180)], texts)
  expect(textsOf(findGrids(page)[0])).toEqual(['决算数', '12.50', '7.50', '5.00'])
})

it('the name of a total that is merged over columns of both strips, and over all of one, has its figure on the last', () => {
  const ys = [100, 124, 148, 172]
  const [xs, right] = [[60, 180], 300]
  const page = (number: number, texts: string[][], [from, to]: [number, number]) => {
    const rulings = [
      ...lines('h', 60, right, ...ys),
      ...lines('v', 100, 148, ...xs, right),
      ...lines('v', 148, 172, ...[60, 180, right].slice(from, to)),
    ]
    const set = texts.flatMap((own, r) => own.map((t, i) => row(112 + 24 * r, [t, 120 + 120 * i])))
    return findGrids({ ...pageOf(rulings, set), number })[0]!
  }
  const head = ['科目名称', '合计']
  const parts = [
    page(1, [head, ['教育支出', '5.00'], ['公用经费合计', '']], [0, 1]),
    page(2, [head.map((h) => `${h}二`), ['办公费', '2.00']], [0, 0]),
    page(3, [head.map((h) => `${h}三`), ['印刷费', '3.00'], ['', '10.00']], [1, 3]),
  ]
  const whole = new Map(parts.slice(1).map((part) => [part, parts[0]!]))
  expect(joinBeside(parts, whole).map(textsOf)[0]?.at(-1)).toBe('公用经费合计+5|10.00')
})

it('a table of one line goes on under another item, below the same headers of amounts', () => {
  const item = (number: number, name: string, ...amounts: string[]) =>
    headed(number, [true, name, true], ['预算数', amounts[0]!], ['决算数', amounts[1]!])
  const whole = ['因公出国+2|接待+2', '预算数|决算数|预算数|决算数', '2.00|1.00|3.00|2.50']
  expect(joined(item(1, '因公出国', '2.00', '1.00'), item(2, '接待', '3.00', '2.50'))).toEqual([whole])
  expect(besideEachOther(item(1, '接待', '2.00', '1.00'), item(2, '接待', '3.00', '2.50'))).toHaveLength(2)
})

it('the header of a group over both sides of a page may be higher than the headers below it', () => {
  const [ys, xs] = [
    [100, 124, 136, 160],
    [60, 180, 300],
  ]
  const rulings = [...lines('h', 60, 300, ...ys), ...lines('v', 124, 160, ...xs)]
  const texts = [row(112, ['公务用车购置及运行费', 180]), row(130, ['小计', 120], ['购置费', 240])]
  const [grid] = findGrids(pageOf(rulings, [...texts, row(148, ['4.00', 120], ['1.00', 240])]))
  expect(textsOf(grid)).toEqual(['公务用车购置及运行费+2', '小计|购置费', '4.00|1.00'])
})

it('a blank row at the head that goes on at one side is the end of a header, and no row between captions', () => {
  const headless = (left: boolean) => headed(2, [left, '', true], ['用车', '4.00'], ['接待', '3.00'])
  const rowsOf = (grid: Grid) => splitAtTitles(grid, titleJudge(forms)).map((piece) => piece.grid?.rows.length)
  expect([headless(false), headless(true)].map(rowsOf)).toEqual([[3], [2]])
})
