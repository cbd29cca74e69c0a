/** What is recognised, claimed, checked and proved in a document, as numbers. */
import { parseAmount } from '../src/amount.ts'
import type { Document } from '../src/model.ts'

export interface Figures {
  tables: number
  amounts: number
  claimed: number
  proved: number
  holds: number
  violated: number
  usual: number
}

export const noFigures = (): Figures => ({
  tables: 0,
  amounts: 0,
  claimed: 0,
  proved: 0,
  holds: 0,
  violated: 0,
  usual: 0,
})

const isAmount = (text: string) => /[.,]\d/.test(text) && parseAmount(text) !== null

export function measure(document: Document): Figures {
  const cells = document.tables.flatMap((t) =>
    t.rows.flatMap((r) => Object.entries(r.cells).map(([c, cell]) => ({ c, cell }))),
  )
  const amounts = cells.filter(({ cell }) => isAmount(cell.raw))
  const claimed = amounts.filter(({ c }) => !c.startsWith('other:'))
  const others = document.other_tables
    .flatMap((t) => t.rows.flat())
    .filter((text) => text !== null && isAmount(text)).length
  const { checks } = document
  return {
    tables: document.tables.filter((t) => t.state !== 'missing').length,
    amounts: amounts.length + others,
    claimed: claimed.length,
    proved: claimed.filter(({ cell }) => cell.status === 'proved').length,
    holds: checks.filter((c) => c.result === 'holds' || c.result === 'rounding').length,
    violated: checks.filter((c) => c.result === 'violated' && c.strength !== 'usual').length,
    usual: checks.filter((c) => c.result === 'violated' && c.strength === 'usual').length,
  }
}

export function add(total: Figures, figures: Figures): void {
  for (const key of Object.keys(total) as (keyof Figures)[]) total[key] += figures[key]
}

export const share = (n: number, of: number) => (of === 0 ? '–' : `${((100 * n) / of).toFixed(1)} %`)
