/**
 * What benches share that have tables printed by other programs: the documents (drawn ones, or the tables of published
 * ones), their cells, the truth of them, and the report of what was read.
 */
import type { Miss } from '../src/output/score.ts'
import { judge } from '../test/drawn/judge.ts'
import { type Drawable, drawDocument, type Plan, specOf } from '../test/drawn/plan.ts'
import { type NumberStyle, printMoney, yuanOf } from '../test/drawn/print.ts'
import { type Content, headCells, isMoney, type Row, type Table, type TruthLine } from '../test/drawn/table.ts'
import { variations } from '../test/drawn/variations.ts'
import { pdfsBelow } from './pdfs.ts'
import { judgePublished, publishedTables } from './published.ts'

/** A document to be printed. */
export interface ToPrint {
  seed: number
  plan: Plan
  /** What its cover says. */
  name: string
  published: boolean
}

/** Variations of the plan itself are the program's own here. */
const OF_PLAN = new Set(variations.filter((v) => v.of === 'plan').map((v) => v.name))

/** Documents by seed; their tables are those of the PDFs below `of`, if there are some. */
export async function documents(first: number, count: number, of: readonly string[]): Promise<ToPrint[]> {
  const published: Drawable[] = []
  // One after another: all at once, each would take as long as all, and some longer than documents may.
  for (const path of of.flatMap(pdfsBelow)) {
    const tables = await publishedTables(path)
    if (tables) published.push(tables)
  }
  return Promise.all(
    Array.from({ length: count }, (_, i) => toPrint(first + i, published[(first + i) % published.length])),
  )
}

async function toPrint(seed: number, given: Drawable | undefined): Promise<ToPrint> {
  const { choices } = specOf(seed)
  const own = Object.fromEntries(Object.entries(choices).filter(([name]) => !OF_PLAN.has(name)))
  const { plan } = await drawDocument({ seed, choices: own }, given)
  const { entity, year, kind } = plan.accounts
  const name = given?.name ?? `${entity}${year}年部门${kind === 'budget' ? '预算' : '决算'}`
  return { seed, plan, name, published: given !== undefined }
}

/** A cell as a program is handed it. */
export interface PrintedCell {
  text: string
  kind: 'head' | 'code' | 'name' | 'amount'
  row: number
  col: number
  rows: number
  cols: number
  /** 0 for 类, 1 for 款, 2 for 项. */
  depth: number
}

/** The cells of a table, row by row; those of the header are the first `depth` rows. */
export function printedCells(table: Table, style: NumberStyle): { depth: number; cells: PrintedCell[] } {
  const { depth, cells } = headCells(table.columns)
  const body = table.rows.flatMap((_, r) => lineOf(table, r, style).map((c) => ({ ...c, row: depth + r })))
  return { depth, cells: [...cells.map((c) => ({ ...c, kind: 'head' as const, depth: 0 })), ...body] }
}

function lineOf({ columns, rows, unit }: Table, r: number, style: NumberStyle): Omit<PrintedCell, 'row'>[] {
  const row = rows[r]!
  const cells: Omit<PrintedCell, 'row'>[] = []
  for (let col = 0; col < columns.length; col += row.span?.[columns[col]!.key] ?? 1) {
    const { key, role, unit: own } = columns[col]!
    if (row.down?.includes(key)) continue
    const content = row.cells[key]
    const printed = isMoney(content)
      ? { kind: 'amount' as const, text: printMoney(content.fen, own ?? unit, style).text }
      : { kind: role === 'code' ? ('code' as const) : ('name' as const), text: content ?? '' }
    cells.push({ ...printed, col, rows: 1 + below(rows, r, key), cols: row.span?.[key] ?? 1, depth: row.depth })
  }
  return cells
}

/** How many rows below a cell are one with it. */
function below(rows: readonly Row[], from: number, key: string): number {
  let count = 0
  while (rows[from + count + 1]?.down?.includes(key)) count++
  return count
}

