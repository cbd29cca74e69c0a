/** Marks on pages → the bytes of a PDF. Everything is written by hand, so that every way of drawing can be had. */
import { PDFDocument, PDFName } from 'pdf-lib'
import { annotate } from './annotations.ts'
import { type Face, faceOf, type Lettering } from './faces.ts'
import { widthOf } from './font.ts'
import { LAYER_OFF, layersOf } from './layers.ts'
import { packed, packReproducibly } from './packed.ts'
import { finer, matrix, n } from './placing.ts'

/** A text on one line; `x`, `y` in points from the top left of the page, `y` of its baseline. */
export interface TextMark {
  kind: 'text'
  text: string
  x: number
  y: number
  size: number
  color?: Color
  /** Degrees, counterclockwise. */
  angle?: number
  hidden?: boolean
  /** Drawn within a clipping path that leaves nothing of it. */
  clipped?: boolean
  /** What is painted of it lies within: x0, y0, x1, y1. */
  within?: readonly [number, number, number, number]
  /** In a layer that is turned off. */
  off?: true
  /** No part of the content, but filled into a field of a form, or written on the page as a note. */
  as?: 'field' | 'note'
}

/** A ruling from one point to another. */
export interface RuleMark {
  kind: 'rule'
  x0: number
  y0: number
  x1: number
  y1: number
  width: number
  color?: Color
  /** Stroked, a thin filled rectangle, or an image or a mask of one dot, drawn out. */
  as: 'stroke' | 'bar' | 'image' | 'mask'
  dash?: readonly number[]
}

/** A filled area, or an outlined one. */
export interface BoxMark {
  kind: 'box'
  x0: number
  y0: number
  x1: number
  y1: number
  color: Color
  outline?: number
}

export type Mark = TextMark | RuleMark | BoxMark
/** Red, green, blue, 0–1. */
export type Color = readonly [number, number, number]

export interface DrawnPage {
  width: number
  height: number
  marks: Mark[]
}

/** How all texts are written. */
export interface Writing {
  /** A show operation a text, one a character, or with adjustments between characters. */
  by: 'text' | 'character' | 'kerning' | 'line'
  /** Figures and letters of Latin script stand a little below those of Han, in a run of their own. */
  scriptsApart: boolean
  /** Blanks stand before and behind every text. */
  blanks: boolean
  /** Share of their width that letters are squeezed to, 0–1. */
  squeezed: number
  /** Fake bold: everything twice, a hair apart, or filled and outlined. */
  bold: 'none' | 'twice' | 'outlined'
  /** A share of the texts has a line below it, 0–1. */
  underlined: number
  letters: Lettering
  /** The same bytes on every machine, in more time. */
  reproducible: boolean
}

/** How pages are put on paper; it must not change what is read. */
export interface Paper {
  /** /Rotate of the page; the content is turned against it, so that it shows upright, unless `lying`. */
  turn: 0 | 90 | 180 | 270
  /** The content is turned, and no /Rotate says so. */
  lying: boolean
  /** Points that the CropBox stands off the origin. */
  crop: number
  userUnit: number
  scale: number
  /** How many units of the content are a point. */
  fine: number
  /** The content is a form that the page shows. */
  form: boolean
}

export const PLAIN_WRITING: Writing = {
  by: 'text',
  scriptsApart: false,
  blanks: false,
  squeezed: 1,
  bold: 'none',
  underlined: 0,
  letters: 'embedded',
  reproducible: false,
}
export const PLAIN_PAPER: Paper = { turn: 0, lying: false, crop: 0, userUnit: 1, scale: 1, fine: 1, form: false }

const BLACK: Color = [0, 0, 0]

