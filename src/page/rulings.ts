/** From shapes to rulings: strokes, thin rectangles, outlines, white lines between shades, and rows of dots. */
import type { DrawnShape } from './operators/drawing.ts'
import { isArea, SHADE, THIN } from './seen-text.ts'
import type { Box, Page, Ruling } from './types.ts'

/** A ruling is at least this long (points); shorter pieces are parts of a glyph, or dots of a line. */
const SHORTEST = 2
/** Points of the short side of A4: on larger pages all of this is as much larger. */
const USUAL_WIDTH = 595

/** `textSize`: of most of the page's text, points. */
export function toRulings(
  shapes: readonly DrawnShape[],
  { width, height }: Pick<Page, 'width' | 'height'>,
  textSize: number,
): Ruling[] {
  const scale = Math.max(1, Math.min(width, height) / USUAL_WIDTH)
  const thin = Math.min(THIN * scale, SHADE * textSize)
  const shortest = SHORTEST * scale
  const rulings: Ruling[] = []
  const dots: Ruling[] = []
  const white: DrawnShape[] = []
  for (const shape of uncovered(shapes)) {
    if (shape.invisible) white.push(shape)
    else
      for (const ruling of linesOf(shape, thin, shortest))
        (ruling.to - ruling.from < shortest ? dots : rulings).push(ruling)
  }
  const drawn = [
    ...withoutDashes(rulings, scale, textSize),
    ...onShades(white, shapes, thin, scale),
    ...rowsOfDots(dots, scale),
  ]
  return [...drawn, ...aroundShades(shapes, drawn, scale)]
}

/** Without the lines that an area painted later lies over from end to end: nobody sees them. */
function uncovered(shapes: readonly DrawnShape[]): readonly DrawnShape[] {
  const covers = shapes.filter((s) => s.covers && isArea(s))
  if (covers.length === 0) return shapes
  return shapes.filter((s) => isArea(s) || !covers.some((area) => area.order > s.order && isWithin(s, area.box)))
}

/** Whether no part of a line, as thick as it is, is outside an area. */
function isWithin({ box, filled, thickness }: DrawnShape, area: Box): boolean {
  const half = filled ? 0 : thickness / 2
  const [x0, x1] = [Math.min(box[0], box[2]) - half, Math.max(box[0], box[2]) + half]
  const [y0, y1] = [Math.min(box[1], box[3]) - half, Math.max(box[1], box[3]) + half]
  return (
    x0 > Math.min(area[0], area[2]) &&
    x1 < Math.max(area[0], area[2]) &&
    y0 > Math.min(area[1], area[3]) &&
    y1 < Math.max(area[1], area[3])
  )
}

function linesOf({ box, kind, filled, thickness: t }: DrawnShape, thin: number, shortest: number): Ruling[] {
  const x0 = Math.min(box[0], box[2])
  const x1 = Math.max(box[0], box[2])
  const y0 = Math.min(box[1], box[3])
  const y1 = Math.max(box[1], box[3])
  const w = x1 - x0
  const h = y1 - y0
  if (kind === 'segment') {
    if (h <= w * 0.02 || (h < 0.5 && h < w)) return [ruling('h', (y0 + y1) / 2, x0, x1, t)]
    if (w <= h * 0.02 || w < 0.5) return [ruling('v', (x0 + x1) / 2, y0, y1, t)]
    return []
  }
  if (!filled)
    return [
      ruling('h', y0, x0, x1, t),
      ruling('h', y1, x0, x1, t),
      ruling('v', x0, y0, y1, t),
      ruling('v', x1, y0, y1, t),
    ]
  const lines: Ruling[] = []
  // A dot is as wide as it is high, and may be one of a line either way.
  const isDot = w < shortest && h < shortest
  if (h <= thin && (w > h || isDot)) lines.push(ruling('h', (y0 + y1) / 2, x0, x1, h))
  if (w <= thin && (h > w || isDot)) lines.push(ruling('v', (x0 + x1) / 2, y0, y1, w))
  return lines
}

function ruling(axis: 'h' | 'v', at: number, from: number, to: number, thickness: number): Ruling {
  return { axis, at, from, to, thickness }
}

/** White lines that part the shades of cells, and the ends of white areas on them, are seen as well as black lines on paper. */
function onShades(white: readonly DrawnShape[], shapes: readonly DrawnShape[], thin: number, scale: number): Ruling[] {
  const shortest = SHORTEST * scale
  // A white area over a black one leaves rulings at its sides.
  const sidesOf = (s: DrawnShape) =>
    linesOf(s.filled && isArea(s) ? { ...s, filled: false, thickness: 0 } : s, thin, shortest)
  const lines = white.flatMap((shape) =>
    sidesOf(shape).flatMap((r) => (r.to - r.from < shortest ? [] : [{ shape, r }])),
  )
  if (lines.length === 0) return []
  const shades = shapes.filter((s) => s.filled && !s.invisible && isArea(s))
  if (shades.length === 0) return []
  return lines.flatMap(({ shape, r }) =>
    shades.some((s) => s.order < shape.order && holds(s.box, r, scale)) ? [r] : [],
  )
}

/** Shades no further apart than so many points, side by side, are cells; three beside each other are a table. */
const NEXT_CELL = 1

