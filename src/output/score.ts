/**
 * Scores extracted cells against a hand-made truth file. A cell's key is (table, row, column);
 * row labels are compared without white space, brackets' width, quotation marks and enumerators,
 * amounts as exact decimals.
 */
import { fromCsv } from './csv.ts'

/** A line of a cells table; truth files have the first four columns and mostly `page`. */
export interface ScoredCell {
  table: string
  row: string
  column: string
  value: string
  page?: string
  status?: string
}

export interface Miss {
  kind: 'wrong' | 'missing' | 'extra' | 'wrong page'
  table: string
  row: string
  column: string
  expected: string
  found: string
  page: string
}

export interface Score {
  /** Cells in the truth file. */
  truth: number
  right: number
  misses: Miss[]
}

/** `table,*,*,*` in a truth file says: the table is there, its cells are not scored. */
const ANY = '*'

export function score(truth: readonly ScoredCell[], extracted: readonly ScoredCell[]): Score {
  const unscored = new Set(truth.filter((c) => c.row === ANY).map((c) => c.table))
  const wanted = index(truth.filter((c) => !unscored.has(c.table)))
  const got = index(extracted.filter((c) => !unscored.has(c.table)))
  const out: Score = { truth: 0, right: 0, misses: [] }
  for (const [key, wants] of wanted) {
    const haves = [...(got.get(key) ?? [])]
    const left: ScoredCell[] = []
    for (const want of wants) {
      out.truth++
      const at = haves.findIndex((have) => have.value === want.value)
      if (at < 0) {
        left.push(want)
        continue
      }
      const [have] = haves.splice(at, 1)
      out.right++
      if (have?.page && want.page && want.page !== '0' && have.page !== want.page)
        out.misses.push(miss('wrong page', want, want.page, have.page))
    }
    for (const want of left) {
      const have = haves.shift()
      out.misses.push(miss(have ? 'wrong' : 'missing', have ?? want, want.value, have?.value ?? ''))
    }
    for (const have of haves) out.misses.push(miss('extra', have, '', have.value))
  }
  for (const [key, haves] of got)
    if (!wanted.has(key)) for (const have of haves) out.misses.push(miss('extra', have, '', have.value))
  return out
}

function miss(kind: Miss['kind'], cell: ScoredCell, expected: string, found: string): Miss {
  const { table, row, column, page = '' } = cell
  return { kind, table, row, column, expected, found, page }
}

/** Cells with a value by their key, the value in comparable form. */
function index(cells: readonly ScoredCell[]): Map<string, ScoredCell[]> {
  const out = new Map<string, ScoredCell[]>()
  for (const cell of cells) {
    if (cell.value === '') continue
    const key = JSON.stringify([cell.table, comparableRow(cell.row), cell.column])
    const item = { ...cell, value: comparableAmount(cell.value) }
    const list = out.get(key)
    if (list) list.push(item)
    else out.set(key, [item])
  }
  return out
}

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”"'‘’]/g, '')
}

const ENUMERATOR = /^([一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[、.．])/

/** Row keys that differ in enumerators, brackets' width, quotation marks or the length of dashes alone are the same. */
export function comparableRow(row: string): string {
  const text = squash(row).replace(/[—–―-]+/g, '—')
  if (/^\d{3,9}$/.test(text)) return text
  const [, side = '', label = text] = /^((?:收入|支出):)(.*)$/.exec(text) ?? []
  const bare = (part: string) => part.replace(/^其中:/, '').replace(ENUMERATOR, '') || part
  return side + label.split('/').map(bare).join('/')
}

/** Printed amounts that say the same number are the same; dashes are one dash. */
export function comparableAmount(value: string): string {
  const text = squash(value).replace(/,/g, '')
  if (/^[—–―\-_]+$/.test(text)) return '—'
  const [, sign = '', whole = '', places = ''] = /^(-?)(\d*)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '' && places === '') return text
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const rest = places.replace(/0+$/, '')
  const number = rest ? `${digits}.${rest}` : digits
  return number === '0' ? number : sign + number
}

/** Lines of a CSV file with a header, as RFC 4180 has it. */
export function parseCells(csv: string): ScoredCell[] {
  const [header = [], ...lines] = parseCsv(csv.replace(/^\uFEFF/, ''))
  const names = header.map((name) => name.trim())
  for (const needed of ['table', 'row', 'column', 'value'])
    if (!names.includes(needed)) throw new Error(`a truth file needs the column ${needed}; it has ${names.join(', ')}`)
  return lines
    .filter((line) => line.length > 1)
    .map((line) => Object.fromEntries(names.map((name, i) => [name, fromCsv(line[i] ?? '')])) as unknown as ScoredCell)
}

/** Lines of fields; each line ends with what follows its last comma. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/y
  while (field.lastIndex < text.length) {
    const match = field.exec(text)
    if (!match) throw new Error(`line ${lines.length + 1} of the CSV has a quotation mark in a wrong place`)
    line.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    lines.push(line)
    line = []
  }
  if (line.length > 0) lines.push([...line, ''])
  return lines
}
