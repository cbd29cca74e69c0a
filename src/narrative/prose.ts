/** Lines of text → paragraphs, with the page and box of every character. */
import { around, type Line } from '../page/lines.ts'
import { medianSize } from '../page/sizes.ts'
import type { Box, Glyph } from '../page/types.ts'

/** Where one character of a paragraph stands. */
export interface Place {
  page: number
  box: Box
}

/** Running text as one string; `places[i]` is the place of `text[i]`. */
export interface Paragraph {
  /** Without layout: no spaces, digits and brackets in plain width. */
  text: string
  places: Place[]
  /** Font size of its first line, points. */
  size: number
}

/** What prose is made of: the lines of a page that stand outside its tables. */
export interface ProsePage {
  page: number
  /** Where it stands on the page: the whole of it, or one of several that were printed there. */
  box: Box
  lines: readonly Line[]
  /** Tables between the lines: a paragraph does not go on across one. */
  grids: readonly { box: Box }[]
}

/**
 * Page numbers and running heads stand within this share of the page height from its edges; where nothing does, as on
 * a sheet that is larger than its print, they are the outermost lines.
 */
const EDGE = 0.12
/** Points by which lines at one height may differ. */
const ON_LINE = 1
/** A line that stands at the same height on this many pages with the same words is a running head. */
const RUNNING = 3
/** First lines are set in by at least this many letters (two is the custom; one is left for sloppy settings). */
const INDENT = 1.2
/** A page of short lines takes its margins from this many pages before and after, too. */
const AROUND = 2
/** Letters of one paragraph do not differ more than this share in size. */
const OTHER_SIZE = 0.15
/** How many letters a justified line may end before the margin although it was full. */
const SLACK = 1.2
/** A gap wider than this share of the size between two digits separates two numbers. */
const GAP = 0.45

export function toParagraphs(printed: readonly ProsePage[]): Paragraph[] {
  const pages = withoutFurniture(printed)
  const edges = new Map<Line, number>()
  const out: Paragraph[] = []
  let open: { paragraph: Paragraph; last: Set } | null = null
  for (const [i, page] of pages.entries()) {
    const margin = margins(pages.slice(Math.max(0, i - AROUND), i + AROUND + 1), page, edges)
    for (const line of page.lines) {
      const set = { line, margin, page, median: medianSize(line.glyphs) }
      if (open && continues(open.last, set)) append(open.paragraph, line, page.page)
      else {
        const paragraph: Paragraph = { text: '', places: [], size: line.size }
        append(paragraph, line, page.page)
        out.push(paragraph)
        open = { paragraph, last: set }
      }
      open = { paragraph: open.paragraph, last: set }
    }
  }
  return out.filter((p) => p.text !== '')
}

/** A line together with the margins it was set in. */
interface Set {
  line: Line
  margin: { left: number; right: number }
  page: ProsePage
  /** The size most of its letters have, points. */
  median: number
}

