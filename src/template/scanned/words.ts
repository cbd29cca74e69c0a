/**
 * Words of scanned pages, compared with those that the forms are known to print. A word that no form prints
 * and of which the reader is not sure is marked: it must not name a line or a column.
 */
import { distance } from 'fastest-levenshtein'
import type { GridCell } from '../../grid/types.ts'
import type { Line } from '../../page/lines.ts'
import type { Sheet } from '../around/sections.ts'
import type { HeaderVocabulary } from '../columns/header.ts'
import { ILLEGIBLE, isScanned, type Reading, see } from '../seen.ts'
import { letters } from '../spelling.ts'
import { bareLabel, headerWord, squash } from '../words.ts'
import { alikeNames } from './alike-names.ts'
import { withoutDirt } from './dirt.ts'
import { type Likely, leads, likeliest, mayBe, numberOf, weighWords, YEAR } from './likely.ts'
import { hasNext, type Lexicon, nearestWords, withoutStray } from './nearest.ts'
import { mendNumbers } from './numbers.ts'
import { isSureOfPattern } from './patterns.ts'
import { holdsSeveral, splitTorn } from './splits.ts'

/** What the forms print. */
export interface Known {
  /** Headers, names of codes, labels. */
  words: Lexicon
  titles: Lexicon
  /** Knows the headers of which only a part is fixed, too. */
  isHeader: HeaderVocabulary
}

export function toLexicon(words: Iterable<string>): Lexicon {
  const lexicon = new Map<string, string>()
  for (const word of words) {
    const key = letters(bareLabel(word))
    if (key.length >= SHORTEST && !lexicon.has(key)) lexicon.set(key, squash(word))
  }
  return lexicon
}

/** Words of fewer letters are too much alike. */
const SHORTEST = 2
/** A reader who believes this much (0–1) in the letters of an unknown word is right … */
const SURE = 0.97
/** … this little in those of a known word, if its other readings are no words … */
const LEAST_OF_KNOWN = 0.15
/** … this much in those of a header of which a part may be anything … */
const SURE_OF_PATTERN = 0.9
/** … and this much, if a known word differs from it by a letter or two. */
const SURE_BESIDE_KNOWN = 0.9995
/** … this much, if one differs from it by letters beside each other: 收入 is not 支出 misread … */
const SURE_BESIDE_OTHER = 0.99
/** Another reading with this share of the best one is worth a look. */
const WORTH = 0.01
/** Words of at least so many letters have none beside them that another form prints. */
const LONG = 6

/** Puts known words right in the cells and lines of scanned pages; `unsure` is set on cells that stay doubtful. */
export function mendWords(sheets: readonly Sheet[], { words, titles, isHeader }: Known): void {
  const lexicon = new Map([...ownWords(sheets), ...words])
  const isWord = (text: string) => isHeader(headerWord(text)) || lexicon.has(letters(bareLabel(text)))
  for (const sheet of sheets) {
    for (const grid of sheet.grids) {
      splitTorn(grid, isWord)
      const { cells } = grid
      for (const cell of cells.filter(isScanned)) withoutDirt(cell, isWord)
      mendNumbers(cells)
      for (const cell of cells) if (isScanned(cell)) mendCell(cell, { lexicon, printed: words, isHeader })
      const alike = new Set(alikeNames(cells, lexicon))
      for (const cell of cells) if (alike.has(cell) || holdsSeveral(cell, isWord)) cell.unsure = true
      for (const cell of cells) if (cell.unsure) mendRepeated(cell, cells)
    }
    for (const line of sheet.lines) if (isScanned(line)) line.text = mendLine(line, titles)
  }
}

const HAN = /\p{Script=Han}/u

/** A word read with this belief (0–1) in several places is what stands there. */
const SURE_REPEATED = 0.9

/** What the document itself prints in several places, read with certainty each time: names of units and projects. */
function ownWords(sheets: readonly Sheet[]): Lexicon {
  const counts = new Map<string, number>()
  const words = new Map<string, string>()
  const read = (text: string, share: number) => {
    if (share < SURE_REPEATED || !HAN.test(text)) return
    const key = letters(bareLabel(text))
    counts.set(key, (counts.get(key) ?? 0) + 1)
    words.set(key, squash(bareLabel(text)))
  }
  for (const { grids, lines } of sheets) {
    for (const cell of grids.flatMap((g) => g.cells)) read(cell.text, see(cell, null).readings[0]!.share)
    // 编制部门：杭州市司法局 above the table
    for (const { text, confidence = 1 } of lines.flatMap((l) => l.glyphs))
      read(text.replace(/^.*[:：]/, ''), confidence)
  }
  return new Map([...words].filter(([key]) => counts.get(key)! > 1))
}

/** Letters without a figure: what is left of a word under a seal is easily read as such. */
const LATIN = /^\D*[A-Za-z]\D*$/

interface Given {
  /** What forms print, and what the document itself does in several places. */
  lexicon: Lexicon
  /** The former alone. */
  printed: Lexicon
  isHeader: HeaderVocabulary
}

