/**
 * Decodes the JPEGs of scanned pages with the native code of the canvas, in a sixth of the time that pdfjs takes. It
 * asks for that through the class that browsers have for it (WebCodecs), of which this is as much as it uses.
 */
import type { Canvas } from '@napi-rs/canvas'

/** Smaller files (bytes) are logos and photographs in a text: decoding them takes less time than loading the canvas. */
const SMALLEST = 60_000

export class JpegDecoder {
  /** Of scans the other kinds are left to pdfjs, too. */
  static async isTypeSupported(type: string): Promise<boolean> {
    return type === 'image/jpeg'
  }

  readonly #data: Uint8Array

  /** @throws if the picture is small; pdfjs then decodes it itself, and so it does whatever is thrown here. */
  constructor({ data }: { data: Uint8Array }) {
    if (data.length < SMALLEST) throw new Error('this picture is small')
    this.#data = data
  }

  async decode(): Promise<{ image: Canvas }> {
    const { createCanvas, loadImage } = await import('@napi-rs/canvas')
    const image = await loadImage(this.#data)
    const canvas = createCanvas(image.width, image.height)
    canvas.getContext('2d').drawImage(image, 0, 0)
    // Pictures of browsers are closed when they are no longer needed.
    return { image: Object.assign(canvas, { close() {} }) }
  }

  close(): void {}
}
