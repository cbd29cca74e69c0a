/** Tables without rulings between the columns that go on where less of them is printed than on their first page. */
import { expect, it } from 'vitest'
import { toTextRow } from '../../../src/grid/pieces.ts'
import type { Grid } from '../../../src/grid/types.ts'
import { isRestOfRow } from '../../../src/grid/unruled/continued.ts'
import { goesOnFrom } from '../../../src/grid/unruled/goes-on.ts'
import { toLines } from '../../../src/page/lines.ts'
import type { Glyph } from '../../../src/page/types.ts'
import { read, rule, SIZE, stroke, text, title } from '../../drawn/by-hand.ts'
import { widthOf } from '../../drawn/font.ts'
import type { Mark } from '../../drawn/pdf.ts'

type Line = readonly [code: string, name: string, ...amounts: string[]]

const HEADS = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
const MIDDLES = [90, 240, 450, 590, 730]
const ENDS = [490, 620, 770]
/** How far amounts that touch run over the edge between their columns. */
const ROOM = 8

const page = (lines: readonly Line[], from = 140): Mark[] =>
  lines.flatMap(([code, name, ...amounts], i) => {
    const y = from + 18 * i
    const own = amounts.flatMap((a, k) => (a === '' ? [] : [text(a, ENDS[k]!, y, '>')]))
    return [...(code === '' ? [] : [text(code, 70, y, '<')]), text(name, 180, y, '<'), ...own]
  })

const first = (lines: readonly Line[]): Mark[] => [
  title('2026年一般公共预算支出表'),
  text('单位：元', 790, 85, '>'),
  ...HEADS.map((t, i) => text(t, MIDDLES[i]!, 112)),
  ...page(lines),
]

const lastRow = ({ tables }: Awaited<ReturnType<typeof read>>) =>
  Object.values(tables[0]?.rows.at(-1)?.cells ?? {}).map((c) => c.value)

it.each([
  ['behind the last header, below which nothing stood', ['4,362,000,000.00', '', '4,362,000,000.00']],
  ['before a header below which nothing stood', ['4,362,000,000,000.00', '4,362,000,000,000.00', '']],
])('amounts reach %s', async (_, amounts) => {
  const document = await read(
    first([
      ['201', '一般公共服务支出', '30.00'],
      ['20101', '人大事务', '30.00'],
      ['2010101', '行政运行', '30.00'],
    ]),
    page([['2010102', '一般行政管理事务', ...amounts]], 60),
  )
  expect(document.tables).toHaveLength(1)
  expect(lastRow(document)).toEqual(amounts.map((a) => (a === '' ? null : a.replaceAll(',', ''))))
})

it('amounts without places and separators go on behind the names of their rows', async () => {
  const document = await read(
    first([
      ['201', '一般公共服务支出', '6486204', '6000000', '486204'],
      ['20101', '人大事务', '6486204', '6000000', '486204'],
      ['2010101', '行政运行', '6000000', '6000000'],
    ]),
    page([['2010102', '一般行政管理事务', '486204', '', '486204']], 60),
  )
  expect(document.tables).toHaveLength(1)
  expect(lastRow(document)).toEqual(['486204', null, '486204'])
})

it('the name of the document at the head of a page is no rest of the last label', async () => {
  const document = await read(
    first([
      ['201', '一般公共服务支出', '30.00', '30.00', '30.00'],
      ['20101', '人大事务', '30.00', '30.00', '30.00'],
      ['2010101', '行政运行', '30.00', '30.00', '30.00'],
    ]),
    [text('某某市司法局2026年部门预算', 270, 40), ...page([['2010102', '人大会议', '12.00', '12.00', '12.00']], 70)],
  )
  expect(document.tables[0]?.rows.map((r) => r.label)).toEqual(['一般公共服务支出', '人大事务', '行政运行', '人大会议'])
})

it('the first text of a header that is printed again is no name of the document, though it stands in line with no other', async () => {
  const head = (y: number): Mark[] => [
    text('本年支出', 660, y),
    ...HEADS.map((t, i) => text(t, MIDDLES[i]!, i < 3 ? y + 8 : y + 16)),
  ]
  const document = await read(
    [
      title('2026年一般公共预算支出表'),
      text('单位：元', 790, 85, '>'),
      ...head(105),
      ...page([
        ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
        ['20101', '人大事务', '30.00', '20.00', '10.00'],
        ['2010101', '行政运行', '30.00', '20.00', '10.00'],
      ]),
    ],
    [...head(45), ...page([['2010102', '人大会议', '12.00', '12.00', '']], 85)],
  )
  expect(document.tables.map((t) => t.rows.length)).toEqual([4])
})

