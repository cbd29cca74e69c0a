/** Titles and the heads of pages, told from the lines of a table: they stand in larger letters, or far above it. */
import { isTitleWord, type TextRow } from '../pieces.ts'

/** Letters of a title are so many times as large as those below it. */
const TITLE = 1.15

/** Words of a title, and nothing beside them. */
export function isTitleAlone({ line, pieces }: TextRow): boolean {
  return pieces.length === 1 && isTitleWord(line.text)
}

/** 一、收支预算总表 in larger letters than the line below: titles are numbered as labels are. */
export function isNumberedTitle(rows: readonly TextRow[], at: number): boolean {
  const [row, next] = [rows[at]!, rows[at + 1]]
  return isTitleAlone(row) && next !== undefined && row.line.size > TITLE * next.line.size
}

/** Letters so many times as large as those of all lines above are those of a heading. */
const LARGER = 1.4

/** A heading below a table: 第三部分 …, in larger letters, or the title of the next one, be they hardly larger. */
export function isHeading(row: TextRow, above: readonly TextRow[]): boolean {
  const { line, pieces } = row
  const larger = isTitleAlone(row) ? TITLE : LARGER
  return !pieces.some((p) => p.amount) && line.size > larger * Math.max(...above.map((r) => r.line.size))
}

export function isTitleLike(row: TextRow, below: readonly TextRow[]): boolean {
  if (row.pieces.length !== 1) return false
  const usual = below[0]?.line.size ?? row.line.size
  return row.line.size > TITLE * usual || isTitleWord(row.line.text)
}

/** A text alone is as far above a header as the lines of that are from each other, or by less than so many times. */
const ASIDE = 2
/** So many lines show how far they are from each other. */
const STEPS = 3

/** Whether a line is the head of the page: a text alone, much further from the header below than its lines are from each other. */
export function isAside(rows: readonly TextRow[], at: number, data: number): boolean {
  const steps = rows.slice(at + 1, data + 1).map(({ line }, i) => line.box[3] - rows[at + i]!.line.box[3])
  const [own, ...others] = steps
  return rows[at]!.pieces.length === 1 && others.length >= STEPS && own! > ASIDE * Math.max(...others)
}
