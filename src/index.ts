/** juesuan: typed, checked data from the final-account and budget disclosures of Chinese government departments. */
import { type ExtractOptions as EngineOptions, extractWith } from './extract.ts'
import { type Extractors, formsWith } from './forms.ts'
import type { Document } from './model.ts'

export type { BatchEvent } from './batch/events.ts'
export type { ManifestLine } from './batch/manifest.ts'
export type { BatchOptions } from './batch/options.ts'
export { type BatchResult, batch } from './batch/run.ts'
export { JuesuanError } from './errors.ts'
export type { Limits } from './limits.ts'
export * from './model.ts'
export { cellsCsv } from './output/cells.ts'
export type { TableTemplate } from './template/define.ts'

export interface ExtractOptions extends EngineOptions {
  /** Templates of your own: a folder of them, or the templates. One with an id of ours takes its place. */
  extractors?: Extractors
}

/** Reads one PDF. Throws JuesuanError for bad input; everything doubtful within it is in `findings`. */
export async function extract(bytes: Uint8Array, { extractors, ...options }: ExtractOptions = {}): Promise<Document> {
  return extractWith(await formsWith(extractors), bytes, options)
}
