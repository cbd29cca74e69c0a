/** What a figure in the prose says: of which quantity, whose figure, of which year, compared with what. */
import { squash } from '../template/words.ts'
import { baseFigure, comparedWith, isOfAYear, isSpentOfPlan, ofEarlier, yearNamed } from './bases.ts'
import { type Chosen, counted, measured } from './choose.ts'
import type { Role } from './define.ts'
import type { Figure } from './mentions.ts'
import { type Grammar, isDown, type Phrase, parsePhrase } from './phrase.ts'
import type { Paragraph } from './prose.ts'
import { toReading } from './reading.ts'
import { isHeld, settle } from './settle.ts'
import {
  announce,
  beginReason,
  here,
  type Place,
  type Reading,
  remember,
  rememberSide,
  type Situation,
} from './state.ts'
import { type Noun, other, readNoun, type Subject } from './subject.ts'

export function readFigure(figure: Figure, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const { dictionary } = situation
  const split = lead.split(dictionary.grammar.renamed)
  beginReason(lead, state, situation)
  if (split.length > 1) announce(split.slice(0, -1).join(''), state, situation, place.clause)
  if (isWhole(figure, place.paragraph)) return readWhole(figure, split.at(-1)!, place)
  const own = ofEarlier(figure, split.at(-1)!, place) ?? lastItem(split.at(-1)!, figure, place)
  const phrase = phraseOf(figure, own, place)
  if (phrase.ofAll || isOddlyCompared(phrase, dictionary.grammar)) return null
  const noun: Noun = isSpentOfPlan(phrase.noun, place)
    ? { subject: null, role: 'actual', year: null, known: true }
    : readNoun(phrase.noun.replace(dictionary.grammar.from, ''), here(state, situation), dictionary)
  if (dictionary.grammar.from.test(squash(lead))) {
    if (noun.subject && noun.known) remember(noun.subject, state)
    return null
  }
  if (noun.foreign || (figure.alone && !isMoney(noun))) return null
  const chosen = figure.kind === 'count' ? counted(figure, noun, place) : measured(figure, lead, phrase, noun, place)
  return chosen && say({ figure, lead, phrase, noun, chosen }, place)
}

/** A figure, the words before it and what they name. */
interface Said {
  figure: Figure
  lead: string
  phrase: Phrase
  noun: Noun
  chosen: Chosen
}

function say(said: Said, place: Place): Reading | null {
  const { figure, lead, phrase, noun } = said
  const { state, situation } = place
  const own = phrase.reached || isOfBoth(phrase, noun, said.chosen.subject, place)
  if (own) state.year = null
  const spoken = spokenYear(said, own, place)
  const role = noun.role ?? roleOfWhole(place)
  const chosen = chosenOf(said, role, spoken, place)
  if (chosen === null) return null
  if (phrase.base && phrase.relation === 'change') state.base = phrase.base
  if (phrase.relation === 'change')
    state.rise = { direction: phrase.direction, base: phrase.base ?? state.base, to: figure.to }
  // 比2025年年初预算数9819.98万元: the figure that is compared with, told itself.
  const against = phrase.relation === 'level' && phrase.base ? baseFigure(phrase.base, situation) : null
  if (against) state.base = phrase.base
  state.against = against ? place.clause : null
  const year = against?.year ?? spoken
  const spokenOf = isLevelAmount(said) ? comparedWith(figure, lead, place) : null
  if (spokenOf) state.base = spokenOf
  state.year = spokenOf ? null : (noun.year ?? state.year)
  const compared =
    phrase.relation === 'change' ? (phrase.base ?? state.base ?? state.sentenceBase ?? state.partsBase) : phrase.base
  if (figure.kind === 'amount' && figure.unit) state.moneyUnit = figure.unit
  const reading = toReading(place, figure, {
    subject: chosen.subject,
    role: against ? against.role : (role ?? titledRole(year, situation)),
    year,
    base: against ? null : compared,
    relation: phrase.relation,
    direction: phrase.direction,
  })
  reading.figure = figure
  reading.unit = figure.unit ?? state.moneyUnit
  if (phrase.relation === 'level') settle(reading, place)
  if (isEarlier(said, place)) {
    state.earlier = situation.dictionary.grammar.yearWords.exec(squash(lead))?.[0] ?? null
    state.base = state.earlier ?? state.base
  }
  takeUp(reading, { ...said, chosen }, against !== null, place)
  return reading
}

