/** Who a form is about: departments and units with their codes. */
import type { GridCell } from '../grid/types.ts'
import type { Performance } from '../model.ts'

/** 200-某办公厅, [292]某局: a name with the code printed beside it. */
export function toParty(cell: GridCell): Performance['department'] {
  const text = cell.text.replace(/\s+/g, '')
  const match =
    /^[[【(（]?(\d{3,})[\]】)）]?[-－—]?(.+)$/.exec(text) ??
    /^(?<name>.+?)[-－—[【(（]?(?<code>\d{3,})[\]】)）]?$/.exec(text)
  if (!match) return text === '' ? null : { name: text, code: null }
  return match.groups ? { name: match.groups.name!, code: match.groups.code! } : { name: match[2]!, code: match[1]! }
}
