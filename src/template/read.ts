/** Grid + template → typed rows. Keys are made as docs/data.md says. */
import { isFigure } from '../amount.ts'
import { beginnings, type Grid, type GridCell, type GridRow, type Places, places } from '../grid/types.ts'
import { memoisedBy } from '../memo.ts'
import type { Cell, Column, Row } from '../model.ts'
import { belowFrom, readBelow } from './below.ts'
import {
  freeId,
  isNoAmount,
  isNotOnlyFigure,
  isSignOutside,
  isValue,
  printedBelow,
  toCell,
  toColumns,
  unitOf,
} from './cells.ts'
import { mendCut, wholeUnitName } from './cut.ts'
import { UNKNOWN } from './define.ts'
import type { Draft, ReadContext } from './draft.ts'
import { divideByLines } from './economic-blocks.ts'
import { divideUnits, nameUnits } from './groups.ts'
import { isOrdinalRow } from './header.ts'
import { endsWithFigure, type Keyed, keyCells } from './key-cells.ts'
import { finishRows } from './keys.ts'
import { type Heading, isOneList, placeBelow } from './one-list.ts'
import { MAIN, type PlacedColumn } from './placed.ts'
import { mendCodes, namesOf } from './scanned/codes.ts'
import { dropGuesses } from './scanned/guessed-labels.ts'
import { completeCodes } from './short-codes.ts'
import { near } from './spelling.ts'
import { isTurned, readTurned } from './turned.ts'
import { mergeUnits } from './units.ts'
import { bareLabel, headerWord, isTotalLabel, squash, wildcard } from './words.ts'

export function readRows(grid: Grid, context: ReadContext): { rows: Row[]; columns: Column[] } {
  const at = places(grid)
  const { rows } = context.template
  if (rows.by === 'unit' && isTurned(grid, at, context)) return readTurned(grid, at, context)
  const drafts: Draft[] = []
  /** The rest of a unit's name at the head of a page, and the whole of it. */
  let unit: { rest: string; whole: string } | null = null
  let before: GridRow | undefined
  const unitAt = (id: string, label: string) => {
    const column = context.columns.find((c) => c.id === id)
    return column ? unitOf(column, label, context) : context.unit
  }
  let names: Set<string> | undefined
  const isName = (label: string) => {
    if (rows.by !== 'code') return false
    names ??= new Set(Object.values(namesOf(context.subjects, rows.classification)).flat())
    return names.has(bareLabel(label))
  }
  const form = { byCode: rows.by === 'code', isName, unitOf: unitAt }
  const oneList = isOneList(context)
  let heading: Heading | null = null
  const isHeader = (row: number) => isRepeatedHeader(grid, at, row, context)
  const end = rows.by === 'unit' ? belowFrom(grid, at, context, isHeader) : grid.rows.length
  for (let r = context.header.rows; r < end; r++) {
    if (isHeader(r)) continue
    let line = readLine(at, r, context)
    const printed = grid.rows[r]!
    if (before && printed.leaf !== before.leaf) {
      unit = takeUnitName(drafts, line)
      if (unit) for (const draft of line) draft.unitName = ''
      line = mendCut(drafts, line, form, () => (r + 1 < end ? readLine(at, r + 1, context) : []))
      if (unit) for (const draft of line) draft.unitName = unit.whole
    }
    if (unit) for (const draft of line) if (draft.unitName === unit.rest) draft.unitName = unit.whole
    if (oneList) for (const draft of line) heading = placeBelow(draft, heading, context)
    drafts.push(...line)
    before = printed
  }
  completeCodes(drafts)
  divideUnits(drafts, context)
  if (rows.by === 'code') nameUnits(drafts)
  if (rows.by === 'code') mendCodes(drafts, context.subjects, rows.classification)
  divideByLines(drafts, context)
  dropGuesses(drafts)
  markTwins(drafts)
  for (const draft of drafts) if (draft.unsure || isNameless(draft, context)) markMisplaced(draft, context)
  if (rows.by !== 'unit')
    return { rows: toRows(drafts, context), columns: [...toColumns(context), ...movedColumns(drafts, context)] }
  const merged = mergeUnits(drafts, context)
  const below = readBelow(grid, at, end, context)
  const [only] = merged.drafts
  if (only && merged.drafts.length === 1) only.cells = { ...below.cells, ...only.cells }
  return { rows: toRows(merged.drafts, context), columns: [...merged.columns, ...below.columns] }
}

/** A line that is told from its like by the one it stands below is as sure as that one's name. */
function toRows(drafts: readonly Draft[], context: ReadContext): Row[] {
  const rows = finishRows(drafts, context)
  for (const draft of drafts) if (draft.unsure) markMisplaced(draft, context)
  return rows
}

