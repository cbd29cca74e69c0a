/** Borders of cells that are painted in one go: a rectangle with another one cut out of it, as browsers write them. */
import { PDFDocument, PDFNumber, PDFOperator, type PDFOperatorNames } from 'pdf-lib'
import { expect, it } from 'vitest'
import { readFile } from '../../src/extract.ts'
import type { Ruling } from '../../src/page/types.ts'

const HEIGHT = 300
/** Two cells beside each other, points from the top left, and how thick their borders are. */
const CELLS = [
  [50, 100, 150, 120],
  [150, 100, 250, 120],
] as const
const BORDER = 0.6

type Way = 'even-odd' | 'the other way round' | 'the same way round'

/** Rectangles as parts of one path, from the bottom left; `back`: clockwise. */
function rectangle([x0, y0, x1, y1]: readonly number[], back: boolean): PDFOperator[] {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ] as [number, number][]
  const [first, ...rest] = back ? corners.toReversed() : corners
  const op = (name: string, ...numbers: number[]) =>
    PDFOperator.of(
      name as PDFOperatorNames,
      numbers.map((n) => PDFNumber.of(n)),
    )
  return [op('m', ...first!), ...rest.map((corner) => op('l', ...corner)), op('h')]
}

async function rulingsOf(way: Way): Promise<Ruling[]> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([400, HEIGHT])
  page.drawText('12.00', { x: 60, y: HEIGHT - 115, size: 10 })
  for (const [x0, top, x1, bottom] of CELLS) {
    const outer = [x0, HEIGHT - bottom, x1, HEIGHT - top]
    const inner = [x0 + BORDER, HEIGHT - bottom + BORDER, x1 - BORDER, HEIGHT - top - BORDER]
    const fill = PDFOperator.of((way === 'even-odd' ? 'f*' : 'f') as PDFOperatorNames)
    page.pushOperators(...rectangle(inner, way === 'the other way round'), ...rectangle(outer, false), fill)
  }
  const { pages } = await readFile(await pdf.save(), { ocr: 'never' })
  return pages[0]!.rulings
}

it.each<Way>(['even-odd', 'the other way round'])('are four sides: %s', async (way) => {
  const rulings = await rulingsOf(way)
  for (const [x0, top, x1, bottom] of CELLS) {
    const has = (axis: 'h' | 'v', at: number, from: number, to: number) =>
      rulings.some(
        (r) => r.axis === axis && [r.at - at, r.from - from, r.to - to].every((apart) => Math.abs(apart) <= BORDER),
      )
    expect(has('h', top, x0, x1)).toBe(true)
    expect(has('h', bottom, x0, x1)).toBe(true)
    expect(has('v', x0, top, bottom)).toBe(true)
    expect(has('v', x1, top, bottom)).toBe(true)
  }
})

it('but two that go the same way are a shade', async () => {
  expect(await rulingsOf('the same way round')).toEqual([])
})
