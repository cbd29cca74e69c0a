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
import { judge } from '../test/drawn/judge.ts'
import { type Drawable, drawDocument, type Plan, specOf } from '../test/drawn/plan.ts'
import { PLAIN, printMoney, yuanOf } from '../test/drawn/print.ts'
import { headCells, isMoney, type Row, type Table, type TruthLine } from '../test/drawn/table.ts'
import { variations } from '../test/drawn/variations.ts'
import { pdfsBelow } from './pdfs.ts'
import { judgePublished, publishedTables } from './published.ts'

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
}

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
  }
}

/** Points of a column's width that a character of a spreadsheet is wide. */
const CHARACTER = 5.5
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
  const head = headCells(columns)
  const widths = columns.map((c) => (c.width * setting.width * setting.fontSize) / 9)
  const { border: borderStyle, fontSize, vertical: alignVertical, wrap, shade } = setting
  const frame: Cell = { borderStyle, fontSize, alignVertical }
  const body: Rows = Array.from({ length: head.depth + table.rows.length }, () => columns.map(() => ({ ...frame })))
  for (const { text, row, col, rows, cols } of head.cells) {
    const own: Cell = { value: text, align: 'center', wrap, rowSpan: rows, columnSpan: cols }
    put(body, [row, col], { ...frame, ...own, ...(shade ? { backgroundColor: shade } : {}) })
  }
  for (const r of table.rows.keys())
    for (const [k, cell] of cellsOf(table, r, setting)) put(body, [head.depth + r, k], { ...frame, ...cell })
  if (wrap) for (const row of body) setHeight(row, widths, fontSize)
  const data = [...captionsOf(table, setting), ...body, ...table.notes.map((note) => [{ value: note, fontSize }])]
  return {
    data: data as SheetData,
    sheet: name,
    columns: widths.map((w) => ({ width: w / CHARACTER })),
    ...(setting.landscape ? { orientation: 'landscape' } : {}),
  } as Sheet<never>
}

function captionsOf(
  { title, number, entity, unit, columns }: Table,
  { captions, fontSize }: Setting,
): (Cell | null)[][] {
  const last = columns.length - 1
  const at = (column: number, value: string): Rows[number] => [...Array(column).fill(null), { value, fontSize }]
  const set = [
    { value: title, fontSize: 16, align: 'center', columnSpan: last + 1 } as const,
    ...Array(last).fill(null),
  ]
  const [whose, money] = [`编制部门：${entity}`, `单位：${unit}`]
  if (captions === 'each') return [at(last, number ?? ''), set, at(0, whose), at(last, money)]
  return [set, at(0, [number, whose, money].filter(Boolean).join('      '))]
}

/** The cells of a line, each with the column that it stands in. */
function cellsOf({ columns, rows, unit }: Table, r: number, { wrap, amounts, names }: Setting): [number, Cell][] {
  const row = rows[r]!
  const cells: [number, Cell][] = []
  for (let k = 0; k < columns.length; k += row.span?.[columns[k]!.key] ?? 1) {
    const { key, role, unit: own } = columns[k]!
    if (row.down?.includes(key)) continue
    const content = row.cells[key]
    const isName = role !== 'code'
    const printed: Cell = isMoney(content)
      ? { value: printMoney(content.fen, own ?? unit, PLAIN).text, align: amounts }
      : { value: content ?? '', align: isName ? names : 'left', wrap: wrap && isName }
    cells.push([k, { ...printed, rowSpan: 1 + below(rows, r, key), columnSpan: row.span?.[key] ?? 1 }])
  }
  return cells
}

/** How many rows below a cell are one with it. */
function below(rows: readonly Row[], from: number, key: string): number {
  let count = 0
  while (rows[from + count + 1]?.down?.includes(key)) count++
  return count
}

