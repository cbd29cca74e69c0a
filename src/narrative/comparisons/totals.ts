/** What shares are of that no sentence says: 教育（类）支出 90 万元，占90%；住房保障（类）支出 10 万元，占10%. */
import { isTotalLabel } from '../../template/words.ts'
import { resolve, type Target } from '../refs.ts'
import type { Reading } from '../state.ts'
import type { Subject } from '../subject.ts'
import { type Book, candidates, cellAmount, cellTerm, type Known, known, UNIT } from '../values.ts'

const TOTAL = '合计'

/**
 * The total of the table in which a share's part is a line, where another share of the chapter is one of that total:
 * shares beside each other divide one whole.
 */
export function totalOver(
  reading: Reading,
  book: Book,
  holds: (of: Reading, part: Known, whole: Known) => boolean,
): Known | null {
  const own = lineOf(reading, book)
  const total = own && totalOf(own)
  if (!total) return null
  const isBeside = (r: Reading) => {
    const cell =
      r.relation === 'share' && isAlone(r) && r.here.chapter === reading.here.chapter ? lineOf(r, book) : null
    return cell?.table === own.table && cell.column === own.column && cell.row !== own.row
  }
  const fits = (r: Reading) => {
    const part = known(r, r.role, book, UNIT)
    return part !== null && !part.amount.value.isZero() && holds(r, part, total)
  }
  return book.readings.some((r) => isBeside(r) && fits(r)) ? total : null
}

/** Smaller shares (of one) may fit wholes that differ by more than the rounding of the others. */
const TELLING = 0.01

/**
 * What the shares of one sentence are of that say it of themselves not at all: 财政拨款 80 万元，占收入合计的80%，其中：A
 * 50 万元，占50%；B 30 万元，占30%. Another share of the sentence names it, or it is the total of the side on which the
 * parts stand; all the others must be shares of it.
 */
export function wholeOfOthers(
  reading: Reading,
  book: Book,
  holds: (of: Reading, part: Known, whole: Known) => boolean,
  basesOf: (reading: Reading) => readonly Subject[],
): Known | null {
  const shares = book.readings.filter(
    (r) => r.relation === 'share' && r.paragraph === reading.paragraph && r.sentence === reading.sentence,
  )
  const others = shares
    .filter((r) => r !== reading && r.statement.base === null)
    .map((r) => [r, known(r, r.role, book, UNIT)] as const)
  const own = known(reading, reading.role, book, UNIT)
  if (!own || others.length === 0) return null
  const named = shares.flatMap((r) =>
    r.statement.base ? basesOf(r).flatMap((subject) => candidates({ ...r, subject }, null, book, UNIT)) : [],
  )
  const isTelling = (part: Known | null, { amount }: Known) => part?.amount.value.gte(amount.value.times(TELLING))
  const fits = (whole: Known) =>
    others.every(([r, part]) => part !== null && holds(r, part, whole)) &&
    others.some(([, part]) => isTelling(part, whole))
  const wholes = [...named, ...totalsOfSide(reading, book)].filter(({ amount }) => !amount.value.isZero())
  return wholes.find((whole) => holds(reading, own, whole)) ?? wholes.find(fits) ?? null
}

/** The totals of the side of a summary on which a share's part is a line. */
function totalsOfSide({ subject, role, here }: Reading, { tables }: Book): Known[] {
  const { cell } = resolve(subject, role, here.year, here, tables)
  const side = cell?.table.rows.find((r) => r.key === cell.row)?.side
  if (!cell || !side) return []
  const totals = cell.table.rows.filter((r) => r.side === side && isTotalLabel(r.label))
  return totals.flatMap((row) => amountOf(cell, row.key) ?? [])
}

/** Nothing tells what it is a share of. */
function isAlone({ whole, among, statement }: Reading): boolean {
  return whole === null && among === null && statement.base === null
}

/** The cell of a line with a code, which a total stands over. */
function lineOf({ subject, here }: Reading, book: Book): Target['cell'] {
  if (!subject.line) return null
  const { cell } = resolve(subject, null, here.year, here, book.tables)
  return cell?.table.rows.find((r) => r.key === cell.row)?.code ? cell : null
}

function totalOf(line: NonNullable<Target['cell']>): Known | null {
  const total = amountOf(line, TOTAL)
  return total && !total.amount.value.isZero() ? total : null
}

/** What a table prints in a column of another line. */
function amountOf(line: NonNullable<Target['cell']>, row: string): Known | null {
  const cell = line.table.rows.find((r) => r.key === row)?.cells[line.column]
  const target: Target = { quantity: '', cell: cell ? { ...line, row, cell } : null }
  const amount = cellAmount(target, UNIT)
  return amount && { amount, term: cellTerm(target) }
}
