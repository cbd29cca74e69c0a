/** Tables without rulings that print their header again among their rows. */
import { expect, it } from 'vitest'
import { amounts, read, text, title } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const ENDS = [480, 600, 720]
const head = (y: number, ...heads: string[]): Mark[] => [
  text('科目编码', 85, y),
  text('科目名称', 240, y),
  ...heads.map((w, i) => text(w, ENDS[i]! - 20, y)),
]
const row = (y: number, code: string, names: string[], ...values: string[]): Mark[] => [
  text(code, 60, y, '<'),
  ...names.map((name, i) => text(name, 180, y + 13 * i, '<')),
  ...amounts(values, ENDS, y),
]
const unit = (y: number) => text('单位：万元', 770, y, '>')
const HEADS = ['合计', '基本支出', '项目支出']

const rowsOf = ({ tables }: Awaited<ReturnType<typeof read>>) =>
  tables.map((t) => t.rows.map((r) => [r.key, ...Object.values(r.cells).map((c) => c.value)].join(' ')))

it.each([3, 2])('a header of %i figures again below rows, the last of them wrapped, is none of them', async (count) => {
  const heads = HEADS.slice(3 - count)
  const own = (y: number, code: string, ...names: string[]) =>
    row(y, code, names, ...['9.00', '5.00', '4.00'].slice(3 - count))
  const found = await read([
    title('2026年一般公共预算支出表'),
    unit(85),
    ...[106, 190, 274].flatMap((y) => head(y, ...heads)),
    ...own(126, '201', '一般公共服务支出'),
    ...own(150, '20106', '机关事业单位基本养老', '保险缴费支出'),
    ...own(210, '205', '教育支出'),
    ...own(234, '20502', '普通教育'),
    ...own(294, '208', '社会保障和就业支出'),
  ])
  expect(found.tables).toHaveLength(1)
  expect(rowsOf(found)[0]?.map((line) => line.split(' ')[0])).toEqual(['201', '20106', '205', '20502', '208'])
})

it('the same header below a title, or below a total, is that of the next table', async () => {
  const found = await read([
    title('2026年一般公共预算支出表'),
    unit(85),
    ...head(106, ...HEADS),
    ...row(126, '201', ['一般公共服务支出'], '9.00', '5.00', '4.00'),
    ...row(150, '205', ['教育支出'], '9.00', '5.00', '4.00'),
    { ...title('2026年政府性基金预算支出表'), y: 190 } as Mark,
    unit(212),
    ...head(232, ...HEADS),
    ...row(252, '212', ['城乡社区支出'], '3.00', '', '3.00'),
    ...row(276, '21208', ['国有土地使用权出让收入安排的支出'], '3.00', '', '3.00'),
  ])
  expect(found.tables.map((t) => [t.id, t.rows.length])).toEqual([
    ['budget-general-public-expenditure', 2],
    ['budget-government-fund', 2],
  ])
})

it('the same first lines of wrapped names that begin with their codes are no header', async () => {
  const names = (y: number, code: string): Mark[] => [
    text('2010801-行政运', 60, y, '<'),
    text('行', 60, y + 11, '<'),
    text('50101-工资奖金', 150, y, '<'),
    text('津补贴', 150, y + 11, '<'),
    text(code, 260, y + 11, '<'),
    ...amounts(['9.00', '5.00', '4.00'], ENDS, y + 11),
  ]
  const heads = ['支出功能分类科目', '政府经济科目', '部门经济科目'].map((w, i) => text(w, [95, 185, 300][i]!, 106))
  const found = await read([
    title('2026年支出总表'),
    unit(85),
    ...[...heads, ...HEADS.map((w, i) => text(w, ENDS[i]! - 20, 106))],
    ...['30101-基本工资', '30102-津贴补贴', '30103-奖金', '30107-绩效工资'].flatMap((code, i) =>
      names(128 + 29 * i, code),
    ),
  ])
  expect(rowsOf(found)[0]).toHaveLength(4)
  for (const line of rowsOf(found)[0]!) expect(line).toMatch(/^2010801\/50101\/301\d\d /)
})

it('the same second lines of the cells of many rows are no header', async () => {
  const codes = ['2014001', '2014002', '2014003', '2014004']
  const found = await read([
    title('2026年一般公共预算支出表'),
    unit(85),
    ...head(106, ...HEADS),
    ...codes.flatMap((code, i) => row(126 + 36 * i, code, ['其他信访', '事务支出'], '9.00', '5.00', '4.00')),
    ...codes.map((_, i) => text('其他', 60, 139 + 36 * i, '<')),
  ])
  expect(found.tables[0]?.rows.map((r) => r.label)).toEqual(codes.map(() => expect.stringContaining('事务支出')))
})
