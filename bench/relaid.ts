/**
 * Tables of published documents set again as other programs would have set them, without rulings: columns near each
 * other, amounts in the middle or at the left, names and headers over more lines, rows close together, letters apart.
 * What stands in which cell is known from the rulings that the document has.
 */
import { isWrittenAmount } from '../src/amount.ts'
import { dataFrom } from '../src/grid/data.ts'
import { type Grid, type GridCell, glyphsOf } from '../src/grid/types.ts'
import { around, type Line, toLines } from '../src/page/lines.ts'
import type { Glyph, Page } from '../src/page/types.ts'
import type { Change } from './changes.ts'

/** How tables are set; what is left out stays as it is. */
interface Setting {
  /** Between the widest text of a column and that of the next, as a share of their size. */
  gutter?: number
  amounts?: 'middle' | 'left'
  /** Names and headers are over lines of so many letters. */
  name?: number
  header?: number
  /** Rows are so many times as high as their texts. */
  pitch?: number
  /** Cells are set from the top of their row, not in its middle. */
  top?: true
  /** Room behind every second or third letter, as a share of the size. */
  apart?: number
  /** Room behind 一、 and 其中：, as a share of the size: a blank of the font. */
  blank?: number
  /** Labels go on with dots to the end of their column. */
  leaders?: true
}

const SETTINGS: Record<string, Setting> = {
  'columns a letter apart': { gutter: 1 },
  'columns three fifths of a letter apart': { gutter: 0.6 },
  'amounts in the middle': { amounts: 'middle' },
  'amounts at the left': { amounts: 'left' },
  'amounts at the left, columns a letter apart': { amounts: 'left', gutter: 1 },
  'names wrapped': { name: 8 },
  'names wrapped, rows close': { name: 8, pitch: 1.3 },
  'names wrapped, from the top': { name: 8, top: true },
  'headers wrapped': { header: 4, gutter: 1.5 },
  'headers in two letters a line': { header: 2, gutter: 1 },
  'rows close': { pitch: 1.1 },
  'rows close, columns near': { pitch: 1.1, gutter: 1 },
  'rows from the top': { top: true },
  'as it is': {},
  'letters a little apart': { apart: 0.15 },
  'letters apart': { apart: 0.3 },
  'wide blanks': { blank: 1 },
  leaders: { leaders: true },
}

/** Lines of a cell are so many times their size apart. */
const LEADING = 1.25
/** Points at a side of a cell that are its margin. */
const MARGIN = 3
/** Points by which a text may be beside the middle of its cell. */
const MIDDLE = 2
/** Points between edges of columns that are the same. */
const SAME = 1

export const RELAID: Record<string, Change> = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, setting]) => [name, relaid(setting)]),
)

function relaid(setting: Setting): Change {
  return (pages, { sheets }) => {
    const grids = sheets.flatMap((sheet) => sheet.grids.map((grid) => ({ page: sheet.page, grid })))
    const widths = widthsOf(
      grids.map((g) => g.grid),
      setting,
    )
    return pages.map((page) => {
      const own = grids.filter((g) => g.page === page.number).map((g) => g.grid)
      return setAgain({ ...page, rulings: [] }, own, widths, setting)
    })
  }
}

type Place = 'left' | 'middle' | 'right'

/** What a cell holds as it is to be set: lines of characters, each from 0 on. */
interface Content {
  cell: GridCell
  lines: Glyph[][]
  place: Place
  /** From the margin of the cell, points. */
  indent: number
  width: number
  height: number
}

/** Widths of the columns of every grid; pages of one table have the same. */
function widthsOf(grids: readonly Grid[], setting: Setting): Map<Grid, number[]> {
  const out = new Map<Grid, number[]>()
  const isAlike = (a: Grid, b: Grid) =>
    a.xs.length === b.xs.length && a.xs.every((x, i) => Math.abs(x - b.xs[i]!) < SAME)
  for (const grid of grids) {
    if (out.has(grid)) continue
    const alike = grids.filter((g) => isAlike(g, grid))
    const contents = alike.flatMap((g) => contentsOf(g, setting))
    const own = grid.xs.slice(1).map((x, i) => x - grid.xs[i]!)
    const widths = setting.gutter === undefined ? own : own.map(() => 0)
    for (const c of contents.toSorted((a, b) => a.cell.colSpan - b.cell.colSpan)) {
      const { col, colSpan } = c.cell
      const size = c.lines[0]?.[0]?.size ?? 0
      const wanted = c.indent + c.width + (setting.gutter === undefined ? 2 * MARGIN : setting.gutter * size)
      const now = widths.slice(col, col + colSpan).reduce((a, b) => a + b, 0)
      if (wanted > now) for (let k = col; k < col + colSpan; k++) widths[k]! += (wanted - now) / colSpan
    }
    for (const g of alike) out.set(g, widths)
  }
  return out
}

