/**
 * Runs a page's operator list and notes where glyphs, paths and images land. One pass gives both
 * text and rulings: the glyphs of the operator list carry their Unicode, width and place.
 */
import type { PDFPageProxy } from 'pdfjs-dist'
import { memoisedBy } from '../../memo.ts'
import { decodedImage } from '../picture/decoded.ts'
import { Tilts } from '../tilt.ts'
import type { Box } from '../types.ts'
import { clipped } from './clip.ts'
import type { Drawing, Ops, State } from './drawing.ts'
import { setFont } from './fonts.ts'
import { addDot, addImage } from './images.ts'
import { type IsShown, Layers } from './layers.ts'
import { IDENTITY, type Matrix, multiply } from './matrix.ts'
import { addPath, PATTERN } from './paths.ts'
import { TextPen } from './text-pen.ts'

type PDFOperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

/** As pdfjs hands them over: of each operator others, and null where it has none. */
type Args = PDFOperatorList['argsArray'][number]

/** What the operators of a page work on. */
interface Run {
  page: PDFPageProxy
  ops: Ops
  base: Matrix
  drawing: Drawing
  state: State
  saved: State[]
  pen: TextPen
  layers: Layers
  /** A clipping operator takes effect with the path operator that follows it. */
  clips: boolean
}

/** What one operator does; `order` is its place in the list. */
type Operator = (run: Run, args: Args, order: number) => void | Promise<void>
type Operators = { [name in keyof Ops]?: Operator }

/** `isLayerShown`: asked where the page has layers. */
export async function interpret(
  page: PDFPageProxy,
  { fnArray, argsArray }: PDFOperatorList,
  ops: Ops,
  base: Matrix,
  isLayerShown: IsShown = () => true,
): Promise<Drawing> {
  const drawing: Drawing = { glyphs: [], shapes: [], images: [], unknown: 0, outlines: 0, tilts: new Tilts() }
  const run: Run = {
    page,
    ops,
    base,
    drawing,
    state: { ...INITIAL, ctm: base },
    saved: [],
    pen: new TextPen(drawing),
    layers: new Layers(isLayerShown),
    clips: false,
  }
  const operators = byNumber(ops)
  for (let i = 0; i < fnArray.length; i++) {
    const waited = operators[fnArray[i]!]?.(run, argsArray[i], i)
    if (waited) await waited
  }
  drawing.unknown = drawing.glyphs.length ? run.pen.unknown / drawing.glyphs.length : 0
  return drawing
}

const INITIAL: State = {
  ctm: IDENTITY,
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
  blends: false,
  isMasked: false,
  surface: 'page',
  lineWidth: 1,
  clip: null,
}

/** As pdfjs calls the blend mode that mixes nothing. */
const NORMAL = 'source-over'

function save({ saved, state }: Run): void {
  saved.push({ ...state })
}

function restore(run: Run): void {
  run.state = run.saved.pop() ?? run.state
}

const STATE: Operators = {
  save,
  restore,
  transform: ({ state }, args) => {
    state.ctm = multiply(state.ctm, args as Matrix)
  },
  paintFormXObjectBegin: (run, args) => {
    save(run)
    const { state } = run
    if (args?.[0]) state.ctm = multiply(state.ctm, args[0] as Matrix)
    if (args?.[1]) state.clip = clipped(state, args[1] as ArrayLike<number>)
  },
  paintFormXObjectEnd: restore,
  beginAnnotation: (run, args) => {
    save(run)
    run.state.surface = 'note'
    if (args?.[2]) run.state.ctm = multiply(multiply(run.base, args[2] as Matrix), (args[3] ?? IDENTITY) as Matrix)
  },
  endAnnotation: restore,
  setGState: ({ page, state }, args) => {
    let font: [string, number] | null = null
    for (const [key, value] of args?.[0] ?? []) {
      if (key === 'ca') state.fillAlpha = value
      else if (key === 'CA') state.strokeAlpha = value
      else if (key === 'BM') state.blends = value !== NORMAL
      else if (key === 'SMask') state.isMasked = Boolean(value)
      else if (key === 'LW') state.lineWidth = value
      else if (key === 'Font') font = value
    }
    return font ? setFont(page, state, font[0], font[1]) : undefined
  },
  setLineWidth: ({ state }, args) => {
    state.lineWidth = args[0]
  },
  setFillRGBColor: ({ state }, args) => {
    state.fill = args[0]
  },
  setStrokeRGBColor: ({ state }, args) => {
    state.stroke = args[0]
  },
  setFillColorN: ({ state }) => {
    state.fill = PATTERN
  },
  setStrokeColorN: ({ state }) => {
    state.stroke = PATTERN
  },
}

