/** The pipeline: bytes → pages → document. */
import { createHash } from 'node:crypto'
import { unprovedFigures } from './checks/scans/trust.ts'
import { JuesuanError } from './errors.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { once } from './memo.ts'
import { type Document, documentSchema, type Finding, type Table } from './model.ts'
import { brokenFrame, cutPicture } from './page/pdf/intact.ts'
import { openPdf } from './page/pdf/open.ts'
import { withoutStray } from './page/pdf/stray.ts'
import { isRead, type OcrMode, type ReadPages, readPages } from './read-pages.ts'
import type { ScanCache } from './scans/cache.ts'
import type { Engine } from './scans/engines.ts'
import { type Knowledge, type ReadFile, type Trace, understand } from './understand.ts'

export type { OcrMode } from './read-pages.ts'

export interface ExtractOptions {
  /** Name shown in the document and in errors. */
  file?: string
  password?: string
  /** What the input may cost; the defaults are in src/limits.ts. */
  limits?: Limits
  /** 1-based pages to read; all if absent. */
  pages?: readonly number[]
  ocr?: OcrMode
  /** What reads scanned pages; `auto` if absent. */
  ocrEngine?: Engine
  /** Whether scanned pages without a ruled table are read, too; `all` if absent. */
  ocrPages?: 'all' | 'tables'
  /** Of the scanned pages only these are read; all if absent. */
  ocrOnly?: readonly number[]
  /** Folder in which what OCR read is kept and looked for; nothing is kept if absent. */
  cache?: string
  /** Told of each scanned page before it is read. */
  onScan?: (page: number) => void
}

export async function extractWith(
  forms: Knowledge,
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<Document> {
  return (await trace(forms, bytes, options)).document
}

export function trace(forms: Knowledge, bytes: Uint8Array, options: ExtractOptions = {}): Promise<Trace> {
  return withoutStray(() => run(forms, bytes, options))
}

async function run(forms: Knowledge, bytes: Uint8Array, options: ExtractOptions): Promise<Trace> {
  const kept = once(() => cacheOf(forms, bytes, options))
  const file = await readFile(bytes, options, kept)
  try {
    const understood = await understandScans(forms, file)
    if (file.scans) (await kept())?.keep(file.pages.filter(isRead))
    // What our own templates make fits the schema, as the tests show; to look takes a twentieth of a short run.
    return forms.extended ? { ...understood, document: documentSchema.parse(understood.document) } : understood
  } finally {
    await file.close()
  }
}

/** Earlier readings of the same file, looked for when it has a scan: which figures the second reader was asked for depends on the forms, too. */
async function cacheOf(forms: Knowledge, bytes: Uint8Array, options: ExtractOptions): Promise<ScanCache | null> {
  const { cache, ocr, ocrEngine, ocrPages, ocrOnly, pages } = options
  if (cache === undefined || ocr === 'never') return null
  const { openCache } = await import('./scans/cache.ts')
  return openCache(cache, bytes, [ocr, ocrEngine, ocrPages, ocrOnly, pages, forms.templates])
}

/** Bytes → pages, nothing of them understood yet. To be closed. */
export async function readFile(
  bytes: Uint8Array,
  options: ExtractOptions = {},
  kept: () => Promise<ScanCache | null> = async () => null,
): Promise<ReadFile & ReadPages> {
  const limits = options.limits ?? DEFAULT_LIMITS
  const pdf = await openPdf(bytes, options)
  try {
    const { ocr = 'auto', ocrEngine: engine = 'auto', ocrPages, ocrOnly: only, password, onScan } = options
    const numbers = wanted(pdf.pages, options.pages)
    const known = async () => (await kept())?.pages ?? new Map()
    const scans = { engine, known, tablesOnly: ocrPages === 'tables', only, onScan }
    const read = await readPages(pdf, bytes, numbers, { limits, ocr, password, ...scans })
    const isTold = read.findings.some((f) => f.code === 'page-damaged')
    const broken = brokenFrame(bytes) ?? (isTold ? null : cutPicture(bytes))
    if (broken !== null) read.findings.push(brokenFrameFinding(broken))
    const source = {
      file: options.file ?? 'document.pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      pages: pdf.pages,
      producer: pdf.producer,
    }
    return { ...read, source }
  } finally {
    await pdf.close()
  }
}

/** Figures of scanned pages that nothing proves are read a second time by another reader. */
async function understandScans(forms: Knowledge, file: ReadFile & ReadPages): Promise<Trace> {
  if (!file.scans) return understand(forms, file)
  file.scans.compare()
  // What nothing proves does not depend on what doubtful figures most likely are, which takes long to weigh.
  const first = understand(forms, file, { guesses: false })
  const unproved = first.recognised.flatMap((r) => unprovedFigures(r.seen))
  if (unproved.length > 0) await file.scans.reread(unproved)
  else if (!first.document.tables.some(isDoubtful)) return first
  return understand(forms, file)
}

function isDoubtful({ rows }: Table): boolean {
  return rows.some((row) =>
    Object.values(row.cells).some(({ status }) => status === 'suspect' || status === 'unreadable'),
  )
}

function wanted(count: number, pages: readonly number[] | undefined): number[] {
  const all = Array.from({ length: count }, (_, i) => i + 1)
  if (!pages) return all
  const outside = pages.find((p) => p < 1 || p > count)
  if (outside !== undefined)
    throw new JuesuanError('usage', `page ${outside} does not exist: the PDF has ${count} pages`)
  return all.filter((p) => pages.includes(p))
}

function brokenFrameFinding(why: string): Finding {
  return {
    code: 'file-damaged',
    severity: 'warning',
    message: {
      zh: `文件不完整或已损坏（${why}），可能有缺失，请重新下载`,
      en: `the file is damaged or cut off (${why}): something may be missing; download it again`,
    },
    page: null,
    bbox: null,
  }
}
