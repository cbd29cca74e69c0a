/** Pictures among the text of a page that show a ruled table, however small they are: such are not read, and that is told. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { picturesAmongText } from '../page/classify.ts'
import { decodedImage, toPixels } from '../page/picture/decoded.ts'
import type { Box, Page, PageImage } from '../page/types.ts'
import { look } from './look.ts'

/** A table has so many cells at least, in so many rows and columns: a chart has a frame, and lines across it. */
const TABLE = { cells: 6, lines: 2 }

/** The page with its pictures of tables marked (`isTable`). */
export async function withTablesShown(proxy: PDFPageProxy, page: Page): Promise<Page> {
  const shown = new Set<PageImage>()
  for (const image of picturesAmongText(page)) if (await showsTable(proxy, page, image)) shown.add(image)
  if (shown.size === 0) return page
  return { ...page, images: page.images.map((i) => (shown.has(i) ? { ...i, isTable: true as const } : i)) }
}

async function showsTable(proxy: PDFPageProxy, page: Page, { name, box }: PageImage): Promise<boolean> {
  const decoded = name === '' ? null : await decodedImage(proxy, name)
  const pixels = decoded && toPixels(decoded)
  if (!pixels) return false
  const size = { width: box[2] - box[0], height: box[3] - box[1] }
  const { cells } = look(pixels, { ...page, ...size, glyphs: [], rulings: [], images: [] })
  const count = (at: (cell: Box) => number) => new Set(cells.map((cell) => Math.round(at(cell)))).size
  return cells.length >= TABLE.cells && [count((c) => c[0]), count((c) => c[1])].every((n) => n >= TABLE.lines)
}
