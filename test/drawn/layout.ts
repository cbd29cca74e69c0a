/** A table put on pages: captions, header, rows, and the truth of every figure with its page. */
import {
  type Band,
  type Box,
  blankBand,
  cut,
  DARK,
  drawBand,
  drawTall,
  FLAT,
  HIDDEN,
  LEADING,
  LIGHT,
  type Part,
  showsTwo,
} from './bands.ts'
import { drawCaptions } from './captions.ts'
import { type Flow, wrap } from './flow.ts'
import { widthOf } from './font.ts'
import type { Look } from './look.ts'
import { isNoted, isSpread, notedAs } from './notes.ts'
import { pageSum } from './page-sums.ts'
import { printMoney, yuanOf } from './print.ts'
import { drawFrame, drawRulings } from './rulings.ts'
import { type Column, headCells, headsLabels, isMoney, type Row, type Table } from './table.ts'

export function placeTable(flow: Flow, table: Table, wished: Look): void {
  const look = { ...wished, size: sizeThatFits(flow, table, wished) }
  let xs = columnEdges(table.columns, flow, look)
  const captions = drawCaptions(flow, table, look, xs)
  let part = newPart()
  let header = headBands(table, look, xs, captions)
  const { rows } = table
  const open = () => {
    part = newPart()
    const shade = look.shaded === 'none' ? null : look.shaded === 'dark header' ? DARK : LIGHT
    for (const band of header) drawBand(flow, band, look, part, part.header, shade)
  }
  const close = (ends = true) => {
    if (ends && look.numberInside && part.body.length > 0)
      drawBand(flow, captionBand(`第${flow.page}页`, look, xs), look, part, part.body, null)
    drawTall(flow, part, look)
    drawRulings(flow, look.rulings, part, xs)
    if (look.frame > 0) drawFrame(flow, [...part.header, ...part.body], look)
  }
  let [since, sums] = [0, 0]
  const forSum = look.pageSums ? look.size * LEADING + 2 * look.padY : 0
  const sumUp = (end: number) => {
    if (!look.pageSums || since === end || !table.columns.some((c) => c.key === '类')) return
    const sum = pageSum(table, rows.slice(since, end), ++sums)
    drawBand(flow, rowBand(table, sum, look, xs), look, part, part.body, null)
    since = end
  }
  const turn = (end: number) => {
    sumUp(end)
    close()
    flow.turnPage()
    if (look.again !== null) {
      flow.line(look.again, xs.at(-1)!, flow.y + look.size, look.size, 'right')
      flow.y += look.size * 2
    }
    if (look.otherLines) header = headBands(table, { ...look, padX: look.padX + 10 }, xs, captions)
    if (look.otherWidths) {
      xs = columnEdges(table.columns.map(narrower), flow, look)
      header = headBands(table, look, xs, captions)
    }
    if (look.repeatHeader) open()
    else part = newPart()
  }
  const split = () => {
    close(false)
    flow.y += look.split!.gap
    part = newPart()
  }
  const needed = header.reduce((h, b) => h + b.height, 0) + (rows[0] ? rowBand(table, rows[0], look, xs).height : 0)
  if (needed > flow.room) flow.turnPage()
  open()
  const splitAt = look.split?.at === 'header' ? 0 : look.split ? rows.length >> 1 : -1
  let last: Band | null = null
  for (const [i, row] of rows.entries()) {
    if (i === splitAt) split()
    const isShaded = look.shaded === 'every row' || (look.shaded === 'every other row' && i % 2 === 1)
    const shade = isShaded ? LIGHT : null
    if (look.lastRowAlone && i > 0 && i === rows.length - 1) turn(i)
    let rest: Band | null = rowBand(table, row, look, xs)
    for (let fresh = false; rest && rest.height > flow.room - forSum; fresh = true) {
      const [first, second]: [Band | null, Band] = look.cutRows ? cut(rest, flow.room, look) : [null, rest]
      // A page that cannot hold a row holds it all the same.
      if (fresh && !first) break
      if (first) drawBand(flow, first, look, part, part.body, shade)
      turn(i)
      rest = first ? second : rowBand(table, row, look, xs)
    }
    const isOpen = look.openTotal && i === rows.length - 1 && row.total && part.body.length > 0
    if (rest && !isOpen && showsTwo(last, rest) && part.body.length > 0) part.joins.push(flow.y)
    last = isOpen ? null : rest
    if (rest) drawBand(flow, rest, look, part, isOpen ? [] : part.body, shade)
    if (look.hiddenRows && i % 4 === 2 && !isOpen)
      drawBand(flow, blankBand(xs, HIDDEN, '9876.54'), look, part, part.body, null)
    if (look.flatRows && i % 4 === 1) drawBand(flow, blankBand(xs, FLAT), look, part, part.body, null)
  }
  for (let i = 0; i < look.blankRows; i++) {
    const blank = blankBand(xs, look.size * LEADING + 2 * look.padY)
    if (blank.height <= flow.room) drawBand(flow, blank, look, part, part.body, null)
  }
  close()
  for (const note of table.notes) {
    flow.y += look.size * 0.6
    for (const line of wrap(note, flow.right - flow.left, look.size)) {
      flow.line(line, xs[0]!, flow.y + look.size, look.size, 'left')
      flow.y += look.size * 1.6
    }
  }
}

