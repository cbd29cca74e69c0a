/** Texts that are no part of a page's content: values of form fields, and notes written on the page. */
import { type PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'
import { widthOf } from './font.ts'
import { packed } from './packed.ts'
import type { DrawnPage, TextMark } from './pdf.ts'
import { n } from './placing.ts'

interface Hand {
  /** From the marks of the page to its own coordinates. */
  place: readonly number[]
  fonts: Record<string, PDFRef>
  write: (mark: TextMark) => string
}

/** Share of the text size that letters reach above and below their line. */
const REACH = 1

export function annotate(doc: PDFDocument, leaf: PDFPage, page: DrawnPage, hand: Hand): void {
  const marks = page.marks.flatMap((m) => (m.kind === 'text' && m.as !== undefined ? [m] : []))
  if (marks.length === 0) return
  const { context, catalog } = doc
  const refs = marks.map((mark, i) => {
    const Rect = rectOf(mark, page, hand.place)
    const content = `q ${hand.place.map(n).join(' ')} cm ${hand.write({ ...mark, as: undefined })} Q`
    const look = { Type: 'XObject', Subtype: 'Form', BBox: Rect, Resources: { Font: hand.fonts } }
    const value = PDFHexString.fromText(mark.text)
    const own =
      mark.as === 'field'
        ? { Subtype: 'Widget', FT: 'Tx', T: PDFHexString.fromText(`${n(mark.x)} ${n(mark.y)} ${i}`), V: value }
        : { Subtype: 'FreeText', Contents: value }
    const AP = { N: context.register(packed(context, content, look)) }
    return context.register(context.obj({ Type: 'Annot', ...own, Rect, F: 4, DA: PDFHexString.fromText('0 g'), AP }))
  })
  leaf.node.set(PDFName.of('Annots'), context.obj(refs))
  if (marks[0]!.as !== 'field') return
  const form = catalog.get(PDFName.of('AcroForm'))
  const before = form ? fields.get(doc)! : []
  fields.set(doc, [...before, ...refs])
  catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: fields.get(doc)! }))
}

/** Those of the pages so far. */
const fields = new WeakMap<PDFDocument, PDFRef[]>()

function rectOf({ x, y, size, text }: TextMark, { height }: DrawnPage, place: readonly number[]): number[] {
  const [a, b, c, d, e, f] = place as [number, number, number, number, number, number]
  const corners = [
    [x - size, height - y - REACH * size],
    [x + widthOf(text, size) + size, height - y + REACH * size],
  ].map(([px, py]) => [a * px! + c * py! + e, b * px! + d * py! + f] as const)
  const [xs, ys] = [corners.map((p) => p[0]), corners.map((p) => p[1])]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
