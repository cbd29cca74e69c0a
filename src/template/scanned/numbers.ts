/**
 * The numbers that labels of scanned pages begin with (一、 (二)): a faint stroke, or what is left of a ruling, makes
 * one of them another, and the label another line. What the reader doubted is settled by the count.
 */
import type { GridCell } from '../../grid/types.ts'
import { isScanned, see } from '../seen.ts'
import { squash } from '../words.ts'

const HAN = /\p{Script=Han}/u
const DIGITS = '一二三四五六七八九'
/** A number that the reader believes in this much (0–1) is what is printed, though it be out of order. */
const SURE = 0.9
/** … and this much in one of which a stroke may be lost. */
const SURE_OF_STROKES = 0.97
/** Another reading with this share of the best one is worth a look. */
const WORTH = 0.01
/** Of these the reader loses or adds a stroke. */
const STROKES = [1, 2, 3]
/** What reader and ruling leave before a number: `)五、` is 五、. */
const STRAY = /^[^\p{L}\p{N}(（《【]+(?=[一二三四五六七八九十]+、)/u
const MARKED = /^[一二三四五六七八九十]{1,3}、/
const NUMBER = /^([一二三四五六七八九十]+)、|^[(（]([一二三四五六七八九十]+)[)）]/
/** Of such a number the mark was read, and not the stroke: 一 alone has as little ink as that. The 一 of 一般 behind it is read as a dash. */
const LOST = /^[^\p{L}\p{N}(（《【]?、(?=[-－—]?\p{Script=Han})/u
const LOST_INNER = /^[(（][^\p{L}\p{N}]?[)）](?=[-－—]?\p{Script=Han})/u

/** A letter or two with the mark of a number behind them: 费、基本支出. */
const MISREAD = /^\p{L}{1,2}、(?=\p{Script=Han})/u

/** 三.卫生健康支出: the mark after a number is as small as a point. */
const POINT = /^([一二三四五六七八九十]{1,3})\s*[.．,，·。]\s*(?=\p{Script=Han})/u

interface Numbered {
  cell: GridCell
  /** (一), not 一、. */
  inner: boolean
  value: number
  /** What else it may be, with its share of the reader's belief. */
  belief: ReadonlyMap<number, number>
}

/** Sets the numbers of a grid's labels right where the count tells, and marks those that stay doubtful (`unsure`). */
export function mendNumbers(cells: readonly GridCell[]): void {
  const lost = new Set<GridCell>()
  const isMarked = cells.some((cell) => isScanned(cell) && MARKED.test(squash(cell.text)))
  for (const cell of cells) {
    if (!isScanned(cell)) continue
    if (isMarked) cell.text = cell.text.replace(POINT, '$1、')
    const text = asNumbered(cell) ?? withNumber(cell.text)
    if (text !== cell.text && (numberOf(text)?.value === 1 || MISREAD.test(squash(cell.text)))) lost.add(cell)
    cell.text = text
  }
  const columns = new Map<string, Numbered[]>()
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const numbered = toNumbered(cell)
    if (!numbered) continue
    const key = `${cell.col} ${numbered.inner}`
    columns.set(key, [...(columns.get(key) ?? []), numbered])
  }
  for (const column of columns.values()) mendFirst(column[0]!, cells)
  for (const column of columns.values())
    column.forEach((one, i) => {
      if (isScanned(one.cell) && (lost.has(one.cell) || !isSure(one)))
        settle(one, column[i - 1] ?? (isBelow(one.cell, cells) ? 'lost' : undefined), column[i + 1], lost.has(one.cell))
    })
}

/**
 * A label right above 二、 that was read with less than certainty, or stands where the words behind 二、 do, has lost
 * 一、 without a trace, where no other label has it: it stays in doubt.
 */
function mendFirst({ cell, value, inner }: Numbered, cells: readonly GridCell[]): void {
  const { row, col } = cell
  const above = cells.find((c) => c.col === col && c.row + c.rowSpan === row)
  if (inner || value !== 2 || !above || !isScanned(above) || !HAN.test(above.text)) return
  if (numberOf(above.text) !== null) return
  if (see(above, null).readings[0]!.share >= SURE_OF_STROKES && !standsBehindNumber(above, cell)) return
  above.text = `一、${squash(above.text)}`
  above.unsure = true
}

/** The number with its mark takes so many widths of a letter, give or take … */
const NUMBER_WIDTH = 2
const GIVE = 0.6

/** Whether a label begins as far right of a numbered one as that has letters before its words. */
function standsBehindNumber({ glyphs: [own] }: GridCell, { glyphs: [numbered] }: GridCell): boolean {
  if (!own || !numbered) return false
  const far = (own.box[0] - numbered.box[0]) / numbered.size
  return Math.abs(far - NUMBER_WIDTH) <= GIVE
}

/** 、基本支出 is 一、基本支出. */
function withNumber(text: string): string {
  const plain = squash(text)
  if (STRAY.test(plain)) return plain.replace(STRAY, '')
  if (LOST.test(plain)) return plain.replace(LOST, '一、')
  return LOST_INNER.test(plain) ? plain.replace(LOST_INNER, '(一)') : text
}

/** 费、基本支出 as the reading in which a number stands before the same mark and letters, if there is one. */
function asNumbered(cell: GridCell): string | null {
  const text = squash(cell.text)
  if (!MISREAD.test(text) || numberOf(text) !== null) return null
  const rest = text.replace(MISREAD, '')
  const other = see(cell, null).readings.find(
    (r) => numberOf(r.text) !== null && squash(r.text).replace(NUMBER, '') === rest,
  )
  return other?.text ?? null
}

/** Whether the mark of a number stands behind letters that are none. */
export function hasMisreadNumber(text: string): boolean {
  return MISREAD.test(squash(text)) && numberOf(text) === null
}

function toNumbered(cell: GridCell): Numbered | null {
  const own = numberOf(cell.text)
  if (!own) return null
  const belief = new Map<number, number>()
  const { readings } = see(cell, null)
  for (const { text, share } of readings) {
    const value = numberOf(withNumber(text))?.value
    if (value !== undefined && share >= WORTH * readings[0]!.share) belief.set(value, (belief.get(value) ?? 0) + share)
  }
  const all = [...belief.values()].reduce((a, b) => a + b, 0) || 1
  return { cell, ...own, belief: new Map([...belief].map(([value, share]) => [value, share / all])) }
}

/** The number a label begins with. */
function numberOf(text: string): { value: number; inner: boolean } | null {
  const [, outer, inner] = NUMBER.exec(squash(text)) ?? []
  const value = toValue(outer ?? inner ?? '')
  return value === null ? null : { value, inner: outer === undefined }
}

/** 二十三 is 23. */
function toValue(number: string): number | null {
  const [, tens, ones] = /^(?:([二三四五六七八九]?十))?([一二三四五六七八九])?$/.exec(number) ?? []
  if (tens === undefined && ones === undefined) return null
  const ten = tens === undefined ? 0 : tens.length === 1 ? 1 : DIGITS.indexOf(tens[0]!) + 1
  return 10 * ten + (ones === undefined ? 0 : DIGITS.indexOf(ones) + 1)
}

function toText(value: number): string {
  const [ten, one] = [Math.floor(value / 10), value % 10]
  return `${ten > 1 ? DIGITS[ten - 1] : ''}${ten > 0 ? '十' : ''}${one > 0 ? DIGITS[one - 1] : ''}`
}

function isSure({ value, belief }: Numbered): boolean {
  return (belief.get(value) ?? 0) >= (STROKES.includes(value) ? SURE_OF_STROKES : SURE)
}

/** Whether a label stands above that may have lost its number. */
function isBelow(cell: GridCell, cells: readonly GridCell[]): boolean {
  return cells.some((c) => c.col === cell.col && c.row < cell.row && HAN.test(c.text))
}

/** The one number with which the labels count on; doubtful where there is none or another one, and then the likeliest where it was lost. */
function settle(
  own: Numbered,
  above: Numbered | 'lost' | undefined,
  after: Numbered | undefined,
  isLost: boolean,
): void {
  // Where no label above has kept its number, the one below alone tells which comes before it.
  const isFirst = above === 'lost' && after !== undefined && isSure(after)
  const before = above === 'lost' ? undefined : above
  const follows = (value: number) =>
    value === 1 || value === (before?.value ?? 0) + 1 || (isFirst && after.value === value + 1)
  const leads = (value: number) => after === undefined || after.value === 1 || after.value === value + 1
  const fits = [...new Set([own.value, ...own.belief.keys(), ...(STROKES.includes(own.value) ? STROKES : [])])].filter(
    (value) => follows(value) && leads(value),
  )
  const [only] = fits
  if (fits.length !== 1) own.cell.unsure = true
  // Where the labels below have lost their numbers, too, each is most likely the next one.
  const next = isLost && before && fits.includes(before.value + 1) ? before.value + 1 : own.value
  const value = fits.length === 1 && only !== undefined ? only : next
  if (value === own.value) return
  const number = own.inner ? `(${toText(value)})` : `${toText(value)}、`
  own.cell.text = number + squash(own.cell.text).replace(NUMBER, '')
  own.value = value
}
