/** What programs paint over, clip and mix: figures that are seen are read, those that are not are none. */
import { type PDFContext, PDFDict, PDFDocument, PDFName, StandardFonts } from 'pdf-lib'
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import { extract } from '../../src/index.ts'
import type { DrawnGlyph, DrawnShape } from '../../src/page/operators/drawing.ts'
import { toRulings } from '../../src/page/rulings.ts'
import { seenText } from '../../src/page/seen-text.ts'
import { Tilts } from '../../src/page/tilt.ts'
import type { Glyph } from '../../src/page/types.ts'
import { isPrintedOver } from '../../src/template/lines/cells.ts'
import * as drawn from '../drawn/by-hand.ts'
import { PLAIN_WRITING, toPdf } from '../drawn/pdf.ts'

const HEIGHT = 595
const ROWS = [
  ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
  ['合计', '', '100.00', '60.00', '40.00'],
  ['205', '教育支出', '70.00', '40.00', '30.00'],
  ['208', '社会保障和就业支出', '30.00', '20.00', '10.00'],
]
/** The cell of 70.00, as a rectangle of the page. */
const CELL = '380 399 140 24'

type Resources = { context: PDFContext; resources: PDFDict }

/** The amounts of 205 and their status, where the page goes on with other operators. */
async function amounts(operators: string, add: (of: Resources) => void = () => {}, rows = ROWS): Promise<string[]> {
  const marks = [
    drawn.text('2024年度支出决算表', 420, 60),
    drawn.text('单位：万元', 800, 85, '>'),
    ...drawn.table(124, [40, 140, 380, 520, 660, 806], ...rows),
  ]
  const document = await PDFDocument.load(
    await toPdf([{ width: 842, height: HEIGHT, marks }], 'painted', PLAIN_WRITING),
  )
  const { context } = document
  const page = document.getPage(0)
  const font = await document.embedFont(StandardFonts.Helvetica)
  const resources = page.node.Resources()!
  resources.lookup(PDFName.of('Font'), PDFDict).set(PDFName.of('Latin'), font.ref)
  add({ context, resources })
  const content = page.node.get(PDFName.of('Contents'))!
  page.node.set(PDFName.of('Contents'), context.obj([content, context.register(context.stream(`\n${operators}`))]))
  const [table] = (await extract(await document.save(), { ocr: 'never' })).tables
  const row = table?.rows.find((r) => r.key === '205')
  return Object.values(row?.cells ?? {}).map((c) => (c.status === 'proved' ? c.raw : `${c.raw} ${c.status}`))
}

const ALL = ['70.00', '40.00', '30.00']

/** `/Mixed gs` mixes what is painted as the parameters say. */
const mixing =
  (parameters: (context: PDFContext) => Record<string, unknown>) =>
  ({ context, resources }: Resources) =>
    resources.set(PDFName.of('ExtGState'), context.obj({ Mixed: parameters(context) as never }))

it.each([
  ['white', '1 1 1 rg'],
  ['a shade', '.8 .9 1 rg'],
])('an area as large as the page, %s, covers what is within its clipping area', async (_, color) => {
  expect(await amounts(`q 100 300 50 20 re W n ${color} 0 0 842 595 re f Q`)).toEqual(ALL)
})

it('text below a shade is covered', async () => {
  const rows = ROWS.map((row) => row.map((words) => (words === '70.00' ? '' : words)))
  const write = (figure: string, x: number) => `0 g BT /Latin 11 Tf 1 0 0 1 ${x} 407 Tm (${figure}) Tj ET`
  expect(
    await amounts(`${write('99.99', 400)} .8 .9 1 rg ${CELL} re f ${write('70.00', 480)}`, undefined, rows),
  ).toEqual(ALL)
})

it.each(['1 1 0 rg', '1 1 1 rg'])('what a marker (%s) is drawn over is seen', async (color) => {
  expect(
    await amounts(
      `q /Mixed gs ${color} ${CELL} re f Q`,
      mixing(() => ({ BM: 'Multiply' })),
    ),
  ).toEqual(ALL)
})

