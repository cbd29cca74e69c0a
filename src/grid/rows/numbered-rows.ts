/** Rows between which a ruling is left out, of which not all have figures: their labels count on. */
import { isFigure } from '../../amount.ts'
import { around, type Line, middle } from '../../page/lines.ts'
import type { Box } from '../../page/types.ts'
import type { GridCell } from '../types.ts'
import { IS_TOTAL, NUMBERED } from '../words.ts'
import type { Parts, Text } from './divide-rows.ts'

/** A sentence, and no label. */
const SENTENCE = /[。；;]/
/** A label that goes on in the next line leaves no room for so many letters: margins, and those that are kept together. */
const FULL = 3
/** What stands in the middle of its cell is no further from it than so many letters. */
const CENTRED = 0.3
/** Distances between lines that differ by less than so many letters are alike. */
const EVEN = 0.15
/** What stands at the left of its cell is no further from its edge than so many letters, and further from the middle. */
const LEFT = 1
/** A line may reach over the edge of its row by this share of its size: boxes of letters are higher than what is printed. */
const OVER = 0.15

/** Labels that count on, （十九）… and （二十）…, of which some have figures beside them and the others have blanks. */
export function belowNumbered(texts: readonly Text[]): Parts | null {
  const single = texts.filter(({ cell }) => cell.rowSpan === 1)
  if (!single.some(isOfFigures)) return null
  // Below a header in the same row, what stands above the first number is a header, too.
  const mayBeLabel = !single.some(isHeaded)
  const figures = single.filter(isOfFigures).flatMap(({ lines }) => lines)
  const edges = edgesBetween(single.flatMap((text) => labelsOf(text, { mayBeLabel, figures }) ?? []))
  if (edges === null || !single.every((text) => isDivided(text, edges))) return null
  const rows = [...edges.keys(), edges.length]
  const own = (lines: readonly Line[]) => rows.map((row) => lines.filter((l) => rowOf(l, edges) === row))
  return new Map(texts.map(({ cell, lines }) => [cell, cell.rowSpan > 1 ? null : own(lines)]))
}

function isOfFigures({ lines }: Text): boolean {
  return lines.length > 0 && lines.every((l) => isFigure(l.text))
}

/** Words above a figure. */
function isHeaded({ lines }: Text): boolean {
  return lines.some((l) => isFigure(l.text)) && lines.some((l) => /\p{Script=Han}/u.test(l.text))
}

/** `mayBeLabel`: what stands above the first number of a cell; `figures`: of the cells beside it. */
interface Beside {
  mayBeLabel: boolean
  figures: readonly Line[]
}

/** The lines of each label of a cell; null where it has one alone, or other words. */
function labelsOf({ cell, lines }: Text, { mayBeLabel, figures }: Beside): Line[][][] | null {
  if (SENTENCE.test(cell.text)) return null
  const pitch = leastPitch(lines)
  const out: Line[][] = []
  for (const line of lines) {
    const last = out.at(-1)
    const above = last?.at(-1)
    const isFull = above && roomBeside(above, cell) < FULL * line.size
    const isApart = above && downTo(line, above) > pitch - EVEN * line.size
    const isElse = above && isSetElse(line, above, cell) && figures.some((figure) => middle(figure) > above.box[3])
    const isNext = above && ((isApart && isTotal(line)) || (!isFull && (isApart || isElse)))
    const isFirst = !above && mayBeLabel && Number.isFinite(pitch)
    if (NUMBERED.test(line.text) || isNext || isFirst) out.push([line])
    else if (isFull) last!.push(line)
    else return null
  }
  return out.length > 1 ? [out] : null
}

/** What a line leaves of the width of its cell, at whichever side it is set. */
function roomBeside({ box: [x0, , x1] }: Line, { box: [left, , right] }: GridCell): number {
  return right - left - (x1 - x0)
}

/** How far numbered labels stand at least below what is above them: lines of one label are set closer, or no further apart. */
function leastPitch(lines: readonly Line[]): number {
  const apart = lines.slice(1).flatMap((line, n) => (NUMBERED.test(line.text) ? [downTo(line, lines[n]!)] : []))
  return Math.min(...apart)
}

const downTo = (line: Line, above: Line) => middle(line) - middle(above)

/** 本年支出合计; 合计 alone may be the end of a name that is wrapped. */
function isTotal({ text }: Line): boolean {
  const word = text.replace(/\s+/g, '')
  return IS_TOTAL.test(word) && word !== '合计'
}

/** What stands in the middle of its cell below a line at the left of it: lines of one text are set alike, and a row has its figures. */
function isSetElse(line: Line, above: Line, { box: [x0, , x1] }: GridCell): boolean {
  const aside = ({ box, size }: Line) => Math.abs(box[0] + box[2] - x0 - x1) / 2 / size
  const isAtLeft = above.box[0] - x0 < LEFT * above.size && aside(above) > LEFT
  return isAtLeft && aside(line) < CENTRED && line.box[0] - x0 > LEFT * line.size
}

/** A label, and the cell it is of. */
interface Placed {
  box: Box
  cell: number
}

/**
 * Heights between rows of labels, where each cell may lack some; null where there is one row alone, or where those of
 * one cell stand beside two of another.
 */
function edgesBetween(labels: readonly Line[][][]): number[] | null {
  const all = labels.flatMap((own, cell) => own.map((lines): Placed => ({ box: around(lines), cell })))
  const rows: Placed[][] = []
  for (const label of all.sort((a, b) => a.box[1] - b.box[1])) {
    const row = rows.at(-1)
    if (row && label.box[1] < around(row)[3]) row.push(label)
    else rows.push([label])
  }
  const isOfOneEach = (row: Placed[]) => new Set(row.map(({ cell }) => cell)).size === row.length
  if (rows.length < 2 || !rows.every(isOfOneEach)) return null
  return rows.slice(1).map((row, n) => (around(rows[n]!)[3] + around(row)[1]) / 2)
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
