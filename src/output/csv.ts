/** CSV text: the one place that writes it. */
import Papa from 'papaparse'

export interface CsvOptions {
  /** Byte order mark, which spreadsheets need to read Chinese. */
  bom?: boolean
  /** False leaves the header line out, to append to a file that has one. */
  header?: boolean
}

const BOM = '\ufeff'

export function toCsv(
  records: readonly Readonly<Record<string, string>>[],
  columns: readonly string[],
  { bom = false, header = true }: CsvOptions = {},
): string {
  const lines = records.map((record) => columns.map((name) => safe(record[name] ?? '')))
  const text = Papa.unparse(header ? [[...columns], ...lines] : lines, { newline: '\n' })
  return `${bom ? BOM : ''}${text}${text === '' ? '' : '\n'}`
}

/**
 * What a spreadsheet may take for a formula, in either width; apostrophes before it count along, so that
 * a text that has one of its own is told from one that was given it.
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/
/** A signed number is a number to spreadsheets, too, and stays as it is. */
const NUMBER = /^[+-]?(?:\d[\d,]*)?(?:\.\d+)?(?:e[+-]?\d+)?%?$/i

function isFormula(text: string): boolean {
  return FORMULA.test(text) && !(NUMBER.test(text) && /\d/.test(text))
}

/** The text with an apostrophe before it where a spreadsheet would run it as a formula. */
function safe(text: string): string {
  return isFormula(text) ? `'${text}` : text
}

/** The text that `toCsv` was given for this field. */
export function fromCsv(field: string): string {
  return field.startsWith("'") && isFormula(field.slice(1)) ? field.slice(1) : field
}
