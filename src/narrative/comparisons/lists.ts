/** Lists in the prose: their parts against the whole, and the items they name against the lines of a table. */
import { Decimal } from 'decimal.js'
import { type Amount, parseAmount } from '../../amount.ts'
import type { Table } from '../../model.ts'
import { allowanceInProse } from '../../rounding.ts'
import { squash } from '../../template/words.ts'
import type { Listing, NarrativeVocabulary } from '../define.ts'
import { findByLabel, toTableLines } from '../lines.ts'
import { isLevel, isOwn, type Reading } from '../state.ts'
import { amountIn, type Book, distance } from '../values.ts'
import { figureOf, type Outcome, outcome, quoteOf, statementTerm } from './outcome.ts'

/** 其中 A…、B…: parts may leave something out, but never sum to more than the whole. */
export function checkSums(book: Book): Outcome[] {
  const lists = new Map<object, Reading[]>()
  for (const reading of book.readings)
    if (reading.whole && isPart(reading, reading.whole)) {
      const key = reading.list ?? reading.whole
      lists.set(key, [...(lists.get(key) ?? []), reading])
    }
  const listed = [...lists.values()].flatMap((parts) =>
    parts.length < 2 || hasTwice(parts) || areOfOther(parts, book)
      ? []
      : sum(parts[0]!.whole!, withoutOthers(parts), book),
  )
  const divided = new Set([...lists.values()].flatMap((parts) => (parts.length > 1 ? parts.map((p) => p.whole) : [])))
  const apart = book.readings.flatMap((whole) => {
    const parts = divided.has(whole) ? null : allBehind(whole, book)
    return parts ? sum(whole, parts, book) : []
  })
  return [...listed, ...apart]
}

/** 接待费 5 万元，完成 90%。国内接待 3 批次、4 万元；国外接待 1 批次、1 万元: all parts of it, each told once of it. */
function allBehind(whole: Reading, { readings }: Book): Reading[] | null {
  const { madeOf = [] } = whole.subject.quantity ?? {}
  if (madeOf.length < 2 || !isLevel(whole) || !isOwn(whole)) return null
  const isWithin = (r: Reading) => r.paragraph === whole.paragraph || r.whole === whole || r.whole?.whole === whole
  const behind = readings.slice(readings.indexOf(whole) + 1).filter((r) => isWithin(r) && isLevel(r) && isOwn(r))
  if (behind.some((r) => r.subject.key === whole.subject.key)) return null
  const parts = behind.filter((r) => madeOf.includes(r.subject.quantity?.name ?? ''))
  return parts.length === madeOf.length && !hasTwice(parts) ? parts : null
}

function isPart(reading: Reading, whole: Reading): boolean {
  // In a list of a budget 预算 says nothing of a figure that the others do not say of theirs.
  const isOne = reading.list !== null && reading.here.kind === 'budget'
  const plain = ({ role }: Reading) => (role === 'budget' && isOne ? null : role)
  const role = plain(reading)
  const same = role === null || role === plain(whole) || role === 'actual'
  const year = reading.statement.year === whole.statement.year
  return (
    reading.relation === 'level' && reading.figure?.kind === whole.figure?.kind && same && year && reading !== whole
  )
}

/** 货物, 工程 and 服务 are all of what was bought: what contracts with small enterprises come to is told beside them. */
function withoutOthers(parts: readonly Reading[]): readonly Reading[] {
  const { madeOf = [] } = parts[0]!.whole!.subject.quantity ?? {}
  const own = parts.filter((p) => madeOf.includes(p.subject.quantity?.name ?? ''))
  return madeOf.length > 1 && own.length === madeOf.length ? own : parts
}

/** Whether parts are told that are all of it, and nothing that nobody knows stands among them. */
function isMadeOf({ subject, figure, paragraph, unit }: Reading, parts: readonly Reading[]): boolean {
  const { madeOf } = subject.quantity ?? {}
  if (!madeOf || unit === null) return false
  if (madeOf.length > 1) return parts.length === madeOf.length && madeOf.every((name) => isTold(name, parts))
  const told = paragraph.text.slice(figure!.to).split('。')[0]!
  const figures = told.split(unit).length - 1
  return figures === parts.length && madeOf.every((name) => isTold(name, parts))
}

function isTold(name: string, parts: readonly Reading[]): boolean {
  return parts.some((p) => p.subject.quantity?.name === name)
}

