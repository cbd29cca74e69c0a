/** What a browser prints at the head and foot of each page: when, the page's title, its address and number. */
import { toLines } from './lines.ts'
import type { Box, Glyph, Page } from './types.ts'

/** Such lines stand within this share of the page's height from its head or foot, … */
const OUTER = 0.1
/** … at one place of pages that follow each other, give or take so many points. */
const SAME_LINE = 1

/** 2026/11/29 22:39, 11/29/26, 10:39 PM, 2026/11/29 下午10:39 begin the line at the head, https://… the one at the foot. */
const PRINTED = /^(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s*([上下]午)?\d{1,2}[:：]\d{2}|(https?|file):\/\/)/i

interface Printed {
  at: number
  y: number
  glyphs: readonly Glyph[]
}

/** The characters of such lines: where a table reaches down to them they are none of its. `leaves` in their order. */
export function browserLines(leaves: readonly { page: Page; box: Box }[]): Set<Glyph> {
  const printed = leaves.flatMap(({ page, box }, at) => linesOf(page, box).map((line): Printed => ({ at, ...line })))
  const isNext = (a: Printed, b: Printed) => Math.abs(a.at - b.at) === 1 && Math.abs(a.y - b.y) < SAME_LINE
  return new Set(printed.flatMap((line) => (printed.some((other) => isNext(line, other)) ? line.glyphs : [])))
}

function linesOf({ glyphs }: Page, [, y0, , y1]: Box): Omit<Printed, 'at'>[] {
  const outer = glyphs.filter(({ box }) => {
    const y = ((box[1] + box[3]) / 2 - y0) / (y1 - y0)
    return y < OUTER || y > 1 - OUTER
  })
  // Most pages have no colon there, and need no lines put together.
  if (!outer.some(({ text }) => /[:：]/.test(text))) return []
  return toLines(outer).flatMap((line) =>
    PRINTED.test(line.text.normalize('NFKC').trim()) ? [{ y: line.box[3] - y0, glyphs: line.glyphs }] : [],
  )
}
