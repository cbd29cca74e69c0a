/** Codes as lines print them: in columns of their own, in one cell with the name, in parts. */
import type { GridCell } from '../../grid/types.ts'
import { isScanned, type Reading, see } from '../seen.ts'
import { likeDigits } from '../spelling.ts'
import { squash } from '../words.ts'
import type { CodedLabel } from './draft.ts'

/** What a code printed in the label's own cell may be. */
export function toCodedLabel(cell: GridCell): CodedLabel[] {
  const { codes, labels } = codesInLabels([cell.text])
  if (!isScanned(cell) || codes.length === 0) return []
  const shares = new Map<string, number>()
  for (const { text, share } of see(cell, null).readings) {
    // What is read of the words after it says nothing of the code.
    const [code] = codesInLabels([text.replace(BEFORE_CODE, '')]).codes
    if (code !== undefined) shares.set(code, (shares.get(code) ?? 0) + share)
  }
  return [{ readings: [...shares].map(([text, share]) => ({ text, share })), label: labels[0] ?? '' }]
}

/** Specks that a reader takes for marks. */
const BEFORE_CODE = /^[^\p{L}\d[【(（]+/u

/** 201-13-01, 201.13.01: 类, 款 and 项 with a mark between them. */
const PARTED = /^\d{3}([-.·－—]\d{1,2}){1,2}$/

function withoutPoints(text: string): string {
  const [head = '', ...parts] = text.split(/[-.·－—]/)
  return head + parts.map((part) => part.padStart(2, '0')).join('')
}

/** Marks before and behind a code, a dash over it among them, are dirt and what is left of rulings. */
const STRAY = /^[^\p{L}\p{N}\uFFFD]+|[^\p{L}\p{N}\uFFFD]+$/gu

/** The digits in a column of codes; on a scan, those that the letters read there look like. */
export function readCode(cell: GridCell, text: string): { text: string; readings: readonly Reading[] } | null {
  const printed = PARTED.test(text) ? withoutPoints(text) : /^\d+$/.test(text) ? text : null
  if (!isScanned(cell)) return printed === null ? null : { text: printed, readings: [] }
  const readings = see(cell, null).readings.flatMap((r) => {
    const digits = likeDigits(squash(r.text).replace(STRAY, ''))
    return digits === null ? [] : [{ text: digits, share: r.share }]
  })
  const best = printed ?? readings[0]?.text
  return best === undefined ? null : { text: best, readings }
}

/** So many ways to read the parts of a code are told apart, the likeliest. */
const WAYS = 50

/** Readings of a code that stands in several cells: all the best ones first, then each part read in each way. */
export function joinReadings(parts: readonly (readonly Reading[])[]): Reading[] {
  if (parts.length === 0 || parts.some((p) => p.length === 0)) return []
  interface Way {
    texts: string[]
    share: number
  }
  const ways = parts.reduce<Way[]>(
    ([best, ...others], part) => {
      const readOn = (way: Way) => part.map((r) => ({ texts: [...way.texts, r.text], share: way.share * r.share }))
      const [own, ...more] = readOn(best!)
      const rest = [...more, ...others.flatMap(readOn)].sort((a, b) => b.share - a.share)
      return [own!, ...rest.slice(0, WAYS)]
    },
    [{ texts: [], share: 1 }],
  )
  return ways.map(({ texts, share }) => ({ text: joinCodes(texts).join('/'), share }))
}

/** What stands for itself has so many digits, as 类 does. */
const WHOLE = 3

/**
 * 201 | 3 | 1 → 2010301. A part that already holds the ones before it, or is what they make (201 | 03 | 01 | 2010301),
 * stands for itself; one that is a whole code of another classification (功能 beside 经济) is a second code. 款 and 项
 * of two digits may be alike (99 | 99, where the cell of 类 stands on the page before).
 */
export function joinCodes(parts: readonly string[]): string[] {
  const codes: string[] = []
  for (const part of parts) {
    const last = codes.at(-1)
    if (last !== undefined && isRestOf(last, part)) codes[codes.length - 1] = last + part
    else if (last === undefined || (part.length >= WHOLE && !part.startsWith(last))) codes.push(part)
    else if (part.length > last.length) codes[codes.length - 1] = part
    else if (part !== last || part.length < WHOLE) codes[codes.length - 1] = last + part.padStart(2, '0')
  }
  return codes
}

/** 201 | 11 05: 款 and 项 in one column behind 类; no code of any classification has four digits. */
function isRestOf(code: string, part: string): boolean {
  return code.length === 3 && part.length === 4 && !part.startsWith(code)
}

/** A code, a mark or a blank, and the name; of brackets a reader may lose the second. A year is no code, nor is a sum of money. */
const CODE_WITH_MARK =
  /^(?:[[【(（](\d{3,9})[\]】)）][-—－_.:：]?|[[【](\d{3}(?:\d\d){0,2})|(\d{3,9})[-—－_.:：])(?=\p{Script=Han})(?!年)/u
const CODE_WITH_BLANK = /^\s*(\d{3,9})\s+(?=\p{Script=Han})(?![年万亿元])/u
/** Nothing between the two: only what is as long as codes of subjects and of units are, for 12345政府热线 is a name. */
const CODE_BEFORE_NAME = /^([235]\d\d(?:\d\d){0,2}|\d{6}|\d{9})(?=\p{Script=Han})(?!年)/u

/** 行政运行（2011301): a subject code, and no other number in brackets. */
const CODE_BEHIND_LABEL =
  /(?:(?<=\p{Script=Han})\((2[0-3]\d(?:\d\d){1,2}|[35][01]\d\d\d)|(?<=支出|补助|\(基本建设\))\(([235][0-3]\d))\)$/u

/** [201]一般公共服务支出, 30101-基本工资: a code printed in the label's own cell. */
export function codesInLabels(labels: readonly string[]): { codes: string[]; labels: string[] } {
  const codes: string[] = []
  const bare = labels.map((label) => {
    const text = squash(label)
    const blank = CODE_WITH_BLANK.exec(label)?.[1]
    const match = blank ? [blank, blank] : (CODE_WITH_MARK.exec(text) ?? CODE_BEFORE_NAME.exec(text))
    const behind = match ? null : CODE_BEHIND_LABEL.exec(text)
    if (behind) {
      codes.push(behind[1] ?? behind[2]!)
      return text.slice(0, -behind[0].length)
    }
    if (!match) return label
    codes.push(match[1] ?? match[2] ?? match[3]!)
    return text.slice(match[0]!.length)
  })
  return { codes, labels: bare }
}
