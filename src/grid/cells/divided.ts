/** Texts that were written as one run, or stand as close: names, amounts and names behind them are parted. */
import { isWrittenAmount, MONEY } from '../../amount.ts'
import type { Glyph } from '../../page/types.ts'
import { numbers } from './numbers.ts'

const HAN = /\p{Script=Han}/u
/** The unit behind an amount. */
const UNIT = new RegExp(`${MONEY}$`)

/** The sign of an amount may stand apart from it, at the left of its cell: a name that runs up to it ends before it. */
export const SIGN = /^[¥￥]$/

/** An amount, with its unit or without, that a name follows. */
const AMOUNT_AND_NAME = new RegExp(
  `^[-−－△▲]?[\\d０-９,，'’]+[.．][\\d０-９]{2}(${MONEY}|(?!${MONEY}))(?=\\p{Script=Han})`,
  'u',
)

/** A name up to the amount that it runs up against, if another name follows that. */
const NAME_AND_AMOUNT = new RegExp(
  `^.*?\\p{Script=Han}(?=[-−－△▲]?[\\d０-９,，'’]+[.．][\\d０-９]{2}(?!${MONEY})\\p{Script=Han})`,
  'u',
)

/** Amounts, each with its unit behind it. */
const SEVERAL = new RegExp(`^([\\d０-９,，'’]+[.．][\\d０-９]{2}${MONEY}){2,}$`)

/** A name and the amount that it runs up against are two texts, an amount and the name behind it, and so are two numbers. */
export function divided(run: Glyph[]): Glyph[][] {
  const text = run.map((g) => g.text).join('')
  if (SEVERAL.test(text)) return withUnits(run)
  const amount = glyphsOf(run, AMOUNT_AND_NAME.exec(text)?.[0].length ?? 0)
  if (amount > 0) return [run.slice(0, amount), ...divided(run.slice(amount))]
  const name = glyphsOf(run, NAME_AND_AMOUNT.exec(text)?.[0].length ?? 0)
  if (name > 0) return [run.slice(0, name), ...divided(run.slice(name))]
  const unit = UNIT.exec(text)?.[0].length ?? 0
  const from = run.slice(0, run.length - unit).findLastIndex((g) => HAN.test(g.text)) + 1
  const tail = run.slice(from)
  if (from === 0) return withoutUnit(run, unit)
  if (tail.length === 0) return [run]
  if (tail.length === 1 && SIGN.test(tail[0]!.text)) return [run.slice(0, from), tail]
  return isWrittenAmount(tail.map((g) => g.text).join('')) ? [run.slice(0, from), ...numbers(tail)] : [run]
}

/** How many glyphs make the first characters of a run: none if one holds more, for on a scan a glyph is a word. */
export function glyphsOf(run: readonly Glyph[], characters: number): number {
  let [count, length] = [0, 0]
  while (length < characters) length += run[count++]!.text.length
  return length === characters ? count : 0
}

/** Two numbers, the second with its unit. */
function withoutUnit(run: readonly Glyph[], unit: number): Glyph[][] {
  const parts = numbers(run.slice(0, run.length - unit))
  parts.at(-1)?.push(...run.slice(run.length - unit))
  return parts
}

/** 1.20万元3.40万元 */
function withUnits(run: readonly Glyph[]): Glyph[][] {
  const out: Glyph[][] = [[]]
  for (const [i, glyph] of run.entries()) {
    if (run[i - 1]?.text === '元') out.push([])
    out.at(-1)!.push(glyph)
  }
  return out
}
