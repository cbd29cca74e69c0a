/** Tables printed turned: the items that are columns elsewhere stand in the rows (三公 as a list). */
import { isFigure } from '../../amount.ts'
import type { Grid, GridCell, Places } from '../../grid/types.ts'
import type { Cell, Column, Row } from '../../model.ts'
import { takeAffixes } from '../columns/affixes.ts'
import { headerSense } from '../columns/neutral.ts'
import { besides, CARRIED_OVER, OWN, type PlacedColumn } from '../columns/placed.ts'
import { spelledPath } from '../columns/spelled.ts'
import { type TableTemplate, UNKNOWN } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import { bareLabel, fitAny, headerWord } from '../words.ts'
import { freeId, isOthersLabel, toCell } from './cells.ts'
import { markMisplaced, type ReadContext } from './draft.ts'
import { unitOf } from './unit-of.ts'

/** Rows whose label must be a column of the template before a table counts as turned. */
const ITEMS = 2

/** The column id a row's labels name, or null, and how well. */
export function itemOf(
  labels: readonly string[],
  { columns, kind }: TableTemplate,
  language: FieldLanguage,
): { id: string | null; fit: number } {
  const path = spelledPath(
    labels.map((l) => headerWord(bareLabel(l))),
    kind,
    language,
  )
  let id: string | null = null
  let fit = 0
  for (const [name, patterns] of Object.entries(columns)) {
    const f = fitAny(path, patterns)
    if (f > fit) [id, fit] = [name, f]
  }
  return { id, fit }
}

/** Whether the texts at the head of the rows are items of the template. */
export function namesItems(
  labels: readonly (readonly string[])[],
  template: TableTemplate,
  language: FieldLanguage,
): boolean {
  if (template.rows.by !== 'unit') return false
  const items = new Set(labels.flatMap((path) => itemOf(path.filter(isNoNumber), template, language).id ?? []))
  return items.size >= ITEMS
}

/** 行次 is no label. */
function isNoNumber(text: string): boolean {
  return !/^[\d０-９]+$/.test(text.trim())
}

/** The columns of each list, where several stand beside each other: labels behind amounts begin another one. */
function listsOf(columns: readonly PlacedColumn[]): PlacedColumn[][] {
  const lists: PlacedColumn[][] = []
  for (const [i, c] of columns.entries()) {
    const begins = c.role === 'label' && columns[i - 1]?.role === 'value'
    if (begins || lists.length === 0) lists.push([])
    lists.at(-1)!.push(c)
  }
  return lists
}

function labelsOf(at: Places, row: number, columns: readonly PlacedColumn[]): GridCell[] {
  const cells: GridCell[] = []
  for (const c of columns) {
    if (c.role !== 'label' && c.role !== 'code' && c.role !== 'unit') continue
    const cell = at[row]?.[c.leaf.c0]
    if (cell?.text.trim() && !cells.includes(cell)) cells.push(cell)
  }
  return cells
}

export function isTurned(grid: Grid, at: Places, { header, columns, template, language }: ReadContext): boolean {
  if (columns.some((c) => c.role === 'value' && c.fit > 0 && !isTotalOnly(c.id))) return false
  const rows = Array.from({ length: grid.rows.length - header.rows }, (_, i) => header.rows + i)
  return namesItems(
    listsOf(columns).flatMap((own) => rows.map((r) => labelsOf(at, r, own).map((c) => c.text))),
    template,
    language,
  )
}

/** 合计 heads a column in turned tables, too. */
function isTotalOnly(id: string): boolean {
  return /(^|_)total(\.|$)/.test(id)
}

interface Place {
  row: number
  labels: string[]
  /** Null where the template knows no such item. */
  item: string | null
  fit: number
  /** Whether it is not sure what one of the labels says. */
  unsure: boolean
  /** The columns of its list. */
  own: readonly PlacedColumn[]
}

export function readTurned(grid: Grid, at: Places, context: ReadContext): { rows: Row[]; columns: Column[] } {
  const { template, header, unit, years, language } = context
  const cells: Record<string, Cell> = {}
  const columns: Column[] = []
  const contested = contestedColumns(context)
  const affixesOf = (c: PlacedColumn) => takeAffixes(c.leaf.words, c.leaf.path, template, years, language)
  // The year's own money is told from nothing where neither that of the year before nor the total of both stands beside it.
  const isTold = context.columns.some((c) => {
    const { prefix, suffix, rest } = affixesOf(c)
    const isTotal =
      c.role === 'value' && prefix + suffix === '' && rest.length === 1 && isValues(rest, template, language)
    return suffix.endsWith(CARRIED_OVER) || isTotal
  })
  for (const { row, labels, item, unsure, own: list } of itemRows(grid, at, context)) {
    for (const c of list) {
      if (c.role !== 'value' && c.role !== 'text') continue
      const cell = at[row]?.[c.leaf.c0]
      if (!cell || cell.row !== row || header.rows > row) continue
      const { prefix, rest, ...found } = affixesOf(c)
      const suffix = isTold ? found.suffix : found.suffix.replace(OWN, '')
      const known =
        item !== null &&
        !contested.has(c) &&
        (isValues(rest, template, language) ||
          (prefix + found.suffix !== '' && !rest.includes(c.leaf.words.at(-1) ?? '')))
      const named = `${UNKNOWN}${[...(c.leaf.named ?? c.leaf.words), item ?? labels.map(headerWord).join('/')].join('/')}`
      // Words beside an item are said of it; they have no prefix of figures.
      const told = c.role === 'text' && item !== null ? `${c.id || 'remark'}_${item}` : named
      const own = `${prefix}${item}${suffix}`
      // A second figure of one name is none that we know.
      const id = freeId(known && c.role === 'value' && !(own in cells) ? own : told, cells)
      const label = labels.at(-1)!.trim()
      const ownUnit = unitOf(c, label, context)
      const value = toCell(cell, ownUnit, context)
      if (isOthersLabel(value, c)) value.status = 'suspect'
      cells[id] = value
      // An item that nobody knows is a misread one on a scan.
      const isLost = id.startsWith(UNKNOWN) && isFigure(value.raw)
      if (unsure || isLost || c.leaf.unsure) markMisplaced({ cells: { [id]: value } }, context)
      columns.push({ id, header: [...c.leaf.path, label], unit: ownUnit === unit ? null : ownUnit })
    }
  }
  for (const [own, other] of Object.entries(template.standsFor ?? {})) standIn(cells, columns, own, other)
  const taken = besides(Object.keys(cells), template)
  for (const column of columns) rename(column, taken.get(column.id), cells)
  const key = template.rows.by === 'unit' ? template.rows.key : ''
  return { rows: [{ key, code: null, label: key, side: null, line: null, parent: null, cells }], columns }
}

