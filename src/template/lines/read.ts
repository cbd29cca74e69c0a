/** Grid + template → typed rows. Keys are made as docs/data.md says. */
import { distance } from 'fastest-levenshtein'
import { isFigure } from '../../amount.ts'
import { beginnings, type Grid, type GridRow, type Places, places } from '../../grid/types.ts'
import { memoisedBy } from '../../memo.ts'
import type { Column, Row } from '../../model.ts'
import { isOrdinalRow } from '../columns/header.ts'
import { MAIN } from '../columns/placed.ts'
import type { TableTemplate } from '../define.ts'
import { doubtCodes, mendCodes, namesOf } from '../scanned/codes.ts'
import { dropGuesses } from '../scanned/guessed-labels.ts'
import { codeHidden, nameHidden } from '../scanned/hidden-lines.ts'
import { namesByPlace } from '../scanned/names-by-place.ts'
import { isMisread, near } from '../spelling.ts'
import { bareLabel, headerWord, squash } from '../words.ts'
import { belowFrom, readBelow } from './below.ts'
import { isValue, toColumns } from './cells.ts'
import { type CutForm, mendCut } from './cut.ts'
import { wholeUnitName } from './cut-units.ts'
import { type Draft, markMisplaced, type ReadContext } from './draft.ts'
import { divideByLines } from './economic-blocks.ts'
import { namesGoingOn } from './going-on.ts'
import { divideUnits, nameUnits } from './groups.ts'
import { finishRows, goesByCode } from './keys.ts'
import { readLine } from './line.ts'
import { type Heading, isOneList, placeBelow } from './one-list.ts'
import { completeCodes, goByCommonCodes } from './short-codes.ts'
import { isTurned, readTurned } from './turned.ts'
import { unitOf } from './unit-of.ts'
import { mergeUnits } from './units.ts'

export function readRows(grid: Grid, context: ReadContext): { rows: Row[]; columns: Column[] } {
  const at = places(grid)
  const { rows } = context.template
  if (rows.by === 'unit' && isTurned(grid, at, context)) return readTurned(grid, at, context)
  const isHeader = (row: number) => isRepeatedHeader(grid, at, row, context)
  const end = rows.by === 'unit' ? belowFrom(grid, at, context, isHeader) : grid.rows.length
  const drafts = readLines(grid, at, end, isHeader, context)
  completeCodes(drafts, context.template)
  divideUnits(drafts, context)
  if (rows.by === 'code') {
    goByCommonCodes(drafts)
    nameUnits(drafts)
    mendCodes(drafts, context.subjects, rows.classification)
    codeHidden(drafts, context.subjects, rows.classification)
  } else doubtCodes(drafts, context.subjects)
  if (rows.by === 'side') nameHidden(drafts, context.subjects)
  if (rows.by === 'code') namesByPlace(drafts, context.subjects, rows.classification)
  if (rows.by === 'side') namesByPlace(drafts, context.subjects, 'functional')
  divideByLines(drafts, context)
  dropGuesses(drafts)
  markTwins(drafts, context.template)
  markCounted(drafts, rows.by)
  if (hasLostNames(context)) for (const draft of drafts) draft.unsure = true
  for (const [i, draft] of drafts.entries())
    if (draft.unsure || (isNameless(draft, context) && !goesOn(draft, drafts.slice(0, i))))
      markMisplaced(draft, context)
  if (rows.by !== 'unit')
    return { rows: toRows(drafts, context), columns: [...toColumns(context), ...movedColumns(drafts, context)] }
  const merged = mergeUnits(drafts, context)
  const below = readBelow(grid, at, end, context)
  const [only] = merged.drafts
  if (only && merged.drafts.length === 1) only.cells = { ...below.cells, ...only.cells }
  return { rows: toRows(merged.drafts, context), columns: [...merged.columns, ...below.columns] }
}

