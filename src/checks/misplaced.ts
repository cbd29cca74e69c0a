/**
 * Lines whose key puts them below a parent that adds up without them: not one amount is wrong, but where they stand.
 * A code that lost digits (20101 for 2010601) does it, and no sum over the line itself shows it.
 */
import type { Cell, Finding } from '../model.ts'
import { sumFinding } from './findings.ts'
import type { Place, Trial } from './identities/terms.ts'

export interface Misplaced {
  /** The amounts of the line that a parent has too much. */
  places: Place[]
  /** The failing checks that this explains: those of that parent, and of another one that lacks just these amounts. */
  trials: Trial[]
}

/** In one column alone, rather the amount is wrong. */
const COLUMNS = 2

export function misplacedLines(trials: readonly Trial[]): Misplaced[] {
  const trees = Map.groupBy(
    trials.filter((t) => t.check.rule === 'code-tree' && t.check.strength !== 'usual'),
    ({ places }) => `${places[0]!.table} ${places[0]!.row}`,
  )
  const failing = trials.filter(isFailing)
  return [...trees.values()].flatMap((tree) => {
    const too = tree.filter((t) => isFailing(t) && t.difference.gt(0))
    if (too.length < COLUMNS) return []
    const lines = [...new Set(tree.flatMap((t) => t.places.slice(1).map((p) => p.row)))]
    const surplus = lines.filter((line) => isSurplus(tree, line))
    // What has lines below it stands where it should.
    const ends = surplus.filter((line) => !trees.has(`${too[0]!.places[0]!.table} ${line}`))
    return (ends.length > 0 ? ends : surplus).map((line) => {
      const places = too.map((t) => partOf(t, line)!)
      return { places, trials: [...too, ...failing.filter((t) => places.some((p) => lacks(t, p)))] }
    })
  })
}

/** Whether each sum breaks that the line has an amount in, and only those, and would hold without it. */
function isSurplus(tree: readonly Trial[], line: string): boolean {
  return tree.every((t) => {
    const place = partOf(t, line)
    if (!place || place.value.isZero()) return !isFailing(t)
    return isFailing(t) && t.difference.minus(place.value).abs().lte(t.tolerance)
  })
}

function partOf(t: Trial, line: string): Place | undefined {
  return t.places.slice(1).find((p) => p.row === line)
}

function lacks(t: Trial, { table, column, row, value }: Place): boolean {
  const [total] = t.places
  const isOther = t.check.rule === 'code-tree' && total!.table === table && total!.column === column
  return isOther && total!.row !== row && t.difference.plus(value).abs().lte(t.tolerance)
}

function isFailing(t: Trial): boolean {
  return t.check.result === 'violated'
}

export function cellsOfLines(lines: readonly Misplaced[]): Cell[] {
  return lines.flatMap(({ places }) => places.map((p) => p.cell))
}

/** One finding for the line, in place of one for each sum. */
export function misplacedFinding({ places, trials }: Misplaced): Finding {
  const [first] = places
  const { zh, en } = trials[0]!.check.name
  const n = places.length
  return {
    ...sumFinding(trials[0]!),
    message: {
      zh: `“${first!.row}”一行的位置或编码存疑：${zh}，不含该行时${n}栏均相等`,
      en: `the line ${first!.row} may stand under the wrong code: ${en} holds in ${n} columns without it`,
    },
    page: first!.cell.page,
    bbox: first!.cell.bbox,
    row: first!.row,
    column: first!.column,
    checks: trials.map((t) => t.check.id),
  }
}
