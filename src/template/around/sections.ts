/** Walks the pages: which grids belong together, and which texts stand around them. */
import { besideOf } from '../../grid/pages/beside.ts'
import { hasSameColumns, joinGrids } from '../../grid/pages/join.ts'
import { joinBeside } from '../../grid/pages/join-strips.ts'
import { wholeOfCut } from '../../grid/pages/strip-heads.ts'
import type { Grid } from '../../grid/types.ts'
import type { Line } from '../../page/lines.ts'
import type { Box } from '../../page/types.ts'
import { enumerator, squash } from '../words.ts'
import {
  hasOtherNumber,
  hasOtherTotal,
  hasSameNames,
  isCaptioned,
  isHeadAfterNone,
  isOfAnother,
  isOfOtherHead,
} from './anew.ts'
import { addLine, type Caption, closesBracket, findMoneyUnit, findNumber, isNote, toCaption } from './captions.ts'
import { splitAtTitles, type TitleJudge } from './frame.ts'
import { inReadingOrder } from './reading-order.ts'

/** What a page holds once its grids are found, or one of several that stand on it: the grids and the lines outside them. */
export interface Sheet {
  page: number
  /** Where it stands on the page, points. */
  box: Box
  grids: Grid[]
  lines: Line[]
  /** Whether it holds nothing but a page number. */
  isBlank: boolean
  /** Whether nothing is left out between it and the one before that is not blank. */
  follows: boolean
}

/** One table as printed: all its pieces, joined, with the texts above and below. */
export interface Section {
  /** Lines above, top to bottom; the last ones stand nearest. */
  captions: Caption[]
  title: Caption | null
  grid: Grid
  parts: Grid[]
  /** Lines that follow the table up to the next one's title. */
  after: Caption[]
}

/** A title stands at most this many lines above its table: number, unit, entity and year come between. */
const TITLE_WITHIN = 7

export function toSections(sheets: readonly Sheet[], judge: TitleJudge): Section[] {
  const sections: Section[] = []
  const strips = new Map<Grid, Grid>()
  let pending: Caption[] = []
  let last: Sheet | null = null
  let before: Sheet | null = null
  for (const sheet of sheets) {
    let earlier = pending.length
    for (const item of inReadingOrder(sheet)) {
      if ('text' in item) {
        addLine(pending, toCaption(item, sheet.page))
        continue
      }
      for (const piece of splitAtTitles(item, judge)) {
        pending.push(...piece.captions)
        if (!piece.grid) continue
        const isNext = last !== null && last === before && sheet.follows
        const since = last === sheet ? 'same' : isNext ? 'next' : 'further'
        place(sections, piece.grid, { lines: pending, earlier, since, strips, judge })
        pending = []
        earlier = 0
        last = sheet
      }
    }
    if (!(sheet.isBlank || isNoteAlone(sheet)) || !sheet.follows) before = sheet
  }
  const end = sections.at(-1)
  if (end) end.after.push(...pending)
  return sections.map((s) => ({ ...s, grid: joinGrids(joinBeside(s.parts, strips)) }))
}

/** The end of the note of a table, that goes on below its page: further columns may stand on the next one. */
function isNoteAlone({ grids, lines }: Sheet): boolean {
  return grids.length === 0 && lines[0] !== undefined && isNote(lines[0].text)
}

/** What stands between a grid and the one before it. */
interface Between {
  lines: Caption[]
  /** So many of the lines, the first ones, stand on sheets before the grid's own. */
  earlier: number
  /** Whether the grid before stands on the same sheet, the one before, or further away. */
  since: 'same' | 'next' | 'further'
  /** Grids that are further columns of another one; what is found is added. */
  strips: Map<Grid, Grid>
  judge: TitleJudge
}

/** Puts a grid into the section it continues, or opens a new one with the lines above it. */
function place(sections: Section[], grid: Grid, between: Between): void {
  const current = sections.at(-1)
  const { lines, judge } = between
  const at = titleIndex(lines, judge)
  if (current && continues(current, grid, at, between)) {
    current.parts.push(grid)
    return
  }
  const from = at ?? Math.max(0, lines.length - TITLE_WITHIN)
  // Lines that stand above the title on its own page still belong to it (number, unit): at most three.
  const head = at === null ? from : Math.max(0, at - 3)
  if (current) current.after.push(...lines.slice(0, at ?? lines.length))
  sections.push({ captions: lines.slice(head), title: at === null ? null : lines[at]!, grid, parts: [grid], after: [] })
}

/** `at` tells which of the lines is the title. */
function continues(
  current: Section,
  grid: Grid,
  at: number | null,
  { lines, earlier, since, strips, judge }: Between,
): boolean {
  const own = lines.slice(earlier)
  if (hasOtherNumber(current, own)) return false
  const isAgain = (title: Caption) => current.title !== null && isSameTitle(title.text, current.title.text)
  const isAlone = at === null || isAgain(lines[at]!) || isRestOfTitle(lines[at]!, current)
  const beside = isAlone && since === 'next' ? besideOf(current.parts, grid, strips) : null
  if (beside) {
    strips.set(grid, beside)
    addFromStrip(current, own, judge)
    return true
  }
  if (at !== null && !(at >= earlier && since !== 'same' && isAgain(lines[at]!))) return false
  if (isOfAnother(current, own)) return false
  const isBegun = at !== null ? !lines[at]!.isRead : isCaptioned(own) && !own.some((l) => l.isRead)
  if (isBegun && hasOtherTotal(current.parts[0]!, grid)) return false
  const whole = current.parts.filter((part) => !strips.has(part))
  if (!hasSameColumns(whole[0]!, whole.at(-1)!, grid)) return false
  if (isHeadAfterNone(whole, grid, own) || hasSameNames(whole[0]!, grid) || isOfOtherHead(current.parts, grid, own))
    return false
  if (since === 'same') return lines.every((line) => GOES_ON.test(squash(line.text)))
  // A note below the table closes it.
  return since === 'next' && !lines.slice(0, earlier).some((c) => isNote(c.text))
}

