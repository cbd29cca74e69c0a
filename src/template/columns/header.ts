/** Which rows of a grid are its header, and what each column is headed by. */
import { isFigure, isWrittenAmount, MONEY, readCell } from '../../amount.ts'
import { type Grid, type GridCell, type Places, places } from '../../grid/types.ts'
import { LEVEL } from '../../grid/words.ts'
import type { Classification } from '../define.ts'
import { isHardlyRead, isScanned } from '../seen.ts'
import { enumerator, headerWord, isTotalLabel, squash } from '../words.ts'
import { dataSplits, isBare } from './divided.ts'

/** A column as a reader sees it: one or more unit columns of the grid below one header. */
export interface Leaf {
  /** Unit columns c0 (inclusive) to c1 (exclusive). */
  c0: number
  c1: number
  /** Header texts as printed, outer to inner. */
  path: string[]
  /** The same as compared (see headerWord). */
  words: string[]
  /** The same as printed, where the templates spell a word otherwise (src/template/columns/spelled.ts). */
  named?: string[]
  /** 栏次 printed below the header, if any. */
  ordinal: string | null
  /** How many cells below the header hold an amount with decimals or separators. */
  amounts: number
  /** How many hold other text. */
  texts: number
  /** Whether words stand below the header and not one figure. */
  wordy: boolean
  /** Whether subject codes alone stand below the header, one within another: 201, 20103, 2010301. */
  coded: boolean
  /** Whether nothing stands below it but codes of 类, or nothing but what 款 and 项 add to them: no name is a number. */
  parts: 'whole' | 'rest' | null
  /** Set where a header of the path was read from a scan and may say something else. */
  unsure?: true
}

export interface Header {
  /** Number of rows, from the top, that are header (栏次 row included). */
  rows: number
  leaves: Leaf[]
  /** For each row below it the texts before the first amount, left to right. */
  heads: string[][]
  /** Whose codes the rows carry; null where they have none or both. */
  classification: Classification | null
}

/** Says whether a squashed text is a header word of some known form. */
export type HeaderVocabulary = (word: string) => boolean

/** Below this share of known header words a row under an open header is taken for data. */
const MOSTLY = 0.5

export function findHeader(grid: Grid, knows: HeaderVocabulary): Header {
  const at = places(grid)
  let rows = 0
  let ordinals = -1
  while (rows < grid.rows.length) {
    const cells = starting(grid, rows)
    if (isOrdinalRow(cells)) {
      ordinals = rows
      rows++
      break
    }
    if (!continuesHeader(at, rows, cells, knows) && !isGroupLabel(grid, at, rows, knows)) break
    rows++
  }
  const headRows = ordinals >= 0 ? rows - 1 : rows
  const heads = headsOf(at, rows)
  return { rows, leaves: toLeaves(grid, at, headRows, rows, ordinals), heads, classification: classify(heads) }
}

function starting(grid: Grid, row: number): GridCell[] {
  return grid.cells.filter((c) => c.row === row)
}

function continuesHeader(at: Places, row: number, cells: readonly GridCell[], knows: HeaderVocabulary): boolean {
  const printed = cells.filter((c) => c.text.trim() !== '')
  // A cell from above that reaches into this row ties it to the header.
  const tied = row > 0 && at[row]!.some((c) => c && c.row < row && c.text.trim() !== '')
  if (tied && isCodeRow(printed)) return true
  if (printed.some((c) => isData(c.text, knows) || isNamedCode(at[row]!, c))) return false
  if (tied) return true
  if (printed.length === 0) return false
  const known = printed.filter((c) => knows(headerWord(c.text)) || /^20\d\d年度?$/.test(squash(c.text)))
  if (row === 0) return known.length > 0 || printed.length > 1
  if (printed.length === 1 && isTotalLabel(printed[0]!.text)) return false
  // 收入 and 支出 over all of the row: it divides them, whatever it says.
  if (known.length > 1 && printed.every((c) => below(at, row, c))) return true
  return known.length / printed.length > MOSTLY && known.length > 0 && (known.length > 1 || below(at, row, printed[0]!))
}

/** 301 | 30101 | 30102 below the names of economic subjects that head the columns. */
function isCodeRow(printed: readonly GridCell[]): boolean {
  return printed.length > 1 && printed.every((c) => /^[35]\d\d(\d\d)?$/.test(squash(c.text)))
}

/** 301 | 基本工资 in a form that nobody filled in: the names of its lines are those of columns in other forms. */
function isNamedCode(line: Places[number], { text, col, colSpan }: GridCell): boolean {
  return ECONOMIC.test(squash(text)) && /\p{Script=Han}/u.test(line[col + colSpan]?.text ?? '')
}

/** A label over the whole width (一、政府采购情况) may stand above the header. */
function isGroupLabel(grid: Grid, at: Places, row: number, knows: HeaderVocabulary): boolean {
  const only = at[row]![0]
  if (row !== 0 || !only || only.colSpan < grid.xs.length - 1 || readCell(only.text).mark !== 'text') return false
  return grid.rows.length > 1 && continuesHeader(at, 1, starting(grid, 1), knows)
}

