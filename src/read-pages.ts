/** Pages in order, whatever they came from: text pages by their operators, scanned ones by OCR. */
import pLimit from 'p-limit'
import { JuesuanError } from './errors.ts'
import { inTime, type Limits } from './limits.ts'
import type { Finding } from './model.ts'
import { pictureOn } from './page/classify.ts'
import { openPdf, type Pdf } from './page/open.ts'
import { readPage, type WithImages } from './page/read.ts'
import type { Page } from './page/types.ts'
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
  { limits, ocr, engine, password, known, tablesOnly, only, onScan }: ReadPagesOptions,
): Promise<ReadPages> {
  let opening: Promise<ScanReader> | undefined
  const draw = () => openPdf(bytes, { limits, password, draw: true })
  const scans = () => {
    opening ??= import('./scans/read.ts').then((m) => m.openScanReader(draw, { engine, tablesOnly }))
    return opening
  }
  const watch = stopwatch()
  const readScan: WithImages['read'] = async (proxy, page) => {
    if (!needsOcr(page, ocr) || ocr === 'never') return page
    if (only && !only.includes(page.number)) return unread(page)
    const before = (await known()).get(page.number)
    if (before) return before
    onScan?.(page.number)
    watch.start()
    try {
      return await (await scans()).read(proxy, page)
    } catch (error) {
      throw new JuesuanError('internal', `OCR failed: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      })
    } finally {
      watch.stop()
    }
  }
  const readOne = async (number: number): Promise<ReadOne> => {
    try {
      const { page, damage } = await readPage(pdf, number, limits, { read: readScan, time: watch.time })
      const findings = damage === null ? [] : [damagedFinding(number, damage)]
      if (page.unread && tablesOnly) findings.push(leftFinding(number))
      const picture = ocr === 'always' ? null : pictureOn(page)
      if (picture) findings.push(pictureFinding(number, [...picture.box]))
      if (ocr !== 'never' || !needsOcr(page, ocr)) return { pages: [page], findings }
      return { pages: [unread(page)], findings: [...findings, unreadFinding(number)] }
    } catch (error) {
      return { pages: [unread(lostPage(number))], findings: [brokenFinding(number, error)] }
    }
  }
  const close = async () => (await opening?.catch(() => undefined))?.close()
  try {
    const work = pLimit(AT_ONCE).map(numbers, readOne)
    const read = await inTime(limits, 'fileSeconds', 'the file', work, watch.time)
    return {
      pages: read.flatMap((r) => r.pages),
      findings: read.flatMap((r) => r.findings),
      scans: (await opening?.catch(() => null)) ?? null,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Milliseconds in which at least one of several things was in hand. */
export function stopwatch(): { start(): void; stop(): void; time: () => number } {
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

function needsOcr(page: Page, mode: OcrMode): boolean {
  return mode === 'always' || page.kind === 'scan' || page.kind === 'mixed'
}

function unread(page: Page): Page {
  return { ...page, glyphs: [], unread: true }
}

function lostPage(number: number): Page {
  return { number, width: 0, height: 0, rotation: 0, kind: 'blank', glyphs: [], rulings: [], images: [] }
}

function brokenFinding(number: number, error: unknown): Finding {
  const why = error instanceof Error ? error.message : String(error)
  return {
    code: 'page-unreadable',
    severity: 'error',
    message: { zh: `第${number}页无法读取：${why}`, en: `page ${number} cannot be read: ${why}` },
    page: number,
    bbox: null,
  }
}

function leftFinding(number: number): Finding {
  return {
    code: 'page-left',
    severity: 'note',
    message: {
      zh: `第${number}页扫描件上没有表格，按要求未识别`,
      en: `page ${number} is a scan without a ruled table and was left; --ocr-pages all reads it`,
    },
    page: number,
    bbox: null,
  }
}

/** A table that was pasted as a picture among text is in no output. */
function pictureFinding(number: number, bbox: Finding['bbox']): Finding {
  return {
    code: 'picture-left',
    severity: 'warning',
    message: {
      zh: `第${number}页文字之间有大幅图片，图片内容（可能是表格）未识别`,
      en: `page ${number} has a large picture among its text, which may be a table and is not read; --ocr always reads the page`,
    },
    page: number,
    bbox,
  }
}

/** What could be parsed stands in the document, but something of the page is missing. */
function damagedFinding(number: number, why: string): Finding {
  return {
    code: 'page-damaged',
    severity: 'error',
    message: {
      zh: `第${number}页部分内容已损坏，可能有缺失：${why}`,
      en: `page ${number} is damaged and part of it may be missing: ${why}`,
    },
    page: number,
    bbox: null,
  }
}

function unreadFinding(number: number): Finding {
  return {
    code: 'needs-ocr',
    severity: 'warning',
    message: {
      zh: `第${number}页是扫描件，没有可用的文字，需要OCR识别`,
      en: `page ${number} is a scan without usable text and needs OCR`,
    },
    page: number,
    bbox: null,
  }
}
