/** A table put on pages: captions, header, rows, and the truth of every figure with its page. */
import {
  type Band,
  blankBand,
  cut,
  cutHead,
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
import { Flow, wrap } from './flow.ts'
import { widthOf } from './font.ts'
import type { Look } from './look.ts'
import { pageSum } from './page-sums.ts'
import { printMoney } from './print.ts'
import { drawFrame, drawRulings } from './rulings.ts'
import { type Column, isMoney, type Row, type Table } from './table.ts'
import { captionBand, headBands, rowBand } from './table-bands.ts'

/** Points that captions at the end of a page leave free below them. */
const FOOT = 70
/** Points of a page that has room for captions, a header and rows. */
const CAPTIONED = 200

export function placeTable(flow: Flow, table: Table, wished: Look): void {
  new Placing(flow, table, wished).place()
}

/** A table on its way onto pages. */
class Placing {
  readonly #flow: Flow
  readonly #table: Table
  readonly #look: Look
  /** Those that stand in rows of the frame. */
  readonly #captions: readonly string[]
  /** Edges of the columns, and the header, as they are on this page. */
  #xs: number[]
  #header: Band[]
  /** What stands in the frame that is being filled. */
  #part = newPart()
  /** The row after the last sum of a page, and how many such sums there are. */
  #since = 0
  #sums = 0
  #last: Band | null = null

  constructor(flow: Flow, table: Table, wished: Look) {
    this.#flow = flow
    this.#table = table
    this.#look = { ...wished, size: sizeThatFits(flow, table, wished) }
    this.#xs = columnEdges(table.columns, flow, this.#look)
    if (wished.begunBefore !== 'nothing' && !wished.inside) this.#goDown()
    this.#captions = drawCaptions(flow, table, this.#look, this.#xs)
    this.#header = headBands(table, this.#look, this.#xs, this.#captions)
  }

  /** Down to where captions, and the first row of the header if need be, end the page. */
  #goDown(): void {
    const flow = this.#flow
    const probe = new Flow(flow.frame)
    drawCaptions(probe, this.#table, this.#look, this.#xs)
    const { height, bottom } = flow.frame
    flow.y = Math.max(flow.y, height - bottom - FOOT - (probe.y - flow.frame.top))
  }

  place(): void {
    const { rows } = this.#table
    const { split } = this.#look
    const needed = this.#header.reduce((h, b) => h + b.height, 0) + (rows[0] ? this.#band(rows[0]).height : 0)
    const { begunBefore, inside } = this.#look
    if (begunBefore === 'header' && !inside && this.#hasRulings) this.#openCut()
    else {
      if (needed > this.#flow.room || (begunBefore !== 'nothing' && !inside)) this.#flow.turnPage()
      this.#open()
    }
    const splitAt = split?.at === 'header' ? 0 : split ? rows.length >> 1 : -1
    for (const [i, row] of rows.entries()) {
      if (i === splitAt) this.#split()
      this.#row(row, i)
    }
    this.#blanks()
    this.#close()
    this.#notes()
  }

  #draw(band: Band, bands: Part['body'] = this.#part.body, shade: typeof LIGHT | null = null): void {
    drawBand(this.#flow, band, this.#look, this.#part, bands, shade)
  }

  #band(row: Row): Band {
    return rowBand(this.#table, row, this.#look, this.#xs)
  }

  #open(): void {
    this.#part = newPart()
    const { shaded } = this.#look
    const shade = shaded === 'none' ? null : shaded === 'dark header' ? DARK : LIGHT
    for (const band of this.#header) this.#draw(band, this.#part.header, shade)
  }

  /** Whether all rulings are drawn, at the same places on all pages: nothing else shows what a cut header heads. */
  get #hasRulings(): boolean {
    const { rulings, otherWidths } = this.#look
    return ['all', 'open'].includes(rulings.which) && rulings.gap === null && !otherWidths
  }

  /** The first row of the header, and the rest of it on the next page: cells over both have their text in the first. */
  #openCut(): void {
    const [head, ...more] = this.#header
    const parts = head && cutHead(head, this.#look)
    if (!parts || parts[0].height > this.#flow.room) {
      this.#flow.turnPage()
      this.#open()
      return
    }
    const whole = this.#header
    this.#header = [parts[0]]
    this.#open()
    this.#close(false)
    this.#flow.turnPage()
    this.#header = [parts[1], ...more]
    this.#open()
    this.#header = whole
  }

  #close(ends = true): void {
    const look = this.#look
    const part = this.#part
    if (ends && look.numberInside && part.body.length > 0)
      this.#draw(captionBand(`第${this.#flow.page}页`, look, this.#xs))
    drawTall(this.#flow, part, look)
    drawRulings(this.#flow, look.rulings, part, this.#xs)
    if (look.frame > 0) drawFrame(this.#flow, [...part.header, ...part.body], look)
  }

  /** The rest of the table in a frame of its own, on the same page. */
  #split(): void {
    this.#close(false)
    this.#flow.y += this.#look.split!.gap
    this.#part = newPart()
  }

  #sumUp(end: number): void {
    if (!this.#look.pageSums || this.#since === end || !this.#table.columns.some((c) => c.key === '类')) return
    this.#draw(this.#band(pageSum(this.#table, this.#table.rows.slice(this.#since, end), ++this.#sums)))
    this.#since = end
  }

  #turn(end: number): void {
    const look = this.#look
    this.#sumUp(end)
    this.#close()
    this.#flow.turnPage()
    if (look.again !== null) {
      this.#flow.line(look.again, this.#xs.at(-1)!, this.#flow.y + look.size, look.size, 'right')
      this.#flow.y += look.size * 2
    }
    // No program parts captions from their table.
    if (look.captionsAgain && this.#flow.room > CAPTIONED) drawCaptions(this.#flow, this.#table, look, this.#xs)
    if (look.otherLines)
      this.#header = headBands(this.#table, { ...look, padX: look.padX + 10 }, this.#xs, this.#captions)
    if (look.otherWidths) {
      this.#xs = columnEdges(this.#table.columns.map(narrower), this.#flow, look)
      this.#header = headBands(this.#table, look, this.#xs, this.#captions)
    }
    if (look.repeatHeader) this.#open()
    else this.#part = newPart()
  }

  #row(row: Row, i: number): void {
    const look = this.#look
    const { rows } = this.#table
    const isShaded = look.shaded === 'every row' || (look.shaded === 'every other row' && i % 2 === 1)
    const shade = isShaded ? LIGHT : null
    if (look.lastRowAlone && i > 0 && i === rows.length - 1) this.#turn(i)
    const rest = this.#withinPage(row, i, shade)
    const isOpen = look.openTotal && i === rows.length - 1 && row.total && this.#part.body.length > 0
    if (rest && !isOpen && showsTwo(this.#last, rest) && this.#part.body.length > 0) this.#part.joins.push(this.#flow.y)
    this.#last = isOpen ? null : rest
    if (rest) this.#draw(rest, isOpen ? [] : this.#part.body, shade)
    if (look.hiddenRows && i % 4 === 2 && !isOpen) this.#draw(blankBand(this.#xs, HIDDEN, '9876.54'))
    if (look.flatRows && i % 4 === 1) this.#draw(blankBand(this.#xs, FLAT))
  }

  /** What of a row is left for the page that it ends on; what stands before the end of a page is drawn. */
  #withinPage(row: Row, i: number, shade: typeof LIGHT | null): Band | null {
    const look = this.#look
    const forSum = look.pageSums ? look.size * LEADING + 2 * look.padY : 0
    let rest: Band | null = this.#band(row)
    for (let fresh = false; rest && rest.height > this.#flow.room - forSum; fresh = true) {
      const [first, second]: [Band | null, Band] = look.cutRows ? cut(rest, this.#flow.room, look) : [null, rest]
      // A page that cannot hold a row holds it all the same.
      if (fresh && !first) break
      if (first) this.#draw(first, this.#part.body, shade)
      this.#turn(i)
      rest = first ? second : this.#band(row)
    }
    return rest
  }

  #blanks(): void {
    const { blankRows, size, padY } = this.#look
    for (let i = 0; i < blankRows; i++) {
      const blank = blankBand(this.#xs, size * LEADING + 2 * padY)
      if (blank.height <= this.#flow.room) this.#draw(blank)
    }
  }

  #notes(): void {
    const flow = this.#flow
    const { size } = this.#look
    for (const note of this.#table.notes) {
      flow.y += size * 0.6
      for (const line of wrap(note, flow.right - flow.left, size)) {
        flow.line(line, this.#xs[0]!, flow.y + size, size, 'left')
        flow.y += size * 1.6
      }
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
