/**
 * Tables as a spreadsheet program prints them: drawn books, or published documents with `--of FILE|DIR`, as workbooks in
 * random styles, printed by LibreOffice (`soffice`, which must be installed) and read. What no drawing of ours does: text
 * that runs over its cell, columns that go on on the next page, borders and heights as the program sets them.
 * `npm run workbooks -- [how many] [first seed] [--of DIR]`; JUESUAN_DRAWN_OUT=DIR keeps the workbooks and PDFs.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import writeExcel, { type Sheet, type SheetData } from 'write-excel-file/node'
import { Dice } from '../test/drawn/dice.ts'
import { PLAIN } from '../test/drawn/print.ts'
import type { Table } from '../test/drawn/table.ts'
import { add, documents, NOTHING, type PrintedCell, printedCells, report, told } from './printed.ts'
import { printedSo, type SheetPrint, sheetPrintOf, type Titles } from './sheet-print.ts'

/** A cell as the workbook has it; null where another one reaches over it. */
interface Cell {
  value?: string
  fontSize?: number
  align?: 'left' | 'center' | 'right'
  alignVertical?: 'top' | 'center' | 'bottom'
  borderStyle?: Setting['border']
  backgroundColor?: string
  wrap?: boolean
  rowSpan?: number
  columnSpan?: number
  height?: number
}

/** How all tables of a workbook are set. */
interface Setting {
  border: 'thin' | 'hair' | 'medium' | 'double' | 'dashed' | 'dotted'
  fontSize: number
  wrap: boolean
  amounts: 'left' | 'center' | 'right'
  names: 'left' | 'center'
  vertical: 'top' | 'center' | 'bottom'
  landscape: boolean
  /** Columns, as a share of the widths that the form gives them. */
  width: number
  /** Title, number, entity and unit: a row each, or some of them in one. */
  captions: 'each' | 'together'
  shade: string | undefined
  /** Rows below the first one of a header, and that of the title, keep the height of one line, whatever is wrapped in them. */
  low: boolean
  print: SheetPrint
}

/** Few publish what cannot be read. */
const LOW = 0.2

/** The usual setting, and what some workbooks have instead. */
function settingOf(seed: number): Setting {
  const dice = new Dice(seed, 'workbook')
  const some = <T>(usual: T, ...others: T[]) => (dice.chance(0.5) ? usual : dice.pick(others))
  return {
    border: some<Setting['border']>('thin', 'hair', 'medium', 'double', 'dashed', 'dotted'),
    fontSize: some(9, 7, 11, 12),
    wrap: some(true, false),
    amounts: some<Setting['amounts']>('right', 'center', 'left'),
    names: some<Setting['names']>('left', 'center'),
    vertical: some<Setting['vertical']>('center', 'top', 'bottom'),
    landscape: some(true, false),
    width: some(1, 0.8, 1.3),
    captions: some<Setting['captions']>('each', 'together'),
    shade: some(undefined, '#DDDDDD', '#BDD7EE'),
    low: dice.chance(LOW),
    print: sheetPrintOf(seed),
  }
}

/** Points of a column's width that a character of a spreadsheet is wide. */
const CHARACTER = 5.5
/** Points of the letters of a title. */
const TITLE = 16
/** Rows are this many times as high as their letters, for each line in them. */
const LEADING = 1.4

type Rows = (Cell | null)[][]

/** Puts a cell where it stands, and nothing where it reaches over others. */
function put(rows: Rows, [r, c]: readonly [number, number], cell: Cell): void {
  for (let y = r; y < r + (cell.rowSpan ?? 1); y++)
    for (let x = c; x < c + (cell.columnSpan ?? 1); x++) rows[y]![x] = y === r && x === c ? cell : null
}

function toSheet(table: Table, setting: Setting, name: string): Sheet<never> {
  const { columns } = table
  const { depth, cells } = printedCells(table, PLAIN)
  const widths = columns.map((c) => (c.width * setting.width * setting.fontSize) / 9)
  const { border: borderStyle, fontSize, vertical: alignVertical, wrap, low } = setting
  const frame: Cell = { borderStyle, fontSize, alignVertical }
  const body: Rows = Array.from({ length: depth + table.rows.length }, () => columns.map(() => ({ ...frame })))
  for (const cell of cells) put(body, [cell.row, cell.col], { ...frame, ...styled(cell, setting) })
  if (wrap) for (const row of body) if (!low || row[0]) setHeight(row, widths, fontSize)
  const data = [...captionsOf(table, setting), ...body, ...table.notes.map((note) => [{ value: note, fontSize }])]
  return {
    data: data as SheetData,
    sheet: name,
    columns: widths.map((w) => ({ width: w / CHARACTER })),
    ...(setting.landscape ? { orientation: 'landscape' } : {}),
  } as Sheet<never>
}

