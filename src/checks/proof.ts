/** When a check that holds proves the cells in it, and what it leaves open. */
import type { Decimal } from 'decimal.js'
import type { Cell, Table } from '../model.ts'
import type { Place, Trial } from './identities/terms.ts'

/**
 * A check proves a cell only if a misread digit would break it: what rounding may explain must stay
 * below ten units of the cell's last place, that is below one in the place before it.
 */
const DETECTS = 10

/** Whether a check with this tolerance shows a change of any digit but the last of what is printed to `ulp`. */
export function detects(tolerance: Decimal, ulp: Decimal): boolean {
  return tolerance.lt(ulp.times(DETECTS))
}

/**
 * The digits of a page of text are what they are; what can be in doubt is where a figure stands. A sum that holds to
 * the last place shows that, however many terms could be rounded, unless rounding could be as much as the figure.
 */
function showsPlace({ difference, tolerance }: Trial, { cell, value }: Place): boolean {
  return cell.source === 'text' && difference.isZero() && value.abs().gt(tolerance)
}

export interface Proofs {
  /** The checks that prove a cell. */
  proved: Map<Cell, Trial[]>
  /** Cells that no check proves, but whose place, which was in doubt, one shows. */
  placed: Set<Cell>
}

/** What the checks that hold show of the cells in them. */
export function proofs(trials: readonly Trial[], tables: readonly Table[]): Proofs {
  const numbers = new Set(tables.flatMap(numbering))
  const holding = trials.filter((t) => holds(t) && !t.places.some((p) => p && numbers.has(p.cell)))
  const disputed = disputedColumns(trials)
  const anchored = new Set(
    holding
      .filter(anchors)
      .flatMap(columnsOf)
      .filter((column) => !disputed.has(column)),
  )
  const broken = new Set(trials.filter(isBrokenSum).flatMap((t) => t.places.flatMap((p) => p?.cell ?? [])))
  const proved = new Map<Cell, Trial[]>()
  const placed = new Set<Cell>()
  for (const t of holding) {
    const open = room(t)
    for (const place of t.places) {
      const { cell } = place
      if (cell.value === null) continue
      const shows = detects(open, place.ulp)
      if (cell.status === 'suspect') {
        if (isVertical(t) && broken.has(cell)) continue
        if (!(shows || showsPlace(t, place)) || !settles(t, place, anchored)) continue
        if (!shows) placed.add(cell)
      }
      if (!shows) continue
      const list = proved.get(cell)
      if (list) list.push(t)
      else proved.set(cell, [t])
    }
  }
  return { proved, placed }
}

/** A check says something if at least two figures in it are not zero: nought is the sum of any noughts. */
function holds(t: Trial): boolean {
  const { result } = t.check
  return (result === 'holds' || result === 'rounding') && t.places.filter((p) => p && !p.value.isZero()).length > 1
}

/** How far a figure may be off without breaking the check: what rounding explains, and what it has explained already. */
function room(t: Trial): Decimal {
  return t.tolerance.plus(t.difference.abs())
}

/**
 * Where no rulings show which column a figure stands in, a sum over a row holds as well if figures stand one
 * column further. Checks that leave no such second reading: another table prints the figure under this name, or
 * every column of the sum has a figure.
 */
function anchors(t: Trial): boolean {
  return t.check.rule === 'cross-table' || (t.check.rule === 'row-sum' && t.blanks.length === 0)
}

/**
 * A sum over a row that breaks speaks against the columns of that line, whatever sums hold down them: where a header
 * stands over columns that are not its own, it holds in all lines in which one of those is blank.
 */
function isBrokenSum({ check }: Trial): boolean {
  return check.rule === 'row-sum' && check.strength !== 'usual' && check.result === 'violated'
}

/** Sums over rows that break in so many lines, and in this share of those in which they say something, speak against the columns. */
const LINES = 2
const SHARE = 1 / 3

/**
 * Columns whose sums over rows break in many lines: a publisher errs in one, and where a header stands over columns that
 * are not its own, what holds in the others holds by chance.
 */
function disputedColumns(trials: readonly Trial[]): Set<string> {
  const isSum = ({ check, places }: Trial) =>
    check.rule === 'row-sum' && check.strength !== 'usual' && places.some((p) => p && !p.value.isZero())
  const byColumn = new Map<string, Trial[]>()
  for (const t of trials.filter(isSum))
    for (const column of columnsOf(t)) byColumn.set(column, [...(byColumn.get(column) ?? []), t])
  const isDisputed = (sums: readonly Trial[]) => {
    const broken = sums.filter((t) => t.check.result === 'violated').length
    return broken >= LINES && broken >= SHARE * sums.length
  }
  return new Set([...byColumn].flatMap(([column, sums]) => (isDisputed(sums) ? [column] : [])))
}

/** Keys of lines that stand twice, or that nothing names: what was cut from them belongs to others. */
const UNNAMED = /#\d+$|第\d+行$/

/**
 * Whether a check leaves a figure no second place: a sum over its row proves its column and nothing of its line
 * (two lines that ran together add up as well), so that a sum down the column has to hold, too.
 */
function settles(t: Trial, place: Place, anchored: ReadonlySet<string>): boolean {
  if (UNNAMED.test(place.row)) return false
  return t.check.rule === 'cross-table' || (isVertical(t) && anchored.has(columnOf(place)))
}

/** Sums down a column hold wherever the whole column stands; they carry over what anchors one of its cells. */
function isVertical(t: Trial): boolean {
  return t.check.rule !== 'row-sum' && t.check.rule !== 'cross-table'
}

function columnsOf(t: Trial): string[] {
  return t.places.flatMap((p) => (p ? [columnOf(p)] : []))
}

function columnOf({ table, column }: Place): string {
  return `${table} ${column}`
}

/**
 * Cells that may number or date something instead of holding an amount, read as amounts by mistake: a row of
 * 栏次 (whole numbers that rise by one), a column of years, a column of the codes of its rows.
 */
export function numbering(table: Table): Cell[] {
  const columns = [...new Set(table.rows.flatMap((r) => Object.keys(r.cells)))]
  const inRows = table.rows.filter((r) => rises(Object.values(r.cells)) && r.code === null)
  const inColumns = columns.filter((id) => {
    const printed = table.rows.flatMap((r) => {
      const cell = r.cells[id]
      return cell?.value && cell.mark !== 'zero' ? [{ code: r.code, value: cell.value }] : []
    })
    const years = printed.every((p) => /^20[0-3]\d$/.test(p.value))
    const codes = printed.every((p) => p.code?.startsWith(p.value))
    return printed.length > 1 && (years || codes)
  })
  return [
    ...inRows.flatMap((r) => Object.values(r.cells)),
    ...table.rows.flatMap((r) => inColumns.flatMap((id) => r.cells[id] ?? [])),
  ]
}

/** A row of fewer figures than this may rise by chance. */
const LEAST = 3

function rises(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap((c) => (c.value === null || c.mark === 'text' ? [] : [c.value]))
  if (numbers.length < LEAST || !numbers.every((n) => /^\d{1,2}$/.test(n))) return false
  return numbers.every((n, i) => i === 0 || Number(n) === Number(numbers[i - 1]) + 1)
}
