/** A page as a picture. */
import type { Canvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist'
import { loadCanvas } from './pdfjs.ts'

export interface RenderOptions {
  /** Pixels a point: 1 is 72 dpi. */
  scale: number
  /** Degrees; the page's own /Rotate if absent. */
  rotation?: number
}

/** Draws a page of a document that was opened with `draw`. The background is white. */
export async function renderPage(proxy: PDFPageProxy, { scale, rotation }: RenderOptions): Promise<Canvas> {
  const { createCanvas } = await loadCanvas()
  const viewport = proxy.getViewport({ scale, rotation: rotation ?? proxy.rotate })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  // The types are a browser's; pdfjs uses what both have.
  await proxy.render({ canvas: canvas as never, viewport }).promise
  return canvas
}
