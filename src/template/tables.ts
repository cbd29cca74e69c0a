/** Sections → typed tables. */
import { isFigure } from '../amount.ts'
import { type Grid, places } from '../grid/types.ts'
import type { Cell, OtherTable, Table } from '../model.ts'
import { medianSize } from '../page/sizes.ts'
import { bareUnit, findMoneyUnit, findNumber, isNote } from './around/captions.ts'
import { type TitleJudge, withoutNotes } from './around/frame.ts'
import { saidOf, type Whole } from './around/kind.ts'
import type { Section } from './around/sections.ts'
import { TITLE_ENOUGH, titleSense } from './around/title.ts'
import { isBorneOut } from './borne-out.ts'
import { findHeader, type Header, type HeaderVocabulary } from './columns/header.ts'
import type { PlacedColumn } from './columns/placed.ts'
import type { Years } from './columns/years.ts'
import type { CrossIdentity, Rate, Roles, TableTemplate } from './define.ts'
import type { FieldLanguage, Subjects } from './language.ts'
import type { ReadContext } from './lines/draft.ts'
import { readRows } from './lines/read.ts'
import { type Match, matches } from './match.ts'
import { mayAlsoBe } from './scanned/hidden-titles.ts'
import type { Seen, SeenCells } from './seen.ts'
import { type Band, bandsOf, joinBands } from './stacked.ts'
import { squash } from './words.ts'

/** What the engine knows of the field: handed in, never imported. */
export interface Forms {
  templates: readonly TableTemplate[]
  roles: Roles
  language: FieldLanguage
  /** Quantities that two tables print. */
  crossTable?: readonly CrossIdentity[]
  /** Percentages that tables print beside their amounts. */
  rates?: readonly Rate[]
  /** Names of subject codes, for reading what is hardly readable. */
  subjects: Subjects
  /** What lines without a code are called. */
  lines?: readonly string[]
}

/** A section with everything that was found out about it; `inspect` and `explain` show it. */
export interface Recognised {
  section: Section
  header: Header
  /** Templates that could be meant, best first. */
  candidates: Match[]
  table: Table | null
  /** What the reader saw in the table's cells, where it stands on scanned pages. */
  seen: SeenCells
  /** Cells of which nothing on the page shows for certain which line they are. */
  astray: ReadonlySet<Cell>
}

export function titleJudge(forms: Forms): TitleJudge {
  const { score, isTable, isLikely } = titleSense(forms.language)
  const known = (text: string) => forms.templates.some((t) => score(text, t) >= TITLE_ENOUGH)
  return {
    known,
    table: (text) => isTable(text) && known(text),
    meant: (text) => {
      let best: string | null = null
      let most = TITLE_ENOUGH
      for (const t of forms.templates) {
        const fit = score(text, t)
        if (fit > most || (fit === most && best === null)) [best, most] = [t.id, fit]
      }
      return best
    },
    likely: isLikely,
  }
}

export function recognise(section: Section, forms: Forms, document: Whole, knows: HeaderVocabulary): Recognised {
  const { grid, notes } = withoutNotes(section.grid, forms.language)
  const header = findHeader(grid, knows)
  const { kind, years } = saidOf(section.title?.text ?? '', document, forms.language.kinds)
  const usable = forms.templates.filter((t) => kind === null || t.kind === 'any' || t.kind === kind)
  const meant = matches(section.title?.text ?? null, header, usable, forms, years)
  const fitting = meant.filter((m) => m.template.rows.by !== 'record' || !hasFurtherHeaders(grid, header, m))
  const candidates = kind === null ? budgetFirst(fitting) : fitting
  const best = candidates[0]
  const seen = new Map<Cell, Seen>()
  const astray = new Set<Cell>()
  const isOther = best !== undefined && mayBeOther(best, section, header, { usable, forms, years })
  const context = { years, seen, astray, subjects: forms.subjects, language: forms.language, unsureTitle: isOther }
  const whole = best && { grid, header, columns: best.columns }
  const bands = best && whole ? bandsOf(whole, best.template, forms, years, knows) : []
  const table = best && whole ? toTable({ ...section, grid }, notes, best.template, [whole, ...bands], context) : null
  return { section, header, candidates, table, seen, astray }
}

/** Whether the title was hardly read, and with a few letters more is that of another table, whose header this may be as well. */
function mayBeOther(
  { template, header }: Match,
  { title }: Section,
  own: Header,
  { usable, forms, years }: { usable: readonly TableTemplate[]; forms: Forms; years: Years },
): boolean {
  const others = usable.filter((t) => t !== template)
  return (
    title !== null &&
    mayAlsoBe(title, others, titleSense(forms.language)).some((other) =>
      matches(other.title, own, [other.template], forms, years).some((m) => m.header >= header),
    )
  )
}

/** How much of a template's own columns a table has says nothing between a form of budgets and the same one of accounts. */
const SAME_FORM = 0.1

