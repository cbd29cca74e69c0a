/** Which template a table is: the title decides, the header must bear it out. */
import { TITLE_ENOUGH, titleSense } from './around/title.ts'
import { placeColumns, type Wording } from './columns/columns.ts'
import { expectedColumns, foundColumns } from './columns/expected.ts'
import type { Header, Leaf } from './columns/header.ts'
import type { PlacedColumn } from './columns/placed.ts'
import type { Years } from './columns/years.ts'
import type { TableTemplate } from './define.ts'
import type { FieldLanguage } from './language.ts'
import { namesItems } from './lines/turned.ts'
import { isNumber } from './lines/unit-of.ts'
import { fitAny, headerWord } from './words.ts'

export interface Match {
  template: TableTemplate
  columns: PlacedColumn[]
  title: number
  /** Share of the value columns whose header the template knows, 0–1. */
  header: number
  /** Share of the columns expected of the form that the header has, 0–1. */
  complete: number
  score: number
}

/** The title weighs most; the header tells apart what titles leave open. */
const TITLE_WEIGHT = 0.6
const HEADER_WEIGHT = 0.3
const COMPLETE_WEIGHT = 0.1

/** A table whose lines are the template's items bears its title out as headers do. */
const TURNED_HEADER = 1
/** Rows of economic codes speak against a table of functional ones, but titles that leave no other weigh more. */
const OTHER_CODES = 0.3
/** A summary has labels on each of its sides; a table of codes has them once, whatever its title. */
const ONE_SIDED = 0.3
/** 收入 over labels and amounts beside 支出 over labels and amounts is no table of codes. */
const TWO_SIDED = 0.3
/** Lines without codes below all the labels that a list has: the list is meant. */
const NO_CODES = 0.3
/** A form whose cells are labels and answers is no list of records, whatever its title: most columns must be known. */
const RECORD_HEADER = 0.4

/** All templates that could be meant, best first. `title` is the printed title, or null if none was found. */
export function matches(
  title: string | null,
  { leaves, heads, classification }: Omit<Header, 'rows'>,
  templates: readonly TableTemplate[],
  words: Wording,
  years: Years,
): Match[] {
  const found: Match[] = []
  const titles = titleSense(words.language)
  for (const template of templates) {
    const fit = title === null ? 0 : titles.score(title, template)
    if (fit < TITLE_ENOUGH) continue
    const match = score(fit, leaves, template, words, years)
    if (match.header === 0 && namesItems(heads, template, words.language)) match.header = TURNED_HEADER
    if (template.rows.by === 'code' && classification && classification !== template.rows.classification)
      match.score -= OTHER_CODES
    const oneSided = template.rows.by === 'side' && labelledSides(match.columns) < 2 && spannedSides(match.columns) < 2
    // Lines known by codes, and nothing beside them: no summary, whatever its title.
    if (oneSided && classification !== null && match.columns.some((c) => c.role === 'code')) continue
    if (oneSided) match.score -= ONE_SIDED
    const record = template.rows.by === 'record'
    const enough = record ? RECORD_HEADER : 0
    const coded = fit === 1 && template.rows.by === 'code' && classification === template.rows.classification
    // Of a title that only holds a word of ours a column must bear it out.
    const borne = fit === 1 || match.header > 0
    if (record && match.header === 0 && namesColumns(heads, match)) continue
    const known = coded || (record && ((borne && isListOfFigures(match)) || isListOfWords(match)))
    if (known || match.header > enough || leaves.length === 0) found.push(match)
  }
  // A form with a header over each of its sides is a summary, whatever its title calls it.
  if (found.some((m) => m.template.rows.by === 'side' && spannedSides(m.columns) > 1))
    for (const m of found) if (m.template.rows.by === 'code') m.score -= TWO_SIDED
  // 单位名称 and 资金来源 over lines without any code: the list that such lines make.
  if (found.some(isWholeRecord)) for (const m of found) if (isWithoutCodes(m)) m.score -= NO_CODES
  if (found.length > 0) return found.sort((a, b) => b.score - a.score)
  if (title !== null) return byMistypedTitle(title, { leaves, heads, classification }, templates, words, years)
  const alone = byHeaderAlone(leaves, templates, words, years)
  const isList = alone.some((m) => m.template.rows.by === 'record')
  // Lines that are called as another form's items are: no list whose columns say 预算数 and 决算数.
  if (isList && templates.some((t) => namesItems(heads, t, words.language))) return []
  return alone.every((m) => isOfItsRows(m, classification)) ? alone : []
}

