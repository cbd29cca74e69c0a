/** The font that a page's operators name. */
import type { PDFPageProxy } from 'pdfjs-dist'
import type { PdfFont, State } from './drawing.ts'

export async function setFont(page: PDFPageProxy, state: State, name: string, size: number): Promise<void> {
  state.font = await getFont(page, name)
  state.direction = size < 0 ? -1 : 1
  state.size = Math.abs(size)
}

async function getFont(page: PDFPageProxy, name: string): Promise<PdfFont> {
  const objs = page.commonObjs as {
    has(id: string): boolean
    get(id: string, callback?: (v: unknown) => void): unknown
  }
  if (objs.has(name)) return objs.get(name) as PdfFont
  return new Promise((resolve) => objs.get(name, (font) => resolve(font as PdfFont)))
}