/** Puts the name of a unit that goes on over a page end together; the lines above get the whole of it. */
function takeUnitName(above: readonly Draft[], [first]: readonly Draft[]): { rest: string; whole: string } | null {
  const before = above.at(-1)?.unitName ?? ''
  const rest = first?.unitName ?? ''
  const whole = wholeUnitName(before, rest)
  if (whole === null) return null
  for (const draft of above) if (draft.unitName === before) draft.unitName = whole
  return { rest, whole }
}

/** So many codes that stand twice are no misread ones: the table lists its codes again for each unit. */
const AGAIN = 3

/** Lines that are named alike are told apart by their count, which an unsure one puts out. */
export function markTwins(drafts: readonly Draft[]): void {
  const doubtful = drafts.filter((d) => d.unsure)
  if (doubtful.length === 0) return
  // A line that is named quite otherwise cannot be one of them.
  const words = (d: Draft) => d.labels.join('/') || d.unitName
  const mayBe = (draft: Draft) =>
    draft.codes.length > 0 || doubtful.some((d) => d.codes.length > 0 || near(words(draft), words(d)))
  const name = (d: Draft) => [d.unitName, d.side, ...(d.codes.length > 0 ? d.codes : d.labels.slice(-1))].join(' ')
  const names = drafts.map(name)
  const isTwin = (i: number) => names.indexOf(names[i]!) !== names.lastIndexOf(names[i]!)
  const twins = drafts.map((_, i) => isTwin(i))
  // Where codes come again, the first of two may be the doubtful line above: the second stands alone then.
  const again = new Set(drafts.flatMap((d, i) => (twins[i] && d.codes.length > 0 ? [names[i]] : [])))
  const comeAgain = again.size >= AGAIN
  const first = drafts.findIndex((d) => d.unsure)
  for (const [i, draft] of drafts.entries())
    if ((twins[i] && mayBe(draft)) || (comeAgain && draft.codes.length > 0 && i > first)) draft.unsure = true
}

/** A line without its name, where lines have names: of a scan, it may have been lost. */
function isNameless({ codes, labels, unitName }: Draft, { columns }: ReadContext): boolean {
  const isNamed = columns.some((c) => c.role === 'label' || c.role === 'code' || c.role === 'unit')
  return isNamed && codes.length === 0 && [unitName, ...labels].every((name) => squash(name) === '')
}

function markMisplaced({ cells }: Pick<Draft, 'cells'>, { seen }: ReadContext): void {
  for (const cell of Object.values(cells)) {
    const ink = seen.get(cell)
    if (ink) seen.set(cell, { ...ink, misplaced: true })
  }
}

/** Asked for each row of the same grid. */
const beginning = memoisedBy(beginnings)

/** A header or 栏次 row that is printed again further down (a second part of the table, a new page). */
function isRepeatedHeader(grid: Grid, at: Places, row: number, { columns }: ReadContext): boolean {
  const cells = beginning(grid)[row] ?? []
  const printed = cells.filter((c) => c.text.trim() !== '')
  if (printed.length === 0) return false
  if (isOrdinalRow(cells)) return true
  const same = columns.filter((c) => {
    const cell = at[row]?.[c.leaf.c0]
    return (
      cell &&
      cell.row === row &&
      cell.text.trim() !== '' &&
      c.leaf.path.some((text) => headerWord(text) === headerWord(cell.text))
    )
  })
  // Where the columns of a page are others, names may stand beside theirs; no line has words for amounts in two columns.
  const areHeads = same.filter(isValue).length > 1 && !printed.some((c) => isFigure(c.text))
  return same.length > 1 && (areHeads || same.length >= printed.length)
}

/** The entries of one printed row: one a block, or one that reaches over several. */
function readLine(at: Places, row: number, context: ReadContext): Draft[] {
  const out: Draft[] = []
  const { columns } = context
  const blocks = [...new Set(columns.map((c) => c.block))]
  const heads: string[] = []
  let coveredTo = 0
  for (const block of blocks) {
    const own = columns.filter((c) => c.block === block)
    if (own[0]!.leaf.c0 < coveredTo) continue
    const keyed = keyCells(at, row, own, { from: context.header.rows, letter: context.letter })
    // A label that reaches over the next blocks (公用经费合计) takes the amounts that stand behind it.
    const reach = Math.max(0, ...keyed.cells.map((c) => c.col + c.colSpan))
    const lastOwn = own.at(-1)!.leaf.c1
    const values = columns.filter(
      (c) => isValue(c) && (reach > lastOwn ? c.leaf.c0 >= reach && sameBlock(columns, c, reach) : c.block === block),
    )
    if (reach > lastOwn) coveredTo = values.at(-1)?.leaf.c1 ?? reach
    const draft = toDraft(at, row, own, values, keyed, context)
    if (draft) out.push(draft)
    if (draft) heads.push(headOf(own))
  }
  nameTotals(out, heads)
  return out
}

/** The header over a whole block (人员经费), empty without one. */
function headOf(block: readonly PlacedColumn[]): string {
  const [first] = block
  const over = first && first.leaf.words.length > 1 ? first.leaf.words[0]! : ''
  return block.every((c) => c.leaf.words[0] === over) ? over : ''
}