function contentsOf(grid: Grid, setting: Setting): Content[] {
  const data = dataFrom(grid) ?? grid.rows.length
  return grid.cells.filter((c) => c.glyphs.length > 0).map((cell) => contentOf(cell, cell.row < data, setting))
}

function contentOf(cell: GridCell, isHead: boolean, setting: Setting): Content {
  const printed = toLines(cell.glyphs)
  const isAmount = isWrittenAmount(cell.text)
  const most = isHead ? setting.header : setting.name
  const text = printed.flatMap((line) => fromZero(line))
  const isName = /\p{Script=Han}/u.test(cell.text) && !cell.glyphs.some((g) => g.reads)
  const isWrapped = most !== undefined && isName && cell.glyphs.length > most
  const lines = (isWrapped ? parts(printed, most) : printed.map(fromZero)).map((line) => spaced(line, setting))
  const width = Math.max(...lines.map((line) => around(line)[2]))
  const size = text[0]!.size
  const height = isWrapped || setting.pitch ? size * (1 + LEADING * (lines.length - 1)) : heightOf(printed)
  const place = (isAmount && setting.amounts) || placeOf(cell, printed, isWrapped)
  const indent = place === 'left' && !isAmount ? Math.max(-MARGIN, around(cell.glyphs)[0] - cell.box[0] - MARGIN) : 0
  return { cell, lines, place, indent, width, height }
}

function heightOf(lines: readonly Line[]): number {
  const box = around(lines)
  return box[3] - box[1]
}

/** A line's characters, moved to the left edge and, with their middle, to 0. */
function fromZero(line: Line): Glyph[] {
  const y = (line.box[1] + line.box[3]) / 2
  return line.glyphs.map((g) => moved(g, -line.box[0], -y))
}

function moved(glyph: Glyph, dx: number, dy: number): Glyph {
  const [x0, y0, x1, y1] = glyph.box
  return { ...glyph, box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy] }
}

/** All lines as one, parted anew behind every `most` characters; figures and words of Latin letters stay whole. */
function parts(lines: readonly Line[], most: number): Glyph[][] {
  const out: Glyph[][] = []
  for (const glyph of lines.flatMap(fromZero)) {
    const line = out.at(-1)
    const isWhole = line && /[\dA-Za-z.,]$/.test(line.at(-1)!.text) && /^[\dA-Za-z.,]/.test(glyph.text)
    // What closes a bracket or a sentence begins no line.
    const isEnd = /^[)）、，：:]/.test(glyph.text)
    if (!line || (line.length >= most && !isWhole && !isEnd)) out.push([moved(glyph, -glyph.box[0], 0)])
    else line.push(moved(glyph, around(line)[2] - glyph.box[0], 0))
  }
  return out
}

/** What labels begin with. */
const BEGINS = /^([一二三四五六七八九十]+、|\d{1,2}、|[(（][一二三四五六七八九十\d]+[)）]|其中[:：])$/
const textOf = (glyphs: readonly Glyph[]) => glyphs.map((g) => g.text).join('')

/** Room behind letters, as the setting has it. */
function spaced(line: readonly Glyph[], { apart = 0, blank = 0 }: Setting): Glyph[] {
  let dx = 0
  return line.map((glyph, i) => {
    const out = moved(glyph, dx, 0)
    if (/\p{Script=Han}/u.test(glyph.text) && (i % 5) % 2 === 1) dx += apart * glyph.size
    if (/[、：:）)]$/.test(glyph.text) && BEGINS.test(textOf(line.slice(0, i + 1)))) dx += blank * glyph.size
    return out
  })
}

function placeOf({ box, glyphs }: GridCell, lines: readonly Line[], isWrapped: boolean): Place {
  const [x0, , x1] = around(glyphs)
  const isEven = (side: 0 | 2) =>
    lines.length > 1 && lines.every((l) => Math.abs(l.box[side] - lines[0]!.box[side]) < SAME)
  if (isEven(0) !== isEven(2)) return isEven(0) ? 'left' : 'right'
  const [left, right] = [x0 - box[0], box[2] - x1]
  if (Math.abs(left - right) < MIDDLE) return isWrapped && left < 2 * MARGIN ? 'left' : 'middle'
  return left < right ? 'left' : 'right'
}