function continues(last: Set, next: Set): boolean {
  if (crossesGrid(last, next)) return false
  const size = next.line.size
  if (Math.abs(next.median - last.median) > OTHER_SIZE * next.median) return false
  const ended = /[。！？；：:;.]["”’)）]*$/.test(last.line.text.trim())
  const indented = next.line.box[0] - next.margin.left > INDENT * size
  if (ended && (indented || startsItem(next.line.text))) return false
  const full = wasFull(last, next.line)
  // 2．…养老保险缴费 at the margin, 支出（项）… below it and not set in: broken off, and no heading.
  if (isHeading(last.line.text) && (!full || indented)) return false
  if (isShortItem(last)) return false
  const item = startsItem(next.line.text)
  if (full) return !(item && (indented || !/[，、]/.test(last.line.text)))
  return !ended && !indented && !item
}

/** A line that ends before this share (0–1) of the text's width was broken off by nobody. */
const SHORT = 0.5

/** 三、一般公共预算拨款支出: an item without a clause or a figure that ends far from the margin is the heading of what follows, however it is worded and set. */
function isShortItem({ line, margin }: Set): boolean {
  const [number = ''] = ITEM.exec(line.text) ?? []
  const isShort = line.box[2] - margin.left < SHORT * (margin.right - margin.left)
  return number !== '' && isShort && !/[，。；：:\d]/.test(line.text.slice(number.length))
}

/** Whether a line ended because the next word did not fit, and not because the paragraph was over. */
function wasFull(last: Set, next: Line): boolean {
  const room = last.margin.right - last.line.box[2]
  return room < firstWord(next) + SLACK * last.line.size
}

/** Width of what could not be broken off the head of a line: a number with its signs, or one letter. */
function firstWord(line: Line): number {
  let count = 0
  for (const glyph of line.glyphs) {
    if (!/^[\d.,%A-Za-z()（）]+$/.test(glyph.text)) break
    count++
  }
  const word = line.glyphs.slice(0, Math.max(1, count))
  const box = around(word)
  return box[2] - box[0]
}

const ITEM =
  /^\s*([一二三四五六七八九十]+[、.．]|[(（]\s*[一二三四五六七八九十\d]+\s*[)）]|\d{1,2}\s*[、.．](?!\d)|第[一二三四五六七八九十]+部分)/

function startsItem(text: string): boolean {
  return ITEM.test(text)
}

/** A numbered line without a clause in it: the heading of what follows. */
function isHeading(text: string): boolean {
  const bare = text.replace(/[（(](详见|见)[^（(]*[)）]\s*$/, '')
  return (
    startsItem(bare) &&
    !/[，。；：:]/.test(bare) &&
    /(说明|情况|概况|[^支收]费用?|预算|决算|安排|职责|设置|解释|附件)\s*$/.test(bare)
  )
}

function crossesGrid(last: Set, next: Set): boolean {
  const below = last.page.grids.some(
    (g) => g.box[1] > last.line.box[1] && (last.page !== next.page || g.box[1] < next.line.box[1]),
  )
  return below || (last.page !== next.page && next.page.grids.some((g) => g.box[1] < next.line.box[1]))
}

/** The text margins of a page, points: where the longest lines on it and the pages around it begin and end. */
function margins(near: readonly ProsePage[], page: ProsePage, edges: Map<Line, number>): Set['margin'] {
  const lines = near
    .filter((p) => Math.abs(p.box[0] - page.box[0]) < 1 && Math.abs(p.box[2] - page.box[2]) < 1)
    .flatMap((p) => p.lines)
  if (lines.length === 0) return { left: 0, right: 0 }
  const widest = Math.max(...lines.map((l) => l.box[2] - l.box[0]))
  const long = lines.filter((l) => l.box[2] - l.box[0] > 0.8 * widest)
  const right = Math.max(
    ...long.map((line) => {
      const known = edges.get(line) ?? rightEdge(line)
      edges.set(line, known)
      return known
    }),
  )
  return { left: Math.min(...long.map((l) => l.box[0])), right }
}

/** A stop or comma may hang over the margin; it does not say where the margin is. */
function rightEdge(line: Line): number {
  const inside = line.glyphs.findLast((g) => !/[，。；：、,;:.)）”]/.test(g.text) && g.text.trim() !== '')
  return (inside ?? line).box[2]
}

/**
 * Pages without their numbers and running heads. What a browser prints outside of them has others inside: they are
 * looked for anew until none is found.
 */
function withoutFurniture(pages: readonly ProsePage[]): readonly ProsePage[] {
  const isAtEdge = edgeOf(pages)
  const heads = runningHeads(pages, isAtEdge)
  const bare = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !isFurniture(line, isAtEdge(line, page), heads)),
  }))
  const countOf = (all: readonly ProsePage[]) => all.reduce((sum, { lines }) => sum + lines.length, 0)
  return countOf(bare) < countOf(pages) ? withoutFurniture(bare) : bare
}

function isFurniture(line: Line, atEdge: boolean, heads: ReadonlySet<string>): boolean {
  const text = line.text.replace(/\s+/g, '')
  if (text === '' || !atEdge) return text === ''
  return /^[-—–―－·.第]*\d{1,4}[-—–―－·./\d页共第]*$/.test(text) || heads.has(headKey(line))
}

type IsAtEdge = (line: Line, page: ProsePage) => boolean

