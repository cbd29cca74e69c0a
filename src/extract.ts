/** The pipeline: bytes → pages → grids → tables → checks → document. */
import { createHash } from 'node:crypto'
import { JuesuanError } from './errors.ts'
import { findGrids } from './grid/find.ts'
import { type Document, documentSchema, type Finding, SCHEMA } from './model.ts'
import { toLines } from './page/lines.ts'
import { openPdf } from './page/open.ts'
import { readTextPage } from './page/text.ts'
import type { Page } from './page/types.ts'
import { findFacts } from './template/facts.ts'
import { type Sheet, toSections } from './template/sections.ts'
import {
  type Forms,
  headerVocabulary,
  type Recognised,
  recognise,
  titleJudge,
  toOtherTables,
} from './template/tables.ts'

/** Which pages OCR reads: those without usable text, all, or none. */
export type OcrMode = 'auto' | 'always' | 'never'

export interface ExtractOptions {
  /** Name shown in the document and in errors. */
  file?: string
  password?: string
  /** 1-based pages to read; all if absent. */
  pages?: readonly number[]
  ocr?: OcrMode
}

/** The document and everything the engine saw on the way to it. */
export interface Trace {
  document: Document
  pages: Page[]
  sheets: Sheet[]
  recognised: Recognised[]
}

export async function extractWith(forms: Forms, bytes: Uint8Array, options: ExtractOptions = {}): Promise<Document> {
  return (await trace(forms, bytes, options)).document
}

export async function trace(forms: Forms, bytes: Uint8Array, options: ExtractOptions = {}): Promise<Trace> {
  const pdf = await openPdf(bytes, options)
  try {
    const pages = await readPages(pdf.doc, wanted(pdf.pages, options.pages))
    const sheets = pages.map(toSheet)
    const sections = toSections(sheets, titleJudge(forms))
    const facts = findFacts(sheets, sections)
    const knows = headerVocabulary(forms)
    const years = { year: facts.fiscal_year?.value ?? null }
    const recognised = sections.map((s) => recognise(s, forms, facts.kind?.value ?? null, years, knows))
    const document: Document = {
      schema: SCHEMA,
      source: {
        file: options.file ?? 'document.pdf',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        pages: pdf.pages,
        producer: pdf.producer,
        page: pages.map((p) => ({
          number: p.number,
          kind: p.unread ? 'unread' : p.kind === 'blank' ? 'blank' : p.kind === 'text' ? 'text' : 'ocr',
          rotation: p.rotation,
          width: round(p.width),
          height: round(p.height),
        })),
      },
      document: facts,
      tables: recognised.flatMap((r) => r.table ?? []),
      other_tables: recognised.flatMap((r) => (r.table ? [] : toOtherTables(r.section))),
      performance: [],
      statements: [],
      checks: [],
      findings: pages.flatMap(unreadFinding),
    }
    return { document: documentSchema.parse(document), pages, sheets, recognised }
  } finally {
    await pdf.close()
  }
}

function wanted(count: number, pages: readonly number[] | undefined): number[] {
  const all = Array.from({ length: count }, (_, i) => i + 1)
  if (!pages) return all
  const outside = pages.find((p) => p < 1 || p > count)
  if (outside !== undefined)
    throw new JuesuanError('usage', `page ${outside} does not exist: the PDF has ${count} pages`)
  return all.filter((p) => pages.includes(p))
}

async function readPages(doc: Awaited<ReturnType<typeof openPdf>>['doc'], numbers: readonly number[]): Promise<Page[]> {
  const pages: Page[] = []
  for (const number of numbers) {
    const proxy = await doc.getPage(number)
    const page = await readTextPage(proxy)
    proxy.cleanup()
    pages.push(page.kind === 'scan' || page.kind === 'mixed' ? { ...page, glyphs: [], unread: true } : page)
  }
  return pages
}

function toSheet(page: Page): Sheet {
  const grids = findGrids(page)
  const inGrids = new Set(grids.flatMap((g) => g.cells.flatMap((c) => c.glyphs)))
  const lines = toLines(page.glyphs.filter((g) => !inGrids.has(g)))
  return { page: page.number, width: page.width, height: page.height, grids, lines }
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}

function unreadFinding(page: Page): Finding[] {
  if (!page.unread) return []
  return [
    {
      code: 'needs-ocr',
      severity: 'warning',
      message: {
        zh: `第${page.number}页是扫描件，没有可用的文字，需要OCR识别`,
        en: `page ${page.number} is a scan without usable text and needs OCR`,
      },
      page: page.number,
      bbox: null,
    },
  ]
}
