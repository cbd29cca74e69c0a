/** Tables of published documents as the generator draws tables: what stands in which cell, and the truth of its amounts. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Decimal } from 'decimal.js'
import { readFile } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import { dataFrom } from '../src/grid/data.ts'
import { beginnings, type Grid, type GridCell, places } from '../src/grid/types.ts'
import { type CellRecord, cellRecords } from '../src/output/cells.ts'
import { disclosuresOf } from '../src/output/disclosures.ts'
import { around, toLines } from '../src/page/lines.ts'
import type { Recognised } from '../src/template/tables.ts'
import { understand } from '../src/understand.ts'
import { judge, type Verdict } from '../test/drawn/judge.ts'
import type { Drawable, DrawnDocument } from '../test/drawn/plan.ts'
import type { Column, Content, Row, Table, Unit } from '../test/drawn/table.ts'

const UNITS: readonly string[] = ['元', '万元', '百万元', '亿元'] satisfies Unit[]
/** 分 of one 元. */
const FEN = 100
/** A column is this wide at least, points. */
const NARROWEST = 6
/** Names that begin at one place may be so far from each other, as a share of a letter. */
const EVEN = 0.2
/** A name that is indented by more letters stands in the middle of its cell. */
const INDENTED = 6

/** Every table with amounts of a text document, by its own reading; null of one that needs OCR or has no such table. */
export async function publishedTables(path: string): Promise<Drawable | null> {
  const file = await readFile(readFileSync(path), { file: basename(path), ocr: 'never' })
  if (file.pages.some((p) => p.unread)) return null
  const { document, recognised } = understand(forms, file)
  const records = recordsByPlace(disclosuresOf(document).flatMap(cellRecords))
  const { entity, fiscal_year: year, kind } = document.document
  const about = { entity: entity?.value ?? '某单位', year: Number(year?.value ?? 2024) }
  const tables = recognised.flatMap((r) => toTable(r, records, about) ?? [])
  if (tables.length === 0) return null
  return { tables, name: `${about.entity}${about.year}年${kind?.value === 'budget' ? '部门预算' : '度部门决算'}` }
}

function isMoney({ mark, unit, yuan, value }: CellRecord): boolean {
  return (mark === 'amount' || mark === 'zero') && UNITS.includes(unit) && yuan !== '' && !value.endsWith('%')
}

/** Whether the truth of a published table holds such a cell: an amount of money, in a line that no place in its table tells. */
export function isCompared(record: CellRecord): boolean {
  return isMoney(record) && !record.row.includes('#')
}

/** Judges what was read of published tables. Publishers' sums may not hold, and do not in another unit. */
export async function judgePublished(drawn: DrawnDocument): Promise<Verdict> {
  const truth = drawn.truth.filter((t) => t.value !== '—' && !t.row.includes('#'))
  return { ...(await judge({ ...drawn, truth }, isCompared)), violated: [] }
}

type Records = Map<number, CellRecord[]>

function recordsByPlace(records: readonly CellRecord[]): Records {
  return Map.groupBy(records, (r) => Number(r.page))
}

function toTable(
  { section: { grid, captions, after }, table }: Recognised,
  records: Records,
  about: Pick<Table, 'entity' | 'year'>,
): Table | null {
  // Performance lists have an amount for all their indicators.
  if (table?.state !== 'data' || table.id.includes('performance') || !UNITS.includes(table.unit ?? '')) return null
  const from = headerEnd(grid)
  if (from === 0 || captions.length === 0) return null
  const inside = new Map(
    grid.cells.map((cell) => [
      cell,
      (records.get(cell.page) ?? []).filter((r) => r.table === table.id && isMoney(r) && isWithin(r, cell)),
    ]),
  )
  // An amount that counts for several lines or columns has no one name.
  if ([...inside.values()].some((own) => own.length > 1)) return null
  const recordOf = (cell: GridCell) => inside.get(cell)?.[0] ?? null
  const columns = columnsOf(grid, from)
  const rows = rowsOf(grid, from, columns, recordOf)
  for (const column of columns) {
    const units = rows.records.flatMap((r) => (r.at === column.key ? r.record.unit : []))
    if (units.length > 0) column.role = 'value'
    const own = units.find((u) => u !== table.unit) ?? (/元/.test(column.header.join('')) ? units[0] : undefined)
    if (own !== undefined) column.unit = own as Unit
  }
  if (rows.records.length === 0) return null
  return {
    id: table.id,
    title: table.title.replace(table.number ?? '', '').trim(),
    number: table.number,
    unit: table.unit as Unit,
    ...about,
    columns,
    rows: rows.rows,
    notes: table.notes.length > 0 ? after.slice(0, 2).map((line) => line.text) : [],
    ordinals: false,
  }
}

