/** Figures of the prose against the cells they name. */
import type { Reading } from '../state.ts'
import { type Book, cellTerm, distance } from '../values.ts'
import { figureOf, type Outcome, outcome, quoteOf, statementTerm } from './outcome.ts'

export function compareCells(book: Book): Outcome[] {
  return book.readings.flatMap((reading, index) => {
    const found = compareCell(reading, index)
    return found ? [found] : []
  })
}

function compareCell(reading: Reading, index: number): Outcome | null {
  const { figure, target, statement } = reading
  if (!figure || !target.cell || reading.relation !== 'level' || figure.kind === 'percentage') return null
  const { year } = reading.here
  const earlier = statement.year !== null && year !== null && statement.year !== year
  if (earlier && !target.cell.column.startsWith('previous_')) return null
  const found = distance(figure, reading.unit, target)
  if (!found) return null
  const { cell, tolerance } = found
  const stated = figure.amount
  const numbers = { expected: cell.value, actual: stated.value, tolerance, places: stated.places }
  const { table, row, column } = target.cell
  // A budget of the start of the year may differ from the form's, which is the one after changes.
  const loose = reading.role === 'initial' && column.startsWith('budget_')
  return outcome(
    {
      rule: 'narrative-cell',
      place: reading.statement.quantity,
      name: { zh: '正文数字与表一致', en: 'a figure of the text equals its table cell' },
      terms: [
        statementTerm(reading, index, stated.value),
        { ...cellTerm(target), sign: -1, value: cell.value.toFixed() },
      ],
      numbers,
      strength: loose ? 'usual' : 'repeat',
    },
    () => ({
      severity: loose ? 'note' : 'error',
      zh: `正文“${quoteOf(reading)}”为${figureOf(reading)}，《${table.title}》为${printed(target.cell!.cell.raw)}${table.unit ?? ''}`,
      en: `the text says ${figureOf(reading)} (“${quoteOf(reading)}”), the table ${table.id} ${printed(target.cell!.cell.raw)}`,
      at: statement,
      cell: { table: table.id, row, column },
    }),
  )
}

function printed(raw: string): string {
  return raw.trim() === '' ? '（空白）' : raw.trim()
}
