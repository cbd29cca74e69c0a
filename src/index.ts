/** juesuan: typed, checked data from the final-account and budget disclosures of Chinese government departments. */
import { type ExtractOptions, extractWith } from './extract.ts'
import { forms } from './forms.ts'
import type { Document } from './model.ts'

export type { ManifestLine } from './batch/manifest.ts'
export { type BatchEvent, type BatchOptions, type BatchResult, batch } from './batch/run.ts'
export { JuesuanError } from './errors.ts'
export type { ExtractOptions } from './extract.ts'
export * from './model.ts'
export { cellsCsv } from './output/cells.ts'

/** Reads one PDF. Throws JuesuanError for bad input; everything doubtful within it is in `findings`. */
export function extract(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Document> {
  return extractWith(forms, bytes, options)
}
