/** A printed line cut in two by the page end is one line. */
import { readCell, toYuan } from '../../amount.ts'
import type { Cell } from '../../model.ts'
import { closesBracket, isNote } from '../around/captions.ts'
import type { FieldLanguage } from '../define.ts'
import { enumerator, isTotalLabel, squash } from '../words.ts'
import { doubt } from './cells.ts'
import type { Draft } from './draft.ts'
import { countOf } from './parents.ts'
import { codesInLabels } from './printed-codes.ts'

export interface CutForm {
  /** Its lines are known by codes. */
  byCode: boolean
  /** Whether a whole label of such a form reads so. */
  isName: (label: string) => boolean
  unitOf: (column: string, label: string) => string | null
  /** What the words of a line say of where it stands. */
  words: FieldLanguage['lines']
}

/**
 * Puts the rest of a cut line back to its first part: what stands first on a page without a code and
 * without a label goes on from the last line of the page before, and so does the rest of a label. An amount may be cut, too (1782274. over 01): what the halves make is marked, until an identity
 * proves it. Returns the lines of the new page that remain; `last` is changed.
 */
export function mendCut(
  above: readonly Draft[],
  next: readonly Draft[],
  form: CutForm,
  following: () => readonly Draft[] = () => [],
): Draft[] {
  const row = above.at(-1)?.row
  const last = above.filter((d) => d.row === row)
  return next.filter((draft) => {
    const before = draft.side === null ? last.find((d) => d.block === draft.block) : ofSide(last, draft)
    if (!before || isCountedOut(before, draft, above, following)) return true
    if (isRestOfUnit(draft, above)) {
      before.unitName += draft.unitName
      // It may be a unit without money, too.
      if (!/^[(（]/.test(draft.unitName)) {
        before.unsure = true
        doubt(before.cells)
      }
      return false
    }
    if (
      !goesOn(before, draft, above, form) &&
      !endsLikeOthers(before, draft, above) &&
      !isRestOfLine(before, draft, above) &&
      !isRestOfTorn(before, draft, form, () => [...above, ...following()])
    )
      return true
    // Of names that nobody knows only the place says that they are one.
    if (form.byCode && draft.label !== '' && before.codes.length === 0 && !form.isName(before.label + draft.label))
      before.unsure = true
    joinLabels(before, draft)
    for (const [id, cell] of Object.entries(draft.cells))
      before.cells[id] = joined(before.cells[id], cell, form.unitOf(id, before.label))
    return false
  })
}

/** Each rest of a label goes to the one in its column; what has none there, to the last. A code may be all that was printed before. */
function joinLabels(before: Draft, rest: Draft): void {
  joinTexts(before, rest)
  const named = codesInLabels(before.labels)
  if (before.codes.length > 0 || named.codes.length === 0) return
  before.codes = named.codes
  before.code = named.codes[0]!
  before.labels = named.labels
  before.label = named.labels.at(-1)!
}

function joinTexts(before: Draft, { label, labels, labelAt }: Draft): void {
  const own = labels.map((_, i) => before.labelAt.indexOf(labelAt[i] ?? -1))
  if (before.labels.length !== before.labelAt.length || own.some((k) => k < 0)) {
    before.label += label
    if (labels.length > 0)
      before.labels = [...before.labels.slice(0, -1), (before.labels.at(-1) ?? '') + labels.join('')]
    return
  }
  const rests = before.labels.map((_, k) => labels.filter((_, i) => own[i] === k).join(''))
  before.labels = before.labels.map((whole, k) => whole + rests[k]!)
  before.label += rests.at(-1) ?? ''
}

function ofSide(last: readonly Draft[], { side }: Draft): Draft | undefined {
  return last.find((d) => d.side === side)
}

function goesOn(before: Draft, draft: Draft, above: readonly Draft[], { byCode, isName, words }: CutForm): boolean {
  if (isNote(draft.label) || draft.codes.length > 0 || draft.unitName !== '' || draft.line !== null) return false
  const printed = Object.entries(draft.cells).filter(([, c]) => c.mark !== 'blank')
  const isCut = ([id, c]: [string, Cell]) => {
    const upper = before.cells[id]
    return upper !== undefined && upper.mark !== 'blank' && isCutAmount(upper, c) && isFull(id, upper, c, above)
  }
  if (draft.label === '') {
    const upper = (id: string) => before.cells[id]?.mark ?? 'blank'
    // Words go on from words: none are the rest of an amount.
    const free = printed.every(
      (p) => upper(p[0]) === 'blank' || (p[1].mark === 'text' && upper(p[0]) === 'text') || isCut(p),
    )
    return printed.length > 0 && free && (before.label !== '' || before.codes.length > 0 || before.unitName !== '')
  }
  if (isTotalLabel(draft.label) || !printed.every(isCut)) return false
  if (!byCode) return isRestOfLabel(before, draft, words)
  if (before.codes.length > 0) return true
  if (isName(draft.label)) return false
  return isName(before.label + draft.label) || isWithoutFigures(before, draft)
}

/** So many lines that count on show that a list leaves no number out. */
const COUNTING = 3

/** 十八、 is lost between 十七、, which ends a page, and 十九、, the next one: an amount without a label is none of 十七's. */
function isCountedOut(
  before: Draft,
  draft: Draft,
  above: readonly Draft[],
  following: () => readonly Draft[],
): boolean {
  const numbersOf = (drafts: readonly Draft[]) =>
    drafts.flatMap(({ side, block, label }) => {
      const mark = side === draft.side && block === draft.block ? enumerator(label) : null
      return mark?.depth === 1 ? [countOf(mark.text) ?? 0] : []
    })
  const [own] = numbersOf([before])
  if (draft.label !== '' || own === undefined) return false
  const counted = numbersOf(above)
  const countOn = counted.every((n, i) => i === 0 || n === counted[i - 1]! + 1)
  return countOn && counted.length >= COUNTING && numbersOf(following())[0] === own + 2
}

/** A label alone, where the line before has a figure in each column: no line of such a table is without. */
function isWithoutFigures(before: Draft, draft: Draft): boolean {
  const cells = Object.values(before.cells)
  return Object.values(draft.cells).every((c) => c.mark === 'blank') && cells.every((c) => c.mark !== 'blank')
}

/** 支出 at the head of a page, where 十一、城乡社区 ends the page before. */
function isRestOfLabel(before: Draft, draft: Draft, { unnumbered, part }: CutForm['words']): boolean {
  if (draft.side === null || before.side !== draft.side) return false
  // 支出 written downwards beside the rows of a side, where the last label ends so.
  if (before.label.endsWith(draft.label)) return false
  return (
    enumerator(before.label) !== null &&
    enumerator(draft.label) === null &&
    !unnumbered.test(draft.label) &&
    // 其中：专项资金 is a line of its own.
    !part.test(draft.label)
  )
}

/** No name ends so: 年初财政拨款结转和. */
const UNFINISHED = /[和与及、（(]$/

/** 财政拨款 without a figure, below 二、政府性基金预算, where 一、一般公共预算财政拨款 ends so: all lines of a list are worded alike. */
function endsLikeOthers(before: Draft, draft: Draft, above: readonly Draft[]): boolean {
  if (draft.side === null || draft.line !== null || !Object.values(draft.cells).every((c) => c.mark === 'blank'))
    return false
  const isListed = (label: string) => enumerator(label) !== null
  if (UNFINISHED.test(before.label) || isLetter(draft.label)) return true
  if (!isListed(before.label) || isListed(draft.label) || before.label.endsWith(draft.label)) return false
  return above.some((d) => d.side === draft.side && isListed(d.label) && d.label.endsWith(draft.label))
}

/** More lines than this, of which every one has figures, show that one without is the rest of another. */
const SHOWN = 4

/**
 * 续费 below 手, or 计划 beside the rest of its aims: without a figure, in a list of which every line has one. Office
 * programs cut lines so.
 */
function isRestOfLine(before: Draft, draft: Draft, above: readonly Draft[]): boolean {
  if (draft.side !== null || draft.line !== null || draft.codes.length > 0 || draft.label === '') return false
  if (before.codes.length > 0 || isTotalLabel(draft.label) || isNote(draft.label) || enumerator(draft.label) !== null)
    return false
  const isPrinted = ([, c]: [string, Cell]) => c.mark !== 'blank'
  const printed = Object.entries(draft.cells).filter(isPrinted)
  const isText = (c: Cell | undefined) => c?.mark === 'text'
  if (printed.length === 0 && above.length <= SHOWN) return false
  if (!printed.every(([id, c]) => isText(c) && isText(before.cells[id]))) return false
  return above.every((d) => Object.values(d.cells).some((c) => c.mark !== 'blank' && c.mark !== 'text'))
}

/**
 * Names without a figure, where those before leave no room behind them, are one letter alone, or open a bracket that
 * these close: they go on from them.
 */
function isRestOfTorn(
  before: Draft,
  draft: Draft,
  { isName, words }: CutForm,
  others: () => readonly Draft[],
): boolean {
  const isBlank = Object.values(draft.cells).every((c) => c.mark === 'blank')
  if (!isBlank || draft.label === '' || draft.codes.length > 0 || draft.line !== null) return false
  if (draft.unitName !== '' || draft.side !== before.side || isNote(draft.label)) return false
  if (isTornOff(before.label) || closesBracket(before.label, draft.label)) return true
  if (isTotalLabel(draft.label) || words.part.test(draft.label)) return false
  if (enumerator(draft.label) !== null || isName(draft.label)) return false
  if (!draft.labelAt.every((place) => before.filled.includes(place))) return false
  return !words.unnumbered.test(draft.label) || endsAsNumbered(before, draft, others())
}

/** So many last letters are alike in labels that are worded alike. */
const ENDING = 4

/** 共预算拨款 below 1.一般公, where 2.政府性基金预算拨款 stands further down: what may be a line without a number ends as numbered ones. */
function endsAsNumbered(before: Draft, { side, label }: Draft, others: readonly Draft[]): boolean {
  const ending = label.slice(-ENDING)
  const isLike = (d: Draft) => d.side === side && enumerator(d.label) !== null && d.label.endsWith(ending)
  return enumerator(before.label) !== null && !before.label.endsWith(ending) && others.some(isLike)
}

/** [2200501], one letter: no label is only that. */
function isTornOff(label: string): boolean {
  return isLetter(label) || /^[[【〔]\d+[\]】〕]$/.test(label)
}

/** No label has one letter alone. */
function isLetter(label: string): boolean {
  return /^\p{Script=Han}$/u.test(label)
}

/** A name without a figure, in a list of units of which every line has one: that of the last one goes on, as （某市某中心） does. */
function isRestOfUnit(draft: Draft, above: readonly Draft[]): boolean {
  const isBlank = (d: Draft) => Object.values(d.cells).every((c) => c.mark === 'blank')
  if (draft.unitName === '' || isTotal(draft.unitName) || isNote(draft.unitName)) return false
  if (draft.label !== '' || draft.codes.length > 0 || !isBlank(draft)) return false
  const before = above.at(-1)
  if (before && closesBracket(before.unitName, draft.unitName)) return true
  return above.every((d) => d.unitName !== '' && d.label === '' && !isBlank(d))
}

/** Names of units have more letters than so many. */
const REST_OF_NAME = 2

/**
 * The name of a unit over many rows that goes on in the first of a new page: 级, or its last letters again. Gives the
 * whole name.
 */
export function wholeUnitName(before: string, rest: string): string | null {
  if (before === '' || rest === '' || before === rest || isTotal(rest)) return null
  if (before.endsWith(rest)) return before
  return rest.length <= REST_OF_NAME ? before + rest : null
}

/** 合计 and 小计, in the column of units as elsewhere, are no rest of a name. */
function isTotal(text: string): boolean {
  return isTotalLabel(text) || squash(text) === '小计'
}

/** No amount is printed with a nought before its digits: 0 and 5.82 are two. */
const LEADING_ZERO = /^[^\d０-９]*[0０][\d０-９]/

/** Digits in both halves that make one amount with the usual places; two whole amounts make none. */
function isCutAmount(upper: Cell, lower: Cell): boolean {
  const raw = upper.raw + lower.raw
  const amount = LEADING_ZERO.test(raw) ? undefined : readCell(raw).amount
  return amount !== undefined && amount.places <= 2 && /^[\d０-９.．,，'’]+[)）]?$/.test(lower.raw)
}

/**
 * Of two whole figures the upper is a half only where it fills its column: an amount without places is broken where
 * there is no room for the next digit, so that none of the column is wider.
 */
function isFull(id: string, upper: Cell, lower: Cell, above: readonly Draft[]): boolean {
  if (/[.．,，]/.test(upper.raw + lower.raw)) return true
  const widthOf = ({ bbox }: Cell) => bbox[2] - bbox[0]
  const digit = widthOf(upper) / upper.raw.length
  return above.every((d) => !d.cells[id] || widthOf(d.cells[id]) < widthOf(upper) + digit)
}

function joined(before: Cell | undefined, rest: Cell, unit: string | null): Cell {
  if (!before || before.mark === 'blank') return rest
  if (rest.mark === 'blank') return before
  const raw = before.raw + rest.raw
  const { amount, mark, value } = readCell(raw)
  if (amount) return { ...before, raw, mark, value, yuan: toYuan(amount, unit), status: 'suspect' }
  return { ...before, value: `${before.value ?? ''}${rest.value ?? ''}`, raw }
}
