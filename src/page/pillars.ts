/** Texts written downwards, letter below letter, in pillars side by side, as headers of narrow columns are: they read from the right. */
import { around } from './lines.ts'
import type { Glyph, Ruling } from './types.ts'

/** Letters of a pillar stand below each other, their middles aside by no more than this share of their size … */
const ASIDE = 0.15
/** … and no further apart than so many times their size, as lines of one text are; so are its pillars. */
const NEXT = 1.7
/** Letters of one line do not lie over each other by more than this share of their size. */
const APART = 0.85

const HAN = /^[\p{Script=Han}\p{P}]$/u

/**
 * The characters, those of texts in several pillars where they stand if the text is written in lines: so that whatever
 * reads lines has its letters in order. Nothing but the order of drawing tells pillars from lines.
 */
export function withPillars(glyphs: readonly Glyph[], rulings: readonly Ruling[]): Glyph[] {
  const out = [...glyphs]
  const pillars = pillarsOf(glyphs)
  for (let i = 0; i < pillars.length; ) {
    let end = i + 1
    while (end < pillars.length && isNext(pillars[end - 1]!, pillars[end]!, rulings)) end++
    if (end - i > 1) out.splice(pillars[i]!.from, ...inLines(pillars.slice(i, end)))
    i = end
  }
  return out
}

/** The letters of pillars in as many lines as they need, each as long as there are pillars; in the middle of their place. */
function inLines(pillars: readonly Pillar[]): [count: number, ...Glyph[]] {
  const letters = pillars.flatMap((p) => p.glyphs)
  const rows = pillars[0]!.glyphs
  const spare = (rows.length - Math.ceil(letters.length / pillars.length)) >> 1
  const [x0, , x1] = around(letters)
  const set = letters.map(({ reads: _, ...glyph }, i): Glyph => {
    const { size } = glyph
    const x = (x0 + x1) / 2 + ((i % pillars.length) - pillars.length / 2) * size
    const [, y0, , y1] = rows[spare + Math.floor(i / pillars.length)]!.box
    return { ...glyph, box: [x, y0, x + size, y1] }
  })
  return [letters.length, ...set]
}

interface Pillar {
  /** Where its letters begin in the order of drawing. */
  from: number
  glyphs: readonly Glyph[]
}

/** All letters, those in one pillar that were drawn one below the other. */
function pillarsOf(glyphs: readonly Glyph[]): Pillar[] {
  const out: Pillar[] = []
  for (let from = 0; from < glyphs.length; ) {
    let end = from + 1
    while (end < glyphs.length && isBelow(glyphs[end - 1]!, glyphs[end]!)) end++
    out.push({ from, glyphs: glyphs.slice(from, end) })
    from = end
  }
  return out
}

function isLetter({ text, reads }: Glyph): boolean {
  return reads === 'down' || HAN.test(text)
}

function isBelow(last: Glyph, next: Glyph): boolean {
  if (last.size !== next.size) return false
  const [x, y] = steps(last, next)
  return Math.abs(x) < ASIDE && y > APART / 2 && y < NEXT && isLetter(last) && isLetter(next)
}

/** Whether a pillar is the next one of a text: right at the left of the one before, no higher and no lower than that. */
function isNext({ glyphs: last }: Pillar, { glyphs: next }: Pillar, rulings: readonly Ruling[]): boolean {
  const [head, own] = [last[0]!, next[0]!]
  if (next.length > last.length || head.size !== own.size) return false
  const [x, y] = steps(head, own)
  // Most letters stand at the right of the one before, in lines.
  if (x >= -APART || x <= -NEXT || y <= -ASIDE) return false
  const [, foot] = steps(last.at(-1)!, next.at(-1)!)
  return foot < ASIDE && isLetter(head) && isLetter(own) && !rulings.some((r) => parts(r, own, head))
}

/** Whether a ruling stands between two letters beside each other. */
function parts({ axis, at, from, to }: Ruling, left: Glyph, right: Glyph): boolean {
  const isHere = from < right.box[3] && to > right.box[1]
  return axis === 'v' && isHere && 2 * at > left.box[0] + left.box[2] && 2 * at < right.box[0] + right.box[2]
}

/** How far a letter's middle is to the right and below of another's, in letters. */
function steps(from: Glyph, { box }: Glyph): [number, number] {
  const [x0, y0, x1, y1] = from.box
  return [(box[0] + box[2] - x0 - x1) / 2 / from.size, (box[1] + box[3] - y0 - y1) / 2 / from.size]
}
