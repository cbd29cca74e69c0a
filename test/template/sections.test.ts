/** Which grids of further pages a table goes on with. */
import { expect, it } from 'vitest'
import { forms } from '../../src/forms.ts'
import { findGrids } from '../../src/grid/find.ts'
import { toLines } from '../../src/page/lines.ts'
import { type Sheet, toSections } from '../../src/template/around/sections.ts'
import { titleJudge } from '../../src/template/tables.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'

const HEAD = ['项目', '决算数']

/** A page of lines of text above a table of two columns. */
function sheet(page: number, captions: readonly string[], ...rows: string[][]): Sheet {
  const ys = Array.from({ length: rows.length + 1 }, (_, r) => 100 + 24 * r)
  const rulings = [...lines('h', 60, 300, ...ys), ...lines('v', 100, ys.at(-1)!, 60, 180, 300)]
  const texts = rows.map(([name, amount], r) => row(112 + 24 * r, [name!, 120], [amount!, 240]))
  const above = captions.map((text, i) => row(80 - 20 * (captions.length - 1 - i), [text, 180]))
  const grids = findGrids({ ...pageOf(rulings, texts), number: page })
  return { page, box: [0, 0, 595, 842], grids, lines: toLines(above.flat()), isBlank: false, follows: page > 1 }
}

const pagesOf = (...sheets: Sheet[]) =>
  toSections(sheets, titleJudge(forms)).map((s) => s.parts.flatMap((part) => part.pages))

const first = sheet(1, ['收入支出决算总表', '公开01表 单位：万元'], HEAD, ['教育支出', '12.50'], ['农林水支出', '7.50'])
const further = sheet(2, [], ['住房保障支出', '5.00'], ['其他支出', '1.00'])

it('a page below the number of another table begins that one', () => {
  const rest = [HEAD, ['教育支出', '3.00'], ['其他支出', '1.00']]
  expect(pagesOf(first, sheet(2, ['公开01表'], ...rest))).toEqual([[1, 2]])
  expect(pagesOf(first, sheet(2, ['公开04表'], ...rest))).toEqual([[1], [2]])
})

it('a page with a header and a unit above it begins a table where a page before went on without', () => {
  const again = sheet(3, ['单位：万元'], HEAD, ['教育支出', '3.00'], ['其他支出', '1.00'])
  expect(pagesOf(first, further, again)).toEqual([[1, 2], [3]])
  const titled = sheet(2, ['单位：万元'], HEAD, ['住房保障支出', '5.00'], ['其他支出', '1.00'])
  expect(pagesOf(first, titled, again)).toEqual([[1, 2, 3]])
})

it('a page of the codes that the table begins with, without a figure, begins another one', () => {
  const codes = [
    ['科目编码', '科目名称'],
    ['205', '教育支出'],
    ['213', '农林水支出'],
  ]
  const [names, again] = [1, 2].map((page) => sheet(page, page === 1 ? ['收入决算表'] : [], ...codes))
  expect(pagesOf(names!, again!)).toEqual([[1], [2]])
  const more = [...codes, ['221', '住房保障支出'], ['229', '其他支出']]
  const fewer = [...codes, ['221', '住房保障支出'], ['合计', '']]
  expect(pagesOf(sheet(1, ['收入决算表'], ...more), sheet(2, [], ...fewer))).toEqual([[1], [2]])
  const others = sheet(2, [], codes[0]!, ['221', '住房保障支出'], ['229', '其他支出'])
  expect(pagesOf(names!, others)).toEqual([[1, 2]])
})

it('columns headed alike below other words, or codes where the table has none, begin another one below its unit', () => {
  const below = (page: number, captions: string[], group: string, ...rows: string[][]) =>
    sheet(page, captions, [group, group], HEAD, ...rows)
  const own = below(1, ['收入支出决算总表'], '本年收入', ['财政拨款', '12.50'], ['其他收入', '7.50'])
  const rest = [
    ['政府性基金', '3.00'],
    ['上年结转', '1.00'],
  ]
  expect(pagesOf(own, below(2, ['单位：万元'], '财政拨款收入', ...rest))).toEqual([[1], [2]])
  expect(pagesOf(own, below(2, ['单位：万元'], '本年收入', ...rest))).toEqual([[1, 2]])
  const coded = (unit: string[]) => sheet(2, unit, ['类', '款'], ['301', '01'], ['301', '02'], ['302', '01'])
  expect(pagesOf(own, coded(['单位：万元']))).toEqual([[1], [2]])
  expect(pagesOf(own, coded([]))).toEqual([[1, 2]])
})

it('further columns stand on the page behind a note that takes one of its own', () => {
  const note = (text: string) => ({ ...sheet(2, [text]), grids: [] })
  const columns = sheet(3, [], ['基本支出', '项目支出'], ['10.00', '2.50'], ['7.50', '0.00'])
  expect(pagesOf(first, note('注：本表无数据。'), columns)).toEqual([[1, 3]])
  expect(pagesOf(first, note('部门情况说明如下。'), columns)).toEqual([[1], [3]])
})

it('a title that is cut between the pages of a table is one, though a letter of it is printed on both', () => {
  const cut = (left: string, right: string) => {
    const rows = [HEAD, ['教育支出', '12.50'], ['农林水支出', '7.50']]
    const columns = [
      ['基本支出', '项目支出'],
      ['10.00', '2.50'],
      ['7.50', '0.00'],
    ]
    const [section] = toSections([sheet(1, [left], ...rows), sheet(2, [right], ...columns)], titleJudge(forms))
    return section?.title?.text
  }
  expect(cut('支出', '出决算表')).toBe('支出决算表')
  expect(cut('支出', '决算表')).toBe('支出决算表')
})