/** The upper and lower sides of cells that are filled each by itself, in a table without rulings between its columns. */
function aroundShades(shapes: readonly DrawnShape[], drawn: readonly Ruling[], scale: number): Ruling[] {
  const boxes = shapes
    .filter((s) => s.filled && !s.invisible && isArea(s))
    .map(({ box: [x0, y0, x1, y1] }): Box => [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)])
  const uprights = drawn.filter((r) => r.axis === 'v')
  // A frame around the table stands at the outer sides of its first and last cells, and parts nothing.
  const isRuled = (box: Box) => {
    const x0 = box[0] + (behindOne.has(box) ? -scale : scale)
    const x1 = box[2] + (withNext.has(box) ? scale : -scale)
    return uprights.some((r) => r.at > x0 && r.at < x1 && r.from < box[3] && r.to > box[1])
  }
  const isNext = (a: Box, b: Box) => Math.abs(a[2] - b[0]) <= NEXT_CELL * scale && a[1] < b[3] && b[1] < a[3]
  const byLeft = boxes.toSorted((a, b) => a[0] - b[0])
  const [withNext, behindOne] = [new Set<Box>(), new Set<Box>()]
  for (const box of boxes)
    for (let i = firstFrom(byLeft, box[2] - NEXT_CELL * scale); i < byLeft.length; i++) {
      const other = byLeft[i]!
      if (other[0] > box[2] + NEXT_CELL * scale) break
      if (!isNext(box, other)) continue
      withNext.add(box)
      behindOne.add(other)
    }
  const free = [...new Set([...withNext, ...behindOne])].filter((box) => !isRuled(box))
  if (!free.some((box) => withNext.has(box) && behindOne.has(box))) return []
  return free.flatMap(([x0, y0, x1, y1]) => [ruling('h', y0, x0, x1, 0), ruling('h', y1, x0, x1, 0)])
}

/** The first of some boxes, left to right, that begins at a place or behind it. */
function firstFrom(boxes: readonly Box[], x: number): number {
  let [low, high] = [0, boxes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (boxes[middle]![0] < x) low = middle + 1
    else high = middle
  }
  return low
}

/** Points by which a line may lie beside the shade that it ends, on a page of usual size. */
const BESIDE = 1

/** Whether a line lies on the shade with a part of it as long as a cell is high. */
function holds(box: Box, { axis, at, from, to }: Ruling, scale: number): boolean {
  const [across, along] =
    axis === 'h'
      ? [
          [box[1], box[3]],
          [box[0], box[2]],
        ]
      : [
          [box[0], box[2]],
          [box[1], box[3]],
        ]
  const beside = BESIDE * scale
  if (at < Math.min(...across) - beside || at > Math.max(...across) + beside) return false
  return Math.min(to, Math.max(...along)) - Math.max(from, Math.min(...along)) > SHORTEST * scale
}

/** Dots of a line are no further apart than so many points, lie as level, and are at least so many … */
const NEXT_DOT = 3
const LEVEL = 0.3
const DOTS = 8
/** … or so many beside others that are lines: the sides of one low cell. */
const FEW_DOTS = 3

/** Rows of short pieces, each drawn by itself: a dotted line as printers get it. */
function rowsOfDots(dots: readonly Ruling[], scale: number): Ruling[] {
  if (dots.length < DOTS) return []
  const rows = inRows(dots, () => NEXT_DOT * scale, scale)
  const least = rows.some((row) => row.length >= DOTS) ? FEW_DOTS : DOTS
  return rows.flatMap((row) => (row.length < least ? [] : [asOne(row)]))
}

/** A dash is at most so many points long, less than a row of text is high, and the next one no further away than it is long. */
const DASH = 8

/** Dashes that are drawn one by one, as browsers do it, made the lines that they are. */
function withoutDashes(rulings: readonly Ruling[], scale: number, textSize: number): Ruling[] {
  const longest = Math.min(DASH * scale, textSize)
  const dashes = rulings.filter((r) => r.to - r.from <= longest)
  if (dashes.length < DOTS) return [...rulings]
  const rows = inRows(dashes, (dash) => dash.to - dash.from, scale).filter((row) => row.length >= FEW_DOTS)
  const joined = new Set(rows.flat())
  return [...rulings.filter((r) => !joined.has(r)), ...rows.map(asOne)]
}

/** Pieces of one line that follow each other, none further from the next than it may be. */
function inRows(pieces: readonly Ruling[], farthest: (piece: Ruling) => number, scale: number): Ruling[][] {
  const rows: Ruling[][] = []
  for (const level of onLevels(pieces, LEVEL * scale)) {
    let end = Number.NEGATIVE_INFINITY
    for (const piece of level) {
      if (piece.from <= end) rows.at(-1)!.push(piece)
      else rows.push([piece])
      end = Math.max(end, piece.to + farthest(piece))
    }
  }
  return rows
}

/** Pieces that lie level, along their line. */
function onLevels(pieces: readonly Ruling[], reach: number): Ruling[][] {
  const levels: Ruling[][] = []
  for (const piece of [...pieces].sort((a, b) => (a.axis === b.axis ? a.at - b.at : a.axis < b.axis ? -1 : 1))) {
    const [first] = levels.at(-1) ?? []
    if (first && first.axis === piece.axis && piece.at - first.at <= reach) levels.at(-1)!.push(piece)
    else levels.push([piece])
  }
  return levels.map((level) => level.sort((a, b) => a.from - b.from))
}

function asOne(row: readonly Ruling[]): Ruling {
  return { ...row[0]!, to: Math.max(...row.map((piece) => piece.to)) }
}
