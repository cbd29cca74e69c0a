/** Rulings that are no strokes: box-drawing characters (│ ─ ┼) of printed text files, and images thin as a line. */
import type { Glyph, Page, PageImage, Ruling } from '../../page/types.ts'

/** Where lines go from the middle of a box-drawing character: left, right, up, down. */
const ARMS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  '─': [1, 1, 0, 0],
  '│': [0, 0, 1, 1],
  '┌': [0, 1, 0, 1],
  '┐': [1, 0, 0, 1],
  '└': [0, 1, 1, 0],
  '┘': [1, 0, 1, 0],
  '├': [0, 1, 1, 1],
  '┤': [1, 0, 1, 1],
  '┬': [1, 1, 0, 1],
  '┴': [1, 1, 1, 0],
  '┼': [1, 1, 1, 1],
}
/** Heavy and doubled characters stand for the same lines. */
const LIGHT: Readonly<Record<string, string>> = Object.fromEntries(
  ['━┃┏┓┗┛┣┫┳┻╋', '═║╔╗╚╝╠╣╦╩╬'].flatMap((row) =>
    [...row].map((sign, i): [string, string] => [sign, '─│┌┐└┘├┤┬┴┼'[i]!]),
  ),
)
/** Lines of text leave this share of their size between each other, which a ruling spans. */
const LEADING = 0.35
/** An image is a ruling if it is no thicker than so many points, and so many times as long. */
const THIN = 2.5
const LONG = 12
/** A few such characters are no table. */
const SEVERAL = 12

/** The page with such rulings among the others. */
export function withDrawnRulings(page: Page): Page {
  const images = page.images.flatMap(toRuling)
  const signs = page.glyphs.filter(isBoxSign)
  if (images.length === 0 && signs.length < SEVERAL) return page
  const isTable = signs.length >= SEVERAL
  return {
    ...page,
    glyphs: isTable ? page.glyphs.filter((g) => !isBoxSign(g)) : page.glyphs,
    rulings: [...page.rulings, ...images, ...(isTable ? signs.flatMap(armsOf) : [])],
  }
}

function isBoxSign({ text }: Glyph): boolean {
  const code = text.charCodeAt(0)
  return code >= 0x2500 && code < 0x2580 && (text in ARMS || text in LIGHT)
}

function armsOf({ text, box: [x0, y0, x1, y1], size }: Glyph): Ruling[] {
  const [left, right, up, down] = ARMS[LIGHT[text] ?? text]!
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const reach = LEADING * size
  const thickness = size / 20
  return [
    ...(left || right ? [{ axis: 'h' as const, at: y, from: left ? x0 : x, to: right ? x1 : x, thickness }] : []),
    ...(up || down
      ? [{ axis: 'v' as const, at: x, from: up ? y0 - reach : y, to: down ? y1 + reach : y, thickness }]
      : []),
  ]
}

function toRuling({ box: [x0, y0, x1, y1] }: PageImage): Ruling[] {
  const [width, height] = [x1 - x0, y1 - y0]
  if (height <= THIN && width >= LONG * height)
    return [{ axis: 'h', at: (y0 + y1) / 2, from: x0, to: x1, thickness: height }]
  if (width <= THIN && height >= LONG * width)
    return [{ axis: 'v', at: (x0 + x1) / 2, from: y0, to: y1, thickness: width }]
  return []
}
