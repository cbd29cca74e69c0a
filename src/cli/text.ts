/** Lines and tables for the terminal. */
import type { Difference } from '../output/compare.ts'

/** Columns a text takes on a terminal: Han characters and full-width signs take two. */
export function width(text: string): number {
  let columns = 0
  for (const c of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c)
      ? 2
      : 1
  return columns
}

/** Rows in aligned columns, two spaces apart; columns named in `right` are set flush right. */
export function alignColumns(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? '')))) ?? []
  const pad = (text: string, i: number) => {
    const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - width(text)))
    return right.includes(i) ? space + text : text + space
  }
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}

/** One difference on one line: where, what was expected, what was found. */
export function describe(d: Difference): string {
  const cell = d.what === 'cell' || d.what === 'row' || d.what === 'table' ? '' : d.what
  const place = [d.table, d.row, d.column, cell].filter((part) => part).join(' / ')
  const page = d.page === undefined ? '' : `page ${d.page}: `
  return `${page}${place}: expected ${d.expected}, found ${d.found}`
}
