/** What a batch is asked for, and what of it a document depends on. */
import { availableParallelism, totalmem } from 'node:os'
import type { OcrMode } from '../extract.ts'
import { DEFAULT_LIMITS, type Limits } from '../limits.ts'
import { cacheFolder } from '../scans/cache-folder.ts'
import type { Engine } from '../scans/engines.ts'
import { hashTemplates, loadTemplates } from '../template/load.ts'
import { version } from '../version.ts'
import type { BatchEvent } from './events.ts'
import type { Made } from './plan.ts'
import type { Job } from './protocol.ts'

/** How the files are read. */
export interface ReadingOptions {
  /** Of encrypted files. It is written nowhere. */
  password?: string
  ocr?: OcrMode
  ocrEngine?: Engine
  ocrPages?: 'all' | 'tables'
  /** Whether what OCR read is kept for the next run; it is, if absent. */
  cache?: boolean
  /** Folder of the user's own templates. */
  extractors?: string
  /** Ids of the tables to keep; all if absent. */
  tables?: readonly string[]
  /** What a file may cost; `memory` and `stuckSeconds` are not looked at here, see `memory` and `timeout`. */
  limits?: Limits
}

export interface BatchOptions extends ReadingOptions {
  /** Folder for `documents/` and `manifest.jsonl`. */
  output: string
  /** Files read at a time; default: one a core, as far as there is 1 GB for each. */
  jobs?: number
  /** Seconds for one file; default 120. Each scanned page of it begins them anew. */
  timeout?: number
  /** MB of memory for one worker; default 2048. */
  memory?: number
  /** Do again what is done. */
  force?: boolean
  /** Try again what failed in an earlier run. */
  retryFailed?: boolean
  /** Ends the run after the files in hand. */
  signal?: AbortSignal
  onEvent?: (event: BatchEvent) => void
}

export const SECONDS = 120
export const MEGABYTES = 2048
/** What a reader with OCR takes, in bytes. */
const WORKER_BYTES = 1e9

/** Files read at a time where the user does not say. */
export function defaultJobs(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / WORKER_BYTES)))
}

/** Native threads for each of the workers: together they have no more than there are cores. */
export function threadsEach(jobs: number): number {
  return Math.max(1, Math.floor(availableParallelism() / jobs))
}

/**
 * Version and options that decide what a document is: a file is read again when they differ. An option
 * that is not given is left out, so that a new one does not make all earlier work void.
 */
export async function madeWith(options: ReadingOptions): Promise<Made> {
  const { ocr = 'auto', ocrEngine = 'auto', ocrPages = 'all', tables, limits = DEFAULT_LIMITS, extractors } = options
  // Templates with a mistake end the run before it begins.
  if (extractors !== undefined) await loadTemplates(extractors)
  const changed = (Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]).filter((k) => limits[k] !== DEFAULT_LIMITS[k])
  return {
    version: version(),
    options: {
      ocr,
      ...(ocrEngine !== 'auto' && { ocrEngine }),
      ...(ocrPages !== 'all' && { ocrPages }),
      // What they say, not where they stand.
      ...(extractors !== undefined && { extractors: await hashTemplates(extractors) }),
      ...(tables && { tables: [...new Set(tables)].sort() }),
      ...(changed.length > 0 && { limits: Object.fromEntries(changed.map((k) => [k, limits[k]])) }),
    },
  }
}

/** What a worker is told of the options. */
export function readingOf(file: string, options: ReadingOptions): Omit<Job, 'file' | 'temporary'> {
  const { password, ocr, ocrEngine, ocrPages, tables, limits, extractors } = options
  const cache = (options.cache !== false && cacheFolder()) || undefined
  return { options: { file, password, ocr, ocrEngine, ocrPages, cache, limits }, tables, extractors }
}
