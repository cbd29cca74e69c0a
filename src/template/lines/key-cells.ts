/** The cells of a printed line that say which line it is: codes, labels, 行次, unit, year. */
import type { GridCell, Places } from '../../grid/types.ts'
import type { PlacedColumn } from '../columns/placed.ts'
import { isHardlyRead, isScanned, type Reading } from '../seen.ts'
import { isTotalLabel, squash } from '../words.ts'
import { isDashed, isHiddenDash } from './dashes.ts'
import type { Naming } from './draft.ts'
import { codesInLabels, joinCodes, joinReadings, readCode, toCodedLabel } from './printed-codes.ts'
import { indentOf, isFilled } from './set-names.ts'
import { holdsSeveralNames } from './several-names.ts'
import { BEGINS_WITH_AMOUNT, ENDS_WITH_AMOUNT, nameWithin } from './torn-cells.ts'

export interface Keyed {
  naming: Naming
  /** The cells that hold code and label. */
  cells: GridCell[]
  /** Whether a text that names the line may say something else. */
  unsure: boolean
  /** Whether a scan shows codes of two columns in one cell, or one label in two: a ruling was not seen, or one that is none. */
  torn: boolean
  /** Whether a name is one of several rows, and nothing shows of which. */
  astray: boolean
  /** Whether a name is cut off that may go on. */
  cut: boolean
  /** Whether a label ends with an amount: it is another column's, and those behind it may be so, too. */
  holdsAmount: boolean
}

/** What the cells of a line have said so far. */
interface Found extends Omit<Keyed, 'naming'> {
  codes: string[]
  codeInk: (readonly Reading[])[]
  labels: string[]
  /** The naming as far as it needs no further look. */
  naming: Pick<
    Naming,
    | 'lead'
    | 'isParted'
    | 'line'
    | 'unitName'
    | 'unitAsRead'
    | 'unitCode'
    | 'year'
    | 'indent'
    | 'size'
    | 'beginsAnywhere'
    | 'fills'
    | 'aside'
    | 'labelAt'
    | 'filled'
  >
  /** Which of the columns of names the present one is, and from which to which the line has any. */
  labelled: number
  reach: [number, number] | null
  /** Whether a column of codes behind the first code is blank. */
  gap: boolean
}

interface Line {
  at: Places
  row: number
  own: readonly PlacedColumn[]
  /** The table's usual size of text, points. */
  letter: number
}

/**
 * `from` is the first row below the header: a header cell that reaches down is no label. `letter` is the table's
 * usual size of text, points.
 */
export function keyCells(
  at: Places,
  row: number,
  own: readonly PlacedColumn[],
  { from, letter }: { from: number; letter: number },
): Keyed {
  const found: Found = {
    ...{ codes: [], codeInk: [], labels: [], cells: [], labelled: -1, reach: null, gap: false },
    ...{ unsure: false, torn: false, astray: false, cut: false, holdsAmount: false },
    naming: {
      ...{ lead: 0, isParted: false, line: null, unitName: '', unitCode: '', year: '', labelAt: [], filled: [] },
      ...{ indent: 0, size: 1, beginsAnywhere: false, fills: false, aside: 0 },
    },
  }
  const line: Line = { at, row, own, letter }
  let half = ''
  for (const [i, column] of own.entries()) {
    const printed = at[row]?.[column.leaf.c0]
    const cell = printed && half !== '' ? { ...printed, text: half + squash(printed.text) } : printed
    const text = cell && !isDashed(cell) ? squash(cell.text) : ''
    // 合 | 计: the first half says nothing of its own.
    half = isHalfOfTotal(text, printed, at[row]?.[own[i + 1]?.leaf.c0 ?? -1]) ? text : ''
    if (printed && half !== '') {
      found.cells.push(printed)
      continue
    }
    if (column.role === 'code' && text === '' && found.codes.length === 0) found.naming.lead++
    if (column.role === 'code' && text === '' && found.codes.length > 0) found.gap ||= holdsCodes(column, at, from)
    if (column.role === 'label' || column.role === 'unit') found.labelled++
    found.astray ||= cell?.astray ?? false
    if (column.role === 'label' || column.role === 'unit') found.cut ||= cell?.glyphs.some((g) => g.mayGoOn) ?? false
    if (cell && cell.row >= from && text !== '' && !found.cells.includes(cell)) look(cell, text, column, found, line)
  }
  return toKeyed(found)
}

