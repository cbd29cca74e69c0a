/** What a table prints, as bands over its width: captions, header, numbers of the columns, rows. */
import { type Band, type Box, LEADING } from './bands.ts'
import { wrap } from './flow.ts'
import { widthOf } from './font.ts'
import type { Look } from './look.ts'
import { isNoted, isSpread, notedAs } from './notes.ts'
import { printMoney, yuanOf } from './print.ts'
import {
  type Column,
  type HeadCell,
  headCells,
  headsLabels,
  isMoney,
  type Money,
  type Row,
  type Table,
  type Unit,
} from './table.ts'

export function headBands(table: Table, look: Look, xs: readonly number[], inside: readonly string[]): Band[] {
  return [
    ...inside.map((text) => captionBand(text, look, xs)),
    headBand(table.columns, look, xs),
    ...(table.ordinals ? [ordinalBand(table.columns, look, xs)] : []),
  ]
}

const heightOf = (lines: number, look: Look) => lines * look.size * LEADING + 2 * look.padY
const total = (heights: readonly number[]) => heights.reduce((a, b) => a + b, 0)

function headBand(columns: readonly Column[], look: Look, xs: readonly number[]): Band {
  const { depth, cells } = headCells(columns)
  const heads = cells.map((cell) => ({ cell, ...written(cell, columns, depth, look, xs) }))
  const heights = Array.from({ length: depth }, (_, r) => {
    const own = heads.filter(({ cell }) => cell.row === r && cell.rows === 1)
    return Math.max(heightOf(1, look), ...own.map(({ lines }) => heightOf(lines.length, look)))
  })
  for (const { cell, lines } of heads) {
    const have = total(heights.slice(cell.row, cell.row + cell.rows))
    heights[cell.row + cell.rows - 1]! += Math.max(0, heightOf(lines.length, look) - have)
  }
  const top = (row: number) => total(heights.slice(0, row))
  const boxes = heads.map(
    ({ cell, x0, x1, ...head }): Box => ({
      ...head,
      rect: { x0, y0: top(cell.row), x1, y1: top(cell.row + cell.rows) },
      align: look.headAlign,
      indent: 0,
      truth: null,
      ...(isSpread(head.lines, look) ? { spread: true as const } : {}),
      ...(isNoted(cell.col, look, columns) ? { noted: '①' } : {}),
    }),
  )
  return { height: total(heights), boxes }
}

/** Where a header stands, and its lines: across, one letter each, or beside a slash. */
function written(
  cell: HeadCell,
  columns: readonly Column[],
  depth: number,
  look: Look,
  xs: readonly number[],
): Pick<Box, 'lines' | 'turned' | 'slashed'> & { x0: number; x1: number } {
  const { text, col, cols } = cell
  const [x0, x1] = [xs[col]!, xs[col + cols]!]
  const isDown =
    look.uprightHeads && cols === 1 && columns[col]!.role === 'value' && /^\p{Script=Han}{3,8}$/u.test(text)
  const isSlashed = look.slashed && headsLabels(cell, columns, depth) && widthOf(text, look.size) < x1 - x0
  const slashed = isSlashed ? { slashed: true as const } : {}
  if (isDown)
    return { x0, x1, lines: [...text], ...slashed, ...(look.turnedHeads === null ? {} : { turned: look.turnedHeads }) }
  return { x0, x1, lines: isSlashed ? ['金额', text] : wrap(text, x1 - x0 - 2 * look.padX, look.size), ...slashed }
}

/** A caption printed as a row of the table. */
export function captionBand(text: string, look: Look, xs: readonly number[]): Band {
  const height = heightOf(1, look)
  const rect = { x0: xs[0]!, y0: 0, x1: xs.at(-1)!, y1: height }
  return { height, boxes: [{ rect, lines: [text], align: 'center', indent: 0, truth: null }] }
}

