/** Where text is drawn: the pen that operators of text move, and the glyphs it leaves. */
import { memoised } from '../../memo.ts'
import { isShown } from './clip.ts'
import type { Drawing, PdfGlyph, State } from './drawing.ts'
import { applyBox, IDENTITY, type Matrix, multiply, placed } from './matrix.ts'
import { unified } from './radicals.ts'

/** Share of the em above and below the baseline; the same for every font, so that one line is one line. */
const ASCENT = 0.86
const DESCENT = 0.14
/** Most characters are found known by this; the classes below take a hundred times as long. */
function isCommon(text: string): boolean {
  const code = text.charCodeAt(0)
  return text.length === 1 && ((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff))
}
const UNKNOWN = /^[\p{Cc}\p{Co}\ufffd]+$/u

/** A run of text: where its glyphs are drawn, and whether they are seen. */
interface Shown {
  flip: Matrix
  angle: number
  transparent: boolean
  hidden: boolean
  /** Index of its operator. */
  run: number
}

export class TextPen {
  readonly #drawing: Drawing
  #matrix: Matrix = IDENTITY
  /** The product of the text's matrix and the page's, which most runs of text share with the one before. */
  #toPage: { ctm: Matrix; matrix: Matrix } | null = null
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0
  /** How many glyphs had no Unicode. */
  unknown = 0

  constructor(drawing: Drawing) {
    this.#drawing = drawing
  }

  /** A text, or a line of it, begins. */
  begin(matrix: Matrix): void {
    this.#matrix = matrix
    this.#toPage = null
    this.#x = this.#y = this.#lineX = this.#lineY = 0
  }

  move(dx: number, dy: number): void {
    this.#lineX += dx
    this.#lineY += dy
    this.#x = this.#lineX
    this.#y = this.#lineY
  }

  /** `areOff`: whether the layer that is written in is turned off. */
  show(items: readonly (PdfGlyph | number)[], state: State, run: number, areOff: boolean): void {
    if (this.#toPage === null || this.#toPage.ctm !== state.ctm)
      this.#toPage = { ctm: state.ctm, matrix: multiply(state.ctm, this.#matrix) }
    const { direction, mode } = state
    const flip = placed(this.#toPage.matrix, state.hScale * direction, direction, this.#x, this.#y + state.rise)
    // Every glyph of the run is turned and scaled alike.
    const exact = (Math.atan2(flip[1], flip[0]) * 180) / Math.PI
    const isUnpainted = mode === 3 || mode === 7
    // What a scan's text layer is turned by says nothing of the image that is seen.
    if (!isUnpainted) this.#drawing.tilts.add(exact, items.length)
    const transparent = state.fillAlpha === 0 && mode === 0
    const pen = this.#write(items, state, {
      flip,
      angle: Math.round(exact),
      transparent,
      hidden: isUnpainted || areOff,
      run,
    })
    if (state.font.vertical) this.#y += pen
    else this.#x += pen * state.hScale
  }

  /** Leaves the glyphs of a run; how far the pen went. */
  #write(
    items: readonly (PdfGlyph | number)[],
    state: State,
    { flip, angle, transparent, hidden, run }: Shown,
  ): number {
    const { font, size, direction, clip } = state
    const advance = size * (font.fontMatrix?.[0] ?? 0.001)
    const em = Math.abs(size)
    const drawn = em * Math.hypot(flip[2], flip[3])
    const ink = inkOf(state)
    let pen = 0
    for (const item of items) {
      if (typeof item === 'number') {
        pen += ((font.vertical ? 1 : -1) * item * size) / 1000
        continue
      }
      const { unicode } = item
      const common = unicode ? isCommon(unicode) : false
      if (!transparent && unicode && (common || unicode.trim() !== '')) {
        const box = font.vertical
          ? applyBox(flip, -em / 2, pen - em, em / 2, pen)
          : applyBox(flip, pen, -DESCENT * em, pen + item.width * advance, ASCENT * em)
        if (!common && UNKNOWN.test(unicode)) this.unknown++
        const isCut = clip !== null && !isShown(clip, box)
        const text = common ? unicode : unified(unicode)
        this.#drawing.glyphs.push({
          text,
          box,
          size: drawn,
          angle,
          hidden: hidden || isCut,
          clipped: isCut,
          ...(clip === null ? {} : { clip }),
          ink,
          run,
          order: run,
        })
      }
      const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction
      if (font.vertical) pen += (item.vmetric?.[0] ?? -item.width) * advance - spacing
      else pen += item.width * advance + spacing
    }
    return pen
  }
}

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