function mendCell(cell: GridCell, { lexicon, printed, isHeader }: Given): void {
  // Print that nobody could read may be any word.
  if (cell.text.includes(ILLEGIBLE)) cell.unsure = true
  if (!HAN.test(cell.text)) {
    if (LATIN.test(cell.text) && see(cell, null).readings[0]!.share < SURE) cell.unsure = true
    return
  }
  const year = YEAR.exec(cell.text)?.[0] ?? ''
  const readings = see(cell, null).readings.map((r) => ({ ...r, text: r.text.replace(YEAR, '') }))
  const own = letters(bareLabel(cell.text.replace(YEAR, '')))
  // A short header of which only a part is fixed (*年收入) is known by no single word.
  const struck = withoutStray(own, lexicon)
  const isWord = (r: Reading) => r.share >= WORTH * readings[0]!.share && lexicon.has(letters(bareLabel(r.text)))
  const isKnown = struck !== null || readings.some(isWord)
  const fits = isHeader(headerWord(cell.text)) && !isKnown && own.length < LONG
  const { text, sure } =
    fits && withMark(cell.text, lexicon) === null
      ? { text: readings[0]!.text, sure: readings[0]!.share >= SURE_OF_PATTERN }
      : mend(readings, lexicon, printed)
  const key = letters(bareLabel(text))
  // A word that no reading is: 所政设施建设 has a letter read with certainty that 狱政设施建设 has not.
  if (!struck && readings.every((r) => letters(bareLabel(spelt(r.text))) !== key) && !mayBe(cell, key)) {
    cell.unsure = true
    return
  }
  cell.text = year + text
  const isFar = own.length >= LONG && !isKnown && nearestWords(own, lexicon, { slips: false }).length === 0
  if (sure || (isFar && isSureOfPattern(readings, isHeader))) return
  const withNumber = ({ word, numbered }: Likely) => (numbered ? numberOf(spelt(cell.text)) : '') + word
  const likely = likeliest(cell, lexicon)
  if (likely) cell.text = withNumber(likely)
  else {
    cell.unsure = true
    const guess = leads(weighWords(cell, lexicon))
    if (guess) cell.likely = withNumber(guess)
  }
}

/**
 * 科目代 before 科目名称, where 科目代码 stands before 科目名称 in the same row: blocks side by side have the same
 * headers, and the one that lost a letter is the other. What is beside it vouches for it.
 */
function mendRepeated(cell: GridCell, cells: readonly GridCell[]): void {
  const own = letters(cell.text)
  const after = neighbour(cell, cells)
  if (own.length < SHORTEST || !after || after.unsure || !HAN.test(after.text)) return
  const twins = cells.filter((other) => {
    const text = letters(other.text)
    if (other.unsure || other.row !== cell.row || text.length !== own.length + 1 || distance(text, own) !== 1)
      return false
    const beside = neighbour(other, cells)
    return beside !== undefined && !beside.unsure && letters(beside.text) === letters(after.text)
  })
  const words = new Set(twins.map((t) => squash(t.text)))
  if (words.size !== 1) return
  cell.text = [...words][0]!
  delete cell.unsure
}

/** The cell to the right, in the same row. */
function neighbour(cell: GridCell, cells: readonly GridCell[]): GridCell | undefined {
  return cells.find((c) => c.row === cell.row && c.col === cell.col + cell.colSpan)
}

/** 支出预算妻 is 支出预算表: no title ends in such a letter. */
const LIKE_TABLE = /(?<=预算|决算|支出|收入|情况|明细|总)[妻衰袁斐衷麦]$/

function mendLine(line: Line, lexicon: Lexicon): string {
  if (!HAN.test(line.text)) return line.text
  const { text, sure } = mend(see(line, null).readings, lexicon)
  // A title is no place for a guess: the tables of a document differ in one word of it.
  return (sure ? text : spelt(line.text)).replace(LIKE_TABLE, '表')
}

/** A letter that stands twice, one after the other. */
const TWICE = /(\p{Script=Han})\1/u

/**
 * The known word that a text is, and whether it is sure what it says. Names that are known from the document itself
 * (those of the lexicon that are not `printed`) often differ by a letter: 气象台 read with certainty is no 气象局.
 */