/** 比预算减少 1 万元，上年为 4 万元，增加 2 万元: what follows is no more compared with the budget, be the year told in brackets. */
function isEarlier(said: Said, { state, situation }: Place): boolean {
  const isBefore = said.noun.year !== null && situation.year !== null && said.noun.year < situation.year
  const isOfPlan = state.base !== null && !isOfAYear(state.base, situation.dictionary.vocabulary.bases)
  return isBefore && isOfPlan && isLevelAmount(said)
}

/** An amount that is told, neither a change nor what is compared with. */
function isLevelAmount({ figure, phrase }: Said): boolean {
  return figure.kind === 'amount' && phrase.relation === 'level' && !phrase.base
}

/** The year that a figure is of; `own`: of the document's own, whatever was spoken of before. */
function spokenYear({ phrase, noun }: Said, own: boolean, place: Place): number | null {
  const { state, situation } = place
  const ofWhole = own || phrase.relation === 'change' ? null : yearOfWhole(place)
  return noun.year ?? state.year ?? ofWhole ?? state.sentenceYear ?? state.asOf ?? situation.year
}

/** What the figure is of: what its words name, or a part of that where it has its amount already; null if it is of neither. */
function chosenOf(said: Said, role: Role | null, spoken: number | null, place: Place): Chosen | null {
  const { phrase, noun, chosen } = said
  const { state } = place
  const key = told(chosen.subject, role, spoken)
  const level = isLevelAmount(said)
  // 支出 10 万元，其中 6 万元用于…: it has its amount, this is another thing's; 本级 would name it.
  const [known, part] = [state.told.has(key), isOwnPart(said, place)]
  // 项目支出 400 万元。主要包括：本年财政拨款安排 350 万元: no part of it is it, though it was told a sentence before.
  const ofSameYear = state.whole.amount?.statement.year === spoken
  const again = level && (chosen.named ? known && part : known || (part && ofSameYear))
  if (again && !namesPart(phrase.noun, place)) return null
  if (level) {
    state.told.add(key)
    if (noun.role === null && role !== null) state.partsOfRole = true
  }
  const own = again ? { subject: other(phrase.noun), named: true } : spentOf(chosen, role, place)
  if (own.named) {
    remember(own.subject, state)
    state.base = null
  }
  return own
}

/** 某经费支出预算为 6 万元，支出决算为 5 万元: what was spent of it has not the name of its budget. */
function spentOf(chosen: Chosen, role: Role | null, { situation }: Place): Chosen {
  const { quantity, line, words } = chosen.subject
  if (quantity || line || chosen.named || role !== 'actual' || situation.kind !== 'accounts') return chosen
  const planned = situation.dictionary.grammar.role.find((r) => r.role !== 'actual' && words.endsWith(r.word))
  return planned ? { subject: other(words.slice(0, -planned.word.length)), named: true } : chosen
}

/** What the next words may take up: the parts told so far, the last amount and the last count. */
function takeUp(reading: Reading, { figure, phrase, chosen }: Said, against: boolean, place: Place): void {
  const { state } = place
  if (phrase.relation === 'change') {
    state.whole.parts = null
    state.listed = null
  }
  if (phrase.relation !== 'level') return
  // …，主要是新增项目，其中：基本支出 9 万元: a list of what tables hold explains nothing.
  if (state.whole.list !== state.reasonIn && isHeld(chosen.subject)) state.reason = false
  if (figure.kind === 'amount' && !state.reason && !against && !isAverage(phrase, place)) {
    if (state.whole.parts) state.whole.parts = new Set([...state.whole.parts, chosen.subject.key])
    if (state.listed && state.whole.list) state.listed = new Set([...state.listed, chosen.subject.key])
    if (!isOtherBehind(reading, place)) state.last.amount = reading
    rememberSide(reading, state)
    state.first ??= reading
  }
  if (figure.kind === 'count' && chosen.named) state.last.count = reading
}

