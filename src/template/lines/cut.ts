/** A printed line cut in two by the page end is one line. */
import type { Cell } from '../../model.ts'
import { closesBracket, isNote } from '../around/captions.ts'
import type { FieldLanguage } from '../language.ts'
import { bareLabel, enumerator, isTotalLabel, squash } from '../words.ts'
import { doubt } from './cells.ts'
import { isCutAmount, isFull, joined } from './cut-amounts.ts'
import { isRestOfUnit } from './cut-units.ts'
import type { Draft } from './draft.ts'
import { joinLabels } from './join-labels.ts'
import { countOf } from './parents.ts'

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
 * Puts the rest of a line that a page end cuts back to its first part. A figure may be cut, too (1782274. over 01):
 * what the halves make is marked, until an identity proves it. Returns the lines of the new page that remain; the last
 * one above is changed.
 */
export function mendCut(
  above: readonly Draft[],
  next: readonly Draft[],
  form: CutForm,
  following: () => readonly Draft[] = () => [],
): Draft[] {
  const row = above.at(-1)?.row
  const last = above.filter((d) => d.row === row)
  const cuts = next.flatMap((draft): Cut[] => {
    const before = draft.side === null ? last.find((d) => d.block === draft.block) : ofSide(last, draft)
    return before ? [{ before, draft, above, following, form }] : []
  })
  const rests = new Set(cuts.flatMap((cut) => (mendOne(cut) ? [cut.draft] : [])))
  // The sides of a summary share their rows: beside a rest no line begins.
  for (const cut of cuts)
    if (rests.size > 0 && !rests.has(cut.draft) && isRestBeside(cut)) {
      join(cut)
      rests.add(cut.draft)
    }
  return next.filter((draft) => !rests.has(draft))
}

