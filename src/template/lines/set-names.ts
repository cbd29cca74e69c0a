/** How a name is set in its cell: how far in, at which side, and whether it leaves room there. */
import type { GridCell } from '../../grid/types.ts'
import { toLines } from '../../page/lines.ts'
import { withoutMarks } from '../../page/marks.ts'
import type { Naming } from './draft.ts'

/** The room at the sides of a text in the middle of its cell differs by no more than so many letters. */
const MIDDLE = 0.5
/** A text at one side of its cell leaves less room there than so many letters; what leaves no more at the other fills it. */
const ROOM = 1

/**
 * How far the first line of the cell stands from its left edge, letters of the table's usual size (a name may be set
 * smaller to fit), and whether it is set in the middle or at the right, where long names begin further left than short ones.
 */
export function indentOf(
  { glyphs, box }: GridCell,
  letter: number,
): Pick<Naming, 'indent' | 'size' | 'beginsAnywhere' | 'fills' | 'aside'> {
  // A mark of a note stands higher than the text, and would be its first line.
  const lines = toLines(withoutMarks(glyphs))
  const [first] = lines
  if (!first) return { indent: 0, size: 1, beginsAnywhere: false, fills: false, aside: 0 }
  // The first line of a wrapped name may begin with blanks and be as far from the right by chance: the others do not.
  const rooms = lines.map((l) => ({ before: l.box[0] - box[0], behind: box[2] - l.box[2] }))
  const isCentred = rooms.every(({ before, behind }) => Math.abs(before - behind) < MIDDLE * letter)
  const isAtRight = rooms.every(({ behind }) => behind < ROOM * letter)
  const indent = (first.box[0] - box[0]) / letter
  const aside = (first.box[0] + first.box[2] - box[0] - box[2]) / 2 / letter
  // The first line of a wrapped name fills the cell wherever it is set, the last one shows it.
  const fills = rooms.every(({ before }) => before <= ROOM * letter)
  const beginsAnywhere = !fills && (isCentred || isAtRight)
  return { indent, size: first.size / letter, beginsAnywhere, fills: fills && isAtRight, aside }
}

/** A text that may go on has no room for so many letters behind its last line: margins, and those that are kept together. */
const FULL = 3

export function isFilled({ glyphs, box }: GridCell): boolean {
  const last = toLines(withoutMarks(glyphs)).at(-1)
  return last !== undefined && box[2] - box[0] - (last.box[2] - last.box[0]) < FULL * last.size
}