/** 栏次 | 1 | 2 | 3: numbers of the columns that hold values. */
function ordinalBand(columns: readonly Column[], look: Look, xs: readonly number[]): Band {
  const height = heightOf(1, look)
  const boxes: Box[] = []
  let number = 0
  for (let c = 0; c < columns.length; ) {
    const labels = columns.slice(c).findIndex((k) => k.role === 'value')
    const cols = labels === 0 ? 1 : labels < 0 ? columns.length - c : labels
    const text = labels === 0 ? String(++number) : '栏次'
    boxes.push({
      rect: { x0: xs[c]!, y0: 0, x1: xs[c + cols]!, y1: height },
      lines: [text],
      align: 'center',
      indent: 0,
      truth: null,
    })
    c += cols
  }
  return { height, boxes }
}

export function rowBand(table: Table, row: Row, look: Look, xs: readonly number[]): Band {
  const boxes: Box[] = []
  for (let c = 0; c < table.columns.length; ) {
    const cols = row.span?.[table.columns[c]!.key] ?? 1
    boxes.push(cellBox(table, row, look, { column: table.columns[c]!, cols, x0: xs[c]!, x1: xs[c + cols]! }))
    c += cols
  }
  const height = heightOf(Math.max(1, ...boxes.map((b) => (b.down ? 1 : b.lines.length))), look)
  for (const box of boxes) box.rect.y1 = height
  return { height, boxes }
}

/** Where a cell stands: its first column, how many it reaches over, its sides. */
interface Spot {
  column: Column
  cols: number
  x0: number
  x1: number
}

function cellBox(table: Table, row: Row, look: Look, { column, cols, x0, x1 }: Spot): Box {
  const content = row.cells[column.key] ?? ''
  const isAmount = isMoney(content)
  const isLabel = column.role === 'label' && cols === 1
  const indent = isLabel ? row.depth * look.indent * look.size : 0
  const { text, truth, ...signed } = isAmount
    ? amountIn(content, column.unit ?? table.unit, table.id, look)
    : { text: content, truth: null }
  const beside = cols > 1 || row.total || column.role !== 'label' ? 'center' : look.labelAlign
  const isCut = look.clipped && isLabel && table.columns.some((k) => k.role === 'code')
  return {
    rect: { x0, y0: 0, x1, y1: 0 },
    ...(row.total && isSpread([text], look) ? { spread: true as const } : {}),
    ...(isCut ? { lines: [text], clipped: true } : shrunk(text, x1 - x0 - 2 * look.padX - indent, look, isAmount)),
    ...signed,
    ...notedAs(column, cols, text, table, look),
    ...(column.upright ? { lines: [...text] } : {}),
    ...(row.down?.includes(column.key) ? { down: true } : {}),
    align: isAmount ? look.valueAlign : beside,
    indent,
    truth,
  }
}

/** How an amount is printed, a sign that stands apart by itself. */
function amountIn(
  { fen, row, column }: Money,
  unit: Unit,
  table: string,
  { numbers }: Look,
): { text: string; sign: string; truth: Box['truth'] } {
  const { text, value } = printMoney(fen, unit, numbers)
  const truth = value === null ? null : { table, row, column, value, yuan: yuanOf(value, unit) }
  const isApart = numbers.signApart && text.startsWith('￥')
  return isApart ? { text: text.slice(1), sign: '￥', truth } : { text, sign: '', truth }
}

/** The lines of a cell, or its one line in smaller letters. */
function shrunk(text: string, room: number, look: Look, amount: boolean): Pick<Box, 'lines' | 'size'> {
  if (look.shrunk && !amount && widthOf(text, look.size) > room) return { lines: [text], size: room / widthOf(text, 1) }
  return { lines: fitted(text, room * (amount ? 1 : look.over.labels), look, amount) }
}

/** Labels are wrapped; amounts stay on one line, unless the look breaks them. */
function fitted(text: string, room: number, look: Look, amount: boolean): string[] {
  if (!amount) return wrap(text, room, look.size)
  if (widthOf(text, look.size) <= room || !look.narrow) return [text]
  const lines: string[] = []
  let line = ''
  for (const char of text) {
    if (line !== '' && widthOf(line + char, look.size) > room) {
      lines.push(line)
      line = ''
    }
    line += char
  }
  return [...lines, line]
}
