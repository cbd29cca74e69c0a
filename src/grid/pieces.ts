/** Lines of text cut into pieces at wide gaps: what stands in a cell where no ruling says so. */
import { isWrittenAmount, MONEY, readCell } from '../amount.ts'
import { around, blockText, type Line, lineText, toLines } from '../page/lines.ts'
import type { Box, Glyph } from '../page/types.ts'
import { isNextDigit, isThousands } from './spaced-digits.ts'
import { DIGITS, NUMBERED, NUMERAL, TOTAL } from './words.ts'

/** A gap wider than this share of the text size divides a line into cells. */
const CELL_GAP = 0.9
/** Texts of a header are divided at this gap already: within a word there is none. */
const HEAD_GAP = 0.2
/** … and at this one, where letters mostly stand within so much of where the one before ends. */
const EXACT_GAP = 0.1
const EXACT = 0.02
const MOST = 0.8
/** Programs set letters and figures apart from Han by so much: 2026 年预算数 is one text. */
const SCRIPT_GAP = 0.4
/** Letters of a word are spaced by less than this share of their size. */
const SPACED = 0.4
/** Before and behind an amount, or a dash in its place, this gap divides. */
const AMOUNT_GAP = 0.12
/** Behind a subject code this gap does; a space within a cell is narrower. */
const CODE_GAP = 0.45
/** A blank between thousands is no wider than this share of the text size: fonts of Han make it half as wide as a character. */
const GROUP_GAP = 0.6
/** Behind 一、 a blank or two are no room between cells. */
const LABEL_GAP = 2.2
const BEGINS_LABEL = new RegExp(`^(${NUMERAL}+、|\\d{1,2}[、.．]|[(（](?:${NUMERAL}|\\d){1,3}[)）]|其中[:：])$`)
/** Where the columns are known, any visible gap at an edge divides; a narrower one never does. */
const EDGE_GAP = 0.1
/** A text may run over the edge by this share of its size, and by one point. */
const EDGE_SLACK = 0.15

const HAN = /^\p{Script=Han}$/u
const LATIN = /^[\dA-Za-z]$/
const DIGIT = /^[\d０-９]$/
const POINT = /^[.．,，]$/
/** ￥5200255, 8293920元: amounts without places. */
const WITH_SIGN = new RegExp(`^([¥￥][\\d０-９]+|[¥￥]?[\\d０-９]{4,}${MONEY})$`)

/** 30112-其他社会保障缴费, 30112- over it: a subject code and its name, behind which no other one stands in its cell. */
const WITH_CODE = /^((\d{3,7}[-－—]?|\d\d[-－—])\p{Script=Han}|\d{3,7}[-－—]$)/u

