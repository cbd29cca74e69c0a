/** Streams of a PDF, packed by Node's zlib: the library's own, in JavaScript, takes a tenth of the time of a drawn document. */
import { deflateSync } from 'node:zlib'
import type { PDFContext, PDFRawStream } from 'pdf-lib'

/** Files that have to be the same to the byte everywhere: zlib packs by the processor's means, the library does not. */
const reproducible = new WeakSet<PDFContext>()

export function packReproducibly(context: PDFContext): void {
  reproducible.add(context)
}

export function packed(
  context: PDFContext,
  contents: string | Uint8Array,
  dict: Parameters<PDFContext['stream']>[1] = {},
): PDFRawStream {
  if (reproducible.has(context)) return context.flateStream(contents, dict)
  // As the library does it: a character of a text is a byte.
  const bytes = typeof contents === 'string' ? Buffer.from(contents, 'latin1') : contents
  return context.stream(deflateSync(bytes, { level: 1 }), { ...dict, Filter: 'FlateDecode' })
}
