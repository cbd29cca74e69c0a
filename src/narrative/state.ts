/** What has been said so far: the subject, the year and the comparison that the next words take up. */
import type { Statement, Table } from '../model.ts'
import { squash } from '../template/words.ts'
import type { Clause } from './clauses.ts'
import type { Role } from './define.ts'
import type { Dictionary } from './dictionary.ts'
import type { Figure } from './mentions.ts'
import type { Phrase } from './phrase.ts'
import type { Paragraph } from './prose.ts'
import type { Target } from './refs.ts'
import type { Subject, Surroundings } from './subject.ts'

/** A statement with what the checks need to know about it. */
export interface Reading {
  statement: Statement
  figure: Figure | null
  subject: Subject
  role: Role | null
  relation: 'level' | 'change' | 'share' | 'completion' | 'order' | 'same' | 'trend'
  target: Target
  /** The comparing word itself: 基本持平. */
  words: string
  /** Where it stands: what words referred to there. */
  here: Surroundings
  /** The unit the figure is in where none is printed. */
  unit: string | null
  /** Reading that names the whole of which this is a part (…，其中：). */
  whole: Reading | null
  /** What a sentence says that it divides, without its amount: “三公”经费支出决算中，…. */
  among: Subject | null
  /** The list it stands in: parts of one list say what the whole consists of. Null across paragraphs. */
  list: object | null
  /** Paragraph and sentence: readings of one sentence speak of each other. */
  paragraph: Paragraph
  sentence: number
}

export interface Situation extends Omit<Surroundings, 'recent' | 'opens'> {
  tables: readonly Table[]
  dictionary: Dictionary
  /** The whole that a paragraph before announced with a colon. */
  whole: Reading | null
  /** The last amount of the paragraph before, for one that begins with 其中. */
  previous: Reading | null
  /** What the first amount of the paragraph before is of, for one that begins with 与上年相比. */
  opening: Subject | null
  /** Name of the form whose boxes are read: it stands before every name. */
  form: string | null
  /** Subject of the heading above, looked for when a figure stands alone below it, and the heading's words. */
  heading: () => Subject | null
  titled: string
}

export interface State {
  subject: Subject | null
  recent: Subject[]
  /** What the sentence compares with (与上年相比，…), and what its last figure was compared with. */
  sentenceBase: string | null
  base: string | null
  /** The year whose figure was told last, as it is called: what follows, over a bracket's end too, is compared with it. */
  earlier: string | null
  /** What the whole before 其中 was compared with: its parts are compared with the same. */
  partsBase: string | null
  sentenceYear: number | null
  year: number | null
  sentence: number
  /** The clause is the first of its sentence, or nothing but a date stands before it. */
  opens: boolean
  /** The clause is that date. */
  dated: boolean
  /** After 主要原因: what follows explains and states nothing of the subject. */
  reason: boolean
  /** The list that the explanation stands in: behind another one it has ended. */
  reasonIn: object | null
  /** The subject that is explained: it is spoken of again when the reasons are told. */
  explained: Subject | null
  /** 压减会议费5万元、…: what is said of the items of an enumeration before they are named. */
  early: Pick<Phrase, 'relation' | 'direction' | 'base'> | null
  /** Things nobody knows were counted last: 参加其他单位组团 3 个、5 人次 counts more of them. */
  strange: boolean
  /** Parts were told that have their role from the whole: 预算 10 万元，其中：接待费 2 万元. */
  partsOfRole: boolean
  /** The clause whose figure before was one that is compared with. */
  against: Clause | null
  /** The change told last: a rate alone in brackets behind it, 增加8.12万元（61.84%）, is that of it. */
  rise: (Pick<Phrase, 'direction' | 'base'> & { to: number }) | null
  /** 完成预算84.82万元的 before 73.2%: what the percentage is a part of. */
  portion: { relation: 'completion' | 'share'; base: string } | null
  whole: Wholes
  /** What the sentence says that it divides (…支出中，), where it does not tell its amount. */
  among: Subject | null
  /** Parts of the sentence that have their amounts, over its ；; null once one was compared with something. */
  listed: ReadonlySet<string> | null
  /** What the sentence before divided into parts. */
  divided: Pick<Wholes, 'amount' | 'parts'> & { last: Reading | null }
  /** What the first 其中 of the sentence divides: after ； the parts are its parts again. */
  sentenceWhole: Wholes | null
  last: Pick<Wholes, 'amount' | 'count'>
  /** Subjects of the sentence that have their amount, by role and year. */
  told: Set<string>
  /** The first amount of the paragraph: what 收入包括 and 支出包括 divide. */
  first: Reading | null
  /** The last amounts of the paragraph that are all income and all spending of something. */
  sides: Map<string, Reading>
  /** 截至2025年8月31日: holds for the whole paragraph. */
  asOf: number | null
  moneyUnit: string | null
  /** Saved at an opening bracket. */
  outer: Pick<State, 'subject' | 'base' | 'whole' | 'sentenceWhole' | 'last'>[]
}