/** Labels take less of the width, and what stands beside them more. */
function narrower(column: Column): Column {
  return column.role === 'label' ? { ...column, width: column.width * 0.75 } : column
}

function newPart(): Part {
  return { header: [], body: [], tall: [], joins: [] }
}

/** The wished size, or what makes every amount fit into its column. */
function sizeThatFits(flow: Flow, table: Table, look: Look): number {
  if (look.narrow) return look.size
  const xs = columnEdges(table.columns, flow, look)
  let size = look.size
  for (const row of table.rows)
    for (const [i, column] of table.columns.entries()) {
      const content = row.cells[column.key]
      if (!isMoney(content)) continue
      const room = (xs[i + 1]! - xs[i]! - 2 * look.padX - 1) * look.over.amounts
      size = Math.min(size, room / widthOf(printMoney(content.fen, column.unit ?? table.unit, look.numbers).text, 1))
    }
  return size
}

/** Left edges of the columns and the right edge of the last: fitted to the frame, in its middle. */
function columnEdges(columns: readonly Column[], flow: Flow, look: Look): number[] {
  const room = (flow.right - flow.left) * look.spread
  const natural = columns.reduce((w, c) => w + c.width, 0)
  const scale = Math.min(1.6, room / natural)
  const edges = [(flow.left + flow.right - natural * scale) / 2]
  for (const column of columns) edges.push(edges.at(-1)! + column.width * scale)
  return edges
}

function headBands(table: Table, look: Look, xs: readonly number[], inside: readonly string[]): Band[] {
  const { columns } = table
  const { depth, cells } = headCells(columns)
  const height = (n: number) => n * look.size * LEADING + 2 * look.padY
  const boxes = cells.map((cell) => {
    const x0 = xs[cell.col]!
    const x1 = xs[cell.col + cell.cols]!
    const isSlashed = look.slashed && headsLabels(cell, columns, depth) && widthOf(cell.text, look.size) < x1 - x0
    const isDown =
      look.uprightHeads &&
      cell.cols === 1 &&
      columns[cell.col]!.role === 'value' &&
      /^\p{Script=Han}{3,8}$/u.test(cell.text)
    const lines = isDown
      ? [...cell.text]
      : isSlashed
        ? ['金额', cell.text]
        : wrap(cell.text, x1 - x0 - 2 * look.padX, look.size)
    const turned = isDown && look.turnedHeads !== null ? { turned: look.turnedHeads } : {}
    return { ...cell, x0, x1, lines, ...turned, ...(isSlashed ? { slashed: true as const } : {}) }
  })
  const heights = Array.from({ length: depth }, (_, r) =>
    Math.max(height(1), ...boxes.filter((b) => b.row === r && b.rows === 1).map((b) => height(b.lines.length))),
  )
  for (const box of boxes) {
    const have = heights.slice(box.row, box.row + box.rows).reduce((a, b) => a + b, 0)
    heights[box.row + box.rows - 1]! += Math.max(0, height(box.lines.length) - have)
  }
  const head: Band = { height: heights.reduce((a, b) => a + b, 0), boxes: [] }
  const top = (row: number) => heights.slice(0, row).reduce((a, b) => a + b, 0)
  for (const { x0, x1, lines, row, rows, col, slashed, turned } of boxes)
    head.boxes.push({
      ...(slashed ? { slashed } : {}),
      ...(turned ? { turned } : {}),
      rect: { x0, y0: top(row), x1, y1: top(row + rows) },
      lines,
      align: look.headAlign,
      indent: 0,
      truth: null,
      ...(isSpread(lines, look) ? { spread: true as const } : {}),
      ...(isNoted(col, look, columns) ? { noted: '①' } : {}),
    })
  return [
    ...inside.map((text) => captionBand(text, look, xs)),
    head,
    ...(table.ordinals ? [ordinalBand(table.columns, look, xs)] : []),
  ]
}