it('a row of numbers alone is one of amounts', async () => {
  const heads = ['合计', '因公出国（境）费用', '公务接待费', '公务用车购置费', '公务用车运行维护费']
  const amounts = ['2448480', '1735200', '60000', '373800', '279480']
  const { tables } = await read([
    title('2026年“三公”经费支出表'),
    text('单位：元', 790, 85, '>'),
    ...heads.map((t, i) => text(t, 100 + 150 * i, 112)),
    ...amounts.map((a, i) => text(a, 100 + 150 * i, 140)),
  ])
  expect(Object.values(tables[0]?.rows[0]?.cells ?? {}).map((c) => c.value)).toEqual(amounts)
})

it('amounts a little wider than their columns that touch below a ruled header are of two', async () => {
  const edges = [40, 150, 325, 450, 575, 700]
  const amount = '４３,１２１,７００．００'
  const lines = [
    ['201', '一般公共服务支出'],
    ['20101', '人大事务'],
    ['2010101', '行政运行'],
  ] as const
  const { tables } = await read([
    title('2026年一般公共预算支出表'),
    text('单位：元', 770, 85, '>'),
    ...[95, 125].map((y) => ruling(40, y, 700, y)),
    ...edges.map((x) => ruling(x, 95, x, 125)),
    ...HEADS.map((t, i) => text(t, (edges[i]! + edges[i + 1]!) / 2, 113)),
    ...page(lines),
    ...lines.map((_, i) => text(amount + amount, 450 + widthOf(amount, SIZE) + ROOM, 140 + 18 * i, '>')),
  ])
  expect(tables[0]?.rows.map((r) => r.cells.basic?.value)).toEqual(['43121700.00', '43121700.00', '43121700.00'])
})

function ruling(x0: number, y0: number, x1: number, y1: number): Mark {
  return { kind: 'rule', x0, x1, y0, y1, width: 0.5, color: [0, 0, 0], as: 'stroke' }
}

it('1980 behind a name is an amount on a page that prints the header again', async () => {
  const heads = HEADS.map((t, i) => text(t, MIDDLES[i]!, 42))
  const document = await read(
    first([
      ['', '一般公共服务支出', '3000.00', '3000.00'],
      ['', '人大事务', '3000.00', '3000.00'],
      ['', '行政运行', '1020.00', '1020.00'],
    ]),
    [...heads, ...page([['', '机关服务', '1980', '1980']], 60)],
  )
  expect(document.tables).toHaveLength(1)
  expect(lastRow(document)).toEqual(['1980', '1980', null])
})

it('a header that ends a page heads the rows on the next one, and what stands above it is theirs', async () => {
  const lines: Line[] = [
    ['201', '一般公共服务支出', '90.00', '60.00', '30.00'],
    ['20101', '人大事务', '90.00', '60.00', '30.00'],
    ['2010101', '行政运行', '60.00', '60.00'],
    ['2010102', '一般行政管理事务', '30.00', '', '30.00'],
  ]
  const { tables } = await read(
    [
      { kind: 'text', text: '2026年一般公共预算支出表', x: 320, y: 520, size: 20 },
      text('单位：万元', 790, 540, '>'),
      ...['科目编码', '科目名称', '合计'].map((t, i) => text(t, MIDDLES[i]!, 560)),
      text('其中', 660, 554),
      ...['基本支出', '项目支出'].map((t, i) => text(t, MIDDLES[i + 3]!, 568)),
    ],
    page(lines, 60),
  )
  expect(tables[0]?.title).toBe('2026年一般公共预算支出表')
  expect(tables[0]?.unit).toBe('万元')
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual(['合计', '其中/基本支出', '其中/项目支出'])
  const values = tables[0]?.rows.map((r) => [r.key, ...Object.values(r.cells).map((c) => c.raw)])
  expect(values).toEqual(lines.map(([code, , ...own]) => [code, ...own, ...(own.length < 3 ? [''] : [])]))
})