/** Joins the halves of a line if they are such; whether they are. */
function mendOne(cut: Cut): boolean {
  const { before, draft, above } = cut
  if (isCountedOut(cut) || isWholeTotal(cut)) return false
  if (isRestOfUnit(draft, above)) {
    before.unitName += draft.unitName
    // It may be a unit without money, too.
    if (!/^[(（]/.test(draft.unitName)) {
      before.unsure = true
      doubt(before.cells)
    }
    return true
  }
  if (SIGNS.some((isOneLine) => isOneLine(cut))) {
    join(cut)
    return true
  }
  // 103 and 5 may be two amounts as well, of lines with two names.
  if (mayBeTorn(cut)) for (const part of [before, draft]) doubt(part.cells)
  return false
}

function join({ before, draft, form }: Cut): void {
  // Of names that nobody knows only the place says that they are one.
  if (form.byCode && draft.label !== '' && before.codes.length === 0 && !form.isName(before.label + draft.label))
    before.unsure = true
  // What a seal left of a header printed again (出 of 支出) may be taken for the rest of a name.
  if (draft.unsure) before.unsure = true
  joinLabels(before, draft)
  for (const [id, cell] of Object.entries(draft.cells))
    before.cells[id] = joined(before.cells[id], cell, form.unitOf(id, before.label))
}

/** 政拨款收入 below 一、一般公共预算财, in the row in which 出 goes on from 一、一般公共服务支. */
function isRestBeside(cut: Cut): boolean {
  const { before, draft } = cut
  const isNumbered = enumerator(before.label) !== null && enumerator(draft.label) === null
  if (draft.side === null || !isNumbered || !mayBeRest(draft) || isTotalLabel(draft.label)) return false
  return printedIn(draft).every((figure) => isSecondHalf(figure, cut))
}

/** What stands at a page end: the last line of its block or side above it, and the first one below. */
interface Cut {
  before: Draft
  draft: Draft
  /** All lines above the page end, and those that follow the first one below it. */
  above: readonly Draft[]
  following: () => readonly Draft[]
  form: CutForm
}

/** 人员经费合计 with its amount is whole: 公用经费 at the head of the next page is a header, or another line. */
function isWholeTotal({ before, draft }: Cut): boolean {
  const isTotal = /[合总]计$/.test(squash(before.label)) && printedIn(before).length > 0
  return isTotal && printedIn(draft).length === 0 && !/^[(（]/.test(draft.label)
}

/** By what two lines at a page end are known to be one: each sign is enough. */
const SIGNS: readonly ((cut: Cut) => boolean)[] = [
  isRestWithoutName,
  isRestWithCutFigures,
  endsLikeOthers,
  isRestOfLine,
  isRestOfTorn,
]

function ofSide(last: readonly Draft[], { side }: Draft): Draft | undefined {
  return last.find((d) => d.side === side)
}

/** Whether it may be a rest at all: none has a code, a number, the name of a unit, or the words of a note. */
function mayBeRest({ label, codes, unitName, line }: Draft): boolean {
  return !isNote(label) && codes.length === 0 && unitName === '' && line === null
}

function printedIn({ cells }: Draft): [string, Cell][] {
  return Object.entries(cells).filter(([, c]) => c.mark !== 'blank')
}

/** Whether a figure is the second half of the one above it. */
function isSecondHalf([id, lower]: [string, Cell], { before, above }: Cut): boolean {
  const upper = before.cells[id]
  return upper !== undefined && upper.mark !== 'blank' && isCutAmount(upper, lower) && isFull(id, upper, lower, above)
}

/** Figures or words without a name, each where the line before has none, or only the first half of it. */
function isRestWithoutName(cut: Cut): boolean {
  const { before, draft } = cut
  if (!mayBeRest(draft) || draft.label !== '') return false
  const printed = printedIn(draft)
  const upper = (id: string) => before.cells[id]?.mark ?? 'blank'
  // Words go on from words: none are the rest of an amount.
  const isFree = ([id, c]: [string, Cell]) =>
    upper(id) === 'blank' || (c.mark === 'text' && upper(id) === 'text') || isSecondHalf([id, c], cut)
  const isNamed = before.label !== '' || before.codes.length > 0 || before.unitName !== ''
  return isNamed && printed.length > 0 && printed.every(isFree)
}

/** A name without figures but the second halves of those before, which no line of such a form is called. */
function isRestWithCutFigures(cut: Cut): boolean {
  const { before, draft, form } = cut
  if (!mayBeRest(draft) || draft.label === '' || isTotalLabel(draft.label)) return false
  if (!printedIn(draft).every((figure) => isSecondHalf(figure, cut))) return false
  if (!form.byCode) return isRestOfLabel(cut)
  if (before.codes.length > 0) return true
  if (form.isName(draft.label)) return false
  return form.isName(before.label + draft.label) || isWithoutFigures(before, draft)
}

/** So many lines that count on show that a list leaves no number out. */
const COUNTING = 3

/** 十八、 is lost between 十七、, which ends a page, and 十九、, the next one: an amount without a label is none of 十七's. */
function isCountedOut({ before, draft, above, following }: Cut): boolean {
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
function isRestOfLabel({ before, draft, form }: Cut): boolean {
  const { unnumbered, part } = form.words
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
function endsLikeOthers({ before, draft, above }: Cut): boolean {
  if (draft.side === null || draft.line !== null || !Object.values(draft.cells).every((c) => c.mark === 'blank'))
    return false
  const isListed = (label: string) => enumerator(label) !== null
  if (UNFINISHED.test(before.label) || isLetter(draft.label)) return true
  if (!isListed(before.label) || isListed(draft.label) || before.label.endsWith(draft.label)) return false
  return above.some((d) => d.side === draft.side && isListed(d.label) && d.label.endsWith(draft.label))
}

/** So many lines, each with figures, show that one without is the rest of another. */
const SHOWN = 5

/** 续费 below 手, or 计划 beside the rest of its aims, in a list of which every line has a figure: office programs cut so. */
function isRestOfLine({ before, draft, above }: Cut): boolean {
  if (draft.side !== null || draft.line !== null || draft.codes.length > 0 || draft.label === '') return false
  if (before.codes.length > 0 || isTotalLabel(draft.label) || isNote(draft.label) || enumerator(draft.label) !== null)
    return false
  const printed = printedIn(draft)
  const isText = (c: Cell | undefined) => c?.mark === 'text'
  if (printed.length === 0 && above.length < SHOWN) return false
  if (!printed.every(([id, c]) => isText(c) && isText(before.cells[id]))) return false
  return above.every((d) => Object.values(d.cells).some((c) => c.mark !== 'blank' && c.mark !== 'text'))
}

/** A torn name, without a figure or with one that is no amount by itself: .00 below 1035. */
function isRestOfTorn(cut: Cut): boolean {
  const printed = printedIn(cut.draft)
  const isHalf = ([id, lower]: [string, Cell]) => /[.．]$/.test(cut.before.cells[id]!.raw) || /^[.．]/.test(lower.raw)
  return mayBeTorn(cut) && (printed.length === 0 || printed.some(isHalf))
}

/**
 * Names without a figure but second halves, where those before leave no room behind them, are one letter alone, or open
 * a bracket that these close: they go on from them.
 */
function mayBeTorn(cut: Cut): boolean {
  const { before, draft, above, following, form } = cut
  const { isName, words } = form
  if (!mayBeRest(draft) || draft.label === '' || draft.side !== before.side) return false
  if (!printedIn(draft).every((figure) => isSecondHalf(figure, cut))) return false
  if (isTornOff(before.label) || closesBracket(before.label, draft.label)) return true
  if (isTotalLabel(draft.label) || words.part.test(draft.label)) return false
  if (enumerator(draft.label) !== null || isName(draft.label)) return false
  if (!draft.labelAt.every((place) => before.filled.includes(place))) return false
  const others = [...above, ...following()]
  return (
    !words.unnumbered.test(draft.label) ||
    endsAsNumbered(before, draft, others) ||
    isNamedElsewhere(before, draft, others)
  )
}

/** 政拨款 below 一般公共预算财, where 一、一般公共预算财政拨款 is a line, too. */
function isNamedElsewhere({ label }: Draft, rest: Draft, others: readonly Draft[]): boolean {
  const whole = bareLabel(label + rest.label)
  return others.some((d) => d.side === rest.side && bareLabel(d.label) === whole)
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