/** Whether the header above the cell spans it and more: then this row divides that header. */
function below(at: Places, row: number, cell: GridCell): boolean {
  const above = at[row - 1]?.[cell.col]
  return !!above && above.colSpan > cell.colSpan
}

/** A text that only lines of data hold: an amount, a subject code, an enumerated label. */
function isData(text: string, knows: HeaderVocabulary): boolean {
  const word = squash(text)
  if (knows(headerWord(text))) return false
  const reading = readCell(text)
  if (reading.mark === 'dash' || isWrittenAmount(text)) return true
  if (reading.amount) return reading.amount.places > 0 || /,/.test(word) || word.length >= 3 || reading.mark === 'zero'
  if (/^(19|20)\d\d年/.test(word)) return false
  return /^\[?\d{3,7}\]?[-—]?\p{Script=Han}/u.test(word) || enumerator(word) !== null
}

/** Of that many numbers this share (0–1) must be in their place to show that they count the columns. */
const COUNTED = 4
const IN_PLACE = 0.7
/** Beside the word for them, fewer numbers do, and a smaller share. */
const NAMED = { least: 2, inPlace: 0.5 }
/** Columns of labels before those that are counted, at most, and signs of a misread number or of a misread **. */
const LABELLED = 3
const COUNT_SIGNS = 3

/** What stands in the column of 行次 beside 栏次. */
const DASH = /^[-—–－]+$/

