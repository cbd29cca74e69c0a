/** pdfjs page → Page: glyphs as they stand on paper, rulings, images. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { DEFAULT_LIMITS, type Elsewhere, inTime, type Limits, within } from '../limits.ts'
import { classify } from './classify.ts'
import type { Drawing, DrawnGlyph, DrawnShape } from './drawing.ts'
import { interpret } from './interpret.ts'
import type { Matrix } from './matrix.ts'
import { loadPdfjs } from './pdfjs.ts'
import { seenText, THIN } from './seen-text.ts'
import type { Box, Glyph, Page, Ruling } from './types.ts'

/** A ruling is at least this long (points); shorter pieces are dots of a leader or parts of a glyph. */
const SHORTEST = 2
/** Angles other than multiples of 90° within this many degrees are watermarks. */
const UPRIGHT_WITHIN = 3

/** @throws JuesuanError too-large or timeout, naming page and limit. */
export async function readTextPage(
  proxy: PDFPageProxy,
  limits: Limits = DEFAULT_LIMITS,
  elsewhere?: Elsewhere,
): Promise<Page> {
  const where = `page ${proxy.pageNumber}`
  const { OPS } = await loadPdfjs()
  const viewport = proxy.getViewport({ scale: 1 })
  const list = await inTime(limits, 'pageSeconds', where, proxy.getOperatorList(), elsewhere)
  within(limits, 'operators', list.fnArray.length, where)
  const drawing = await interpret(proxy, list, OPS, viewport.transform as unknown as Matrix)
  within(limits, 'glyphs', drawing.glyphs.length, where)
  within(limits, 'rulings', drawing.shapes.length, where)
  return toPage(drawing, {
    number: proxy.pageNumber,
    width: viewport.width,
    height: viewport.height,
    rotation: (((proxy.rotate % 360) + 360) % 360) as Page['rotation'],
  })
}

type Frame = Pick<Page, 'number' | 'width' | 'height' | 'rotation'>

/** From what was drawn to what is seen: covered and hidden text dropped, doubled text once, content upright. */
export function toPage(drawing: Drawing, frame: Frame): Page {
  const inside = (b: Box) =>
    b[0] + b[2] > 0 && b[1] + b[3] > 0 && b[0] + b[2] < 2 * frame.width && b[1] + b[3] < 2 * frame.height
  const onPage = drawing.glyphs.filter((g) => inside(g.box))
  const shown = seenText(onPage, drawing)
  const turn = mainAngle(shown)
  const upright = shown.filter((g) => nearRightAngle(g.angle - turn))
  const thin = THIN * Math.max(1, Math.min(frame.width, frame.height) / USUAL_WIDTH)
  const images = drawing.images.map(({ order: _, ...image }) => image)
  const glyphs: Glyph[] = upright.map((g) => ({ text: g.text, box: g.box, size: g.size, source: 'text' }))
  const page: Page = {
    ...frame,
    kind: classify({
      width: frame.width,
      height: frame.height,
      shown: shown.length,
      hidden: onPage.length - shown.length,
      unknown: drawing.unknown,
      texts: shown.map((g) => g.text),
      images,
    }),
    glyphs,
    rulings: drawing.shapes.flatMap((s) => toRulings(s, thin)),
    images,
  }
  return turn === 0 ? page : turned(page, turn)
}

function nearRightAngle(angle: number): boolean {
  const rest = Math.abs(angle) % 90
  return rest <= UPRIGHT_WITHIN || rest >= 90 - UPRIGHT_WITHIN
}

/** The direction most of the text runs in, in degrees clockwise: 0, 90, 180 or 270. */
function mainAngle(glyphs: readonly DrawnGlyph[]): 0 | 90 | 180 | 270 {
  const votes = new Map<number, number>()
  for (const g of glyphs) {
    if (!nearRightAngle(g.angle)) continue
    const quarter = (((Math.round(g.angle / 90) * 90) % 360) + 360) % 360
    votes.set(quarter, (votes.get(quarter) ?? 0) + 1)
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]
  return (best?.[0] ?? 0) as 0 | 90 | 180 | 270
}

/** Points of the short side of A4: on larger pages rulings are thicker. */
const USUAL_WIDTH = 595

function toRulings(shape: DrawnShape, thin: number): Ruling[] {
  if (shape.invisible) return []
  const x0 = Math.min(shape.box[0], shape.box[2])
  const x1 = Math.max(shape.box[0], shape.box[2])
  const y0 = Math.min(shape.box[1], shape.box[3])
  const y1 = Math.max(shape.box[1], shape.box[3])
  const w = x1 - x0
  const h = y1 - y0
  if (shape.kind === 'segment') {
    if (h <= w * 0.02 || h < 0.5) return ruling('h', (y0 + y1) / 2, x0, x1, shape.thickness)
    if (w <= h * 0.02 || w < 0.5) return ruling('v', (x0 + x1) / 2, y0, y1, shape.thickness)
    return []
  }
  if (shape.filled && h <= thin && w > h) return ruling('h', (y0 + y1) / 2, x0, x1, h)
  if (shape.filled && w <= thin && h > w) return ruling('v', (x0 + x1) / 2, y0, y1, w)
  if (shape.filled) return []
  const t = shape.thickness
  return [
    ...ruling('h', y0, x0, x1, t),
    ...ruling('h', y1, x0, x1, t),
    ...ruling('v', x0, y0, y1, t),
    ...ruling('v', x1, y0, y1, t),
  ]
}

function ruling(axis: 'h' | 'v', at: number, from: number, to: number, thickness: number): Ruling[] {
  return to - from < SHORTEST ? [] : [{ axis, at, from, to, thickness }]
}

/** The page turned so that text which runs at `angle` runs level. */
function turned(page: Page, angle: 90 | 180 | 270): Page {
  const { width: w, height: h } = page
  const point = (x: number, y: number): [number, number] =>
    angle === 90 ? [y, w - x] : angle === 180 ? [w - x, h - y] : [h - y, x]
  const box = (b: Box): Box => {
    const [ax, ay] = point(b[0], b[1])
    const [bx, by] = point(b[2], b[3])
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  }
  return {
    ...page,
    width: angle === 180 ? w : h,
    height: angle === 180 ? h : w,
    rotation: ((page.rotation + 360 - angle) % 360) as Page['rotation'],
    glyphs: page.glyphs.map((g) => ({ ...g, box: box(g.box) })),
    images: page.images.map((i) => ({ ...i, box: box(i.box), upright: false })),
    rulings: page.rulings.map((r) => {
      const b = box(r.axis === 'h' ? [r.from, r.at, r.to, r.at] : [r.at, r.from, r.at, r.to])
      const level = angle === 180 ? r.axis : r.axis === 'h' ? 'v' : 'h'
      return level === 'h'
        ? { ...r, axis: 'h', at: b[1], from: b[0], to: b[2] }
        : { ...r, axis: 'v', at: b[0], from: b[1], to: b[3] }
    }),
  }
}
