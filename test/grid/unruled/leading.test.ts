/** Tables without rulings whose lines within cells are far apart, and rows a little further. */
import { expect, it } from 'vitest'
import { amounts, read, SIZE, text, title } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const UNIT = text('单位：万元', 770, 85, '>')
/** Between lines of a cell, and between the last line of a row and the first of the next, points. */
const LINE = 20
const ROW = 25

interface Set {
  /** Where names begin, and amounts end. */
  names: readonly number[]
  ends: readonly number[]
  /** Cells begin at the top of their row, or end at its foot. */
  at: 'top' | 'foot'
}

/** Rows below each other: the lines of names, and amounts. */
function rowsOf(y: number, { names, ends, at }: Set, ...rows: [string[][], string[]][]): Mark[] {
  let top = y
  return rows.flatMap(([labels, values]) => {
    const height = Math.max(...labels.map((lines) => lines.length)) - 1
    const from = (lines: number) => top + LINE * (at === 'top' ? 0 : height + 1 - lines)
    const marks = [
      ...labels.flatMap((lines, i) => lines.map((t, k) => text(t, names[i]!, from(lines.length) + LINE * k, '<'))),
      ...amounts(values, ends, from(1)),
    ]
    top += LINE * height + ROW
    return marks
  })
}

it('cells set from the foot are rows of their own, though their first lines begin with codes', async () => {
  const { tables } = await read([
    title('2026年部门支出总表'),
    UNIT,
    ...['支出功能分类科目', '部门支出经济分类科目', '合计', '基本支出', '项目支出'].map((t, i) =>
      text(t, [90, 250, 420, 560, 700][i]!, 110),
    ),
    ...rowsOf(
      ...([140, { names: [40, 190], ends: [450, 590, 730], at: 'foot' }] as const),
      [
        [
          ['2014001-行政', '运行'],
          ['30101-基本工', '资'],
        ],
        ['60.00', '60.00', ''],
      ],
      [
        [['2014001-行政', '运行'], ['30103-奖金']],
        ['20.00', '20.00', ''],
      ],
      [
        [
          ['2014004-信访', '业务'],
          ['30299-其他商', '品和服务支', '出'],
        ],
        ['10.00', '', '10.00'],
      ],
    ),
  ])
  const rows = tables[0]?.rows.map((r) => `${r.key} ${r.cells.total?.value}`)
  expect(rows).toEqual(['2014001/30101 60.00', '2014001/30103 20.00', '2014004/30299 10.00'])
})

it('the last cell of a table has all its lines below the figures', async () => {
  const { tables } = await read([
    title('2026年部门收入总表'),
    UNIT,
    ...['单位名称', '合计', '一般公共预算', '其他收入'].map((t, i) => text(t, [60, 300, 480, 660][i]!, 110)),
    ...rowsOf(
      ...([140, { names: [40], ends: [330, 510, 690], at: 'top' }] as const),
      [[['合计']], ['90.00', '80.00', '10.00']],
      [[['云溪市气', '象局']], ['60.00', '60.00', '']],
      [[['云溪市气', '象信息服', '务中心（', '云溪市预', '警中心）']], ['30.00', '20.00', '10.00']],
    ),
  ])
  expect(tables[0]?.rows.map((r) => r.key)).toEqual(['合计', '云溪市气象局', '云溪市气象信息服务中心(云溪市预警中心)'])
})

it('lines of headers are as far apart as those of the data', async () => {
  const { tables } = await read([
    title('2026年部门收入预算总表'),
    UNIT,
    ...['项目', '收入预算'].map((t, i) => text(t, [40, 330][i]!, 110, '<')),
    ...['功能分类科', '功能分类科目名称', '合计', '财政拨款收入', '事业收入', '事业单位', '其他收入'].map((t, i) =>
      text(t, [40, 150, 330, 420, 520, 610, 700][i]!, 135, '<'),
    ),
    ...['目编码', '经营收入'].map((t, i) => text(t, [40, 610][i]!, 155, '<')),
    ...['类', '款', '项'].map((t, i) => text(t, [40, 75, 110][i]!, 180, '<')),
    ...[['205'], ['205', '08'], ['205', '08', '03']].flatMap((codes, i) =>
      codes.map((t, k) => text(t, [40, 75, 110][k]!, [205, 230, 275][i]!, '<')),
    ),
    ...rowsOf(
      ...([205, { names: [150], ends: [400, 500, 590, 680, 770], at: 'top' }] as const),
      [[['教育支出']], ['90.00', '80.00', '-', '-', '10.00']],
      [[['机关事业单位培训', '支出']], ['90.00', '80.00', '-', '-', '10.00']],
      [[['机关事业单位基本', '养老保险支出']], ['90.00', '80.00', '-', '-', '10.00']],
    ),
  ])
  const columns = tables[0]?.columns.map((c) => c.id)
  expect(columns).toEqual(['total', 'fiscal_appropriation', 'institutional', 'business', 'other'])
  expect(tables[0]?.rows[2]?.cells.other?.value).toBe('10.00')
})

it('a first line that is indented goes on at the left of its column', async () => {
  // Names as browsers break them: blanks before them are part of the first line. Figures stand beside the last.
  const names: [string, number, string?][] = [
    ['社会保障和就业支出', 40],
    ['强制隔离戒毒', 73, '教育'],
    ['所政设施建设', 62],
    ['其他强制隔离', 73, '戒毒支出'],
    // … and the letter below them ends where the first line begins.
    ['事业单位养老支', 40 + SIZE - 0.01, '出'],
    ['行政单位离退休', 62],
  ]
  let y = 140
  const rows = names.flatMap(([first, x, rest], i) => {
    const foot = y + (rest ? LINE : 0)
    const marks = [text(first, x, y, '<'), ...(rest ? [text(rest, 40, foot, '<')] : [])]
    y = foot + ROW
    return [...marks, ...amounts([`${90 - i}.00`, `${60 - i}.00`, '30.00'], [360, 540, 720], foot)]
  })
  const { tables } = await read([
    title('2026年部门支出总表'),
    UNIT,
    ...['功能分类科目名称', '合计', '基本支出', '项目支出'].map((t, i) => text(t, [80, 330, 510, 690][i]!, 110)),
    ...rows,
  ])
  expect(tables[0]?.rows.map((r) => r.cells.total?.value)).toEqual([
    '90.00',
    '89.00',
    '88.00',
    '87.00',
    '86.00',
    '85.00',
  ])
  expect(tables[0]?.rows[1]?.key).toContain('强制隔离戒毒教育')
})

it('the last digits of codes in a column too narrow for them are no page numbers', async () => {
  const codes = [['201'], ['20140'], ['201400', '1'], ['201400', '4']]
  const at = [140, 165, 190, 230]
  const { tables } = await read([
    title('2026年部门支出总表'),
    UNIT,
    ...['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((t, i) =>
      text(t, [60, 160, 330, 510, 690][i]!, 110),
    ),
    ...codes.flatMap((lines, i) => lines.map((t, k) => text(t, 60, at[i]! + 15 * k))),
    ...['一般公共服务支出', '信访事务', '行政运行', '信访业务'].map((t, i) => text(t, 160, at[i]!)),
    ...at.flatMap((y, i) =>
      amounts(
        [
          ['90.00', '60.00', '30.00'],
          ['90.00', '60.00', '30.00'],
          ['60.00', '60.00', ''],
          ['30.00', '', '30.00'],
        ][i]!,
        [360, 540, 720],
        y,
      ),
    ),
  ])
  expect(tables[0]?.rows.map((r) => r.key)).toEqual(['201', '20140', '2014001', '2014004'])
})
