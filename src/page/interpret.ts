/**
 * Runs a page's operator list and notes where glyphs, paths and images land. One pass gives both
 * text and rulings: the glyphs of the operator list carry their Unicode, width and place.
 */
import type { PDFPageProxy } from 'pdfjs-dist'
import { apply, applyBox, IDENTITY, type Matrix, multiply } from './matrix.ts'
import type { Box } from './types.ts'

/** A character as drawn: its em box, turned by `angle` (degrees, clockwise as seen). */
export interface DrawnGlyph {
  text: string
  box: Box
  size: number
  angle: number
  /** Text render mode 3: not painted. */
  hidden: boolean
  /** Index of the show operation: characters of one operation were written together. */
  run: number
  order: number
}

/** A filled or stroked path piece: a segment, or an axis-parallel rectangle. */
export interface DrawnShape {
  kind: 'segment' | 'rect'
  box: Box
  filled: boolean
  thickness: number
  /** Painted so that it covers what lies below: opaque and near white. */
  covers: boolean
  /** Cannot be seen on paper: white or transparent. */
  invisible: boolean
  order: number
}

export interface DrawnImage {
  name: string
  box: Box
  width: number
  height: number
  /** Whether its first row is at the top of the page as shown, neither turned nor mirrored nor slanted. */
  upright: boolean
  order: number
}

export interface Drawing {
  glyphs: DrawnGlyph[]
  shapes: DrawnShape[]
  images: DrawnImage[]
  /** Share of the glyphs whose character is unknown (no Unicode in the font). */
  unknown: number
}

interface PdfGlyph {
  unicode: string
  width: number
  isSpace: boolean
  vmetric?: [number, number, number]
}

interface PdfFont {
  fontMatrix?: number[]
  vertical?: boolean
}

interface State {
  ctm: Matrix
  font: PdfFont
  size: number
  direction: 1 | -1
  charSpacing: number
  wordSpacing: number
  hScale: number
  leading: number
  rise: number
  mode: number
  fill: string
  stroke: string
  fillAlpha: number
  strokeAlpha: number
  lineWidth: number
}

/** Share of the em above and below the baseline; the same for every font, so that one line is one line. */
const ASCENT = 0.86
const DESCENT = 0.14
/** A fill lighter than this (0–255, every channel) cannot be told from paper. */
const PAPER = 250
/** Most characters are found known by this; the classes below take a hundred times as long. */
const COMMON = /^[!-~\u4e00-\u9fff]$/
const UNKNOWN = /^[\p{Cc}\p{Co}\ufffd]+$/u

type PDFOperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>
type Ops = typeof import('pdfjs-dist/legacy/build/pdf.mjs').OPS

