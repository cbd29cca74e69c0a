/** The amounts that a form prints and those that come out of it: the same, none lost and none twice. */
import { isWrittenAmount } from '../../src/amount.ts'
import type { Document } from '../../src/model.ts'

/** Sorted, as printed. */
export function printed(form: string): string[] {
  const rows = form.split('\n').filter((line) => line.trim().startsWith('|'))
  return rows
    .flatMap((row) => row.split('|'))
    .map((text) => text.trim())
    .filter(isWrittenAmount)
    .sort()
}

/** Sorted, as read. */
export function emitted({ tables, other_tables, performance }: Document): string[] {
  const cells = tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells).map((c) => c.raw)))
  const others = other_tables.flatMap((t) => t.rows.flat().map((text) => text ?? ''))
  const forms = performance.flatMap((p) => [
    ...p.funds.flatMap((f) => Object.values(f.cells)),
    ...p.indicators.flatMap((i) => Object.values(i.cells)),
    ...[p.goal, p.actual, p.total].flatMap((v) => v ?? []),
  ])
  return [...cells, ...others, ...forms.map((v) => v.raw)]
    .map((text) => text.trim())
    .filter(isWrittenAmount)
    .sort()
}
