/** Which template a table is: the title decides, the header must bear it out. */

import { type PlacedColumn, placeColumns, type Roles, type Years } from './columns.ts'
import type { TableTemplate } from './define.ts'
import type { Leaf } from './header.ts'
import { TITLE_ENOUGH, titleScore } from './title.ts'

export interface Match {
  template: TableTemplate
  columns: PlacedColumn[]
  title: number
  /** Share of the value columns whose header the template knows, 0–1. */
  header: number
  /** Share of the template's own columns that the header has, 0–1. */
  complete: number
  score: number
}

/** The title weighs most; the header tells apart what titles leave open. */
const TITLE_WEIGHT = 0.6
const HEADER_WEIGHT = 0.3
const COMPLETE_WEIGHT = 0.1

/** All templates that could be meant, best first. `title` is the printed title, or null if none was found. */
export function matches(
  title: string | null,
  leaves: readonly Leaf[],
  templates: readonly TableTemplate[],
  roles: Roles,
  years: Years,
): Match[] {
  const found: Match[] = []
  for (const template of templates) {
    const fit = title === null ? 0 : titleScore(title, template)
    if (fit < TITLE_ENOUGH) continue
    const columns = placeColumns(leaves, template, roles, years)
    const { header, complete } = headerFit(columns, template)
    found.push({
      template,
      columns,
      title: fit,
      header,
      complete,
      score: TITLE_WEIGHT * fit + HEADER_WEIGHT * header + COMPLETE_WEIGHT * complete,
    })
  }
  return found.sort((a, b) => b.score - a.score)
}

function headerFit(columns: readonly PlacedColumn[], template: TableTemplate): { header: number; complete: number } {
  const values = columns.filter((c) => c.role === 'value')
  const known = values.filter((c) => c.fit > 0)
  const own =
    template.rows.by === 'side'
      ? Object.values(template.rows.sides).reduce((n, s) => n + Object.keys(s.columns).length, 0)
      : Object.keys(template.columns).length
  const ids = new Set(known.map((c) => `${c.side} ${c.id}`))
  return {
    header: values.length === 0 ? 0 : known.length / values.length,
    complete: own === 0 ? 0 : Math.min(1, ids.size / own),
  }
}
