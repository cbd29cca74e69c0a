/** Where figures and what stands beside them in one cell leave room: a ruling between two columns may be left out there. */
import { MONEY } from '../../amount.ts'
import { blockText } from '../../page/lines.ts'
import { SIGN } from '../cells/divided.ts'
import type { Piece } from '../pieces.ts'
import { isThousands } from '../spaced-digits.ts'
import type { GridCell } from '../types.ts'
import { DIGITS } from '../words.ts'
import { CUT, type Gap, piecesOf } from './cell-gaps.ts'

/** A figure, and something beside it: only such cells are looked into. */
const BESIDE = new RegExp(
  [
    String.raw`[\d０-９—－无-]\s|\s[\d０-９—－无-]`,
    String.raw`\p{Script=Han}.*[\d０-９][.,，．][\d０-９]|[\d０-９][.,，．][\d０-９].*\p{Script=Han}`,
    String.raw`\p{Script=Han}\d+(\p{Script=Han}|$)`,
    String.raw`\p{Script=Han}\s*[¥￥]\s*[\d０-９]`,
    String.raw`[\d０-９]${MONEY}\s*\S`,
  ].join('|'),
  'u',
)

/** What begins with the sign of money and holds no figure. */
const SIGNED = /^[¥￥][^\d０-９]*$/

/** Of a scan, what is read with less belief (0–1) than this may be one figure that a seal or a speck parts. */
const SURE = 0.9

/** Where figures and what stands beside them leave room, line by line. */
export function gapsOf(cell: GridCell): Gap[] {
  if (!BESIDE.test(cell.text) || cell.glyphs.some((g) => (g.confidence ?? 1) < SURE)) return []
  const lines = piecesOf(cell)
  const besideWrapped = lines.flatMap((line) => (line.length === 1 ? besideLines(cell, line[0]!, lines) : []))
  if (besideWrapped.length > 0) return besideWrapped
  return lines.flatMap((line) =>
    line.slice(1).flatMap((piece, i): Gap[] => {
      const before = line[i]!
      // The sign of an amount that stands apart from it belongs to what stands behind it.
      const isFigure = (p: Piece) => p.amount || DIGITS.test(p.text)
      const isParted = !SIGNED.test(before.text) && (isFigure(before) || isFigure(piece) || SIGN.test(piece.text))
      const cut = before.amount ? 0 : CUT * before.glyphs.at(-1)!.size
      if (!isParted || isInSpread(line, i)) return []
      const [x0, x1] = [before.box[2], piece.box[0]]
      const figure = blockText(line.slice(0, i + 1).flatMap((p) => p.glyphs))
      return [
        {
          cell,
          x0,
          x1,
          cut,
          before: before.text,
          ...(isThousands(figure, piece.text) && { blank: (x1 - x0) / piece.glyphs[0]!.size }),
        },
      ]
    }),
  )
}

const POINT = /^[.,．，]$/
/** Digits that are set apart, or two or three that stand near each other. */
const SPREAD = /^[\d０-９.,．，]{1,3}$/

/** Whether the room behind a piece is within a figure set over the width of its cell: no column holds a point alone. */
function isInSpread(line: readonly Piece[], i: number): boolean {
  const ends = line.flatMap(({ text }, at) => (SPREAD.test(text) ? [] : [at]))
  const from = ends.findLast((at) => at <= i) ?? -1
  const to = ends.find((at) => at > i) ?? line.length
  return from < i && to > i + 1 && line.slice(from + 1, to).some(({ text }) => POINT.test(text))
}

/** A figure in a line of its own, beside all the lines of a wrapped label. */
function besideLines(cell: GridCell, figure: Piece, lines: readonly Piece[][]): Gap[] {
  const others = lines.flat().filter((p) => p !== figure)
  if (!(figure.amount || DIGITS.test(figure.text)) || others.length === 0 || others.some((p) => p.amount)) return []
  const [x0, x1] = [Math.min(...others.map((p) => p.box[0])), Math.max(...others.map((p) => p.box[2]))]
  if (x1 < figure.box[0]) return [{ cell, x0: x1, x1: figure.box[0] }]
  return x0 > figure.box[2] ? [{ cell, x0: figure.box[2], x1: x0 }] : []
}