/** The lines below the header, those that a page end cuts put together. */
function readLines(
  grid: Grid,
  at: Places,
  end: number,
  isHeader: (row: number) => boolean,
  context: ReadContext,
): Draft[] {
  const drafts: Draft[] = []
  const form = formOf(context)
  const oneList = isOneList(context)
  let heading: Heading | null = null
  /** The rest of a unit's name at the head of a page, and the whole of it. */
  let unit: { rest: string; whole: string } | null = null
  const names = namesGoingOn(at, context)
  let before: GridRow | undefined
  for (let r = context.header.rows; r < end; r++) {
    if (isHeader(r)) continue
    let line = readLine(at, r, context)
    const printed = grid.rows[r]!
    if (before && printed.leaf !== before.leaf) {
      unit = takeUnitName(drafts, line)
      if (unit) for (const draft of line) draft.unitName = ''
      line = mendCut(drafts, line, form, () => (r + 1 < end ? readLine(at, r + 1, context) : []))
      if (unit) for (const draft of line) draft.unitName = unit.whole
      names.begin(drafts)
    }
    names.complete(line)
    if (unit) for (const draft of line) if (draft.unitName === unit.rest) draft.unitName = unit.whole
    if (oneList) for (const draft of line) heading = placeBelow(draft, heading, context)
    drafts.push(...line)
    before = printed
  }
  return drafts
}

/** What has to be known of a form where a page end cuts its lines. */
function formOf(context: ReadContext): CutForm {
  const { rows } = context.template
  let names: Set<string> | undefined
  return {
    byCode: rows.by === 'code',
    isName: (label) => {
      if (rows.by !== 'code' && rows.by !== 'side') return false
      // The sides of a summary list 类.
      const classification = rows.by === 'code' ? rows.classification : 'functional'
      names ??= new Set(Object.values(namesOf(context.subjects, classification)).flat())
      return names.has(bareLabel(label))
    },
    words: context.language.lines,
    unitOf: (id, label) => {
      const column = context.columns.find((c) => c.id === id)
      return column ? unitOf(column, label, context) : context.unit
    },
  }
}

/** A line that is told from its like by the one it stands below is as sure as that one's name. */
function toRows(drafts: readonly Draft[], context: ReadContext): Row[] {
  const rows = finishRows(drafts, context)
  for (const draft of drafts) if (draft.unsure) markMisplaced(draft, context)
  return rows
}

/** Puts the name of a unit that goes on over a page end together; the lines above get the whole of it. */
function takeUnitName(above: readonly Draft[], [first]: readonly Draft[]): { rest: string; whole: string } | null {
  const before = above.at(-1)?.unitName ?? ''
  const rest = first?.unitName ?? ''
  const whole = wholeUnitName(before, rest)
  if (whole === null) return null
  for (const draft of above) if (draft.unitName === before) draft.unitName = whole
  return { rest, whole }
}

/** So many codes that stand twice are no misread ones: the table lists its codes again for each unit. */
const AGAIN = 3

/** Lines that are named alike are told apart by their count, which an unsure one puts out. */
export function markTwins(drafts: readonly Draft[], template: Pick<TableTemplate, 'rows'>): void {
  const doubtful = drafts.filter((d) => d.unsure)
  if (doubtful.length === 0) return
  // A line that is named quite otherwise cannot be one of them.
  const isCoded = (d: Draft) => goesByCode(d, template)
  const words = (d: Draft) => d.labels.join('/') || d.unitName
  const mayBe = (draft: Draft) => isCoded(draft) || doubtful.some((d) => isCoded(d) || near(words(draft), words(d)))
  const name = (d: Draft) => [d.unitName, d.side, ...(isCoded(d) ? d.codes : d.labels.slice(-1))].join(' ')
  const names = drafts.map(name)
  const isTwin = (i: number) => names.indexOf(names[i]!) !== names.lastIndexOf(names[i]!)
  const twins = drafts.map((_, i) => isTwin(i))
  // Where codes come again, the first of two may be the doubtful line above: the second stands alone then.
  const again = new Set(drafts.flatMap((d, i) => (twins[i] && isCoded(d) ? [names[i]] : [])))
  const comeAgain = again.size >= AGAIN
  const first = drafts.findIndex((d) => d.unsure)
  for (const [i, draft] of drafts.entries())
    if ((twins[i] && mayBe(draft)) || (comeAgain && isCoded(draft) && i > first)) draft.unsure = true
}

/** A name that a line in doubt above may have, too, is that of the first or of the second of the two. */
export function markCounted(drafts: readonly Draft[], by: TableTemplate['rows']['by']): void {
  const isLike = by === 'label' || by === 'record' ? areLabelledAlike : areUnitsAlike
  const doubtful = drafts.filter((d) => d.unsure)
  for (const draft of drafts) if (doubtful.some((d) => d.row < draft.row && isLike(d, draft))) draft.unsure = true
}

