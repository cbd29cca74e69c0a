/** How alike printed words are, where a reader may have misread some of them. */
import { distance } from 'fastest-levenshtein'
import { bareLabel, squash } from './words.ts'

/** Characters that readers give for digits, points and signs. */
const LOOKALIKES: Record<string, string> = {
  ...{ l: '1', I: '1', i: '1', '|': '1', '!': '1', 丨: '1', 一: '-', Z: '2', z: '2', З: '3', з: '3', A: '4', S: '5' },
  ...{
    s: '5',
    b: '6',
    G: '6',
    '?': '7',
    B: '8',
    g: '9',
    q: '9',
    O: '0',
    o: '0',
    C: '0',
    D: '0',
    Q: '0',
    〇: '0',
    口: '0',
  },
  ...{
    '·': '.',
    '。': '.',
    '、': '.',
    '•': '.',
    ':': '.',
    "'": '.',
    '`': '.',
    '‘': '.',
    '’': '.',
    ';': ',',
    '，': ',',
  },
}

/** A text with digits for the letters that look like them, and how many there were. */
export function withDigits(text: string): { text: string; changed: number } {
  let changed = 0
  const out = [...text].map((c) => {
    const like = LOOKALIKES[c]
    if (like !== undefined) changed++
    return like ?? c
  })
  return { text: out.join(''), changed }
}

/** The digits that a text in a column of codes looks like; null if it does not. */
export function likeDigits(text: string): string | null {
  const digits = withDigits(text).text
  return /\d/.test(text) && /^\d+$/.test(digits) ? digits : null
}

/** Share of a word's characters (0–1) that may be misread before it is another word. */
const MISREAD = 0.25

/** Characters that readers cannot tell apart by their shape, each group as its first. */
const ALIKE = ['入人八', '末未', '土士', '已己巳', '日曰目', '千干于', '大太', '拨拔', '账帐', '余馀']
const SHAPES = new Map(ALIKE.flatMap(([first = '', ...rest]) => rest.map((c) => [c, first] as const)))

/** Without the marks that readers mix up; 一 is one of them, for it is read as a dash or not at all. */
function bareLetters(text: string): string {
  return squash(text).replace(/[丶、，,。.·：:；;（）()【】[\]—－_一-]/g, '')
}

/** What a label is compared by: characters of one shape are one. */
export function letters(text: string): string {
  return [...bareLetters(text)].map((c) => SHAPES.get(c) ?? c).join('')
}

/** Whether the text is the word, with a few characters misread or with stray marks around it. */
export function near(word: string, text: string): boolean {
  const [a, b] = [letters(word), letters(text)]
  return a !== '' && (b.includes(a) || distance(a, b) <= MISREAD * a.length)
}

/** Whether two labels may be the same one with a few characters misread. */
export function isMisread(one: string, other: string): boolean {
  const [a, b] = [letters(bareLabel(one)), letters(bareLabel(other))]
  return distance(a, b) <= MISREAD * Math.min(a.length, b.length)
}
