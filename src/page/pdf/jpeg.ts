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

  async decode(): Promise<{ image: Canvas & { close(): void } }> {
    const { createCanvas, Image } = await import('@napi-rs/canvas')
    const image = new Image()
    image.src = this.#data
    if (!image.complete || image.width === 0) throw new Error('this is no JPEG')
    const canvas = createCanvas(image.width, image.height)
    canvas.getContext('2d').drawImage(image, 0, 0)
    // The memory of both is given back, which would be kept until they are collected.
    image.src = new Uint8Array()
    const close = () => {
      canvas.width = 1
      canvas.height = 1
    }
    return { image: Object.assign(canvas, { close }) }
  }

  close(): void {}
}