/** What must be read of the tables; nothing is printed of a blank. */
function truthOf({ tables }: Plan, style: NumberStyle): TruthLine[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap(({ key, unit = table.unit }) => {
        const content = row.cells[key]
        if (!isMoney(content)) return []
        const { value } = printMoney(content.fen, unit, style)
        const { row: line, column } = content
        return value === null
          ? []
          : [{ ...{ table: table.id, row: line, column, value }, yuan: yuanOf(value, unit), page: 1 }]
      }),
    ),
  )
}

/** Cells printed, read right, not read at all, and read wrong without a mark. */
export interface Sum {
  cells: number
  right: number
  missing: number
  silent: number
  /** Under what the print has left of their header, as that says: neither right nor wrong. */
  cut: number
}

/** What was read of a printed document; tells the first misses, with the setting that it was printed in. */
export async function report(
  { seed, plan, published }: ToPrint,
  bytes: Uint8Array,
  style: NumberStyle,
  setting: unknown,
): Promise<Sum> {
  const drawn = { plan, bytes, truth: truthOf(plan, style) }
  const { cells, right, silent, misses } = await (published ? judgePublished(drawn) : judge(drawn))
  const cut = underCutHeads(plan, misses)
  const wrong = silent.filter((m) => m.kind !== 'wrong page' && m.kind !== 'missing' && !cut.includes(m))
  const missing = misses.filter((m) => m.kind === 'missing').length
  if (right < cells || wrong.length > 0) {
    console.log(`${seed}: ${right} of ${cells}, ${wrong.length} without a mark; ${JSON.stringify(setting)}`)
    for (const m of [...wrong, ...misses.filter((x) => x.kind !== 'wrong page')].slice(0, 3))
      console.log(`  ${m.kind} ${m.table} ${m.row} ${m.column}: expected ${m.expected}, found ${m.found}`)
  }
  return { cells, right, missing, silent: wrong.length, cut: cut.length }
}

/** Amounts that are missing under the id of their column and stand under a part of its header, as the print has cut it. */
function underCutHeads({ tables }: Plan, misses: readonly Miss[]): Miss[] {
  const isCutOf = (head: string, whole: string) => whole !== head && whole.replace(/\s+/g, '').includes(head)
  const headOf = (m: Miss): string | undefined =>
    tables
      .filter((t) => t.id === m.table)
      .flatMap((t) => t.columns.map((c) => ({ c, rows: t.rows })))
      .find(({ c, rows }) => rows.some((r) => isMoney(r.cells[c.key]) && columnOf(r.cells[c.key]) === m.column))
      ?.c.header.at(-1)
  const isSame = (m: Miss, found: Miss) =>
    m.kind === 'missing' && m.table === found.table && m.row === found.row && m.expected === found.found
  return misses.filter((found) => {
    const head = found.column.startsWith('other:') ? (found.column.split(/[:/]/).at(-1) ?? '') : ''
    return head !== '' && misses.some((m) => isSame(m, found) && isCutOf(head, headOf(m) ?? ''))
  })
}

function columnOf(content: Content | undefined): string | null {
  return isMoney(content) ? content.column : null
}

export function add(a: Sum, b: Sum): Sum {
  return {
    cells: a.cells + b.cells,
    right: a.right + b.right,
    missing: a.missing + b.missing,
    silent: a.silent + b.silent,
    cut: a.cut + b.cut,
  }
}

export const NOTHING: Sum = { cells: 0, right: 0, missing: 0, silent: 0, cut: 0 }

export function told({ cells, right, missing, silent, cut }: Sum): string {
  const share = ((100 * right) / Math.max(1, cells)).toFixed(1)
  const honest = cut > 0 ? `, ${cut} under a header that the print cut` : ''
  return `${right} of ${cells} cells (${share} %), ${missing} not there, ${silent} without a mark${honest}`
}
