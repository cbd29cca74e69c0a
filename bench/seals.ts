/**
 * Scans under a seal without a picture: `npm run seals -- FILE|DIR… [--seed N] [--show N]` takes the text pages that hold
 * tables as a poor reader sees them (test/scans/noisy-page.ts), puts a round seal over each, which spoils the words below
 * it, and compares what is understood with what the text says. It takes seconds where `npm run bench:ocr` takes minutes,
 * and says nothing of rulings and readers. Ends with 1 where an amount is silently wrong.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readFile } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import type { Box, Glyph, Page } from '../src/page/types.ts'
import { type ReadFile, understand } from '../src/understand.ts'
import { type Next, noisyPage } from '../test/scans/noisy-page.ts'
import { pdfsBelow } from './pdfs.ts'
import { random } from './random.ts'
import { scoreScan } from './scan-score.ts'

/** What a reader makes of a copy at 120 dpi, about. */
const NOISE = { figures: 0.02, labels: 0.04, blind: 0, doubts: 0.08 }
/** A seal of 42 mm: its ring of letters and its star, points from the middle. */
const SEAL = { outer: 57, ring: 17, edge: 3, star: 16 }
/** How much of the ink (0–1) its edge, its letters and its star hide, and what share of that is misread. */
const COVER = { edge: 1, letters: 0.55, star: 0.75, misread: 0.55 }
/** Stains are told in squares of so many points. */
const STAIN = 4
/** Letters that readers make of others. */
const HAN = [...'人入大太未末土士己已日曰千干支文牧政财则预顷真业务劳费贵其基本木']
/** A misread character comes out as nothing so often; of a word of which nothing is left half are not seen. */
const NOTHING = 0.35
const UNSEEN = 0.5
/** A reader believes so much in what a seal spoiled, and in what it only touched; so often the truth is among its readings. */
const BELIEF = { least: 0.1, more: 0.5, touched: 0.75, knows: 0.6 }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, show: { type: 'string', default: '3' } },
})
const sum = { amounts: 0, right: 0, flagged: 0, silent: 0 }

for (const path of positionals.flatMap(pdfsBelow)) {
  const file = await readFile(readFileSync(path), { file: basename(path), ocr: 'never' })
  const pages = withTables(file)
  if (pages.length === 0 || pages.some((p) => p.unread)) continue
  const next = random(Number(values.seed) * 7919 + basename(path).length)
  const text = understand(forms, { ...file, pages }).document
  const scan = understand(forms, { ...file, pages: pages.map((p) => sealed(p, next)) }).document
  const { amounts, right, flagged, silent, shown } = scoreScan(text, scan)
  const share = (n: number) => `${((100 * n) / Math.max(1, amounts)).toFixed(2)} %`
  console.log(`${basename(path)}: ${amounts} amounts, ${share(right)} right, ${share(flagged)} flagged`)
  for (const line of silent) console.log(`  silent: ${line}`)
  for (const line of shown.slice(0, Number(values.show))) console.log(`  shown: ${line}`)
  sum.amounts += amounts
  sum.right += right
  sum.flagged += flagged
  sum.silent += silent.length
}
const inAll = (n: number) => `${((100 * n) / Math.max(1, sum.amounts)).toFixed(2)} %`
console.log(`${sum.amounts} amounts, ${inAll(sum.right)} right, ${inAll(sum.flagged)} flagged, ${sum.silent} silent`)
process.exitCode = sum.silent > 0 ? 1 : 0

/** The cover and the pages of tables, as text. */
function withTables(file: ReadFile): Page[] {
  const { tables } = understand(forms, file).document
  const taken = new Set([1, ...tables.flatMap((t) => t.pages)])
  return file.pages.filter((p) => taken.has(p.number))
}

function sealed(printed: Page, next: Next): Page {
  if (printed.kind !== 'text' || printed.glyphs.length === 0) return printed
  const page = noisyPage(printed, NOISE, next)
  const xs = page.glyphs.flatMap(({ box }) => [box[0], box[2]])
  const ys = page.glyphs.flatMap(({ box }) => [box[1], box[3]])
  const within = (places: readonly number[]) => {
    const least = Math.min(...places)
    return least + next() * (Math.max(...places) - least)
  }
  const middle = [within(xs), within(ys)] as const
  const ink = (x: number, y: number) => inkAt(Math.hypot(x - middle[0], y - middle[1]))
  return { ...page, glyphs: page.glyphs.flatMap((g) => spoiled(g, ink, next)), stains: stainsOf(middle, ink) }
}

/** How much of the print the seal hides at a distance from its middle, 0–1. */
function inkAt(distance: number): number {
  if (distance < SEAL.star) return COVER.star
  if (distance > SEAL.outer || distance < SEAL.outer - SEAL.ring) return 0
  return distance > SEAL.outer - SEAL.edge ? COVER.edge : COVER.letters
}

type Ink = (x: number, y: number) => number

function stainsOf([x, y]: readonly [number, number], ink: Ink): Box[] {
  const steps = Array.from({ length: (2 * SEAL.outer) / STAIN }, (_, i) => i * STAIN - SEAL.outer)
  const boxes = steps.flatMap((dy) => steps.map((dx): Box => [x + dx, y + dy, x + dx + STAIN, y + dy + STAIN]))
  return boxes.filter(([x0, y0]) => ink(x0 + STAIN / 2, y0 + STAIN / 2) > 0)
}

/** A word as it is read under the seal; none where nothing of it is seen. */
function spoiled(word: Glyph, ink: Ink, next: Next): Glyph[] {
  const [x0, y0, x1, y1] = word.box
  const characters = [...word.text]
  const inks = characters.map((_, i) => ink(x0 + ((i + 0.5) * (x1 - x0)) / characters.length, (y0 + y1) / 2))
  if (inks.every((n) => n === 0)) return [word]
  const misread = inks.map((n) => next() < n * COVER.misread)
  if (!misread.includes(true)) return [{ ...word, confidence: Math.min(word.confidence ?? 1, BELIEF.touched) }]
  const text = characters.map((c, i) => (misread[i] ? another(c, next) : c)).join('')
  if (text === '') return next() < UNSEEN ? [] : [{ ...word, text: '丶', confidence: BELIEF.least, alternatives: [] }]
  const confidence = BELIEF.least + BELIEF.more * next()
  const truth = { text: word.text, confidence: (1 - confidence) * BELIEF.knows * next() }
  return [{ ...word, text, confidence, alternatives: next() < BELIEF.knows ? [truth] : [] }]
}

function another(character: string, next: Next): string {
  if (next() < NOTHING) return ''
  if (/\d/.test(character)) return String(Math.floor(next() * 10))
  if (/\p{Script=Han}/u.test(character)) return HAN[Math.floor(next() * HAN.length)]!
  return next() < UNSEEN ? character : ''
}
