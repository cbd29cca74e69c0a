/** The few words that tables of all forms print, as far as cells are told by them. Those of one form stand in `extractors/`. */

/** A number without a mark in it. */
export const DIGITS = /^[\d０-９]+$/

/** The part of a subject code that a column holds. */
export const LEVEL = /^[类款项]$/
/** 类 款 项 of narrow columns, which stand so close that they are one text. */
export const LEVELS = /^[类款项]+$/

/** 本年收入合计, 总计: what the line of a total is called, as part of a pattern. */
export const TOTAL = '(?:本年)?(?:收入|支出)?[合总小]计'
export const IS_TOTAL = new RegExp(`^${TOTAL}$`)

/** A sum's name alone, and the header over the names of rows: words of two letters that may be set as wide as their cell. */
export const IS_SUM = /^[合总小]计$/
export const HEADS_ROWS = /^项目$/

/** What lists count with (十二、农林水支出), as part of a pattern. */
export const NUMERAL = '[一二三四五六七八九十]'
/** A label that begins with its number. */
export const NUMBERED = new RegExp(`^\\s*(${NUMERAL}+、|[(（]${NUMERAL}+[)）])\\s*\\p{Script=Han}`, 'u')

/** The two sides of a summary. */
export const INCOME = /收入/
export const EXPENDITURE = /支出/

/** 收入, 本年支出 or 财政拨款支出 as the header of one of them, its letters set apart or not. */
const SIDE = /^(?:本年|财政拨款)?(收入|支出)$/

/** The side that a text is the header of, if it is one. */
export function sideOf(text: string): string | null {
  return SIDE.exec(text.replace(/\s+/g, ''))?.[1] ?? null
}

/** 收入 beside 支出: the headers of both sides, and no others. */
export function areSides(texts: readonly string[]): boolean {
  return texts.map(sideOf).join() === '收入,支出'
}
