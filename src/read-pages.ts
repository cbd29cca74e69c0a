/** Pages in order, whatever they came from: text pages by their operators, scanned ones by OCR. */
import pLimit from 'p-limit'
import type { PDFPageProxy } from 'pdfjs-dist'
import { JuesuanError } from './errors.ts'
import { inTime, type Limits } from './limits.ts'
import type { Finding } from './model.ts'
import { pictureOn, picturesAmongText } from './page/classify.ts'
import { openPdf, type Pdf } from './page/pdf/open.ts'
import { type ReadPage, readPage, type WithImages } from './page/pdf/read.ts'
import type { Page } from './page/types.ts'
import { brokenFinding, damagedFinding, leftFinding, pictureFinding, unreadFinding } from './page-findings.ts'
import type { Engine } from './scans/engines.ts'
import type { ScanReader } from './scans/read.ts'

/** Which pages OCR reads: those without usable text, all, or none. */
export type OcrMode = 'auto' | 'always' | 'never'

export interface ReadPagesOptions {
  limits: Limits
  ocr: OcrMode
  engine: Engine
  password?: string
  /** Scanned pages that have been read before; asked for when there is one. */
  known: () => Promise<ReadonlyMap<number, Page>>
  /** Scanned pages without a table are left. */
  tablesOnly: boolean
  /** Of the scanned pages only these; all if absent. */
  only?: readonly number[]
  /** Told of each scanned page before it is read. */
  onScan?: (page: number) => void
}

interface ReadOne {
  pages: Page[]
  findings: Finding[]
}

export interface ReadPages extends ReadOne {
  /** What read the scanned pages, to be asked again; null if there are none. */
  scans: ScanReader | null
  close(): Promise<void>
}

/** Pages in hand at one time: while the network reads one, the picture of the next is made. More only takes memory. */
const AT_ONCE = 2

/** A page that cannot be read is told in the findings and does not cost the others. To be closed. */
export async function readPages(
  pdf: Pdf,
  bytes: Uint8Array,
  numbers: readonly number[],
  options: ReadPagesOptions,
): Promise<ReadPages> {
  const { limits } = options
  const reader = lazyReader(bytes, options)
  const watch = stopwatch()
  const read = scanReading(reader.opened, options, watch)
  const readOne = async (number: number): Promise<ReadOne> => {
    try {
      return told(number, await readPage(pdf, number, limits, { read, time: watch.time }), options)
    } catch (error) {
      return { pages: [unread(lostPage(number))], findings: [brokenFinding(number, error)] }
    }
  }
  const close = async () => (await reader.used())?.close()
  try {
    const work = pLimit(AT_ONCE).map(numbers, readOne)
    const all = await inTime(limits, 'fileSeconds', 'the file', work, watch.time)
    const [pages, findings] = [all.flatMap((r) => r.pages), all.flatMap((r) => r.findings)]
    return { pages, findings, scans: await reader.used(), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What reads scans, opened when the first of them comes. `used`: null where none did. */
function lazyReader(bytes: Uint8Array, { limits, password, engine, tablesOnly }: ReadPagesOptions) {
  let opening: Promise<ScanReader> | undefined
  const draw = () => openPdf(bytes, { limits, password, draw: true })
  return {
    opened: () => {
      opening ??= import('./scans/read.ts').then((m) => m.openScanReader(draw, { engine, tablesOnly }))
      return opening
    },
    used: async () => (await opening?.catch(() => null)) ?? null,
  }
}

/** Pages that need it are read by OCR, unless they have been before; the time it takes is noted. */
function scanReading(
  reader: () => Promise<ScanReader>,
  { ocr, only, known, onScan }: ReadPagesOptions,
  watch: Stopwatch,
): WithImages['read'] {
  return async (proxy, page) => {
    if (!needsOcr(page, ocr)) return withTablesShown(proxy, page)
    if (ocr === 'never') return page
    if (only && !only.includes(page.number)) return unread(page)
    const before = (await known()).get(page.number)
    if (before) return before
    onScan?.(page.number)
    watch.start()
    try {
      return await (await reader()).read(proxy, page)
    } catch (cause) {
      throw new JuesuanError('internal', `OCR failed: ${cause instanceof Error ? cause.message : cause}`, { cause })
    } finally {
      watch.stop()
    }
  }
}

/** Few pages of text have pictures among them: what looks at these is loaded then. */
async function withTablesShown(proxy: PDFPageProxy, page: Page): Promise<Page> {
  if (picturesAmongText(page).length === 0) return page
  return (await import('./scans/tables-shown.ts')).withTablesShown(proxy, page)
}

/** A page with what a person should know of it. */
function told(number: number, { page, damage }: ReadPage, { ocr, tablesOnly }: ReadPagesOptions): ReadOne {
  const why = damage ?? page.damage
  const findings = why === undefined ? [] : [damagedFinding(number, why)]
  if (page.unread && tablesOnly) findings.push(leftFinding(number))
  const picture = ocr === 'always' ? null : pictureOn(page)
  if (picture) findings.push(pictureFinding(number, [...picture.box]))
  if (ocr !== 'never' || !needsOcr(page, ocr)) return { pages: [page], findings }
  return { pages: [unread(page)], findings: [...findings, unreadFinding(number)] }
}

interface Stopwatch {
  start(): void
  stop(): void
  /** Milliseconds. */
  time: () => number
}

/** Milliseconds in which at least one of several things was in hand. */
export function stopwatch(): Stopwatch {
  let [inHand, since, sum] = [0, 0, 0]
  return {
    start() {
      if (inHand++ === 0) since = performance.now()
    },
    stop() {
      if (--inHand === 0) sum += performance.now() - since
    },
    time: () => sum + (inHand > 0 ? performance.now() - since : 0),
  }
}

/** Whether OCR read the page. */
export function isRead(page: Page): boolean {
  return page.glyphs.some((g) => g.source === 'ocr')
}

function needsOcr(page: Page, mode: OcrMode): boolean {
  return mode === 'always' || page.kind === 'scan' || page.kind === 'mixed'
}

function unread(page: Page): Page {
  return { ...page, glyphs: [], unread: true }
}

function lostPage(number: number): Page {
  return { number, width: 0, height: 0, rotation: 0, kind: 'blank', glyphs: [], rulings: [], images: [] }
}
