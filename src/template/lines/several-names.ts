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

/** 二十五、… over 二十六、…, or 总计 below a name that leaves room for it. */
export function holdsSeveralNames({ text, glyphs, box }: GridCell): boolean {
  if (!/[、)）].*[、)）]|[合总]\s*计/su.test(text)) return false
  const lines = toLines(withoutMarks(glyphs))
  const room = ({ box: [x0, , x1] }: Line) => box[2] - box[0] - (x1 - x0)
  const isOther = (l: Line, n: number) => {
    const above = lines[n - 1]
    return above !== undefined && TOTAL.test(squash(l.text)) && (room(above) > ROOM * l.size || areApart([above, l]))
  }
  return lines.filter((l) => NUMBERED.test(l.text)).length > 1 || lines.some(isOther)
}
