/** Grid + template → typed rows. Keys are made as docs/data.md says. */
import { readCell, toYuan } from '../amount.ts'
import { type Grid, type GridCell, type Places, places } from '../grid/types.ts'
import type { Cell, Column, Row } from '../model.ts'
import { around } from '../page/lines.ts'
import type { PlacedColumn, Years } from './columns.ts'
import { mendCut } from './cut.ts'
import type { Subjects, TableTemplate } from './define.ts'
import type { Header } from './header.ts'
import { isOrdinalRow } from './header.ts'
import { type Keyed, keyCells } from './key-cells.ts'
import { finishRows } from './keys.ts'
import { mendCodes, namesOf } from './scanned-codes.ts'
import { isScanned, type Reading, type Seen, see } from './seen.ts'
import { isTurned, readTurned } from './turned.ts'
import { mergeUnits } from './units.ts'
import { headerWord, isTotalLabel, squash, wildcard } from './words.ts'

export interface ReadContext {
  template: TableTemplate
  columns: readonly PlacedColumn[]
  header: Header
  unit: string | null
  /** Whether the grid is ruled. */
  certain: boolean
  years: Years
  /** Filled while reading: what the reader saw in each cell of a scan. */
  seen: Map<Cell, Seen>
  subjects: Subjects
  /** Set where a header was read badly on which the places of all others depend: that of a side. */
  unsureHeader: boolean
}

/** One printed line of one block, before it has its final key. */
export interface Draft {
  /** The subject code; the first one where a line crosses several classifications. */
  code: string | null
  /** All codes of the line, in the order of their columns. */
  codes: string[]
  /** What the reader of a scan saw where the code stands. */
  codeReadings: readonly Reading[]
  label: string
  /** Texts of several label columns, outer to inner (group and item). */
  labels: string[]
  side: string | null
  line: string | null
  unitName: string
  /** 年度 of the line, where the form has a column for it. */
  year: string
  /** Where the label's first character begins, in letters from the left of its cell: deeper lines are indented. */
  indent: number
  cells: Record<string, Cell>
  row: number
  /** Set where it is not sure which line of the form this is. */
  unsure?: true
}

export function readRows(grid: Grid, context: ReadContext): { rows: Row[]; columns: Column[] } {
  const at = places(grid)
  if (context.template.rows.by === 'unit' && isTurned(grid, at, context)) return readTurned(grid, at, context)
  const drafts: Draft[] = []
  let last: Draft[] = []
  let lastPage: number | undefined
  for (let r = context.header.rows; r < grid.rows.length; r++) {
    if (isRepeatedHeader(grid, at, r, context)) continue
    let line = readLine(at, r, context)
    const { page } = grid.rows[r]!
    if (lastPage !== undefined && page !== lastPage)
      line = mendCut(last, line, { byCode: context.template.rows.by === 'code', unit: context.unit })
    drafts.push(...line)
    if (line.length > 0) last = line
    lastPage = page
  }
  const { rows } = context.template
  if (rows.by === 'code') mendCodes(drafts, namesOf(context.subjects, rows.classification))
  markTwins(drafts)
  for (const draft of drafts) if (draft.unsure) markMisplaced(draft, context)
  if (context.template.rows.by !== 'unit') return { rows: finishRows(drafts, context), columns: toColumns(context) }
  const merged = mergeUnits(drafts, context)
  return { rows: finishRows(merged.drafts, context), columns: merged.columns }
}

/** Lines that are named alike are told apart by their count, which an unsure one puts out. */
function markTwins(drafts: readonly Draft[]): void {
  if (!drafts.some((d) => d.unsure)) return
  const name = (d: Draft) => [d.unitName, d.side, ...(d.codes.length > 0 ? d.codes : d.labels.slice(-1))].join(' ')
  const names = drafts.map(name)
  for (const [i, draft] of drafts.entries())
    if (names.indexOf(names[i]!) !== names.lastIndexOf(names[i]!)) draft.unsure = true
}

function markMisplaced({ cells }: Pick<Draft, 'cells'>, { seen }: ReadContext): void {
  for (const cell of Object.values(cells)) {
    const ink = seen.get(cell)
    if (ink) seen.set(cell, { ...ink, misplaced: true })
  }
}