const TEXT: Operators = {
  beginText: ({ pen }) => pen.begin(IDENTITY),
  setTextMatrix: ({ pen }, args) => pen.begin(args[0] as Matrix),
  setFont: ({ page, state }, args) => setFont(page, state, args[0], args[1]),
  setCharSpacing: ({ state }, args) => {
    state.charSpacing = args[0]
  },
  setWordSpacing: ({ state }, args) => {
    state.wordSpacing = args[0]
  },
  setHScale: ({ state }, args) => {
    state.hScale = args[0] / 100
  },
  setLeading: ({ state }, args) => {
    state.leading = -args[0]
  },
  setTextRise: ({ state }, args) => {
    state.rise = args[0]
  },
  setTextRenderingMode: ({ state }, args) => {
    state.mode = args[0]
  },
  moveText: ({ pen }, args) => pen.move(args[0], args[1]),
  setLeadingMoveText: ({ pen, state }, args) => {
    state.leading = args[1]
    pen.move(args[0], args[1])
  },
  nextLine: ({ pen, state }) => pen.move(0, state.leading),
  showText: ({ pen, state, layers }, args, order) => pen.show(args[0], state, order, layers.areOff),
  showSpacedText: ({ pen, state, layers }, args, order) => pen.show(args[0], state, order, layers.areOff),
}

function clip(run: Run): void {
  run.clips = true
}

const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6]
const SHADING = { kind: 'rect', filled: true, thickness: 0, covers: false, invisible: false } as const

const PAINT: Operators = {
  clip,
  eoClip: clip,
  constructPath: (run, args, order) => {
    const { drawing, state, ops, layers } = run
    if (!layers.areOff) addPath(drawing, state, args, ops, order)
    if (run.clips && args?.[2]) state.clip = clipped(state, args[2] as ArrayLike<number>)
    run.clips = false
  },
  beginMarkedContent: ({ layers }, args) => layers.begin(args),
  beginMarkedContentProps: ({ layers }, args) => layers.begin(args),
  endMarkedContent: ({ layers }) => layers.end(),
  beginGroup: (run, args) => {
    save(run)
    const { state, layers } = run
    layers.beginGroup(args)
    const { matrix, bbox } = args?.[0] ?? {}
    if (bbox) state.clip = clipped({ ...state, ctm: multiply(state.ctm, matrix ?? IDENTITY) }, bbox)
    if (state.blends || state.isMasked || state.fillAlpha < 1) state.surface = 'mixed'
  },
  endGroup: (run) => {
    restore(run)
    run.layers.endGroup()
  },
  shadingFill: ({ drawing, state, layers }, _, order) => {
    if (!layers.areOff) drawing.shapes.push({ ...SHADING, box: state.clip ?? EVERYWHERE, order })
  },
  paintImageXObject: ({ page, drawing, state, layers }, args, order) => {
    if (layers.areOff) return
    const [name, width, height] = [String(args[0]), args[1], args[2]]
    return addImage(drawing, state, { name, width, height, order, decoded: () => decodedImage(page, name) })
  },
  paintInlineImageXObject: ({ drawing, state, layers }, args, order) => {
    if (layers.areOff) return
    const { width = 0, height = 0 } = args[0] ?? {}
    return addImage(drawing, state, { name: '', width, height, order, decoded: async () => args[0] })
  },
  paintImageMaskXObject: ({ drawing, state, layers }, args, order) => {
    if (layers.areOff) return
    const { width = 0, height = 0 } = args[0] ?? {}
    return addImage(drawing, state, { name: '', width, height, order, decoded: 'mask' })
  },
  paintImageMaskXObjectGroup: ({ drawing, layers }, args) => {
    if (!layers.areOff) drawing.outlines += args[0]?.length ?? 0
  },
  paintImageMaskXObjectRepeat: ({ drawing, layers }, args) => {
    if (!layers.areOff) drawing.outlines += (args[5]?.length ?? 0) / 2
  },
  paintSolidColorImageMask: ({ drawing, state, layers }, _, order) => {
    if (!layers.areOff) addDot(drawing, state, order)
  },
}

/** By the numbers that pdfjs gives its operators. */
const byNumber = memoisedBy((ops: Ops): readonly (Operator | undefined)[] => {
  const out: (Operator | undefined)[] = []
  for (const [name, operator] of Object.entries({ ...STATE, ...TEXT, ...PAINT })) out[ops[name as keyof Ops]] = operator
  return out
})
