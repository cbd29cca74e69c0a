/** Rows of a table as they are set: their cells, drawn at a place of the page or cut by its end. */
import type { Align, Flow } from './flow.ts'
import { widthOf } from './font.ts'
import type { Look } from './look.ts'
import type { Color, TextMark } from './pdf.ts'
import type { Rect } from './rulings.ts'
import type { TruthLine } from './table.ts'

/** Height of a line of text as a multiple of its size. */
export const LEADING = 1.25

/** Points that a row without height takes all the same. */
export const FLAT = 2.5
/** … and one that is hidden. */
export const HIDDEN = 0.6

/** Shades of rows, and the letters on the dark one. */
export const LIGHT: Color = [0.9, 0.93, 0.97]
export const DARK: Color = [0.12, 0.25, 0.45]
const WHITE: Color = [1, 1, 1]

/** A cell ready to be drawn: its lines and where they stand. */
export interface Box {
  rect: Rect
  lines: string[]
  /** Where it is not the table's. */
  size?: number
  align: Align
  indent: number
  truth: Omit<TruthLine, 'page'> | null
  /** One cell with that of the row above. */
  down?: true
  /** What runs over the edge is not painted. */
  clipped?: true
  /** A line from corner to corner parts its two texts. */
  slashed?: true
  /** Its lines are the letters of one text that is turned by so many degrees, counterclockwise. */
  turned?: 90 | -90
  /** The mark of a note behind it. */
  noted?: string
  /** What stands at the left of the cell, apart. */
  sign?: string
  /** Its letters stand over the whole width. */
  spread?: true
}

export interface Band {
  height: number
  boxes: Box[]
}

/** Rulings, shades and merged cells of the part of a table that stands on the present page. */
export interface Part {
  header: Rect[]
  body: Rect[]
  /** Cells over several rows: their texts are set when all rows are known. */
  tall: { rect: Rect; box: Box }[]
  /** Heights at which a ruling between two rows may be left out: figures in both show that they are two. */
  joins: number[]
}

/** Whether both rows have a name and two figures, those of one below those of the other. */
export function showsTwo(above: Band | null, below: Band): boolean {
  const isWhole = (b: Box) => b.truth !== null && b.lines.length === 1 && !b.down
  const isName = (b: Box) => b.truth === null && b.lines.some((l) => l !== '') && !b.down
  if (
    !above ||
    ![above, below].every((band) => band.boxes.some(isName) && !band.boxes.some((b) => b.truth && !isWhole(b)))
  )
    return false
  const under = above.boxes.filter((b) => isWhole(b) && below.boxes.some((o) => isWhole(o) && o.rect.x0 === b.rect.x0))
  return under.length > 1
}

export function drawBand(flow: Flow, band: Band, look: Look, part: Part, rects: Rect[], shade: Color | null): void {
  if (shade) {
    const [x0, x1] = [Math.min(...band.boxes.map((b) => b.rect.x0)), Math.max(...band.boxes.map((b) => b.rect.x1))]
    flow.put({ kind: 'box', x0, y0: flow.y, x1, y1: flow.y + band.height, color: shade })
  }
  for (const [i, box] of band.boxes.entries()) {
    const rect = { ...box.rect, y0: box.rect.y0 + flow.y, y1: box.rect.y1 + flow.y }
    if (box.truth) flow.truth.push({ ...box.truth, page: flow.page })
    const above = box.down && part.tall.findLast((t) => t.rect.x0 === rect.x0 && t.rect.y1 > rect.y0 - 0.01)
    if (above) above.rect.y1 = rect.y1
    else {
      rects.push(rect)
      const offset = look.uneven === 0 ? 0 : ((i % 3) - 1) * look.uneven
      if (box.down) part.tall.push({ rect, box })
      else drawBox(flow, box, rect, look, offset, settingOf(box, look, shade))
    }
  }
  flow.y += band.height
}

/** `sign` is set of amounts. */
function settingOf({ sign }: Box, { amountsAs }: Look, shade: Color | null): Partial<TextMark> {
  const color = shade === DARK ? { color: WHITE } : {}
  return sign === undefined || amountsAs === 'text' ? color : { ...color, as: amountsAs }
}

/** Sets the texts of cells over several rows, where there is room for them. */
export function drawTall(flow: Flow, part: Part, look: Look): void {
  for (const { rect, box } of part.tall) {
    const room = Math.floor((rect.y1 - rect.y0 - 2 * look.padY) / (look.size * LEADING) + 0.01)
    if (box.lines.length <= room) drawBox(flow, box, rect, look, 0, {})
  }
}

