/** One printed row → the lines it holds: one a block, each with its side, its columns and what is unsure of it. */
import { isFigure } from '../../amount.ts'
import type { GridCell, Places } from '../../grid/types.ts'
import { memoisedBy } from '../../memo.ts'
import type { Cell } from '../../model.ts'
import { MAIN, type PlacedColumn } from '../columns/placed.ts'
import { UNKNOWN } from '../define.ts'
import { isScanned } from '../seen.ts'
import { headerWord, isTotalLabel, squash, wildcard } from '../words.ts'
import {
  freeId,
  isNoAmount,
  isNotOnlyFigure,
  isOthersLabel,
  isPrintedOver,
  isSignOutside,
  isValue,
  printedBelow,
  toCell,
} from './cells.ts'
import { type Draft, markAstray, markHeadless, markMisplaced, type ReadContext } from './draft.ts'
import { type Keyed, keyCells } from './key-cells.ts'
import { goesByCode } from './keys.ts'
import { endsWithFigure, figuresWithin } from './torn-cells.ts'
import { unitOf } from './unit-of.ts'

/** The entries of one printed row: one a block, or one that reaches over several. */
export function readLine(at: Places, row: number, context: ReadContext): Draft[] {
  const out: Draft[] = []
  const { columns } = context
  const blocks = [...new Set(columns.map((c) => c.block))]
  const heads: string[] = []
  let coveredTo = 0
  for (const block of blocks) {
    const own = columns.filter((c) => c.block === block)
    if (own[0]!.leaf.c0 < coveredTo || isHeaderOf(own, at[row] ?? [], row, headsOf(columns))) continue
    const keyed = keyCells(at, row, own, { from: context.header.rows, letter: context.letter })
    // A label that reaches over the next blocks (公用经费合计) takes the amounts that stand behind it.
    const reach = Math.max(0, ...keyed.cells.map((c) => c.col + c.colSpan))
    const lastOwn = own.at(-1)!.leaf.c1
    // One that holds amounts itself has lost the rulings between them, and takes none.
    const isTorn = keyed.cells.some((c) => figuresWithin(c).length > 0)
    const values = columns.filter(
      (c) =>
        isValue(c) &&
        (reach > lastOwn && !isTorn ? c.leaf.c0 >= reach && sameBlock(columns, c, reach) : c.block === block),
    )
    if (reach > lastOwn) coveredTo = Math.max(isTorn ? reach : 0, values.at(-1)?.leaf.c1 ?? reach)
    const draft = toDraft(at, row, own, values, keyed, context)
    if (draft) out.push(draft)
    if (draft) heads.push(headOf(own))
  }
  nameTotals(out, heads)
  return out
}

/** All words of the header; asked for each row of the same table. */
const headsOf = memoisedBy(
  (columns: readonly PlacedColumn[]) => new Set(columns.flatMap((c) => c.leaf.path.map(headerWord))),
)