it('… be its last line on that page, and rulings over it', async () => {
  const rows = ['', '08', '99'].flatMap((section, i) => [
    text('205', 60, 85 + 20 * i, '<'),
    ...(section === '' ? [] : [text(section, 110, 85 + 20 * i, '<')]),
    ...page([['', '教育支出', '30.00', '20.00', '10.00']], 85 + 20 * i),
    rule(91 + 20 * i),
  ])
  const { tables } = await read(
    [
      { kind: 'text', text: '2026年一般公共预算支出表', x: 320, y: 500, size: 20 },
      ...[text('单位：万元', 790, 520, '>'), rule(526), text('科目编码', 90, 540), rule(546)],
      ...HEADS.slice(1).map((t, i) => text(t, MIDDLES[i + 1]!, 540)),
    ],
    [rule(50), ...['类', '款'].map((t, i) => text(t, [70, 116][i]!, 64)), rule(70), ...rows],
  )
  expect(tables[0]?.rows.map((r) => [r.key, ...Object.values(r.cells).map((c) => c.raw)])).toEqual(
    ['205', '20508', '20599'].map((key) => [key, '30.00', '20.00', '10.00']),
  )
})

it.each([false, true])(
  '… be the rows at the very top of their page, or the header there again: %s',
  async (isAgain) => {
    const from = isAgain ? 90 : 30
    const rows = ['', '08', '99'].flatMap((section, i) => [
      text('205', 60, from + 20 * i, '<'),
      ...(section === '' ? [] : [text(section, 110, from + 20 * i, '<')]),
      ...page([['', '教育支出', '30.00', '20.00', '10.00']], from + 20 * i),
      rule(from + 6 + 20 * i),
    ])
    const header = (y: number) => [
      ...[
        rule(y),
        text('项目', 180, y + 14),
        rule(y + 20),
        text('本年支出', 590, y + 14),
        text('科目编码', 90, y + 34),
      ],
      ...['类', '款'].map((t, i) => text(t, [70, 116][i]!, y + 54)),
      stroke(36, y + 40, 140, y + 40),
      ...[...HEADS.slice(1).map((t, i) => text(t, MIDDLES[i + 1]!, y + 54)), rule(y + 60)],
    ]
    const { tables } = await read(
      [
        { kind: 'text', text: '2026年一般公共预算支出表', x: 320, y: 460, size: 20 },
        ...[text('单位：万元', 790, 480, '>'), ...header(486)],
      ],
      [...(isAgain ? header(18) : []), ...rows],
    )
    const heads = ['合计', '基本支出', '项目支出'].map((t) => `本年支出/${t}`)
    expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual(heads)
    expect(tables[0]?.rows.map((r) => [r.key, ...Object.values(r.cells).map((c) => c.raw)])).toEqual(
      ['205', '20508', '20599'].map((key) => [key, '30.00', '20.00', '10.00']),
    )
  },
)

it('texts beside each other in columns of the page before are the rest of a row that its end cut; captions are not', () => {
  const xs = [40, 100, 160, 220, 280]
  const before: Grid = { pages: [1], box: [40, 60, 280, 200], xs, rows: [], cells: [], ruled: false }
  const word = (words: string, x: number): Glyph[] =>
    [...words].map((c, i) => ({ text: c, size: 8, source: 'text', box: [x + 8 * i, 40, x + 8 * i + 8, 48] }))
  const isRest = (...words: Glyph[][]) => isRestOfRow(toTextRow(toLines(words.flat())[0]!), before)
  expect(isRest(word('家庭的补助', 104), word('家庭的补助', 164))).toBe(true)
  expect(isRest(word('家庭的补助', 104))).toBe(false)
  expect(isRest(word('家庭的补助及其他', 80), word('家庭的补助', 164))).toBe(false)
  expect(isRest(word('某局', 42), word('单位：万元', 164))).toBe(false)
})

it('words of prose behind a ruled table are none of it, though a mark stands in a column', () => {
  const words = (...of: [string, number, number][]) =>
    of.map(([own, x0, x1]) => ({ text: own, box: [x0, 150, x1, 160], size: 10, source: 'ocr' }) as unknown as Glyph)
  const grid = { xs: [40, 110, 240, 310, 430], cells: [], ruled: true } as unknown as Grid
  const rows = (glyphs: Glyph[]) => toLines(glyphs).map((line) => toTextRow(line))
  const dash = words(['—', 97, 107], ['收支情况说明', 130, 190])
  expect(goesOnFrom(rows(dash), grid)).toBe(true)
  const prose = words(['各减少元，', 45, 95], ['减少', 250, 280]).map(
    (g) => ({ ...g, box: [g.box[0], 180, g.box[2], 190] }) as Glyph,
  )
  expect(goesOnFrom(rows([...dash, ...prose]), grid)).toBe(false)
})
