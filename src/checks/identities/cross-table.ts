/** The same quantity in two tables. */
import type { Decimal } from 'decimal.js'
import type { Document, Row, Table } from '../../model.ts'
import { addends } from '../../template/addends.ts'
import type { Owners } from '../../template/around/owners.ts'
import type { CrossIdentity } from '../../template/define.ts'
import { bareLabel, squash, wildcard } from '../../template/words.ts'
import { cellWords, sumWords } from '../words.ts'
import { byUnit, picks } from './one-unit.ts'
import { type Claim, type Place, toPlace, trial, ZERO } from './terms.ts'

/** The tables, whose they are, and whether that is a department or one unit. */
export type Disclosed = Pick<Document, 'tables'> & { level?: string | null; owners?: Owners }

/** A printed cell with the table and row it stands in. */
interface Printed {
  table: Table
  row: Row
  place: Place
}

/** `absent`: the document does not print such a place; `empty`: its table is printed without any figure. */
type Resolved = Printed | 'absent' | 'empty'

interface Path {
  id: string
  rows: string[]
  columns: string[]
  balance: RegExp | undefined
}

export function crossTable(document: Disclosed, identity: CrossIdentity): Claim[] {
  return byUnit(document.tables, document.owners ?? NOBODY).flatMap((tables) => {
    const own = { ...document, tables }
    const all = picks(tables, kindsOf(identity))?.map((picked) => claimsOf({ ...own, tables: picked }, identity))
    if (!all) return claimsOf(own, identity)
    // Of tables that are there twice nothing says which ones belong together, unless they agree.
    const agreeing = all.find((claims) => claims.length > 0 && claims.every((c) => !isBroken(c)))
    return agreeing ?? (all.find((claims) => claims.length > 0) ?? []).map((c) => ({ ...c, usual: true }))
  })
}

const NOBODY: Owners = new Map()

function kindsOf({ left, right, of = '' }: CrossIdentity): Set<string> {
  return new Set([left, ...right.split(' + '), ...of.split(' = ')].map((path) => toPath(path).id))
}

function isBroken(claim: Claim): boolean {
  return trial(claim)?.check.result === 'violated'
}

function claimsOf(document: Disclosed, identity: CrossIdentity): Claim[] {
  const left = toPath(identity.left, identity.balance)
  const right = identity.right.split(' + ').map((path) => toPath(path, identity.balance))
  const isSelection = ({ table }: Printed) =>
    identity.unlike?.some((word) => squash(table.title).includes(word)) === true
  const all = identity.left.includes('{类}') ? byClass(document, left, right) : single(document, left, right, identity)
  const isWhole = identity.of === undefined || agrees(document, identity.of)
  const claims = all.filter(({ total, parts }) => ![total, ...parts].some(isSelection))
  const usual = identity.usual === 'departments' ? document.level !== 'unit' : identity.usual === true
  const carried = identity.usual === undefined ? ZERO : carriedOver(document.tables.filter((t) => t.id === left.id))
  return claims.map(({ total, parts, custom }, i): Claim => {
    const isCarried = isWithin(carried, excess(total, parts))
    return {
      rule: 'cross-table',
      where: `${identity.known ?? usualWords(`${identity.left} = ${identity.right}`)}${claims.length > 1 ? ` ${i + 1}` : ''}`,
      name: sumWords(wordsOf(total), parts.map(wordsOf)),
      total: total.place,
      parts: parts.map((p) => ({ place: p.place, sign: 1 as const })),
      usual: usual || !isWhole || custom || isCarried || undefined,
      // What is carried over is spent beside the year's own: less than all is no news.
      part: isWhole && !isCarried ? identity.part : 'any',
      source: identity.source,
    }
  })
}

/** 支出:本年支出合计|支出:支出合计 by the first of its names: what a check goes by stays the same when another is learnt. */
function usualWords(equation: string): string {
  return equation.replace(/\|[^/=+]*(?= [/=+]|$)/g, '')
}

/** What lines of income say was left from the year before; where parts of it have lines of their own, more than it was. */
function carriedOver(summaries: readonly Table[]): Decimal {
  const isCarried = ({ side, label }: Row) => side === '收入' && /结转|结余/.test(label)
  const amounts = summaries.flatMap((t) =>
    t.rows
      .filter(isCarried)
      .flatMap((row) => Object.entries(row.cells).flatMap(([id, cell]) => toPlace(t, row.key, id, cell)?.value ?? [])),
  )
  return amounts.reduce((sum, amount) => sum.plus(amount), ZERO)
}

function isWithin(most: Decimal, amount: Decimal): boolean {
  return amount.gt(0) && amount.lte(most)
}

/** Whether `left = right` is printed, and is so. */
function agrees({ tables }: Disclosed, equation: string): boolean {
  const [left, right] = equation.split(' = ').map((side) => resolve({ tables }, toPath(side)))
  if (!left || !right || typeof left === 'string' || typeof right === 'string') return false
  return left.place.value.eq(right.place.value)
}

