/** A table whose figures are those of others, but thousands of times larger or smaller: its unit is misprinted. */
import type { Finding, Table } from '../model.ts'
import type { Trial } from './identities/terms.ts'
import { tableWords } from './words.ts'

/** Units of money differ by these powers of ten: 元, 千元, 万元. */
const POWERS: readonly number[] = [3, 4, -3, -4]

export interface Misprint {
  /** The table whose unit cannot be right, and those it was compared with. */
  table: string
  others: string[]
  power: number
  trials: Trial[]
}

export function misprintedUnits(trials: readonly Trial[], tables: readonly Table[]): Misprint[] {
  let open = trials.flatMap((t) => {
    const power = t.check.rule === 'cross-table' && t.check.result === 'violated' ? powerOf(t) : null
    const ids = [...new Set(t.places.map((p) => p.table))]
    return power !== null && ids.length > 1 && !agreesElsewhere(ids, trials) ? [{ trial: t, power, ids }] : []
  })
  const found: Misprint[] = []
  while (open.length > 0) {
    const table = worst(
      open.map((o) => o.ids),
      tables,
    )
    const own = open.filter((o) => o.ids.includes(table))
    const others = [...new Set(own.flatMap((o) => o.ids.filter((id) => id !== table)))]
    found.push({ table, others, power: own[0]!.power, trials: own.map((o) => o.trial) })
    open = open.filter((o) => !own.includes(o))
  }
  return found
}

/** The power of ten between both sides, if nothing else is between them. */
function powerOf({ places, difference, tolerance }: Trial): number | null {
  const total = places[0]!.value
  const sum = total.plus(difference)
  if (total.isZero() || sum.isZero()) return null
  return (
    POWERS.find((n) =>
      total
        .times(`1e${n}`)
        .minus(sum)
        .abs()
        .lte(tolerance.times(`1e${Math.max(n, 0)}`)),
    ) ?? null
  )
}

/** Tables that agree in another figure have one unit. */
function agreesElsewhere(ids: readonly string[], trials: readonly Trial[]): boolean {
  return trials.some((t) => {
    const { rule, result } = t.check
    if (rule !== 'cross-table' || (result !== 'holds' && result !== 'rounding') || t.places[0]!.value.isZero())
      return false
    return ids.every((id) => t.places.some((p) => p.table === id))
  })
}

/** The table that most of the pairs have in common; of two, the one whose unit is the rarer. */
function worst(pairs: readonly (readonly string[])[], tables: readonly Table[]): string {
  const units = tables.map((t) => t.unit)
  const weight = (id: string) => {
    const unit = tables.find((t) => t.id === id)?.unit
    return pairs.filter((p) => p.includes(id)).length - units.filter((u) => u === unit).length / (units.length + 1)
  }
  return [...new Set(pairs.flat())].sort((a, b) => weight(b) - weight(a))[0]!
}

export function misprintFinding({ table: id, others, power, trials }: Misprint, tables: readonly Table[]): Finding {
  const table = tables.find((t) => t.id === id)!
  const named = tables.filter((t) => others.includes(t.id)).map((t) => tableWords(t))
  const place = trials.flatMap((t) => t.places).find((p) => p.table === id)
  const times = `1${'0'.repeat(Math.abs(power))}`
  return {
    code: 'unit-contradicted',
    severity: 'error',
    message: {
      zh: `${tableWords(table).zh}标的单位是${table.unit}，与${named.map((n) => n.zh).join('、')}相差${times}倍，单位可能标错`,
      en: `${id} says ${table.unit}, but is ${times} times off ${named.map((n) => n.en).join(', ')}: its unit may be misprinted`,
    },
    page: place?.cell.page ?? table.pages[0] ?? null,
    bbox: place?.cell.bbox ?? null,
    table: id,
    checks: trials.map((t) => t.check.id),
  }
}
