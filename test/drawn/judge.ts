/** What was read of a drawn document, held against its truth. */
import { extract } from '../../src/index.ts'
import { documentSchema } from '../../src/model.ts'
import { type CellRecord, cellRecords } from '../../src/output/cells.ts'
import { comparableAmount, comparableRow, type Miss, type ScoredCell, score } from '../../src/output/score.ts'
import type { DrawnDocument } from './plan.ts'

export interface Verdict {
  /** Cells printed, and read right. */
  cells: number
  right: number
  misses: Miss[]
  /** Misses that no mark warns of: a wrong or invented amount that is said to be proved or read. */
  silent: Miss[]
  /** Cells whose amount is right and whose 元 are not. */
  units: string[]
  /** Identities that hold on paper and are said not to. */
  violated: string[]
}

/** Rates are no amounts: the truth has none. */
const isAmount = (record: CellRecord) => !record.value.endsWith('%')

/** `isCompared`: whether the truth would hold such a cell. */
export async function judge({ bytes, truth }: DrawnDocument, isCompared = isAmount): Promise<Verdict> {
  const document = documentSchema.parse(await extract(bytes, { file: 'drawn.pdf' }))
  const records = cellRecords(document).filter(isCompared)
  const found = records.map((r) => ({ ...r, column: columnOf(r, truth) }))
  const result = score(
    truth.map((t) => ({ ...t, page: String(t.page) })),
    found,
  )
  return {
    cells: result.truth,
    right: result.right,
    misses: result.misses,
    silent: unmarked(result.misses, found),
    units: wrongUnits(truth, found),
    violated: document.checks.filter((c) => c.result === 'violated' && c.strength !== 'usual').map((c) => c.id),
  }
}

function wrongUnits(truth: DrawnDocument['truth'], found: readonly (ScoredCell & { yuan: string })[]): string[] {
  const wanted = new Map(
    truth.map((t) => [`${t.table} ${comparableRow(t.row)} ${t.column} ${comparableAmount(t.value)}`, t.yuan]),
  )
  return found.flatMap((c) => {
    const name = `${c.table} ${comparableRow(c.row)} ${c.column} ${comparableAmount(c.value)}`
    const yuan = wanted.get(name)
    return yuan && comparableAmount(yuan) !== comparableAmount(c.yuan) ? [`${name}: ${yuan} → ${c.yuan}`] : []
  })
}

/** The misses that no mark of their cell warns of. */
export function unmarked(misses: readonly Miss[], found: readonly ScoredCell[]): Miss[] {
  const marked = new Set(
    found
      .filter((c) => ['suspect', 'unreadable', 'inconsistent'].includes(c.status ?? ''))
      .map((c) => `${c.table} ${c.row} ${c.column}`),
  )
  return misses.filter((m) => !marked.has(`${m.table} ${m.row} ${m.column}`))
}

/** Figures of columns that the generator added stand under their header, whatever id a template gives it. */
function columnOf(
  found: { table: string; column: string; column_label: string },
  truth: DrawnDocument['truth'],
): string {
  const own = found.column_label.split('/').at(-1) ?? ''
  // A unit in every header is no part of the column's name; that of one column alone is.
  const bare = own.replace(/（(亿|百万|万)?元）$/, '')
  const isDrawn = (column: string) => truth.some((t) => t.table === found.table && t.column === column)
  return [own, bare].map((h) => `header:${h}`).find(isDrawn) ?? found.column
}

/** Every cell is right, nothing is invented, and no identity is broken. Where no rulings show it, a marked cell may be wrong. */
export function isRight(verdict: Verdict | Error): boolean {
  return (
    !(verdict instanceof Error) &&
    verdict.misses.length === 0 &&
    verdict.violated.length === 0 &&
    verdict.units.length === 0
  )
}
