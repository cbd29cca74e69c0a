/** What lands on a page when its operators are run, and the state they run in. */
import type { Tilts } from '../tilt.ts'
import type { Box } from '../types.ts'
import type { Matrix } from './matrix.ts'

/** A character as drawn: its em box, turned by `angle` (degrees, clockwise as seen). */
export interface DrawnGlyph {
  text: string
  box: Box
  size: number
  angle: number
  /** Not painted: text render mode 3, or outside what is clipped. */
  hidden: boolean
  /** … for the latter: what is written with it may be seen. */
  clipped: boolean
  /** The area that it was clipped by. */
  clip?: Box
  /** Set on the outermost character that is seen of a text that is cut off. */
  cutOff?: true
  /** … of a name, where the program may have drawn no more of it. */
  mayGoOn?: true
  /** How far from paper its colour is: 0 white, 1 black. */
  ink: number
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
  /** Painted so that it covers what lies below. */
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
  /** Filled outlines with curves, and small pictures painted in a row: letters may be printed as such. */
  outlines: number
  tilts: Tilts
}

export interface PdfGlyph {
  unicode: string
  width: number
  isSpace: boolean
  vmetric?: [number, number, number]
}

export interface PdfFont {
  fontMatrix?: number[]
  vertical?: boolean
}

/** The graphics state. */
export interface State {
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
  /** What is painted is mixed with what lies below: by a blend mode, as a marker does, or through a soft mask. */
  blends: boolean
  isMasked: boolean
  /** What is painted on: the page, a group that is mixed with the page itself, or a note, through whose colour text is seen. */
  surface: 'page' | 'mixed' | 'note'
  lineWidth: number
  /** Around what may be painted; null where all may. */
  clip: Box | null
}

export type Ops = typeof import('pdfjs-dist/legacy/build/pdf.mjs').OPS
