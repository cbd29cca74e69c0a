/**
 * Whether the characters of a page are what is printed. Where a font has no ToUnicode, the numbers of its glyphs may be
 * all there is to read: they make characters of any script, and digits that nobody printed.
 */

/**
 * The characters that published budgets and accounts print most. Of 684 pages, each has at least a fifth of its
 * characters out of them; of characters taken at random one in a hundred is.
 */
const FREQUENT = new Set(
  '出支费算预公政务业年单行位本元万的目经事用计项市一收金部资款其和入工保基财理门表管数上指他服共标法要科拨国运关购信会主局般人机合作类中度及设障二府社车级十性分缴',
)
/** A page with a smaller share of them, out of at least so many Han characters, is no text. */
const FREQUENT_SHARE = 0.05
const MANY_HAN = 40
/** So many letters say something of the language of a page without Han characters, … */
const FEW_LETTERS = 30
/** … if they are more than this share of all that is printed there. */
const LETTERS_SHARE = 0.3

const HAN = /^[\u3400-\u9fff]$/
const LETTER = /^[^\d\s.,，．()（）%—–-]$/

/**
 * Letters that no disclosure holds beside Chinese: with accents, of far scripts, Han ones out of the first extension.
 * Of the letters of published pages none is; where a font of a page is unknown, one in ten or more.
 */
const STRANGE = /^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u036f\u0500-\u1fff\u2c00-\u2dff\u3400-\u4dbf\ua000-\udfff]$/
/** Scripts in which publishers of autonomous regions print their names, too: Arabic, Tibetan, Dai, Mongolian, Yi, Hangul. */
const REGIONAL = [
  /^[\u0600-\u06ff\u0750-\u077f]$/,
  /^[\u0f00-\u0fff]$/,
  /^[\u1950-\u19df\u1a20-\u1aaf]$/,
  /^[\u1800-\u18af]$/,
  /^[\ua000-\ua4cf]$/,
  /^[\u1100-\u11ff\uac00-\ud7af]$/,
]
/** Bullets and ticked boxes, as a font of signs has them at these places, are not meant. */
const BULLETS = 'Øàèüûýþ'
/** So many kinds of them, and this share of a page's letters. */
const STRANGE_LETTERS = { kinds: 2, share: 0.01 }
/** Signs that stand in no table; numbers of the first glyphs of a font are such. So many kinds, and this share with the strange letters. */
const ODD = /^[#$&*+;<=>?@[\\\]^`{|}~\u00a1-\u00a6\u00a8-\u00af\u00b4-\u00b6\u00b8-\u00bf]$/
const ODD_SIGNS = { kinds: 4, share: 0.2 }

const LATIN = /^[A-Za-z]$/
const VOWEL = /^[aeiouAEIOU]$/
/** Nearly all letters of a page in a Western language are Latin ones, */
const LATIN_SHARE = 0.9
/** and of these so many are vowels (38 % in English); of letters taken at random it is a fifth. */
const VOWELS = { least: 0.3, most: 0.55 }

/** Characters, each with how often it is printed: a page has a thousand, and two hundred different ones. */
type Tally = readonly (readonly [string, number])[]

/** Whether the characters of a page say nothing of what is printed there. */
export function isGarbled(texts: readonly string[]): boolean {
  const letters = tallied(texts).filter(([t]) => LETTER.test(t))
  const count = countOf(letters)
  if (count === 0 || isWestern(letters)) return false
  const strange = letters.filter(([t]) => STRANGE.test(t) && !BULLETS.includes(t))
  const isRegional = REGIONAL.some((script) => countOf(strange, script) > countOf(strange) / 2)
  if (!isRegional) {
    if (strange.length >= STRANGE_LETTERS.kinds && countOf(strange) >= STRANGE_LETTERS.share * count) return true
    const odd = letters.filter(([t]) => ODD.test(t))
    if (odd.length >= ODD_SIGNS.kinds && countOf(odd) + countOf(strange) >= ODD_SIGNS.share * count) return true
  }
  const han = letters.filter(([t]) => HAN.test(t))
  if (countOf(han) >= MANY_HAN) return countOf(han.filter(([t]) => FREQUENT.has(t))) < FREQUENT_SHARE * countOf(han)
  const isMost = texts.length > FEW_LETTERS && count > LETTERS_SHARE * texts.length
  return isMost && countOf(han) < FREQUENT_SHARE * count && !isRegional
}

function tallied(texts: readonly string[]): Tally {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
}

function countOf(letters: Tally, kind?: RegExp): number {
  return letters.reduce((sum, [text, count]) => (kind === undefined || kind.test(text) ? sum + count : sum), 0)
}

function isWestern(letters: Tally): boolean {
  const latin = letters.filter(([t]) => LATIN.test(t))
  const vowels = countOf(latin, VOWEL) / countOf(latin)
  return countOf(latin) > LATIN_SHARE * countOf(letters) && vowels > VOWELS.least && vowels < VOWELS.most
}