/** 续表 alone over a piece of a table: no title, though it looks like one. */
const GOES_ON = /^[(（]?续上?表\d*[)）]?[:：]?$/

/** 支出决算表（续）, 续：支出决算表: the table whose title it repeats, or the end of it, goes on. */
const CONTINUED = /^[(（]?续上?表?[)）]?[:：]?|[(（]续上?表?\d*[)）]$|续表\d*$/

function isSameTitle(title: string, before: string): boolean {
  const [own, other] = [squash(title), squash(before)]
  const bare = own.replace(CONTINUED, '')
  return own === other || (bare !== own && bare !== '' && other.endsWith(bare))
}

/** Texts of one row stand as high on both pages that a table's columns are parted between, but for so many points. */
const LEVEL = 1.5

/** What stands as high over the first columns of a table as a text does over its further ones, on the next page. */
function besideOnPage(captions: readonly Caption[], text: Caption): Caption | undefined {
  return captions.find((c) => Math.abs(c.y - text.y) < LEVEL && isAsLarge(c, text))
}

/** 算总表 over further columns: a title set over all columns of a table is cut where the page ends, or stands over these alone. */
function isRestOfTitle(rest: Caption, { title }: Section): boolean {
  return title === null || squash(title.text).endsWith(squash(rest.text))
}

/** What stands over further columns of a table is of it: its unit at the right, its title or the rest of it. */
function addFromStrip(table: Section, lines: readonly Caption[], judge: TitleJudge): void {
  for (const line of lines) {
    const left = besideOnPage(table.captions, line)
    const whole = left ? { ...left, text: wholeOfCut(left.text, line.text) } : line
    if (table.title === null && judge.table(whole.text)) {
      if (left) table.captions[table.captions.indexOf(left)] = whole
      else table.captions.push(whole)
      table.title = whole
    } else if (!judge.likely(line.text)) table.captions.push(line)
  }
}

/** The title among the lines above a grid: the nearest known one, else the nearest that looks like one. */
function titleIndex(lines: Caption[], judge: TitleJudge): number | null {
  const near = Math.max(0, lines.length - TITLE_WITHIN)
  // A heading of the narrative may be worded like a title; one that says 表 goes before.
  for (const test of [judge.table, judge.known, judge.likely])
    for (let i = lines.length - 1; i >= near; i--) {
      const line = lines[i]!
      if (headsColumns(line) || GOES_ON.test(squash(line.text))) continue
      const above = lines[i - 1]
      const isSet = above && (sameSetting(above, line) || evenlySet(above, line, lines[i + 1]))
      if (isSet && !test(above.text) && isOneTitle(above.text, line.text, test, judge)) {
        lines.splice(i - 1, 2, { ...above, text: above.text + line.text })
        return i - 1
      }
      if (!test(line.text)) continue
      const below = lines[i + 1]
      if (below && sameSetting(line, below) && closesBracket(line.text, below.text))
        lines.splice(i, 2, { ...line, text: line.text + below.text })
      return i
    }
  return null
}

/** The upper row of a header whose rows stand too far apart for a table: 项目 over the names, 支出预算 over the amounts. */
function headsColumns({ text, isParted }: Caption): boolean {
  return isParted && !text.includes('表') && findMoneyUnit(text) === null
}

/** Lines of one title stand no further apart than so many times their size, from top to top: rows of a frame are as high. */
const TITLE_LEADING = 4.5

function sameSetting(above: Caption, line: Caption): boolean {
  return sameLetters(above, line) && Math.abs(line.y - above.y) < TITLE_LEADING * line.size
}

/** Small letters stand far apart in rows as high as those of a frame: one as far from the other as the next from it. */
function evenlySet(above: Caption, line: Caption, below: Caption | undefined): boolean {
  if (!below || !sameLetters(above, line) || !sameLetters(line, below)) return false
  return Math.abs(below.y - line.y - (line.y - above.y)) < EVEN * line.size
}

/** Rows that are as high as each other differ by less than this share of their letters. */
const EVEN = 0.1

function sameLetters(above: Caption, line: Caption): boolean {
  return above.page === line.page && isAsLarge(above, line)
}

/** Letters of one size differ by less than so many points. */
const SAME_SIZE = 0.5

function isAsLarge(a: Caption, b: Caption): boolean {
  return Math.abs(a.size - b.size) < SAME_SIZE
}

const SENTENCE = /[，。；]/

/** 公开11表 项目支出决算表 begins by itself below 某市某局2023年部门决算. */
function beginsWithNumber(line: string): boolean {
  const words = squash(line)
  const number = findNumber(words)
  return number !== null && words.startsWith(number) && words.length > number.length
}

/**
 * Whether two lines are one long title: the second alone is none, or it is another table's
 * (一般公共预算财政拨款 over 支出决算表 is not 支出决算表).
 */
function isOneTitle(above: string, line: string, test: (text: string) => boolean, judge: TitleJudge): boolean {
  // A title is no sentence: what stands above is the end of another table's note.
  if (!test(above + line) || SENTENCE.test(above) || GOES_ON.test(squash(line)) || beginsWithNumber(line)) return false
  if (!test(line)) return true
  // 二、部门收支总表 begins by itself.
  if (enumerator(line) !== null) return false
  const both = judge.meant(above + line)
  return both !== null && both !== judge.meant(line)
}
