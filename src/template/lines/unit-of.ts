/** In which unit a figure is: the money of its table or column, a percentage, or a number of things. */
import { MONEY } from '../../amount.ts'
import type { PlacedColumn } from '../columns/placed.ts'
import type { FieldLanguage } from '../language.ts'
import { squash, wildcard } from '../words.ts'
import type { ReadContext } from './draft.ts'

type Units = FieldLanguage['units']
type Context = Pick<ReadContext, 'unit' | 'template' | 'columns' | 'language'>

/** 预算数（万元）, 单位：%: the unit of a column within its header. */
const IN_HEADER = new RegExp(`[(（:：](${MONEY}|%)`)

/** The unit of an amount: as its line or its column says, else the table's. */
export function unitOf(column: PlacedColumn, label: string, context: Context): string | null {
  const { unit, template, language } = context
  const { words } = column.leaf
  const header = words.at(-1) ?? ''
  const { units } = language
  const isMoney = units.money.test(header)
  const counted = isAmountBesideNumber(column, context)
    ? null
    : (countedIn(label, units) ?? countedInHeader(column, context))
  if (counted) return counted
  // 车辆（辆） over 合计 and its kinds.
  const over = isMoney
    ? undefined
    : words.map((word) => units.counted.exec(word)?.[1]).find((unit) => unit !== undefined)
  if (over !== undefined) return over
  const named = template.rows.by === 'unit' ? [label, header] : [label]
  if (!isMoney && template.counts?.some((p) => named.some((text) => wildcard(p)(squash(text))))) return '个'
  if (isRateBelow(words, isMoney, language)) return '%'
  // 增减率（%） as one of the lines.
  const inLines = template.rows.by === 'unit' || template.rows.by === 'label'
  if (inLines && isRate(label, language)) return '%'
  const inHeader = IN_HEADER.exec(column.leaf.path.join(' ').normalize('NFKC'))
  // A figure among words (数量, 权重, 指标值) is no money.
  return inHeader?.[1] ?? (column.role === 'text' ? null : unit)
}

/** Whether a header or a line is one of percentages. */
export function isRate(text: string, { units }: Pick<FieldLanguage, 'units'>): boolean {
  return units.rate.test(squash(text))
}

/** 增减率（%） over the items, or 分成比例 over 中央 and 地方; 金额 below it is the amount that it is a share of. */
function isRateBelow(words: readonly string[], isMoney: boolean, language: FieldLanguage): boolean {
  return isRate(words.at(-1) ?? '', language) || (!isMoney && words.some((word) => isRate(word, language)))
}

/**
 * 车辆（辆） with its number and its amount beside each other, or an indicator with what it is to reach: the line says
 * what the number counts, and the amount is money. A list of things has its amounts below whatever header.
 */
function isAmountBesideNumber(column: PlacedColumn, { template, columns, language: { units } }: Context): boolean {
  const mayBeAmount = (column.role === 'value' && template.rows.by === 'record') || units.money.test(headerOf(column))
  return mayBeAmount && !isNumber(column, units) && columns.some((c) => isNumber(c, units))
}

/** Whether a column counts things, whatever they are called. */
export function isNumber(column: Pick<PlacedColumn, 'leaf'>, units: Units): boolean {
  const header = headerOf(column)
  return units.counts.test(header) || countedIn(header, units) !== null || namedIn(header, units.measured) !== null
}

function headerOf({ leaf }: Pick<PlacedColumn, 'leaf'>): string {
  return leaf.words.at(-1) ?? ''
}

/** The unit of a number of things that the header of a column names, if any. */
function countedInHeader(column: PlacedColumn, { columns, language: { units } }: Context): string | null {
  const header = headerOf(column)
  const counted = countedIn(header, units)
  if (counted !== null || column.role !== 'value') return counted
  const isBesideMoney = units.counts.test(header) && columns.some((c) => units.money.test(headerOf(c)))
  return isBesideMoney ? '个' : namedIn(header, units.measured)
}

/** The unit of a number of things that a label names; null where it names none. */
function countedIn(label: string, { counted, numbers }: Units): string | null {
  return counted.exec(label)?.[1] ?? namedIn(squash(label), numbers)
}

function namedIn(text: string, words: Units['numbers']): string | null {
  return words.find(([name]) => name.test(text))?.[1] ?? null
}
