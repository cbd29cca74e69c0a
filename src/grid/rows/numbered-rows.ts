/** Rows between which a ruling is left out, of which not all have figures: their labels count on. */
import { isFigure } from '../../amount.ts'
import { type Line, middle } from '../../page/lines.ts'
import type { GridCell } from '../types.ts'
import { NUMBERED } from '../words.ts'
import type { Parts, Text } from './divide-rows.ts'

/** A sentence, and no label. */
const SENTENCE = /[。；;]/
/** A label that goes on in the next line leaves no room for so many letters: margins, and those that are kept together. */
const FULL = 3
/** What stands in the middle of its cell is no further from it than so many letters. */
const CENTRED = 0.3
/** What stands at the left of its cell is no further from its edge than so many letters, and further from the middle. */
const LEFT = 1
/** A line may reach over the edge of its row by this share of its size: boxes of letters are higher than what is printed. */
const OVER = 0.15

/** Labels that count on, （十九）… and （二十）…, of which some have figures beside them and the others have blanks. */
export function belowNumbered(texts: readonly Text[]): Parts | null {
  const single = texts.filter(({ cell }) => cell.rowSpan === 1)
  if (!single.some(isOfFigures)) return null
  const labels = single.flatMap((text) => labelsOf(text) ?? [])
  const count = labels[0]?.length ?? 0
  if (count < 2 || labels.some((own) => own.length !== count)) return null
  const edges = edgesBetween(labels)
  if (edges === null || !single.every((text) => isDivided(text, edges))) return null
  const own = (lines: readonly Line[]) => labels[0]!.map((_, n) => lines.filter((l) => rowOf(l, edges) === n))
  return new Map(texts.map(({ cell, lines }) => [cell, cell.rowSpan > 1 ? null : own(lines)]))
}

function isOfFigures({ lines }: Text): boolean {
  return lines.length > 0 && lines.every((l) => isFigure(l.text))
}

/** The lines of each label of a cell; null where it has one alone, or other words. */
function labelsOf({ cell, lines }: Text): Line[][][] | null {
  if (SENTENCE.test(cell.text)) return null
  const out: Line[][] = []
  for (const line of lines) {
    const last = out.at(-1)
    const isFull = last && cell.box[2] - last.at(-1)!.box[2] < FULL * line.size
    if (NUMBERED.test(line.text) || (last && !isFull && isTotal(line, last.at(-1)!, cell))) out.push([line])
    else if (isFull) last.push(line)
    else return null
  }
  return out.length > 1 ? [out] : null
}

/** 本年支出合计 in the middle of its cell, below a line at the left of it: those of one text are set alike. */
function isTotal(line: Line, above: Line, { box: [x0, , x1] }: GridCell): boolean {
  const aside = ({ box, size }: Line) => Math.abs(box[0] + box[2] - x0 - x1) / 2 / size
  const isAtLeft = above.box[0] - x0 < LEFT * above.size && aside(above) > LEFT
  return isAtLeft && aside(line) < CENTRED && line.box[0] - x0 > LEFT * line.size
}

/** Heights between the labels of all cells; null where those of one cell stand beside two of another. */
function edgesBetween(labels: readonly Line[][][]): number[] | null {
  const edges = labels[0]!.slice(1).map((_, n) => {
    const foot = Math.max(...labels.map((own) => own[n]!.at(-1)!.box[3]))
    const top = Math.min(...labels.map((own) => own[n + 1]![0]!.box[1]))
    return foot <= top ? (foot + top) / 2 : null
  })
  return edges.every((edge) => edge !== null) ? edges : null
}

function rowOf(line: Line, edges: readonly number[]): number {
  return edges.filter((edge) => middle(line) > edge).length
}

/** Whether no line of a cell reaches over an edge, and each row has one figure of it at most. */
function isDivided(text: Text, edges: readonly number[]): boolean {
  const { lines } = text
  const isOver = ({ box, size }: Line) => edges.some((e) => box[1] < e - OVER * size && box[3] > e + OVER * size)
  if (lines.some(isOver)) return false
  return !isOfFigures(text) || new Set(lines.map((l) => rowOf(l, edges))).size === lines.length
}
