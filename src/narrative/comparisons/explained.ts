/** A figure that its table contradicts makes shares, sums and rates wrong that are told of it: they are told with it, once. */
import type { Finding } from '../../model.ts'
import type { Reading } from '../state.ts'
import { type Book, cellAmount } from '../values.ts'
import type { Outcome } from './outcome.ts'

const CELL = 'narrative-cell'
/** 完成预算的 98%，决算数小于预算数: both of the same two figures. */
const RATE = 'narrative-completion'
const DIRECTION = 'narrative-direction'

/** The statements that their cells contradict for certain, by their index. */
function contradicted(outcomes: readonly Outcome[]): Map<number, Finding> {
  const wrong = outcomes.flatMap(({ check, finding }): [number, Finding][] => {
    const index = check.terms[0]?.statement
    return check.rule === CELL && finding?.severity === 'error' && index !== undefined ? [[index, finding]] : []
  })
  return new Map(wrong)
}

/** What the text would say if these statements had the figures of their cells. */
function corrected(book: Book, wrong: ReadonlyMap<number, Finding>): Book {
  const copies = new Map(book.readings.map((reading) => [reading, { ...reading }]))
  for (const [i, reading] of book.readings.entries()) {
    const copy = copies.get(reading)!
    copy.whole = reading.whole && (copies.get(reading.whole) ?? reading.whole)
    if (wrong.has(i)) copy.figure = withCell(reading)
  }
  return { ...book, readings: [...copies.values()] }
}

function withCell({ figure, target, unit }: Reading): Reading['figure'] {
  const amount = cellAmount(target, unit)
  return figure && amount ? { ...figure, amount } : figure
}

/** The findings without those that nothing is left of once the contradicted figures are put right; their checks stand with the figure's finding. */
export function findingsOf(
  outcomes: readonly Outcome[],
  book: Book,
  again: (book: Book) => readonly Outcome[],
): Finding[] {
  const wrong = contradicted(outcomes)
  const right = new Map(
    wrong.size === 0 ? [] : again(corrected(book, wrong)).map(({ check }) => [check.id, check.result] as const),
  )
  const rates = new Map(
    outcomes.flatMap(({ check, finding }) =>
      check.rule === RATE && finding ? [[pairOf(check), finding] as const] : [],
    ),
  )
  return outcomes.flatMap(({ check, finding }) => {
    if (!finding) return []
    const rate = check.rule === DIRECTION ? rates.get(pairOf(check)) : undefined
    if (rate) {
      rate.checks = [...(rate.checks ?? []), check.id]
      return []
    }
    const cause = check.terms
      .map((t) => (t.statement === undefined ? undefined : wrong.get(t.statement)))
      .find((f) => f)
    const follows = check.rule !== CELL && cause !== undefined && right.get(check.id) !== 'violated'
    if (follows) cause.checks = [...(cause.checks ?? []), check.id]
    return follows ? [] : [finding]
  })
}

/** The figures that a rate or a direction is told of. */
function pairOf({ terms }: Outcome['check']): string {
  return terms
    .slice(1)
    .map((t) => t.statement ?? `${t.table}/${t.row}/${t.column}`)
    .join(' ')
}
