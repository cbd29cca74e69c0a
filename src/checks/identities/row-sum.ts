/** In every row: one column is the sum of others. */
import type { Row, Table } from '../../model.ts'
import { type Identity, UNKNOWN } from '../../template/define.ts'
import { squash } from '../../template/words.ts'
import { columnWords, rowWords, sumWords } from '../words.ts'
import { type Claim, type Place, termsOf, toPlace, trial } from './terms.ts'

type Sum = Extract<Identity, { sum: string }>
type Affix = (id: string) => string

export function rowSums(table: Table, identity: Sum): Claim[] {
  const ids = columnsOf(table)
  return affixesOf(ids, identity.sum).flatMap((affix) => {
    if (!applies(ids, identity, affix)) return []
    const claims = (of: readonly string[]) =>
      table.rows.flatMap((row) => rowSum(table, row, { ...identity, of }, affix))
    const plain = claims(identity.of)
    // What is printed as 其中 may be a part of the column before it.
    const narrower = claims(identity.of.filter((term) => !isAmong(table, affix(bare(term)))))
    const printed = (identity.or ?? []).filter((term) => ids.has(affix(term)))
    const wider = choices(printed).map((counted) => () => claims([...identity.of, ...counted]))
    return fewestBroken(plain, [...(narrower.length === plain.length ? [() => narrower] : []), ...wider])
  })
}

/** What a form counts in it counts in every row: one figure that is wrong breaks its own row, another reading breaks many. */
function fewestBroken(plain: Claim[], others: readonly (() => Claim[])[]): Claim[] {
  let best = plain
  let fewest = brokenOf(plain)
  for (const other of others) {
    if (fewest === 0) break
    const claims = other()
    const broken = brokenOf(claims)
    if (broken < fewest) [best, fewest] = [claims, broken]
  }
  return best
}

function brokenOf(claims: readonly Claim[]): number {
  return claims.filter((claim) => !holds(claim)).length
}

/** So many columns of those printed may each be counted in or not; of more, all are or none. */
const FEW = 5

/** Which of the columns that may be counted in are: all of them, or any of a few. */
function choices(or: readonly string[]): string[][] {
  if (or.length > FEW) return [[...or]]
  const masks = Array.from({ length: 2 ** or.length - 1 }, (_, i) => 2 ** or.length - 1 - i)
  return masks.map((mask) => or.filter((_, i) => mask & (2 ** i)))
}

function isAmong({ columns }: Table, id: string): boolean {
  return /^其中/.test(squash(columns.find((c) => c.id === id)?.header.at(-1) ?? ''))
}

function holds(claim: Claim): boolean {
  const result = trial(claim)?.check.result
  return result !== 'violated'
}

/** Whether the form has the columns that the identity speaks of, and none with which it means something else. */
function applies(ids: ReadonlySet<string>, { of, given = [], unless }: Sum, affix: Affix): boolean {
  const has = (term: string) => ids.has(affix(bare(term)))
  // Where one column is taken off, a sum without the others would be another quantity.
  const needed = of.some((term) => term.startsWith('-')) ? of : of.slice(0, 1)
  return needed.every(has) && given.every(has) && !(unless ?? []).some(has)
}

function rowSum(table: Table, row: Row, { sum, of, usual }: Sum, affix: Affix): Claim[] {
  const cell = row.cells[affix(sum)]
  const total = cell && toPlace(table, row.key, affix(sum), cell)
  if (!total || hidesPart(row)) return []
  const parts = termsOf(
    table,
    of.flatMap((term) => {
      const id = affix(bare(term))
      const part = row.cells[id]
      return part ? [[row.key, id, part, term.startsWith('-') ? -1 : 1]] : []
    }),
  )
  // A total with a single part says nothing where the form prints fewer columns than we know of.
  if (parts === null || parts.length < 2) return []
  const name = sumWords(
    columnWords(table, affix(sum)),
    parts.map((p) => ({ ...columnWords(table, p.place.column), sign: p.sign })),
    rowWords(row),
  )
  const where = `${table.id}/${row.key}/${affix(sum)}`
  return [{ rule: 'row-sum', where, name, total, parts, usual, unknown: unknownOf(table, row) }]
}

/** Whether a figure of a column that no template knows could not be read: it may be a part as well. */
function hidesPart({ cells }: Row): boolean {
  return Object.entries(cells).some(([id, cell]) => id.startsWith(UNKNOWN) && cell.status === 'unreadable')
}

/** The figures of the row in columns that no template knows. */
function unknownOf(table: Table, row: Row): Place[] {
  return Object.entries(row.cells).flatMap(([id, cell]) =>
    id.startsWith(UNKNOWN) && cell.value !== null ? (toPlace(table, row.key, id, cell) ?? []) : [],
  )
}

function bare(term: string): string {
  return term.replace(/^-/, '')
}

/** Ids of all columns; those of a turned form stand in its cells only. */
function columnsOf(table: Table): Set<string> {
  return new Set([...table.columns.map((c) => c.id), ...table.rows.flatMap((r) => Object.keys(r.cells))])
}

/** The forms in which the column stands: budget_total, actual_total, total.general_public. */
function affixesOf(ids: ReadonlySet<string>, column: string): Affix[] {
  const pattern = new RegExp(
    `^((?:(?:initial|budget|planned|actual|previous|earlier|change)_)*)${column}((?:\\.[a-z_]+)*)$`,
  )
  return [...ids].flatMap((id) => {
    const match = pattern.exec(id)
    return match ? [(other: string) => `${match[1]}${other}${match[2]}`] : []
  })
}
