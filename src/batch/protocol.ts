/** What a batch and its worker processes say to each other. */
import type { ErrorCode } from '../errors.ts'
import type { ExtractOptions } from '../extract.ts'

export interface Job {
  file: string
  /** Where to write the document; the parent gives it its name. */
  temporary: string
  options: ExtractOptions
  /** Folder of the user's own templates. */
  extractors?: string
  /** Ids of the tables to keep; all if absent. */
  tables?: readonly string[]
}

/** Of a document, what the manifest says. */
export interface Summary {
  pages: number
  ocr_pages: number
  findings: { error: number; warning: number; note: number }
  incomplete: boolean
}

export type Outcome = { summary: Summary } | { error: { code: ErrorCode; message: string } }

/** With the resident memory after the file, in MB. */
export type Reply = Outcome & { megabytes: number }

/** Said before each scanned page: the process lives, though its file takes long. */
export const ALIVE = 'alive'

/** Written to standard error as the last word of a process that outgrew its memory. */
export const OUTGROWN = 'juesuan worker: out of memory'