/** Tells lines at the upper or lower edge of their page from those of the text. */
function edgeOf(pages: readonly ProsePage[]): IsAtEdge {
  const size = ({ box }: ProsePage) => box.map(Math.round).join()
  const bands = new Map<string, { above: number; below: number }>()
  for (const [key, alike] of Map.groupBy(pages, size)) {
    const [, top, , bottom] = alike[0]!.box
    const edge = EDGE * (bottom - top)
    const lines = alike.flatMap((p) => p.lines).filter((l) => l.text.trim() !== '')
    const first = Math.min(...lines.map((l) => l.box[3]))
    const last = Math.max(...lines.map((l) => l.box[1]))
    bands.set(key, { above: Math.max(top + edge, first + ON_LINE), below: Math.min(bottom - edge, last - ON_LINE) })
  }
  return (line, page) => {
    const { above, below } = bands.get(size(page))!
    return line.box[3] < above || line.box[1] > below
  }
}

function headKey(line: Line): string {
  return `${Math.round(line.box[1] / 4)}:${line.text.replace(/[\s\d]+/g, '')}`
}

function runningHeads(pages: readonly ProsePage[], isAtEdge: IsAtEdge): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(page.lines.filter((line) => isAtEdge(line, page)).map(headKey)))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set([...counts].filter(([, n]) => n >= RUNNING).map(([key]) => key))
}

function append(paragraph: Paragraph, line: Line, page: number): void {
  let before: Glyph | null = null
  for (const glyph of line.glyphs) {
    const apart = before !== null && glyph.box[0] - before.box[2] > GAP * glyph.size
    if (apart && /\d$/.test(before!.text) && /^\d/.test(glyph.text)) push(paragraph, ' ', { page, box: glyph.box })
    if (glyph.text.length === 1) {
      if (glyph.text.trim() === '') continue
      push(paragraph, plainLetter(glyph.text), { page, box: glyph.box })
      before = glyph
      continue
    }
    const letters = [...glyph.text]
    const width = (glyph.box[2] - glyph.box[0]) / Math.max(1, letters.length)
    letters.forEach((letter, i) => {
      const x = glyph.box[0] + i * width
      const box: Box = letters.length === 1 ? glyph.box : [x, glyph.box[1], x + width, glyph.box[3]]
      if (letter.trim() !== '') push(paragraph, plainLetter(letter), { page, box })
    })
    if (glyph.text.trim() !== '') before = glyph
  }
}

function push(paragraph: Paragraph, letter: string, place: Place): void {
  for (let i = 0; i < letter.length; i++) paragraph.places.push(place)
  paragraph.text += letter
}

const SAME: Record<string, string> = { ';': '；', '?': '？', '!': '！', '．': '.', '﹪': '%', '〝': '“', '〞': '”' }

/** Digits, letters, brackets and colons in plain width; commas and stops of running text stay what they are. */
function plainLetter(letter: string): string {
  if ((letter >= '\u3040' && letter <= '\u9fff') || (letter >= '0' && letter <= '9')) return letter
  if (letter in SAME) return SAME[letter]!
  if (/[，；！？]/.test(letter)) return letter
  return /[\uff01-\uff5e\u2e80-\u2fdf]/.test(letter) ? letter.normalize('NFKC') : letter
}

/** Text of cells as a paragraph: what a form says in its boxes is prose too. */
export function cellParagraph(glyphLines: readonly Line[], page: number): Paragraph {
  const paragraph: Paragraph = { text: '', places: [], size: glyphLines[0]?.size ?? 10 }
  for (const line of glyphLines) append(paragraph, line, page)
  return paragraph
}

/** Page and box of a stretch of a paragraph: the part on the line where it begins, not all between two margins. */
export function placeOf(paragraph: Paragraph, from: number, to: number): { page: number; bbox: Box } {
  const stretch = paragraph.places.slice(from, Math.max(to, from + 1))
  const first = stretch[0]
  // Damaged files have letters without any height: the first one is on its line all the same.
  const onLine = stretch.filter((p) => p === first || (p.page === first?.page && p.box[1] < first.box[3]))
  return { page: first?.page ?? 1, bbox: around(onLine) }
}

/** A box with its points to two places, as findings have them. */
export function rounded(box: Box): [number, number, number, number] {
  return box.map((n) => Math.round(n * 100) / 100) as [number, number, number, number]
}
