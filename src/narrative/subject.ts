/** Noun phrases → the quantities they name. */
import { squash } from '../template/words.ts'
import type { Chapter, Quantity, Reference, Role } from './define.ts'
import type { Dictionary } from './dictionary.ts'
import { type FoundLine, findByCode, findByLabel, findByPath, type Whereabouts } from './lines.ts'
import { open, parsePhrase } from './phrase.ts'
import { takeYearBehind, yearBehind } from './spoken-year.ts'

/** What a figure is a figure of. */
export interface Subject {
  /** Quantity name, `table/row` of a line, or `other:words`: the same thing has the same key. */
  key: string
  name: string
  quantity: Quantity | null
  line: FoundLine | null
  references: readonly Reference[]
  /** The words it was named with. */
  words: string
}

export interface Noun {
  /** Null: nothing is named, the figure belongs to the subject before. */
  subject: Subject | null
  role: Role | null
  year: number | null
  /** A word of the vocabulary, a line of a table or nothing at all; false for words nobody knows. */
  known: boolean
  /** A quantity of tables that this chapter does not speak of. */
  foreign?: boolean
}

/** What the words may refer to at this place of the document. */
export interface Surroundings extends Whereabouts {
  year: number | null
  entity: string | null
  /** What the vocabulary says of the chapter. */
  scope: Chapter | null
  /** The chapter speaks of single projects, not of the tables. */
  apart: boolean
  /** The words begin a sentence: 支出 is then a name, later on it stands for one. */
  opens: boolean
  /** Names of the subjects of this paragraph so far, the last one last. */
  recent: readonly Subject[]
}

/** How many words may be taken off a noun phrase before it is known. */
const STRIPS = 6
/** So many ways to shorten one phrase are tried. */
const MOST = 400

/** What a noun phrase names. */
export function readNoun(words: string, here: Surroundings, dictionary: Dictionary): Noun {
  const noun = search(words, here, dictionary)
  const inner = noun.known ? null : /^(.+)(20\d\d)年度?(.+)$/.exec(squash(words))
  if (!inner) return noun
  // 公务用车购置费2026年预算数: the year stands between the name and its role.
  const without = search(inner[1]! + inner[3]!, here, dictionary)
  return without.known && without.subject ? { ...without, year: Number(inner[2]) } : noun
}

/** Words are taken off the ends of a noun phrase until it is known, first as it stands; the fewest win. */
function search(words: string, here: Surroundings, dictionary: Dictionary): Noun {
  const shortened = new Shortened(words, here, dictionary)
  const exact = searchBy((text) => lookUp(text, here, dictionary), shortened, here, dictionary)
  if (exact.known) return exact
  const byLooseName = (text: string) => chosen(dictionary.loose(here.kind, text), text, here)
  const loose = searchBy(byLooseName, shortened, here, dictionary)
  if (loose.known) return loose
  if (!here.scope?.tables) return exact
  const elsewhere = search(words, { ...here, scope: null }, dictionary)
  return { ...exact, foreign: elsewhere.known && (elsewhere.subject?.references.length ?? 0) > 0 }
}

function searchBy(
  find: (text: string) => Subject | null,
  shortened: Shortened,
  here: Surroundings,
  dictionary: Dictionary,
): Noun {
  for (const { text, role, ...own } of shortened) {
    const year = own.year ?? shortened.year
    const subject = text === '' ? null : find(text)
    if (subject) return { subject, role, year, known: true }
    if (text === '' || dictionary.vocabulary.pronouns.includes(text)) return { subject: null, role, year, known: true }
  }
  const { text, role } = unknown(shortened.whole, here, dictionary)
  return { subject: other(text), role, year: shortened.year, known: false }
}

interface Short {
  text: string
  role: Role | null
  /** The year that stood before the role. */
  year: number | null
}

/** A noun phrase without its year, then with ever more words taken off its ends; found once, gone through again. */
class Shortened {
  readonly whole: string
  readonly year: number | null
  readonly #queue: Short[]
  readonly #seen: Set<string>
  /** So many of the queue have been shortened further. */
  #done = 0
  readonly #shorter: (short: Short) => Iterable<Short>

  constructor(words: string, here: Surroundings, dictionary: Dictionary) {
    const taken = takeYearBehind(open(squash(words), dictionary.grammar), here, dictionary.grammar)
    this.whole = open(taken.text, dictionary.grammar)
    this.year = taken.year
    this.#queue = [{ text: this.whole, role: null, year: null }]
    this.#seen = new Set([this.whole])
    this.#shorter = (short) => shorter(short, here, dictionary)
  }

