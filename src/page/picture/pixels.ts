/** The pixels of a scanned page: the embedded image itself where it is the page, else the page drawn. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { renderPage } from '../pdf/render.ts'
import type { Page, PageImage } from '../types.ts'
import { decodedImage, ofCanvas, toPixels } from './decoded.ts'
import type { Pixels } from './image.ts'
import { hasColor } from './red.ts'

/** An image is the whole page if it covers at least this share of it … */
const WHOLE = 0.9
/** … and no other image covers more than this. */
const BESIDE = 0.02
/** Pages are drawn at their images' resolution, within these bounds (dots per inch). */
const LOWEST_DPI = 150
const HIGHEST_DPI = 300
/** From this resolution on (dots per inch) squares of pixels are averaged in their stead: drawing takes a second copy of the whole. */
const AVERAGED_DPI = 450
/**
 * The page as shown (after /Rotate), as one picture of its whole area.
 * `draw` gives the same page from a document opened with `draw`; it is called only if it is needed.
 */
export async function pagePixels(proxy: PDFPageProxy, page: Page, draw: () => Promise<PDFPageProxy>): Promise<Pixels> {
  return withoutChannels(await decodedPage(proxy, page, draw))
}

/** Gray pages are mostly stored with three channels, all alike: they are kept as one. */
function withoutChannels(pixels: Pixels): Pixels {
  if (hasColor(pixels)) return pixels
  const { width, height, channels, data } = pixels
  if (channels === 1) return pixels
  const gray = new Uint8Array(width * height)
  for (let i = 0, j = 0; i < gray.length; i++, j += channels) gray[i] = data[j]!
  return { ...pixels, channels: 1, data: gray }
}

async function decodedPage(proxy: PDFPageProxy, page: Page, draw: () => Promise<PDFPageProxy>): Promise<Pixels> {
  const image = wholePage(page)
  let pixels: Pixels | null = null
  for (const one of page.images) {
    if (!one.name || coverOf(one, page) < BESIDE) continue
    // pdfjs draws nothing for what it cannot decode: the page would be white and nothing would tell.
    const decoded = await decodedImage(proxy, one.name)
    if (!decoded) throw new Error('an image of the page cannot be decoded')
    if (one === image) pixels = toPixels(decoded)
  }
  if (pixels && image && within(image, HIGHEST_DPI)) return pixels
  if (pixels && image && !within(image, AVERAGED_DPI))
    return averaged(pixels, Math.ceil(dpiOf(image) / (HIGHEST_DPI * ROUNDED)))
  const dpi = Math.min(HIGHEST_DPI, Math.max(LOWEST_DPI, Math.round(resolution(page))))
  const drawn = await draw()
  const canvas = await renderPage(drawn, { scale: dpi / 72 })
  drawn.cleanup()
  // On the drawn page nothing tells that a picture of it is cut off.
  return pixels?.isCut ? { ...ofCanvas(canvas), isCut: true } : ofCanvas(canvas)
}

/** Share of the page that the image covers. */
function coverOf({ box }: PageImage, page: Page): number {
  const w = Math.min(box[2], page.width) - Math.max(box[0], 0)
  const h = Math.min(box[3], page.height) - Math.max(box[1], 0)
  return (Math.max(0, w) * Math.max(0, h)) / (page.width * page.height)
}

/** The one image that is the page, drawn upright and not mirrored; null if there is none. */
function wholePage(page: Page): PageImage | null {
  const covers = (i: PageImage) => coverOf(i, page)
  const [first, second] = [...page.images].sort((a, b) => covers(b) - covers(a))
  if (!first?.name || !first.upright || covers(first) < WHOLE || (second && covers(second) > BESIDE)) return null
  const square = first.width / (first.box[2] - first.box[0]) / (first.height / (first.box[3] - first.box[1]))
  return Math.abs(square - 1) < 0.01 ? first : null
}

function resolution(page: Page): number {
  return Math.max(0, ...page.images.map((i) => (i.width / Math.max(1, i.box[2] - i.box[0])) * 72))
}

/** Pages are a little smaller or larger than their pictures at the scanner's resolution. */
const ROUNDED = 1.02

function within(image: PageImage, dpi: number): boolean {
  return dpiOf(image) <= dpi * ROUNDED
}

function dpiOf(image: PageImage): number {
  return (image.width / (image.box[2] - image.box[0])) * 72
}

/** One pixel, their mean, for each square of pixels; what is left over on the right and below is cut. */
export function averaged(pixels: Pixels, edge: number): Pixels {
  const { width, height, channels, data } = pixels
  const [columns, rows] = [Math.floor(width / edge), Math.floor(height / edge)]
  const out = new Uint8Array(columns * rows * channels)
  const sums = new Uint32Array(columns * channels)
  for (let y = 0; y < rows; y++) {
    sums.fill(0)
    for (let dy = 0; dy < edge; dy++) {
      let i = (y * edge + dy) * width * channels
      for (let x = 0; x < columns; x++)
        for (let dx = 0; dx < edge; dx++) for (let c = 0; c < channels; c++) sums[x * channels + c]! += data[i++]!
    }
    for (const [k, sum] of sums.entries()) out[y * sums.length + k] = sum / (edge * edge)
  }
  return { ...pixels, width: columns, height: rows, data: out }
}
