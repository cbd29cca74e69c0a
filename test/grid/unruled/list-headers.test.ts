/** Lists of a name and an amount between horizontal rulings. */
import { expect, it } from 'vitest'
import { read, rule, text, title } from '../../drawn/by-hand.ts'

it('two headers are beside each other though one of them wraps and no line holds both', async () => {
  const lines = [
    ['301', '工资福利支出', '90.00'],
    ['302', '商品和服务支出', '8.00'],
    ['303', '对个人和家庭的补助', '2.00'],
  ].flatMap(([code, name, amount], i) => [
    text(`${code}${name}`, 60, 180 + 26 * i, '<'),
    text(amount!, 790, 180 + 26 * i, '>'),
  ])
  const head = [text('部门预算支出', 110, 106), text('预算数', 500, 112), text('经济科目', 110, 118)]
  const total = [text('合计', 110, 154), text('100.00', 790, 154, '>')]
  const rulings = [90, 134, 162, 188, 214, 240].map(rule)
  const document = await read([
    text('某市某局2026年部门预算', 420, 30),
    title('一般公共预算基本支出情况表（按经济分类科目）'),
    text('单位：万元', 790, 82, '>'),
    ...[head, total, lines, rulings].flat(),
  ])
  const rows = document.tables.flatMap((t) => t.rows.map((r) => [r.key, ...Object.values(r.cells).map((c) => c.raw)]))
  expect(rows).toEqual([
    ['合计', '100.00'],
    ['301', '90.00'],
    ['302', '8.00'],
    ['303', '2.00'],
  ])
})
