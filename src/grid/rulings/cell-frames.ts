/** How far apart the frames of cells are that each have one of their own. */
import type { Ruling } from '../../page/types.ts'

/** Sides of frames beside each other begin and end at one height, and are as far apart everywhere, give or take so many points. */
const SAME_PLACE = 0.3
/** So many pairs of such sides show frames, as do pairs at so many places: a doubled ruling has a pair for each of its pieces. */
const FRAMES = 12
const PLACES = 5

/** Points between the frames of cells beside each other, `widest` at most; 0 if no cells have frames of their own. */
export function roomBetweenFrames(rulings: readonly Ruling[], widest: number): number {
  const rows = new Map<string, number[]>()
  for (const { axis, at, from, to } of rulings) {
    if (axis !== 'v') continue
    const key = [from, to].map((y) => Math.round(y / SAME_PLACE)).join()
    const row = rows.get(key)
    if (row) row.push(at)
    else rows.set(key, [at])
  }
  const gaps = [...rows.values()].flatMap((row) => {
    const places = row.toSorted((a, b) => a - b)
    return places.slice(1).flatMap((x, i) => (x - places[i]! > SAME_PLACE ? [{ at: x, gap: x - places[i]! }] : []))
  })
  const narrow = gaps.filter(({ gap }) => gap <= widest)
  const most = Math.max(0, ...narrow.map(({ gap }) => gap))
  const same = narrow.filter(({ gap }) => most - gap < SAME_PLACE)
  const places = new Set(same.map(({ at }) => Math.round(at)))
  // Give or take what they differ by.
  return same.length >= FRAMES || places.size >= PLACES ? most + SAME_PLACE : 0
}
