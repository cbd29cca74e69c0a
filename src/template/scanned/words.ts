/**
 * Words of scanned pages, compared with those that the forms are known to print. A word that no form prints
 * and of which the reader is not sure is marked: it must not name a line or a column.
 */
import { distance } from 'fastest-levenshtein'
import { isWrittenAmount } from '../../amount.ts'
import type { GridCell } from '../../grid/types.ts'
import { once } from '../../memo.ts'
import type { Sheet } from '../around/sections.ts'
import { type HeaderVocabulary, isOrdinalRow } from '../columns/header.ts'
import type { FieldLanguage } from '../language.ts'
import { ILLEGIBLE, isScanned, type Reading, see } from '../seen.ts'
import { letters } from '../spelling.ts'
import { bareLabel, headerWord, squash } from '../words.ts'
import { alikeNames } from './alike-names.ts'
import { withoutDirt, withoutStrokes } from './dirt.ts'
import { guessOf, type Likely, likeliest, mayBe, numberOf, YEAR } from './likely.ts'
import { cellsThatLostLetters } from './lost-letters.ts'
import { LONG, mend, type Spelt, SURE, spelledBy, WORTH, withMark } from './mend.ts'
import { type Lexicon, nearestWords, withoutStray } from './nearest.ts'
import { hasMisreadNumber, mendNumbers } from './numbers.ts'
import { ownWords, toldNames } from './own-names.ts'
import { type Pairs, pairsOf, shareByPairs, spellByPairs } from './pairs.ts'
import { isSureOfPattern } from './patterns.ts'
import { holdsLines, holdsSeveral, splitTorn } from './splits.ts'
import { mendTitles } from './titles.ts'

type Misread = FieldLanguage['misread']