export async function interpret(page: PDFPageProxy, list: PDFOperatorList, ops: Ops, base: Matrix): Promise<Drawing> {
  const drawing: Drawing = { glyphs: [], shapes: [], images: [], unknown: 0 }
  const stack: State[] = []
  let state: State = {
    ctm: base,
    font: {},
    size: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
  }
  let textMatrix: Matrix = IDENTITY
  let x = 0
  let y = 0
  let lineX = 0
  let lineY = 0
  let unknown = 0

  const save = () => stack.push({ ...state })
  const restore = () => {
    const last = stack.pop()
    if (last) state = last
  }
  const moveText = (dx: number, dy: number) => {
    lineX += dx
    lineY += dy
    x = lineX
    y = lineY
  }
  const show = (items: readonly (PdfGlyph | number)[], run: number) => {
    const { font, size, direction } = state
    const fontMatrix = font.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0]
    const advance = size * (fontMatrix[0] ?? 0.001)
    const scaleX = state.hScale * direction
    const em = Math.abs(size)
    const flip = multiply(state.ctm, multiply(textMatrix, [scaleX, 0, 0, direction, x, y + state.rise]))
    // Every glyph of the run is turned and scaled alike.
    const angle = Math.round((Math.atan2(flip[1], flip[0]) * 180) / Math.PI)
    const drawn = em * Math.hypot(flip[2], flip[3])
    const hidden = state.mode === 3 || state.mode === 7
    const transparent = state.fillAlpha === 0 && state.mode === 0
    let pen = 0
    for (const item of items) {
      if (typeof item === 'number') {
        pen += ((font.vertical ? 1 : -1) * item * size) / 1000
        continue
      }
      const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction
      if (!transparent && item.unicode && item.unicode.trim() !== '') {
        const w = item.width * advance
        const [gx0, gy0, gx1, gy1] = font.vertical
          ? [-em / 2, pen - em, em / 2, pen]
          : [pen, -DESCENT * em, pen + w, ASCENT * em]
        const box = applyBox(flip, gx0, gy0, gx1, gy1)
        if (!COMMON.test(item.unicode) && UNKNOWN.test(item.unicode)) unknown++
        drawing.glyphs.push({ text: item.unicode, box, size: drawn, angle, hidden, run, order: run })
      }
      if (font.vertical) pen += (item.vmetric?.[0] ?? -item.width) * advance - spacing
      else pen += item.width * advance + spacing
    }
    if (font.vertical) y += pen
    else x += pen * state.hScale
  }

  const { fnArray, argsArray } = list
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i]
    switch (fnArray[i]) {
      case ops.save:
        save()
        break
      case ops.restore:
        restore()
        break
      case ops.transform:
        state.ctm = multiply(state.ctm, args as unknown as Matrix)
        break
      case ops.paintFormXObjectBegin:
        save()
        if (args?.[0]) state.ctm = multiply(state.ctm, args[0] as Matrix)
        break
      case ops.paintFormXObjectEnd:
        restore()
        break
      case ops.beginAnnotation:
        save()
        if (args?.[2]) state.ctm = multiply(multiply(base, args[2] as Matrix), (args[3] ?? IDENTITY) as Matrix)
        break
      case ops.endAnnotation:
        restore()
        break
      case ops.setGState:
        for (const [key, value] of args?.[0] ?? []) {
          if (key === 'ca') state.fillAlpha = value
          else if (key === 'CA') state.strokeAlpha = value
          else if (key === 'LW') state.lineWidth = value
          else if (key === 'Font') setFont(state, await getFont(page, value[0]), value[1])
        }
        break
      case ops.setLineWidth:
        state.lineWidth = args[0]
        break
      case ops.setFillRGBColor:
        state.fill = args[0]
        break
      case ops.setStrokeRGBColor:
        state.stroke = args[0]
        break
      case ops.setFillColorN:
        state.fill = 'pattern'
        break
      case ops.setStrokeColorN:
        state.stroke = 'pattern'
        break
      case ops.beginText:
        textMatrix = IDENTITY
        x = y = lineX = lineY = 0
        break
      case ops.setFont:
        setFont(state, await getFont(page, args[0]), args[1])
        break
      case ops.setCharSpacing:
        state.charSpacing = args[0]
        break
      case ops.setWordSpacing:
        state.wordSpacing = args[0]
        break
      case ops.setHScale:
        state.hScale = args[0] / 100
        break
      case ops.setLeading:
        state.leading = -args[0]
        break
      case ops.setTextRise:
        state.rise = args[0]
        break
      case ops.setTextRenderingMode:
        state.mode = args[0]
        break
      case ops.setTextMatrix:
        textMatrix = args[0] as Matrix
        x = y = lineX = lineY = 0
        break
      case ops.moveText:
        moveText(args[0], args[1])
        break
      case ops.setLeadingMoveText:
        state.leading = args[1]
        moveText(args[0], args[1])
        break
      case ops.nextLine:
        moveText(0, state.leading)
        break
      case ops.showText:
      case ops.showSpacedText:
        show(args[0], i)
        break
      case ops.constructPath:
        addPath(drawing, state, args, ops, i)
        break
      case ops.paintImageXObject:
        addImage(drawing, state, String(args[0]), args[1], args[2], i)
        break
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject:
        addImage(drawing, state, '', args[0]?.width ?? 0, args[0]?.height ?? 0, i)
        break
    }
  }
  drawing.unknown = drawing.glyphs.length ? unknown / drawing.glyphs.length : 0
  return drawing
}

function setFont(state: State, font: PdfFont, size: number): void {
  state.font = font
  state.direction = size < 0 ? -1 : 1
  state.size = Math.abs(size)
}

async function getFont(page: PDFPageProxy, name: string): Promise<PdfFont> {
  const objs = page.commonObjs as {
    has(id: string): boolean
    get(id: string, callback?: (v: unknown) => void): unknown
  }
  if (objs.has(name)) return objs.get(name) as PdfFont
  return new Promise((resolve) => objs.get(name, (font) => resolve(font as PdfFont)))
}

