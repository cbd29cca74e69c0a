/**
 * Titles of scanned tables: the words of the forms, behind what each title of the document has before it (2026年部门,
 * the year and the name of the unit).
 */
import { distance } from 'fastest-levenshtein'
import type { Line } from '../../page/lines.ts'
import type { Sheet } from '../around/sections.ts'
import type { FieldLanguage } from '../language.ts'
import { isScanned, type Reading, see } from '../seen.ts'
import { letters } from '../spelling.ts'
import { bareLabel, squash } from '../words.ts'
import { mayBe } from './likely.ts'
import { mend, type Spelt, SURE } from './mend.ts'
import { type Lexicon, MISREAD } from './nearest.ts'

const HAN = /\p{Script=Han}/u
/** （功能科目） behind a title, or （本级） behind a name, may be no part of it. */
export const REMARK = /[(（][^()（）]*[)）]?$/
/** A reading of a title with less than this (0–1) says nothing of what stands before it. */
const SEEN = 0.02
/** What stands before titles is known where lines believed this much (0–1) have it, so many of them, … */
const READ = 0.9
const OFTEN = 2
/** … and has so many letters: of fewer, one misread is too many. */
const LONG = 4

/** 十一、 before a title, also where its strokes were read as others (+--、), or 表11： : it differs from title to title. */
const ORDINAL = /^(?:[一二三四五六七八九十\d\p{P}\p{S}]{0,4}[、,.]|\p{Script=Han}{1,2}\d{1,2}[:：])/u

/** What is put right. */
interface Known {
  titles: Lexicon
  /** What stands before titles wherever they are printed. */
  before: readonly RegExp[]
  /** What stands before those of this document, by its shape: one text, or several that differ in a digit. */
  leads: ReadonlyMap<string, ReadonlySet<string>>
  spelt: Spelt
}

/** Puts titles of scanned pages right, as far as it is sure what they say. */
export function mendTitles(
  sheets: readonly Sheet[],
  titles: Lexicon,
  spelt: Spelt,
  { beforeTitle, titleEnd: [end, right] }: FieldLanguage['misread'],
): void {
  const lines = sheets.flatMap((sheet) => sheet.lines)
  const known = { titles, before: beforeTitle, leads: leadsOf(lines, titles), spelt }
  for (const line of lines)
    if (isScanned(line) && HAN.test(line.text))
      line.text = (mendTitle(line, known) ?? spelt(line.text)).replace(end, right)
}

/** Titles are numbered (预算07表): what stands before them differs in its digits. */
const shapeOf = (text: string) => text.replace(/\d/g, '0')

/** What several lines that were read well have before a title. */
function leadsOf(lines: readonly Line[], titles: Lexicon): Map<string, Set<string>> {
  const found = new Map<string, string[]>()
  for (const line of lines) {
    if (see(line, null).readings[0]!.share < READ) continue
    const text = squash(line.text).replace(ORDINAL, '').replace(REMARK, '')
    const length = [...text].findIndex((_, i) => titles.has(letters(text.slice(i))))
    const lead = text.slice(0, Math.max(0, length))
    if (length >= LONG) found.set(shapeOf(lead), [...(found.get(shapeOf(lead)) ?? []), lead])
  }
  return new Map([...found].flatMap(([shape, own]) => (own.length >= OFTEN ? [[shape, new Set(own)]] : [])))
}

/** The title that a line is; null where that is not sure. */
function mendTitle(line: Line, { titles, before, leads, spelt }: Known): string | null {
  const own = squash(line.text)
  const [ordinal = ''] = ORDINAL.exec(own) ?? []
  const text = own.slice(ordinal.length)
  const readings = withoutOrdinals(see(line, null).readings)
  const [remark = ''] = REMARK.exec(line.text) ?? []
  // A title is no place for a guess: the tables of a document differ in one word of it.
  const titled = (lead: string, without: (text: string) => string | null, rest: string, isKnown = false) => {
    const parts = readings.flatMap(({ text, share }): Reading[] => {
      const part = without(text)
      return part === null ? [] : [{ text: part.replace(rest === '' ? /$/ : REMARK, ''), share }]
    })
    if (parts.length === 0) return null
    const { text, sure } = mend(parts, titles, titles, spelt)
    if (!isInInk(line, parts, text)) return null
    return sure && (!isKnown || titles.has(letters(bareLabel(text)))) ? ordinal + lead + text + rest : null
  }
  const likely = readings.filter((r) => r.share >= SEEN || r === readings[0])
  const usual = likely.flatMap(({ text }) => before.flatMap((lead) => lead.exec(text)?.[0] ?? []))
  for (const lead of new Set(['', ...usual]))
    for (const rest of new Set(['', remark])) {
      const title = titled(lead, (text) => (text.startsWith(lead) ? text.slice(lead.length) : null), rest)
      if (title !== null) return title
    }
  if (readings[0]!.share >= SURE) return null
  for (const [shape, printed] of leads)
    for (const rest of new Set(['', remark])) {
      const found = [0, -1].flatMap((at) => {
        const end = endOf(text, shape, at)
        const lead = end === null ? null : withDigits(text.slice(0, end), shape, printed)
        return (lead === null ? null : titled(lead, (read) => behind(read, shape, at), rest, true)) ?? []
      })
      if (new Set(found).size === 1) return found[0]!
    }
  return null
}

/** What was read behind the ordinal, each once: however often that was read, what is behind it is no likelier. */
function withoutOrdinals(readings: readonly Reading[]): Reading[] {
  const shares = new Map<string, number>()
  for (const { text, share } of readings) {
    const bare = squash(text).replace(ORDINAL, '')
    shares.set(bare, Math.max(share, shares.get(bare) ?? 0))
  }
  return [...shares].map(([text, share]) => ({ text, share }))
}

/** Whether a title is one of what was read, or the ink may be it: 预算表 read with certainty is no 决算表, though no form prints the former. */
function isInInk(line: Line, parts: readonly Reading[], title: string): boolean {
  const key = letters(bareLabel(title))
  if (parts.some(({ text }) => letters(bareLabel(text)) === key)) return true
  const own = letters(line.text)
  const read = letters(parts[0]!.text)
  const at = own.lastIndexOf(read)
  return at < 0 || mayBe(line, own.slice(0, at) + key + own.slice(at + read.length))
}

/** The lead of that shape with the digits that were read; the only one there is, where some of these were lost. */
function withDigits(read: string, shape: string, printed: ReadonlySet<string>): string | null {
  const digits = read.match(/\d/g) ?? []
  if (digits.length === (shape.match(/0/g) ?? []).length) return shape.replace(/0/g, () => digits.shift()!)
  const [only] = printed
  return only !== undefined && printed.size === 1 ? only : null
}

/** What stands behind a lead in which some letters may be misread; null where it is too far from it. */
function behind(text: string, shape: string, at: number): string | null {
  const end = endOf(text, shape, at)
  return end === null ? null : text.slice(end)
}

/** Where it ends: of several places that are as good the first (`at` 0) or the last one (-1). */
function endOf(text: string, shape: string, at: number): number | null {
  const most = Math.floor(MISREAD * shape.length)
  const ends = Array.from({ length: 2 * most + 1 }, (_, i) => shape.length - most + i)
  const cuts = ends.map((end) => ({ end, d: distance(shapeOf(text.slice(0, end)), shape) }))
  const least = Math.min(...cuts.map((c) => c.d))
  return least <= most ? cuts.filter((c) => c.d === least).at(at)!.end : null
}