/** How much more the total is than its parts. */
function excess({ place }: Printed, parts: readonly Printed[]): Decimal {
  return parts.reduce((rest, p) => rest.minus(p.place.value), place.value)
}

interface Sum {
  total: Printed
  parts: Printed[]
  custom?: true
}

function single(document: Disclosed, left: Path, right: readonly Path[], { together }: CrossIdentity): Sum[] {
  const total = resolve(document, left)
  const parts = right.map((path) => resolve(document, path))
  const terms = together ? addendsAt(document, left) : []
  const whole = parts[0]!
  if (terms.length > 1) return typeof whole === 'string' ? [] : [{ total: whole, parts: terms }]
  if (typeof total === 'string' || parts.includes('absent')) return []
  const printed = parts.flatMap((p) => (typeof p === 'string' ? [] : [p]))
  // Nothing but blanks on one side says nothing of the other.
  return printed.some((p) => p.place.cell.value !== null) ? [{ total, parts: printed }] : []
}

/** `table/支出:{类}/column` against `table/{类}/column` (of one or several tables): every 类 by its name. */
function byClass({ tables }: Disclosed, left: Path, right: readonly Path[]): Sum[] {
  const summary = tables.find((t) => t.id === left.id && t.state === 'data')
  const sources = right.map((path) => ({ path, table: tables.find((t) => t.id === path.id && t.state !== 'missing') }))
  if (!summary || !sources[0]?.table) return []
  const classes = new Map<string, Row>()
  for (const { table } of sources)
    for (const row of table?.rows ?? []) if (row.code?.length === 3 && row.key === row.code) classes.set(row.key, row)
  return [...classes.values()].flatMap((row): Sum[] => {
    const name = bareLabel(row.label)
    const line = summary.rows.find((r) => r.side === '支出' && sameClass(bareLabel(r.label), name))
    const total = line && printedAt(summary, line, left.columns)
    const parts = sources.flatMap(({ path, table }) => {
      const own = table?.rows.find((r) => r.key === row.key)
      return (table && own && printedAt(table, own, path.columns)) ?? []
    })
    if (!total || total.place.cell.value === null || parts.every((p) => p.place.cell.value === null)) return []
    // A table that is not in the document may hold a part.
    return [{ total, parts, custom: sources.some((s) => !s.table) || undefined }]
  })
}

function sameClass(a: string, b: string): boolean {
  const core = (s: string) => s.replace(/支出$/, '').replace(/等$/, '')
  return core(a) === core(b)
}

/** Rows and columns may be patterns, or alternatives divided by `|`. */
function toPath(path: string, balance?: RegExp): Path {
  const [id = '', rows = '', columns = ''] = path.split(' / ')
  return { id, rows: rows.split('|'), columns: columns.split('|'), balance }
}

/** The first place of a path that has a figure, else the first that is printed. */
function resolve({ tables }: Disclosed, path: Path): Resolved {
  const table = tables.find((t) => t.id === path.id && t.state !== 'missing')
  if (!table) return 'absent'
  if (table.state === 'empty') return 'empty'
  const printed = printedIn(table, path)
  return printed.find((p) => p.place.cell.value !== null) ?? printed[0] ?? 'absent'
}

function printedIn(table: Table, { rows, columns, balance }: Path): Printed[] {
  return rows.flatMap((pattern) => {
    const isLike = (r: Row) => wildcard(pattern)(squash(r.key)) && isMeant(r, pattern, balance)
    const row = table.rows.find((r) => r.key === pattern || isLike(r))
    return row ? columns.flatMap((column) => printedAt(table, row, [column]) ?? []) : []
  })
}

/** The rows of a path that have an amount, without those of which another one is a part. */
function addendsAt({ tables }: Disclosed, path: Path): Printed[] {
  const table = tables.find((t) => t.id === path.id && t.state === 'data')
  const printed = table ? printedIn(table, path).filter((p) => !p.place.value.isZero()) : []
  const rows = addends(printed.map(({ row }) => row))
  return rows.map((row) => printed.find((p) => p.row === row)!)
}

/** 收入:*、一般公共预算财政拨款 is what came in of the fund: what was left of it stands below a balance, which a pattern names. */
function isMeant({ key }: Row, pattern: string, balance: RegExp | undefined): boolean {
  const above = key.slice(0, Math.max(0, key.lastIndexOf('/')))
  return !balance?.test(above) || balance.test(pattern)
}

function printedAt(table: Table, row: Row, columns: readonly string[]): Printed | null {
  for (const column of columns) {
    const cell = row.cells[column]
    const place = cell && toPlace(table, row.key, column, cell)
    if (place) return { table, row, place }
  }
  return null
}

function wordsOf({ table, row, place }: Printed) {
  return cellWords(table, row, place.column)
}
