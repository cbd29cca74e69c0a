/**
 * `npm run paper -- FILE|DIR... [--only WAY] [--show N]`: reads documents as they are and then put on other paper (two or
 * four pages on one, turned, half as large, off the origin, with a blank page behind each, stamped), and compares
 * the cells: what share is still right, and what is wrong without a mark.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { degrees, PDFDocument, type PDFEmbeddedPage, type PDFPage, rgb, StandardFonts } from 'pdf-lib'
import { type Document, extract } from '../src/index.ts'
import { cellRecords } from '../src/output/cells.ts'
import { score } from '../src/output/score.ts'
import { unmarked } from '../test/drawn/judge.ts'
import { pdfsBelow } from './pdfs.ts'

/** Makes the same document on other paper. */
type Way = (pdf: PDFDocument) => Promise<Uint8Array>

/** Points between pages that share one. */
const GUTTER = 12
/** Points around a page that is set aslant. */
const MARGIN = 60

/** Every page drawn again, `across` × `down` of them on each new one. */
const several =
  (across: number, down: number): Way =>
  async (source) => {
    const out = await PDFDocument.create()
    const pages = await embedded(out, source)
    for (let i = 0; i < pages.length; i += across * down) {
      const group = pages.slice(i, i + across * down)
      const width = Math.max(...group.map((p) => p.width)) + GUTTER
      const height = Math.max(...group.map((p) => p.height)) + GUTTER
      const sheet = out.addPage([width * across, height * down])
      for (const [n, page] of group.entries())
        put(sheet, page, (n % across) * width + GUTTER / 2, height * (down - 1 - Math.floor(n / across)) + GUTTER / 2)
    }
    return out.save()
  }

/** A page as it is shown, its own turn undone. */
interface Shown {
  page: PDFEmbeddedPage
  turn: number
  width: number
  height: number
}

async function embedded(out: PDFDocument, source: PDFDocument): Promise<Shown[]> {
  const pages: Shown[] = []
  for (const own of source.getPages()) {
    const { x, y, width, height } = own.getCropBox()
    // A page without content cannot be embedded.
    if (!own.node.Contents()) continue
    const page = await out.embedPage(own, { left: x, bottom: y, right: x + width, top: y + height })
    const turn = ((own.getRotation().angle % 360) + 360) % 360
    const isAcross = turn % 180 !== 0
    pages.push({ page, turn, width: isAcross ? height : width, height: isAcross ? width : height })
  }
  return pages
}

function put(sheet: PDFPage, { page, turn, width, height }: Shown, x: number, y: number, scale = 1): void {
  const [w, h] = [width * scale, height * scale]
  const corner = { 0: [x, y], 90: [x, y + h], 180: [x + w, y + h], 270: [x + w, y] }[turn]!
  sheet.drawPage(page, { x: corner[0]!, y: corner[1]!, xScale: scale, yScale: scale, rotate: degrees(-turn) })
}

const scaled =
  (scale: number): Way =>
  async (source) => {
    const out = await PDFDocument.create()
    for (const page of await embedded(out, source))
      put(out.addPage([page.width * scale, page.height * scale]), page, 0, 0, scale)
    return out.save()
  }

/** Drawn again a little aslant, around the lower left corner. */
const tilted =
  (angle: number): Way =>
  async (source) => {
    const out = await PDFDocument.create()
    for (const own of source.getPages()) {
      const { x, y, width, height } = own.getCropBox()
      if (!own.node.Contents()) continue
      const page = await out.embedPage(own, { left: x, bottom: y, right: x + width, top: y + height })
      const sheet = out.addPage([width + 2 * MARGIN, height + 2 * MARGIN])
      sheet.drawPage(page, { x: MARGIN, y: MARGIN, rotate: degrees(angle) })
      sheet.setRotation(own.getRotation())
    }
    return out.save()
  }

const changed =
  (change: (pdf: PDFDocument) => void | Promise<void>): Way =>
  async (source) => {
    await change(source)
    return source.save()
  }

const turned = (angle: number) =>
  changed((pdf) => {
    for (const page of pdf.getPages()) page.setRotation(degrees((page.getRotation().angle + angle) % 360))
  })

const WAYS: Record<string, Way> = {
  'side by side': several(2, 1),
  'one above the other': several(1, 2),
  'four on one': several(2, 2),
  half: scaled(0.5),
  double: scaled(2),
  'turned by 90°': turned(90),
  'turned by 180°': turned(180),
  'tilted by 1°': tilted(1),
  'tilted by -3°': tilted(-3),
  'off the origin': changed((pdf) => {
    for (const page of pdf.getPages()) {
      const { width, height } = page.getSize()
      const { x, y } = page.getMediaBox()
      page.setMediaBox(x - 100, y - 50, width + 300, height + 200)
      page.setCropBox(x - 20, y - 20, width + 40, height + 40)
    }
  }),
  'a blank page behind each': changed((pdf) => {
    for (let i = pdf.getPageCount(); i > 0; i--) pdf.insertPage(i, [595, 842])
  }),
  stamped: changed(async (pdf) => {
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    for (const [i, page] of pdf.getPages().entries()) {
      const { x, y, width, height } = page.getCropBox()
      const light = { font, color: rgb(0.85, 0.85, 0.85) }
      page.drawText('2024-06-30 COPY 12345.67', {
        ...light,
        x: x + width / 5,
        y: y + height / 5,
        size: 40,
        rotate: degrees(45),
      })
      page.drawText(`Page ${i + 1}`, { font, x: x + width / 2, y: y + 8, size: 8 })
    }
  }),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, show: { type: 'string', default: '0' } },
})
const ways = Object.entries(WAYS).filter(([name]) => values.only === undefined || name === values.only)
const sum = Object.fromEntries(ways.map(([name]) => [name, { cells: 0, right: 0, silent: 0, same: 0 }]))

async function compare(name: string, way: Way, bytes: Uint8Array, plain: Document): Promise<string> {
  const document = await extract(await way(await PDFDocument.load(bytes)), { file: 'paper.pdf', ocr: 'never' })
  const found = cellRecords(document).map((c) => ({ ...c, page: '' }))
  const { truth, right, misses } = score(cellRecords(plain), found)
  const silent = unmarked(misses, found)
  const total = sum[name]!
  total.cells += truth
  total.right += right
  total.silent += silent.length
  total.same += Number(misses.length === 0)
  for (const m of misses.slice(0, Number(values.show)))
    console.log(`  ${name}: ${m.kind} ${m.table} ${m.row} ${m.column} p${m.page}: ${m.expected} → ${m.found}`)
  return misses.length === 0 ? '' : `${name} ${right} of ${truth}, ${silent.length} silent`
}

for (const path of positionals.flatMap(pdfsBelow)) {
  const bytes = readFileSync(path)
  const plain = await extract(bytes, { file: basename(path), ocr: 'never' })
  const told: string[] = []
  for (const [name, way] of ways) told.push(await compare(name, way, bytes, plain))
  console.log(`${basename(path)}: ${told.filter((t) => t !== '').join('; ') || 'the same'}`)
}
for (const [name, { cells, right, silent, same }] of Object.entries(sum))
  console.log(`${name}: ${same} documents the same, ${right} of ${cells} cells right, ${silent} wrong without a mark`)
