/** Texts that are turned against the others of their page, as headers of narrow columns are. */
import type { DrawnGlyph } from './operators/drawing.ts'
import type { Box, Glyph } from './types.ts'

/** Letters of one text follow each other by no more than this share of their size, on one line within as much of it. */
const NEXT = 0.8
const ONE_LINE = 0.3

/** Whether a text at `angle` runs up or down the page whose texts run at `turn`; degrees clockwise. */
function readsOf(angle: number, turn: number): Glyph['reads'] | null {
  const rest = (((Math.round((angle - turn) / 90) % 4) + 4) % 4) * 90
  return rest === 90 ? 'down' : rest === 270 ? 'up' : null
}

/**
 * The page's characters, each with which way it reads. A text that reads upwards is put on its head, letter for
 * letter: so that what is read from the top has its letters in order.
 */
export function withTurned(drawn: readonly DrawnGlyph[], turn: number): Glyph[] {
  const plain = ({ text, box, size, cutOff, mayGoOn }: DrawnGlyph): Glyph => ({
    ...{ text, box, size, source: 'text' },
    ...(cutOff ? { cutOff } : {}),
    ...(mayGoOn ? { mayGoOn } : {}),
  })
  if (drawn.every((g) => g.angle === turn)) return drawn.map(plain)
  const out: Glyph[] = []
  for (let i = 0; i < drawn.length; ) {
    const reads = readsOf(drawn[i]!.angle, turn)
    if (reads === null) {
      out.push(plain(drawn[i++]!))
      continue
    }
    let end = i + 1
    while (end < drawn.length && isNext(drawn[end - 1]!, drawn[end]!)) end++
    const own = drawn.slice(i, end)
    const boxes = reads === 'up' ? mirrored(own.map((g) => g.box)) : own.map((g) => g.box)
    out.push(...own.map((g, k): Glyph => ({ ...plain(g), box: boxes[k]!, reads })))
    i = end
  }
  return out
}

function isNext(last: DrawnGlyph, next: DrawnGlyph): boolean {
  if (last.angle !== next.angle || last.size !== next.size) return false
  const apart = [0, 1].map((axis) => {
    const [a, b] = [last.box, next.box]
    return Math.abs(b[axis]! + b[axis + 2]! - a[axis]! - a[axis + 2]!) / 2
  })
  const [aside, along] = [Math.min(...apart), Math.max(...apart)]
  return aside < ONE_LINE * last.size && along < (1 + NEXT) * last.size
}

/** Each box where it stands if the text is read from its other end. */
function mirrored(boxes: readonly Box[]): Box[] {
  const axis = Math.abs(boxes.at(-1)![0] - boxes[0]![0]) > Math.abs(boxes.at(-1)![1] - boxes[0]![1]) ? 0 : 1
  const sum = Math.min(...boxes.map((b) => b[axis])) + Math.max(...boxes.map((b) => b[axis === 0 ? 2 : 3]))
  return boxes.map(
    (b): Box => (axis === 0 ? [sum - b[2], b[1], sum - b[0], b[3]] : [b[0], sum - b[3], b[2], sum - b[1]]),
  )
}
