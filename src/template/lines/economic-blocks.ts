/** Summaries that divide their spending twice, side by side, and say so only by their lines: 一、工资福利支出. */
import { bareLabel, isTotalLabel } from '../words.ts'
import type { Draft, ReadContext } from './draft.ts'

/** The side of a summary for each classification of economic subjects. */
const SIDES = { economic: '部门经济', 'government-economic': '政府经济' } as const

/** Lines of a second block of a side that are named for economic classes stand on the side of these. */
export function divideByLines(drafts: readonly Draft[], { template, subjects }: ReadContext): void {
  if (template.rows.by !== 'side') return
  const sides = template.rows.sides
  const blocks = [...new Set(drafts.map((d) => d.block))]
  for (const block of blocks) {
    const own = drafts.filter((d) => d.block === block)
    const again = own.some((d) => drafts.some((o) => o.block < block && o.side === d.side))
    if (!again) continue
    for (const [list, side] of Object.entries(SIDES) as [keyof typeof SIDES, string][]) {
      if (!(side in sides) || drafts.some((d) => d.side === side)) continue
      const names = new Set(Object.entries(subjects[list]).flatMap(([code, n]) => (code.length === 3 ? n : [])))
      const lines = own.filter((d) => d.label !== '' && !isTotalLabel(d.label))
      const known = lines.filter((d) => names.has(bareLabel(d.label)))
      if (known.length < 2 || known.length < lines.length / 2) continue
      for (const draft of own) move(draft, side)
      break
    }
  }
}

function move(draft: Draft, side: string): void {
  draft.side = side
  const { total, ...others } = draft.cells
  if (total) draft.cells = { amount: total, ...others }
}