/** A header or 栏次 row that is printed again further down (a second part of the table, a new page). */
function isRepeatedHeader(grid: Grid, at: Places, row: number, { columns }: ReadContext): boolean {
  const cells = grid.cells.filter((c) => c.row === row)
  const printed = cells.filter((c) => c.text.trim() !== '')
  if (printed.length === 0) return false
  if (isOrdinalRow(cells)) return true
  const same = columns.filter((c) => {
    const cell = at[row]?.[c.leaf.c0]
    return cell && cell.row === row && cell.text.trim() !== '' && c.leaf.words.includes(headerWord(cell.text))
  })
  return same.length > 1 && same.length >= printed.length
}

/** The entries of one printed row: one a block, or one that reaches over several. */
function readLine(at: Places, row: number, context: ReadContext): Draft[] {
  const out: Draft[] = []
  const { columns } = context
  const blocks = [...new Set(columns.map((c) => c.block))]
  let coveredTo = 0
  for (const block of blocks) {
    const own = columns.filter((c) => c.block === block)
    if (own[0]!.leaf.c0 < coveredTo) continue
    const keyed = keyCells(at, row, own, context.header.rows)
    // A label that reaches over the next blocks (公用经费合计) takes the amounts that stand behind it.
    const reach = Math.max(0, ...keyed.cells.map((c) => c.col + c.colSpan))
    const lastOwn = own.at(-1)!.leaf.c1
    const values = columns.filter(
      (c) => isValue(c) && (reach > lastOwn ? c.leaf.c0 >= reach && sameBlock(columns, c, reach) : c.block === block),
    )
    if (reach > lastOwn) coveredTo = values.at(-1)?.leaf.c1 ?? reach
    const draft = toDraft(at, row, own, values, keyed, context)
    if (draft) out.push(draft)
  }
  return out
}

function isValue(c: PlacedColumn): boolean {
  return c.role === 'value' || (c.role === 'text' && c.id !== '')
}

/** Whether the column stands in the block that the place `reach` falls into. */
function sameBlock(columns: readonly PlacedColumn[], column: PlacedColumn, reach: number): boolean {
  const first = columns.find((c) => c.leaf.c0 >= reach)
  return first !== undefined && column.block === first.block
}

function toDraft(
  at: Places,
  row: number,
  own: readonly PlacedColumn[],
  values: readonly PlacedColumn[],
  keyed: Keyed,
  context: ReadContext,
): Draft | null {
  const label = keyed.labels.at(-1) ?? ''
  const { side, target } = sideOf(label, own, values, at[row] ?? [], context)
  const cells: Record<string, Cell> = {}
  for (const [i, column] of values.entries()) {
    const cell = at[row]?.[column.leaf.c0]
    if (!cell || cell.row !== row || keyed.cells.includes(cell)) continue
    const id = target[i] ?? column.id
    if (id in cells) continue
    cells[id] = toCell(cell, unitOf(column, label, context), context)
    // An amount that reaches over several columns may belong to any of them.
    const shared = values.some((v) => v !== column && at[row]?.[v.leaf.c0] === cell)
    if (shared && cells[id].mark !== 'blank') cells[id].status = 'suspect'
    // A figure with something beside it (a page number, a mark) is not what the form prints there.
    if (column.role === 'value' && isNotOnlyFigure(cells[id])) cells[id].status = 'suspect'
    if (shared || context.unsureHeader || column.leaf.unsure || (column.side !== null && column.fit === 0))
      markMisplaced({ cells: { [id]: cells[id] } }, context)
  }
  const empty = Object.values(cells).every((c) => c.mark === 'blank')
  if (
    keyed.codes.length === 0 &&
    label === '' &&
    keyed.unitName === '' &&
    (empty || context.template.rows.by === 'side')
  )
    return null
  if (keyed.codes.length === 0 && keyed.labels.every((l) => squash(l) === '') && empty) return null
  return {
    code: keyed.codes[0] ?? null,
    codes: keyed.codes,
    codeReadings: keyed.codeReadings,
    label: squash(label) === '' ? '' : label,
    labels: keyed.labels,
    side,
    line: keyed.line,
    unitName: keyed.unitName,
    year: keyed.year,
    indent: keyed.indent,
    cells,
    row,
    // A line with a code is known by it; its label may be read badly.
    ...(keyed.unsure && keyed.codes.length === 0 ? { unsure: true as const } : {}),
  }
}