function areLabelledAlike(a: Draft, b: Draft): boolean {
  return (
    a.unitName === b.unitName &&
    a.labels.length === b.labels.length &&
    a.labels.every((label, i) => mayBeSame(label, b.labels[i]!) || isLeftOf(label, b.labels[i]!))
  )
}

/** Of any name one letter may be misread or lost: 会议千 above 会议费, 租赁务 above 租赁服务. */
function mayBeSame(one: string, other: string): boolean {
  return isMisread(one, other) || distance(squash(one), squash(other)) <= 1
}

/** 市数据局 above 苏州市数据局: a department, and its own office under the same name. */
function areUnitsAlike(a: Draft, b: Draft): boolean {
  const isUnit = ({ codes, labels, unitName }: Draft) => codes.length + labels.length === 0 && unitName !== ''
  return isUnit(a) && isUnit(b) && (near(a.unitName, b.unitName) || near(b.unitName, a.unitName))
}

/** Whether a single letter is all that was read of a name: （程 of 修缮工程. */
function isLeftOf(label: string, name: string): boolean {
  const [only, ...more] = label.match(/\p{Script=Han}/gu) ?? []
  return only !== undefined && more.length === 0 && squash(name).includes(only)
}

/** Whether a column without amounts, of which the header was hardly read, stands before all others: what names the lines may stand in it, as 款 and 项 beside 类. */
export function hasLostNames({ columns }: Pick<ReadContext, 'columns'>): boolean {
  const values = columns.filter((c) => c.role === 'value')
  const first = Math.min(...values.flatMap((c) => (c.fit > 0 ? [c.leaf.c0] : [])))
  return values.some(({ fit, leaf }) => fit === 0 && leaf.unsure && leaf.amounts === 0 && leaf.c0 < first)
}

/** A line without its name, where lines have names: of a scan, it may have been lost. */
function isNameless({ codes, labels, unitName }: Draft, { columns }: ReadContext): boolean {
  const isNamed = columns.some((c) => c.role === 'label' || c.role === 'code' || c.role === 'unit')
  return isNamed && codes.length === 0 && [unitName, ...labels].every((name) => squash(name) === '')
}

/** 2026年 below 2025年 of a unit goes by that unit's name; where another unit's was lost, the years show it (see units.ts). */
function goesOn({ year }: Draft, above: readonly Draft[]): boolean {
  return year !== '' && above.some((d) => d.unitName !== '' && d.year !== '')
}

/** Asked for each row of the same grid. */
const beginning = memoisedBy(beginnings)

/** A header, 栏次 or row of the table's unit that is printed again further down (a second part of the table, a new page). */
function isRepeatedHeader(grid: Grid, at: Places, row: number, { columns, unit }: ReadContext): boolean {
  const cells = beginning(grid)[row] ?? []
  const printed = cells.filter((c) => c.text.trim() !== '')
  if (printed.length === 0) return false
  // 万元 below each name says again what the table's unit is.
  if (isOrdinalRow(cells) || printed.every((c) => squash(c.text).replace(/[()（）]/g, '') === unit)) return true
  const same = columns.filter((c) => {
    const cell = at[row]?.[c.leaf.c0]
    return (
      cell &&
      cell.row === row &&
      cell.text.trim() !== '' &&
      c.leaf.path.some((text) => headerWord(text) === headerWord(cell.text))
    )
  })
  // Where the columns of a page are others, names may stand beside theirs; no line has words for amounts in two columns.
  const areHeads = same.filter(isValue).length > 1 && !printed.some((c) => isFigure(c.text))
  // 公用经费 before its total is one text, over however many columns of 公用经费 it reaches.
  const texts = new Set(same.map((c) => at[row]?.[c.leaf.c0])).size
  return texts > 1 && (areHeads || texts >= printed.length)
}

/** The columns of amounts that go by the name of another side (支出总计 beside 用途), where that side prints none. */
function movedColumns(drafts: readonly Draft[], context: ReadContext): Column[] {
  if (context.template.rows.by !== 'side') return []
  const known = new Set(context.columns.filter(isValue).map((c) => c.id))
  const bare = (id: string) => id.replace(MAIN, '$1')
  const ids = new Set(drafts.flatMap((d) => Object.keys(d.cells)).filter((id) => !known.has(id)))
  return [...ids].flatMap((id) => {
    const from = context.columns.find((c) => isValue(c) && bare(c.id) === bare(id))
    return from ? [{ id, header: from.leaf.path, unit: null }] : []
  })
}
