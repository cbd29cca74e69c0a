/** Names of several lines in one cell, where no ruling between them is drawn or seen: whose the amount beside them is shows nowhere. */
import { areApart } from '../../grid/rows/deal.ts'
import type { GridCell } from '../../grid/types.ts'
import { NUMBERED } from '../../grid/words.ts'
import { type Line, toLines } from '../../page/lines.ts'
import { withoutMarks } from '../../page/marks.ts'
import { squash } from '../words.ts'

/** A name is not wrapped where so many letters more have room: margins, and those that are kept together. */
const ROOM = 3

const TOTAL = /^\p{Script=Han}*[合总]计$/u

/** A subject code with its name. */
const CODED = /^(2[0-3]\d(\d\d){0,2}|[35][01]\d(\d\d)?)\s*(?!年)\p{Script=Han}/u

/** Lines of one name are set at one distance, give or take so many letters. */
const EVEN = 0.5

/** Whether lines of a cell stand further apart than others of it, and than those of a text: there are rows between them. */
function areInRows(lines: readonly Line[]): boolean {
  const gaps = lines.slice(1).map((l, n) => (l.box[1] - lines[n]!.box[3]) / l.size)
  const widest = Math.max(...gaps)
  return widest > Math.min(...gaps) + EVEN && areApart(lines.slice(gaps.indexOf(widest), gaps.indexOf(widest) + 2))
}

/** 二十五、… over 二十六、…, 2080101… over 2080102…, 总计 below a name that leaves room for it, or names that stand apart beside several rows. */
export function holdsSeveralNames({ text, glyphs, box, rowSpan }: GridCell): boolean {
  if (rowSpan > 1 && areInRows(toLines(withoutMarks(glyphs)))) return true
  if (!/[、)）].*[、)）]|[合总]\s*计|\d{3}.*\d{3}/su.test(text)) return false
  const lines = toLines(withoutMarks(glyphs))
  const room = ({ box: [x0, , x1] }: Line) => box[2] - box[0] - (x1 - x0)
  const isOther = (l: Line, n: number) => {
    const above = lines[n - 1]
    return above !== undefined && TOTAL.test(squash(l.text)) && (room(above) > ROOM * l.size || areApart([above, l]))
  }
  const isMore = (pattern: RegExp) => lines.filter((l) => pattern.test(l.text)).length > 1
  return isMore(NUMBERED) || isMore(CODED) || lines.some(isOther)
}
