/** Rows of words between which a ruling is left out: what stands below in a cell stands alone in others of its column. */
import { isFigure, isWrittenAmount } from '../../amount.ts'
import { around, blockText, type Line, middle } from '../../page/lines.ts'
import type { Grid } from '../types.ts'
import type { Parts, Text } from './divide-rows.ts'

/** So many columns whose lower lines are known show a row: one wrapped text may end with a known word by chance. */
const KNOWN = 3
/** Texts of one row stand as high but for this share of their size. */
const LEVEL = 0.6

/** The texts of one column that are a cell's alone, in other rows. */
function knownIn(grid: Grid, col: number, row: number): Set<string> {
  const cells = grid.cells.filter(
    (c) => c.col === col && c.colSpan === 1 && c.row !== row && c.row + c.rowSpan - 1 !== row,
  )
  return new Set(cells.flatMap((c) => (c.text === '' ? [] : [squeezed(c.text)])))
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

/** A cell's lines, parted above those that are known. */
interface Parted {
  upper: readonly Line[]
  lower: readonly Line[]
}

function partedAt({ cell, lines }: Text, known: ReadonlySet<string>): Parted | null {
  // 6 below 1,190,611.4 stands alone where the end of a page cut it off, and is the end of an amount here, too.
  if (cell.colSpan > 1 || (isWrittenAmount(cell.text) && lines.every((l) => isFigure(l.text)))) return null
  const textOf = (own: readonly Line[]) => squeezed(blockText(own.flatMap((l) => l.glyphs)))
  const ways = lines.slice(1).map((_, i): Parted => ({ upper: lines.slice(0, i + 1), lower: lines.slice(i + 1) }))
  const told = ways.filter(({ lower }) => known.has(textOf(lower)))
  return told.find(({ upper }) => known.has(textOf(upper))) ?? told[0] ?? null
}

/** A header and the first row, or two rows, where most cells hold words that stand again and again further down. */
export function belowKnown(texts: readonly Text[], grid: Grid, row: number): Parts | null {
  const { y0 } = grid.rows[row]!
  const high = texts.filter(({ lines }) => lines.length > 1 && middle(lines.at(-1)!) > y0)
  if (high.length < KNOWN) return null
  const parted = high.flatMap((text) => partedAt(text, knownIn(grid, text.cell.col, row)) ?? [])
  const [first] = parted
  if (!first || parted.length < KNOWN) return null
  const level = middle({ box: around(first.lower) })
  const isLevel = ({ lower }: Parted) => Math.abs(middle({ box: around(lower) }) - level) < LEVEL * lower[0]!.size
  const foot = Math.max(...parted.flatMap(({ upper }) => upper.map((l) => l.box[3])))
  const top = Math.min(...parted.flatMap(({ lower }) => lower.map((l) => l.box[1])))
  if (!parted.every(isLevel) || foot > top) return null
  const edge = (foot + top) / 2
  const isAbove = (line: Line) => middle(line) < edge
  const own = ({ cell, lines }: Text) => {
    // What is merged over rows above, and stands in them alone, may be merged over this one, too.
    if (cell.rowSpan > 1 && (lines.every(isAbove) || !lines.some(isAbove))) return null
    return [lines.filter(isAbove), lines.filter((l) => !isAbove(l))]
  }
  return new Map(texts.map((text) => [text.cell, own(text)]))
}

/** So many numbers that count on from column to column are 栏次. */
const ORDINALS = 3

/** A header and the numbers of the columns below it. */
export function belowOrdinals(texts: readonly Text[], grid: Grid, row: number): Parts | null {
  const { y0 } = grid.rows[row]!
  const numbered = texts
    .filter(
      ({ lines }) => lines.length > 1 && /^\d{1,2}$/.test(lines.at(-1)!.text.trim()) && middle(lines.at(-1)!) > y0,
    )
    .sort((a, b) => a.cell.col - b.cell.col)
  const [first] = numbered
  if (!first || numbered.length < ORDINALS) return null
  const numberOf = ({ lines }: Text) => Number(lines.at(-1)!.text)
  const last = first.lines.at(-1)!
  const isBeside = (line: Line) => Math.abs(middle(line) - middle(last)) < LEVEL * last.size
  const isCounted = numbered.every((t, i) => numberOf(t) === numberOf(first) + i && isBeside(t.lines.at(-1)!))
  if (!isCounted || texts.some(({ lines }) => lines.some((l) => middle(l) > middle(last) && !isBeside(l)))) return null
  return new Map(texts.map(({ cell, lines }) => [cell, [lines.filter((l) => !isBeside(l)), lines.filter(isBeside)]]))
}
