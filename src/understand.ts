/** Pages → document: grids, tables, checks and prose. */
import { checkDocument } from './checks/document/index.ts'
import { runChecks } from './checks/index.ts'
import { scanFindings } from './checks/scans/scans.ts'
import { doubtHidden } from './checks/scans/stains.ts'
import { compiled, worstFirst } from './compiled.ts'
import { type Document, type Finding, SCHEMA } from './model.ts'
import type { NarrativeVocabulary } from './narrative/define.ts'
import { tell } from './narrative/index.ts'
import { withProse } from './narrative/unruled.ts'
import type { Page } from './page/types.ts'
import { checkForms } from './performance/check.ts'
import type { PerformanceVocabulary } from './performance/define.ts'
import { findForms, superiorOf } from './performance/find.ts'
import { isRead } from './read-pages.ts'
import { toSheets } from './sheets.ts'
import { findDisclosures } from './template/around/disclosures.ts'
import { findFacts } from './template/around/facts.ts'
import { kindOfHeaders, partsOf } from './template/around/kind.ts'
import { ownersOf } from './template/around/owners.ts'
import { type Sheet, toSections } from './template/around/sections.ts'
import { doubtHiddenNames } from './template/scanned/hidden-names.ts'
import { mendWords } from './template/scanned/words.ts'
import { type Forms, type Recognised, recognise, titleJudge, toOtherTables } from './template/tables.ts'
import { headerVocabulary, knownWords } from './template/vocabulary.ts'

/** Everything the engine is told about the field. */
export interface Knowledge extends Forms {
  narrative: NarrativeVocabulary
  performance: PerformanceVocabulary
  /** Whether templates of a user's own are among them. */
  extended?: boolean
}

/** The document and everything the engine saw on the way to it. */
export interface Trace {
  document: Document
  pages: Page[]
  sheets: Sheet[]
  recognised: Recognised[]
}

/** What was read from a file, before anything of it is understood. */
export interface ReadFile {
  pages: Page[]
  /** What went wrong with pages. */
  findings: Finding[]
  source: Omit<Document['source'], 'page'>
}

export interface UnderstandOptions {
  /** Whether doubtful figures of scans get their likeliest values; so if absent. */
  guesses?: boolean
}

/** Pages → document. Several disclosures in one file are understood each for itself. */
export function understand(forms: Knowledge, file: ReadFile, options: UnderstandOptions = {}): Trace {
  const whole = file.pages.length === file.source.pages && file.pages.every((p) => !p.unread)
  const how = { ...options, whole }
  const all = understandPages(forms, file, how)
  const numbers = file.pages.map((p) => p.number)
  const ranges = findDisclosures(all.document.tables, all.sheets, forms.language.kinds, {
    from: numbers[0] ?? 1,
    to: numbers.at(-1) ?? 1,
    owners: ownersOf(all.recognised),
  })
  if (ranges.length === 1) return all
  const parts = ranges.map(({ from, to }, i) => {
    const pages = file.pages.filter((p) => p.number >= from && p.number <= to)
    return understandPages(forms, { ...file, pages, findings: i === 0 ? file.findings : [] }, how)
  })
  return {
    document: {
      ...compiled(
        parts.map((p) => p.document),
        ranges,
      ),
      source: all.document.source,
    },
    pages: file.pages,
    sheets: parts.flatMap((p) => p.sheets),
    recognised: parts.flatMap((p) => p.recognised),
  }
}

/** Grids, tables, checks and prose of the pages of one disclosure. */
function understandPages(
  forms: Knowledge,
  { pages, findings, source }: ReadFile,
  { whole, guesses }: UnderstandOptions & { whole: boolean },
): Trace {
  const sheets = toSheets(pages)
  const knows = headerVocabulary(forms)
  if (pages.some(isRead)) {
    const known = knownWords(forms, knows)
    mendWords(sheets, known)
    doubtHiddenNames(sheets, pages, known.words)
  }
  const sections = toSections(sheets, titleJudge(forms))
  const facts = findFacts(sheets, sections, forms.language)
  const years = { year: facts.fiscal_year?.value ?? null }
  const performance = findForms(sections, forms.performance)
  const kind = facts.kind?.value ?? kindOfHeaders(sections, forms.language.kinds)
  const parts = partsOf(sections, { kind, years }, forms.language.kinds)
  const recognised = sections.flatMap((s, i) =>
    performance.claimed.has(s) ? [] : [recognise(s, forms, parts[i]!, knows)],
  )
  const tables = recognised.flatMap((r) => r.table ?? [])
  const scored = checkForms(performance.forms, forms.performance.funds)
  doubtHidden(tables, pages)
  const checked = check(forms, recognised, { level: facts.level?.value, guesses })
  const said = checkDocument({ ...forms, facts, sheets, sections, recognised, whole })
  const claimed = [...recognised.flatMap((r) => (r.table ? [r.section] : [])), ...performance.claimed]
  const prose = withProse(sheets, new Set(claimed.flatMap((section) => section.parts)))
  const told = tell(prose, { facts, tables, performance }, forms.narrative)
  const { contents, ...own } = facts
  const document: Document = {
    schema: SCHEMA,
    source: { ...source, page: pages.map(described) },
    document: { ...own, ...told.facts, superior: own.superior ?? superiorOf(performance.forms, own.entity), contents },
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
  return { document, pages, sheets, recognised }
}

/** All identities of the forms on the tables that were found. */
function check(
  { templates, crossTable = [], rates = [], language: { sums } }: Knowledge,
  recognised: readonly Recognised[],
  { level, guesses }: UnderstandOptions & { level?: string },
) {
  const tables = recognised.flatMap((r) => r.table ?? [])
  const seen = new Map(recognised.flatMap((r) => [...r.seen]))
  const astray = new Set(recognised.flatMap((r) => [...r.astray]))
  const document = { tables, level, owners: ownersOf(recognised) }
  return runChecks(document, { templates, crossTable, rates, sums }, { seen, astray, guesses })
}

/** What is told of a page: how it was read, and its size in points. */
function described({ number, kind, unread, rotation, width, height }: Page): Document['source']['page'][number] {
  const how = kind === 'blank' || kind === 'text' ? kind : 'ocr'
  return { number, kind: unread ? 'unread' : how, rotation, width: round(width), height: round(height) }
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
