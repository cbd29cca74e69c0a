/** Forms drawn from text as the bytes of a PDF, for what begins with a file. */
import { type Mark, toPdf } from '../drawn/pdf.ts'
import { drawPages } from './draw.ts'

/** The share of a letter's size that stands above its baseline. */
const ASCENT = 0.88

export function drawPdf(form: string): Promise<Uint8Array> {
  const pages = drawPages(form).map(({ width, height, glyphs, rulings }) => ({
    width,
    height,
    marks: [
      ...rulings.map(({ axis, at, from, to, thickness }): Mark => {
        const [x0, y0, x1, y1] = axis === 'h' ? [from, at, to, at] : [at, from, at, to]
        return { kind: 'rule', x0, y0, x1, y1, width: thickness, as: 'stroke' }
      }),
      ...glyphs.map(
        ({ text, box, size }): Mark => ({ kind: 'text', text, x: box[0], y: box[1] + ASCENT * size, size }),
      ),
    ],
  }))
  return toPdf(pages, 'form')
}