it('a soft mask is not painted itself', async () => {
  const masked = mixing((context) => {
    const group = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 842, 595],
      Group: { S: 'Transparency', CS: 'DeviceGray' },
    }
    const G = context.register(context.stream('1 g 0 0 842 595 re f', group))
    return { SMask: { Type: 'Mask', S: 'Luminosity', G } }
  })
  expect(await amounts('q /Mixed gs .9 g 700 20 20 20 re f Q', masked)).toEqual(ALL)
})

it('rulings outside of the clipping area are none', async () => {
  expect(await amounts('q 0 0 100 100 re W n .5 w 450 370 m 450 471 l S 30 411 m 810 411 l S Q')).toEqual(ALL)
})

it.each(['[1]', '(1)'])('%s, small and raised behind an amount, is the mark of a note', async (mark) => {
  const shown = mark.replace(/[()]/g, '\\$&')
  expect(await amounts(`0 g BT /Latin 6 Tf 1 0 0 1 516 412 Tm (${shown}) Tj ET`)).toEqual(ALL)
})

it('a raised digit three quarters as large as the amount is no third decimal', async () => {
  expect(await amounts('0 g BT /Latin 8.5 Tf 1 0 0 1 516 410 Tm (1) Tj ET')).toEqual(ALL)
})

it('an amount whose digits are spread over its cell, as no other of its column is, is one', async () => {
  const rows = ROWS.map((row) => row.map((words) => (words === '70.00' ? '' : words)))
  const digits = '[(7)-1500(0)-1500(.)-1500(0)-1500(0)]'
  expect(await amounts(`0 g BT /Latin 11 Tf 1 0 0 1 390 407 Tm ${digits} TJ ET`, undefined, rows)).toEqual([
    '7 0 . 0 0',
    '40.00',
    '30.00',
  ])
})

it('equal digits beside each other, in a row next to nothing high, are not one drawn twice', () => {
  const digit = (x: number): DrawnGlyph => ({
    ...{ text: '9', box: [x, 10, x + 0.3, 10.6], size: 0.6, angle: 0, ink: 1 },
    ...{ hidden: false, clipped: false, run: 0, order: 0 },
  })
  const nothing = { glyphs: [], shapes: [], images: [], unknown: 0, outlines: 0, tilts: new Tilts() }
  expect(seenText([0, 0.3, 0.6].map(digit), nothing)).toHaveLength(3)
})

it('an amount printed over another is neither', async () => {
  expect(await amounts('0 g BT /Latin 11 Tf 1 0 0 1 486.6 407 Tm (61.00) Tj ET')).toEqual([
    expect.stringMatching(/ suspect$/),
    '40.00',
    '30.00',
  ])
})

it('a name that ran over its edge and over an amount leaves that in doubt', () => {
  const at = (text: string, x: number, width: number): Glyph => ({
    ...{ text, size: 10, source: 'text' as const },
    box: [x, 0, x + width, 10],
  })
  const digits = [...'70.00'].map((digit, i) => at(digit, 20 + 5 * i, 5))
  const cellOf = (glyphs: Glyph[]) => ({ glyphs }) as unknown as GridCell
  expect(isPrintedOver(cellOf(digits))).toBe(false)
  expect(isPrintedOver(cellOf([at('本', 12, 10), ...digits]))).toBe(false)
  expect(isPrintedOver(cellOf([at('本', 14, 10), ...digits]))).toBe(true)
})

it('an amount and a rate in one cell are no rate', async () => {
  const rows = ROWS.map((row) => row.map((words) => (words === '70.00' ? '70.00 70.00%' : words)))
  expect(await amounts('', undefined, rows)).toEqual(['70.0070.00% suspect', '40.00', '30.00'])
})

it('a dotted ruling beside the dots of those across is as long as it is drawn', () => {
  const dot = (x: number, y: number): DrawnShape => ({
    ...{ kind: 'rect', box: [x - 0.25, y - 0.25, x + 0.25, y + 0.25], filled: true, thickness: 0 },
    ...{ covers: true, invisible: false, order: 0 },
  })
  const places = Array.from({ length: 81 }, (_, i) => 100 + 1.5 * i)
  const upright = places.map((y) => dot(160, y))
  const level = [140, 180, 219.75].flatMap((y) => places.map((x) => dot(x + 1.25, y)))
  const rulings = toRulings([...upright, ...level], { width: 595, height: 842 }, 10).filter((r) => r.axis === 'v')
  expect(rulings.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([[100, 220]])
})