/** The side of a line and the ids its values get; totals may belong to another side than their block's. */
function sideOf(
  label: string,
  own: readonly PlacedColumn[],
  values: readonly PlacedColumn[],
  printed: readonly (GridCell | undefined)[],
  { template, columns }: ReadContext,
): { side: string | null; target: string[] } {
  const side = own.find((c) => c.side)?.side ?? null
  if (template.rows.by !== 'side') return { side: null, target: values.map((v) => v.id) }
  const word = squash(label)
  const moved = Object.entries(template.rows.sides).find(([, s]) => s.labels?.some((p) => wildcard(p).test(word)))?.[0]
  // The total of another side is printed beside its own lines only where these have none in the row.
  const theirs = columns.filter((c) => c.side === moved && (c.role === 'label' || c.role === 'code'))
  const free = moved !== undefined && theirs.every((c) => own.includes(c) || !printed[c.leaf.c0]?.text.trim())
  const final = free ? moved : side
  const elsewhere = values.some((v) => v.side !== final)
  const ids = final && elsewhere ? Object.keys(template.rows.sides[final]?.columns ?? {}) : []
  return { side: final, target: values.map((v, i) => (elsewhere ? (ids[i] ?? v.id) : v.id)) }
}

const COUNTED = /[(（](辆|台|套|台、套|台[(（]套[)）]|人|个|次|批次|人次|批)[)）]?/

/** The unit of an amount: as its line or its column says, else the table's. */
export function unitOf(
  column: PlacedColumn,
  label: string,
  { unit, template }: Pick<ReadContext, 'unit' | 'template'>,
): string | null {
  const counted = COUNTED.exec(label)
  if (counted) return counted[1]!
  if (template.rows.by === 'label' && template.rows.counts?.some((p) => wildcard(p).test(squash(label)))) return '个'
  const inHeader = /[(（:：](百万元|亿元|万元|千元|元|%)/.exec(column.leaf.path.join(' ').normalize('NFKC'))
  return inHeader?.[1] ?? unit
}

/** Where no rulings show where the cell belongs, only an identity can. How far OCR is believed src/checks/trust.ts decides. */
export function toCell(cell: GridCell, unit: string | null, { certain, seen }: ReadContext): Cell {
  const reading = readCell(cell.text)
  const ink = cell.glyphs.length > 0 ? around(cell.glyphs) : cell.box
  const scanned = cell.glyphs.filter((g) => g.source === 'ocr')
  const confidence = scanned.length > 0 ? Math.min(...scanned.map((g) => g.confidence ?? 0)) : undefined
  const out: Cell = {
    value: reading.value,
    raw: cell.text.trim(),
    mark: reading.mark,
    yuan: reading.amount ? toYuan(reading.amount, unit) : null,
    page: cell.page,
    bbox: [round(ink[0]), round(ink[1]), round(ink[2]), round(ink[3])],
    source: scanned.length > 0 ? 'ocr' : 'text',
    ...(confidence === undefined ? {} : { confidence }),
    status: certain ? 'read' : 'suspect',
  }
  if (isIllegible(out)) Object.assign(out, { value: null, yuan: null, status: 'unreadable' })
  if (isScanned(cell)) seen.set(out, see(cell, unit))
  return out
}

/** Characters that a font has no name for. */
const NAMELESS = /[\p{Cc}\p{Co}\ufffd]/u

/** Something is printed that is no text: #### where a column was too narrow, or a figure in nameless characters. */
function isIllegible({ mark, raw }: Cell): boolean {
  return (
    mark === 'text' &&
    (/^#{2,}$/.test(raw) || (NAMELESS.test(raw) && /^[\p{Cc}\p{Co}\ufffd\d\s.,，%()（）—-]+$/u.test(raw)))
  )
}

function isNotOnlyFigure({ mark, raw, status }: Cell): boolean {
  return mark === 'text' && status === 'read' && /\d[.．]\d{2}/.test(raw) && !/[%％]$/.test(raw)
}

/** Places are given to a hundredth of a point. */
function round(n: number): number {
  return Math.round(n * 100) / 100
}

export function toColumns({ columns, unit }: ReadContext): Column[] {
  const values = columns.filter(isValue)
  return [...new Set(values.map((c) => c.id))].map((id): Column => {
    const header = sharedPath(values.filter((c) => c.id === id).map((c) => c.leaf.path))
    const own = /[(（:：](百万元|亿元|万元|千元|元)/.exec(header.join(' ').normalize('NFKC'))?.[1] ?? null
    return { id, header, unit: own === unit ? null : own }
  })
}

/** A column that stands in several blocks goes by the texts above it in all of them: 金额, not 收入/金额. */
function sharedPath([first = [], ...others]: readonly string[][]): string[] {
  const shared = first.filter((text) => others.every((path) => path.includes(text)))
  return shared.length > 0 ? shared : first
}

export function isTotal(draft: Draft): boolean {
  return draft.code === null && isTotalLabel(draft.labels.join(''))
}
