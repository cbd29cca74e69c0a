/** A figure of a scan as it is compared with the print of its document: drawn so that all digits are equally high. */
import type { Picture } from '../reader.ts'

/** Digits are drawn so high (pixels) … */
export const DIGIT = 24
/** … with so many rows of paper above, and below for what hangs under the line (commas). */
export const ABOVE = 5
const BELOW = 9
export const ROWS = ABOVE + DIGIT + BELOW

/** No figure has more signs. */
const LONGEST = 20
const HAN = /\p{Script=Han}/u

/** Whether a text is short enough for a figure; what its letters are like is not asked. */
export const isShort = (text: string): boolean => text.length <= LONGEST

/** Whether a text, though misread, may be a figure. */
export const mayBeFigure = (text: string): boolean => isShort(text) && !HAN.test(text)

/** What a figure consists of. */
export type Sign = string

export interface FigureLine {
  picture: Picture
  /** How far each pixel is free of the red of a seal: 0 hidden to 255 clear; null where there is none. */
  clear: Picture | null
}

/** Column by column, 0 paper to 1 black: windows of a line are then one stretch of numbers. */
export function toColumns({ width, height, data }: Picture): Float32Array {
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = 1 - data[y * width + x]! / 255
  return out
}