const PLANNED: ReadonlySet<Role | null> = new Set<Role>(['initial', 'adjusted', 'budget'])

/** 用车费 8 万元，年初预算为 9 万元。其中：…: what is divided is what was spent, though its budget is told behind it. */
function isOtherBehind({ role, subject, statement, sentence }: Reading, { state, situation }: Place): boolean {
  const spent = state.last.amount
  if (spent?.sentence !== sentence || spent.subject.key !== subject.key) return false
  const [own, year] = [spent.statement.year, statement.year]
  // 支出 9 万元，上年支出 8 万元，增加 1 万元。其中：…: so it is though the year before is told behind it.
  if (own !== null && own === situation.year && year !== null && year < own) return true
  return situation.kind === 'accounts' && PLANNED.has(role) && !PLANNED.has(spent.role) && own === year
}

/** What an amount is told under: once in a sentence. */
function told({ key }: Subject, role: Role | null, year: number | null): string {
  return `${key} ${role} ${year}`
}

/** 2023年支出 8 万元，上年 10 万元，下降 20%: behind the figure of the year before the change is of both, up to this year's. */
function isOfBoth({ relation, base }: Phrase, { year }: Noun, { key }: Subject, { state, situation }: Place): boolean {
  const before = state.year
  if (relation !== 'change' || year !== null || before === null || situation.year === null) return false
  const earlier = yearNamed(base ?? '')
  if (before >= situation.year || (earlier !== null && earlier < before)) return false
  return [...state.told].some((t) => t.startsWith(`${key} `) && t.endsWith(` ${situation.year}`))
}

/** 预算 10 万元，其中：接待费 2 万元: parts of a budget are budgets, if nothing else is said of them. */
function roleOfWhole({ state }: Place): Role | null {
  const whole = state.whole.list && state.whole.amount
  return whole && !state.reason ? whole.role : null
}

/** 2024年度支出 630 万元，其中：基本支出 230 万元；项目支出 400 万元: parts of what was spent that year, over each ；. */
function yearOfWhole({ state }: Place): number | null {
  const whole = state.whole.list && state.whole.amount
  return whole && !state.reason ? whole.statement.year : null
}

/** What is known and counts nothing: a figure without a unit is an amount of it. */
function isMoney({ known, subject }: Noun): boolean {
  return known && subject !== null && !subject.quantity?.units
}

/** 基本工资、津贴补贴等人员经费 names 人员经费; 上缴上级支出、经营支出共 names both together and neither of them. */
function lastItem(lead: string, figure: Figure, { paragraph: { text }, clause, state }: Place): string {
  const all = text.slice(clause.head, figure.from)
  if (clause.head === clause.from || clause.mentions[0] !== figure || !all.endsWith(lead)) return lead
  const named = /等(?![级次候待])(.+)$/.exec(lead)?.[1]
  return named ?? (state.reason || /[各均都][^各均都]{0,4}$/.test(lead) ? lead : all)
}

/** 支出较上年花掉 3 万元: compared by words nobody knows, so that the figure is neither the one of before nor a change. */
function isOddlyCompared({ relation, between }: Phrase, { verbs }: Grammar): boolean {
  return relation === 'level' && !!between && !verbs.includes(between)
}

/** 平均每辆 1.2 万元 is no amount that has parts or is one. */
function isAverage({ noun }: Phrase, { situation }: Place): boolean {
  return situation.dictionary.vocabulary.averages.some((word) => noun.includes(word))
}

