/** Images as pdfjs decodes them. */
import type { Canvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist'
import type { Pixels } from './image.ts'

/** pdfjs: one bit a pixel, 0 black; three bytes; four bytes. */
const GRAY_1BPP = 1
const RGB_24BPP = 2
const RGBA_32BPP = 3

export interface DecodedImage {
  width: number
  height: number
  kind?: number
  data?: Uint8Array | Uint8ClampedArray | null
  /** In the place of `data`, of what our own decoder made. */
  bitmap?: Canvas
}

/** The image of a name; null where it cannot be decoded. */
export async function decodedImage(proxy: PDFPageProxy, name: string): Promise<DecodedImage | null> {
  const store = (name.startsWith('g_') ? proxy.commonObjs : proxy.objs) as {
    has(id: string): boolean
    get(id: string, callback?: (v: unknown) => void): unknown
  }
  if (store.has(name)) return store.get(name) as DecodedImage | null
  return new Promise((resolve) => store.get(name, (v) => resolve(v as DecodedImage | null)))
}

export function toPixels({ width, height, kind, data, bitmap }: DecodedImage): Pixels | null {
  if (bitmap) return ofCanvas(bitmap)
  if (!data) return null
  if (kind === RGB_24BPP) return { width, height, channels: 3, data }
  if (kind === RGBA_32BPP) return { width, height, channels: 3, data: onPaper(data) }
  if (kind !== GRAY_1BPP) return null
  const out = new Uint8Array(width * height)
  const stride = (width + 7) >> 3
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[y * width + x] = (data[y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
  return { width, height, channels: 1, data: out }
}

/** What shows on white paper of colours that let it through: programs store ink so, black all over and clear where there is none. */
function onPaper(rgba: Uint8Array | Uint8ClampedArray): Uint8Array {
  const out = new Uint8Array((rgba.length / 4) * 3)
  for (let i = 0, j = 0; i < rgba.length; i += 4) {
    const ink = rgba[i + 3]!
    for (let c = 0; c < 3; c++) out[j++] = 255 - Math.round(((255 - rgba[i + c]!) * ink) / 255)
  }
  return out
}

/** Rows that are taken out of a canvas at one time: all at once they are a second copy of the page. */
const ROWS = 128

/** Rows that a picture may lack at its foot, as a share of its height: there is margin. */
const MARGIN = 0.02

/** What a canvas shows. Rows that are transparent were not in the file. */
export function ofCanvas(canvas: Canvas): Pixels {
  const { width, height } = canvas
  const context = canvas.getContext('2d')
  const out = new Uint8Array(3 * width * height)
  let [k, missing] = [0, 0]
  for (let y = 0; y < height; y += ROWS) {
    const { data } = context.getImageData(0, y, width, Math.min(ROWS, height - y))
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 0) {
        out.fill(255, k, k + 3)
        k += 3
        missing++
        continue
      }
      out[k++] = data[i]!
      out[k++] = data[i + 1]!
      out[k++] = data[i + 2]!
    }
  }
  return { width, height, channels: 3, data: out, ...(missing > MARGIN * width * height ? { isCut: true } : {}) }
}
