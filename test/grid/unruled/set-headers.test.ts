/** Headers that are not set in the middle of their cells, and captions above them in a frame, without rulings between the columns. */
import { expect, it } from 'vitest'
import { read, rule, stroke, text, title } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const UNIT = text('单位：万元', 770, 85, '>')

it('headers set at the right of their cells head the columns up to where they end', async () => {
  const ends = [290, 390, 490, 590, 690, 790]
  const row = (y: number, label: string, ...amounts: string[]): Mark[] => [
    text(label, 40, y, '<'),
    ...amounts.map((t, k) => text(t, ends[k + 1]!, y, '>')),
  ]
  const { tables } = await read([
    title('2026年部门收入总表'),
    UNIT,
    ...[text('本年收入', 590, 106, '>'), text('上年结转', 790, 106, '>')],
    ...['单位名称', '小计', '一般公共预算', '政府性基金预算', '小计', '一般公共预算'].map((t, k) =>
      text(t, ends[k]!, 126, '>'),
    ),
    ...row(150, '合计', '90.00', '60.00', '30.00', '10.00', '10.00'),
    ...row(170, '某某市财政局', '50.00', '40.00', '10.00', '10.00', '10.00'),
    ...row(190, '某某市审计局', '40.00', '20.00', '20.00', '0.00', '0.00'),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual([
    ...['本年收入/小计', '本年收入/一般公共预算', '本年收入/政府性基金预算'],
    ...['上年结转/小计', '上年结转/一般公共预算'],
  ])
})

it('a header set from the top heads the columns below it, where others in line with it are not wrapped', async () => {
  const middles = [80, 180, 280, 380, 480, 580, 680]
  const { tables } = await read([
    title('2026年“三公”经费和会议费预算表'),
    UNIT,
    ...[text('合计', 80, 110), text('“三公”经费', 380, 110), text('会议费', 680, 110)],
    ...[text('小计', 180, 138), text('因公出国（境）费', 280, 138), text('公务用车购置及运行费', 430, 138)],
    text('公务接待费', 580, 138),
    ...[text('购置费', 380, 166), text('公务用车', 480, 166), text('运行费', 480, 182)],
    ...['90.00', '50.00', '10.00', '15.00', '20.00', '5.00', '40.00'].map((t, i) =>
      text(t, middles[i]! + 30, 210, '>'),
    ),
  ])
  expect(tables[0]?.columns.find((c) => c.header.at(-1) === '小计')?.header).toEqual(['“三公”经费', '小计'])
})

it('captions in a frame are of the table without rulings between its columns that begins at the foot of it', async () => {
  const row = (y: number, ...texts: string[]): Mark[] => [
    rule(y + 6),
    ...texts.map((t, k) => text(t, [60, 380, 580, 780][k]!, y, k === 0 ? '<' : '>')),
  ]
  const { tables, other_tables } = await read([
    ...[...[40, 60, 80].map((y) => stroke(36, y, 806, y)), ...[36, 806].map((x) => stroke(x, 40, x, 80))],
    ...[stroke(420, 60, 420, 80), text('2026年部门收入总表', 420, 54)],
    ...[text('编制部门：某某市财政局', 40, 74, '<'), text('单位：万元', 800, 74, '>')],
    ...[text('本年收入', 680, 94), rule(100)],
    ...row(114, '单位名称', '合计', '财政拨款收入', '其他收入'),
    ...row(134, '合计', '90.00', '60.00', '30.00'),
    ...row(154, '某某市财政局', '50.00', '40.00', '10.00'),
    ...row(174, '某某市审计局', '40.00', '20.00', '20.00'),
  ])
  expect([tables.length, other_tables.length]).toEqual([1, 0])
  expect(tables[0]?.columns.at(-1)?.header).toEqual(['本年收入', '其他收入'])
})

it('headers set at the left and amounts at the right are of the cells that both show, however far they are from each other', async () => {
  const begins = [40, 200, 330, 460, 590, 720]
  const row = (y: number, label: string, ...amounts: string[]): Mark[] => [
    text(label, 40, y, '<'),
    ...amounts.map((t, k) => text(t, begins[k + 2]! - 6, y, '>')),
  ]
  const { tables } = await read([
    title('2026年部门收入总表'),
    UNIT,
    ...['单位名称', '合计', '一般公共预算', '政府性基金', '事业收入', '其他收入'].map((t, k) =>
      text(t, begins[k]!, 126, '<'),
    ),
    ...row(150, '合计', '5.00', '3.00', '2.00'),
    ...row(170, '某某市财政局', '3.00', '2.00', '1.00'),
    ...row(190, '某某市审计局', '2.00', '1.00', '1.00'),
  ])
  const values = Object.entries(tables[0]?.rows[0]?.cells ?? {}).map(([id, c]) => `${id} ${c.value}`)
  expect(values.slice(0, 3)).toEqual(['total 5.00', 'general_public 3.00', 'government_fund 2.00'])
})

it('dashes that begin where long amounts do are of their column', async () => {
  const begins = [40, 120, 300, 420, 540]
  const row = (y: number, ...texts: string[]): Mark[] => texts.map((t, k) => text(t, begins[k]!, y, '<'))
  const { tables } = await read([
    title('2026年一般公共预算支出表'),
    UNIT,
    ...row(126, '科目编码', '科目名称', '合计', '基本支出', '项目支出'),
    ...row(150, '201', '一般公共服务支出', '20477964.71', '20477964.71', '-'),
    ...row(170, '205', '教育支出', '3056439.79', '-', '3056439.79'),
    ...row(190, '208', '社会保障和就业支出', '3346310.46', '3346310.46', '-'),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual(['合计', '基本支出', '项目支出'])
  expect(tables[0]?.rows.map((r) => Object.values(r.cells).map((c) => c.raw))[1]).toEqual([
    '3056439.79',
    '-',
    '3056439.79',
  ])
})

it('总计 and 合计 are of no header together', async () => {
  const middles = [90, 200, 300, 400, 500, 600]
  const rows = [
    ['信息化运维', '90.00', '80.00', '60.00', '20.00', '10.00'],
    ['宣传经费', '30.00', '30.00', '30.00', '0.00', '0.00'],
  ]
  const { tables } = await read([
    title('2026年部门项目支出预算表'),
    UNIT,
    // In the middle of 合计 and 政府性基金, and of all columns but the first.
    text('财政拨款', 400, 110),
    ...['项目名称', '总计', '合计', '一般公共预算', '政府性基金', '财政专户'].map((t, i) => text(t, middles[i]!, 130)),
    ...rows.flatMap((row, r) =>
      row.map((t, i) => text(t, i === 0 ? 60 : middles[i]! + 30, 155 + 20 * r, i === 0 ? '<' : '>')),
    ),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual([
    ...['总计', '财政拨款/合计', '财政拨款/一般公共预算', '财政拨款/政府性基金', '财政专户'],
  ])
})

it('one letter close above the only amounts is the end of a header, be lines as far apart as rows', async () => {
  const { tables } = await read([
    title('2026年财政拨款“三公”经费支出表'),
    UNIT,
    text('公务用车购置及运行维护费', 360, 110),
    ...[text('因公出国（境）费用', 60, 119, '<'), text('公务接待费', 190, 119, '<')],
    ...[text('小计', 300, 127, '<'), text('公务用车购置费', 340, 127, '<')],
    ...[text('公务用车运行维护', 460, 119, '<'), text('费', 460, 135.5, '<')],
    ...['14.85', '2.85', '5.00'].map((t, i) => text(t, [160, 245, 322][i]!, 149, '>')),
  ])
  const values = Object.entries(tables[0]?.rows[0]?.cells ?? {}).flatMap(([id, c]) =>
    c.value ? [`${id} ${c.value}`] : [],
  )
  expect(values).toEqual(['outbound 14.85', 'reception 2.85', 'vehicle 5.00'])
})