/** The same thing named twice (a list and a sentence on one of its items) is no list of parts. */
function hasTwice(parts: readonly Reading[]): boolean {
  return new Set(parts.map((p) => p.subject.key)).size < parts.length
}

/** Letters at the end of names that say of what kind they are: 房屋原值 and 车辆原值. */
const KIND = 2

/** 固定资产原值 9 万元，净值 5 万元，其中：房屋原值 6 万元、车辆原值 1 万元: parts of what was told before, as their names say. */
function areOfOther(parts: readonly Reading[], book: Book): boolean {
  const whole = parts[0]!.whole!
  const kind = parts[0]!.subject.words.slice(-KIND)
  const isOfKind = ({ subject }: Reading) => subject.words.endsWith(kind)
  const isBefore = (r: Reading) => r.sentence === whole.sentence && r.paragraph === whole.paragraph && r !== whole
  const others = book.readings.slice(0, book.readings.indexOf(whole))
  return (
    kind.length === KIND && parts.every(isOfKind) && !isOfKind(whole) && others.some((r) => isBefore(r) && isOfKind(r))
  )
}

function sum(whole: Reading, parts: readonly Reading[], book: Book): Outcome[] {
  const unit = whole.unit
  const counts = whole.figure!.kind === 'count'
  const amounts = parts.map((p) => (counts ? (p.unit === unit ? p.figure!.amount : null) : amountIn(p, unit)))
  const total = whole.figure!.amount
  if (amounts.some((a) => a === null)) return []
  const all = amounts.flatMap((a) => a ?? [])
  const actual = all.reduce((s, a) => s.plus(a.value), new Decimal(0))
  const tolerance = counts ? new Decimal(0) : allowanceInProse([...all, total])
  const over = actual.minus(total.value)
  const others = book.readings.filter((r) => r.paragraph === whole.paragraph && r !== whole && !parts.includes(r))
  const ofOther = others.some((r) => isLevel(r) && amountIn(r, unit)?.value.minus(actual).abs().lte(tolerance))
  // No part is more than the whole, whatever stands within another.
  const larger = all.some((a) => a.value.minus(total.value).gt(tolerance))
  const withinParts = !larger && holdsTotal(all, total, tolerance)
  const isWhole = isMadeOf(whole, parts)
  const nested = !isWhole && over.gt(tolerance) && (withinParts || [whole, ...parts].every(isInTable))
  const index = book.readings.indexOf(whole)
  return [
    outcome(
      {
        rule: 'narrative-sum',
        place: whole.statement.quantity,
        name: { zh: '分项之和不超过总数', en: 'parts sum to no more than the whole' },
        terms: [
          ...parts.map((p, i) => statementTerm(p, book.readings.indexOf(p), all[i]!.value)),
          statementTerm(whole, index, total.value, -1),
        ],
        numbers: { expected: total.value, actual, tolerance, places: total.places },
        strength: 'usual',
        // Lists over several paragraphs hold totals beside their parts: only a sum that fits says something.
        result:
          over.abs().gt(tolerance) &&
          ((over.lt(0) && !isWhole) || nested || ofOther || (parts[0]!.list === null && !isWhole))
            ? 'not-applicable'
            : undefined,
      },
      () => ({
        severity: 'warning',
        zh: `正文“${quoteOf(whole)}”总数${figureOf(whole)}，所列${parts.length}项之和为${actual.toFixed()}${unit ?? ''}`,
        en: `the text says ${figureOf(whole)} (“${quoteOf(whole)}”), the ${parts.length} parts it lists sum to ${actual.toFixed()}${unit ?? ''}`,
        at: whole.statement,
      }),
    ),
  ]
}

/** A figure that its own cell has: where all are so, the list is worded loosely and nothing contradicts. */
function isInTable({ figure, unit, target }: Reading): boolean {
  const found = figure && distance(figure, unit, target)
  return found?.off.lte(found.tolerance) ?? false
}

/** More parts than this are not tried in all combinations. */
const COMBINED = 12

/** Whether some of the amounts make up the total: then the others are parts of those (公务用车费 5, 其中购置费 2). */
function holdsTotal(all: readonly Amount[], total: Amount, tolerance: Decimal): boolean {
  if (all.length > COMBINED) return true
  let sums = [new Decimal(0)]
  for (const { value } of all) sums = sums.flatMap((s) => [s, s.plus(value)])
  return sums.some((s) => s.minus(total.value).abs().lte(tolerance))
}