/** Makes a row as high as the texts that are wrapped in it: the program does so for cells that are not merged alone. */
function setHeight(row: Rows[number], widths: readonly number[], size: number): void {
  const lines = row.map((cell, k) => {
    if (!cell || typeof cell.value !== 'string' || !cell.wrap) return 1
    const width = widths.slice(k, k + (cell.columnSpan ?? 1)).reduce((a, b) => a + b, 0)
    return Math.ceil((cell.value.length * size * 1.05) / Math.max(size, width - 4)) / (cell.rowSpan ?? 1)
  })
  if (row[0]) row[0].height = LEADING * size * Math.max(...lines) + 3
}

/** What must be read of the tables; nothing is printed of a blank. */
function truthOf({ tables }: Plan): TruthLine[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap(({ key, unit = table.unit }) => {
        const content = row.cells[key]
        if (!isMoney(content)) return []
        const { value } = printMoney(content.fen, unit, PLAIN)
        const { row: line, column } = content
        return value === null
          ? []
          : [{ ...{ table: table.id, row: line, column, value }, yuan: yuanOf(value, unit), page: 1 }]
      }),
    ),
  )
}

/** Variations of the plan itself are the program's own here. */
const OF_PLAN = new Set(variations.filter((v) => v.of === 'plan').map((v) => v.name))

async function planOf(seed: number, given: Drawable | undefined): Promise<Plan> {
  const { choices } = specOf(seed)
  const own = Object.fromEntries(Object.entries(choices).filter(([name]) => !OF_PLAN.has(name)))
  return (await drawDocument({ seed, choices: own }, given)).plan
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { of: { type: 'string', multiple: true, default: [] } },
})
const [count = 40, first = 1] = positionals.map(Number)
const published = (await Promise.all(values.of.flatMap(pdfsBelow).map(publishedTables))).filter((t) => t !== null)
const folder = process.env.JUESUAN_DRAWN_OUT ?? mkdtempSync(join(tmpdir(), 'juesuan-workbooks-'))
const plans = new Map<number, Plan>()
for (let seed = first; seed < first + count; seed++) {
  const given = published[seed % published.length]
  const plan = await planOf(seed, given)
  plans.set(seed, plan)
  const setting = settingOf(seed)
  const { entity, year, kind } = plan.accounts
  const cover = [[{ value: given?.name ?? `${entity}${year}年部门${kind === 'budget' ? '预算' : '决算'}` }]]
  const sheets = plan.tables.map((t, i) => toSheet(t, setting, `${i + 1}`))
  await writeExcel([{ data: cover, sheet: '封面' } as Sheet<never>, ...sheets]).toFile(join(folder, `${seed}.xlsx`))
}
const books = [...plans.keys()].map((seed) => join(folder, `${seed}.xlsx`))
const { error } = spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...books])
if (error) throw new Error(`LibreOffice is needed to print the workbooks: ${error.message}`)
const sum = { cells: 0, right: 0, silent: 0 }
for (const [seed, plan] of plans) {
  const drawn = { plan, bytes: readFileSync(join(folder, `${seed}.pdf`)), truth: truthOf(plan) }
  const { cells, right, silent, misses } = await (published.length === 0 ? judge(drawn) : judgePublished(drawn))
  const wrong = silent.filter((m) => m.kind !== 'wrong page' && m.kind !== 'missing')
  sum.cells += cells
  sum.right += right
  sum.silent += wrong.length
  if (right === cells && wrong.length === 0) continue
  console.log(`${seed}: ${right} of ${cells}, ${wrong.length} without a mark; ${JSON.stringify(settingOf(seed))}`)
  for (const m of [...wrong, ...misses.filter((x) => x.kind !== 'wrong page')].slice(0, 3))
    console.log(`  ${m.kind} ${m.table} ${m.row} ${m.column}: expected ${m.expected}, found ${m.found}`)
}
console.log(`${sum.right} of ${sum.cells} cells, ${sum.silent} without a mark`)
if (!process.env.JUESUAN_DRAWN_OUT) rmSync(folder, { recursive: true })
