/**
 * A dataset as workbooks: a sheet for each kind of table with a line for each of its rows, amounts as numbers in 元.
 * A workbook is held in memory until it is written, so a large dataset becomes several.
 */
import { join } from 'node:path'
import { Decimal } from 'decimal.js'
import type { SheetData } from 'write-excel-file/node'
import { unitExponent } from '../../amount.ts'
import type { Cell, Column, Document, Status, Table } from '../../model.ts'
import { DATASET, type Line } from './fields.ts'
import type { Sink } from './sink.ts'

type SheetCell = SheetData[number][number]

interface Kind {
  /** Headers of the value columns by id, in the order met, each with its unit. */
  columns: Map<string, string>
  rows: { lead: SheetCell[]; cells: Record<string, Cell> }[]
}

export interface XlsxOptions {
  /** Names of the sheets by table id. */
  titles: ReadonlyMap<string, string>
  /** Rows after which a workbook is closed and the next begun: about 50 MB of memory. */
  mostRows?: number
}

const MOST_ROWS = 20_000
/** Of a sheet's name, as spreadsheets allow it. */
const LONGEST_NAME = 31
/** What a person must look at is seen from afar. */
const COLOURS: Partial<Record<Status, string>> = {
  suspect: '#FFD27F',
  unreadable: '#FFD27F',
  inconsistent: '#FFB3AB',
  repaired: '#FFF3A3',
}
const LEAD = ['文件', '部门（单位）', '年度', '页', '行', '科目编码', '项目'] as const
const WIDTHS = [28, 24, 7, 6, 16, 12, 36]
const AMOUNT_WIDTH = 18

export function xlsxSink(folder: string, { titles, mostRows = MOST_ROWS }: XlsxOptions): Sink {
  let kinds = new Map<string, Kind>()
  let documents: Line[] = []
  let findings: Line[] = []
  let rows = 0
  let books = 0
  const flush = async () => {
    books++
    const sheets = [
      lineSheet('文件', 'documents', documents),
      ...[...kinds].map(([id, kind]) => kindSheet(titles.get(id) ?? id, kind)),
      lineSheet('核查', 'findings', findings),
    ]
    const { default: writeExcel } = await import('write-excel-file/node')
    const name = books === 1 ? 'juesuan.xlsx' : `juesuan-${books}.xlsx`
    await writeExcel(uniqueNames(sheets)).toFile(join(folder, name))
    kinds = new Map()
    documents = []
    findings = []
    rows = 0
  }
  return {
    async write(lines, key, document) {
      documents.push(...lines.documents)
      findings.push(...lines.findings)
      for (const table of document.tables) addTable(kinds, key, document, table)
      rows += document.tables.reduce((sum, t) => sum + t.rows.length, lines.findings.length)
      if (rows >= mostRows) await flush()
    },
    async close() {
      if (documents.length > 0 || books === 0) await flush()
    },
  }
}

function addTable(kinds: Map<string, Kind>, key: string, { document }: Document, table: Table): void {
  const kind: Kind = kinds.get(table.id) ?? { columns: new Map(), rows: [] }
  kinds.set(table.id, kind)
  for (const column of table.columns)
    if (!kind.columns.has(column.id)) kind.columns.set(column.id, headOf(column, table.unit))
  for (const row of table.rows) {
    const page = Object.values(row.cells)[0]?.page ?? table.pages[0]
    const year = Number(document.fiscal_year?.value) || null
    const lead = [key, document.entity?.value, year, page, row.key, row.code, row.label]
    kind.rows.push({ lead: lead.map((value) => (value == null ? null : { value })), cells: row.cells })
  }
}

/** Amounts are in 元, whatever the unit they are printed in. */
function headOf({ id, header, unit }: Column, tableUnit: string | null): string {
  const printed = unit ?? tableUnit
  const shown = unitExponent(printed) === null ? printed : '元'
  return `${header.at(-1) ?? id}${shown ? `（${shown}）` : ''}`
}

function kindSheet(sheet: string, { columns, rows }: Kind) {
  const ids = [...columns.keys()]
  return {
    sheet,
    stickyRowsCount: 1,
    columns: [...WIDTHS, ...ids.map(() => AMOUNT_WIDTH)].map((width) => ({ width })),
    data: [
      [...LEAD, ...columns.values()].map(headCell),
      ...rows.map(({ lead, cells }) => [...lead, ...ids.map((id) => valueCell(cells[id]))]),
    ],
  }
}

/** documents or findings, field by field. */
function lineSheet(sheet: string, table: 'documents' | 'findings', lines: readonly Line[]) {
  const fields = DATASET.find((t) => t.name === table)?.fields ?? []
  const cell = (text: string, type: string): SheetCell =>
    text === '' ? null : type === 'string' ? { value: text, type: String } : numberCell(text)
  return {
    sheet,
    stickyRowsCount: 1,
    columns: fields.map(({ type }) => ({ width: type === 'string' ? 24 : 12 })),
    data: [
      fields.map((f) => headCell(f.name)),
      ...lines.map((line) => fields.map((f) => cell(line[f.name] ?? '', f.type))),
    ],
  }
}

function headCell(value: string): SheetCell {
  return { value, type: String, fontWeight: 'bold', backgroundColor: '#E8EEF4' }
}

function valueCell(cell: Cell | undefined): SheetCell {
  if (!cell) return null
  const backgroundColor = COLOURS[cell.status]
  const colour = backgroundColor && { backgroundColor }
  if (cell.status === 'unreadable') return { value: cell.raw || '？', type: String, ...colour }
  if (cell.mark === 'dash') return { value: '—', type: String, align: 'right', ...colour }
  if (cell.value === null) return colour ? { value: '', type: String, ...colour } : null
  if (cell.mark === 'text') return { value: cell.value, type: String, ...colour }
  return {
    ...(numberCell(cell.yuan ?? cell.value) as object),
    ...(cell.yuan !== null && money),
    ...colour,
  } as SheetCell
}

const money = { format: '#,##0.00' } as const

/** A number, if a spreadsheet's floating point holds it exactly; else its digits as text. */
function numberCell(text: string): SheetCell {
  const value = Number(text)
  return new Decimal(value).eq(text) ? { value, type: Number } : { value: text, type: String, align: 'right' }
}

/** Spreadsheets forbid some characters, long names and names that differ in case only. */
function uniqueNames<T extends { sheet: string }>(sheets: readonly T[]): T[] {
  const taken = new Set<string>()
  return sheets.map((s) => {
    const name = s.sheet.replace(/[[\]:*?/\\']/g, '')
    let unique = name.slice(0, LONGEST_NAME)
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${name.slice(0, LONGEST_NAME - 4)} (${n})`
    taken.add(unique.toLowerCase())
    return { ...s, sheet: unique }
  })
}