function drawBox(flow: Flow, box: Box, rect: Rect, look: Look, offset: number, more: Partial<TextMark>): void {
  const leading = look.size * LEADING
  const [left, right] = [rect.x0 + look.padX, rect.x1 - look.padX]
  if (box.slashed) {
    flow.put({ kind: 'rule', ...rect, width: 0.5, as: 'stroke' })
    flow.line(box.lines[0]!, right, rect.y0 + look.padY + leading / 2, look.size, 'right', more)
    flow.line(box.lines[1]!, left, rect.y1 - look.padY - leading / 2, look.size, 'left', more)
    return
  }
  if (box.turned) {
    flow.turned(box.lines.join(''), (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2, look.size, box.turned, more)
    return
  }
  const block = box.lines.length * leading
  const isLow = look.low && box.sign !== undefined
  const top = isLow ? rect.y1 - look.padY - block : look.top ? rect.y0 + look.padY : (rect.y0 + rect.y1 - block) / 2
  const x = box.align === 'left' ? left + box.indent : box.align === 'right' ? right : (rect.x0 + rect.x1) / 2
  const within: TextMark['within'] = [rect.x0, rect.y0, rect.x1, rect.y1]
  if (box.sign) flow.line(box.sign, left, top + leading / 2 + offset, look.size, 'left', more)
  box.lines.forEach((line, k) => {
    const y = top + (k + 0.5) * leading + offset
    const step = (right - left - look.size) / (line.length - 1)
    if (box.spread && step > look.size) {
      for (const [i, letter] of [...line].entries()) flow.line(letter, left + i * step, y, look.size, 'left', more)
      return
    }
    flow.line(line, x, y, box.size ?? look.size, box.align, box.clipped ? { ...more, within } : more)
  })
  if (box.noted && box.lines.length > 0 && !box.clipped && !box.spread) {
    const line = box.lines.at(-1)!
    const width = widthOf(line, box.size ?? look.size)
    const end = box.align === 'left' ? x + width : box.align === 'right' ? x : x + width / 2
    flow.line(box.noted, end, top + (box.lines.length - 0.8) * leading + offset, look.size * 0.55, 'left', more)
  }
}

/** A row without content; or with a text in every cell of which no more is painted than the row is high. */
export function blankBand(xs: readonly number[], height: number, hidden?: string): Band {
  const boxes = xs.slice(1).map((x1, c): Box => {
    const rect = { x0: xs[c]!, y0: 0, x1, y1: height }
    const blank: Box = { rect, lines: [], align: 'left', indent: 0, truth: null }
    return hidden === undefined ? blank : { ...blank, lines: [hidden], clipped: true }
  })
  return { height, boxes }
}

/** The lines of a row that fit into `room`, and the rest; nothing where not one line fits. */
export function cut(band: Band, room: number, look: Look): [Band | null, Band] {
  const count = Math.floor((room - 2 * look.padY) / (look.size * LEADING))
  const most = Math.max(...band.boxes.map((b) => b.lines.length))
  if (count < 1 || count >= most) return [null, band]
  const part = (from: number, to: number, withTruth: boolean): Band => {
    const height = (Math.min(to, most) - from) * look.size * LEADING + 2 * look.padY
    const boxes = band.boxes.map((b) => ({
      ...b,
      rect: { ...b.rect, y1: height },
      lines: b.lines.slice(from, to),
      truth: withTruth ? b.truth : null,
      ...(b.sign !== undefined && !withTruth ? { sign: '' } : {}),
    }))
    return { height, boxes }
  }
  return [part(0, count, true), part(count, most, false)]
}

/** The first row of a header, and the others; null of a header of one, and where the first part of a cell in both has no room for its text. */
export function cutHead({ boxes, height }: Band, look: Look): [Band, Band] | null {
  const at = Math.min(...boxes.map((b) => b.rect.y1))
  const isUpper = (b: Box) => b.rect.y0 < at - 0.01
  const isLower = (b: Box) => b.rect.y1 > at + 0.01
  const fitting = Math.floor((at - 2 * look.padY) / (look.size * LEADING) + 0.01)
  const isTorn = (b: Box) => isUpper(b) && isLower(b) && (b.turned || b.slashed || b.lines.length > fitting)
  if (!boxes.some(isLower) || boxes.some(isTorn)) return null
  const part = (own: readonly Box[], from: number, to: number, of: (b: Box) => string[]): Band => ({
    height: to - from,
    boxes: own.map((b) => {
      const [y0, y1] = [Math.max(b.rect.y0, from) - from, Math.min(b.rect.y1, to) - from]
      return { ...b, rect: { ...b.rect, y0, y1 }, lines: of(b) }
    }),
  })
  return [
    part(boxes.filter(isUpper), 0, at, (b) => b.lines),
    part(boxes.filter(isLower), at, height, (b) => (isUpper(b) ? [] : b.lines)),
  ]
}