/** The page with its tables set again; what stands between and below them is moved up or down with them. */
function setAgain(page: Page, grids: readonly Grid[], widths: ReadonlyMap<Grid, number[]>, setting: Setting): Page {
  const taken = new Set([...glyphsOf(grids)].map(placeKey))
  const glyphs: Glyph[] = []
  const rest = page.glyphs.filter((g) => !taken.has(placeKey(g)))
  let shift = 0
  let from = Number.NEGATIVE_INFINITY
  for (const grid of [...grids].sort((a, b) => a.box[1] - b.box[1])) {
    const [x0, top, x1, bottom] = grid.box
    glyphs.push(...rest.filter((g) => g.box[1] >= from && g.box[1] < top).map((g) => moved(g, 0, shift)))
    const own = widths.get(grid)!
    const left = Math.max(MARGIN, (x0 + x1 - own.reduce((a, b) => a + b, 0)) / 2)
    const set = setGrid(grid, { left, top: top + shift, widths: own }, setting)
    glyphs.push(
      ...set.glyphs,
      ...rest.filter((g) => g.box[1] >= top && g.box[1] < bottom).map((g) => moved(g, 0, shift)),
    )
    shift += set.height - (bottom - top)
    from = bottom
  }
  glyphs.push(...rest.filter((g) => g.box[1] >= from).map((g) => moved(g, 0, shift)))
  const [, , x1, y1] = around([...glyphs, { box: [0, 0, page.width, page.height] }])
  return { ...page, glyphs, width: x1, height: y1 }
}

const placeKey = ({ text, box }: Glyph) => `${text} ${box.join(' ')}`

interface At {
  left: number
  top: number
  widths: readonly number[]
}

function setGrid(grid: Grid, { left, top, widths }: At, setting: Setting): { glyphs: Glyph[]; height: number } {
  const contents = contentsOf(grid, setting)
  const xs = sums(left, widths)
  const ys = sums(top, heights(grid, contents, setting))
  const glyphs = contents.flatMap((content) => {
    const { row, rowSpan, col, colSpan } = content.cell
    return put(content, [xs[col]!, ys[row]!, xs[col + colSpan]!, ys[row + rowSpan]!], setting)
  })
  return { glyphs, height: ys.at(-1)! - top }
}

function sums(from: number, parts: readonly number[]): number[] {
  const out = [from]
  for (const part of parts) out.push(out.at(-1)! + part)
  return out
}

function heights(grid: Grid, contents: readonly Content[], { pitch }: Setting): number[] {
  const printed = contents.flatMap((c) => c.lines.flat().map((g) => g.size))
  const size = Math.min(...printed)
  const out = grid.rows.map((r) => (pitch === undefined ? r.y1 - r.y0 : pitch * size))
  for (const { cell, height } of contents.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const wanted = pitch === undefined ? height + 2 : pitch * height
    const now = out.slice(cell.row, cell.row + cell.rowSpan).reduce((a, b) => a + b, 0)
    if (wanted > now) for (let k = cell.row; k < cell.row + cell.rowSpan; k++) out[k]! += (wanted - now) / cell.rowSpan
  }
  return out
}

function put({ lines, place, indent, height }: Content, box: readonly number[], setting: Setting): Glyph[] {
  const [x0, y0, x1, y1] = box as [number, number, number, number]
  const { size } = lines[0]![0]!
  const margin = setting.gutter === undefined ? MARGIN : (setting.gutter * size) / 2
  const step = lines.length > 1 ? (height - size) / (lines.length - 1) : 0
  const first = setting.top ? y0 + 1 + size / 2 : (y0 + y1) / 2 - (step * (lines.length - 1)) / 2
  return lines.flatMap((line, i) => {
    const width = around(line)[2]
    const x = place === 'left' ? x0 + margin + indent : place === 'right' ? x1 - margin - width : (x0 + x1 - width) / 2
    const set = line.map((g) => moved(g, x, first + i * step))
    return setting.leaders && place === 'left' && i === lines.length - 1
      ? [...set, ...dots(set.at(-1)!, x1 - margin)]
      : set
  })
}

/** Dots behind a label, to the end of its column. */
function dots(last: Glyph, to: number): Glyph[] {
  if (!/\p{Script=Han}/u.test(last.text)) return []
  const [, y0, x1, y1] = last.box
  const step = last.size / 2
  const count = Math.max(0, Math.floor((to - x1) / step) - 1)
  return Array.from({ length: count }, (_, i) => ({
    ...last,
    text: '.',
    box: [x1 + step * i, y0, x1 + step * (i + 0.5), y1],
  }))
}