/** What a title with a mistake scores: less than any without. */
const MISTYPED = TITLE_ENOUGH - 0.1
/** Of a table whose title is mistyped at least so much (0–1) of the header is known, and of what is expected there. */
const HEADER_BORNE = 0.75
const COMPLETE_BORNE = 0.5

/** The table that a title with one letter mistyped is of, where no title without a mistake is like it. */
function byMistypedTitle(
  title: string,
  { leaves, classification }: Omit<Header, 'rows'>,
  templates: readonly TableTemplate[],
  words: Wording,
  years: Years,
): Match[] {
  const titles = titleSense(words.language)
  if (templates.some((t) => titles.score(title, t) >= TITLE_ENOUGH)) return []
  const near = templates.filter((t) => titles.isMistyped(title, t))
  return near
    .map((template) => score(MISTYPED, leaves, template, words, years))
    .filter((m) => m.header >= HEADER_BORNE && m.complete >= COMPLETE_BORNE && isOfItsRows(m, classification))
    .sort((a, b) => b.score - a.score)
}

/** A list of which every label has a column, where more than one tells a line. */
function isWholeRecord({ template: { rows, labels = {} }, columns, header }: Match): boolean {
  const own = Object.values(labels)
  const isThere = (headers: readonly string[]) => columns.some((c) => fitAny(c.leaf.words, headers) > 0)
  return rows.by === 'record' && header === 1 && own.length > 1 && own.every(isThere)
}

function isWithoutCodes({ template, columns }: Match): boolean {
  return template.rows.by !== 'record' && columns.every((c) => c.role !== 'code')
}

function labelledSides(columns: readonly PlacedColumn[]): number {
  const labels = columns.filter((c) => c.role === 'label' || c.role === 'code')
  return new Set(labels.flatMap((c) => c.side ?? [])).size
}

/** Headers over labels, of which one at least names a side: the other may be one that nobody knows. */
function spannedSides(columns: readonly PlacedColumn[]): number {
  const labels = columns.filter((c) => (c.role === 'label' || c.role === 'code') && c.leaf.words.length > 1)
  return labels.some((c) => c.side !== null) ? new Set(labels.map((c) => c.leaf.words[0]!)).size : 0
}

/**
 * Without a title lines with subject codes are no list of records, and lines without them no table of codes, unless
 * each is a unit's.
 */
function isOfItsRows({ template: { rows }, columns }: Match, classification: Header['classification']): boolean {
  const ofUnits = columns.some((c) => c.role === 'unit') && columns.every((c) => c.role !== 'label')
  return rows.by === 'code' ? classification !== null || ofUnits : classification === null
}

/** As what share of a list's columns at least must be its own where not one holds money … */
const WORDS_KNOWN = 0.7
/** … and how many. */
const WORDS_ENOUGH = 4

/** A list of aims without what they cost: its own labels and words say what it is. */
function isListOfWords({ template: { labels = {}, texts = {} }, columns }: Match): boolean {
  if (columns.some((c) => c.role === 'value' && (c.fit > 0 || !c.leaf.wordy))) return false
  const own = [...Object.values(labels), ...Object.values(texts)]
  const known = columns.filter((c) => own.some((headers) => fitAny(c.leaf.words, headers) > 0))
  return known.length >= WORDS_ENOUGH && known.length / columns.length >= WORDS_KNOWN
}

/** So many lines that are called as columns of a list are no chance. */
const NAMED_LINES = 3

