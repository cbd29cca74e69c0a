/** What a text of a scanned page says, by all that the reader took it for and the words that forms are known to print. */
import { distance } from 'fastest-levenshtein'
import type { Spelling } from '../language.ts'
import type { Reading } from '../seen.ts'
import { letters } from '../spelling.ts'
import { bareLabel, squash } from '../words.ts'
import { hasNext, type Lexicon, nearestWords, withoutStray } from './nearest.ts'

/** A reader who believes this much (0–1) in the letters of an unknown word is right … */
export const SURE = 0.97
/** … this little in those of a known word, if its other readings are no words … */
const LEAST_OF_KNOWN = 0.15
/** … and this much, if a known word differs from it by a letter or two. */
const SURE_BESIDE_KNOWN = 0.9995
/** … this much, if one differs from it by letters beside each other: 收入 is not 支出 misread … */
const SURE_BESIDE_OTHER = 0.99
/** A reader who believes this much (0–1) in a name rather reads it than any other. */
const RATHER = 0.5
/** Another reading with this share of the best one is worth a look. */
export const WORTH = 0.01
/** … and with this share of it, it speaks for another word. */
const LIKELY = 0.1
/** Words of at least so many letters have none beside them that another form prints. */
export const LONG = 6
/** Of words of at least so many letters, more than half is as it was read where one letter is another. */
const HALF_READ = 3

/** A text with the letters that no word of the field has where they were read put right. */
export type Spelt = (text: string) => string

/** What readers give for 、 is that, whatever the field. */
export function spelledBy(misread: readonly Spelling[]): Spelt {
  return (text) => misread.reduce((own, [letters, right]) => own.replace(letters, right), text.replace(/丶/g, '、'))
}

/** A letter that stands twice, one after the other. */
const TWICE = /(\p{Script=Han})\1/u

/** What a text is put right to, and whether that is sure. */
interface Mended {
  text: string
  sure: boolean
}

/** A text with what is known of it. */
interface Ink {
  read: string
  /** Its letters. */
  own: string
  readings: readonly Reading[]
  /** Of all readings with these letters, 0–1. */
  belief: number
  lexicon: Lexicon
  printed: Lexicon
}

const lettersOf = (text: string) => letters(bareLabel(text))

/**
 * The known word that a text is, and whether it is sure what it says. Names that are known from the document itself
 * (those of the lexicon that are not `printed`) often differ by a letter: 气象台 read with certainty is no 气象局.
 */
export function mend(
  seen: readonly Reading[],
  lexicon: Lexicon,
  printed: Lexicon = lexicon,
  spelt: Spelt = (text) => text,
): Mended {
  const readings = seen.map((r) => ({ ...r, text: spelt(r.text) }))
  const read = readings[0]!.text
  const own = lettersOf(read)
  if (own === '') return { text: read, sure: true }
  const belief = readings.reduce((sum, r) => (lettersOf(r.text) === own ? sum + r.share : sum), 0)
  const ink: Ink = { read, own, readings, belief, lexicon, printed }
  return asKnown(ink) ?? asKnownWithStrokes(ink) ?? asUnknown(ink)
}

/** Whether a reading is another known word, as long as this one or nearly. */
function isOther({ own, lexicon }: Ink, text: string): boolean {
  const other = lettersOf(text)
  return other !== own && Math.abs(other.length - own.length) <= 1 && lexicon.has(other)
}

/** A text that is a known word as it was read. */
function asKnown(ink: Ink): Mended | null {
  const { read, own, readings, belief, lexicon } = ink
  const word = lexicon.get(own)
  if (word === undefined) return null
  // A misread word is hardly ever another known one, if the reader does not say so (合计 or 小计).
  // 文化旅游体育与传媒 may be that with 支出.
  const isLonger = (other: string) => other !== own && other.startsWith(own) && lexicon.has(other)
  const isRival = (text: string) => isOther(ink, text) || isLonger(lettersOf(text))
  const rivals = readings.reduce((sum, r) => (isRival(r.text) ? sum + r.share : sum), 0)
  const clear = belief >= SURE || belief >= SURE * (belief + rivals)
  const isAlone = () => nearestWords(own, lexicon, { except: own }).length === 0
  // 经费 hardly read may be what is left of 工会经费.
  const isRead = own.length < HALF_READ ? belief >= RATHER : belief >= LEAST_OF_KNOWN || isAlone()
  return { text: respelt(read, word), sure: clear && isRead && !mayBeMarked(readings) }
}

/** A text that is a known word but for strokes beside it, the mark behind its number, or a letter read twice. */
function asKnownWithStrokes({ read, own, readings, lexicon }: Ink): Mended | null {
  const struck = withoutStray(own, lexicon)
  if (struck) return { text: enumeratorOf(read) + struck.word, sure: struck.sure }
  const counted = withMark(read, lexicon)
  if (counted !== null) return { text: counted, sure: !mayBeMarked(readings) }
  // A pale line cuts a letter in two, and it is read twice: 合合计.
  const once = lexicon.get(own.replace(TWICE, '$1'))
  return once === undefined ? null : { text: enumeratorOf(read) + once, sure: true }
}

