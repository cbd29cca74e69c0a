/** Reads scanned pages: picture → rulings → cells → the text in each cell. Loaded only where a page needs it. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { ruledGrids } from '../grid/ruled.ts'
import type { Pdf } from '../page/open.ts'
import { pagePixels } from '../page/pixels.ts'
import { openScan, readScan } from '../page/scan.ts'
import type { Page } from '../page/types.ts'
import { openEngine } from './engines.ts'

/** Opens the same document for drawing, which is needed where a page is more than one image. */
export type Draw = () => Promise<Pdf>

/** Reads the scanned pages of one document. */
export interface ScanReader {
  /** The page with the words and rulings of its picture; what its text layer said is dropped. */
  read(proxy: PDFPageProxy, page: Page): Promise<Page>
  close(): Promise<void>
}

export async function openScanReader(draw: Draw): Promise<ScanReader> {
  const reader = await openEngine('auto')
  let drawing: Promise<Pdf> | undefined
  return {
    async read(proxy, page) {
      const pixels = await pagePixels(proxy, page, async () => {
        drawing ??= draw()
        return (await drawing).doc.getPage(page.number)
      })
      const scan = openScan(pixels, { ...page, kind: 'scan' })
      const cells = ruledGrids(scan.page).flatMap((grid) => grid.cells.map((cell) => cell.box))
      return readScan(scan, cells, reader)
    },
    close: async () => (await drawing)?.close(),
  }
}
