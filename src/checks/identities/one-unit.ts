/** Tables are compared with each other where they are of one unit: a file may hold those of several, in any order. */
import type { Table } from '../../model.ts'
import type { Owners } from '../../template/around/owners.ts'

/** Of more ways to pick a table of each kind the rest are not tried. */
const MOST_PICKS = 16

/** The tables of each unit; all of them where no form is printed for two units. */
export function byUnit(tables: readonly Table[], owners: Owners): Table[][] {
  const units = new Map<string, Table[]>()
  let last: string | undefined
  for (const table of tables) {
    // A table that names nobody is of the unit named before it, as its further pages are.
    last = owners.get(table) ?? last
    if (last !== undefined) units.set(last, [...(units.get(last) ?? []), table])
  }
  return isOfSeveral(tables, owners) ? [...units.values()] : [[...tables]]
}

/** Whether one form is there under the names of two units. */
export function isOfSeveral(tables: readonly Table[], owners: Owners): boolean {
  const first = new Map<string, string>()
  return tables.some((table) => {
    const name = owners.get(table)
    if (name === undefined || table.state !== 'data') return false
    if (first.has(table.id)) return first.get(table.id) !== name
    first.set(table.id, name)
    return false
  })
}

/** Every choice of one table of each kind, the first ones first; null where each kind is there once. */
export function picks(tables: readonly Table[], kinds: ReadonlySet<string>): Table[][] | null {
  const own = [...kinds].map((id) => tables.filter((t) => t.id === id && t.state === 'data'))
  if (own.every((same) => same.length < 2)) return null
  const others = tables.filter((t) => !own.some((same) => same.includes(t)))
  let all: Table[][] = [others]
  // Those that are not tried are not made: of fifty units in one file there are millions.
  for (const same of own)
    if (same.length > 0) all = same.flatMap((t) => all.map((picked) => [...picked, t])).slice(0, MOST_PICKS)
  return all
}
