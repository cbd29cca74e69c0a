/** Labels that no vocabulary knows, with what is printed beside them: 立项依据 | 某发〔2025〕3号. */
import { isWrittenAmount, readCell } from '../amount.ts'
import type { GridCell } from '../grid/types.ts'
import type { PerformanceVocabulary } from './define.ts'
import type { Builder } from './funds.ts'
import { bestColumn, type FormRow, fits, textOf } from './layout.ts'
import { toValue } from './values.ts'

type Pair = readonly [label: GridCell, value: GridCell]

/** Characters of a label, at most: longer texts are what labels are of. */
const LONGEST = 16

/** The labels of a row, each with the box to its right; none where the boxes do not pair off. */
export function pairsOf(row: FormRow): Pair[] {
  // A label beside several rows names a block.
  const own = row.cells.filter((c) => c.col > 0 || c.rowSpan === 1)
  if (own.length % 2 > 0) return []
  return own.flatMap((label, i): Pair[] => (i % 2 === 0 ? [[label, own[i + 1]!]] : []))
}

/** Rows that head a list within the form: below one of their cells stands an amount beside another amount. */
export function listHeadsOf(rows: readonly FormRow[]): Set<number> {
  const isAmount = (row: FormRow | undefined, col: number) => {
    const cell = row?.across[col]
    return cell !== undefined && cell.row === row?.index && isWrittenAmount(cell.text)
  }
  const heads = rows.filter((row) =>
    row.cells.some((c) => {
      const below = rows[row.index + c.rowSpan]
      const isSame = below?.across[c.col] === below?.across[c.col - 1]
      return isLabel(c) && !isSame && isAmount(below, c.col) && isAmount(below, c.col - 1)
    }),
  )
  return new Set(heads.map((row) => row.index))
}

/** Keeps the texts beside labels that are no other part of the form. */
export function keepAnswers(row: FormRow, builder: Builder, words: PerformanceVocabulary): void {
  if (builder.listHeads.has(row.index)) return
  const pairs = pairsOf(row)
  if (pairs.some(([, value]) => isKnown(value, words))) return
  for (const pair of pairs) {
    const [label, value] = pair
    builder.answers.add(value)
    const isText = readCell(value.text).mark === 'text' && textOf(value) !== ''
    if (isText && isLabel(label) && !isKnown(label, words)) keepText(pair, builder)
  }
}

export function keepText([label, value]: Pair, { form }: Builder): void {
  const { page, bbox } = toValue(value)
  const text = value.text.trim()
  if (text !== '') form.texts.push({ label: label.text.replace(/\s+/g, ''), text, page, bbox })
}

function isLabel(cell: GridCell): boolean {
  return readCell(cell.text).mark === 'text' && textOf(cell).length <= LONGEST
}

function isKnown(cell: GridCell, words: PerformanceVocabulary): boolean {
  const { project, whole, department, unit, ownScore, goal, actual, period, funds, indicators } = words
  const known = [
    project,
    ownScore,
    whole,
    department,
    unit,
    goal,
    actual,
    period,
    funds.block,
    funds.pairs,
    indicators.block,
  ]
  return known.some((labels) => fits(cell, labels) > 0) || bestColumn(cell, funds.columns) !== null
}
