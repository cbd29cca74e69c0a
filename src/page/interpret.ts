/**
 * Runs a page's operator list and notes where glyphs, paths and images land. One pass gives both
 * text and rulings: the glyphs of the operator list carry their Unicode, width and place.
 */
import type { PDFPageProxy } from 'pdfjs-dist'
import { memoised } from '../memo.ts'
import { clipped, isShown } from './clip.ts'
import type { Drawing, Ops, PdfGlyph, State } from './drawing.ts'
import { setFont } from './fonts.ts'
import { addDot, addImage } from './images.ts'
import { type IsShown, Layers } from './layers.ts'
import { applyBox, IDENTITY, type Matrix, multiply, placed } from './matrix.ts'
import { addPath } from './paths.ts'
import { decodedImage } from './picture/decoded.ts'
import { unified } from './radicals.ts'
import { Tilts } from './tilt.ts'
import type { Box } from './types.ts'

/** Share of the em above and below the baseline; the same for every font, so that one line is one line. */
const ASCENT = 0.86
const DESCENT = 0.14
/** Most characters are found known by this; the classes below take a hundred times as long. */
function isCommon(text: string): boolean {
  const code = text.charCodeAt(0)
  return text.length === 1 && ((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff))
}
const UNKNOWN = /^[\p{Cc}\p{Co}\ufffd]+$/u

type PDFOperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

/** `isLayerShown`: asked where the page has layers. */
export async function interpret(
  page: PDFPageProxy,
  list: PDFOperatorList,
  ops: Ops,
  base: Matrix,
  isLayerShown: IsShown = () => true,
): Promise<Drawing> {
  const drawing: Drawing = { glyphs: [], shapes: [], images: [], unknown: 0, tilts: new Tilts() }
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
    clip: null,
  }
  /** A clipping operator takes effect with the path operator that follows it. */
  let clips = false
  let textMatrix: Matrix = IDENTITY
  /** The product of the two, which most runs of text share with the one before. */
  let textToPage: { ctm: Matrix; matrix: Matrix } | null = null
  let x = 0
  let y = 0
  let lineX = 0
  let lineY = 0
  let unknown = 0
  const layers = new Layers(isLayerShown)

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
    if (textToPage === null || textToPage.ctm !== state.ctm)
      textToPage = { ctm: state.ctm, matrix: multiply(state.ctm, textMatrix) }
    const flip = placed(textToPage.matrix, scaleX, direction, x, y + state.rise)
    // Every glyph of the run is turned and scaled alike.
    const exact = (Math.atan2(flip[1], flip[0]) * 180) / Math.PI
    const angle = Math.round(exact)
    const drawn = em * Math.hypot(flip[2], flip[3])
    const hidden = state.mode === 3 || state.mode === 7
    // What a scan's text layer is turned by says nothing of the image that is seen.
    if (!hidden) drawing.tilts.add(exact, items.length)
    const transparent = state.fillAlpha === 0 && state.mode === 0
    const ink = inkOf(state)
    const { clip } = state
    let pen = 0
    for (const item of items) {
      if (typeof item === 'number') {
        pen += ((font.vertical ? 1 : -1) * item * size) / 1000
        continue
      }
      const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction
      const { unicode } = item
      const common = unicode ? isCommon(unicode) : false
      if (!transparent && unicode && (common || unicode.trim() !== '')) {
        const w = item.width * advance
        const box = font.vertical
          ? applyBox(flip, -em / 2, pen - em, em / 2, pen)
          : applyBox(flip, pen, -DESCENT * em, pen + w, ASCENT * em)
        if (!common && UNKNOWN.test(unicode)) unknown++
        const isCut = clip !== null && !isShown(clip, box)
        drawing.glyphs.push({
          text: common ? unicode : unified(unicode),
          box,
          size: drawn,
          angle,
          hidden: hidden || layers.areOff || isCut,
          clipped: isCut,
          ink,
          run,
          order: run,
        })
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
        if (args?.[1]) state.clip = clipped(state, args[1] as ArrayLike<number>)
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
          else if (key === 'Font') await setFont(page, state, value[0], value[1])
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
        textToPage = null
        x = y = lineX = lineY = 0
        break
      case ops.setFont:
        await setFont(page, state, args[0], args[1])
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
        textToPage = null
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
      case ops.clip:
      case ops.eoClip:
        clips = true
        break
      case ops.constructPath:
        if (!layers.areOff) addPath(drawing, state, args, ops, i)
        if (clips && args?.[2]) state.clip = clipped(state, args[2] as ArrayLike<number>)
        clips = false
        break
      case ops.beginMarkedContent:
      case ops.beginMarkedContentProps:
        layers.begin(args)
        break
      case ops.endMarkedContent:
        layers.end()
        break
      case ops.shadingFill:
        if (!layers.areOff) drawing.shapes.push({ ...SHADING, box: state.clip ?? EVERYWHERE, order: i })
        break
      case ops.paintImageXObject:
        if (!layers.areOff) {
          const [name, width, height] = [String(args[0]), args[1], args[2]]
          await addImage(drawing, state, { name, width, height, order: i, decoded: () => decodedImage(page, name) })
        }
        break
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject:
        if (!layers.areOff) {
          const { width = 0, height = 0 } = args[0] ?? {}
          const decoded = fnArray[i] === ops.paintInlineImageXObject ? async () => args[0] : 'mask'
          await addImage(drawing, state, { name: '', width, height, order: i, decoded })
        }
        break
      case ops.paintSolidColorImageMask:
        if (!layers.areOff) addDot(drawing, state, i)
        break
    }
  }
  drawing.unknown = drawing.glyphs.length ? unknown / drawing.glyphs.length : 0
  return drawing
}

const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6]
const SHADING = { kind: 'rect', filled: true, thickness: 0, covers: false, invisible: false } as const

/** How far from paper the text is drawn, 0–1; text that is outlined as well is as dark as its outline. */
function inkOf({ mode, fill, fillAlpha, stroke, strokeAlpha }: State): number {
  const filled = darkness(fill) * fillAlpha
  const outlined = darkness(stroke) * strokeAlpha
  return mode % 4 === 0 ? filled : mode % 4 === 1 ? outlined : Math.max(filled, outlined)
}

/** Of a colour as pdfjs writes it, #rrggbb; a pattern is as dark as can be. */
const darkness = memoised((color) => {
  if (!color.startsWith('#')) return 1
  const rgb = Number.parseInt(color.slice(1), 16)
  return 1 - (0.3 * (rgb >> 16) + 0.59 * ((rgb >> 8) & 255) + 0.11 * (rgb & 255)) / 255
})