/** 收支总计 80 万元，其中：本级收支总计 50 万元: named as the whole is, and less than it; not its budget, 2 万元（预算 3 万元）. */
function isOwnPart({ figure, noun, chosen: { subject } }: Said, { state }: Place): boolean {
  const whole = state.whole.list && state.whole.amount
  const isSame = whole?.subject.key === subject.key && (noun.role === null || noun.role === whole.role)
  return isSame && !whole.figure?.amount.value.eq(figure.amount.value)
}

/** 其中：某市档案馆本级 26.5 万元: the entity's own part of what all its units have. */
function namesPart(words: string, { state }: Place): boolean {
  return state.whole.list !== null && words !== ''
}

/** The words before a figure; where they are 的 alone, what was said of the whole before it. */
function phraseOf(figure: Figure, lead: string, { state, situation, paragraph, clause }: Place): Phrase {
  const { portion } = state
  state.portion = null
  if (portion && squash(lead) === '的') return { noun: '', direction: null, ...portion }
  const { rise } = state
  if (rise?.direction && figure.kind === 'percentage' && paragraph.text.slice(rise.to, figure.from) === '(') {
    // 减少0.50万元（-33.33%）: the sign says it once more.
    const down = isDown(rise.direction) && !figure.amount.value.isNegative()
    return { noun: '', relation: 'change', direction: down ? '下降' : '增长', base: rise.base }
  }
  const { completed, completedOf } = situation.dictionary.vocabulary
  // In chapters on single projects aims are completed, too.
  if (figure.kind === 'percentage' && !situation.apart && completed.includes(squash(lead)))
    return { noun: '', relation: 'completion', direction: null, base: completedOf }
  const phrase = parsePhrase(lead, figure.kind === 'percentage', situation.dictionary.grammar)
  // 由 20 万元减少为 15 万元: what it is now, as 减少到 says it.
  const moved = /^(?:[^为]{1,4})为$/.test(squash(lead)) && /[由从]/.test(paragraph.text.slice(clause.from, figure.from))
  if (moved && phrase.relation === 'change' && figure.kind === 'amount')
    return { ...phrase, relation: 'level', direction: null, reached: true }
  const { early } = state
  const goesOn = early && paragraph.text[clause.from - 1] === '、' && phrase.relation === 'level'
  state.early = phrase.early ? phrase : goesOn ? early : null
  return goesOn ? { ...phrase, ...early, noun: phrase.noun } : phrase
}

/** 84.82万元 in 完成全年预算84.82万元的73.2%; the rate may be missing: 完成预算0万元的--%. */
function isWhole(figure: Figure, { text }: Paragraph): boolean {
  return figure.kind === 'amount' && /^的[\d.,—-]+%/.test(text.slice(figure.to))
}

/** The whole that a rate is told of: the budget of the subject, or another quantity named after 占. */
function readWhole(figure: Figure, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const { noun: words, relation, base } = parsePhrase(lead, true, situation.dictionary.grammar)
  if (base === null || (relation !== 'completion' && relation !== 'share')) return null
  const noun = readNoun(words, here(state, situation), situation.dictionary)
  if (noun.subject && noun.known) remember(noun.subject, state)
  const whole = relation === 'share' ? readNoun(base, here(state, situation), situation.dictionary) : noun
  const subject = relation === 'share' ? whole.subject : state.subject
  state.portion = { relation, base }
  if (!subject || !whole.known) return null
  const { year, role } = relation === 'share' ? whole : baseFigure(base, situation)
  const meaning = { subject, role, year: year ?? situation.year, base: null, direction: null }
  const reading = toReading(place, figure, { ...meaning, relation: 'level' })
  reading.figure = figure
  reading.unit = figure.unit ?? state.moneyUnit
  return reading
}

/** Below 2021年“三公”经费决算情况 a budget tells what was spent in that year. */
function titledRole(year: number | null, { kind, titled, year: own, dictionary }: Situation): Role | null {
  const earlier = year !== null && own !== null && year < own
  return kind === 'budget' && earlier && dictionary.vocabulary.bases.spent.test(titled) ? 'executed' : null
}
