/** The pipeline: bytes → pages → grids → tables → checks → document. */
import { createHash } from 'node:crypto'
import { checkDocument } from './checks/document/index.ts'
import { runChecks } from './checks/index.ts'
import { scanFindings } from './checks/scans.ts'
import { doubtHidden } from './checks/stains.ts'
import { unprovedFigures } from './checks/trust.ts'
import { compiled, worstFirst } from './compiled.ts'
import { JuesuanError } from './errors.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { once } from './memo.ts'
import { type Document, documentSchema, type Finding, SCHEMA } from './model.ts'
import type { NarrativeVocabulary } from './narrative/define.ts'
import { tell } from './narrative/index.ts'
import { withProse } from './narrative/unruled.ts'
import { brokenFrame } from './page/intact.ts'
import { openPdf } from './page/open.ts'
import { withoutStray } from './page/stray.ts'
import type { Page } from './page/types.ts'
import { checkForms } from './performance/check.ts'
import type { PerformanceVocabulary } from './performance/define.ts'
import { findForms, superiorOf } from './performance/find.ts'
import { type OcrMode, type ReadPages, readPages } from './read-pages.ts'
import type { ScanCache } from './scans/cache.ts'
import type { Engine } from './scans/engines.ts'
import { toSheets } from './sheets.ts'
import { findDisclosures } from './template/disclosures.ts'
import { findFacts } from './template/facts.ts'
import { kindOfHeaders } from './template/kind.ts'
import { ownersOf } from './template/owners.ts'
import { mendWords } from './template/scanned/words.ts'
import { type Sheet, toSections } from './template/sections.ts'
import { type Forms, type Recognised, recognise, titleJudge, toOtherTables } from './template/tables.ts'
import { headerVocabulary, knownWords } from './template/vocabulary.ts'

export type { OcrMode } from './read-pages.ts'

/** Everything the engine is told about the field. */
export interface Knowledge extends Forms {
  narrative: NarrativeVocabulary
  performance: PerformanceVocabulary
}

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

/** The document and everything the engine saw on the way to it. */
export interface Trace {
  document: Document
  pages: Page[]
  sheets: Sheet[]
  recognised: Recognised[]
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
    return understood
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
    const broken = brokenFrame(bytes)
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
  file.scans?.compare()
  const first = understand(forms, file)
  if (!file.scans) return first
  const unproved = first.recognised.flatMap((r) => unprovedFigures(r.seen))
  if (unproved.length === 0) return first
  await file.scans.reread(unproved)
  return understand(forms, file)
}

/** What was read from a file, before anything of it is understood. */
export interface ReadFile {
  pages: Page[]
  /** What went wrong with pages. */
  findings: Finding[]
  source: Omit<Document['source'], 'page'>
}

/** Pages → document. Several disclosures in one file are understood each for itself. */
export function understand(forms: Knowledge, file: ReadFile): Trace {
  const whole = file.pages.length === file.source.pages && file.pages.every((p) => !p.unread)
  const all = understandPages(forms, file, whole)
  const numbers = file.pages.map((p) => p.number)
  const ranges = findDisclosures(all.document.tables, all.sheets, {
    from: numbers[0] ?? 1,
    to: numbers.at(-1) ?? 1,
    owners: ownersOf(all.recognised),
  })
  if (ranges.length === 1) return all
  const parts = ranges.map(({ from, to }, i) => {
    const pages = file.pages.filter((p) => p.number >= from && p.number <= to)
    return understandPages(forms, { ...file, pages, findings: i === 0 ? file.findings : [] }, whole)
  })
  return {
    document: validated({
      ...compiled(
        parts.map((p) => p.document),
        ranges,
      ),
      source: all.document.source,
    }),
    pages: file.pages,
    sheets: parts.flatMap((p) => p.sheets),
    recognised: parts.flatMap((p) => p.recognised),
  }
}

/** Grids, tables, checks and prose of the pages of one disclosure. */
function understandPages(forms: Knowledge, { pages, findings, source }: ReadFile, whole: boolean): Trace {
  const sheets = toSheets(pages)
  const knows = headerVocabulary(forms)
  if (pages.some(isRead)) mendWords(sheets, knownWords(forms, knows))
  const sections = toSections(sheets, titleJudge(forms))
  const facts = findFacts(sheets, sections, forms.language)
  const years = { year: facts.fiscal_year?.value ?? null }
  const performance = findForms(sections, forms.performance)
  const kind = facts.kind?.value ?? kindOfHeaders(sections, forms.language.kinds)
  const recognised = sections
    .filter((s) => !performance.claimed.has(s))
    .map((s) => recognise(s, forms, { kind, years }, knows))
  const tables = recognised.flatMap((r) => r.table ?? [])
  const scored = checkForms(performance.forms, forms.performance.funds)
  doubtHidden(tables, pages)
  const identities = { templates: forms.templates, crossTable: forms.crossTable ?? [] }
  const seen = new Map(recognised.flatMap((r) => [...r.seen]))
  const astray = new Set(recognised.flatMap((r) => [...r.astray]))
  const disclosed = { tables, level: facts.level?.value, owners: ownersOf(recognised) }
  const checked = runChecks(disclosed, identities, { seen, astray })
  const said = checkDocument({ ...forms, facts, sheets, sections, recognised, whole })
  const claimed = [...recognised.flatMap((r) => (r.table ? [r.section] : [])), ...performance.claimed]
  const prose = withProse(sheets, new Set(claimed.flatMap((section) => section.parts)))
  const told = tell(prose, { facts, tables, performance }, forms.narrative)
  const document: Document = {
    schema: SCHEMA,
    source: {
      ...source,
      page: pages.map((p) => ({
        number: p.number,
        kind: p.unread ? 'unread' : p.kind === 'blank' ? 'blank' : p.kind === 'text' ? 'text' : 'ocr',
        rotation: p.rotation,
        width: round(p.width),
        height: round(p.height),
      })),
    },
    document: { ...facts, ...told.facts, superior: facts.superior ?? superiorOf(performance.forms, facts.entity) },
    tables: [...tables, ...said.missing],
    other_tables: recognised.flatMap((r) => (r.table ? [] : toOtherTables(r.section))),
    performance: performance.forms,
    statements: told.statements,
    checks: [...checked.checks, ...said.checks, ...told.checks, ...scored.checks],
    findings: worstFirst([
      ...scanFindings(pages, tables),
      ...checked.findings,
      ...said.findings,
      ...findings,
      ...told.findings,
      ...scored.findings,
    ]),
  }
  return { document: validated(document), pages, sheets, recognised }
}

let validatedOne = false

/** zod compiles a schema at its first use, which takes longer than to look at one document without. */
function validated(document: Document): Document {
  const first = !validatedOne
  validatedOne = true
  return documentSchema.parse(document, { jitless: first })
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

/** Whether OCR read the page. */
function isRead(page: Page): boolean {
  return page.glyphs.some((g) => g.source === 'ocr')
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
