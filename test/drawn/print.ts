/** Amounts as a form prints them, and the value a reader must find. */
import type { Unit } from './table.ts'

export interface NumberStyle {
  /** `short` leaves the decimals off where they are zero. */
  places: 'two' | 'short'
  thousands: '' | ',' | '，' | ' ' | '  ' | "'"
  zero: '0.00' | '0' | '—' | '——' | '-' | '无' | ''
  /** What stands where the form prints nothing. */
  nothing: '' | '—' | '——' | '0.00'
  negative: '-' | '−' | '△' | '()' | '（）'
  /** Full-width digits, as some keyboards write them. */
  wide: boolean
  /** What stands before every amount, and behind it its unit. */
  sign: '' | '￥'
  /** It stands at the left of the cell, apart from the amount. */
  signApart: boolean
  withUnit: boolean
}

export const PLAIN: NumberStyle = {
  places: 'two',
  thousands: '',
  zero: '0.00',
  nothing: '',
  negative: '-',
  wide: false,
  sign: '',
  signApart: false,
  withUnit: false,
}

/** 分 that make one hundredth of the unit. */
const HUNDREDTH: Record<Unit, number> = { 元: 1, 万元: 10_000, 百万元: 1_000_000, 亿元: 100_000_000 }

/** Zeros of each unit's number of 元. */
const EXPONENT: Record<Unit, number> = { 元: 0, 万元: 4, 百万元: 6, 亿元: 8 }

/** What a printed amount is in 元, exact; null for a dash. */
export function yuanOf(value: string, unit: Unit): string | null {
  if (value === '—') return null
  const [whole = '', places = ''] = value.split('.')
  const moved = BigInt(whole + places.padEnd(EXPONENT[unit], '0').slice(0, EXPONENT[unit]))
  const rest = places.slice(EXPONENT[unit])
  const sign = value.startsWith('-') && moved === 0n ? '-' : ''
  return `${sign}${moved}${rest === '' ? '' : `.${rest}`}`
}

export interface Printed {
  text: string
  /** null where nothing is printed. */
  value: string | null
}

export function printMoney(fen: number | null, unit: Unit, style: NumberStyle): Printed {
  const hundredths = fen === null ? 0 : Math.sign(fen) * Math.round(Math.abs(fen) / HUNDREDTH[unit])
  if (fen === null) return mark(style.nothing)
  if (hundredths === 0) return mark(style.zero)
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  const whole = digits.slice(0, -2)
  const decimals = style.places === 'short' && digits.endsWith('00') ? '' : `.${digits.slice(-2)}`
  const grouped = style.thousands === '' ? whole : whole.replace(/(?<=\d)(?=(\d{3})+$)/g, style.thousands)
  const value = `${hundredths < 0 ? '-' : ''}${whole}${decimals}`
  const text = widen(signed(grouped + decimals, hundredths < 0, style.negative), style.wide)
  return { text: `${style.sign}${text}${style.withUnit ? unit : ''}`, value }
}

function mark(text: string): Printed {
  if (text === '') return { text, value: null }
  return { text, value: /\d/.test(text) ? text : '—' }
}

function signed(digits: string, negative: boolean, style: NumberStyle['negative']): string {
  if (!negative) return digits
  return style.length === 2 ? `${style[0]}${digits}${style[1]}` : style + digits
}

function widen(text: string, wide: boolean): string {
  return wide ? text.replace(/[0-9.]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)) : text
}