/** A line that prints 合计 in several blocks of codes has the total of each: 人员经费合计, 公用经费合计. */
function nameTotals(line: readonly Draft[], heads: readonly string[]): void {
  const totals = line.flatMap((d, i) => (d.codes.length === 0 && d.side === null && isTotalLabel(d.label) ? [i] : []))
  const own = new Set(totals.map((i) => heads[i]))
  if (totals.length < 2 || own.size < totals.length || own.has('')) return
  for (const i of totals) {
    const draft = line[i]!
    draft.label = `${heads[i]}合计`
    draft.labels = [draft.label]
  }
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
  const { naming } = keyed
  const label = naming.labels.at(-1) ?? ''
  const { side, target } = sideOf(label, own, values, at[row] ?? [], context)
  const cells: Record<string, Cell> = {}
  // 辆 in the column of 计量单位 says what the line counts as （辆） behind its label does; of a purchase it says what is bought.
  const measured = context.template.rows.by === 'label' ? values.find((c) => c.id === 'measure') : undefined
  const line = context.template.rows.by === 'unit' && naming.year !== '' ? naming.year : label
  const named = measured ? `${line}（${squash(at[row]?.[measured.leaf.c0]?.text ?? '')}）` : line
  for (const [i, column] of values.entries()) {
    const cell = printedBelow(at[row] ?? [], row, column.leaf)
    if (!cell || cell.row !== row || (keyed.cells.includes(cell) && !endsWithFigure(cell, column))) continue
    const id = freeId(target[i] ?? column.id, cells)
    cells[id] = toCell(cell, unitOf(column, named, context), context)
    // An amount that reaches over several columns may belong to any of them.
    const shared = values.some((v) => v !== column && at[row]?.[v.leaf.c0] === cell)
    const isOthers = shared || keyed.holdsAmount || keyed.cells.includes(cell)
    if (isOthers && cells[id].mark !== 'blank') cells[id].status = 'suspect'
    // A figure with something beside it (a page number, a mark) is not what the form prints there.
    const isOdd = isNotOnlyFigure(cells[id], cell) || (!id.startsWith(UNKNOWN) && isNoAmount(cells[id]))
    if (column.role === 'value' && (isOdd || isSignOutside(cell))) cells[id].status = 'suspect'
    // Forms hardly have columns that nobody knows; scans have, of lost print and of rulings seen where there are none.
    const unknown = id.startsWith(UNKNOWN) && isFigure(cells[id].raw)
    if (shared || unknown || context.unsureHeader || column.leaf.unsure || (column.side !== null && column.fit === 0))
      markMisplaced({ cells: { [id]: cells[id] } }, context)
  }
  const empty = Object.values(cells).every((c) => c.mark === 'blank')
  if (empty && naming.codes.length === 0 && naming.labels.every((l) => squash(l) === '') && naming.unitName === '')
    return null
  return {
    ...naming,
    code: naming.codes[0] ?? null,
    label: squash(label) === '' ? '' : label,
    side,
    block: own[0]!.block,
    cells,
    row,
    // A line with a code is known by it; its label may be read badly.
    ...(keyed.torn || (keyed.unsure && naming.codes.length === 0) ? { unsure: true as const } : {}),
  }
}

/** The columns of amounts that go by the name of another side (支出总计 beside 用途), where that side prints none. */
function movedColumns(drafts: readonly Draft[], context: ReadContext): Column[] {
  if (context.template.rows.by !== 'side') return []
  const known = new Set(context.columns.filter(isValue).map((c) => c.id))
  const bare = (id: string) => id.replace(MAIN, '$1')
  const ids = new Set(drafts.flatMap((d) => Object.keys(d.cells)).filter((id) => !known.has(id)))
  return [...ids].flatMap((id) => {
    const from = context.columns.find((c) => isValue(c) && bare(c.id) === bare(id))
    return from ? [{ id, header: from.leaf.path, unit: null }] : []
  })
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
  const moved = Object.entries(template.rows.sides).find(([, s]) => s.labels?.some((p) => wildcard(p)(word)))?.[0]
  // The total of another side is printed beside its own lines only where these have none in the row.
  const theirs = columns.filter((c) => c.side === moved && (c.role === 'label' || c.role === 'code'))
  const free = moved !== undefined && theirs.every((c) => own.includes(c) || !printed[c.leaf.c0]?.text.trim())
  const final = free ? moved : side
  const [main] = final !== null && free ? Object.keys(template.rows.sides[final]?.columns ?? {}) : []
  // On another side the one amount of a line has that side's name; a column that nobody knows stays one.
  const there = (v: PlacedColumn) =>
    main !== undefined && v.fit > 0 && v.side !== final ? v.id.replace(MAIN, `$1${main}`) : v.id
  return { side: final, target: values.map(there) }
}
