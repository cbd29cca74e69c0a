/** Which of the columns that a form is expected to have a table has. A column on a side is named with it: `支出:total`. */
import { memoisedBy } from '../../memo.ts'
import type { TableTemplate } from '../define.ts'
import type { PlacedColumn } from './placed.ts'

/** Names of the columns that the form is expected to have, or of all, if the template does not say which. */
export function expectedColumns(template: TableTemplate): readonly string[] {
  return template.expected ?? allColumns(template)
}

/** Names of all columns that the template knows, of whatever place and year. */
export function allColumns(template: TableTemplate): string[] {
  return ownColumns(template).map(nameOf)
}

/** Names of the template's columns that are among these, for this year or another (`vehicle` for `previous_vehicle`). */
export function foundColumns(template: TableTemplate, columns: readonly PlacedColumn[]): Set<string> {
  const own = ownColumns(template)
  const known = columns.filter((c) => c.role === 'value' && c.fit > 0)
  return new Set(known.flatMap((c) => ownOf(c, own) ?? []))
}

interface OwnColumn {
  side: string | null
  id: string
}

/** Asked for every table that a template may be. */
const ownColumns = memoisedBy(({ rows, columns }: TableTemplate): readonly OwnColumn[] => {
  if (rows.by !== 'side') return Object.keys(columns).map((id) => ({ side: null, id }))
  return Object.entries(rows.sides).flatMap(([side, own]) => Object.keys(own.columns).map((id) => ({ side, id })))
})

function nameOf({ side, id }: OwnColumn): string {
  return side === null ? id : `${side}:${id}`
}

/** The template's column behind an id with prefix and suffix: the longest that it ends with, for some end with another. */
function ownOf({ side, id }: PlacedColumn, own: readonly OwnColumn[]): string | undefined {
  const bare = id.replace(/\..*/, '')
  const fits = own.filter((o) => o.side === side && (bare === o.id || bare.endsWith(`_${o.id}`)))
  const [longest] = fits.sort((a, b) => b.id.length - a.id.length)
  return longest && nameOf(longest)
}