/** 项目 and 决算数, where the header of one side stands beside the first line of the other. */
function isHeaderOf(block: readonly PlacedColumn[], line: Places[number], row: number, heads: Set<string>): boolean {
  const printed = block.filter((c) => isPrintedIn(row, c, line))
  return (
    printed.length > 1 && printed.some(isValue) && printed.every((c) => heads.has(headerWord(line[c.leaf.c0]!.text)))
  )
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

/** A subject code, or 款 or 项 alone. */
const CODE = /^(\d{3}(\d\d){0,2}|\d\d)$/

/**
 * Whether before the name, in a column of a scan that nothing is known of, a code may stand: without it the line would
 * go by its name, or by the rest of its code.
 */
function hasUnreadCode(line: Places[number], own: readonly PlacedColumn[], { template }: ReadContext): boolean {
  const name = own.find((c) => c.role === 'label')
  if (template.rows.by !== 'code' || !name) return false
  const before = own.filter((c) => isValue(c) && c.fit === 0 && c.leaf.c1 <= name.leaf.c0)
  return before.some((c) => {
    const cell = line[c.leaf.c0]
    return cell !== undefined && isScanned(cell) && CODE.test(squash(cell.text))
  })
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
  const torn = keyed.cells.flatMap(figuresWithin)
  const isTorn = torn.length > 0
  const named = nameForUnits(label, keyed, values, at[row] ?? [], context)
  for (const [i, column] of values.entries()) {
    const printed = printedBelow(at[row] ?? [], row, column.leaf)
    if (!printed || printed.row !== row) continue
    const isName = keyed.cells.includes(printed)
    const cell = !isName || (!isTorn && endsWithFigure(printed, column)) ? printed : torn.shift()
    if (!cell) continue
    const id = freeId(target[i] ?? column.id, cells)
    cells[id] = toCell(cell, unitOf(column, named, context), context)
    const shared = isName || values.some((v) => v !== column && at[row]?.[v.leaf.c0] === cell)
    doubt(cells[id], { id, cell, column, shared }, keyed, context)
    if (isFigure(cell.text) && isOverLines(cell, own, at)) markAstray({ [id]: cells[id] }, context)
  }
  const empty = Object.values(cells).every((c) => c.mark === 'blank')
  if (keyed.astray || (keyed.cut && !goesByCode(naming, context.template))) markAstray(cells, context)
  const isNamed = naming.codes.length > 0 || naming.unitName !== '' || naming.labels.some((l) => squash(l) !== '')
  // A name that reaches down into a row of another side is no line of its own there.
  if (empty && !(isNamed && own.some((c) => isPrintedIn(row, c, at[row] ?? [])))) return null
  return {
    ...naming,
    code: naming.codes[0] ?? null,
    label: squash(label) === '' ? '' : label,
    side,
    block: own[0]!.block,
    cells,
    row,
    ...(keyed.torn ||
    keyed.astray ||
    hasUnreadCode(at[row] ?? [], own, context) ||
    (keyed.unsure && !goesByCode(naming, context.template))
      ? { unsure: true as const }
      : {}),
  }
}

/**
 * Whether a cell is merged over further lines, each with a name or a code of its own and none for all of them: its
 * amount may be of any.
 */
function isOverLines({ row, rowSpan }: GridCell, own: readonly PlacedColumn[], at: Places): boolean {
  const end = row + rowSpan
  const named = own.filter(({ role }) => role === 'label' || role === 'code' || role === 'unit')
  const isOfAll = named.some(({ leaf }) => {
    const name = at[row]?.[leaf.c0]
    return name !== undefined && squash(name.text) !== '' && name.row + name.rowSpan >= end
  })
  return !isOfAll && at.slice(row + 1, end).some((line, n) => named.some((c) => isPrintedIn(row + 1 + n, c, line)))
}

/** Whether a column has a text in a row that does not reach down from one above. */
function isPrintedIn(row: number, { leaf }: PlacedColumn, line: Places[number]): boolean {
  const cell = line[leaf.c0]
  return cell?.row === row && squash(cell.text) !== ''
}

/** What of a line says in which unit its figures are. */
function nameForUnits(
  label: string,
  { naming }: Keyed,
  values: readonly PlacedColumn[],
  printed: readonly (GridCell | undefined)[],
  { template: { rows } }: ReadContext,
): string {
  const line = rows.by === 'unit' && naming.year !== '' ? naming.year : label
  // 辆 in the column of 计量单位 says what the line counts as （辆） behind its label does; of a purchase it says what is bought.
  const measured = rows.by === 'label' ? values.find((c) => c.id === 'measure') : undefined
  return measured ? `${line}（${squash(printed[measured.leaf.c0]?.text ?? '')}）` : line
}

/** Marks a value that may be another column's, or no value; `shared`: its cell reaches over several columns. */
function doubt(
  value: Cell,
  { id, cell, column, shared }: { id: string; cell: GridCell; column: PlacedColumn; shared: boolean },
  keyed: Keyed,
  context: ReadContext,
): void {
  // An amount that reaches over several columns may belong to any of them.
  const isOthers = shared || keyed.holdsAmount || keyed.cells.includes(cell) || isOthersLabel(value, column)
  if (isOthers && value.mark !== 'blank') value.status = 'suspect'
  // A figure with something beside it (a page number, a mark) is not what the form prints there.
  const isOdd = isNotOnlyFigure(value, cell) || (!id.startsWith(UNKNOWN) && isNoAmount(value))
  if (column.role === 'value' && (isOdd || isSignOutside(cell) || isPrintedOver(cell))) value.status = 'suspect'
  // Forms hardly have columns that nobody knows; scans have, of lost print and of rulings seen where there are none.
  const unknown = id.startsWith(UNKNOWN) && isFigure(value.raw)
  // What stands below no header at all may be anything: codes, where the header was not found.
  if (unknown && column.leaf.words.length === 0) value.status = 'suspect'
  if (shared || unknown || context.unsureHeader || column.leaf.unsure || (column.side !== null && column.fit === 0))
    markMisplaced({ cells: { [id]: value } }, context)
  if (column.leaf.unsure && column.role === 'value' && column.fit === 0) markHeadless(value, context)
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