/** Titles and headers of accounts say 决算: where nothing in a document does, and the forms of both fit alike, it is a budget. */
function budgetFirst(candidates: readonly Match[]): Match[] {
  const [best] = candidates
  const isAlike = (m: Match) =>
    m.template.kind === 'budget' &&
    m.title === best?.title &&
    m.header === best.header &&
    best.score - m.score < SAME_FORM
  const budget = best?.template.kind === 'final-accounts' ? candidates.find(isAlike) : undefined
  return budget ? [budget, ...candidates.filter((m) => m !== budget)] : [...candidates]
}

/**
 * Whether words stand below the headers of two columns of amounts in one line: a form that goes on under other headers
 * (合计 | 基本支出 | 项目支出 below 合计 | 财政拨款 | 其他资金) is no list of records.
 */
function hasFurtherHeaders(grid: Grid, header: Header, { columns }: Match): boolean {
  const values = new Set(columns.filter((c) => c.role === 'value' && c.fit > 0).map((c) => c.leaf.c0))
  const words = new Map<number, number>()
  for (const { row, col, colSpan, text } of grid.cells)
    if (
      row >= header.rows &&
      colSpan === 1 &&
      values.has(col) &&
      /\S/.test(text) &&
      !isFigure(text) &&
      !/\p{Nd}/u.test(text)
    )
      words.set(row, (words.get(row) ?? 0) + 1)
  return [...words.values()].some((n) => n > 1)
}

/** What a table is read with; `unsureTitle` is set where it may be another one. */
type Given = Pick<ReadContext, 'years' | 'seen' | 'astray' | 'subjects' | 'language'> & { unsureTitle: boolean }

function toTable(
  section: Section,
  notes: readonly string[],
  template: TableTemplate,
  [whole, ...bands]: readonly [Band, ...Band[]],
  { unsureTitle, ...context }: Given,
): Table | null {
  const texts = [...section.captions.map((c) => c.text), section.title?.text ?? '']
  const unit =
    firstOf(texts, findMoneyUnit) ?? headerUnit(whole.header) ?? firstOf(texts, bareUnit) ?? template.unit ?? null
  const letter = medianSize(section.grid.cells.flatMap((c) => c.glyphs.slice(0, 1)))
  const read = ({ grid, header, columns }: Band) =>
    readRows(grid, {
      ...context,
      template,
      header,
      columns,
      unit,
      certain: grid.ruled,
      letter,
      unsureHeader: unsureTitle || isUnsure(template, header, columns),
    })
  const joined = bands.length > 1 ? joinBands(bands.map(read)) : null
  const { rows, columns: described } = joined ?? read(whole)
  const printed = rows.some((r) => Object.values(r.cells).some((c) => c.mark !== 'blank'))
  // Zeros and dashes alone say nothing: a form without figures prints no line that could bear it out.
  const figures = rows.some((r) => Object.values(r.cells).some((c) => c.mark === 'amount' || c.mark === 'text'))
  if (figures && !isBorneOut(template, rows, described)) return null
  return {
    id: template.id,
    number: firstOf([section.title?.text ?? '', ...texts.slice(0, -1).reverse()], findNumber),
    title: (section.title?.text ?? '').trim(),
    unit,
    pages: section.grid.pages,
    state: printed ? 'data' : 'empty',
    notes: [...notes, ...notesOf(section, titleSense(context.language).isLikely)],
    columns: described,
    rows: printed ? rows : [],
  }
}

function isUnsure(template: TableTemplate, { leaves }: Header, columns: readonly PlacedColumn[]): boolean {
  return template.rows.by === 'side' ? leaves.some((l) => l.unsure) : mayHideNames(template, columns)
}

/** Whether a column that no pattern knows, its header read badly, may hold the codes or words by which lines are known. */
function mayHideNames(template: TableTemplate, columns: readonly PlacedColumn[]): boolean {
  if (template.rows.by !== 'code') return columns.some((c) => c.leaf.unsure && c.fit === 0 && c.leaf.wordy)
  const coded = new Set(columns.flatMap((c) => (c.role === 'code' ? [c.block] : [])))
  return columns.some((c) => c.leaf.unsure && c.fit === 0 && !coded.has(c.block))
}

function headerUnit(header: Header): string | null {
  return findMoneyUnit(header.leaves.flatMap((l) => l.path).join(' '))
}

function firstOf<T>(texts: readonly string[], find: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = find(text)
    if (found !== null) return found
  }
  return null
}

/** 注： and 说明： lines below the table, with the lines that go on from them. */
function notesOf(section: Section, isTitle: (text: string) => boolean): string[] {
  const notes: string[] = []
  const page = section.grid.pages.at(-1)
  for (const caption of section.after) {
    if (caption.page !== page) break
    if (isNote(caption.text)) notes.push(caption.text.trim())
    else if (notes.length > 0 && !isTitle(caption.text) && !/^[-—\s\d]+$/.test(caption.text))
      notes[notes.length - 1] += caption.text.trim()
  }
  return notes
}

/** A table that no template claims, cell by cell. */
export function toOtherTables(section: Section): OtherTable[] {
  return section.parts.map((grid) => ({
    title: (section.title?.text ?? '').trim(),
    page: grid.pages[0]!,
    bbox: [...grid.box] as [number, number, number, number],
    rows: places(grid).map((row, r) =>
      row.map((c, i) => (c && c.row === r && c.col === i ? squash(c.text) && c.text.trim() : null)),
    ),
  }))
}
