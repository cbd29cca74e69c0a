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

/** 二十五、… over 二十六、…, 2080101… over 2080102…, or 总计 below a name that leaves room for it. */
export function holdsSeveralNames({ text, glyphs, box }: GridCell): boolean {
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