  *[Symbol.iterator](): Generator<Short> {
    for (let at = 0; at < this.#queue.length && at < MOST; at++) {
      yield this.#queue[at]!
      if (at === this.#done) this.#shorten(this.#queue[this.#done++]!)
    }
  }

  #shorten(short: Short): void {
    if (short.text.length < this.whole.length - STRIPS * 6) return
    for (const next of this.#shorter(short)) {
      if (this.#seen.has(next.text)) continue
      this.#seen.add(next.text)
      this.#queue.push(next)
    }
  }
}

export function other(words: string): Subject {
  const name = `other:${words}`
  return { key: name, name, quantity: null, line: null, references: [], words }
}

function* shorter({ text, role, year }: Short, here: Surroundings, { grammar }: Dictionary): Generator<Short> {
  for (const entry of grammar.role)
    if (text.endsWith(entry.word)) yield { text: text.slice(0, -entry.word.length), role: role ?? entry.role, year }
  // 接待费上年决算数: whose figure it is, of which year; 接待费上年 alone may be short for what is compared with it.
  const behind = role !== null && year === null ? yearBehind(text, here, grammar) : null
  if (behind) yield { ...behind, role }
  for (const tail of grammar.tails) if (text.endsWith(tail)) yield { text: text.slice(0, -tail.length), role, year }
  for (const lead of [...(here.scope?.leads ?? []), ...grammar.leads])
    if (text.startsWith(lead)) yield { text: text.slice(lead.length), role, year }
  // 收、支总计（含结转和结余）, （行政单位）机关运行经费
  for (const bare of [text.replace(COUNTED_IN, ''), text.replace(WHOSE_OWN, '')])
    if (bare !== text) yield { text: bare, role, year }
  const own = ownName(text, here.entity)
  if (own > 0) yield { text: text.slice(own), role, year }
}

/** What is counted in makes no other quantity of it. */
const COUNTED_IN = /\([内包]?含[^()]*\)$/

/** Whose it is. */
const WHOSE_OWN = /^\([^()]+\)/

/** So many letters of the end of a department's name tell it from a word: 档案馆 of 某市档案馆, but not 中心. */
const SHORTENED = 3

/** How many letters at the start of a text are the department's name, or the end of it: 市档案馆2026年收入. */
function ownName(text: string, entity: string | null): number {
  if (entity === null) return 0
  const name = entity.replace(/\(.*\)$/, '')
  if (text.startsWith(entity)) return entity.length
  for (let n = name.length; n >= SHORTENED; n--) if (text.startsWith(name.slice(-n))) return n
  return 0
}

/** Roles that words name for sure; 预算 and 支出 may belong to the name. */
const WHOSE: ReadonlySet<Role> = new Set<Role>(['initial', 'adjusted'])

/** Words nobody knows, without the verb before the figure and, in accounts, without the word whose figure it is. */
function unknown(text: string, here: Surroundings, { grammar }: Dictionary): { text: string; role: Role | null } {
  let rest = (here.entity && text.startsWith(here.entity) ? text.slice(here.entity.length) : text).replace(/^包?含/, '')
  for (;;) {
    const verb = grammar.verbs.find((v) => rest.length > v.length + 1 && rest.endsWith(v))
    if (!verb) break
    rest = rest.slice(0, -verb.length)
  }
  const whose =
    here.kind === 'accounts'
      ? grammar.role.find((r) => WHOSE.has(r.role) && rest.length > r.word.length + 1 && rest.endsWith(r.word))
      : null
  return whose ? { text: rest.slice(0, -whose.word.length), role: whose.role } : { text: rest, role: null }
}

function lookUp(text: string, here: Surroundings, dictionary: Dictionary): Subject | null {
  const again = here.recent.find((s) => s.quantity?.short?.includes(text))
  if (again) return { ...again, words: text }
  // 2012601行政运行, 行政运行(2012601), 一般公共服务支出(201)档案事务(26)行政运行(01).
  const code = codeIn(text)
  const coded = code && findByCode(code, here, dictionary.lines)
  if (coded) return fromLine(coded, text)
  const path = levelled(text)
  if (/\(\d*(类|款|项)\)/.test(path)) {
    const line = findByPath(path, here, dictionary.lines)
    return line && fromLine(line, text)
  }
  const found = [
    ...(here.opens ? (dictionary.opening[here.kind].get(text) ?? []) : []),
    ...(dictionary.exact.get(text) ?? []),
    ...dictionary.wild(text),
  ]
  const quantity = chosen(found, text, here)
  if (quantity) return quantity
  const line = findByLabel(text, here, dictionary.lines)
  return line && fromLine(line, text)
}

const DASHED = /^([^\d()—－–-]{2,})[—－–-]+([^\d()—－–-]{2,})[—－–-]+([^\d()—－–-]{2,})(?:\((\d{7})\))?$/
const CODED = /^(\D+)\((\d{3})\)(\D+)\((\d\d)\)(\D+)\((\d\d)\)$/

/** 教育支出—进修及培训—培训支出(2050803), 教育支出(205)进修及培训(08)培训支出(03) → …(205类)…(08款)…(03项). */
function levelled(text: string): string {
  const dashed = DASHED.exec(text)
  if (dashed) return `${dashed[1]}(类)${dashed[2]}(款)${dashed[3]}(${dashed[4] ?? ''}项)`
  return text.replace(CODED, '$1($2类)$3($4款)$5($6项)')
}

/** 201一般公共服务支出26档案事务01行政运行: each level with its own digits. */
const BY_LEVELS = /^(\d{3})\D+(\d\d)\D+(?:(\d\d)\D+)?$/

function codeIn(text: string): string | null {
  if (!/\d{3}/.test(text)) return null
  const levels = BY_LEVELS.exec(text)
  if (levels) return levels.slice(1).join('')
  const coded = /^(\d{3,7})[^\d]+$/.exec(text) ?? /^[^\d]+\((\d{3,7})\)$/.exec(text)
  return coded?.[1] ?? /^\D+\((\d{3})\)\D+\((\d\d)\)(?:\D+\((\d\d)\))?$/.exec(text)?.slice(1).join('') ?? null
}

/** Of the quantities with a name the one that fits here. */
function chosen(found: readonly Quantity[], text: string, here: Surroundings): Subject | null {
  const all = found.filter((q) => !q.only || q.only === here.kind)
  const fitting = all.filter((q) => fits(q, here))
  const quantity = nearest(fitting, here) ?? fitting.find((q) => !q.of)
  return quantity ? fromQuantity(quantity, text, here) : null
}

/** A quantity whose every reference belongs to other chapters is not meant here. */
function fits(quantity: Quantity, here: Surroundings): boolean {
  const references = quantity[here.kind]
  return !references || references.some((r) => isMeant(r, here))
}

/** Whether a reference holds in the chapter: it names it, or its table is one of those that the chapter speaks of. */
export function isMeant(reference: Reference, here: Surroundings): boolean {
  const tables = here.scope?.tables
  if (reference.in) return reference.in.includes(here.chapter)
  return !tables || tables.some((table) => reference.at.startsWith(`${table}/`))
}

/** Of the quantities that are parts of something the one whose whole was named last: 本年支出 behind the income of a fund. */
function nearest(found: readonly Quantity[], here: Surroundings): Quantity | undefined {
  const at = (q: Quantity) => here.recent.findLastIndex((s) => q.of?.includes(s.name))
  const last = found.filter((q) => at(q) >= 0).sort((a, b) => at(b) - at(a))[0]
  return last ?? found.find((q) => isAbout(q, here))
}

/** 授予中小企业合同金额 in a paragraph of its own, in the chapter on purchases. */
function isAbout(quantity: Quantity, { scope }: Surroundings): string | undefined {
  return scope?.about?.find((name) => quantity.of?.includes(name))
}

function parentOf(quantity: Quantity, here: Surroundings): string | null {
  return here.recent.findLast((s) => quantity.of?.includes(s.name))?.name ?? isAbout(quantity, here) ?? null
}

export function fromQuantity(quantity: Quantity, words: string, here: Surroundings): Subject {
  const parent = quantity.of ? parentOf(quantity, here) : null
  const name = parent ? `${parent}/${quantity.name}` : quantity.name
  const apart = here.apart || (parent && parent !== quantity.of?.[0])
  const references = apart ? [] : (quantity[here.kind] ?? [])
  return { key: name, name, quantity, line: null, references, words }
}

export function fromLine(line: FoundLine, words: string): Subject {
  const key = `${line.table}/${line.row}`
  return { key, name: key, quantity: null, line, references: [], words }
}

/** A name of its own for a count that was not named but follows from the subject: 接待费 … 0 批次. */
export function named(name: string, subject: Subject): Subject {
  return { ...subject, key: name, name, quantity: null, references: [], line: null }
}

/** The subject that a heading or a whole short sentence names; null if it names none. */
export function subjectOf(text: string, here: Surroundings, dictionary: Dictionary): Subject | null {
  const phrase = parsePhrase(text, false, dictionary.grammar)
  if (phrase.noun === '' || phrase.direction) return null
  const noun = readNoun(phrase.noun, here, dictionary)
  return noun.known ? noun.subject : null
}