export async function toPdf(
  pages: readonly DrawnPage[],
  title: string,
  writing: Writing = PLAIN_WRITING,
  paper: Paper = PLAIN_PAPER,
): Promise<Uint8Array> {
  const chars = pages.flatMap((p) => p.marks.flatMap((m) => (m.kind === 'text' ? [...m.text] : [])))
  const doc = await PDFDocument.create({ updateMetadata: false })
  if (writing.reproducible) packReproducibly(doc.context)
  doc.setTitle(title)
  doc.setProducer('juesuan test/drawn')
  if (writing.blanks) chars.push(' ')
  const face = await faceOf(doc.context, chars, writing.letters)
  const layers = layersOf(doc, pages)
  for (const page of pages) {
    const sideways = paper.turn % 180 !== 0
    const k = paper.scale / paper.userUnit
    const [w, h] = [page.width * k, page.height * k]
    const c = paper.crop
    const [boxW, boxH] = sideways ? [h, w] : [w, h]
    const leaf = doc.addPage([boxW + 2 * c, boxH + 2 * c])
    if (c > 0) leaf.setCropBox(c, c, boxW, boxH)
    if (paper.turn !== 0 && !paper.lying) leaf.node.set(PDFName.of('Rotate'), doc.context.obj(paper.turn))
    if (paper.userUnit !== 1) leaf.node.set(PDFName.of('UserUnit'), doc.context.obj(paper.userUnit))
    const whole = finer(page, paper.fine)
    const place = matrix(paper.turn, w, h, k / paper.fine, c)
    const fine = { ...whole, marks: whole.marks.filter((m) => m.kind !== 'text' || m.as === undefined) }
    annotate(doc, leaf, whole, { place, fonts: face.fonts, write: (m) => writeText(m, whole, face, writing) })
    const content = [
      `q ${place.map(n).join(' ')} cm`,
      ...(writing.by === 'line' ? inLines(fine, face) : fine.marks.map((m) => write(m, fine, face, writing))),
      'Q',
    ].join('\n')
    const resources = { Font: face.fonts, ...layers }
    if (paper.form) {
      const head = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, boxW + 2 * c, boxH + 2 * c], Resources: resources }
      const form = doc.context.register(packed(doc.context, content, head))
      leaf.node.set(PDFName.of('Contents'), doc.context.register(packed(doc.context, 'q /X Do Q')))
      leaf.node.set(PDFName.of('Resources'), doc.context.obj({ XObject: { X: form } }))
      continue
    }
    leaf.node.set(PDFName.of('Contents'), doc.context.register(packed(doc.context, content)))
    leaf.node.set(PDFName.of('Resources'), doc.context.obj(resources))
  }
  return doc.save()
}

/** Of one dot: black, or where the colour goes. */
const DOTS = { image: '/CS /G /BPC 8 /F /AHx', mask: '/IM true /BPC 1 /F /AHx' }

function write(mark: Mark, page: DrawnPage, face: Face, writing: Writing): string {
  if (mark.kind === 'text') return writeText(mark, page, face, writing)
  const color = (mark.color ?? BLACK).map(n).join(' ')
  const [y0, y1] = [page.height - mark.y1, page.height - mark.y0]
  if (mark.kind === 'box') {
    const rect = `${n(mark.x0)} ${n(y0)} ${n(mark.x1 - mark.x0)} ${n(y1 - y0)} re`
    return mark.outline === undefined ? `${color} rg ${rect} f` : `${color} RG ${n(mark.outline)} w ${rect} S`
  }
  if (mark.as !== 'stroke') {
    const half = mark.width / 2
    const level = mark.y0 === mark.y1
    const [dx, dy] = level ? [0, half] : [half, 0]
    const [x, y, w, h] = [mark.x0 - dx, y0 - dy, mark.x1 - mark.x0 + 2 * dx, y1 - y0 + 2 * dy].map(n)
    if (mark.as === 'bar') return `${color} rg ${x} ${y} ${w} ${h} re f`
    return `q ${color} rg ${w} 0 0 ${h} ${x} ${y} cm BI /W 1 /H 1 ${DOTS[mark.as]} ID 00> EI Q`
  }
  const dash = `[${(mark.dash ?? []).map(n).join(' ')}] 0 d`
  return `${color} RG ${n(mark.width)} w ${dash} ${n(mark.x0)} ${n(y1)} m ${n(mark.x1)} ${n(y0)} l S`
}

/** Points between the two drawings of a fake bold letter. */
const BOLD = 0.3

/** Texts that follow each other on one line in one show operation, with the room between them. */
function inLines(page: DrawnPage, face: Face): string[] {
  const out: string[] = []
  let line: TextMark[] = []
  const flush = () => {
    if (line.length > 0) out.push(writeLine(line, page, face))
    line = []
  }
  for (const mark of page.marks) {
    const isPlain = mark.kind === 'text' && !mark.angle && !mark.hidden && !mark.clipped && !mark.within && !mark.off
    const last = line.at(-1)
    if (!isPlain || (last && (last.y !== mark.y || last.size !== mark.size || last.color !== mark.color))) flush()
    if (isPlain) line.push(mark)
    else out.push(write(mark, page, face, PLAIN_WRITING))
  }
  flush()
  return out
}

function writeLine(line: readonly TextMark[], page: DrawnPage, face: Face): string {
  const { x, y, size, color = BLACK } = line[0]!
  let pen = x
  const shows = line.map((m) => {
    const move = ((pen - m.x) * 1000) / size
    pen = m.x + widthOf(m.text, size)
    return `${n(move)} <${[...m.text].map((c) => face.codeOf(c).hex).join('')}>`
  })
  const place = `1 0 0 1 ${n(x)} ${n(page.height - y)} Tm`
  return `BT ${color.map(n).join(' ')} rg /${Object.keys(face.fonts)[0]} ${n(size)} Tf 0 Tr ${place} [${shows.join(' ')}] TJ ET`
}

