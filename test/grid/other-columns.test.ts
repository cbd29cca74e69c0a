/** A wide table whose further columns a program prints on the next page. */
import { expect, it } from 'vitest'
import { extract } from '../../src/index.ts'
import { type DrawnPage, type Mark, PLAIN_WRITING, toPdf } from '../drawn/pdf.ts'

const HEADS = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '人员经费', '公用经费', '上年结转']
const ROWS = [
  ['201', '一般公共服务支出', '900.00', '600.00', '300.00', '500.00', '100.00', '300.00'],
  ['20103', '政府办公厅事务', '900.00', '600.00', '300.00', '500.00', '100.00', '300.00'],
  ['2010301', '行政运行', '600.00', '600.00', '0.00', '500.00', '100.00', '0.00'],
  ['2010302', '其他支出', '300.00', '0.00', '300.00', '0.00', '0.00', '300.00'],
]

/** Some columns of the table on a page, all as wide. */
function page(columns: readonly number[], captions: readonly Mark[] = []): DrawnPage {
  const x = (i: number) => 60 + 90 * i
  const text = (words: string, i: number, y: number): Mark => ({ kind: 'text', text: words, x: x(i) + 4, y, size: 9 })
  const marks: Mark[] = [
    ...columns.map((c, i) => text(HEADS[c]!, i, 133)),
    ...ROWS.flatMap((row, k) => columns.map((c, i) => text(row[c]!, i, 163 + 30 * k))),
  ]
  const line = { kind: 'rule', width: 0.5, as: 'stroke' } as const
  for (let k = 0; k <= 5; k++)
    marks.push({ ...line, x0: x(0), x1: x(columns.length), y0: 115 + 30 * k, y1: 115 + 30 * k })
  for (let i = 0; i <= columns.length; i++) marks.push({ ...line, x0: x(i), x1: x(i), y0: 115, y1: 265 })
  return { width: 595, height: 842, marks: [...captions, ...marks] }
}

const CAPTIONS: Mark[] = [
  { kind: 'text', text: '2026年一般公共预算支出表', x: 220, y: 80, size: 16 },
  { kind: 'text', text: '单位：万元', x: 400, y: 105, size: 9 },
]

it.each([
  ['as many columns', [0, 1, 2, 3], [4, 5, 6, 7]],
  ['the labels again', [0, 1, 2, 3, 4], [0, 1, 5, 6, 7]],
])('further columns on the next page stand beside those of the first: %s', async (_, here, next) => {
  const bytes = await toPdf([page(here, CAPTIONS), page(next)], 'wide', PLAIN_WRITING)
  const { tables, other_tables, findings } = await extract(bytes, { ocr: 'never' })
  expect(tables.map((t) => t.pages)).toEqual([[1, 2]])
  const lines = tables[0]!.rows.map((r) => [r.key, r.label, ...Object.values(r.cells).map((c) => c.raw)])
  expect(lines).toEqual(ROWS)
  expect(Object.values(tables[0]!.rows[0]!.cells).map((c) => c.page)).toEqual(
    HEADS.slice(2).map((_, i) => (here.includes(i + 2) ? 1 : 2)),
  )
  expect(other_tables).toEqual([])
  expect(findings.map((f) => f.code)).not.toContain('unclaimed-tables')
})