function styled({ text, kind, rows, cols }: PrintedCell, { wrap, amounts, names, shade }: Setting): Cell {
  const own = { value: text, rowSpan: rows, columnSpan: cols }
  if (kind === 'head') return { ...own, align: 'center', wrap, ...(shade ? { backgroundColor: shade } : {}) }
  if (kind === 'amount') return { ...own, align: amounts }
  return { ...own, align: kind === 'name' ? names : 'left', wrap: wrap && kind === 'name' }
}

function captionsOf(
  { title, number, entity, unit, columns }: Table,
  { captions, fontSize, low }: Setting,
): (Cell | null)[][] {
  const last = columns.length - 1
  const at = (column: number, value: string): Rows[number] => [...Array(column).fill(null), { value, fontSize }]
  const titleSet = { fontSize: TITLE, align: 'center', ...(low ? {} : { height: LEADING * TITLE + 3 }) } as const
  const set = [{ value: title, ...titleSet, columnSpan: last + 1 } as const, ...Array(last).fill(null)]
  const [whose, money] = [`编制部门：${entity}`, `单位：${unit}`]
  if (captions === 'each') return [at(last, number ?? ''), set, at(0, whose), at(last, money)]
  return [set, at(0, [number, whose, money].filter(Boolean).join('      '))]
}

/** Makes a row as high as the texts that are wrapped in it: the program does so for cells that are not merged alone. */
function setHeight(row: Rows[number], widths: readonly number[], size: number): void {
  const lines = row.map((cell, k) => {
    if (!cell || typeof cell.value !== 'string' || !cell.wrap) return 1
    const width = widths.slice(k, k + (cell.columnSpan ?? 1)).reduce((a, b) => a + b, 0)
    return Math.ceil((cell.value.length * size * 1.05) / Math.max(size, width - 4)) / (cell.rowSpan ?? 1)
  })
  const cell = row.find((c) => c !== null)
  if (cell) cell.height = LEADING * size * Math.max(...lines) + 3
}

/** What the pages of a table's sheet may have again: its header, and its columns up to the first amount. */
function titlesOf(table: Table, { captions }: Setting): Titles {
  const { depth } = printedCells(table, PLAIN)
  const above = captions === 'each' ? 4 : 2
  return {
    rows: [above, above + depth],
    columns: Math.max(
      0,
      table.columns.findIndex((c) => c.role === 'value'),
    ),
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { of: { type: 'string', multiple: true, default: [] } },
})
const [count = 40, first = 1] = positionals.map(Number)
const folder = process.env.JUESUAN_DRAWN_OUT ?? mkdtempSync(join(tmpdir(), 'juesuan-workbooks-'))
const printed = await documents(first, count, values.of)
const fileOf = (seed: number, ending: string) => join(folder, `${seed}.${ending}`)
for (const { seed, plan, name } of printed) {
  const setting = settingOf(seed)
  const sheets = plan.tables.map((t, i) => toSheet(t, setting, `${i + 1}`))
  const features = [printedSo(setting.print, [null, ...plan.tables.map((t) => titlesOf(t, setting))])]
  await writeExcel([{ data: [[{ value: name }]], sheet: '封面' } as Sheet<never>, ...sheets], { features }).toFile(
    fileOf(seed, 'xlsx'),
  )
}
const books = printed.map(({ seed }) => fileOf(seed, 'xlsx'))
// A profile of its own: an office that is running would take the order and print at its leisure.
const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
const { error } = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...books])
if (error) throw new Error(`LibreOffice is needed to print the workbooks: ${error.message}`)
let sum = NOTHING
for (const one of printed)
  sum = add(sum, await report(one, readFileSync(fileOf(one.seed, 'pdf')), PLAIN, settingOf(one.seed)))
console.log(told(sum))
if (!process.env.JUESUAN_DRAWN_OUT) rmSync(folder, { recursive: true })
