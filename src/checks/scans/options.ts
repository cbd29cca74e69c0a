/** The amounts that the ink of a scanned cell may be, each with what it costs to believe it. */
import { type Amount, parseAmount, plain, printAmount } from '../../amount.ts'
import { memoisedBy } from '../../memo.ts'
import type { Cell, Table } from '../../model.ts'
import type { Seen } from '../../template/seen.ts'
import { withDigits } from '../../template/spelling.ts'

export interface Option {
  /** As it would be printed. */
  text: string
  amount: Amount
  /** How much less likely than the reading, natural logarithm. */
  cost: number
  /** Whether a reader found it possible; else it is only near what was read. */
  seen: boolean
}

/** What a reader says of one who disagrees with it: e^-2, one in seven. */
const SECOND = 2
/** A sign that stands for a digit is nearly the digit itself. */
const LOOKALIKE = 0.5
/** Costs of what no reader saw: 1 in 8,000, below the least share a reader reports … */
const UNSEEN = 9
/** … but a minus is so little ink that it is lost as often as it is made up. */
const LOST_MINUS = 1

/** Digits that blur into each other, each pair once. */
const CONFUSED = [
  '08',
  '06',
  '09',
  '17',
  '14',
  '12',
  '23',
  '27',
  '35',
  '38',
  '39',
  '49',
  '56',
  '58',
  '59',
  '68',
  '69',
  '89',
]

/** 6.63  2.98: the figures of two columns, where a ruling was not seen. */
const TWO = /\d[.,．，]\d+\s+\d[\d,，]*[.．]\d/

/** A text as an amount, digits that were read as letters put right; null if it is none. */
export function likeAmount(read: string): { amount: Amount; text: string; changed: number } | null {
  if (TWO.test(read)) return null
  const { text: digits, changed } = withDigits(plain(read).replace(/\s+/g, ''))
  const text = withPoint(digits)
  const amount = parseAmount(text)
  return amount && { amount, text, changed }
}

/** 1.234,56 and 4,64: the last mark is a point unless three digits follow it, those before it part thousands. */
function withPoint(text: string): string {
  const [, whole, point, places] = /^(.*\d)([.,])(\d+)$/.exec(text) ?? []
  if (whole === undefined || places === undefined || (point === ',' && places.length === 3)) return text
  return `${whole.replace(/[.]/g, ',')}.${places}`
}

/** Three digits after each mark: in small print 390,788 is easily read as 390.788. */
const GROUPS = /^-?\d{1,3}(?:[.,]\d{3})+$/
/** So many places a mark read for another one makes. */
const OF_GROUPS = 3

/** Whether a mark within a figure of a scan may part thousands or be the point. */
export function isAmbiguous({ raw, source }: Cell): boolean {
  const text = plain(raw)
  return source === 'ocr' && text.includes('.') && GROUPS.test(text)
}

/** Whether an amount has the places that a mark read for another one makes, and its table's amounts have not. */
export function isOfGroups({ value }: Cell, places: number | null): boolean {
  return places !== OF_GROUPS && value !== null && parseAmount(value)?.places === OF_GROUPS
}

/** What a reading means in a table whose amounts have so many places, the likeliest first. */
export function meanings(read: string, places: number | null): { amount: Amount; text: string; changed: number }[] {
  const like = likeAmount(read)
  if (TWO.test(read)) return []
  const { text: digits, changed } = withDigits(plain(read).replace(/\s+/g, ''))
  if (!GROUPS.test(digits)) return like ? [like] : []
  const joined = digits.replace(/[.,]/g, '')
  const as = (text: string) => ({ text, amount: parseAmount(text)!, changed: changed + Number(text !== like?.text) })
  const whole = like?.amount.places === 0 ? like : as(joined)
  const thousandths = like?.amount.places === OF_GROUPS ? like : as(joined.replace(/(?=\d{3}$)/, '.'))
  if (places === 0) return [whole]
  if (places === OF_GROUPS) return [thousandths, whole]
  return like?.amount.places === OF_GROUPS ? [thousandths, whole] : [whole]
}

/** The number of places that amounts of the table (those that count) are printed with; null if they differ. */
export function usualPlaces(table: Table, isCounted: (cell: Cell) => boolean = () => true): number | null {
  const all = table.rows
    .flatMap((row) => Object.values(row.cells))
    .filter((cell) => cell.mark === 'amount' && cell.yuan !== null && isCounted(cell))
  const plainly = all.filter((cell) => !isAmbiguous(cell))
  const counted = 2 * plainly.length > all.length ? plainly : all
  const counts = new Map<number, number>()
  for (const cell of counted) {
    const { places } = parseAmount(cell.value!)!
    counts.set(places, (counts.get(places) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] >= USUAL * counted.length ? most[0] : null
}

/** Share of a table's amounts that have to agree in their places. */
const USUAL = 0.8

/** What the readers saw: the first is the cell's reading, if that is an amount. Equal amounts stand once. */
export function seenOptions(cell: Cell, seen: Seen, places: number | null): Option[] {
  const best = seen.readings[0]?.share || 1e-9
  const options: Option[] = []
  const add = (text: string, cost: number) => {
    for (const like of meanings(text, places))
      keep(options, { ...like, cost: cost + LOOKALIKE * like.changed, seen: true })
  }
  for (const [i, reading] of seen.readings.entries())
    add(reading.text, i === 0 ? 0 : Math.max(0, Math.log(best / Math.max(reading.share, 1e-9))))
  if (seen.second !== undefined) add(seen.second, SECOND)
  return options.sort((a, b) => Number(b.text === cell.value) - Number(a.text === cell.value) || a.cost - b.cost)
}

/** What no reader saw but is near what they did: one digit confused, a lost point, a character lost at an end or doubled. */
export function nearOptions(own: Option, places: number | null): Option[] {
  const options: Option[] = []
  const add = (text: string, cost = UNSEEN) => {
    const like = likeAmount(text)
    if (like && !like.amount.value.eq(own.amount.value)) keep(options, { ...like, cost, seen: false })
  }
  const { text } = own
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    for (const pair of CONFUSED)
      if (pair.includes(c)) add(`${text.slice(0, i)}${pair.replace(c, '')}${text.slice(i + 1)}`)
    // Two equal characters in a row are easily read as one.
    if (/\d/.test(c)) add(`${text.slice(0, i)}${c}${text.slice(i)}`)
    if (c === text[i + 1]) add(text.slice(0, i) + text.slice(i + 1))
  }
  const digits = text.replace(/[.,]/g, '')
  if (places !== null && places > 0 && own.amount.places !== places && /^-?\d+$/.test(digits) && digits.length > places)
    add(`${digits.slice(0, -places)}.${digits.slice(-places)}`)
  if (/^[\d,.]+$/.test(text)) {
    for (let d = 1; d <= 9; d++) add(`${d}${text}`)
    if (own.amount.places < (places ?? 2))
      for (let d = 0; d <= 9; d++) add(`${text}${text.includes('.') ? '' : '.'}${d}`)
    add(`-${text}`, LOST_MINUS)
  }
  if (text.startsWith('-')) add(text.slice(1))
  return options
}

/** Options are compared with each other over and over by what they print. */
export const printedOption = memoisedBy(({ amount }: Option) => printAmount(amount))

function keep(options: Option[], option: Option): void {
  const same = options.find((o) => printedOption(o) === printedOption(option))
  if (!same) options.push(option)
  else {
    same.cost = Math.min(same.cost, option.cost)
    same.seen ||= option.seen
  }
}