/** Columns of one name of which only headers that nobody knows tell which is meant: 预算数 of one unit beside that of another. */
function contestedColumns({ columns, template, years, language }: ReadContext): Set<PlacedColumn> {
  const isNamedFor = (word: string) => isPlanOf(word, language)
  const named = columns
    .filter((c) => c.role === 'value')
    .map((c) => ({ column: c, ...takeAffixes(c.leaf.words, c.leaf.path, template, years, language) }))
  const strange = (n: (typeof named)[number]) =>
    n.column.leaf.words.filter((word) =>
      n.rest.includes(word) ? !isValues([word], template, language) : isNamedFor(word),
    )
  const over = (n: (typeof named)[number]) =>
    n.rest.filter((word) => word !== n.column.leaf.words.at(-1) && !isValues([word], template, language)).join('/')
  const contested = named.filter((a) =>
    named.some((b) => {
      if (b === a || strange(a).every((word) => b.column.leaf.words.includes(word))) return false
      const alike = b.prefix === a.prefix && b.suffix === a.suffix
      return alike || (over(a) !== '' && over(b) !== '' && over(a) !== over(b))
    }),
  )
  return new Set(contested.map((n) => n.column))
}

/** 局机关预算数: a plan, but of something that the words before it name, which is no fund. */
function isPlanOf(word: string, language: FieldLanguage): boolean {
  const bare = language.funds.reduce((text, fund) => text.replace(new RegExp(`${fund}(预算)?`), ''), word)
  return /(预算|决算|执行|支出|完成)数?$/.test(bare) && !headerSense(language).isNeutral(bare)
}

/** Where the form lacks an item or what a prefix stands for, the one that stands for it takes its place. */
function standIn(cells: Record<string, Cell>, columns: Column[], own: string, other: string): void {
  for (const column of columns) {
    const taken = column.id.replace(own, other)
    const cell = cells[column.id]
    if (!(own.endsWith('_') ? column.id.startsWith(own) : column.id.includes(own)) || taken in cells || !cell) continue
    rename(column, taken, cells)
  }
}

function rename(column: Column, id: string | undefined, cells: Record<string, Cell>): void {
  const cell = cells[column.id]
  if (id === undefined || !cell) return
  delete cells[column.id]
  cells[id] = cell
  column.id = id
}

function isValues(words: readonly string[], { rows }: TableTemplate, { altered }: FieldLanguage): boolean {
  if (rows.by !== 'unit') return false
  // 预算数 is one of them, 下年预算数 another year's.
  const bare = words.map((word) => word.replace(altered, ''))
  const isAltered = bare.at(-1) !== words.at(-1) && fitAny(bare, rows.values) > 0
  return words.length === 0 || (!isAltered && fitAny(words, rows.values) > 0)
}

/** The rows with a label and the item each names; where two name one item, that with figures, then the better fit, is it. */
function itemRows(grid: Grid, at: Places, context: ReadContext): Place[] {
  const places: (Place & { printed: boolean })[] = []
  for (const own of listsOf(context.columns))
    for (let row = context.header.rows; row < grid.rows.length; row++) {
      const named = labelsOf(at, row, own)
      const labels = named.map((c) => c.text)
      const printed = own.some((c) => c.role === 'value' && /[\d０-９]/.test(at[row]?.[c.leaf.c0]?.text ?? ''))
      if (labels.length === 0 && !printed) continue
      if (labels.length === 0) labels.push(`第${row + 1}行`)
      const { id, fit } = itemOf(labels, context.template, context.language)
      // 一、“三公”经费支出 without figures heads the lines below it.
      const item = !printed && id !== null ? (context.template.standsFor?.[id] ?? id) : id
      places.push({ row, labels, item, fit, unsure: named.some((c) => c.unsure), printed, own })
    }
  const better = (a: (typeof places)[number], b: (typeof places)[number]) =>
    Number(b.printed) - Number(a.printed) || b.fit - a.fit || a.row - b.row
  return places.map((p) => {
    const best = places.filter((o) => o.item === p.item).sort(better)[0]
    return best === p ? p : { ...p, item: null }
  })
}