/** Items that 主要包括 names against the lines that hold an amount. */
export function checkListings(book: Book, vocabulary: NarrativeVocabulary): Outcome[] {
  return book.readings.flatMap((reading, index) => {
    if (reading.relation !== 'level' || !reading.figure) return []
    const listing = vocabulary.listings.find(
      (l) => l.of === reading.subject.name && l.in.includes(reading.here.chapter),
    )
    const table = listing && book.tables.find((t) => listing.tables.includes(t.id) && t.state === 'data')
    return listing && table ? listed(reading, index, listing, table, vocabulary) : []
  })
}

function listed(
  reading: Reading,
  index: number,
  listing: Listing,
  table: Table,
  vocabulary: NarrativeVocabulary,
): Outcome[] {
  const text = listAfter(reading)
  if (!text) return []
  const lines = toTableLines([table], vocabulary)
  const found = itemsOf(text).map((item) => ({ item, row: findByLabel(item, reading.here, lines)?.row ?? null }))
  const rows = table.rows.filter((r) => r.key.length === 5 && listing.codes.some((c) => r.key.startsWith(c)))
  const filled = new Map(rows.map((r) => [r.key, Object.values(r.cells).some((c) => c.mark === 'amount')]))
  const empty = found.filter((f) => f.row && filled.get(f.row) === false && !twin(table, f.row))
  const known = found.every((f) => f.row !== null)
  const open = /等[。；]?$/.test(text)
  const named = new Set(found.flatMap((f) => f.row ?? []))
  // 主要包括工资福利支出: who names a class has named its lines.
  const isNamed = (key: string) => [...named].some((name) => key.startsWith(name))
  const left = known && !open ? rows.filter((r) => filled.get(r.key) && !isNamed(r.key) && r.code) : []
  const ok = empty.length === 0 && left.length === 0
  const strange = [
    ...empty.map((f) => `“${f.item}”在表中无金额`),
    ...left.map((r) => `表中“${r.label.trim()}”未列出`),
  ].join('，')
  const odd = [
    ...empty.map((f) => `“${f.item}” has no amount there`),
    ...left.map((r) => `“${r.label.trim()}” is not in the list`),
  ].join(', ')
  return [
    outcome(
      {
        rule: 'narrative-list',
        place: reading.statement.quantity,
        name: { zh: '所列项目与表中有金额的行一致', en: 'a list names the lines that hold an amount' },
        terms: [statementTerm(reading, index, null)],
        numbers: null,
        strength: 'usual',
        result: found.length === 0 ? 'not-applicable' : ok ? 'holds' : 'violated',
      },
      () => ({
        severity: 'note',
        zh: `正文“${quoteOf(reading)}”所列项目与《${table.title}》不符：${strange}`,
        en: `the list in “${quoteOf(reading)}” and the table ${table.id} differ: ${odd}`,
        at: reading.statement,
        cell: null,
      }),
    ),
  ]
}

/** Lines of the same name in other classes (公务用车购置 310 and 309): the prose does not say which. */
function twin(table: Table, key: string): boolean {
  const own = table.rows.find((r) => r.key === key)
  return table.rows.some(
    (r) =>
      r !== own &&
      squash(r.label) === squash(own?.label ?? '') &&
      Object.values(r.cells).some((c) => c.mark === 'amount'),
  )
}

/** What stands between 主要包括： and the end of the sentence. */
function listAfter(reading: Reading): string | null {
  const rest = reading.paragraph.text.slice(reading.figure!.to)
  const match = /^[，,。]?(?:主要|具体)?包括[:：]?([^。]*?)(?:[。]|；(?=公用|日常|人员)|$)/.exec(rest)
  return match?.[1] ?? null
}

/** 基本工资10.51万元、津贴补贴 → the names alone, without the levels above them. */
function itemsOf(text: string): string[] {
  const bare = text.replace(/\d[\d,.]*(万元|元)?/g, '').replace(/(主要)?包括[:：]?/g, '、')
  return bare
    .split(/[、，；,]/)
    .map((item) => squash(item).replace(/等$/, ''))
    .filter((item) => item.length > 1 && parseAmount(item) === null)
}
