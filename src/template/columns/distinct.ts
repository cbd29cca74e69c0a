/** A column id stands once in a block. */
import type { HeaderSense } from './neutral.ts'
import { areBeside, otherId, type PlacedColumn } from './placed.ts'

/** How many of the headers over a column say nothing to us. */
type Idle = (p: PlacedColumn) => number

/**
 * Within a block a column id stands once: the best fit keeps it, of equal ones that below the fewest headers that
 * say nothing to us, then that below the fewest headers; the others keep their header. Where two are equal in all and
 * stand below headers that say nothing, or the same word below different ones (合计 of 年初预算数 and of 全年预算数), none is
 * sure.
 */
export function distinct(placed: readonly PlacedColumn[], sense: HeaderSense, idle: Idle): PlacedColumn[] {
  const named = Map.groupBy(
    placed.filter((p) => p.role === 'value'),
    (p) => `${p.block} ${p.side} ${p.id}`,
  )
  const keep = new Set([...named.values()].flatMap((own) => ownerOf(own, sense, idle) ?? []))
  const taken = new Map<string, number>()
  return placed.map((p) => {
    if (p.role !== 'value' || keep.has(p)) return p
    const id = otherId(p.leaf)
    const n = (taken.get(`${p.block} ${id}`) ?? (p.id === id ? 1 : 0)) + 1
    taken.set(`${p.block} ${id}`, n)
    return { ...p, id: n > 1 ? `${id}#${n}` : id, fit: 0 }
  })
}

/** Which of the columns that one id was found for has it; null where none is sure. */
function ownerOf(columns: readonly PlacedColumn[], sense: HeaderSense, idle: Idle): PlacedColumn | null {
  const isPlain = (p: PlacedColumn) => sense.isPlain(ownHeader(p))
  let best: PlacedColumn | null = null
  let isContested = false
  for (const p of columns) {
    const ahead = best === null ? 1 : lead(p, best, sense, idle)
    if (ahead === 0 && p.fit > 0 && (idle(p) > 0 || isElsewhere(p, best!) || !isPlain(p))) isContested = true
    if (ahead <= 0) continue
    best = p
    isContested = false
  }
  if (!isContested) return best
  // 合计 beside 小计 of each class: it stands below nothing and is the total of all.
  const [only, ...others] = columns.filter((p) => p.leaf.words.length === 1 && isPlain(p))
  return only && others.length === 0 ? only : null
}

/** By how much one column is rather what its id names than another is: the first difference says it; 0 if there is none. */
function lead(p: PlacedColumn, other: PlacedColumn, { isPlain, isTotal }: HeaderSense, idle: Idle): number {
  /** 合计 beside 本年预算 below one header: it is the total of both. */
  const isTotalBeside = (a: PlacedColumn, b: PlacedColumn) =>
    areBeside(a, b) && isTotal(ownHeader(a)) && !isTotal(ownHeader(b))
  /** 合计 below nothing beside 小计 below 财政拨款支出: it is the total of all. */
  const isWhole = (a: PlacedColumn, b: PlacedColumn) =>
    a.leaf.words.length === 1 && b.leaf.words.length > 1 && isTotal(ownHeader(a)) && isTotal(ownHeader(b))
  return (
    Number(isTotalBeside(p, other)) - Number(isTotalBeside(other, p)) ||
    Number(isWhole(p, other)) - Number(isWhole(other, p)) ||
    Number(idle(other) > 0) - Number(idle(p) > 0) ||
    p.fit - other.fit ||
    Number(isPlain(ownHeader(p))) - Number(isPlain(ownHeader(other))) ||
    idle(other) - idle(p) ||
    other.leaf.words.length - p.leaf.words.length
  )
}

/** Whether two columns of the same header stand below different ones. */
function isElsewhere(a: PlacedColumn, b: PlacedColumn): boolean {
  const [own, other] = [a.leaf.words, b.leaf.words]
  return own.at(-1) === other.at(-1) && own.length === other.length && own.some((word, i) => word !== other[i])
}

function ownHeader({ leaf }: PlacedColumn): string {
  return leaf.words.at(-1) ?? ''
}