/**
 * Lines that are called as the list's own columns are (主管部门, 立项依据): labels beside answers about one thing. The
 * first of them may have been taken for headers.
 */
function namesColumns(heads: Header['heads'], { template: { labels = {}, texts = {} }, columns }: Match): boolean {
  const own = [labels, texts].flatMap((headers) => Object.values(headers))
  const isOwn = (text: string) => own.some((headers) => fitAny([headerWord(text)], headers) > 0)
  const lines = [...(columns[0]?.leaf.words ?? []), ...heads.flatMap(([first]) => first ?? [])]
  return lines.filter(isOwn).length >= NAMED_LINES
}

/** Labels and figures only: a list whose further columns have names of their own (places, quarters). */
function isListOfFigures({ columns }: Match): boolean {
  const values = columns.filter((c) => c.role === 'value')
  return (
    columns.some((c) => c.role === 'label') && values.length > 0 && values.every((c) => c.fit > 0 || c.leaf.amounts > 0)
  )
}

function score(title: number, leaves: readonly Leaf[], template: TableTemplate, words: Wording, years: Years): Match {
  const columns = placeColumns(leaves, template, words, years)
  const { header, complete } = headerFit(columns, template, words.language)
  return {
    template,
    columns,
    title,
    header,
    complete,
    score: TITLE_WEIGHT * title + HEADER_WEIGHT * header + COMPLETE_WEIGHT * complete,
  }
}

/** Named columns a header must have to stand for the table without a title. */
const NAMED_ENOUGH = 3

/**
 * A table without a title is known by its header only if every column is known to exactly one
 * template: half the forms share 合计 | 基本支出 | 项目支出, and a guess would be a wrong name.
 */
function byHeaderAlone(
  leaves: readonly Leaf[],
  templates: readonly TableTemplate[],
  words: Wording,
  years: Years,
): Match[] {
  const whole = templates
    .map((template) => score(0, leaves, template, words, years))
    .filter(({ columns, header, template }) => {
      const record = template.rows.by === 'record'
      const named = new Set(columns.flatMap((c) => (c.id !== '' ? [`${c.side} ${c.id}`] : record ? c.leaf.words : [])))
      return header === 1 && columns.every((c) => c.fit > 0) && named.size >= NAMED_ENOUGH
    })
  // Lists of records differ in their own columns; a list is the kind whose columns it has all of.
  if (whole.every((m) => m.template.rows.by === 'record')) {
    const [best, ...others] = whole.sort((a, b) => b.complete - a.complete)
    return best && isToldFrom(best, others) ? whole : []
  }
  return whole.length === 1 ? whole : []
}

/** Whether a column of the list is one that none of the others has: 单位名称 over funds is any list's. */
function isToldFrom({ template, columns }: Match, others: readonly Match[]): boolean {
  const knows = ({ columns, labels, texts }: TableTemplate, { leaf }: PlacedColumn) =>
    [columns, labels, texts].some((own) => Object.values(own ?? {}).some((headers) => fitAny(leaf.words, headers) > 0))
  return columns.some((c) => knows(template, c) && others.every((o) => !knows(o.template, c)))
}

function headerFit(
  columns: readonly PlacedColumn[],
  template: TableTemplate,
  { units }: FieldLanguage,
): Pick<Match, 'header' | 'complete'> {
  // Words that nobody knows are remarks, and numbers of things may stand in any list: only amounts without a name speak
  // against the template.
  const isAmount = ({ leaf }: PlacedColumn) => !leaf.wordy && !isNumber({ leaf }, units)
  const values = columns.filter((c) => c.role === 'value' && (c.fit > 0 || isAmount(c)))
  const known = values.filter((c) => c.fit > 0)
  const expected = expectedColumns(template)
  const found = foundColumns(template, known)
  return {
    header: values.length === 0 ? 0 : known.length / values.length,
    complete: expected.length === 0 ? 0 : expected.filter((id) => found.has(id)).length / expected.length,
  }
}
