/** Printed cells → cells of the output, and the columns they stand in. */
import { MONEY, plain, type Reading, readCell, toYuan } from '../../amount.ts'
import type { GridCell, Places } from '../../grid/types.ts'
import type { Cell, Column } from '../../model.ts'
import { around } from '../../page/lines.ts'
import type { PlacedColumn } from '../columns/placed.ts'
import { isScanned, see } from '../seen.ts'
import { withDigits } from '../spelling.ts'
import { enumerator, squash } from '../words.ts'
import type { ReadContext } from './draft.ts'
import { unitOf } from './unit-of.ts'

/** The cell of a line below a header: where a line that is none (what shines through from the back) parts it, the part with print. */
export function printedBelow(
  line: Places[number],
  row: number,
  { c0, c1 }: Pick<PlacedColumn['leaf'], 'c0' | 'c1'>,
): GridCell | undefined {
  if (c1 === c0 + 1) return line[c0]
  const printed = new Set(line.slice(c0, c1).filter((cell) => cell?.row === row && cell.text.trim() !== ''))
  return printed.size === 1 ? [...printed][0] : line[c0]
}

/** Where no rulings show where the cell belongs, only an identity can. How far OCR is believed src/checks/scans/trust.ts decides. */
export function toCell(cell: GridCell, unit: string | null, { certain, seen }: ReadContext): Cell {
  const { reading, own } = withOwnUnit(cell.text)
  const ink = cell.glyphs.length > 0 ? around(cell.glyphs) : cell.box
  const scanned = cell.glyphs.filter((g) => g.source === 'ocr')
  const confidence = scanned.length > 0 ? Math.min(...scanned.map((g) => g.confidence ?? 0)) : undefined
  const out: Cell = {
    value: reading.value,
    raw: cell.text.trim(),
    mark: reading.mark,
    yuan: reading.amount ? toYuan(reading.amount, own ?? unit) : null,
    page: cell.page,
    bbox: [round(ink[0]), round(ink[1]), round(ink[2]), round(ink[3])],
    source: scanned.length > 0 ? 'ocr' : 'text',
    ...(confidence === undefined ? {} : { confidence }),
    status: certain ? 'read' : 'suspect',
  }
  if (isIllegible(out)) Object.assign(out, { value: null, yuan: null, status: 'unreadable' })
  if (isScanned(cell)) seen.set(out, see(cell, unit))
  return out
}

/** 十二、农林水支出 in a column of amounts is another column's label; in one of texts (绩效目标) it is what the form asks for. */
export function isOthersLabel({ mark, raw }: Cell, { role }: Pick<PlacedColumn, 'role'>): boolean {
  return role === 'value' && mark === 'text' && enumerator(raw) !== null
}

const OWN_UNIT = new RegExp(`(${MONEY})$`)

/** 12.30万元: an amount that brings its unit is in that unit, whatever the table's. */
function withOwnUnit(text: string): { reading: Reading; own: string | null } {
  const own = OWN_UNIT.exec(squash(text))?.[1]
  if (own !== undefined) {
    const reading = readCell(squash(text).slice(0, -own.length))
    if (reading.amount) return { reading, own }
  }
  return { reading: readCell(text), own: null }
}

/** Characters that a font has no name for. */
const NAMELESS = /[\p{Cc}\p{Co}\ufffd]/u