/** What the forms print. */
export interface Known {
  /** Headers, names of codes, labels. */
  words: Lexicon
  titles: Lexicon
  /** Knows the headers of which only a part is fixed, too. */
  isHeader: HeaderVocabulary
  /** What readers take their words for. */
  misread: Misread
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
/** A reader who believes this much (0–1) in a short header of which a part may be anything is right. */
const SURE_OF_PATTERN = 0.9

/** Puts known words right in the cells and lines of scanned pages; `unsure` is set on cells that stay doubtful. */
export function mendWords(sheets: readonly Sheet[], { words, titles, isHeader, misread }: Known): void {
  const spelt = spelledBy(misread.words)
  const own = new Map([...ownWords(sheets)].filter(([key]) => !words.has(key)))
  const lexicon = new Map([...own, ...words])
  const told = once(() => new Map([...toldNames(sheets)].filter(([key]) => !lexicon.has(key))))
  const isLabel = (text: string) => lexicon.has(letters(bareLabel(text)))
  const isWord = (text: string) => isHeader(headerWord(text)) || isLabel(text)
  const glyphs = () => sheets.flatMap(({ grids }) => grids.flatMap((g) => g.cells.flatMap((c) => c.glyphs)))
  const pairs = once(() => pairsOf(words.values(), glyphs()))
  // No name bears itself out.
  const surePairs = once(() => pairsOf(words.values(), glyphs(), SURE_OF_NAME))
  for (const sheet of sheets) {
    for (const grid of sheet.grids) {
      splitTorn(grid, isWord)
      const { cells } = grid
      for (const cell of cells.filter(isScanned)) withoutDirt(cell, isWord)
      withoutStrokes(cells.filter(isScanned), isWord)
      mendNumbers(cells)
      const lines = linesOf(cells)
      for (const cell of cells)
        if (isScanned(cell))
          mendCell(cell, {
            lexicon,
            own,
            told,
            pairs: surePairs,
            printed: words,
            isHeader,
            spelt,
            isLine: lines.has(cell.row),
          })
      const alike = new Set([...alikeNames(cells, lexicon), ...cellsThatLostLetters(cells)])
      for (const cell of cells)
        if (alike.has(cell) || holdsSeveral(cell, isWord) || holdsLines(cell, isLabel)) cell.unsure = true
      for (const cell of cells) if (cell.unsure) mendRepeated(cell, cells)
      for (const cell of cells) if (cell.unsure && !cell.likely) spellByPairs(cell, pairs(), spelt)
    }
  }
  mendTitles(sheets, titles, spelt, misread)
}

/** A name that pairs of letters bear out is read, from this share (0–1) on. */
const LIKELY = 0.75
const SURE_OF_NAME = 0.99

/** What an aim demands, or an amount without places: 100, ≥95%. A year is neither. */
const FIGURE = /^[≥≤><=＝±]?\s*(?!20\d\d$)\d+(\.\d+)?\s*[%％]?$/

/** The rows with figures beside the words: no rows of headers. */
function linesOf(cells: readonly GridCell[]): Set<number> {
  const isFigure = ({ text }: GridCell) => isWrittenAmount(text) || FIGURE.test(text)
  const rows = Map.groupBy(cells, (c) => c.row)
  return new Set([...rows].flatMap(([row, own]) => (own.some(isFigure) && !isOrdinalRow(own) ? [row] : [])))
}

const HAN = /\p{Script=Han}/u

/** Letters without a figure: what is left of a word under a seal is easily read as such. */
const LATIN = /^\D*[A-Za-z]\D*$/

interface Given {
  /** What forms print, and what the document itself does in several places. */
  lexicon: Lexicon
  /** The former alone. */
  printed: Lexicon
  /** The latter alone. */
  own: Lexicon
  /** What its prose names once; hardly a page that was read well needs it. */
  told: () => Lexicon
  pairs: () => Pairs
  isHeader: HeaderVocabulary
  spelt: Spelt
  /** Whether amounts stand beside it: it is no header. */
  isLine: boolean
}

function mendCell(cell: GridCell, { lexicon, printed, own: named, told, pairs, isHeader, spelt, isLine }: Given): void {
  // Print that nobody could read may be any word.
  if (cell.text.includes(ILLEGIBLE)) cell.unsure = true
  if (!HAN.test(cell.text)) {
    if (LATIN.test(cell.text) && see(cell, null).readings[0]!.share < SURE) cell.unsure = true
    return
  }
  const year = YEAR.exec(cell.text)?.[0] ?? ''
  const readings = see(cell, null).readings.map((r) => ({ ...r, text: spelt(r.text.replace(YEAR, '')) }))
  const own = letters(bareLabel(spelt(cell.text.replace(YEAR, ''))))
  // A short header of which only a part is fixed (*年收入) is known by no single word.
  const struck = withoutStray(own, lexicon)
  const isWord = (r: Reading) => r.share >= WORTH * readings[0]!.share && lexicon.has(letters(bareLabel(r.text)))
  const isKnown = struck !== null || readings.some(isWord)
  const fits = isHeader(headerWord(cell.text)) && !isKnown && own.length < LONG
  const { text, sure } =
    fits && withMark(cell.text, lexicon) === null
      ? { text: readings[0]!.text, sure: readings[0]!.share >= (isLine ? SURE : SURE_OF_PATTERN) }
      : mend(readings, lexicon, printed)
  const key = letters(bareLabel(text))
  // A word that no reading is: 所政设施建设 has a letter read with certainty that 狱政设施建设 has not.
  if (!struck && readings.every((r) => letters(bareLabel(r.text)) !== key) && !mayBe(cell, key)) {
    cell.unsure = true
    // A long header that differs from what one form prints by what no reader doubts hardly is another: its figures stay in doubt.
    if (!isLine && own.length >= LONG && sure) cell.text = year + text
    return
  }
  // 费、基本支出: of a number that nobody read only its mark is left, and without it the line is another.
  const isUncounted = isLine && hasMisreadNumber(cell.text) && !text.includes('、')
  cell.text = year + text
  // 合 is what is left of 合计: no line is named by one letter.
  const isRest = isLine && key.length === 1
  const isFar = own.length >= LONG && !isKnown && nearestWords(own, lexicon, { slips: false }).length === 0
  // The letters of a name make its line: that forms fix a part of it (*项目) says nothing of the others.
  const isClear = !isLine || readings[0]!.share >= SURE
  // No form prints it, nor what is like it, and what else the reader thought of is no word.
  const isAsRead = letters(bareLabel(readings[0]!.text)) === key && readings[0]!.share >= LIKELY
  const isName = () =>
    nearestWords(own, printed, { slips: false }).length === 0 && shareByPairs(cell, pairs()) >= SURE_OF_NAME
  if (
    !isUncounted &&
    !isRest &&
    (sure ||
      (isLine && own.length >= LONG && isAsRead && isName()) ||
      (isFar && isClear && isSureOfPattern(readings, isHeader)))
  )
    return
  const withNumber = ({ word, numbered }: Likely) => (numbered ? numberOf(spelt(cell.text)) : '') + word
  // A name that the document prints elsewhere is a guess at most: its like often differ by a letter (气象局, 气象台).
  const likely = isUncounted ? null : likeliest(cell, printed)
  if (likely) cell.text = withNumber(likely)
  else {
    cell.unsure = true
    const guess = guessOf(cell, { printed, own: named, told: told() })
    if (guess) cell.likely = withNumber(guess)
  }
}

/**
 * 科目代 before 科目名称 (or 项 before 预算数), where 科目代码 stands before 科目名称 in the same row: blocks side by side have the same
 * headers, and the one that lost a letter is the other. What is beside it vouches for it.
 */
function mendRepeated(cell: GridCell, cells: readonly GridCell[]): void {
  const own = letters(cell.text)
  const after = neighbour(cell, cells)
  if (own === '' || !after || after.unsure || !HAN.test(after.text)) return
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
