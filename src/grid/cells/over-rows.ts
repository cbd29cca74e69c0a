/**
 * Words that are wrapped in the middle of a cell too low for them: their lines stand over the rulings above and below,
 * and are one text, as far up from the middle of the cell as down.
 */
import type { Glyph } from '../../page/types.ts'
import type { GridCell } from '../types.ts'

/** A line stands over a ruling that cuts this share of its size off it. */
const OVER = 0.15
/** A text stands in the middle of its cell if it is no further from it than this share of its size. */
const MIDDLE = 0.2
/** Lines of one text are no further from each other than so many times their size, from top to top. */
const LEADING = 1.8
/** Letters of one line stand on one baseline within this share of their size: an amount of the next row does not. */
const BASELINE = 0.05

const HAN = /\p{Script=Han}/u

/** A line that stands over a side of the cell it was put into. */
interface Beyond {
  cell: GridCell
  line: Glyph[]
  /** Whether that has a text besides: what stands there alone is its own. */
  isBesideOwn: boolean
}

/** Moves such lines into the cell in whose middle they stand. */
export function takeLinesOver(cells: readonly GridCell[]): void {
  const beyond = cells.flatMap((cell): Beyond[] => {
    const lines = linesOf(cell)
    return lines.filter((line) => isOver(line, cell)).map((line) => ({ cell, line, isBesideOwn: lines.length > 1 }))
  })
  if (beyond.length === 0 || !areInMiddle(cells)) return
  for (const cell of cells) {
    const own = linesOf(cell)
    const isOf = (o: Beyond) => touches(o.cell, cell) && isOver(o.line, cell) && isInMiddle(o.line, cell, 0)
    const others = beyond.filter((o) => o.isBesideOwn && isOf(o))
    if (others.length === 0 || others.length + own.length < 2 || !own.every(isOfWords)) continue
    const all = [...own, ...others.map((o) => o.line)].sort((a, b) => a[0]!.box[1] - b[0]!.box[1])
    const isClose = all.every(
      (line, i) => i === 0 || line[0]!.box[1] - all[i - 1]![0]!.box[1] < LEADING * line[0]!.size,
    )
    if (!isClose || !isInMiddle([all[0]![0]!, all.at(-1)![0]!], cell, 1)) continue
    for (const { cell: from, line } of others) {
      from.glyphs = from.glyphs.filter((g) => !line.includes(g))
      cell.glyphs.push(...line)
    }
  }
}

/** Whether texts of one line that have room in their cells stand in the middle of them, from top to foot, as they mostly do. */
function areInMiddle(cells: readonly GridCell[]): boolean {
  const single = cells.filter((cell) => {
    const [line, ...others] = linesOf(cell)
    return line !== undefined && others.length === 0 && !isOver(line, cell)
  })
  return single.filter((cell) => isInMiddle(cell.glyphs, cell, 1)).length > single.length / 2
}

/** Above or below, its sides within those of the other. */
function touches(other: GridCell, cell: GridCell): boolean {
  const isBeside = other.row + other.rowSpan === cell.row || cell.row + cell.rowSpan === other.row
  return isBeside && other.col <= cell.col && other.col + other.colSpan >= cell.col + cell.colSpan
}

/** What stands on each baseline of a cell. */
function linesOf({ glyphs }: GridCell): Glyph[][] {
  const lines: Glyph[][] = []
  for (const glyph of glyphs) {
    const line = lines.find(([first]) => Math.abs(first!.box[3] - glyph.box[3]) < BASELINE * glyph.size)
    if (line) line.push(glyph)
    else lines.push([glyph])
  }
  return lines
}

function isOfWords(line: readonly Glyph[]): boolean {
  return line.some((g) => HAN.test(g.text))
}

/** Whether a side of a cell, above or below, cuts a line of words. */
function isOver(line: readonly Glyph[], { box }: GridCell): boolean {
  const { box: own, size } = line[0]!
  const isCut = (y: number) => own[1] + OVER * size < y && y < own[3] - OVER * size
  return isOfWords(line) && (isCut(box[1]) || isCut(box[3]))
}

/** Whether the middle of texts is that of their cell, from side to side (0) or from top to foot (1). */
function isInMiddle(texts: readonly Glyph[], { box }: GridCell, side: 0 | 1): boolean {
  const from = Math.min(...texts.map((g) => g.box[side]))
  const to = Math.max(...texts.map((g) => g.box[side + 2]!))
  return Math.abs(from + to - box[side] - box[side + 2]!) / 2 < MIDDLE * texts[0]!.size
}
