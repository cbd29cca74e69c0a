/** Tables that stand side by side on one page: each has the title, the unit and the notes over and below it. */
import { expect, it } from 'vitest'
import { read, table, text } from '../drawn/by-hand.ts'

const LEFT = [40, 90, 220, 290, 390]
const RIGHT = [450, 510, 660, 800]
const KIND = text('某市某局2026年部门预算', 420, 40)

/** Two tables with their own totals, the right one beginning and ending elsewhere than the left one. */
function sideBySide(y: number, left: string, right: string) {
  return [
    KIND,
    text(left, 215, 70),
    text(right, 625, 70),
    text('单位：万元', 390, 90, '>'),
    text('单位：元', 800, 90, '>'),
    ...table(
      y,
      LEFT,
      ['编码', '科目名称', '合计', '基本支出'],
      ['201', '一般公共服务支出', '120.00', '120.00'],
      ['', '合计', '120.00', '120.00'],
    ),
    ...table(
      100,
      RIGHT,
      ['编码', '科目名称', '合计'],
      ['301', '工资福利支出', '9000.00'],
      ['302', '商品和服务支出', '1000.00'],
      ['303', '对个人和家庭的补助', '500.00'],
      ['', '合计', '10500.00'],
    ),
  ]
}

const cells = ({ tables }: Awaited<ReturnType<typeof read>>) =>
  tables.map((t) => [t.id, t.unit, ...t.rows.map((r) => `${r.key} ${r.cells.total!.value}`)])

const EXPECTED = [
  ['budget-general-public-expenditure', '万元', '201 120.00', '合计 120.00'],
  ['budget-basic-expenditure', '元', '301 9000.00', '302 1000.00', '303 500.00', '合计 10500.00'],
]

it.each([
  ['beside each other', 100],
  ['the left one further down', 130],
])('are told from each other: %s', async (_, y) => {
  expect(cells(await read(sideBySide(y, '一般公共预算支出表', '一般公共预算基本支出表')))).toEqual(EXPECTED)
})

it('a title over both, its letters spread, is not divided', async () => {
  const marks = sideBySide(100, '', '').filter((m) => m.kind !== 'text' || m.text !== '')
  const spread = [...'一般公共预算支出表'].map((letter, i) => text(letter, 220 + 50 * i, 70))
  const { tables } = await read([...marks, ...spread])
  expect(tables[0]?.id).toBe('budget-general-public-expenditure')
})

it('what follows below them comes after both', async () => {
  const below = [
    text('政府性基金预算支出表', 420, 300),
    text('单位：万元', 800, 320, '>'),
    ...table(330, LEFT, ['编码', '科目名称', '合计', '基本支出'], ['212', '城乡社区支出', '7.00', '7.00']),
  ]
  const document = await read([...sideBySide(100, '一般公共预算支出表', '一般公共预算基本支出表'), ...below])
  expect(cells(document)).toEqual([...EXPECTED, ['budget-government-fund', '万元', '212 7.00']])
})
