/** Amounts that are printed as a table's and stand in none: nothing printed is lost without a word. */
import { isWrittenAmount } from '../../amount.ts'
import { isProse, toTextRow } from '../../grid/pieces.ts'
import type { GridCell } from '../../grid/types.ts'
import type { Finding } from '../../model.ts'
import { around, type Line, toLines } from '../../page/lines.ts'
import type { Box } from '../../page/types.ts'
import type { Recognised } from '../../template/tables.ts'
import { boxOf, type Printed } from './fact.ts'

interface Loose {
  page: number
  text: string
  box: Box
}

/** Amounts beyond this many are counted, not listed. */
const LISTED = 5
/** Within a sentence an amount stands closer to the words beside it than this share of the text size. */
const APART = 0.9
/** Most cells are names, in which no amount has to be looked for. */
const DIGIT = /[\d０-９]/
/** An amount in a line of text, its digits of full width, too, and what only sentences have. */
const AMOUNT = /[\d０-９][.,，．][\d０-９]/
const SENTENCE = /[。；：]|，(?![０-９]{3})/

/** A name with the amount behind it, where no edge was seen between their columns. */
const GLUED = /\p{Script=Han}\s*([\d０-９][\d０-９,，]*[.．][\d０-９]{2})$/u

export function looseFindings({ recognised, sheets }: Pick<Printed, 'recognised' | 'sheets'>): Finding[] {
  const loose = [
    ...recognised.flatMap(leftOut),
    ...sheets.flatMap(({ page, lines }) => lines.flatMap((line) => outside(line, page))),
  ]
  return [...new Set(loose.map((l) => l.page))]
    .sort((a, b) => a - b)
    .map((page) =>
      toFinding(
        page,
        loose.filter((l) => l.page === page),
      ),
    )
}

function toFinding(page: number, loose: readonly Loose[]): Finding {
  const shown = loose.slice(0, LISTED).map((l) => l.text)
  const rest = loose.length > LISTED
  return {
    code: 'loose-amounts',
    severity: 'warning',
    message: {
      zh: `第${page}页有${loose.length}处金额不在任何表的单元格中，未被提取：${shown.join('、')}${rest ? '等' : ''}`,
      en: `page ${page} prints ${loose.length} amounts that stand in no cell of a table and were not extracted: ${shown.join(', ')}${rest ? ', …' : ''}`,
    },
    page,
    bbox: boxOf(loose[0]!),
  }
}

/** Amounts of a table's grid that no cell of the table, and no label of it, holds. */
function leftOut({ table, section }: Recognised): Loose[] {
  if (!table) return []
  const cells = table.rows.flatMap((row) => Object.values(row.cells))
  const places = new Set(cells.map((c) => placeOf(c.page, c.bbox)))
  const left = section.parts
    .flatMap((part) => part.cells)
    .filter((c) => c.glyphs.length > 0 && DIGIT.test(c.text) && !places.has(placeOf(c.page, boxOf(inkOf(c)))))
  // The rest of an amount that the page end cuts stands in the cell of its first part.
  const texts = [...cells.map((c) => c.raw), ...table.rows.map((row) => row.label)]
  const isKept = ({ text }: GridCell) => texts.some((t) => t.includes(text.trim()))
  // On a scan, the figure is a cell of the table where it was read by itself.
  const isTaken = ({ page, box }: GridCell, text: string) =>
    cells.some((c) => c.page === page && c.raw === text && holds(box, c.bbox))
  const alone = left
    .filter((c) => isWrittenAmount(c.text) && !isKept(c))
    .map((c) => ({ page: c.page, text: c.text.trim(), ...inkOf(c) }))
  const glued = left.flatMap((c) => {
    const text = SENTENCE.test(c.text) ? undefined : GLUED.exec(c.text)?.[1]
    return text === undefined || isTaken(c, text) ? [] : [{ page: c.page, text, ...inkOf(c) }]
  })
  const inLines = left
    .filter((c) => !isWrittenAmount(c.text) && !GLUED.test(c.text))
    .flatMap((cell) => [...amountLines(cell), ...wholeLines(cell)].map((line) => ({ cell, line })))
    .flatMap(({ cell, line: { text, box } }) => (isKept(cell) ? [] : [{ page: cell.page, text: text.trim(), box }]))
  return [...alone, ...glued, ...inLines]
}

/** So many digits below the words of a header are an amount without places, and no year and no number of a column. */
const WHOLE = /^[-−△]?[\d０-９]{5,}$/

/** Amounts without places below words, as where nothing shows where a header ends. */
function wholeLines({ glyphs, text }: GridCell): Line[] {
  if (!/\p{Script=Han}.*\d{5}/su.test(text)) return []
  const [first, ...further] = toLines(glyphs)
  return DIGIT.test(first!.text) ? [] : further.filter((line) => WHOLE.test(line.text.trim()))
}

/** Lines of a cell that are amounts, each by itself. */
export function amountLines({ glyphs, text }: GridCell): Line[] {
  return DIGIT.test(text) ? toLines(glyphs).filter((line) => isWrittenAmount(line.text)) : []
}

function inkOf({ glyphs }: GridCell): { box: Box } {
  return { box: around(glyphs) }
}

function holds(outer: Box, [x0, y0, x1, y1]: readonly number[]): boolean {
  return outer[0] <= x0! && outer[1] <= y0! && x1! <= outer[2] && y1! <= outer[3]
}

/** Where a text begins: no two do at one place. */
function placeOf(page: number, [x, y]: readonly number[]): string {
  return `${page} ${x} ${y}`
}

/** Amounts of a line outside all grids that is set as those of a table are: apart from each other, and no sentence. */
function outside(line: Line, page: number): Loose[] {
  if (!AMOUNT.test(line.text) || SENTENCE.test(line.text)) return []
  const row = toTextRow(line)
  const isApart = row.pieces
    .slice(1)
    .every((p, i) => !(p.amount || row.pieces[i]!.amount) || p.box[0] - row.pieces[i]!.box[2] > APART * line.size)
  if (!isApart || isProse(row)) return []
  return row.pieces
    .filter((p) => p.amount && isWrittenAmount(p.text))
    .map((p) => ({ page, text: p.text.trim(), box: p.box }))
}
