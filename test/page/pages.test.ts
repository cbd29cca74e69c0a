/** The same pages turned, moved, scaled and wrapped must give the same cells. */
import { readFileSync } from 'node:fs'
import { degrees, PDFDocument, PDFName, PDFNumber } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Document, extract } from '../../src/index.ts'

const SAMPLE = new URL('../../samples/shanxi-xinjiang-office-2024.pdf', import.meta.url)
/** Pages of the sample that hold 支出决算表, a summary in two parts and 三公. */
const PAGES = [7, 8, 9, 15]

/** What must not change: every value by table, row and column, with its mark. */
function values(document: Document): string[] {
  return document.tables.flatMap((t) =>
    t.rows.flatMap((r) =>
      Object.entries(r.cells).map(([c, cell]) => `${t.id} ${r.key} ${c} ${cell.mark} ${cell.value}`),
    ),
  )
}

async function redraw(draw: (page: { width: number; height: number }) => Placement): Promise<Uint8Array> {
  const source = await PDFDocument.load(readFileSync(SAMPLE))
  const target = await PDFDocument.create()
  for (const number of PAGES) {
    const [embedded] = await target.embedPdf(source, [number - 1])
    const { width, height } = embedded!
    const { size, x, y, turn, scale, pageRotation, crop, userUnit } = draw({ width, height })
    const page = target.addPage(size)
    page.drawPage(embedded!, { x, y, xScale: scale, yScale: scale, rotate: degrees(turn) })
    if (pageRotation) page.setRotation(degrees(pageRotation))
    if (crop) page.setCropBox(...crop)
    if (userUnit) page.node.set(PDFName.of('UserUnit'), PDFNumber.of(userUnit))
  }
  return target.save()
}

interface Placement {
  size: [number, number]
  x: number
  y: number
  turn: number
  scale: number
  pageRotation?: number
  crop?: [number, number, number, number]
  userUnit?: number
}

describe('a page drawn otherwise gives the same cells', () => {
  let plain: string[]
  beforeAll(async () => {
    plain = values(await extract(readFileSync(SAMPLE), { pages: PAGES }))
    expect(plain.length).toBeGreaterThan(200)
  })

  const still = { x: 0, y: 0, turn: 0, scale: 1 }
  it.each<[string, (p: { width: number; height: number }) => Placement]>([
    ['wrapped in a form', ({ width, height }) => ({ ...still, size: [width, height] })],
    [
      'content turned 90°, shown upright by /Rotate',
      ({ width, height }) => ({ ...still, size: [height, width], x: height, turn: 90, pageRotation: 90 }),
    ],
    [
      'content turned 270°, shown upright by /Rotate',
      ({ width, height }) => ({ ...still, size: [height, width], y: width, turn: 270, pageRotation: 270 }),
    ],
    [
      'content upside down, shown upright by /Rotate',
      ({ width, height }) => ({ ...still, size: [width, height], x: width, y: height, turn: 180, pageRotation: 180 }),
    ],
    [
      'content turned 90°, shown lying',
      ({ width, height }) => ({ ...still, size: [height, width], x: height, turn: 90 }),
    ],
    [
      'content upside down',
      ({ width, height }) => ({ ...still, size: [width, height], x: width, y: height, turn: 180 }),
    ],
    [
      'crop box off the origin',
      ({ width, height }) => ({
        ...still,
        size: [width + 200, height + 300],
        x: 120,
        y: 170,
        crop: [120, 170, width, height],
      }),
    ],
    ['user unit 2', ({ width, height }) => ({ ...still, size: [width / 2, height / 2], scale: 0.5, userUnit: 2 })],
    ['a tiny page', ({ width, height }) => ({ ...still, size: [width * 0.3, height * 0.3], scale: 0.3 })],
    ['a huge page', ({ width, height }) => ({ ...still, size: [width * 4, height * 4], scale: 4 })],
  ])('%s', async (_, draw) => {
    expect(values(await extract(await redraw(draw)))).toEqual(plain)
  })

  it('with a blank page behind each, as backs of sheets are scanned', async () => {
    const pdf = await PDFDocument.load(await redraw(({ width, height }) => ({ ...still, size: [width, height] })))
    for (let i = pdf.getPageCount(); i > 0; i--) pdf.insertPage(i)
    expect(values(await extract(await pdf.save()))).toEqual(plain)
  })
})
