/**
 * Files put together anew, page by page, so that a person reads the same in them: turned, scaled and shifted sheets, other
 * margins, pages drawn as forms on other paper, blank ones between them, two on one sheet.
 */
import { degrees, PDFDocument, type PDFPage } from 'pdf-lib'

/** Makes a file of another one. */
export type Remake = (file: PDFDocument) => Promise<Uint8Array>

/** Points: a blank sheet, and paper that pages are made to fit. */
const A4 = [595.28, 841.89] as const

export const SHEETS: Record<string, Remake> = {
  'turned by 90°': each((page) => turn(page, 90)),
  'turned by 180°': each((page) => turn(page, 180)),
  'a third as large': each((page) => page.scale(0.3, 0.3)),
  'half as large': each((page) => page.scale(0.5, 0.5)),
  'three times as large': each((page) => page.scale(3, 3)),
  'coordinates shifted': each((page) => {
    page.translateContent(500, -300)
    grow(page, 0, [500, -300])
  }),
  'margins 100 points wider': each((page) => grow(page, 100, [0, 0])),
  'pages as forms': asForms((out, page) => out.addPage([page.width, page.height]).drawPage(page, { x: 0, y: 0 })),
  'on A4': asForms((out, page) => {
    const [width, height] = page.width > page.height ? [A4[1], A4[0]] : A4
    const scale = Math.min(width / page.width, height / page.height)
    const [w, h] = [page.width * scale, page.height * scale]
    out.addPage([width, height]).drawPage(page, { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h })
  }),
  'text turned by its matrix': asForms((out, page) =>
    out.addPage([page.height, page.width]).drawPage(page, { x: page.height, y: 0, rotate: degrees(90) }),
  ),
  'blank sheets between': copied((out, page) => {
    out.addPage(page)
    out.addPage([...A4])
  }),
  'two on one sheet': async (file) => {
    const out = await PDFDocument.create()
    const pages = await out.embedPages(file.getPages())
    for (let i = 0; i < pages.length; i += 2) {
      const pair = pages.slice(i, i + 2)
      const height = Math.max(...pair.map((p) => p.height))
      const sheet = out.addPage([pair.reduce((sum, p) => sum + p.width, 0), height])
      for (const [k, page] of pair.entries())
        sheet.drawPage(page, { x: k === 0 ? 0 : pair[0]!.width, y: height - page.height })
    }
    return out.save()
  },
}

function copied(add: (out: PDFDocument, page: PDFPage) => void): Remake {
  return async (file) => {
    const out = await PDFDocument.create()
    for (const page of await out.copyPages(file, file.getPageIndices())) add(out, page)
    return out.save()
  }
}

function each(change: (page: PDFPage) => void): Remake {
  return copied((out, page) => change(out.addPage(page)))
}

type Embedded = Awaited<ReturnType<PDFDocument['embedPages']>>[number]

function asForms(draw: (out: PDFDocument, page: Embedded) => void): Remake {
  return async (file) => {
    const out = await PDFDocument.create()
    for (const page of await out.embedPages(file.getPages())) draw(out, page)
    return out.save()
  }
}

function turn(page: PDFPage, by: number): void {
  page.setRotation(degrees((page.getRotation().angle + by) % 360))
}

/** The sheet larger by so many points on each side, and where its content went. */
function grow(page: PDFPage, by: number, [dx, dy]: readonly [number, number]): void {
  const { x, y, width, height } = page.getMediaBox()
  const box = [x + dx - by, y + dy - by, width + 2 * by, height + 2 * by] as const
  page.setMediaBox(...box)
  page.setCropBox(...box)
}
