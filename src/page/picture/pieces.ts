/** What hangs together in a mask. */
import type { Picture } from '../../ocr/reader.ts'
import type { Rect } from './ink.ts'

/** A box and the pixels that hang together in it. */
export interface Piece extends Rect {
  pixels: number[]
}

/** The pieces of a mask of ones, diagonals included; the mask is kept. */
export function piecesOf({ width, height, data }: Picture): Piece[] {
  const seen = new Uint8Array(data.length)
  const out: Piece[] = []
  for (let start = 0; start < data.length; start++) {
    if (data[start] !== 1 || seen[start] === 1) continue
    const piece = { x0: width, y0: height, x1: 0, y1: 0, pixels: [start] }
    seen[start] = 1
    for (let n = 0; n < piece.pixels.length; n++) {
      const x = piece.pixels[n]! % width
      const y = (piece.pixels[n]! - x) / width
      piece.x0 = Math.min(piece.x0, x)
      piece.y0 = Math.min(piece.y0, y)
      piece.x1 = Math.max(piece.x1, x + 1)
      piece.y1 = Math.max(piece.y1, y + 1)
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        for (let i = ny * width + Math.max(0, x - 1); i <= ny * width + Math.min(width - 1, x + 1); i++)
          if (data[i] === 1 && seen[i] === 0) {
            seen[i] = 1
            piece.pixels.push(i)
          }
    }
    out.push(piece)
  }
  return out
}
