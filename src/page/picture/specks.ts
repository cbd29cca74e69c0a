/** Specks of a dirty copy: ink smaller than any character and far from all of them. Marks of figures and labels stand beside letters. */
import type { Picture } from '../../ocr/reader.ts'
import { INK, levelStrokes } from './ink.ts'

/** A speck is smaller than this both ways (share of the text height), as no dash is … */
const SMALL = 0.25
/** … nor so many times as wide as high: a short dash may stand alone in its cell. */
const SLENDER = 2
/** … and stands further than this from what is larger (share of the text height). */
const FAR = 0.75
/** A stroke is longer than this (share of the text height): a speck and the blur beside it are not. */
const STROKE = 0.5
/** Pixels around a speck that its blur has darkened. */
const HALO = 2

interface Sheet {
  picture: Picture
  /** The same with print of one darkness. */
  ink: Picture
}

/** The page without its specks; `em` is the text height in pixels. */
export function withoutSpecks({ picture, ink }: Sheet, em: number): Sheet {
  const { small, large } = pieces(ink, SMALL * em)
  if (small.length === 0) return { picture, ink }
  const square = Math.max(1, Math.round(FAR * em))
  const columns = Math.ceil(ink.width / square)
  const taken = new Uint8Array(columns * Math.ceil(ink.height / square))
  const squareOf = (i: number) =>
    Math.floor(Math.floor(i / ink.width) / square) * columns + Math.floor((i % ink.width) / square)
  for (const i of large) taken[squareOf(i)] = 1
  // The mark behind a number may stand alone beside the pale 一 of it.
  for (let y = 0; y < ink.height; y++)
    for (const [from, to] of levelStrokes(ink, y, { x0: 0, x1: ink.width }, em, STROKE))
      for (let x = from; x < to; x++) taken[squareOf(y * ink.width + x)] = 1
  const isNear = (at: number) =>
    [-1, 0, 1].some((dy) => [-1, 0, 1].some((dx) => inRow(at, dx, columns) && taken[at + dy * columns + dx] === 1))
  const lone = small.filter((piece) => !piece.some((i) => isNear(squareOf(i))))
  if (lone.length === 0) return { picture, ink }
  return { picture: wiped(picture, lone), ink: wiped(ink, lone) }
}

/** Whether a step to the side stays in the row. */
function inRow(at: number, dx: number, columns: number): boolean {
  const x = (at % columns) + dx
  return x >= 0 && x < columns
}

/** What hangs together, diagonals included: the pixels of each small piece, and those of all others. */
function pieces({ width, height, data }: Picture, most: number): { small: number[][]; large: number[] } {
  const left = new Uint8Array(data.length)
  for (let i = 0; i < left.length; i++) if (data[i]! < INK) left[i] = 1
  const [small, large]: [number[][], number[]] = [[], []]
  for (let start = left.indexOf(1); start >= 0; start = left.indexOf(1, start + 1)) {
    const pixels = [start]
    left[start] = 0
    let x0 = width
    let x1 = 0
    let y1 = 0
    for (let n = 0; n < pixels.length; n++) {
      const at = pixels[n]!
      const x = at % width
      const y = (at - x) / width
      if (x < x0) x0 = x
      if (x > x1) x1 = x
      if (y > y1) y1 = y
      const first = x > 0 ? -1 : 0
      const last = x < width - 1 ? 1 : 0
      const top = y > 0 ? at - width : at
      const bottom = y < height - 1 ? at + width : at
      for (let row = top; row <= bottom; row += width)
        for (let i = row + first; i <= row + last; i++)
          if (left[i] === 1) {
            left[i] = 0
            pixels.push(i)
          }
    }
    const [w, h] = [x1 - x0 + 1, y1 - Math.floor(start / width) + 1]
    const isDash = w >= SLENDER * h && w > most / 2
    if (w < most && h < most && !isDash) small.push(pixels)
    else for (const i of pixels) large.push(i)
  }
  return { small, large }
}

function wiped({ width, height, data }: Picture, gone: readonly (readonly number[])[]): Picture {
  const out = Uint8Array.from(data)
  for (const i of gone.flat()) {
    const [x, y] = [i % width, Math.floor(i / width)]
    for (let ny = Math.max(0, y - HALO); ny <= Math.min(height - 1, y + HALO); ny++)
      out.fill(255, ny * width + Math.max(0, x - HALO), ny * width + Math.min(width - 1, x + HALO) + 1)
  }
  return { width, height, data: out }
}
