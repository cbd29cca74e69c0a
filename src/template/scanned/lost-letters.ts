/** Labels of scans of which a seal has hidden letters without a trace: those that are left stand wider apart than elsewhere. */
import type { GridCell } from '../../grid/types.ts'
import { medianSize } from '../../page/sizes.ts'
import { isScanned, see } from '../seen.ts'
import { enumerator, isTotalLabel, squash } from '../words.ts'
import { SURE } from './mend.ts'

/** All letters as wide as each other, and so many that one more or less is seen. */
const WORD = /^[\p{Script=Han}、]{4,}$/u
/** Words by which the usual width is known. */
const ENOUGH = 5
/** Letters this many times as wide as usual: of 4,600 words on hard copies 2 % are, most of them headers in another print. */
const WIDE = 1.2

/** Cells of one word, read with less than certainty, that is too short for its place: 公务用车运行费 for 公务用车运行维护费. */
export function cellsThatLostLetters(cells: readonly GridCell[]): GridCell[] {
  const words = cells.flatMap((cell) => {
    const size = isScanned(cell) ? widthOfLetter(cell) : null
    return size === null ? [] : [{ cell, size }]
  })
  if (words.length < ENOUGH) return []
  const usual = medianSize(words)
  // Where other labels of the column are counted, what is missing is a number.
  const isCounted = ({ col, text }: GridCell) =>
    enumerator(text) === null &&
    !isTotalLabel(squash(text)) &&
    cells.some((c) => c.col === col && enumerator(c.text) !== null)
  return words.flatMap(({ cell, size }) =>
    size >= WIDE * usual && see(cell, null).readings[0]!.share < SURE && !isCounted(cell) ? [cell] : [],
  )
}

/** Points; null for what is no single word. */
function widthOfLetter({ glyphs, text }: GridCell): number | null {
  const [word] = glyphs
  const printed = squash(text)
  return word && glyphs.length === 1 && WORD.test(printed) && WORD.test(word.text)
    ? (word.box[2] - word.box[0]) / printed.length
    : null
}
