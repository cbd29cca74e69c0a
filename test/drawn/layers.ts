/** Layers of a PDF: one that is shown, and one that is turned off. */
import { type PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import type { DrawnPage } from './pdf.ts'

/** Begins what stands in the layer that is turned off. */
export const LAYER_OFF = '/OC /Off'

/** The entry in the resources of pages; nothing where no page has a mark in the layer. */
export function layersOf(doc: PDFDocument, pages: readonly DrawnPage[]): { Properties?: { Off: PDFRef } } {
  if (!pages.some((p) => p.marks.some((m) => m.kind === 'text' && m.off))) return {}
  const { context } = doc
  const Off = context.register(context.obj({ Type: 'OCG', Name: 'draft' }))
  doc.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [Off], D: { OFF: [Off], Order: [Off] } }))
  return { Properties: { Off } }
}