/** A text that is no known word: as it was read, one that the reader thought of, or the one nearest to it. */
function asUnknown(ink: Ink): Mended {
  const { read, own, readings, belief, lexicon, printed } = ink
  const known = readings.find(({ text, share }) => share >= WORTH * readings[0]!.share && isOther(ink, text))
  const nearest = nearestWords(own, belief >= SURE ? printed : lexicon)
  const [only] = nearest.length === 1 ? nearest : []
  // A reader can be sure of a misread letter: a long word so near a known one is taken for that, and stays in doubt.
  // 办公设备购置费 is no 办公设备购置: a reader leaves letters out, and hardly makes one up.
  if (only !== undefined && letters(only).length >= own.length && own.length >= LONG && belief >= SURE)
    return { text: enumeratorOf(read) + only, sure: false }
  if (belief >= SURE_BESIDE_KNOWN) return { text: read, sure: isPaired(read) }
  if (known && belief < SURE && !isPartOf(known, own, belief)) {
    const isNearest = only !== undefined && own.length >= LONG && letters(only) === lettersOf(known.text)
    const isKnown = (text: string) => isOther(ink, text)
    return {
      text: enumeratorOf(read) + lexicon.get(lettersOf(known.text)),
      // 行政 in the ink of 行政运行: what a short word leaves of the ink may be the rest of a longer one.
      sure: isNearest || (isOnlyKnown(known, readings, isKnown) && !(own.length < LONG && isShorter(known, own))),
    }
  }
  if (belief >= SURE) {
    const isAlone = belief >= SURE_BESIDE_OTHER ? nearest : nearestWords(own, printed, { slips: false })
    return { text: read, sure: isAlone.length === 0 && isPaired(read) }
  }
  return only === undefined ? { text: read, sure: false } : asNearest(ink, only)
}

/** A text hardly read as the only known word that is near it. */
function asNearest({ read, own, readings, belief, lexicon, printed }: Ink, only: string): Mended {
  const word = letters(only)
  const text = enumeratorOf(read) + only
  const isPrinted = printed.has(lettersOf(only))
  // Names of the document itself often differ by a letter: what is rather read than not may be one more.
  if (!isPrinted && belief >= RATHER) return { text: read, sure: false }
  // 一般会议服务 is no 会议服务, and 基础研究划 may be 基础研究计划.
  if (word.length < own.length) return { text: belief >= RATHER ? read : text, sure: false }
  // What is rather read than not has not lost a letter: 维修保养服务 is no 维修和保养服务.
  if (word.length > own.length && belief >= RATHER) return { text, sure: false }
  // Of a short word hardly read, the ink may be another, longer one: 行政事业位 is no 行政事业类.
  // … and of one of two letters, either may be the misread one: 奔体 is 合计 as well as 水体.
  const isRead = own.length >= LONG || (own.length >= HALF_READ && belief >= LEAST_OF_KNOWN)
  const far = distance(own, word)
  // 公务接 may be 公务接待费 as well as 公务接待, if the reader thought of it; 专项工务经费 is hardly 专项业务经费, if 专项工作经费 was.
  const isSaidOther = readings.some((r) => {
    const other = lettersOf(r.text)
    const isFarther = r.share >= LIKELY * readings[0]!.share && distance(other, word) > far
    return r.share >= WORTH * readings[0]!.share && other !== word && (lexicon.has(other) || isFarther)
  })
  // 一 is not compared, being read as a dash or not at all; where it was read, 一太政管理事务 is hardly 民政管理事务.
  const hasMore = bareLabel(read).includes('一') && !only.includes('一')
  return { text, sure: isPrinted && isRead && !hasMore && !isSaidOther && !hasNext(own, only, lexicon) }
}

/** Letters and digits tell things of one kind apart: 三、服务C is no 服务 misread, if that is not what the reader rather saw. */
const APART = /[\dA-Za-z]/g

/** Whether a reader thought of a letter or digit beside the letters: 货物 may be 货物A. */
function mayBeMarked([first, ...others]: readonly Reading[]): boolean {
  return others.some(
    ({ text, share }) =>
      share >= WORTH * first!.share &&
      text.search(APART) >= 0 &&
      letters(text).replace(APART, '') === letters(first!.text),
  )
}

function isPartOf(known: Reading, own: string, belief: number): boolean {
  return known.share < belief && letters(bareLabel(known.text)) === own.replace(APART, '')
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
export function withMark(read: string, lexicon: Lexicon): string | null {
  const [, number, rest] = /^([一二三四五六七八九十]{1,3})(.+)$/.exec(squash(read)) ?? []
  const word = rest === undefined ? undefined : lexicon.get(letters(rest))
  return word === undefined ? null : `${number}、${word}`
}

/** Brackets, and marks within a word: forms print 上年结余结转 and 上年结余、结转, and what was seen is there. */
const SPELT_WITH = /[()（）[\]【】]|(?<=\p{Script=Han})、(?=\p{Script=Han})/gu

/**
 * 收人 is 收入, 、-般 is 一般: a text that differs from the known word in more than its brackets and marks, has lost one of a
 * pair, or has as many in other places (维修(护费)), is set as that.
 */
function respelt(read: string, word: string): string {
  const bare = (text: string) => squash(text).replace(SPELT_WITH, '')
  const own = squash(bareLabel(read))
  const isMoved = own.length === word.length && own !== word
  return bare(own) === bare(word) && isPaired(read) && !isMoved ? read : enumeratorOf(read) + word
}

/** Whether every bracket has its partner: where one is missing, it was not read. */
export function isPaired(text: string): boolean {
  const count = (brackets: RegExp) => text.match(brackets)?.length ?? 0
  return count(/[(（[【]/g) === count(/[)）\]】]/g)
}

function enumeratorOf(text: string): string {
  const plain = squash(text)
  const bare = bareLabel(text)
  return plain.endsWith(bare) ? plain.slice(0, plain.length - bare.length) : ''
}
