/** A column id stands once in a block. */
import type { HeaderSense } from './neutral.ts'
import { areBeside, otherId, type PlacedColumn } from './placed.ts'

/**
 * Within a block a column id stands once: the best fit keeps it, of equal ones that below the fewest headers that
 * say nothing to us, then that below the fewest headers; the others keep their header. Where two are equal in all and
 * stand below headers that say nothing, or the same word below different ones (合计 of 年初预算数 and of 全年预算数), none is
 * sure.
 */
export function distinct(
  placed: readonly PlacedColumn[],
  { isPlain, isTotal }: HeaderSense,
  idle: (p: PlacedColumn) => number,
): PlacedColumn[] {
  /** 合计 beside 本年预算 below one header: it is the total of both. */
  const isTotalBeside = (p: PlacedColumn, other: PlacedColumn) =>
    areBeside(p, other) && isTotal(ownHeader(p)) && !isTotal(ownHeader(other))
  /** 合计 below nothing beside 小计 below 财政拨款支出: it is the total of all. */
  const isWhole = (p: PlacedColumn, other: PlacedColumn) =>
    p.leaf.words.length === 1 && other.leaf.words.length > 1 && isTotal(ownHeader(p)) && isTotal(ownHeader(other))
  const keyOf = (p: PlacedColumn) => `${p.block} ${p.side} ${p.id}`
  const best = new Map<string, PlacedColumn>()
  const contested = new Set<string>()
  for (const p of placed) {
    if (p.role !== 'value') continue
    const other = best.get(keyOf(p))
    const ahead =
      other &&
      (Number(isTotalBeside(p, other)) - Number(isTotalBeside(other, p)) ||
        Number(isWhole(p, other)) - Number(isWhole(other, p)) ||
        Number(idle(other) > 0) - Number(idle(p) > 0) ||
        p.fit - other.fit ||
        Number(isPlain(ownHeader(p))) - Number(isPlain(ownHeader(other))) ||
        idle(other) - idle(p) ||
        other.leaf.words.length - p.leaf.words.length)
    if (ahead === 0 && p.fit > 0 && (idle(p) > 0 || isElsewhere(p, other!) || !isPlain(ownHeader(p))))
      contested.add(keyOf(p))
    if (ahead !== undefined && ahead <= 0) continue
    contested.delete(keyOf(p))
    best.set(keyOf(p), p)
  }
  // 合计 beside 小计 of each class: it stands below nothing and is the total of all.
  for (const key of contested) {
    const [only, ...others] = placed.filter(
      (p) => keyOf(p) === key && p.leaf.words.length === 1 && isPlain(ownHeader(p)),
    )
    if (!only || others.length > 0) continue
    best.set(key, only)
    contested.delete(key)
  }
  const seen = new Map<string, number>()
  return placed.map((p) => {
    if (p.role !== 'value' || (best.get(keyOf(p)) === p && !contested.has(keyOf(p)))) return p
    const id = otherId(p.leaf)
    const n = (seen.get(`${p.block} ${id}`) ?? (p.id === id ? 1 : 0)) + 1
    seen.set(`${p.block} ${id}`, n)
    return { ...p, id: n > 1 ? `${id}#${n}` : id, fit: 0 }
  })
}

/** Whether two columns of the same header stand below different ones. */
function isElsewhere(a: PlacedColumn, b: PlacedColumn): boolean {
  const [own, other] = [a.leaf.words, b.leaf.words]
  return own.at(-1) === other.at(-1) && own.length === other.length && own.some((word, i) => word !== other[i])
}

function ownHeader({ leaf }: PlacedColumn): string {
  return leaf.words.at(-1) ?? ''
}
