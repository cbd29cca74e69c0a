/** Names that take a page of their own: a column of words, and the figures on the next page. */
import { expect, it } from 'vitest'
import { joinGrids, sameColumns } from '../../src/grid/pages/join.ts'
import { joinBeside } from '../../src/grid/pages/join-strips.ts'
import { namesAgain } from '../../src/grid/pages/levels.ts'
import type { Grid } from '../../src/grid/types.ts'
import { toSheets } from '../../src/sheets.ts'
import { lines, pageOf, row, textsOf } from '../drawn/ruled.ts'
import { basic, expenditure, income, joined, NAMES, names, project, strip, total, WHOLE } from './strips.ts'

/** A page with one column in a box. */
const box = (number: number, ...texts: string[]) => {
  const ys = [100, ...texts.map((_, i) => 124 + 24 * i)]
  const rulings = [...lines('h', 60, 180, ...ys), ...lines('v', 100, ys.at(-1)!, 60, 180)]
  return {
    ...pageOf(
      rulings,
      texts.map((text, i) => row(112 + 24 * i, [text, 120])),
    ),
    number,
  }
}

const codes = ['科目编码', '205', '210', '221', '合计']

it('figures stand beside them, and the other side of a summary with its own', () => {
  expect(joined(strip(1, names()), strip(2, total), strip(3, basic, project))).toEqual([WHOLE])
  const sides = [income, expenditure].flat().map((column, i) => strip(i + 1, column))
  expect(joined(...sides)).toEqual([
    [
      '收入|预算数|支出|预算数',
      '财政拨款|20.00|教育支出|12.50',
      '事业收入|5.00|卫生健康支出|7.50',
      '||住房保障支出|5.00',
      '合计|25.00|合计|25.00',
    ],
  ])
})

it('they stand beside codes that have none', () => {
  const whole = WHOLE.map((line, i) => `${codes[i]}|${line}`)
  expect(joined(strip(1, codes), strip(2, names()), strip(3, total, basic, project))).toEqual([whole])
  const sum = ([head, ...texts]: string[], text = '') => [head!, text, ...texts.slice(0, 3)]
  const withSum = joined(
    strip(1, sum(codes)),
    strip(2, sum(names())),
    strip(3, sum(total, '25.00'), sum(basic, '22.50')),
  )
  expect(withSum.map((lines) => lines.slice(0, 2))).toEqual([['科目编码|科目名称|合计|基本支出', '||25.00|22.50']])
  expect(joined(strip(1, names(), total), strip(2, ['备注', '甲方案', '乙方案', '丙方案', '丁方案']))).toHaveLength(2)
})

it('the names of the last of two blocks end a page, and their figures begin the next one', () => {
  const [own, others] = [names(0, 2), names(2)]
  const last = [total[0]!, ...total.slice(3)]
  expect(joined(strip(1, own, total.slice(0, 3), others), strip(2, last))).toEqual([
    ['科目名称|合计|科目名称|合计', '教育支出|12.50|住房保障支出|5.00', '卫生健康支出|7.50|合计|25.00'],
  ])
})

it('the codes of a block end a page, and their names begin the next one; so do figures below the same headers', () => {
  const block = (from: number) =>
    [codes, names(), total].map(([head, ...texts]) => [head!, ...texts.slice(from, from + 2)])
  const [a, b, c] = [0, 1, 2].map(block)
  const line = (r: number) => [a, b, c].flatMap((columns) => columns!.map((texts) => texts[r])).join('|')
  const whole = [[0, 1, 2].map(line)]
  expect(joined(strip(1, ...a!, b![0]!), strip(2, ...b!.slice(1), c![0]!), strip(3, ...c!.slice(1)))).toEqual(whole)
  expect(joined(strip(1, ...a!, ...b!.slice(0, 2)), strip(2, b![2]!, ...c!))).toEqual(whole)
})

it('names and figures stand beside codes that a column of units precedes', () => {
  const unit = ['预算单位', '某局', '', '', '']
  const whole = WHOLE.map((line, i) => `${unit[i]}|${codes[i]}|${line}`)
  expect(joined(strip(1, unit, codes), strip(2, names(), total, basic), strip(3, project))).toEqual([whole])
})

it('names of two columns take a page each, or stand on one, with further names beside the figures on the next', () => {
  const unit = ['预算单位', '某局', '某局', '某局', '']
  const whole = WHOLE.map((line, i) => `${unit[i]}|${codes[i]}|${line}`)
  expect(joined(strip(1, unit), strip(2, codes), strip(3, names(), total, basic), strip(4, project))).toEqual([whole])
  const [a, b] = [
    strip(1, ...[unit, codes].map((c) => c.slice(0, 4))),
    strip(2, ...[unit, codes].map((c) => c.slice(2))),
  ]
  const block = (number: number, from: number, to: number) =>
    strip(number, ...[names(), total, basic, project].map((c) => c.slice(from, to)))
  expect(joined(a, b, block(3, 0, 4), block(4, 2, 5))).toEqual([whole.slice(0, 4), whole.slice(2)])
})

it('codes, then names go on over two pages each before the figures do', () => {
  const cut = (number: number, from: number, ...columns: string[][]) =>
    strip(number, ...columns.map((c) => (from === 0 ? c.slice(0, 4) : ['301', ...c.slice(4)])))
  const further = (column: string[]) => [...column.slice(0, 4), '99', '其他支出', '结转', '合计']
  const [own, name, all] = [further(codes), further(names()), [...total, '1.00', '2.00', '3.00', '4.00'].slice(0, 8)]
  const pages = [own, name, all].flatMap((column, i) => [cut(2 * i + 1, 0, column), cut(2 * i + 2, 4, column)])
  expect(joined(...pages).map((rows) => rows.length)).toEqual([4, pages[1]!.rows.length])
})

