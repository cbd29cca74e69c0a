/** Headers with rulings between their levels and none between columns, as programs print the borders of rows alone. */
import { expect, it } from 'vitest'
import { read, rule, stroke, text, title } from '../drawn/by-hand.ts'

const UNIT = text('单位：万元', 770, 85, '>')

it('a header at the left of its cell heads the columns that the ruling under it is as wide as', async () => {
  const lefts = [60, 180, 330, 450, 540, 630, 720]
  const heads = ['科目编码', '科目名称', '合计', '小计', '人员经费', '公用经费', '项目支出']
  const lines = [
    ['合计', '', '90.00', '60.00', '40.00', '20.00', '30.00'],
    ['201', '一般公共服务支出', '90.00', '60.00', '40.00', '20.00', '30.00'],
    ['20103', '政府办公厅事务', '90.00', '60.00', '40.00', '20.00', '30.00'],
  ]
  const { tables } = await read([
    title('财政拨款支出表（功能科目）'),
    UNIT,
    rule(95),
    text('基本支出', 450, 110, '<'),
    stroke(448, 117, 715, 117),
    ...heads.map((t, i) => text(t, lefts[i]!, 130, '<')),
    rule(137),
    ...lines.flatMap((line, i) =>
      line.map((t, k) => text(t, k < 2 ? lefts[k]! : lefts[k]! + 60, 150 + 20 * i, k < 2 ? '<' : '>')),
    ),
    rule(197),
  ])
  const values = Object.entries(tables[0]?.rows[0]?.cells ?? {}).map(([id, c]) => `${id} ${c.value}`)
  expect(values.sort()).toEqual([
    'basic 60.00',
    'non_personnel 20.00',
    'personnel 40.00',
    'project 30.00',
    'total 90.00',
  ])
})

it('lines of a header that no ruling parts are one text, though they stand between the headers beside', async () => {
  const middles = [80, 230, 340, 430, 530, 630, 730]
  const heads = ['科目编码', '科目名称', '合计', '财政拨款收入', '事业收入', '收入', '其他收入']
  const lines = [
    ['合计', '', '90.00', '60.00', '10.00', '15.00', '5.00'],
    ['201', '一般公共服务支出', '90.00', '60.00', '10.00', '15.00', '5.00'],
    ['20103', '政府办公厅事务', '90.00', '60.00', '10.00', '15.00', '5.00'],
  ]
  const { tables } = await read([
    title('收入预算表'),
    UNIT,
    rule(85),
    text('项目', 155, 100),
    text('收入预算', 530, 100),
    rule(107),
    text('事业单位经营', 630, 122),
    ...heads.map((t, i) => text(t, middles[i]!, 144)),
    rule(152),
    ...lines.flatMap((line, i) =>
      line.map((t, k) => text(t, k < 2 ? middles[k]! - 40 : middles[k]! + 35, 166 + 20 * i, k < 2 ? '<' : '>')),
    ),
    rule(212),
  ])
  const column = tables[0]?.columns.find((c) => c.id === 'business')
  expect(column?.header.at(-1)).toBe('事业单位经营收入')
  expect(tables[0]?.rows[0]?.cells.business?.value).toBe('15.00')
})