/** The amount and the count that 其中 divides. */
export interface Wholes {
  list: object | null
  amount: Reading | null
  count: Reading | null
  /** Parts that have their amounts; null once one of them was compared with something. */
  parts: ReadonlySet<string> | null
}

const NONE: ReadonlySet<string> = new Set()

export function newState(situation: Situation): State {
  return {
    subject: null,
    recent: [],
    sentenceBase: null,
    base: null,
    earlier: null,
    partsBase: null,
    sentenceYear: null,
    year: null,
    sentence: 0,
    opens: true,
    dated: false,
    reason: false,
    reasonIn: null,
    explained: null,
    early: null,
    strange: false,
    partsOfRole: false,
    against: null,
    rise: null,
    portion: null,
    whole: { amount: situation.whole, count: null, list: null, parts: NONE },
    among: null,
    listed: NONE,
    divided: { amount: null, parts: null, last: null },
    sentenceWhole: null,
    last: { amount: null, count: null },
    told: new Set(),
    first: null,
    sides: new Map(),
    asOf: null,
    moneyUnit: null,
    outer: [],
  }
}

export function isLevel(reading: Reading): boolean {
  return reading.relation === 'level' && reading.figure?.kind === 'amount'
}

/** A figure of the year before or of a budget stands for comparison: nothing is divided but the document's own. */
export function isOwn({ statement, role, here: { kind, year } }: Reading): boolean {
  const isOther = kind === 'accounts' && role !== null && role !== 'actual'
  return !isOther && (year === null || statement.year === null || statement.year === year)
}

const DATE_ALONE = /^20\d\d年度?$/

/** A new clause: what a sentence, a part of one or a bracket begins and ends. */
export function enter(clause: Clause, words: string, state: State, situation: Situation): void {
  // 2017年度，本单位收入为…: a date alone leaves the head of the sentence to the words behind it.
  state.opens = clause.starts !== null || state.dated
  state.dated = state.opens && DATE_ALONE.test(squash(words))
  if (clause.starts === 'sentence') {
    const { amount, list } = state.whole
    // A sentence that only compares leaves what was divided before it.
    if (list || state.last.amount?.sentence === state.sentence)
      state.divided = { amount: list && amount, parts: state.listed, last: state.last.amount }
    state.sentence++
    state.told.clear()
    state.sentenceBase = null
    state.partsBase = null
    state.earlier = null
    state.partsOfRole = false
    state.strange = false
    state.sentenceYear = null
    state.year = null
    endReason(state)
    state.listed = NONE
    state.whole = { amount: situation.whole, count: null, list: null, parts: NONE }
    state.sentenceWhole = null
    state.among = null
  }
  const isReason = /^[一二三四五六七八九十]是/.test(words)
  if (isReason && state.reason) state.subject = null
  if (clause.starts === 'part') {
    state.year = null
    if (!isReason) endReason(state)
    state.whole = { ...(state.sentenceWhole ?? state.whole), parts: NONE }
  }
  while (state.outer.length < clause.depth) {
    const { subject, base, whole, sentenceWhole, last } = state
    state.outer.push({ subject, base, whole, sentenceWhole, last: { ...last } })
    // What a bracket says are parts of the figure before it.
    state.whole = { ...last, list: {}, parts: NONE }
    state.sentenceWhole = state.whole
  }
  while (state.outer.length > clause.depth) {
    const saved = state.outer.pop()!
    state.subject = saved.subject
    state.base = state.earlier ?? saved.base
    state.earlier = null
    state.whole = saved.whole
    state.sentenceWhole = saved.sentenceWhole
    state.last = saved.last
  }
}

