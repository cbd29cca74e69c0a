/**
 * Texts that are cut off: by their cell, as spreadsheets clip what is wider than it, or by the edge of the paper.
 * A name is still whole in the file, and is meant whole. What is left of an amount looks like another amount, and is
 * none: it cannot be read.
 */
import type { DrawnGlyph } from './operators/drawing.ts'

/** What amounts are made of. */
const PART = /^[\d０-９.．,，¥￥△−()（）-]$/
const DIGIT = /[\d０-９]/
/** Codes and years have neither places nor so many digits. */
const AMOUNT = /[.．]|[\d０-９]{8}|[,，][\d０-９]{3}/
/** As spreadsheets print a figure that their column has no room for. */
const NO_ROOM = '##'
/** Characters of one text follow each other within this share of their size, on one baseline … */
const NEXT = 0.15
/** … or this many times it where they are written together: 收 支 总 表. */
const SPACED = 1.5
const LEVEL = 0.1
/** So many characters of a name are seen at least: of a hidden column a sliver may be. */
const SEEN = 2

const HAN = /\p{Script=Han}/u
const CUT_OFF = { cutOff: true } as const
const MAY_GO_ON = { mayGoOn: true } as const

/** `isLost`: whether a character cannot be seen for where it stands. */
export function withCutOff(glyphs: readonly DrawnGlyph[], isLost: (glyph: DrawnGlyph) => boolean): DrawnGlyph[] {
  const lost = new Set(glyphs.filter(isLost))
  if (lost.size === 0) return [...glyphs]
  const texts = new Map<DrawnGlyph, string>()
  const ends: End[] = []
  let last: readonly DrawnGlyph[] = []
  for (let from = 0, i = 1; i <= glyphs.length; i++) {
    if (i < glyphs.length && isNext(glyphs[i - 1]!, glyphs[i]!)) continue
    const text = glyphs.slice(from, i)
    complete(text, lost, texts)
    noteEnds(text, lost, ends)
    if (goesOn(last, text, lost)) for (const glyph of last) texts.set(glyph, NO_ROOM)
    last = text
    from = i
  }
  const open = new Set(ends.filter((end) => mayGoOn(end, ends)).map(({ seen }) => seen))
  return glyphs.map((g) => {
    const text = texts.get(g)
    return text === undefined
      ? g
      : { ...g, text, ...(text === g.text ? {} : CUT_OFF), ...(open.has(g) ? MAY_GO_ON : {}) }
  })
}

/** An end of a text that is cut off there: how many of its characters are lost, and the first one that is seen. */
interface End {
  side: 'first' | 'last'
  count: number
  seen: DrawnGlyph
}

function noteEnds(text: readonly DrawnGlyph[], lost: ReadonlySet<DrawnGlyph>, ends: End[]): void {
  const own = text.filter((g) => !g.hidden || g.clipped)
  if (own.length <= SEEN || !own.every((g) => HAN.test(g.text))) return
  for (const side of ['first', 'last'] as const) {
    const from = side === 'first' ? own : own.toReversed()
    const count = from.findIndex((g) => !lost.has(g))
    if (count > 0) ends.push({ side, count, seen: from[count]! })
  }
}

/**
 * Programs may draw no character that lies wholly outside of its cell: a name that has lost one may go on, unless
 * others of its size have lost more on that side.
 */
function mayGoOn({ side, count, seen }: End, ends: readonly End[]): boolean {
  return count === 1 && !ends.some((o) => o.count > 1 && o.side === side && o.seen.size === seen.size)
}

/** Notes what the characters of one text that are seen stand for. */
function complete(text: readonly DrawnGlyph[], lost: ReadonlySet<DrawnGlyph>, texts: Map<DrawnGlyph, string>): void {
  const seen = text.filter((g) => !lost.has(g) && !g.hidden)
  if (seen.length === 0 || seen.length === text.length) return
  const amounts = new Set(figuresIn(text).filter((figure) => AMOUNT.test(textOf(figure)) || isOpen(figure, text, lost)))
  const parts = new Set([...amounts].flat())
  for (const figure of amounts)
    if (figure.some((g) => lost.has(g) && DIGIT.test(g.text)))
      for (const glyph of figure) if (!lost.has(glyph)) texts.set(glyph, NO_ROOM)
  if (seen.length < SEEN) return
  const words = (of: readonly DrawnGlyph[]) => textOf(of.filter((g) => !parts.has(g)))
  const [first, last] = [seen[0]!, seen.at(-1)!]
  if (!parts.has(first)) texts.set(first, words(text.slice(0, text.indexOf(first))) + first.text)
  if (!parts.has(last)) texts.set(last, last.text + words(text.slice(text.indexOf(last) + 1)))
}

