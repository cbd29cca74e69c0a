/** pdfjs page → Page: glyphs as they stand on paper, rulings, images. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { DEFAULT_LIMITS, type Elsewhere, inTime, type Limits, within } from '../limits.ts'
import { classify } from './classify.ts'
import { withCutOff } from './cut-off.ts'
import { withoutLetterStrokes } from './letter-strokes.ts'
import type { Drawing, DrawnGlyph } from './operators/drawing.ts'
import { interpret } from './operators/interpret.ts'
import { hasLayers, type IsShown } from './operators/layers.ts'
import type { Matrix } from './operators/matrix.ts'
import { loadPdfjs } from './pdf/pdfjs.ts'
import { withPillars } from './pillars.ts'
import { toRulings } from './rulings.ts'
import { seenText } from './seen-text.ts'
import { medianSize } from './sizes.ts'
import { straightened } from './tilt.ts'
import { withTurned } from './turned-texts.ts'
import type { Box, Page } from './types.ts'

/** Angles other than multiples of 90° within this many degrees are watermarks. */
const UPRIGHT_WITHIN = 3

/**
 * `layers`: which of the document's are shown.
 * @throws JuesuanError too-large or timeout, naming page and limit.
 */
export async function readTextPage(
  proxy: PDFPageProxy,
  limits: Limits = DEFAULT_LIMITS,
  elsewhere?: Elsewhere,
  layers?: () => Promise<IsShown>,
): Promise<Page> {
  const where = `page ${proxy.pageNumber}`
  const { OPS } = await loadPdfjs()
  const viewport = proxy.getViewport({ scale: 1 })
  const list = await inTime(limits, 'pageSeconds', where, proxy.getOperatorList(), elsewhere)
  within(limits, 'operators', list.fnArray.length, where)
  const isShown = layers && hasLayers(list, OPS) ? await layers() : undefined
  const { width, height } = viewport
  const base = viewport.transform as unknown as Matrix
  const drawn = await interpret(proxy, list, OPS, base, isShown)
  // Of a scan the image is what is seen, and it is straightened where it is read.
  const tilt = drawn.images.some((image) => image.upright && isLarge(image, width, height)) ? 0 : drawn.tilts.ofPage
  const drawing =
    tilt === 0 ? drawn : await interpret(proxy, list, OPS, straightened(base, tilt, width, height), isShown)
  within(limits, 'glyphs', drawing.glyphs.length, where)
  within(limits, 'rulings', drawing.shapes.length, where)
  return toPage(drawing, {
    number: proxy.pageNumber,
    width,
    height,
    rotation: (((proxy.rotate % 360) + 360) % 360) as Page['rotation'],
  })
}

/** Share of the page that an image of all of it covers. */
const WHOLE_PAGE = 0.5

function isLarge({ box: [x0, y0, x1, y1] }: { box: Box }, width: number, height: number): boolean {
  return (x1 - x0) * (y1 - y0) > WHOLE_PAGE * width * height
}

type Frame = Pick<Page, 'number' | 'width' | 'height' | 'rotation'>

/** From what was drawn to what is seen: covered and hidden text dropped, doubled text once, content upright. */
export function toPage(drawing: Drawing, frame: Frame): Page {
  const inside = (b: Box) =>
    b[0] + b[2] > 0 && b[1] + b[3] > 0 && b[0] + b[2] < 2 * frame.width && b[1] + b[3] < 2 * frame.height
  const drawn = withCutOff(drawing.glyphs, (g) => g.clipped || !inside(g.box))
  const onPage = drawn.filter((g) => inside(g.box))
  const shown = seenText(onPage, drawing)
  const turn = mainAngle(shown)
  // Hardly a page has any: no letter of the others need be looked at beside its neighbours.
  const hasSlanted = shown.some((g) => !nearRightAngle(g.angle))
  const upright = hasSlanted
    ? shown.filter((g, i) => nearRightAngle(g.angle - turn) && !isInArc(shown, i))
    : shown.filter((g) => nearRightAngle(g.angle - turn))
  const images = drawing.images.map(({ order: _, ...image }) => image)
  const glyphs = withTurned(upright, turn)
  const page: Page = {
    ...frame,
    kind: classify({
      width: frame.width,
      height: frame.height,
      shown: shown.length,
      hidden: onPage.length - shown.length,
      unknown: drawing.unknown,
      outlines: drawing.outlines + images.length,
      texts: shown.map((g) => g.text),
      images,
    }),
    glyphs,
    rulings: toRulings(withoutLetterStrokes(drawing.shapes, glyphs), frame, medianSize(glyphs)),
    images,
  }
  const straight = turn === 0 ? page : turned(page, turn)
  return { ...straight, glyphs: withPillars(straight.glyphs, straight.rulings) }
}

function nearRightAngle(angle: number): boolean {
  const rest = Math.abs(angle) % 90
  return rest <= UPRIGHT_WITHIN || rest >= 90 - UPRIGHT_WITHIN
}

/** Letters of an arc are no further apart than so many times their size, each turned against the next by so many degrees. */
const ARC_STEP = 3
const ARC_TURN = 90

/** The one letter of a seal, among those around its rim, that happens to stand upright. */
function isInArc(glyphs: readonly DrawnGlyph[], i: number): boolean {
  const [before, own, next] = [glyphs[i - 1], glyphs[i]!, glyphs[i + 1]]
  if (!before && !next) return false
  const isSlanted = (g: DrawnGlyph | undefined) => g !== undefined && !nearRightAngle(g.angle) && isNextTo(g, own)
  return isSlanted(before) || isSlanted(next)
}

function isNextTo(a: DrawnGlyph, b: DrawnGlyph): boolean {
  const apart = Math.hypot(a.box[0] + a.box[2] - b.box[0] - b.box[2], a.box[1] + a.box[3] - b.box[1] - b.box[3]) / 2
  const turn = Math.abs(a.angle - b.angle) % 360
  return apart < ARC_STEP * a.size && Math.min(turn, 360 - turn) < ARC_TURN && Math.abs(a.size - b.size) < a.size / 4
}

/** The direction most of the amounts run in, or most of the text, in degrees clockwise: 0, 90, 180 or 270. */
function mainAngle(glyphs: readonly DrawnGlyph[]): 0 | 90 | 180 | 270 {
  // Headers of narrow columns may be turned, and be most of what the last page of a table has; amounts never are.
  const isDigit = (g: DrawnGlyph | undefined) => g !== undefined && /[\d０-９]/.test(g.text)
  const points = glyphs.filter((g, i) => /[.．]/.test(g.text) && isDigit(glyphs[i - 1]) && isDigit(glyphs[i + 1]))
  const votes = new Map<number, number>()
  for (const g of points.length > 0 ? points : glyphs) {
    if (!nearRightAngle(g.angle)) continue
    const quarter = (((Math.round(g.angle / 90) * 90) % 360) + 360) % 360
    votes.set(quarter, (votes.get(quarter) ?? 0) + 1)
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]
  return (best?.[0] ?? 0) as 0 | 90 | 180 | 270
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