/** #### where a column was too narrow, and what is left of an amount that is cut off: its sign, or all before the point. */
const CUT_OFF = /^(#{2,}|¥|[-¥]*[\d,]{3,}\.)$/

/** What a spreadsheet prints where a formula has no value. */
const FORMULA_ERROR = /^#(REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|N\/A)$/

/** Something is printed that is no text: an amount that is cut off, an error in its place, or a figure in nameless characters. */
function isIllegible({ mark, raw }: Cell): boolean {
  return (
    mark === 'text' &&
    (CUT_OFF.test(plain(raw)) ||
      FORMULA_ERROR.test(plain(raw)) ||
      (NAMELESS.test(raw) && /^[\p{Cc}\p{Co}\ufffd\d\s.,，%()（）—-]+$/u.test(raw)))
  )
}

/** An amount and a percentage in one cell, 2870.0070.00%: two decimal points, or more places than rates have. */
const BESIDE_RATE = /\.\d+\.\d|\.\d{4}/

/** A figure with something else beside it in its cell; one word of a scan that is a misread figure (4.651.67) has nothing beside it. */
export function isNotOnlyFigure({ mark, raw, status }: Cell, from: GridCell): boolean {
  const isMisread = isScanned(from) && from.glyphs.length === 1 && MISREAD_FIGURE.test(withDigits(plain(raw)).text)
  const hasFigure = mark === 'text' && status === 'read' && HOLDS_FIGURE.test(raw.normalize('NFKC'))
  return hasFigure && !isMisread && (!/[%％]$/.test(raw) || BESIDE_RATE.test(raw.normalize('NFKC')))
}

/** An amount with its places, or one without that ends a text: 合计105573700, where nothing shows where the header ends. */
const HOLDS_FIGURE = /\d\.\d{2}|\p{Script=Han}[-−△]?\d{5,}$/u

/** Puts what a line prints in doubt: nothing on the page says for certain which line of the form it is. */
export function doubt(cells: Record<string, Cell>): void {
  for (const cell of Object.values(cells)) if (cell.mark !== 'blank') cell.status = 'suspect'
}

/** 12O.50, 3889·31, 1133..1100: no amount, and no word either. What a scan reads so the checks look at again. */
export function isNoAmount({ mark, raw, source, status }: Cell): boolean {
  if (mark !== 'text' || status !== 'read' || source !== 'text' || /\p{Script=Han}|[%％‰]/u.test(raw)) return false
  return /\p{Nd}/u.test(raw) || MISREAD_FIGURE.test(withDigits(plain(raw)).text)
}

const MISREAD_FIGURE = /^-?\d[\d.,]*$/

/** Characters lie over each other by more than this share of the narrower one's width: letters set close do so by less. */
const PRINTED_OVER = 0.6

/** A figure and another, as where an amount was put right, or a name that ran over its edge, printed one over the other. */
export function isPrintedOver({ glyphs }: GridCell): boolean {
  const letters = glyphs.filter((g) => g.source === 'text').sort((a, b) => a.box[0] - b.box[0])
  return letters.slice(1).some((letter, i) => {
    const before = letters[i]!
    if (!/\d/.test(before.text + letter.text)) return false
    const [[left, top, right, bottom], [x0, y0, x1, y1]] = [before.box, letter.box]
    const isLevel = Math.min(bottom, y1) - Math.max(top, y0) > (y1 - y0) / 2
    return isLevel && right - x0 > PRINTED_OVER * Math.min(right - left, x1 - x0)
  })
}

/** An amount that begins in the cell before it: its sign may be the dash that stands there. */
export function isSignOutside({ glyphs, box, text }: GridCell): boolean {
  if (glyphs.length < 2 || !DASHED.test(text.trim())) return false
  const [x0, , x1] = around(glyphs.filter((g) => DASHED.test(g.text)))
  return (x0 + x1) / 2 < box[0]
}

const DASHED = /^[-‐‑–−—－]/

/** Places are given to a hundredth of a point. */
function round(n: number): number {
  return Math.round(n * 100) / 100
}

export function toColumns(context: ReadContext): Column[] {
  const { columns, unit } = context
  const values = columns.filter(isValue)
  return [...new Set(values.map((c) => c.id))].map((id): Column => {
    const header = sharedPath(values.filter((c) => c.id === id).map((c) => c.leaf.path))
    const own = unitOf(values.find((c) => c.id === id)!, '', context)
    return { id, header, unit: own === unit ? null : own }
  })
}

/** A column that stands in several blocks goes by the texts above it in all of them: 金额, not 收入/金额. */
function sharedPath([first = [], ...others]: readonly string[][]): string[] {
  const shared = first.filter((text) => others.every((path) => path.includes(text)))
  return shared.length > 0 ? shared : first
}

/** Whether amounts or texts of the output stand in the column. */
export function isValue(c: PlacedColumn): boolean {
  return c.role === 'value' || (c.role === 'text' && c.id !== '')
}

/** The id, or the first of ID#2, ID#3, … that no cell has yet. */
export function freeId(id: string, taken: Readonly<Record<string, unknown>>): string {
  let free = id
  for (let n = 2; free in taken; n++) free = `${id}#${n}`
  return free
}