/** 栏次 1 2 3 …, 甲 乙 1 2, ** 1 2 3=4+5: numbers of columns, not amounts. */
export function isOrdinalRow(cells: readonly GridCell[]): boolean {
  const words = cells.map((c) => squash(c.text)).filter((w) => w !== '')
  if (words.length === 0) return false
  const scanned = cells.some(isScanned)
  // 家* is a misread **.
  const isStars = (w: string) =>
    /^\*+$/.test(w) || (scanned && w.length <= COUNT_SIGNS && /\*/.test(w) && !/\d/.test(w))
  const labelled = words.some((w) => /^(栏次|栏目|甲|序号)$/.test(w) || isStars(w))
  const idle = words.filter(
    (w) =>
      /^(栏次|栏目|行次|[甲乙丙丁戊]|合计|项目|序号|[类款项])$/.test(w) || isStars(w) || (labelled && DASH.test(w)),
  )
  const rest = words.filter((w) => !idle.includes(w))
  if (scanned && (mostlyCounted(rest) || (words.some((w) => /^栏[次目]$/.test(w)) && areCounted(rest, NAMED))))
    return true
  if (!rest.every((w) => /^[(（]?\d{1,2}[)）]?([=＝][-+＋－*×/÷%％\d（）()]+)?$/.test(w) || /^[A-Z]$/.test(w)))
    return false
  if (rest.length === 0) return labelled && words.length > 1
  const numbers = rest.map((w) => Number.parseInt(w.replace(/^[(（]/, ''), 10)).filter((n) => !Number.isNaN(n))
  const steps = numbers.slice(1).map((n, i) => n - numbers[i]!)
  const rising = steps.every((s) => s === 1) || isCountWithGaps(steps)
  return labelled || (rising && numbers.length >= 2 && numbers[0]! <= 2)
}

/** 1 2 3 5 6: a form without one of its columns keeps the numbers of the others. */
function isCountWithGaps(steps: readonly number[]): boolean {
  const ones = steps.filter((s) => s === 1).length
  return ones >= 3 && ones >= IN_PLACE * steps.length && steps.every((s) => s === 1 || s === 2)
}

function headsOf(at: Places, from: number): string[][] {
  return at.slice(from).map((row) => {
    const cells = [...new Set(row)].flatMap((c) => (c && c.text.trim() !== '' ? [c.text] : []))
    const end = cells.findIndex((text) => isFigure(text) && !/^\d{1,7}$/.test(squash(text)))
    return cells.slice(0, end < 0 ? cells.length : end)
  })
}

/** 1 2 3 4 S 6: the numbers of columns, a few of them misread. */
function mostlyCounted(all: readonly string[]): boolean {
  // 栏次 or ** before them may be misread, too, and as figures: 55.
  const isMark = (word: string, i: number) => word.length <= COUNT_SIGNS || (i === 0 && !/\d/.test(word))
  return Array.from({ length: LABELLED + 1 }).some((_, n) => areCounted(all.slice(n)) && all.slice(0, n).every(isMark))
}

function areCounted(words: readonly string[], { least, inPlace } = { least: COUNTED, inPlace: IN_PLACE }): boolean {
  if (words.length < least || words.some((w) => w.length > COUNT_SIGNS)) return false
  const starts = words.map((w, i) => Number(w) - i)
  const [start] = starts.filter((s) => s === 1 || s === 2)
  return start !== undefined && starts.filter((s) => s === start).length >= inPlace * words.length
}

/** 201… are functional, 301… and 501… economic subjects. */
const FUNCTIONAL = /^2[0-3]\d(\d\d){0,2}$/
const ECONOMIC = /^(30\d|31[0-3]|399|50\d|51[0-4]|599)(\d\d)?$/

function classify(heads: readonly string[][]): Classification | null {
  const first = heads.map((texts) => texts.map(squash).find((t) => FUNCTIONAL.test(t) || ECONOMIC.test(t)))
  const codes = first.filter((t) => t !== undefined)
  if (codes.length === 0) return null
  if (codes.every((c) => FUNCTIONAL.test(c))) return 'functional'
  return codes.every((c) => ECONOMIC.test(c)) ? 'economic' : null
}

function toLeaves(grid: Grid, at: Places, headRows: number, dataFrom: number, ordinals: number): Leaf[] {
  const width = grid.xs.length - 1
  const stacks = Array.from({ length: width }, (_, c) => {
    const stack: GridCell[] = []
    for (let r = 0; r < headRows; r++) {
      const cell = at[r]![c]
      if (cell && stack.at(-1) !== cell) stack.push(cell)
    }
    return stack
  })
  const leaves: Leaf[] = []
  for (let c = 0; c < width; c++) {
    const last = leaves.at(-1)
    const own = stacks[c]!.at(-1)
    const merged = last && own && own === stacks[c - 1]!.at(-1) && !dataSplits(grid, at, dataFrom, c)
    const isOne = last && own && isScanned(own) && own === stacks[c - 1]!.at(-1)
    const bare = isOne && [c, c - 1].find((col) => isBare(grid, dataFrom, col))
    if (merged) last.c1 = c + 1
    else if (isOne && bare !== undefined) Object.assign(last, { c0: bare === c ? last.c0 : c, c1: c + 1, unsure: true })
    else {
      const texts = stacks[c]!.map((cell) => cell.text.trim()).filter((t) => t !== '')
      const ordinal = ordinals >= 0 ? at[ordinals]?.[c]?.text.trim() : undefined
      leaves.push({
        c0: c,
        c1: c + 1,
        path: texts,
        words: texts.map(headerWord),
        ordinal: ordinal || null,
        amounts: 0,
        texts: 0,
        wordy: false,
        coded: false,
        parts: null,
        ...(stacks[c]!.some((cell) => cell.unsure || (isScanned(cell) && texts.length === 0)) ? { unsure: true } : {}),
      })
    }
  }
  for (const leaf of leaves) count(leaf, grid, at, dataFrom)
  for (const leaf of leaves) if (isShared(leaf, leaves, stacks)) leaf.unsure = true
  return leaves
}

/** Whether a header of a scan stands over several columns of figures: the ruling between their headers was not seen. */
function isShared(leaf: Leaf, leaves: readonly Leaf[], stacks: readonly GridCell[][]): boolean {
  const own = stacks[leaf.c0]!.at(-1)
  if (!own || !isScanned(own) || leaf.amounts === 0) return false
  return leaves.some((other) => other !== leaf && other.amounts > 0 && stacks[other.c0]!.at(-1) === own)
}

/** A share is a figure, though no amount of money, and so is an amount with its unit behind it, and one there was no room for. */
const FIGURE = new RegExp(`^([-−–]?[\\d.,]+([%％]|${MONEY})|#{2,})$`)

function count(leaf: Leaf, grid: Grid, at: Places, from: number): void {
  let words = 0
  let figures = 0
  const texts: string[] = []
  let isRead = false
  for (let r = from; r < grid.rows.length; r++) {
    const cell = at[r]![leaf.c0]
    if (!cell || cell.row !== r || cell.col !== leaf.c0 || cell.text.trim() === '') continue
    texts.push(squash(cell.text))
    isRead ||= isScanned(cell)
    if (isWrittenAmount(cell.text)) leaf.amounts++
    else leaf.texts++
    const { mark } = readCell(cell.text)
    const isText = mark === 'text' && !isWrittenAmount(cell.text) && !FIGURE.test(squash(cell.text))
    if (isText) words += isHardlyRead(cell) ? 0 : 1
    else if (mark !== 'dash') figures++
  }
  leaf.wordy = words > 0 && figures === 0
  leaf.coded = areNestedCodes(texts, isRead ? MISREAD : 0)
  leaf.parts = partsOf(texts.filter((text) => !LEVEL.test(text)))
}

function partsOf(texts: readonly string[]): Leaf['parts'] {
  if (texts.length === 0) return null
  if (texts.every((t) => FUNCTIONAL.test(t)) || texts.every((t) => ECONOMIC.test(t))) return 'whole'
  return texts.every((t) => /^\d{1,2}$/.test(t)) ? 'rest' : null
}

/** Of a column of codes on a scan no more than this share is misread: its header may be, too. */
const MISREAD = 0.2

/** Whether a column holds codes, some below others, but for a share of it. */
function areNestedCodes(texts: readonly string[], others: number): boolean {
  return [FUNCTIONAL, ECONOMIC].some((pattern) => {
    const codes = texts.filter((t) => pattern.test(t))
    if (texts.length - codes.length > others * texts.length) return false
    return codes.some((t) => codes.some((outer) => outer.length < t.length && t.startsWith(outer)))
  })
}