/** Whether a total's name stands over two columns, a letter in each: the ruling between those of the line below parts it. */
function isHalfOfTotal(text: string, cell: GridCell | undefined, next: GridCell | undefined): boolean {
  if (text.length !== 1 || !next || next === cell || next.row !== cell?.row) return false
  const rest = squash(next.text)
  return rest.length === 1 && isTotalLabel(text + rest)
}

/** 202年 is a year that has lost a digit. */
const WHOLE_YEAR = /(?<!\d)20\d\d(?!\d)/
/** 2025预: the one letter behind a year is 年, whatever a scan made of it. */
const MISREAD_YEAR = /^(20\d\d)[^\d年]$/

/** Takes what a cell says of its line. */
function look(cell: GridCell, text: string, column: PlacedColumn, found: Found, line: Line): void {
  const { naming, cells } = found
  const { role } = column
  const code = role === 'code' || isCodeBeforeName(column, text, line.own) ? readCode(cell, text) : null
  if (code) {
    naming.isParted ||= found.gap && !isWhole(code.text)
    found.codes.push(code.text)
    found.codeInk.push(code.readings)
    cells.push(cell)
  } else if (!HOLDS.includes(role) && isScanned(cell) && (DIRT.test(text) || isHiddenDash(cell))) {
    // What is left of a ruling or a seal is no part of the name, but may be all that is left of one.
    found.unsure = true
    cells.push(cell)
  } else if (role === 'code' || role === 'label') {
    // Without the part of its code that could not be read the line would go by another one.
    found.unsure ||= role === 'code' && isScanned(cell) && !/\p{Script=Han}/u.test(text)
    takeLabel(cell, text, column, found, line)
  } else if (role === 'line') naming.line = text
  // 合计 in the column of 序号, of the units' codes or, where nothing else does, of a text names its line.
  else if (mayHoldTotal(role, found) && (isTotalLabel(text) || text === '小计')) {
    found.labels.push(cell.text.trim())
    naming.labelAt.push(Math.max(0, found.labelled))
    cells.push(cell)
  } else if (role === 'unit') {
    naming.unitName = text
    if (cell.unsure && cell.likely) Object.assign(naming, { unitName: squash(cell.likely), unitAsRead: text })
    found.reach = [found.reach?.[0] ?? found.labelled, found.labelled]
    found.unsure ||= cell.unsure ?? false
    if (cell.row === line.row) cells.push(cell)
    Object.assign(naming, indentOf(cell, line.letter))
  } else if (role === 'unit-code') naming.unitCode = text
  else if (role === 'year') {
    const misread = isScanned(cell) ? MISREAD_YEAR.exec(text) : null
    naming.year = misread?.[1] ?? text
    found.unsure ||= misread !== null || (isScanned(cell) && /\d/.test(text) && !WHOLE_YEAR.test(text))
  }
}

/** Whether a column of codes has any: what is seen for one may be a part of its neighbour. */
function holdsCodes({ leaf }: PlacedColumn, at: Places, from: number): boolean {
  return at.some((line, row) => row >= from && /\d/.test(line[leaf.c0]?.text ?? ''))
}

/** 类 has three digits, and so have whole codes at least; 款 and 项 have two. */
function isWhole(code: string): boolean {
  return code.length > 2
}

function mayHoldTotal(role: PlacedColumn['role'], { cells }: Found): boolean {
  return role === 'order' || role === 'unit-code' || (role === 'text' && cells.length === 0)
}

function takeLabel(
  cell: GridCell,
  text: string,
  column: PlacedColumn,
  found: Found,
  { at, row, own, letter }: Line,
): void {
  const { labelAt } = found.naming
  found.labels.push(nameWithin(cell))
  found.cells.push(cell)
  labelAt.push(Math.max(0, found.labelled))
  if (isFilled(cell)) found.naming.filled.push(labelAt.at(-1)!)
  found.reach = [found.reach?.[0] ?? labelAt[0]!, labelAt.at(-1)!]
  found.unsure ||= (cell.unsure ?? false) || isHardlyRead(cell)
  found.holdsAmount ||= ENDS_WITH_AMOUNT.test(text) || BEGINS_WITH_AMOUNT.test(text)
  found.torn ||= own.some((c) => c !== column && at[row]?.[c.leaf.c0] === cell) && holdsSeveralCodes(cell)
  found.astray ||= holdsSeveralNames(cell)
  found.torn ||= goesOn(cell, column, at[row] ?? [], own)
  Object.assign(found.naming, indentOf(cell, letter))
}

