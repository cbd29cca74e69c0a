/** Whether an altered digit is found: digits of proved amounts are changed at random, one at a time, with a seed. */
import { type Identities, runChecks } from '../src/checks/index.ts'
import type { Cell, Document, Finding, Table } from '../src/model.ts'
import { random } from './random.ts'

export interface Altered {
  /** Alterations of a digit before the last one, and how many of them a check finds. */
  tried: number
  found: number
  /** Alterations of the last digit, and after how many a check fails, or holds no longer to the last digit. */
  last: number
  lastFound: number
  lastSeen: number
  /** Alterations that make an error, and how many name the altered cell and the amount it had. */
  errors: number
  blamed: number
  /** Alterations of which another cell is blamed. */
  wrong: string[]
  missed: string[]
}

interface Place {
  table: Table
  row: string
  column: string
  cell: Cell
}

export function alter(document: Document, identities: Identities, trials: number, seed: number): Altered {
  const next = random(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!
  const tables = structuredClone(document.tables)
  const level = document.document.level?.value
  const check = () => runChecks({ tables, level }, identities)
  const before = check()
  const places = provedAmounts(tables)
  const out: Altered = {
    tried: 0,
    found: 0,
    last: 0,
    lastFound: 0,
    lastSeen: 0,
    errors: 0,
    blamed: 0,
    wrong: [],
    missed: [],
  }
  for (let i = 0; i < trials && places.length > 0; i++) {
    const place = pick(places)
    const { cell } = place
    const value = cell.value!
    const digits = [...value].flatMap((d, k) => (/\d/.test(d) ? [k] : []))
    const at = pick(digits)
    const digit = String((Number(value[at]) + 1 + Math.floor(next() * 9)) % 10)
    cell.value = `${value.slice(0, at)}${digit}${value.slice(at + 1)}`
    count(out, place, value, at === value.length - 1, before, check())
    cell.value = value
  }
  return out
}

function provedAmounts(tables: readonly Table[]): Place[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, cell]) =>
        cell.status === 'proved' && cell.mark === 'amount' ? [{ table, row: row.key, column, cell }] : [],
      ),
    ),
  )
}

type Checked = ReturnType<typeof runChecks>

function count(out: Altered, place: Place, value: string, isLast: boolean, before: Checked, after: Checked): void {
  const results = new Map(before.checks.map((c) => [c.id, c.result]))
  const fails = after.checks.some((c) => c.result === 'violated' && results.get(c.id) !== 'violated')
  const seen = after.checks.some((c) => c.result !== 'holds' && results.get(c.id) === 'holds')
  const what = `${place.table.id} ${place.row} ${place.column} ${value} -> ${place.cell.value}`
  if (isLast) {
    out.last++
    if (fails) out.lastFound++
    if (fails || seen) out.lastSeen++
  } else {
    out.tried++
    if (fails) out.found++
    else out.missed.push(what)
  }
  const known = new Set(before.findings.map(said))
  const errors = after.findings.filter((f) => f.severity === 'error' && !known.has(said(f)))
  if (errors.length === 0) return
  out.errors++
  const named = errors.filter((f) => f.expected !== undefined)
  if (named.some((f) => isAt(f, place))) out.blamed++
  if (named.some((f) => !isAt(f, place))) out.wrong.push(what)
}

function said({ table, row, column, code }: Finding): string {
  return [code, table, row, column].join(' ')
}

function isAt({ table, row, column }: Finding, place: Place): boolean {
  return table === place.table.id && row === place.row && column === place.column
}
