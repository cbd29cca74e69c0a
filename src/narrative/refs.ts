/** Subjects with a role → ids of the contract, and the cells they stand in. */
import type { Cell, Row, Table } from '../model.ts'
import { addends } from '../template/addends.ts'
import { bareLabel } from '../template/words.ts'
import type { Reference, Role } from './define.ts'
import { isMeant, type Subject, type Surroundings } from './subject.ts'

export interface Target {
  /** Id of the contract (`table/row/column`) or a name of its own. */
  quantity: string
  /** The cell of the document that holds it, if there is one. */
  cell: { table: Table; row: string; column: string; cell: Cell } | null
}

/** Columns that hold the year's own figure: a role in front of them needs no further name. */
const PLAIN = /^(total|amount|actual_total|value)$/

export function resolve(
  subject: Subject,
  role: Role | null,
  year: number | null,
  here: Surroundings,
  tables: readonly Table[],
): Target {
  if (subject.line) {
    const { table, row, column } = subject.line
    return target(table, row, withRole(column, role, year, here), tables)
  }
  const fitting = subject.references.filter((r) => isMeant(r, here))
  const known = (t: Target) => tables.some((x) => t.quantity.startsWith(`${x.id}/`))
  const targets = (references: readonly Reference[]) =>
    references.flatMap((r) => {
      const all = targetsOf(r, role, year, here, tables)
      return r.ifPrinted ? all.filter(known) : all
    })
  const filled = (all: readonly Target[]) =>
    all.find((t) => t.cell && t.cell.cell.value !== null) ??
    all.find((t) => t.cell && t.cell.cell.mark !== 'blank') ??
    all.find((t) => t.cell)
  // A blank cell of the chapter's own table is meant before a figure elsewhere …
  const own = targets(fitting.filter((r) => r.in))
  // … and where its line is printed without such a column, the form leaves the figure out: none elsewhere is of it.
  const leftOut = own.some((t) => hasLine(t, tables)) && !filled(own)
  const other = leftOut ? [] : targets(fitting.filter((r) => !r.in))
  const found = [...own, ...other]
  const best = filled(own) ?? filled(other) ?? found.find(known) ?? found[0]
  return best ?? { quantity: ownName(subject, role, year, here), cell: null }
}

/** Every place the subject's words mean in some chapter. */
export function everywhere(
  subject: Subject,
  role: Role | null,
  year: number | null,
  here: Surroundings,
  tables: readonly Table[],
): Target[] {
  return subject.references.flatMap((r) => targetsOf(r, role, year, here, tables)).filter((t) => t.cell !== null)
}

function targetsOf(
  reference: Reference,
  role: Role | null,
  year: number | null,
  here: Surroundings,
  tables: readonly Table[],
): Target[] {
  const all = options(reference, role, year, here).map((o) => target(o.table, o.row, o.column, tables))
  return reference.alone && addends(all.flatMap(rowOf)).length > 1 ? [] : all
}

/** The row of a place that holds an amount. */
function rowOf({ cell }: Target): Row[] {
  return cell?.cell.mark === 'amount' ? cell.table.rows.filter((r) => r.key === cell.row) : []
}

function options(reference: Reference, role: Role | null, year: number | null, here: Surroundings) {
  const [table = '', rows = '', columns = ''] = splitAt(reference.at)
  const own = role ? reference.roles?.[role] : undefined
  return rows
    .split('|')
    .flatMap((row) =>
      columns.split('|').map((column) => ({ table, row, column: own ?? withRole(column, role, year, here) })),
    )
}

/** `table/row/column`; a row may hold slashes of its own. */
function splitAt(at: string): [string, string, string] {
  const first = at.indexOf('/')
  const last = at.lastIndexOf('/')
  return [at.slice(0, first), at.slice(first + 1, last), at.slice(last + 1)]
}

/** A place of the tables, as it stands. */
export function placeAt(at: string, tables: readonly Table[]): Target {
  return target(...splitAt(at), tables)
}

/** The column of a figure that is not the year's own: `initial_budget`, `previous_actual`, `initial_budget.basic`. */
function withRole(column: string, role: Role | null, year: number | null, here: Surroundings): string {
  const name = roleColumn(role, year, here)
  if (name === null) return column
  return PLAIN.test(column) ? name : `${name}.${column}`
}

function roleColumn(role: Role | null, year: number | null, here: Surroundings): string | null {
  const earlier = year !== null && here.year !== null && year < here.year
  if (here.kind === 'accounts') {
    if (role === 'initial') return 'initial_budget'
    if (role === 'adjusted') return 'adjusted_budget'
    return role === 'budget' ? 'budget' : null
  }
  if (role === 'executed' || role === 'actual') return 'previous_actual'
  return earlier ? 'previous_budget' : null
}

function hasLine({ quantity }: Target, tables: readonly Table[]): boolean {
  const [table, row] = splitAt(quantity)
  return tables.some((t) => t.id === table && t.rows.some((r) => r.key === row))
}

function ownName(subject: Subject, role: Role | null, year: number | null, here: Surroundings): string {
  const name = role ? roleColumn(role, year, here) : null
  return name ? `${subject.name}/${name}` : subject.name
}

/** The row of a reference that means the only line of its table, whatever that is called. */
const ONLY_ROW = '*'

function target(id: string, wanted: string, column: string, tables: readonly Table[]): Target {
  for (const table of tables) {
    if (table.id !== id) continue
    const row = wanted === ONLY_ROW ? onlyRow(table) : rowNamed(wanted, table)
    const cell = table.rows.find((r) => r.key === row)?.cells[column]
    if (row !== null && cell) return { quantity: `${id}/${row}/${column}`, cell: { table, row, column, cell } }
  }
  return { quantity: `${id}/${wanted}/${column}`, cell: null }
}

/** The row of this key, or else the only one of this name: forms count their lines in different ways (四、机关运行经费). */
function rowNamed(wanted: string, { rows }: Table): string {
  const named = rows.some((r) => r.key === wanted) ? [] : rows.filter((r) => bareLabel(r.key) === wanted)
  return named.length === 1 ? named[0]!.key : wanted
}

function onlyRow({ rows }: Table): string | null {
  return rows.length === 1 ? rows[0]!.key : null
}