/** A caption printed as a row of the table. */
function captionBand(text: string, look: Look, xs: readonly number[]): Band {
  const height = look.size * LEADING + 2 * look.padY
  const rect = { x0: xs[0]!, y0: 0, x1: xs.at(-1)!, y1: height }
  return { height, boxes: [{ rect, lines: [text], align: 'center', indent: 0, truth: null }] }
}

/** 栏次 | 1 | 2 | 3: numbers of the columns that hold values. */
function ordinalBand(columns: readonly Column[], look: Look, xs: readonly number[]): Band {
  const height = look.size * LEADING + 2 * look.padY
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

function rowBand(table: Table, row: Row, look: Look, xs: readonly number[]): Band {
  const boxes: Box[] = []
  const { columns } = table
  for (let c = 0; c < columns.length; ) {
    const column = columns[c]!
    const cols = row.span?.[column.key] ?? 1
    const [x0, x1] = [xs[c]!, xs[c + cols]!]
    const content = row.cells[column.key] ?? ''
    const indent = column.role === 'label' && cols === 1 ? row.depth * look.indent * look.size : 0
    const room = x1 - x0 - 2 * look.padX - indent
    let truth: Box['truth'] = null
    let text: string
    let sign: string | undefined
    if (isMoney(content)) {
      const unit = column.unit ?? table.unit
      const printed = printMoney(content.fen, unit, look.numbers)
      const { value } = printed
      text = printed.text
      if (look.numbers.signApart && text.startsWith('￥')) [sign, text] = ['￥', text.slice(1)]
      else sign = ''
      if (value !== null)
        truth = { table: table.id, row: content.row, column: content.column, value, yuan: yuanOf(value, unit) }
    } else text = content
    const align = isMoney(content)
      ? look.valueAlign
      : cols > 1 || row.total
        ? 'center'
        : column.role === 'label'
          ? look.labelAlign
          : 'center'
    const isCut = look.clipped && column.role === 'label' && cols === 1 && columns.some((k) => k.role === 'code')
    boxes.push({
      rect: { x0, y0: 0, x1, y1: 0 },
      ...(row.total && isSpread([text], look) ? { spread: true as const } : {}),
      ...(isCut ? { lines: [text], clipped: true } : shrunk(text, room, look, isMoney(content))),
      ...(sign === undefined ? {} : { sign }),
      ...notedAs(column, cols, text, table, look),
      ...(column.upright ? { lines: [...text] } : {}),
      ...(row.down?.includes(column.key) ? { down: true } : {}),
      align,
      indent,
      truth,
    })
    c += cols
  }
  const lines = Math.max(1, ...boxes.map((b) => (b.down ? 1 : b.lines.length)))
  const height = lines * look.size * LEADING + 2 * look.padY
  for (const box of boxes) box.rect.y1 = height
  return { height, boxes }
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
