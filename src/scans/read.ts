/** Reads scanned pages: picture → rulings → cells → the text in each cell. Loaded only where a page needs it. */
import type { PDFPageProxy } from 'pdfjs-dist'
import type { FigureLine } from '../ocr/print/line.ts'
import type { Picture } from '../ocr/reader.ts'
import type { Pdf } from '../page/pdf/open.ts'
import { pagePixels } from '../page/picture/pixels.ts'
import type { Glyph, Page } from '../page/types.ts'
import { type Engine, openEngine, openSecond } from './engines.ts'
import { look } from './look.ts'
import { comparePrints } from './prints.ts'
import { readUpright } from './upright.ts'

/** Opens the same document for drawing, which is needed where a page is more than one image. */
export type Draw = () => Promise<Pdf>

/** Reads the scanned pages of one document. */
export interface ScanReader {
  /** The page with the words and rulings of its picture; what its text layer said is dropped. */
  read(proxy: PDFPageProxy, page: Page): Promise<Page>
  /** Compares the figures that it doubts with the print of the document; to be called once, when all pages are read. */
  compare(): void
  /** Asks the second reader for these words, which are figures, and notes what it says on them (`second`). */
  reread(words: readonly Glyph[]): Promise<void>
  close(): Promise<void>
}

export interface ScanOptions {
  engine: Engine
  /** Pages without a ruled table are left (`unread`). */
  tablesOnly: boolean
}

/** As the finding says it. */
const CUT = 'its picture is cut off'

export async function openScanReader(draw: Draw, { engine, tablesOnly }: ScanOptions): Promise<ScanReader> {
  const reader = await openEngine(engine)
  const pictures = new Map<Glyph, Picture>()
  const figures = new Map<number, ReadonlyMap<Glyph, FigureLine>>()
  let drawing: Promise<Pdf> | undefined
  return {
    async read(proxy, page) {
      const pixels = await pagePixels(proxy, page, async () => {
        drawing ??= draw()
        return (await drawing).doc.getPage(page.number)
      })
      // What pdfjs holds of the page is as large again.
      proxy.cleanup()
      if (tablesOnly && look(pixels, page).cells.length === 0) return { ...page, glyphs: [], unread: true }
      const read = await readUpright(pixels, page, reader)
      for (const [word, picture] of read.pictures) pictures.set(word, picture)
      figures.set(page.number, read.figures)
      return pixels.isCut ? { ...read.page, damage: CUT } : read.page
    },
    compare() {
      comparePrints([...figures].sort(([a], [b]) => a - b).map(([, own]) => own))
      figures.clear()
    },
    async reread(words) {
      const seen = words.flatMap((word) => {
        const picture = pictures.get(word)
        return picture ? [{ word, picture }] : []
      })
      if (seen.length === 0 || reader.name === 'tesseract') return
      const second = await openSecond()
      try {
        const readings = await second.read(
          seen.map((s) => s.picture),
          'amount',
        )
        for (const [i, { word }] of seen.entries()) word.second = readings[i]!.text
      } finally {
        // It holds a hundred megabytes, which to understand the pages needs again.
        await second.close()
      }
    },
    async close() {
      await (await drawing?.catch(() => undefined))?.close()
      await reader.close()
    },
  }
}
