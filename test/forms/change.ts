/** Changes to the columns of a drawn form, as publishers make them: one renamed, dropped, added, or two in another order. */
import { isWrittenAmount } from '../../src/amount.ts'
import type { Dice } from '../drawn/dice.ts'

/** The rows of one ruled table, cell by cell, in the notation of draw.ts. */
export type Rows = string[][]

/** A form taken apart: lines of text, and tables. */
export type Parts = (string | Rows)[]

export function takeApart(form: string): Parts {
  const parts: Parts = []
  for (const line of form.split('\n').map((l) => l.trim())) {
    if (!line.startsWith('|') || !line.endsWith('|')) {
      parts.push(line)
      continue
    }
    const row = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    const last = parts.at(-1)
    if (Array.isArray(last)) last.push(row)
    else parts.push([row])
  }
  return parts
}

export function putTogether(parts: Parts): string {
  return parts.map((p) => (typeof p === 'string' ? p : p.map((row) => `| ${row.join(' | ')} |`).join('\n'))).join('\n')
}

/** Every amount another one, so that each can be found again: 1001.01, 1002.02, … Signs and nothing else stay. */
export function withOwnAmounts(parts: Parts): Parts {
  let n = 0
  const own = (text: string) => {
    if (!isWrittenAmount(text)) return text
    n++
    return `${1000 + n}.${String(n % 100).padStart(2, '0')}`
  }
  return parts.map((p) => (typeof p === 'string' ? p : p.map((row) => row.map(own))))
}

export function amountsOf(rows: Rows): string[] {
  return rows.flat().filter(isWrittenAmount)
}

/** Amounts that stand in the column. */
export function amountsIn(rows: Rows, column: number): string[] {
  return rows.map((row) => row[column]!).filter(isWrittenAmount)
}

/** The row of the lowest header cell of the column that is its own, among the first `heads` rows; null if it has none. */
function ownHeader(rows: Rows, heads: number, column: number): number | null {
  for (let r = heads - 1; r >= 0; r--) {
    const text = rows[r]![column]!
    if (text === '^') continue
    const alone = text !== '<' && rows[r]![column + 1] !== '<'
    return alone && /\p{Script=Han}/u.test(text) ? r : null
  }
  return null
}

/** The column under another header; null if it has none of its own. */
export function rename(rows: Rows, heads: number, column: number, header: string): Rows | null {
  const at = ownHeader(rows, heads, column)
  return at === null ? null : rows.map((row, r) => (r === at ? row.with(column, header) : row))
}

/** The columns below a header that spans this one and further ones, and the table with another header there; null if none does. */
export function renameSpan(
  rows: Rows,
  heads: number,
  column: number,
  header: string,
): { rows: Rows; columns: number[] } | null {
  for (let r = heads - 1; r >= 0; r--) {
    let from = column
    while (rows[r]![from] === '<') from--
    let to = from + 1
    while (rows[r]![to] === '<') to++
    const text = rows[r]![from]!
    if (to - from < 2 || to - from === rows[r]!.length || !/\p{Script=Han}/u.test(text)) continue
    const columns = Array.from({ length: to - from }, (_, i) => from + i)
    return { rows: rows.map((row, i) => (i === r ? row.with(from, header) : row)), columns }
  }
  return null
}

/** Without the column; what spans it and further ones begins at the next. */
export function drop(rows: Rows, column: number): Rows {
  return rows.map((row) => {
    const keeps = row[column] !== '<' && row[column + 1] === '<'
    const rest = row.toSpliced(column, 1)
    return keeps ? rest.with(column, row[column]!) : rest
  })
}

/** With a column before this one, below what spans both; an amount in each line that has some. */
export function add(rows: Rows, heads: number, column: number, header: string, amounts: Iterator<string>): Rows {
  let open = true
  return rows.map((row, r) => {
    const spanned = row[column] === '<'
    if (r < heads) {
      const text = spanned ? '<' : open ? header : '^'
      if (text === header) open = false
      return row.toSpliced(column, 0, text)
    }
    const text = spanned ? '<' : row.some(isWrittenAmount) ? amounts.next().value : ''
    return row.toSpliced(column, 0, text)
  })
}

/** The column and the next in each other's place; null if they do not stand below the same headers, each whole. */
export function swap(rows: Rows, heads: number, column: number): Rows | null {
  const [own, other] = [ownHeader(rows, heads, column), ownHeader(rows, heads, column + 1)]
  if (own === null || own !== other) return null
  if (rows.slice(0, own).some((row) => row[column + 1] !== '<')) return null
  const apart = rows.every(
    (row, r) => r < own || (row[column] !== '<' && row[column + 1] !== '<' && row[column + 2] !== '<'),
  )
  if (!apart) return null
  return rows.map((row, r) => (r < own ? row : row.with(column, row[column + 1]!).with(column + 1, row[column]!)))
}

/** Headers that no form has. */
export function strangeHeader(dice: Dice): string {
  return Array.from({ length: 4 }, () => dice.pick([...'鹤柏桐莺荷菊枫榆棠槐'])).join('')
}
