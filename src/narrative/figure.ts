/** What a figure in the prose says: of which quantity, whose figure, of which year, compared with what. */
import { squash } from '../template/words.ts'
import { counted, measured } from './choose.ts'
import type { Role } from './define.ts'
import type { Figure } from './mentions.ts'
import { type Grammar, type Phrase, parsePhrase } from './phrase.ts'
import type { Paragraph } from './prose.ts'
import { toReading } from './reading.ts'
import { everywhere, type Target } from './refs.ts'
import { announce, beginReason, here, type Place, type Reading, remember, type Situation, type State } from './state.ts'
import { type Noun, other, readNoun, type Subject } from './subject.ts'
import { distance } from './values.ts'

export function readFigure(figure: Figure, lead: string, place: Place): Reading | null {
  const { state, situation } = place
  const { dictionary } = situation
  const split = lead.split(dictionary.grammar.renamed)
  beginReason(lead, state, situation)
  if (split.length > 1) announce(split.slice(0, -1).join(''), state, situation, place.clause)
  if (isWhole(figure, place.paragraph)) return readWhole(figure, split.at(-1)!, place)
  const phrase = phraseOf(figure, lastItem(split.at(-1)!, figure, place), place)
  if (isOddlyCompared(phrase, dictionary.grammar)) return null
  const noun = readNoun(phrase.noun.replace(FROM, ''), here(state, situation), dictionary)
  if (isFrom(squash(lead))) {
    if (noun.subject && noun.known) remember(noun.subject, state)
    return null
  }
  if (noun.foreign || (figure.alone && !isMoney(noun))) return null
  const chosen = figure.kind === 'count' ? counted(figure, noun, place) : measured(figure, lead, phrase, noun, place)
  if (!chosen) return null
  const own = phrase.reached || isOfBoth(phrase, noun, chosen.subject, place)
  if (own) state.year = null
  const level = figure.kind === 'amount' && phrase.relation === 'level' && !phrase.base
  const ofWhole = own || phrase.relation === 'change' ? null : yearOfWhole(place)
  const spoken = noun.year ?? state.year ?? ofWhole ?? state.sentenceYear ?? state.asOf ?? situation.year
  const role = noun.role ?? roleOfWhole(place)
  const key = told(chosen.subject, role, spoken)
  // 支出 10 万元，其中 6 万元用于…: it has its amount, this is another thing's; 本级 would name it.
  const [known, part] = [state.told.has(key), isOwnPart(chosen.subject, figure, place)]
  // 项目支出 400 万元。主要包括：本年财政拨款安排 350 万元: no part of it is it, though it was told a sentence before.
  const ofSameYear = state.whole.amount?.statement.year === spoken
  const again = level && (chosen.named ? known && part : known || (part && ofSameYear))
  if (again && !namesPart(phrase.noun, place)) return null
  const { subject, named: isNamed } = again ? { subject: other(phrase.noun), named: true } : chosen
  if (level) {
    state.told.add(key)
    if (noun.role === null && role !== null) state.partsOfRole = true
  }
  if (isNamed) {
    remember(subject, state)
    state.base = null
  }
  if (phrase.base && phrase.relation === 'change') state.base = phrase.base
  // 比2025年年初预算数9819.98万元: the figure that is compared with, told itself.
  const against = phrase.relation === 'level' && phrase.base ? baseFigure(phrase.base, situation) : null
  if (against) state.base = phrase.base
  state.against = against ? place.clause : null
  const year = against?.year ?? spoken
  const spokenOf = level ? comparedWith(figure, lead, place) : null
  if (spokenOf) state.base = spokenOf
  state.year = spokenOf ? null : (noun.year ?? state.year)
  const compared =
    phrase.relation === 'change' ? (phrase.base ?? state.base ?? state.sentenceBase ?? state.partsBase) : phrase.base
  const base = against ? null : compared
  if (figure.kind === 'amount' && figure.unit) state.moneyUnit = figure.unit
  const reading = toReading(place, figure, {
    subject,
    role: against ? against.role : (role ?? titledRole(year, situation)),
    year,
    base,
    relation: phrase.relation,
    direction: phrase.direction,
  })
  reading.figure = figure
  reading.unit = figure.unit ?? state.moneyUnit
  if (phrase.relation === 'level') settle(reading, place)
  if (phrase.relation === 'change') {
    state.whole.parts = null
    state.listed = null
  }
  if (
    phrase.relation === 'level' &&
    figure.kind === 'amount' &&
    !state.reason &&
    !against &&
    !isAverage(phrase, place)
  ) {
    if (state.whole.parts) state.whole.parts = new Set([...state.whole.parts, subject.key])
    if (state.listed && state.whole.list) state.listed = new Set([...state.listed, subject.key])
    state.last.amount = reading
    state.first ??= reading
  }
  if (phrase.relation === 'level' && figure.kind === 'count' && isNamed) state.last.count = reading
  return reading
}