function isPaper(color: string): boolean {
  const match = /^#(..)(..)(..)$/.exec(color)
  return match ? match.slice(1).every((c) => Number.parseInt(c, 16) >= PAPER) : false
}

/** An image whose edges rise by less than one in so many is level. */
const SLANT = 500

function addImage(d: Drawing, state: State, name: string, width: number, height: number, order: number): void {
  const [a, b, c, e] = state.ctm
  const slant = Math.abs(a) / SLANT
  const upright = a > 0 && e < 0 && Math.abs(b) < slant && Math.abs(c) < slant
  d.images.push({ name, box: applyBox(state.ctm, 0, 0, 1, 1), width, height, upright, order })
}

const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4

/** Splits a path into straight segments and axis-parallel rectangles. Curves break the chain. */
function addPath(d: Drawing, state: State, args: readonly unknown[], ops: Ops, order: number): void {
  const paint = args[0] as number
  const filled = paint === ops.fill || paint === ops.eoFill || paint === ops.fillStroke || paint === ops.eoFillStroke
  const both =
    paint === ops.fillStroke ||
    paint === ops.eoFillStroke ||
    paint === ops.closeFillStroke ||
    paint === ops.closeEOFillStroke
  const stroked = both || paint === ops.stroke || paint === ops.closeStroke
  if (!filled && !stroked && !both) return
  const data = (args[1] as ArrayLike<number>[] | null)?.[0]
  if (!data) return
  const white = isPaper(state.fill)
  const base = {
    covers: (filled || both) && white && state.fillAlpha === 1,
    invisible: filled || both ? white || state.fillAlpha === 0 : isPaper(state.stroke) || state.strokeAlpha === 0,
    order,
  }
  const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]))
  const thickness = state.lineWidth * scale
  const closes = paint === ops.closeStroke || paint === ops.closeFillStroke || paint === ops.closeEOFillStroke
  for (const points of subpaths(data, closes)) {
    const mapped = points.map(([px, py]) => apply(state.ctm, px, py))
    const rect = asRect(mapped) ?? (filled || both ? asBar(mapped) : null)
    if (rect) d.shapes.push({ kind: 'rect', box: rect, filled: filled || both, thickness, ...base })
    else if (stroked)
      for (let k = 1; k < mapped.length; k++) {
        const [a, b] = [mapped[k - 1]!, mapped[k]!]
        d.shapes.push({ kind: 'segment', box: [a[0], a[1], b[0], b[1]], filled: false, thickness, ...base })
      }
  }
}

function subpaths(data: ArrayLike<number>, closes: boolean): [number, number][][] {
  const out: [number, number][][] = []
  let current: [number, number][] = []
  const flush = () => {
    if (current.length > 1) out.push(current)
    current = []
  }
  for (let i = 0; i < data.length; ) {
    const op = data[i++]
    if (op === MOVE) {
      flush()
      current = [[data[i]!, data[i + 1]!]]
      i += 2
    } else if (op === LINE) {
      current.push([data[i]!, data[i + 1]!])
      i += 2
    } else if (op === CURVE || op === QUADRATIC) {
      flush()
      i += op === CURVE ? 6 : 4
      current = [[data[i - 2]!, data[i - 1]!]]
    } else if (op === CLOSE) {
      if (current[0] && current.length > 1) current.push([...current[0]])
    } else break
  }
  if (closes && current[0] && current.length > 2) current.push([...current[0]])
  flush()
  return out
}

/** A filled outline this thin (points) is a bar whatever its ends look like: borders are often drawn mitred. */
const BAR = 3

function asBar(points: [number, number][]): [number, number, number, number] | null {
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const box: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return Math.min(box[2] - box[0], box[3] - box[1]) <= BAR ? box : null
}

/** The bounding box of four or five points that form an axis-parallel rectangle, else null. */
function asRect(points: [number, number][]): [number, number, number, number] | null {
  if (points.length < 4 || points.length > 6) return null
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const box: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const near = (a: number, b: number) => Math.abs(a - b) < 0.05
  const corners = points.every(
    ([px, py]) => (near(px, box[0]) || near(px, box[2])) && (near(py, box[1]) || near(py, box[3])),
  )
  const sides = points.every((p, k) => {
    const q = points[(k + 1) % points.length]!
    return near(p[0], q[0]) || near(p[1], q[1])
  })
  return corners && sides ? box : null
}
