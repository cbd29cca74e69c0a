/** Digits without an end to them, which may be several numbers. */
import { memoised } from '../../memo.ts'
import type { Glyph } from '../../page/types.ts'

/** The digits of one number are spaced alike: a gap that differs by more than this share of their size parts two. */
const UNEVEN = 0.08
/** Where this share (0–1) of the digits' gaps differ from the others, the program kerns its digits. */
const KERNED = 0.25

const NARROW = /^\d$/
const WIDE = /^[０-９]$/
const NUMERAL = /^[\d０-９.．,，'’]+$/
/** Places of the last of several amounts, which all have as many: two, or six where 元 and 分 are printed in 万元. */
const PLACES = /[.．]([\d０-９]{2,})$/
/** An amount with so many places, and several of them without an end to the first. */
const withPlaces = memoised((places: string) => {
  const amount = `[\\d０-９,，'’]+[.．][\\d０-９]{${places}}`
  return { whole: new RegExp(`^${amount}$`), several: new RegExp(`^(${amount}){2,}$`) }
})

/** Digits without an end to them are two numbers where their spacing jumps, and behind the places of the first. */
export function numbers(run: readonly Glyph[]): Glyph[][] {
  if (run.length < 2 || !run.every((g) => NUMERAL.test(g.text)) || isPlain(run)) return [[...run]]
  const gaps = run.slice(1).map((g, i) => g.box[0] - run[i]!.box[2])
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0
  const text = (part: readonly Glyph[]) => part.map((g) => g.text).join('')
  const places = PLACES.exec(text(run))?.[1]
  const amounts = places ? withPlaces(`${places.length}`) : null
  const whole = amounts?.several.test(text(run)) ? amounts.whole : null
  const isJump = (i: number) => i > 0 && Math.abs(gaps[i - 1]! - usual) > UNEVEN * run[i]!.size
  // No number has digits of both widths: 行次 and the full-width amount that runs up to it.
  const isOtherWidth = (i: number) => i > 0 && NARROW.test(run[i - 1]!.text) && WIDE.test(run[i]!.text)
  const kerned = run.filter((_, i) => isJump(i)).length > Math.max(1, KERNED * gaps.length)
  const out: Glyph[][] = []
  for (const [i, glyph] of run.entries()) {
    const last = out.at(-1)
    if (last && (kerned || !isJump(i)) && !isOtherWidth(i) && !whole?.test(text(last))) last.push(glyph)
    else out.push([glyph])
  }
  return out
}

/** Whether one number at most has places, and nothing parts its digits: most runs are so, and are asked for twice. */
function isPlain(run: readonly Glyph[]): boolean {
  let [least, most, points] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (const [i, { text, box }] of run.entries()) {
    if (text === '.') points++
    else if (!NARROW.test(text) && text !== ',') return false
    if (i === 0) continue
    const gap = box[0] - run[i - 1]!.box[2]
    if (gap < least) least = gap
    if (gap > most) most = gap
  }
  return points < 2 && run.every(({ size }) => most - least <= UNEVEN * size)
}