/** The first row below the header; 栏次 are rows of texts. 0 if there are no amounts. */
function headerEnd(grid: Grid): number {
  const data = dataFrom(grid) ?? 0
  const isOrdinal = (row: readonly GridCell[]) => {
    const texts = row.filter((c) => c.text !== '')
    return texts.length > 1 && texts.filter((c) => /^\d{1,2}$/.test(c.text)).length > texts.length / 2
  }
  const ordinal = beginnings(grid).slice(0, data).findIndex(isOrdinal)
  return ordinal > 0 ? ordinal : data
}

function isWithin(r: CellRecord, { box }: GridCell): boolean {
  const [x, y] = [(Number(r.x0) + Number(r.x1)) / 2, (Number(r.y0) + Number(r.y1)) / 2]
  return x > box[0] && x < box[2] && y > box[1] && y < box[3]
}

/** Headers from the outermost down. Which columns hold amounts is told by what stands there. */
function columnsOf(grid: Grid, from: number): Column[] {
  const at = places(grid)
  return grid.xs.slice(1).map((x, col): Column => {
    const path = [...new Set(at.slice(0, from).flatMap((row) => row[col] ?? []))]
    const texts = grid.cells.filter((c) => c.row >= from && c.col === col && c.colSpan === 1 && c.text !== '')
    const codes = texts.filter((c) => /^\d{1,7}$/.test(c.text)).length
    return {
      key: `c${col}`,
      header: path.length > 0 ? path.map((c) => c.text) : [''],
      width: Math.max(NARROWEST, x - grid.xs[col]!),
      role: texts.length === 0 ? 'note' : codes > texts.length / 2 ? 'code' : 'label',
    }
  })
}

interface Told {
  at: string
  record: CellRecord
}

function rowsOf(
  grid: Grid,
  from: number,
  columns: readonly Column[],
  recordOf: (cell: GridCell) => CellRecord | null,
): { rows: Row[]; records: Told[] } {
  const records: Told[] = []
  const begun = beginnings(grid)
  const indent = indents(grid, from)
  const rows = begun.slice(from).map((cells, i): Row => {
    const row: Row = { cells: {}, span: {}, down: [], depth: 0 }
    for (const cell of grid.cells)
      if (cell.row < from + i && cell.row + cell.rowSpan > from + i && cell.row >= from) {
        row.down!.push(columns[cell.col]!.key)
        row.cells[columns[cell.col]!.key] = cell.text
        if (cell.colSpan > 1) row.span![columns[cell.col]!.key] = cell.colSpan
      }
    for (const cell of cells) {
      const { key } = columns[cell.col]!
      const record = recordOf(cell)
      if (cell.colSpan > 1) row.span![key] = cell.colSpan
      row.cells[key] = contentOf(cell, record, indent.get(cell) ?? 0)
      if (record && isCompared(record)) records.push({ at: key, record })
    }
    if (/^(合计|总计)$/.test(cells.find((c) => c.text !== '')?.text ?? '')) row.total = true
    return row
  })
  return { rows, records }
}

/** How far names are indented, in letters; none in a column that has its names in the middle. */
function indents(grid: Grid, from: number): Map<GridCell, number> {
  const names = grid.cells.filter((c) => c.row >= from && c.colSpan === 1 && /\p{Script=Han}/u.test(c.text))
  const left = (c: GridCell) => toLines(c.glyphs)[0]!.box[0]
  const out = new Map<GridCell, number>()
  for (const own of Map.groupBy(names, (c) => c.col).values()) {
    const first = Math.min(...own.map(left))
    const letters = own.map((c) => Math.ceil((left(c) - first) / c.glyphs[0]!.size - EVEN))
    if (letters.every((n) => n <= INDENTED) && !isCentred(own))
      for (const [i, cell] of own.entries()) out.set(cell, letters[i]!)
  }
  return out
}

/** Whether names have as much room at the left as at the right, though they differ in length. */
function isCentred(cells: readonly GridCell[]): boolean {
  const single = cells.filter((c) => toLines(c.glyphs).length === 1)
  const inMiddle = single.filter((c) => {
    const [x0, , x1] = around(c.glyphs)
    return Math.abs(x0 - c.box[0] - (c.box[2] - x1)) < c.glyphs[0]!.size / 2
  })
  return inMiddle.length > single.length / 2
}

function contentOf({ text }: GridCell, record: CellRecord | null, indent: number): Content {
  if (!record) return '\u3000'.repeat(indent) + text
  const fen = new Decimal(record.yuan).times(FEN).toDecimalPlaces(0).toNumber()
  return { fen, row: record.row, column: record.column }
}