it('names alone below the same header go on below; cells over several rows stand beside these', () => {
  expect(joined(strip(1, names()), strip(2, [names()[0]!, '农林水支出', '其他支出', '结转', '合计']))).toHaveLength(2)
  const group = strip(1, ['科目名称', '教育', '', '住房', ''])
  const at = (grid: Grid, r: number) => grid.rows[r]!
  const merged: Grid = {
    ...group,
    rows: [at(group, 0), { ...at(group, 1), y1: at(group, 2).y1 }, { ...at(group, 3), y1: at(group, 4).y1 }],
    cells: group.cells.flatMap((c) => (c.text === '' ? [] : { ...c, row: Math.ceil(c.row / 2) })),
  }
  expect(joined(merged, strip(2, names()), strip(3, total))).toEqual([
    ['科目名称|科目名称|合计', '教育|教育支出|12.50', '卫生健康支出|7.50', '住房|住房保障支出|5.00', '合计|25.00'],
  ])
})

it('the last of a column stands on the next page, in a box of one cell', () => {
  const pages = [names(), ['合计'], total, ['25.00']].map((texts, i) => box(i + 1, ...texts))
  expect(toSheets(pages).map(({ grids }) => grids.map((g) => g.rows.length))).toEqual([[5], [1], [5], [1]])
  const [, text] = toSheets([
    box(1, ...total),
    { ...box(2, '合计'), rulings: [...lines('h', 60, 300, 100, 124), ...lines('v', 100, 124, 60, 300)] },
  ])
  expect(text!.grids).toEqual([])
})

it('a column alone goes on below one that is as wide; several in a row of other widths do where letters differ as these do', () => {
  const own = strip(1, names())
  const wider = (grid: Grid, share: number): Grid => ({ ...grid, xs: grid.xs.map((x) => x * share) })
  const scaled = (grid: Grid, share: number): Grid => ({
    ...wider(grid, share),
    cells: grid.cells.map((c) => ({ ...c, glyphs: c.glyphs.map((g) => ({ ...g, size: g.size * share })) })),
  })
  expect([sameColumns(own, strip(2, codes)), sameColumns(own, wider(own, 1.3))]).toEqual([true, false])
  const two = strip(1, names(), total)
  const column: Grid = { ...strip(2, codes), xs: [two.xs[0]!, two.xs.at(-1)!] }
  const note = { ...column, rows: column.rows.slice(0, 1), cells: column.cells.slice(0, 1) }
  expect([sameColumns(two, note), sameColumns(two, column)]).toEqual([true, false])
  expect([sameColumns(two, scaled(two, 1.3)), sameColumns(two, wider(two, 1.3))]).toEqual([true, false])
})

it('a table of one line may have no names: what is headed otherwise, from the same height on, is of it', () => {
  const line = (page: number, ...heads: string[]) => strip(page, ...heads.map((head) => [head, '5.00']))
  expect(joined(line(1, '会议费', '接待费'), line(2, '培训费'))).toEqual([['会议费|接待费|培训费', '5.00|5.00|5.00']])
  expect(joined(line(1, '会议费', '接待费'), line(2, '会议费', '接待费'))).toHaveLength(2)
  const further = strip(2, ['培训费', '5.00'], ['差旅费', '6.00'])
  expect(joined(line(1, '会议费', '接待费'), further)[0]?.at(-1)).toBe('5.00|5.00|5.00|6.00')
  // The totals of both sides of a summary are no names again, though they are the same.
  const [income, expenditure] = [1, 2].map((page) => strip(page, ['项目', '总计'], ['预算数', '25.00']))
  expect(namesAgain(income!, expenditure!)).toBe(0)
})

it('a line further down, with merged cells, is blank in the last columns where these have no page for it', () => {
  const [first, second] = [strip(1, codes, names(), total), strip(2, basic)]
  const further = strip(3, ['合计'], ['25.00'])
  const [x0, x1, x2] = [first.xs[0]!, first.xs[2]!, first.xs[3]!]
  const wide = { ...further, xs: [x0, x1, x2] }
  const [upper, lower] = joinBeside([first, second, wide], new Map([[second, first]]))
  expect(lower!.xs).toEqual([x0, x1, x2, upper!.xs[4]])
  expect(textsOf(joinGrids([upper!, lower!])).at(-1)).toBe('合计+2|25.00|')
})

it('a list or a text in a box is none of a table: no rows of figures are as high on the next page', () => {
  const next = (...texts: string[]) => toSheets([box(1, ...names()), box(2, ...texts)])
  // All rows may be printed before the columns behind: those of the first page are as high as those of the third.
  const pages = [names(), ['某局', '某委', '某办', '某院', '某所', '某队'], total, project]
  expect(toSheets(pages.map((texts, i) => box(i + 1, ...texts))).map(({ grids }) => grids.length)).toEqual([1, 0, 1, 1])
  const [list, figures] = next(...total)
  expect([list!.grids.length, list!.lines.length, figures!.grids.length]).toEqual([1, 0, 1])
  const [alone] = next('合计', '12.50')
  expect([alone!.grids.length, alone!.lines.map((line) => line.text)]).toEqual([0, ['科目名称', ...NAMES]])
  const [text] = toSheets([box(1, ...names().map((name) => `${name}。`)), box(2, ...total)])
  expect(text!.grids).toEqual([])
})