function toKeyed({ codes: printed, codeInk, labelled: _, gap: __, reach, ...given }: Found): Keyed {
  const { labels, naming, ...found } = withoutRests(given)
  const { cells } = found
  const named = codesInLabels(labels)
  const codes = [...joinCodes(printed), ...named.codes]
  // A code says which line it is, whatever its name.
  const guesses = codes.length > 0 ? null : guessed(labels, cells)
  // The number before a unit's name is none of the line's codes.
  const coded = cells.filter((c) => labels.includes(c.text.trim())).flatMap(toCodedLabel)
  return {
    ...found,
    naming: {
      ...naming,
      codes,
      codeReadings: joinReadings([...codeInk, ...coded.map((c) => c.readings)]),
      coded,
      labels: guesses ?? named.labels,
      ...(guesses ? { asRead: named.labels } : {}),
      reach: reach ?? [0, 0],
    },
  }
}

/** One sign hardly read (3, r), in a column of names that is blank in other lines, is what a seal leaves there; the line stays in doubt. */
function withoutRests<T extends Pick<Found, 'labels' | 'cells' | 'naming'>>(found: T): T {
  const { labels, cells, naming } = found
  const isRest = (label: string) => label.length === 1 && cells.some((c) => c.text.trim() === label && isHardlyRead(c))
  if (!labels.some((label) => /\p{Script=Han}/u.test(label)) || !labels.some(isRest)) return found
  const kept = <V>(of: readonly V[]) => of.filter((_, i) => !isRest(labels[i]!))
  return { ...found, labels: kept(labels), naming: { ...naming, labelAt: kept(naming.labelAt) } }
}

/** What stands in these columns is no part of a name: marks alone are a figure that was hardly read. */
const HOLDS: readonly PlacedColumn['role'][] = ['value', 'text']
/** Marks alone, none of them a dash. */
const DIRT = /^[^\p{L}\p{N}\uFFFD—－-]+$/u

/** Labels in doubt as what they most likely say; null where no label has a guess (the name of a unit, which is no label, may). */
function guessed(labels: readonly string[], cells: readonly GridCell[]): string[] | null {
  const guessOf = (label: string) => cells.find((c) => c.unsure && c.text.trim() === label)?.likely
  return labels.some((label) => guessOf(label)) ? labels.map((label) => guessOf(label) ?? label) : null
}

/** 20140 | 信访事务, below 功能分类 and 科目名称, or both below 科目: what stands apart is the code of the name behind it. */
function isCodeBeforeName({ role, leaf }: PlacedColumn, text: string, own: readonly PlacedColumn[]): boolean {
  if (role !== 'label' || !/^\d{3,7}$/.test(text)) return false
  const next = own.find((c) => c.leaf.c0 === leaf.c1)
  if (next?.role !== 'label' || leaf.words.length === 0) return false
  const isOne = next.leaf.words.length === 0 || next.leaf.words.at(-1) === leaf.words.at(-1)
  return isOne || own.every((c) => c.role !== 'code')
}

/**
 * Whether a label on a scan goes on in the cell beside it, a stroke being taken for a ruling: below the same header, below
 * none, or below one that the label reaches under.
 */
function goesOn(cell: GridCell, { leaf }: PlacedColumn, row: Places[number], own: readonly PlacedColumn[]): boolean {
  const isBeside = (other: GridCell | undefined) =>
    other !== undefined && other !== cell && isScanned(other) && other.row === cell.row
  if (row.slice(leaf.c0, leaf.c1).some(isBeside)) return true
  const end = cell.col + cell.colSpan
  const next = row[end]
  if (!isScanned(cell) || next?.row !== cell.row || !/\p{L}/u.test(next.text)) return false
  const header = own.find((c) => c.leaf.c0 <= end && end < c.leaf.c1)
  return !header || header.leaf.c0 < end
}

function holdsSeveralCodes(cell: GridCell): boolean {
  return isScanned(cell) && (squash(cell.text).match(/\d{3,}/g)?.length ?? 0) > 1
}
