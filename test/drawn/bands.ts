/** Rows of a table as they are set: their cells, drawn at a place of the page or cut by its end. */
import type { Align, Flow } from './flow.ts'
import type { Look } from './look.ts'
import type { Color } from './pdf.ts'
import type { Rect } from './rulings.ts'
import type { TruthLine } from './table.ts'

/** Height of a line of text as a multiple of its size. */
export const LEADING = 1.25

/** Points that a row without height takes all the same. */
export const FLAT = 2.5

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
}

export interface Band {
  height: number
  boxes: Box[]
}

export function drawBand(flow: Flow, band: Band, look: Look, rects: Rect[], shade: Color | null): void {
  if (shade) {
    const [x0, x1] = [Math.min(...band.boxes.map((b) => b.rect.x0)), Math.max(...band.boxes.map((b) => b.rect.x1))]
    flow.put({ kind: 'box', x0, y0: flow.y, x1, y1: flow.y + band.height, color: shade })
  }
  for (const [i, box] of band.boxes.entries()) {
    const rect = { ...box.rect, y0: box.rect.y0 + flow.y, y1: box.rect.y1 + flow.y }
    rects.push(rect)
    const leading = look.size * LEADING
    const offset = look.uneven === 0 ? 0 : ((i % 3) - 1) * look.uneven
    const block = box.lines.length * leading
    const top = look.top ? rect.y0 + look.padY : (rect.y0 + rect.y1 - block) / 2
    const x =
      box.align === 'left'
        ? rect.x0 + look.padX + box.indent
        : box.align === 'right'
          ? rect.x1 - look.padX
          : (rect.x0 + rect.x1) / 2
    box.lines.forEach((line, k) => {
      const more = shade === DARK ? { color: WHITE } : {}
      flow.line(line, x, top + (k + 0.5) * leading + offset, box.size ?? look.size, box.align, more)
    })
    if (box.truth) flow.truth.push({ ...box.truth, page: flow.page })
  }
  flow.y += band.height
}

export function blankBand(xs: readonly number[], height: number): Band {
  const boxes = xs.slice(1).map((x1, c): Box => {
    const rect = { x0: xs[c]!, y0: 0, x1, y1: height }
    return { rect, lines: [], align: 'left', indent: 0, truth: null }
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
    }))
    return { height, boxes }
  }
  return [part(0, count, true), part(count, most, false)]
}
