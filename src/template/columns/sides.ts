/** Which side of a summary each of its columns stands on. */
import { memoised } from '../../memo.ts'
import type { Roles, Side } from '../define.ts'
import { fitAny } from '../words.ts'
import type { Leaf } from './header.ts'
import { bestRole } from './role.ts'

/**
 * For each column the side it stands on: by a header over it, else by the order of the blocks. A label
 * may name the side that goes on to its amounts (项目（按经济分类） | 预算数, both below 支出).
 */
export function sideOfBlocks(leaves: readonly Leaf[], sides: Record<string, Side>, roles: Roles): (string | null)[] {
  let named: { side: string; over: string | undefined } | null = null
  const out: (string | null)[] = leaves.map((leaf) => {
    let best: string | null = null
    let fit = 0
    for (const [name, side] of Object.entries(sides))
      for (let end = leaf.words.length; end >= 1; end--) {
        const f = fitAny(leaf.words.slice(0, end), side.head)
        if (f > fit) [best, fit] = [name, f]
      }
    const over = leaf.words.length > 1 ? leaf.words[0] : undefined
    // 其他收入 below 支出 is what pays for it.
    const below = over === undefined ? null : spannedBy(over, sides)
    if (below !== null && best !== null && best !== below && isNamed(sides[best]!)) best = below
    const spanning = best !== null && over !== undefined && fitAny([over], sides[best]!.head) === fit
    if (isKeyColumn(leaf, roles)) named = best !== null && !spanning ? { side: best, over } : null
    else if (named && (spanning || best === null) && named.over === over) return named.side
    return best
  })
  const names = Object.keys(sides)
  if (out.some((s) => s !== null))
    return withDivisions(
      carried(beforeFirst(hidden(ledBy(out, leaves, sides), leaves), leaves, names), leaves, names),
      leaves,
      sides,
    )
  let block = -1
  let inValues = true
  return leaves.map((leaf) => {
    const key = isKeyColumn(leaf, roles)
    if (key && inValues) block++
    inValues = !key
    return names[Math.max(0, block)] ?? null
  })
}

/** Whether a side goes by a plain name of its own (收入), and is no division of another (支出用途). */
function isNamed({ head }: Side): boolean {
  return head.some((pattern) => !/[*/]/.test(pattern))
}

/** The side whose very name a spanning header is; null if it is none's. */
function spannedBy(header: string, sides: Record<string, Side>): string | null {
  return Object.entries(sides).find(([, side]) => side.head.includes(header))?.[0] ?? null
}

/** 项目 | 收入 | 项目 | 支出: the labels before figures whose header is nothing but the name of a side stand on it. */
function ledBy(
  found: readonly (string | null)[],
  leaves: readonly Leaf[],
  sides: Record<string, Side>,
): (string | null)[] {
  const ends = (i: number) => leaves.findIndex((leaf, k) => k > i && leaf.wordy)
  return found.map((side, i) => {
    if (side !== null || !leaves[i]!.wordy) return side
    const figures = leaves.slice(i + 1, ends(i) < 0 ? undefined : ends(i))
    const heads = figures.map(({ words }) => (words.length === 1 ? spannedBy(words[0]!, sides) : null))
    return heads.find((head) => head !== null) ?? null
  })
}

/**
 * 项目 below what a seal left of a header, or beside one that stands over the figures alone (its cell is cut where a
 * strip of the table ends), before figures of a side that has no labels but these: they stand on it.
 */
function hidden(found: readonly (string | null)[], leaves: readonly Leaf[]): (string | null)[] {
  return found.map((side, i) => {
    if (side !== null || !leaves[i]!.wordy) return side
    const next = found.findIndex((other, k) => k > i && (other !== null || leaves[k]!.wordy))
    if (next < 0 || leaves[next]!.wordy) return null
    const isBeside = leaves[i]!.words.length === 1 && leaves[next]!.words.length > 1
    const isOnly = !found.some((other, k) => other === found[next] && leaves[k]!.wordy)
    return leaves[i]!.unsure || (isBeside && isOnly) ? found[next]! : null
  })
}

/** One list of labels before the first side that is named, its header hidden on a scan, is that of the side before it in the form. */
function beforeFirst(
  found: readonly (string | null)[],
  leaves: readonly Leaf[],
  names: readonly string[],
): (string | null)[] {
  const first = found.findIndex((side) => side !== null)
  const before = names[names.indexOf(found[first] ?? '') - 1]
  const hidden = leaves.slice(0, Math.max(0, first))
  const lists = hidden.filter((leaf, i) => leaf.wordy && !hidden[i - 1]?.wordy)
  const isOne = lists.length === 1 && hidden.some((leaf) => leaf.unsure)
  return before !== undefined && isOne && !found.includes(before)
    ? found.map((side, i) => (i < first ? before : side))
    : [...found]
}

/** Whether labels or codes stand in the column. */
function isKeyColumn(leaf: Leaf, roles: Roles): boolean {
  const role = bestRole(leaf, roles)
  return leaf.wordy || (role.fit > 0 && (role.role === 'label' || role.role === 'code'))
}

/**
 * A column without a spanning header (an unruled 行次) stands on its left neighbour's side; below one that
 * nobody knows, on the next side of the form that no header names.
 */
function carried(
  sides: readonly (string | null)[],
  leaves: readonly Leaf[],
  names: readonly string[],
): (string | null)[] {
  let last: string | null = null
  let over: string | undefined
  return sides.map((side, i) => {
    const head = leaves[i]!.words.length > 1 ? leaves[i]!.words[0] : undefined
    if (side !== null) last = side
    else if (last !== null && head !== undefined && head !== over)
      last =
        sides.find((s, k) => s !== null && s !== last && leaves[k]!.words[0] === head) ??
        names.slice(names.indexOf(last) + 1).find((n) => !sides.includes(n)) ??
        null
    over = head ?? over
    return last
  })
}

/**
 * A second list of labels on a side, below another header than the first (按功能分类 | 按支出结构), divides the same money
 * once more: it is the form's last division that no header names, where it has one. A header that may be the division's
 * (支出类别 | 功能分类) is that of the division wherever it stands, and alone it is that of the side.
 */
function withDivisions(
  placed: readonly (string | null)[],
  leaves: readonly Leaf[],
  sides: Record<string, Side>,
): (string | null)[] {
  const free = Object.keys(sides).findLast((name) => !isNamed(sides[name]!) && !placed.includes(name))
  if (free === undefined) return [...placed]
  const headerOf = (i: number) => leaves[i]!.words.join('/')
  const begins = placed.map((_, i) => leaves[i]!.wordy && !leaves[i - 1]?.wordy)
  const mainOf = memoised((side: string) => {
    const lists = placed.flatMap((s, i) => (s === side && begins[i] ? [i] : []))
    return headerOf(lists.find((i) => fitAny(leaves[i]!.words, sides[free]!.head) === 0) ?? lists[0]!)
  })
  let division: string | null = null
  return placed.map((side, i) => {
    if (begins[i]) division = side !== null && leaves[i]!.words.length > 0 && headerOf(i) !== mainOf(side) ? side : null
    return division !== null && side === division ? free : side
  })
}