/** 16,474.82一、…, 2,254.12（二）…, 48,362.82本年支出合计: a label that nothing parts from the amount of the column before. */
const WHOLE_AMOUNT = /^[-−]?¥?(\d{1,3}([,'’]\d{3})+(\.\d{1,2})?|\d+\.\d{2}|\d{5,})$/
const LABEL = new RegExp(`^(${NUMERAL}+、|\\(${NUMERAL}+\\)\\p{Script=Han}|${TOTAL}$)`, 'u')
const LABEL_LETTER = /^[一二三四五六七八九十(（本收支合总小]$/

/** Behind an amount its unit is of it. */
const UNIT = new RegExp(`^${MONEY}$`)

export interface Piece {
  box: Box
  glyphs: Glyph[]
  text: string
  /** An amount with decimals or separators, or a printed zero or dash. */
  amount: boolean
  /** A subject code or an enumerated label. */
  anchor: boolean
}

export interface TextRow {
  line: Line
  pieces: Piece[]
  /** Begins a line of data: an amount, a subject code or an enumerated label stands in it. */
  anchor: boolean
}

/** Texts of one row stand up to two points up or down: lines that share this much of the lower one's height, side by side. */
const LEVEL = 0.3

/** Lines, where texts beside each other whose baselines differ a little are one. */
export function toLevelLines(glyphs: readonly Glyph[]): Line[] {
  const lines = toLines(glyphs)
  if (lines.length < 2) return lines
  const out: Line[] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (last && isLevel(last, line)) out[out.length - 1] = beside(last, line)
    else out.push(line)
  }
  return out
}

function isLevel(upper: Line, lower: Line): boolean {
  const shared = upper.box[3] - lower.box[1]
  if (shared < LEVEL * Math.min(upper.size, lower.size)) return false
  return lower.glyphs.every((g) => upper.glyphs.every((o) => g.box[0] >= o.box[2] - 1 || g.box[2] <= o.box[0] + 1))
}

function beside(a: Line, b: Line): Line {
  const glyphs = [...a.glyphs, ...b.glyphs].sort((g, o) => g.box[0] - o.box[0])
  return { text: lineText(glyphs), box: around(glyphs), size: Math.max(a.size, b.size), glyphs }
}

/** `edges`: x of the columns, where they are known. `gap`: share of the text size that divides. */
export function toTextRow(line: Line, edges: readonly number[] = [], gap = CELL_GAP): TextRow {
  const pieces: Piece[] = []
  let current: Glyph[] = []
  const flush = () => {
    if (current.length > 0) pieces.push(toPiece(current))
    current = []
  }
  for (const [i, glyph] of line.glyphs.entries()) {
    if (current.length > 0 && isDivided(current, line.glyphs, i, { edges, gap })) flush()
    current.push(glyph)
  }
  flush()
  const anchor = pieces.some((p) => p.anchor || (p.amount && pieces.length > 1))
  return { line, pieces, anchor }
}

/** The line with its texts divided at every visible gap: headers of narrow columns stand that close to each other. */
export function toHeadRow({ line }: TextRow): TextRow {
  // Letters may be spaced a little throughout.
  const gaps = line.glyphs
    .slice(1)
    .map((g, i) => (g.box[0] - line.glyphs[i]!.box[2]) / g.size)
    .filter((gap) => gap < SPACED)
    .sort((a, b) => a - b)
  const usual = gaps[gaps.length >> 1] ?? 0
  const isExact = gaps.filter((gap) => Math.abs(gap) < EXACT).length > MOST * gaps.length
  return toTextRow(line, [], Math.max(0, usual) + (isExact ? EXACT_GAP : HEAD_GAP))
}

/** Whether another cell begins with the character `at` of a line; `before` is what stands in the present one. */
function isDivided(
  before: readonly Glyph[],
  glyphs: readonly Glyph[],
  at: number,
  { edges, gap: wide }: { edges: readonly number[]; gap: number },
): boolean {
  const last = before.at(-1)!
  const next = glyphs[at]!
  const size = Math.max(next.size, last.size)
  const gap = next.box[0] - last.box[2]
  // 1.20万元3.40万元: behind its unit an amount is at its end.
  if (last.text === '元' && DIGIT.test(next.text) && isWrittenAmount(blockText(before))) return true
  if (DIGIT.test(last.text) && LABEL_LETTER.test(next.text) && isLabelBehind(before, wordAt(glyphs, at))) return true
  if (gap <= EDGE_GAP * size) return false
  const isBegin = (part: readonly Glyph[]) => BEGINS_LABEL.test(blockText(part).trim())
  if (gap < LABEL_GAP * size && HAN.test(next.text) && isBegin(before)) return isBegin(wordAt(glyphs, at))
  if (gap > (isOtherScript(last, next) ? Math.max(wide, SCRIPT_GAP) : wide) * size) return true
  // Letters may be set with room between them: no cell begins with the point of an amount.
  if (DIGIT.test(last.text) && POINT.test(next.text) && DIGIT.test(glyphs[at + 1]?.text ?? '')) return false
  const slack = Math.max(1, EDGE_SLACK * size)
  if (edges.some((x) => x > last.box[2] - slack && x < next.box[0] + slack)) return true
  if (gap <= AMOUNT_GAP * size) return false
  const [own, word] = [blockText(before), blockText(wordAt(glyphs, at))]
  if (gap < GROUP_GAP * size && isThousands(own, word)) return false
  // 5743.45 万元, as programs set letters apart from figures.
  if (gap <= SCRIPT_GAP * size && UNIT.test(word) && isWrittenAmount(own)) return false
  // 一、 30: the number of its row stands beside a label that its cell has no room for.
  const isCount = isBegin(before) && DIGITS.test(word)
  const areCodes = WITH_CODE.test(own) && WITH_CODE.test(word)
  if (gap > CODE_GAP * size && (isCount || areCodes || /^\d{2,}$/.test(own))) return true
  if (isNextDigit(before, next)) return false
  return isFigure(own) || isFigure(word)
}

function isLabelBehind(before: readonly Glyph[], word: readonly Glyph[]): boolean {
  const [amount, label] = [before, word].map((part) => blockText(part).normalize('NFKC').trim())
  return WHOLE_AMOUNT.test(amount!) && LABEL.test(label!)
}

/** 2026年, 2025年比2026年: a figure without a point beside a Han character. */
function isOtherScript(last: Glyph, next: Glyph): boolean {
  const [a, b] = [last.text, next.text]
  return (HAN.test(a) && LATIN.test(b)) || (LATIN.test(a) && HAN.test(b))
}

/** The characters from `at` on to the next visible gap. */
export function wordAt(glyphs: readonly Glyph[], at: number): Glyph[] {
  const { size } = glyphs[at]!
  let end = at + 1
  while (end < glyphs.length && glyphs[end]!.box[0] - glyphs[end - 1]!.box[2] <= AMOUNT_GAP * size) end++
  return glyphs.slice(at, end)
}

/** An amount with decimals, or a dash or 无 in its place. 1. and （一） begin a label. */
function isFigure(text: string): boolean {
  return (
    (/\d[.,，．]\s*[\d０-９]/.test(text.normalize('NFKC')) && isWrittenAmount(text)) ||
    /^([-—–―－]+|无)$/.test(text) ||
    WITH_SIGN.test(text)
  )
}

export function toPiece(glyphs: Glyph[]): Piece {
  const text = blockText(glyphs)
  const { amount, mark } = readCell(text)
  const written = isWrittenAmount(text) || (amount !== undefined && (amount.places > 0 || mark === 'zero'))
  // Whole amounts without separators: subject codes have seven digits at most.
  const isLong = /^\d{8,}$/.test(text.normalize('NFKC').trim()) || WITH_SIGN.test(text)
  return { box: around(glyphs), glyphs, text, amount: written || isLong || mark === 'dash', anchor: isAnchor(text) }
}

function isAnchor(text: string): boolean {
  const word = text.replace(/\s+/g, '')
  return /^\d{3}(\d{2}){0,3}$/.test(word) || NUMBERED.test(word)
}

/** 一、…, 1.…, （1）… and [30101]… begin a label. */
export function isNumbered({ text, anchor }: Piece): boolean {
  return (
    /^([(（]?\d{1,2}[)）]|\d{1,2}[.．、]|[[【〔]\d{3,7}[\]】〕])\s*\p{Script=Han}/u.test(text) ||
    (anchor && !/^\d/.test(text))
  )
}

/** 万元，包括…: the sentence goes on behind an amount and its unit; 1,612.29万 ends a line of it. */
const GOES_ON = new RegExp(`^${MONEY}\\S|^(百万|亿|万|千)$`)

/** A line of running text has more letters than this. */
const LONG = 34
/** So many words without a sentence's mark, at visible gaps, are headers of narrow columns. */
const HEADS = 5

/** A line of running text: one long piece, a sentence's marks, or an amount with its unit within a sentence. */
export function isProse(row: TextRow): boolean {
  const { pieces, line } = row
  if (/[。；;]/.test(line.text)) return true
  if (pieces.length === 1 && line.text.length > LONG) return !isNarrowHeads(row)
  return pieces.some((p, i) => i > 0 && pieces[i - 1]!.amount && GOES_ON.test(p.text.trim()))
}

/** 一般公共 政府性基 国有资本经 …: a line of headers, nearer to each other than cells mostly are. */
function isNarrowHeads(row: TextRow): boolean {
  return !/[，,、：:？！]/.test(row.line.text) && toHeadRow(row).pieces.length >= HEADS
}

/** 收入决算表, 公开02表: as titles and their numbers are written. */
export function isTitleWord(text: string): boolean {
  return /表([(（].{0,12}[)）]|[)）]|[(（][^)）]{0,12})?$|公开\s*\d+\s*表|^表\s*\d+/.test(text.trim())
}

/** Lines of a wrapped amount end at one place, begin there or have their middle there, points, and are no further apart than this share of their size. */
const SAME_END = 1
const NEXT_LINE = 1.2

/** 1 below 21,118.5: the last digits of an amount that its column was too narrow for are no page number. */
export function isRestOfAmount(rows: readonly TextRow[], at: number): boolean {
  const [digits, ...others] = rows[at]!.pieces
  if (!digits || others.length > 0 || !/^[\d０-９]+$/.test(digits.text)) return false
  const isUpper = (p: Piece) => p.amount && isBelowEnd(digits, p)
  // The line above and the one above that: those of a cell may stand around its row's own.
  return rows.slice(Math.max(0, at - 2), at).some((row) => row.pieces.some(isUpper))
}

/** Whether a text stands close below another, with one end or its middle at the same place. */
function isBelowEnd({ box, glyphs }: Piece, upper: Piece): boolean {
  const places = ([x0, , x1]: Box) => [x1, x0, (x0 + x1) / 2]
  const own = places(box)
  const isSame = places(upper.box).some((x, i) => Math.abs(x - own[i]!) < SAME_END)
  return isSame && box[1] - upper.box[3] < NEXT_LINE * glyphs[0]!.size
}

/** Amounts have so many decimals. */
const DECIMALS = 2

/** 0 below 12,868.0, or 51 below 21,118. (０ below １２８６８．０): what its column was too narrow for. */
export function areLastDigits(digits: Piece, upper: Piece): boolean {
  const printed = /[.．](\d*)$/.exec(upper.text.normalize('NFKC').trim())?.[1]
  const rest = digits.text.normalize('NFKC').trim()
  if (printed === undefined || printed.length >= DECIMALS || !/^\d+$/.test(rest)) return false
  return printed.length + rest.length === DECIMALS && isBelowEnd(digits, upper)
}

/** So many lines show that codes stand where digits stand alone in theirs, give or take so many points. */
const CODES = 3
const SAME_PLACE = 1

/** 302 above the name and the amount of its row, set from the top of its cell, is no page number. */
export function isLoneCode(rows: readonly TextRow[], at: number): boolean {
  const [code, ...others] = rows[at]!.pieces
  if (!code || others.length > 0 || !/^\d{2,3}$/.test(code.text)) return false
  const isAlike = ({ text, box }: Piece) =>
    /^\d+$/.test(text) && text.length === code.text.length && Math.abs(box[0] - code.box[0]) < SAME_PLACE
  return rows.filter((r) => r.pieces.length > 1 && r.pieces.some(isAlike)).length >= CODES
}

/** A page number or the like: digits alone between dashes, and no year. */
export function isFurniture({ line: { text } }: TextRow): boolean {
  return (
    /^(?!20[0-3]\d$)[-—–\s]*\d{1,4}[-—–\s]*$/.test(text) ||
    /^第\s*\d+\s*页/.test(text) ||
    /^[(（]?续上?表[)）]?$/.test(text)
  )
}

/** 栏次: the numbers of the columns. */
export function isOrdinalLine({ pieces }: TextRow): boolean {
  return areOrdinals(pieces.map((p) => p.text))
}

export function areOrdinals(texts: readonly string[]): boolean {
  const isOrdinal = (text: string) => /^(\d{1,2}|栏次|\*+|[甲乙丙]|\d{1,2}[=＝][-+\d]+)$/.test(text.replace(/\s+/g, ''))
  return texts.length > 1 && texts.every(isOrdinal)
}
