/** A spreadsheet that is wider than its paper: what stands over its further columns, on the next page, is of it. */
import { expect, it } from 'vitest'
import { read, table, text } from '../drawn/by-hand.ts'

const NAMES = ['教育支出', '卫生健康支出', '住房保障支出', '合计']
const TOTAL = ['12.50', '7.50', '5.00', '25.00']
const BASIC = ['10.00', '7.50', '5.00', '22.50']
const PROJECT = ['2.50', '0.00', '0.00', '2.50']
const ENTITY = text('编制部门：青禾市教育局', 60, 80, '<')

const left = table(100, [60, 300, 500], ...['科目名称', ...NAMES].map((name, r) => [name, ['合计', ...TOTAL][r]!]))
const right = table(
  100,
  [60, 200, 340],
  ...['基本支出', ...BASIC].map((basic, r) => [basic, ['项目支出', ...PROJECT][r]!]),
)

const cellsOf = (document: Awaited<ReturnType<typeof read>>) =>
  document.tables.map(({ id, title, unit, rows }) => [id, title, unit, Object.keys(rows[0]?.cells ?? {}).join()])

const WHOLE = [['budget-expenditure', '2026年部门支出总表', '万元', 'total,basic,project']]

it('the rest of a title that the page end cuts, and the unit', async () => {
  const document = await read(
    [text('2026年部门', 500, 60, '>'), ENTITY, ...left],
    [text('支出总表', 60, 60, '<'), text('单位：万元', 340, 80, '>'), ...right],
  )
  expect(cellsOf(document)).toEqual(WHOLE)
  expect(document.other_tables).toEqual([])
})

it('the end of the title once more', async () => {
  const document = await read(
    [text('2026年部门支出总表', 500, 60, '>'), ENTITY, ...left],
    [text('支出总表', 60, 60, '<'), text('单位：万元', 340, 80, '>'), ...right],
  )
  expect(cellsOf(document)).toEqual(WHOLE)
})

it('a table below another title is another one', async () => {
  const document = await read(
    [text('2026年部门支出总表', 500, 60, '>'), ENTITY, ...left],
    [text('一般公共预算支出表', 60, 60, '<'), text('单位：万元', 340, 80, '>'), ...right],
  )
  expect(document.tables.concat(document.other_tables as never[])).toHaveLength(2)
})
