/**
 * Pages drawn from text, for cases that show a form and what must come out of it.
 *
 *   2026年某市某局部门预算          a line of text; ` | ` in it sets what follows at the right
 *   | 项目 | 支出 | <    |        a row of a ruled table; `<` goes on from the left, `^` from above
 *   | ^    | 合计 | 基本 |        an indented label begins with `_`, one for each character
 *   %%%                           a new page
 */
import type { Page } from '../../src/page/types.ts'

/** Points. */
const SIZE = 9
const LEADING = 11
const PADDING = 3
const MARGIN = 40
/** Characters that fit beside each other into a cell. */
const ACROSS = 9
const WIDTH = ACROSS * SIZE + 2 * PADDING

export function drawPages(text: string): Page[] {
  const sheets: string[][] = [[]]
  for (const line of text.split('\n').map((l) => l.trim()))
    if (line === '%%%') sheets.push([])
    else if (line !== '') sheets.at(-1)!.push(line)
  const columns = Math.max(8, ...sheets.flat().map((line) => (isRow(line) ? cellsOf(line).length : 0)))
  return sheets.map((lines, i) => drawPage(lines, i + 1, 2 * MARGIN + columns * WIDTH))
}

function isRow(line: string): boolean {
  return line.startsWith('|') && line.endsWith('|')
}

function cellsOf(line: string): string[] {
  const inner = line.replace(/^\|/, '').replace(/\|$/, '')
  return inner.split('|').map((cell) => cell.trim())
}

function drawPage(lines: readonly string[], number: number, width: number): Page {
  const page: Page = { number, width, height: 0, rotation: 0, kind: 'text', glyphs: [], rulings: [], images: [] }
  let y = MARGIN
  for (let i = 0; i < lines.length; ) {
    let end = i
    while (end < lines.length && isRow(lines[end]!)) end++
    if (end > i) y = drawTable(page, lines.slice(i, end).map(cellsOf), y) + LEADING
    else y = drawCaption(page, lines[i]!, y)
    i = Math.max(end, i + 1)
  }
  return { ...page, height: y + MARGIN }
}

function drawCaption(page: Page, text: string, y: number): number {
  const [left = '', right] = text.split(/ ?\| /)
  write(page, left, right === undefined ? (page.width - measure(left)) / 2 : MARGIN, y)
  if (right !== undefined) write(page, right, page.width - MARGIN - measure(right), y)
  return y + 2 * LEADING
}

function advance(character: string): number {
  return /[!-~ ]/.test(character) ? SIZE / 2 : SIZE
}

function measure(text: string): number {
  return [...text].reduce((sum, c) => sum + advance(c), 0)
}

function write(page: Page, text: string, x: number, y: number): void {
  for (const character of text) {
    const next = x + advance(character)
    if (!/[ _]/.test(character))
      page.glyphs.push({ text: character, box: [x, y, next, y + SIZE], size: SIZE, source: 'text' })
    x = next
  }
}

/** @returns the lower edge. */
function drawTable(page: Page, rows: readonly string[][], top: number): number {
  const owner = owners(rows)
  const ys = [top]
  for (const row of rows) {
    const lines = Math.max(...row.map((text, c) => wrap(text, wide(row, c)).length))
    ys.push(ys.at(-1)! + lines * LEADING + 2 * PADDING)
  }
  const x = (c: number) => MARGIN + c * WIDTH
  const rule = (axis: 'h' | 'v', at: number, from: number, to: number) =>
    page.rulings.push({ axis, at, from, to, thickness: 0.5 })
  for (let r = 0; r <= rows.length; r++)
    for (let c = 0; c < owner[0]!.length; c++)
      if (owner[r - 1]?.[c] !== owner[r]?.[c]) rule('h', ys[r]!, x(c), x(c + 1))
  for (let r = 0; r < rows.length; r++)
    for (let c = 0; c <= owner[0]!.length; c++)
      if (owner[r]![c - 1] !== owner[r]![c]) rule('v', x(c), ys[r]!, ys[r + 1]!)
  for (const [r, row] of rows.entries())
    for (const [c, text] of row.entries()) {
      if (text === '' || text === '<' || text === '^') continue
      wrap(text, wide(row, c)).forEach((line, i) => {
        const amount = /^[-\d.,]+$/.test(line)
        const right = x(c + wide(row, c)) - PADDING - measure(line)
        write(page, line, amount ? right : x(c) + PADDING, ys[r]! + PADDING + i * LEADING)
      })
    }
  return ys.at(-1)!
}

/** For each place the number of the cell that covers it. */
function owners(rows: readonly string[][]): number[][] {
  const width = rows[0]!.length
  const out: number[][] = []
  for (const [r, row] of rows.entries()) {
    if (row.length !== width) throw new Error(`the row '${row.join(' | ')}' has ${row.length} cells, not ${width}`)
    out.push([])
    for (const [c, text] of row.entries())
      out[r]!.push(text === '<' ? out[r]![c - 1]! : text === '^' ? out[r - 1]![c]! : r * width + c)
  }
  return out
}

function wide(row: readonly string[], c: number): number {
  let n = 1
  while (row[c + n] === '<') n++
  return n
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (measure(line + character) > columns * WIDTH - 2 * PADDING) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line]
}