/** How far figures stand below the letters of Han, as a share of their size. */
const LOWER = 0.1

function writeText(mark: TextMark, page: DrawnPage, face: Face, writing: Writing): string {
  if (mark.off) return `${LAYER_OFF} BDC ${writeText({ ...mark, off: undefined }, page, face, writing)} EMC`
  if (writing.scriptsApart && !mark.angle && /\p{Script=Han}/u.test(mark.text) && /[!-~]/.test(mark.text)) {
    let { x } = mark
    const out: string[] = []
    for (const text of mark.text.match(/[!-~]+|[^!-~]+/g) ?? []) {
      const y = /[!-~]/.test(text) ? mark.y + LOWER * mark.size : mark.y
      out.push(writeRun({ ...mark, text, x, y }, page, face, writing))
      x += widthOf(text, mark.size)
    }
    return out.join('\n')
  }
  return writeRun(mark, page, face, writing)
}

const BLANKS = '  '

function writeRun(mark: TextMark, page: DrawnPage, face: Face, writing: Writing): string {
  const { y, size, angle = 0 } = mark
  const isBlank = writing.blanks && angle === 0
  const text = isBlank ? BLANKS + mark.text + BLANKS : mark.text
  const squeezed = angle === 0 ? writing.squeezed : 1
  const x = mark.x - (isBlank ? squeezed * widthOf(BLANKS, size) : 0)
  const color = (mark.color ?? BLACK).map(n).join(' ')
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const [first] = Object.keys(face.fonts)
  const at = (dx: number, show: string) =>
    `${n(cos)} ${n(sin)} ${n(-sin)} ${n(cos)} ${n(x + dx * cos)} ${n(page.height - y + dx * sin)} Tm ${show}`
  const once = (dx: number): string => {
    if (writing.by !== 'character') return at(dx, show(text, size, face, writing.by === 'kerning'))
    let pen = dx
    const shows: string[] = []
    for (const char of text) {
      if (char !== ' ') shows.push(at(pen, show(char, size, face, false)))
      pen += squeezed * widthOf(char, size)
    }
    return shows.join(' ')
  }
  const twice = writing.bold === 'twice' ? ` ${once(BOLD)}` : ''
  const mode = mark.hidden ? 3 : writing.bold === 'outlined' ? 2 : 0
  const outline = mode === 2 ? `${color} RG ${n(size / 40)} w ` : ''
  const scale = squeezed === 1 ? '' : `${n(100 * squeezed)} Tz `
  const shows = `${once(0)}${twice}${scale === '' ? '' : ' 100 Tz'}`
  const written = `BT ${outline}${color} rg /${first} ${n(size)} Tf ${mode} Tr ${scale}${shows} ET`
  if (mark.clipped) return `q 0 0 1 1 re W n ${written} Q`
  if (!mark.within) return mark.hidden || angle !== 0 ? written : `${written}${underline(mark, page, writing)}`
  const [x0, y0, x1, y1] = mark.within
  return `q ${n(x0)} ${n(page.height - y1)} ${n(x1 - x0)} ${n(y1 - y0)} re W n ${written} Q`
}

/** Share of its size that a line stands below a text's base line. */
const BELOW_BASE = 0.1

/** The line below a text, if it is one of those that have one. */
function underline({ text, x, y, size, color }: TextMark, page: DrawnPage, { underlined, squeezed }: Writing): string {
  // Watermarks and seals have none. By place: the same in every run.
  if (color || (Math.round(x * 37 + y * 101) % 100) / 100 >= underlined) return ''
  const level = n(page.height - y - BELOW_BASE * size)
  return ` ${n(size / 20)} w ${n(x)} ${level} m ${n(x + squeezed * widthOf(text, size))} ${level} l S`
}

/** Show operators for a text; where its letters are in several fonts, each stretch in its own. */
function show(text: string, size: number, face: Face, kerning: boolean): string {
  const stretches: { font: string; hexes: string[] }[] = []
  for (const { font, hex } of [...text].map((c) => face.codeOf(c))) {
    const last = stretches.at(-1)
    if (last?.font === font) last.hexes.push(hex)
    else stretches.push({ font, hexes: [hex] })
  }
  const several = Object.keys(face.fonts).length > 1
  return stretches
    .map(({ font, hexes }) => {
      const shown = kerning
        ? `[${hexes.map((hex, i) => `<${hex}> ${i % 2 === 0 ? -40 : 40}`).join(' ')}] TJ`
        : `<${hexes.join('')}> Tj`
      return several ? `/${font} ${n(size)} Tf ${shown}` : shown
    })
    .join(' ')
}