/** Words that explain; what a reason names nothing of its own for is not said of what it explains. */
export function beginReason(words: string, state: State, { dictionary }: Situation): void {
  if (state.reason || !dictionary.grammar.reason.test(words)) return
  state.reason = true
  state.reasonIn = state.whole.list
  state.explained = state.subject
  state.subject = null
}

function endReason(state: State): void {
  if (!state.reason) return
  state.reason = false
  state.subject = state.explained
}

/** 其中 and 包括: what follows are parts of the figure before. */
export function announce(text: string, state: State, situation: Situation, clause: Clause): void {
  const { grammar } = situation.dictionary
  // 支出 90 万元，其中： ¶ 按功能科目划分：… ¶ 按经济分类划分：…: the same whole, paragraph by paragraph.
  const announced = situation.whole
  const words = squash(text)
  if (!grammar.divided.test(words)) return
  // …，其中本级 30 万元；主要用于设备 20 万元: what ； ends is divided once more.
  if (clause.starts === 'part' && state.sentenceWhole && grammar.spentOn.test(words)) {
    state.whole = { ...state.sentenceWhole, list: {}, parts: NONE }
    return
  }
  const again = grammar.dividedAnew.test(words)
    ? (sideNamed(words, state) ?? (state.sentenceWhole ?? state.divided).amount ?? announced)
    : allAgain(words, state, clause)
  divide(state, grammar.dividesAll.test(words) ? state.first : again)
}

/** 本年收入 90 万元，本年支出 80 万元，年末结余 10 万元。支出按用途划分，其中：… divides what was spent. */
function sideNamed(words: string, { sides }: State): Reading | null {
  return sides.get(/(收入|支出)[^收支]*按[^按]*$/.exec(words)?.[1] ?? '') ?? null
}

export function rememberSide(reading: Reading, { sides }: State): void {
  const side = /(收入|支出)(?:合计|总计|决算)?$/.exec(reading.subject.words)?.[1]
  if (side) sides.set(side, reading)
}

/** 收入 940 万元，包括本年收入 930 万元，结转 10 万元。其中：…: behind a list a new sentence divides all of it once more. */
function allAgain(words: string, { divided }: State, { starts }: Clause): Reading | null {
  const isList = (divided.parts?.size ?? 0) > 1
  return starts === 'sentence' && words === '其中' && isList ? divided.amount : null
}

/** What follows are parts of the amount told last, or of another one that begins anew after ；. */
export function divide(state: State, other: Reading | null = null): void {
  // The year that an explanation names is not that of the list behind it.
  if (state.reason) state.year = null
  state.whole = { ...state.last, amount: other ?? state.last.amount, list: {}, parts: NONE }
  // 其中：接待费 2 万元；决算数 8 万元，其中：…: the same once more.
  const again = state.sentenceWhole?.amount?.subject.key === state.whole.amount?.subject.key
  if (other || again) state.sentenceWhole = state.whole
  state.sentenceWhole ??= state.whole
  state.partsBase = state.base
}

/** What the words may refer to at this place. */
export function here(state: State, situation: Situation): Surroundings {
  const { kind, year, entity, chapter, scope, apart } = situation
  return { kind, year, entity, chapter, scope, apart, opens: state.opens && !state.reason, recent: state.recent }
}

export function remember(subject: Subject, state: State): void {
  state.subject = subject
  state.recent.push(subject)
}

/** The place of a figure in its paragraph. */
export interface Place {
  paragraph: Paragraph
  clause: Clause
  state: State
  situation: Situation
}
