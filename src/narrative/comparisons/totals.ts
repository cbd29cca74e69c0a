/** What shares are of that no sentence says: 教育（类）支出 90 万元，占90%；住房保障（类）支出 10 万元，占10%. */
import { resolve, type Target } from '../refs.ts'
import type { Reading } from '../state.ts'
import { type Book, cellAmount, cellTerm, type Known, known, UNIT } from '../values.ts'

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
  const cell = line.table.rows.find((r) => r.key === TOTAL)?.cells[line.column]
  const target: Target = { quantity: '', cell: cell ? { ...line, row: TOTAL, cell } : null }
  const amount = cellAmount(target, UNIT)
  return amount && !amount.value.isZero() ? { amount, term: cellTerm(target) } : null
}