/** 由 20 万元减少到 15 万元: what it was before, nobody says when; 由 2022 年的 20 万元 says it. */
const FROM = /[由从](?:(?!20\d\d年|上一?年|去年)[^由从]{0,8}的)?$/
export function isFrom(words: string): boolean {
  return FROM.test(words)
}

/** What an amount is told under: once in a sentence. */
function told({ key }: Subject, role: Role | null, year: number | null): string {
  return `${key} ${role} ${year}`
}

/** 2023年支出 8 万元，上年 10 万元，下降 20%: behind the figure of the year before the change is of both, up to this year's. */
function isOfBoth({ relation, base }: Phrase, { year }: Noun, { key }: Subject, { state, situation }: Place): boolean {
  const before = state.year
  if (relation !== 'change' || year !== null || before === null || situation.year === null) return false
  const earlier = /^(20\d\d)年/.exec(base ?? '')
  if (before >= situation.year || (earlier && Number(earlier[1]) < before)) return false
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

/** 与**2021年度**收支总计 1.3 亿元相比，减少…: what is compared with, so that its year is not that of what follows. */
function comparedWith({ to }: Figure, lead: string, { paragraph }: Place): string | null {
  if (!/^(?:相比|比较|相较|相对比)/.test(paragraph.text.slice(to))) return null
  return /[与和同较比](20\d\d年度?|上年度?|去年)/.exec(squash(lead))?.[1] ?? null
}

/** Words that mean another cell in another chapter mean the one that has their figure. */
function settle(reading: Reading, { situation, state }: Place): void {
  const { figure, unit, target, subject, role, statement, here } = reading
  const agrees = (to: Target) => {
    const found = distance(figure!, unit, to)
    return found?.off.lte(found.tolerance) ?? false
  }
  if (target.cell && agrees(target)) return
  const within = partOfUnheld(reading)
  if (!target.cell) {
    if (within) rename(reading, within, state)
    return
  }
  if (role === 'initial' && target.cell.column.startsWith('budget_')) {
    // The form prints the budget after changes; that of the start of the year was another one.
    retarget(reading, { quantity: target.quantity.replace('/budget_', '/initial_budget.'), cell: null })
    return
  }
  const meant = everywhere(subject, role, statement.year, here, situation.tables).find(agrees)
  if (meant) retarget(reading, meant)
  else if (within) rename(reading, within, state)
}

/** What is said next of it is said of the same. */
function rename(reading: Reading, subject: Subject, state: State): void {
  reading.subject = subject
  state.subject = subject
  retarget(reading, { quantity: subject.name, cell: null })
}

function retarget(reading: Reading, target: Target): void {
  reading.target = target
  reading.statement.quantity = target.quantity
}

/** 事业运行经费 90 万元，其中：基本支出 10 万元: a part of what no table holds is a figure of a table only where it has its value. */
function partOfUnheld({ whole, subject, here: { chapter } }: Reading): Subject | null {
  // In the chapter on one fund its table holds the parts.
  const ofChapter = subject.references.some((r) => r.in?.includes(chapter))
  const own = ofChapter ? undefined : whole?.subject.quantity?.ownParts
  const isPart = isHeld(subject) && whole && (!isHeld(whole.subject) || own === true || own?.includes(subject.name))
  return isPart ? other(`${whole.subject.words}/${subject.words}`) : null
}

/** Whether tables hold figures of that name. */
function isHeld({ references, line }: Subject): boolean {
  return references.length > 0 || line !== null
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

/** 收支总计 80 万元，其中：本级收支总计 50 万元: named as the whole is, and less than it. */
function isOwnPart(subject: Subject, { amount }: Figure, { state }: Place): boolean {
  const whole = state.whole.list && state.whole.amount
  return whole?.subject.key === subject.key && !whole.figure?.amount.value.eq(amount.value)
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
function titledRole(year: number | null, { kind, titled, year: own }: Situation): Role | null {
  const earlier = year !== null && own !== null && year < own
  return kind === 'budget' && earlier && /决算|执行/.test(titled) ? 'executed' : null
}

/** Year and role of a base: 2025年执行数, 上年预算. 上年 alone is in accounts what was spent, as all they tell. */
function baseFigure(base: string, situation: Situation): { year: number | null; role: Role | null } {
  const named = /^(20\d\d)年/.exec(base)
  const before = /^(上|去|前)/.test(base) && situation.year !== null ? situation.year - 1 : situation.year
  const role = /执行|决算|实际/.test(base)
    ? 'executed'
    : /年初预算/.test(base)
      ? 'initial'
      : /全年|调整/.test(base)
        ? 'adjusted'
        : situation.kind === 'budget' || /预算/.test(base)
          ? 'budget'
          : null
  return { year: named ? Number(named[1]) : before, role }
}