export function mend(
  readings: readonly Reading[],
  lexicon: Lexicon,
  printed: Lexicon = lexicon,
): { text: string; sure: boolean } {
  const read = spelt(readings[0]!.text)
  const own = letters(bareLabel(read))
  if (own === '') return { text: read, sure: true }
  const belief = readings.reduce((sum, r) => (letters(bareLabel(r.text)) === own ? sum + r.share : sum), 0)
  const isOther = (text: string) => {
    const other = letters(bareLabel(text))
    return other !== own && Math.abs(other.length - own.length) <= 1 && lexicon.has(other)
  }
  const known = readings.find(({ text, share }) => share >= WORTH * readings[0]!.share && isOther(text))
  const word = lexicon.get(own)
  if (word !== undefined) {
    // A misread word is hardly ever another known one, if the reader does not say so (合计 or 小计).
    const rivals = readings.reduce((sum, r) => (isOther(r.text) ? sum + r.share : sum), 0)
    const clear = belief >= SURE || belief >= SURE * (belief + rivals)
    const sure = clear && (belief >= LEAST_OF_KNOWN || nearestWords(own, lexicon, { except: own }).length === 0)
    return { text: respelt(read, word), sure }
  }
  const struck = withoutStray(own, lexicon)
  if (struck) return { text: enumeratorOf(read) + struck.word, sure: struck.sure }
  const counted = withMark(read, lexicon)
  if (counted !== null) return { text: counted, sure: true }
  // A pale line cuts a letter in two, and it is read twice: 合合计.
  const once = lexicon.get(own.replace(TWICE, '$1'))
  if (once !== undefined) return { text: enumeratorOf(read) + once, sure: true }
  const nearest = nearestWords(own, belief >= SURE ? printed : lexicon)
  const [only] = nearest.length === 1 ? nearest : []
  // A reader can be sure of a misread letter: a long word so near a known one is taken for that, and stays in doubt.
  if (only !== undefined && own.length >= LONG && belief >= SURE)
    return { text: enumeratorOf(read) + only, sure: false }
  if (belief >= SURE_BESIDE_KNOWN) return { text: read, sure: isPaired(read) }
  if (known && belief < SURE) {
    const isNearest = only !== undefined && own.length >= LONG && letters(only) === letters(bareLabel(known.text))
    return {
      text: enumeratorOf(read) + lexicon.get(letters(bareLabel(known.text))),
      // 行政 in the ink of 行政运行: what a short word leaves of the ink may be the rest of a longer one.
      sure: isNearest || (isOnlyKnown(known, readings, isOther) && !(own.length < LONG && isShorter(known, own))),
    }
  }
  if (belief >= SURE) {
    const isAlone = belief >= SURE_BESIDE_OTHER ? nearest : nearestWords(own, printed, { slips: false })
    return { text: read, sure: isAlone.length === 0 && isPaired(read) }
  }
  if (only === undefined) return { text: read, sure: false }
  // Of a short word hardly read, the ink may be another, longer one: 行政事业位 is no 行政事业类.
  const isRead = own.length >= LONG || belief >= LEAST_OF_KNOWN
  const isPrinted = printed.has(letters(bareLabel(only)))
  return { text: enumeratorOf(read) + only, sure: isPrinted && isRead && !hasNext(own, only, lexicon) }
}

/** A known word that the reader hardly saw (0–1), or beside which it saw another, is a guess. */
const SEEN = 0.03

function isOnlyKnown({ text }: Reading, readings: readonly Reading[], isKnown: (text: string) => boolean): boolean {
  let [own, all] = [0, 0]
  for (const r of readings) {
    if (!isKnown(r.text)) continue
    all += r.share
    if (letters(bareLabel(r.text)) === letters(bareLabel(text))) own += r.share
  }
  return own >= SEEN && own >= SURE * all
}

function isShorter({ text }: Reading, own: string): boolean {
  return letters(bareLabel(text)).length < own.length
}

/** 八其他收入: a number of the form from which the mark after it is lost, before a known word. */
function withMark(read: string, lexicon: Lexicon): string | null {
  const [, number, rest] = /^([一二三四五六七八九十]{1,3})(.+)$/.exec(squash(read)) ?? []
  const word = rest === undefined ? undefined : lexicon.get(letters(rest))
  return word === undefined ? null : `${number}、${word}`
}

/** What readers give for 、, for 项目, 收入 and 财政拨款: no word has 项日 or 财政援款, nor 收人 but before 员. */
function spelt(text: string): string {
  return text
    .replace(/丶/g, '、')
    .replace(/(?<=[项科])[日曰]/g, '目')
    .replace(/(?<=收)人(?!员)/g, '入')
    .replace(/(?<=财政)[援披拔泼发](?=款)/g, '拨')
}

/** Brackets, and marks within a word: forms print 上年结余结转 and 上年结余、结转, and what was seen is there. */
const SPELT_WITH = /[()（）[\]【】]|(?<=\p{Script=Han})、(?=\p{Script=Han})/gu

/**
 * 收人 is 收入, 、-般 is 一般: a text that differs from the known word in more than its brackets and marks, or has lost
 * one of a pair, is set as that.
 */
function respelt(read: string, word: string): string {
  const bare = (text: string) => squash(text).replace(SPELT_WITH, '')
  return bare(bareLabel(read)) === bare(word) && isPaired(read) ? read : enumeratorOf(read) + word
}

/** Whether every bracket has its partner: where one is missing, it was not read. */
function isPaired(text: string): boolean {
  const count = (brackets: RegExp) => text.match(brackets)?.length ?? 0
  return count(/[(（[【]/g) === count(/[)）\]】]/g)
}

function enumeratorOf(text: string): string {
  const plain = squash(text)
  const bare = bareLabel(text)
  return plain.endsWith(bare) ? plain.slice(0, plain.length - bare.length) : ''
}
