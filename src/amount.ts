/** The one parser and printer of amounts, marks and units. */
import { Decimal } from 'decimal.js'
import { memoised } from './memo.ts'
import type { Mark } from './model.ts'

/** An amount as printed: its exact value and the number of places it was printed with. */
export interface Amount {
  value: Decimal
  /** decimal.js drops trailing zeros; the rounding allowance needs the printed ones. */
  places: number
}

/** What a cell's characters mean. `amount` is set for the marks amount and zero. Shared by all cells with the same text. */
export interface Reading {
  readonly mark: Mark
  readonly value: string | null
  readonly amount?: Readonly<Amount>
}

const DASH = /^[-‐‑‒–—―－ー─━_﹣−]+$/
const NOTHING = /^(无|[/\\])$/
/** ①, ², ⑴ and ½ hold digits of their own: marks of notes and list numbers are no part of an amount. */
const OTHER_DIGIT = /\p{No}/u
/** A percentage, in characters of plain width. */
const RATE = /^[-+]?\d[\d.]*%$/
/** 42'901'153.44 */
const APOSTROPHE = /(?<=\d)['’](?=\d{3})/g
const NUMBER = /^(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/

const powers = new Map<number, Decimal>()

/** 10^exponent, exact. */
export function tenTo(exponent: number): Decimal {
  let power = powers.get(exponent)
  if (!power) {
    power = new Decimal(`1e${exponent}`)
    powers.set(exponent, power)
  }
  return power
}

/** Full-width digits, brackets and signs to their plain forms; white space removed. */
export function plain(text: string): string {
  if (/^[!-~]*$/.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[−﹣‐‑–]/g, '-')
}

/** Printed characters → what they mean. A percentage is text here: it is not an amount. */
export const readCell = memoised((raw: string): Reading => {
  const text = plain(raw)
  if (text === '') return { mark: 'blank', value: null }
  if (DASH.test(text) || NOTHING.test(text)) return { mark: 'dash', value: null }
  const amount = parseAmount(raw)
  if (!amount) return { mark: 'text', value: RATE.test(text) ? text : raw.trim() }
  return { mark: amount.value.isZero() ? 'zero' : 'amount', value: printAmount(amount), amount }
})

/** Printed number, perhaps with thousands separators, △ or brackets for a negative; null if it is none. */
export const parseAmount = memoised((raw): Amount | null => {
  let text = plain(raw)
  if (!/\d/.test(text) || OTHER_DIGIT.test(raw)) return null
  text = text
    .replace(/，/g, ',')
    .replace(/^[¥￥]/, '')
    .replace(APOSTROPHE, ',')
  let negative = false
  const bracketed = /^\((.*)\)$/.exec(text)
  if (bracketed?.[1] !== undefined) {
    negative = true
    text = bracketed[1]
  } else if (/^[-△▲+]/.test(text)) {
    negative = text[0] !== '+'
    text = text.slice(1).replace(/^[¥￥]/, '')
  }
  if (!NUMBER.test(text)) return null
  const digits = text.replace(/,/g, '')
  const value = new Decimal(digits.startsWith('.') ? `0${digits}` : digits)
  const places = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0
  return { value: negative ? value.neg() : value, places }
})

/** The units that money is printed in, as part of a pattern. */
export const MONEY = '(?:百万|亿|万|千)?元'

const WRITTEN = new RegExp(`^[-−△▲+(（¥￥]{0,2}[\\d,，.．'’\\s]+[)）]?(${MONEY})?$`)

/** Whether the characters are an amount that is written as one: with decimals or separators. Cheap: nothing is computed. */
export function isWrittenAmount(raw: string): boolean {
  if (!/[.,，．'’]/.test(raw) || OTHER_DIGIT.test(raw)) return false
  const text = raw.normalize('NFKC').trim()
  return WRITTEN.test(text) && /\d/.test(text)
}

/** The unit behind an amount. */
const BEHIND = new RegExp(`(?<=\\d)${MONEY}$`)

/** Whether a text says how much: an amount, with places, a unit or neither, nought, or the dash in its place. */
export function isFigure(text: string): boolean {
  if (isWrittenAmount(text)) return true
  const { mark } = readCell(text.endsWith('元') ? plain(text).replace(BEHIND, '') : text)
  return mark === 'amount' || mark === 'zero' || mark === 'dash'
}

/** Exact decimal string with the places it was printed with. */
export function printAmount({ value, places }: Amount): string {
  return value.toFixed(places)
}

const UNITS: Record<string, number> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 }

/** 10^n 元 for a money unit, null for any other unit (辆, 台, 人, %). */
export function unitExponent(unit: string | null): number | null {
  return unit === null ? null : (UNITS[unit] ?? null)
}

/** The amount in 元, exact; null where the unit is no money. */
export function toYuan(amount: Amount, unit: string | null): string | null {
  const exponent = unitExponent(unit)
  if (exponent === null) return null
  const yuan = amount.value.times(tenTo(exponent))
  return yuan.toFixed(Math.max(0, amount.places - exponent))
}