/** With both its places, an amount is at its end. */
const WHOLE = /[.．][\d０-９]{2}$/
/** What goes on in the next line has filled the one before, but for digits that are kept together; a longer amount is a hidden row's. */
const LONGER = 1.5
/** Lines of one cell are no further apart than this many times their size. */
const NEXT_LINE = 2

/** Whether the second line of a wrapped amount is lost: the row is too low for it. */
function goesOn(upper: readonly DrawnGlyph[], lower: readonly DrawnGlyph[], lost: ReadonlySet<DrawnGlyph>): boolean {
  const [first, next] = [upper[0], lower[0]!]
  if (!first || !lower.every((g) => lost.has(g)) || upper.some((g) => lost.has(g) || g.hidden)) return false
  // A sign alone (￥ at the left of its cell) is no part of what stands in the next row.
  const begun = textOf(upper)
  const areParts = [...upper, ...lower].every((g) => PART.test(g.text)) && DIGIT.test(begun) && !WHOLE.test(begun)
  const below = next.box[1] - first.box[1]
  const isBelow = below > 0 && below < NEXT_LINE * first.size && next.box[0] < upper.at(-1)!.box[2]
  const isFull = lower.at(-1)!.box[2] - next.box[0] < LONGER * (upper.at(-1)!.box[2] - first.box[0])
  return (
    areParts && isBelow && isFull && lower.at(-1)!.box[2] > first.box[0] && AMOUNT.test(textOf([...upper, ...lower]))
  )
}

/** Whether a figure may go on: browsers draw no character that lies wholly outside, so that one alone is known to be lost. */
function isOpen(figure: readonly DrawnGlyph[], text: readonly DrawnGlyph[], lost: ReadonlySet<DrawnGlyph>): boolean {
  const [before, last] = figure.slice(-2)
  return figure.length === text.length && before !== undefined && !lost.has(before) && lost.has(last!)
}

function figuresIn(text: readonly DrawnGlyph[]): DrawnGlyph[][] {
  const out: DrawnGlyph[][] = []
  for (const [i, glyph] of text.entries()) {
    if (!PART.test(glyph.text)) continue
    if (i > 0 && PART.test(text[i - 1]!.text)) out.at(-1)!.push(glyph)
    else out.push([glyph])
  }
  return out
}

function textOf(glyphs: readonly DrawnGlyph[]): string {
  return glyphs.map((g) => g.text).join('')
}

/** Whether one of two characters that are drawn one after the other stands right behind the other, level or upright. */
function isNext(a: DrawnGlyph, b: DrawnGlyph): boolean {
  const isUnseen = (g: DrawnGlyph) => g.hidden && !g.clipped
  if (a.angle !== b.angle || isUnseen(a) || isUnseen(b) || !areOfOneCell(a, b)) return false
  const near = (p: number, q: number, share: number) => Math.abs(p - q) < share * a.size
  const next = a.run === b.run ? SPACED : NEXT
  const isLevel = near(a.box[1], b.box[1], LEVEL) && near(a.box[3], b.box[3], LEVEL)
  if (isLevel) return near(a.box[2], b.box[0], next) || near(a.box[0], b.box[2], next)
  const isUpright = near(a.box[0], b.box[0], LEVEL) && near(a.box[2], b.box[2], LEVEL)
  return isUpright && (near(a.box[3], b.box[1], next) || near(a.box[1], b.box[3], next))
}

/** What is cut off is so at the sides of its own cell: what is clipped otherwise stands in another one. */
function areOfOneCell(a: DrawnGlyph, b: DrawnGlyph): boolean {
  const [own, other] = [a.clip, b.clip]
  if (!(a.clipped || b.clipped) || own === other) return true
  return own !== undefined && other !== undefined && own.every((x, i) => Math.abs(x - other[i]!) < SAME_CLIP)
}

/** Points: programs round. */
const SAME_CLIP = 0.5
