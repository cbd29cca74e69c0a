/** Rows of an unruled table: lines of one cell stand closer than rows do, and amounts and codes stand once in a row. */
import { isTotal } from '../columns/column-of.ts'
import { isNumbered, type Piece, type TextRow } from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import { isBetween } from '../rulings/horizontal.ts'
import { besideLabels } from './beside-labels.ts'
import { cellTexts, type Texts } from './cell-texts.ts'
import { centredLines } from './centred-cells.ts'
import { clash } from './clash.ts'
import { rowsByLeading } from './leading.ts'
import { overflowing } from './overflow.ts'
import { joinWrapped } from './wrapped-cells.ts'

/** Lines of a wrapped cell are closer than this share of the text size … */
const LEADING = 0.35
/** … where rows are this far apart. */
const ROW_GAP = 0.5
/** A line is nearer to one row than to the other by this share of its size. */
const NEARER = 0.05
/** … and as near to either, if the distances differ by less. */
const AMID = 0.1
/** Lines that share more than this of their size stand beside each other, in one row. */
export const BESIDE = 0.1
/** Rulings bound rows if in this share of what they divide nothing stands twice; they may bound groups of rows. */
const SINGLE = 0.75
/** So many rows between rulings that are drawn cell by cell, in this share of which nothing stands twice, show that each row has its own. */
const EACH = 4
const ALL = 0.9

/** What else is known of the page: its free rulings, how high it is, and where running text of columns begins on the page before. */
export interface OnPage {
  rulings: readonly Edge[]
  height: number
  texts: readonly number[]
}

export function isRow(row: TextRow): boolean {
  return row.anchor || row.pieces.length > 1
}

/** Each line of data with the lines that are wrapped around it. No row goes on over a ruling. */
export function dataRows(lines: readonly TextRow[], { rulings, texts: known }: Omit<OnPage, 'height'>): TextRow[][] {
  const texts = cellTexts(lines, known)
  const parts = betweenRulings(lines, rulings, texts)
  return parts.flatMap((part) =>
    part.isRow ? [part.lines] : (rowsByLeading(part.lines, texts) ?? wrappedRows(part.lines, texts)),
  )
}

function wrappedRows(lines: readonly TextRow[], texts: Texts): TextRow[][] {
  const beside = besideLabels(lines)
  const data = wrapped(lines, texts, beside)
  const over = overflowing(lines, pitchOfFigures(lines.filter((r) => r.pieces.some((p) => p.amount))))
  const rests = restsOf(lines, over)
  const isOwn = (r: TextRow) => {
    const own = r.pieces.filter((p) => !texts.has(p))
    if (beside.has(r)) return true
    if (rests.has(r)) return false
    return own.length > 1 || own.some((p) => p.anchor || isNumbered(p) || (p.amount && r.pieces.length > 1))
  }
  const begun = data.filter((g) => g.some(isOwn))
  const isRowOfTexts = (g: TextRow[]) => begun.includes(g) || standsApart(g, begun)
  const groups = data.filter(isRowOfTexts)
  const lone = data.filter((g) => !isRowOfTexts(g)).map((g) => g.flatMap((r) => apart(r, texts, rests)))
  const pitch = pitchOf(
    groups.map(topOf),
    lone.flat().map(({ line }) => line.box[1]),
  )
  const parts = new Set([...over].flatMap((r) => r.pieces))
  groups.push(...joinWrapped(groups, lone, { pitch, parts }))
  return groups.sort((a, b) => topOf(a) - topOf(b))
}

/** Lines of wrapped cells are no further apart than so many times their size, … */
const WITHIN = 1.6

/** Whether labels of two columns, with lines beside each other, are further from all rows than lines of cells are. */
function standsApart(group: readonly TextRow[], rows: readonly TextRow[][]): boolean {
  const pieces = group.flatMap((r) => r.pieces)
  const isBeside = (p: Piece) => pieces.some((o) => o.box[0] > p.box[2] && o.box[1] < p.box[3] && o.box[3] > p.box[1])
  const isFar = (r: TextRow) =>
    group.every(({ line }) => Math.abs(line.box[3] - r.line.box[3]) > WITHIN * Math.max(line.size, r.line.size))
  return group.length > 1 && pieces.some(isBeside) && rows.flat().every(isFar)
}
/** Rows of one height are off by so many points where they are set on whole pixels. */
const PIXEL = 0.8
/** … or than this, where they stand evenly around the figures of their row, and rows with figures are further apart. */
const WIDE = 2.5

/**
 * Lines without figures that are parts of the labels around: two or more texts beside each other, closer to a row with
 * figures than rows are to each other, and the first line of three, though it begins with 一、 as a row does.
 */
function restsOf(lines: readonly TextRow[], over: ReadonlySet<TextRow>): Set<TextRow> {
  // 一、 half a line above its figures begins the row that they stand in.
  const isAgain = (r: TextRow, i: number) => i > 0 && stepTo(r, lines[i - 1]!) < r.line.size && lines[i - 1]!.anchor
  const rows = lines.filter((r, i) => r.anchor && !isAgain(r, i))
  const others = lines.filter((r) => !r.anchor)
  const pitch = pitchOf(
    rows.map(({ line }) => line.box[1]),
    others.map(({ line }) => line.box[1]),
  )
  const step = (a: TextRow, b: TextRow) => Math.abs(a.line.box[3] - b.line.box[3])
  const ofFigures = pitchOfFigures(lines)
  // Programs that set lines on whole pixels set rows as far apart as this, too.
  const least = rows.slice(1).map((r, i) => r.line.box[1] - rows[i]!.line.box[1])
  // So far apart are rows at least that are numbered each, with no line between them.
  const numbered = lines
    .slice(1)
    .flatMap((r, i) => (areNumbered(lines[i]!, r) ? [r.line.box[1] - lines[i]!.line.box[1]] : []))
  const nearest = Math.min(pitch, ...least.filter((s) => s > pitch - PIXEL), ...numbered)
  const isClose = (a: TextRow, b: TextRow) => step(a, b) < Math.min(WITHIN * a.line.size, nearest - CLOSER)
  const isText = (p: Piece) =>
    /\p{Script=Han}/u.test(p.text) && !p.amount && !p.anchor && !isNumbered(p) && !isTotal(p.text)
  const areTexts = (r: TextRow) =>
    r.pieces.length > 1 && r.pieces.every(isText) && lines.some((o) => o.anchor && isClose(r, o))
  const isFirst = (r: TextRow, i: number) => {
    const [label, ...more] = r.pieces
    const [next, last] = [lines[i + 1], lines[i + 2]]
    if (!label || more.length > 0 || !isNumbered(label) || !next?.anchor || !last) return false
    const isBelow = (p: Piece | undefined) =>
      p !== undefined && isText(p) && Math.abs(p.box[0] - label.box[0]) < SAME_PLACE
    const isRest = last.pieces.length === 1 && isBelow(last.pieces[0]) && next.pieces.some(isBelow)
    const own = step(r, next)
    const isNear = isClose(r, next) || own < Math.min(WIDE * r.line.size, ofFigures - CLOSER)
    return isRest && isNear && Math.abs(own - step(next, last)) < SAME_PLACE
  }
  const centred = centredLines(lines)
  return new Set(lines.filter((r, i) => centred.has(r) || over.has(r) || areTexts(r) || isFirst(r, i)))
}

/** Whether two lines have a figure each, and a numbered label at one place: they are rows. */
function areNumbered(upper: TextRow, lower: TextRow): boolean {
  if (![upper, lower].every(hasFigure)) return false
  const isOwn = (p: Piece, q: Piece) => isNumbered(p) && isNumbered(q) && Math.abs(p.box[0] - q.box[0]) < SAME_PLACE
  return upper.pieces.some((p) => lower.pieces.some((q) => isOwn(p, q)))
}

/** Labels of one column begin at one place, give or take so many points. */
const SAME_PLACE = 0.7

/** How far apart rows with figures are. */
function pitchOfFigures(lines: readonly TextRow[]): number {
  const rows = lines.filter((r) => r.anchor && r.pieces.length > 1)
  return pitchOf(
    rows.map(({ line }) => line.box[1]),
    [],
  )
}

/** How far apart rows usually are: those with no line between them show it best. */
function pitchOf(tops: readonly number[], lone: readonly number[]): number {
  const pairs = tops.slice(1).map((y, i): [number, number] => [tops[i]!, y])
  const next = pairs.filter(([from, to]) => !lone.some((y) => y > from && y < to))
  const gaps = (next.length > 0 ? next : pairs).map(([from, to]) => to - from).sort((a, b) => a - b)
  return gaps[gaps.length >> 1] ?? Number.POSITIVE_INFINITY
}

/** The texts of a line beside each other, none of which is more than a cell's rest: each goes to its own row. */
function apart(row: TextRow, texts: Texts, rests: ReadonlySet<TextRow>): TextRow[] {
  const { line, anchor, pieces } = row
  if (!rests.has(row) && !pieces.some((p) => texts.has(p))) return [row]
  return pieces.map((p) => ({ line: { ...line, glyphs: p.glyphs, box: p.box, text: p.text }, anchor, pieces: [p] }))
}

function topOf(group: readonly TextRow[]): number {
  return group[0]!.line.box[1]
}

/** Lines joined that stand as close as those of one cell do, unless two of their texts begin a row at the same place. */
function wrapped(lines: readonly TextRow[], texts: Texts, beside: ReadonlySet<TextRow>): TextRow[][] {
  const space = (i: number) => (lines[i]!.line.box[1] - lines[i - 1]!.line.box[3]) / lines[i]!.line.size
  const spaces = lines.slice(1).map((_, i) => space(i + 1))
  const usual = [...spaces].sort((a, b) => a - b)[Math.floor(spaces.length * 0.75)] ?? 0
  const isFromTop = areFromTop(lines, texts)
  const nearest = leastPitch(lines)
  const out: TextRow[][] = []
  for (const [i, row] of lines.entries()) {
    const last = out.at(-1)
    if (last && ((isFromTop && !hasFigure(row)) || endsLabel(row, last))) {
      last.push(row)
      continue
    }
    // The first line of a wrapped cell may stand close below the row before: it is of the nearer row.
    const next = lines[i + 1]
    const isNearer =
      i > 0 && !isRow(row) && next && space(i + 1) < space(i) - NEARER && (isRow(next) || beside.has(next))
    // Where it is as near to either, all lines together show which.
    const isAmid = (at: number) => {
      const [above, own, below] = [lines[at - 1], lines[at], lines[at + 1]]
      if (!above || !own || !below || isRow(own) || !isRow(above) || !isRow(below)) return false
      const [upper, lower] = [space(at), space(at + 1)]
      return Math.min(upper, lower) >= -BESIDE && Math.max(upper, lower) < LEADING && Math.abs(upper - lower) < AMID
    }
    if (
      last &&
      !isNearer &&
      !isAmid(i) &&
      !isAmid(i - 1) &&
      isSameRow(space(i), usual) &&
      (space(i) < -BESIDE || stepTo(row, lines[i - 1]!) < nearest - CLOSER) &&
      !isFarBelow(row, last) &&
      !last.some((r) => clash(r, row, texts))
    )
      last.push(row)
    else out.push([row])
  }
  return out
}

/** 出 beside the figures of 社会保障和就业支, right below that: no label has one letter. */
function endsLabel(row: TextRow, above: readonly TextRow[]): boolean {
  const letter = row.pieces.find(({ text }) => /^\p{Script=Han}$/u.test(text.trim()))
  if (!letter || !hasFigure(row) || above.some(hasFigure)) return false
  const { size } = letter.glyphs[0]!
  const isAbove = ({ box, text }: Piece) =>
    /\p{Script=Han}{2}/u.test(text) &&
    box[0] < letter.box[2] &&
    letter.box[0] < box[2] &&
    letter.box[3] - box[3] < WITHIN * size
  return above.at(-1)!.pieces.some(isAbove)
}

/** So many rows with a figure, and lines without, show that cells are set from the top; … */
const SHOWN = 3
/** … lines of one cell are closer than rows by so many points. */
const CLOSER = 0.3

function hasFigure({ pieces }: TextRow): boolean {
  return pieces.length > 1 && pieces.some((p) => p.amount)
}

/** Whether every row begins with its figure's line: those lines are further below the line before than all others are. */
function areFromTop(lines: readonly TextRow[], texts: Texts): boolean {
  // An amount without a name beside it begins a row, or stands a little higher or lower than that; as does what is numbered.
  const begins = (p: Piece) => (p.amount || isNumbered(p)) && !texts.has(p)
  if (lines.some((r) => !hasFigure(r) && r.pieces.some(begins))) return false
  const steps = lines
    .slice(1)
    .map((row, i) => ({ step: row.line.box[3] - lines[i]!.line.box[3], isRow: hasFigure(row) }))
  const rows = steps.filter((s) => s.isRow).map((s) => s.step)
  const others = steps.filter((s) => !s.isRow).map((s) => s.step)
  return Math.min(rows.length, others.length) >= SHOWN && Math.min(...rows) > Math.max(...others) + CLOSER
}

/** How far apart the two rows with figures are that are nearest to each other, with no line between them. */
function leastPitch(lines: readonly TextRow[]): number {
  const isNext = (i: number) => hasFigure(lines[i]!) && hasFigure(lines[i - 1]!)
  return Math.min(...lines.flatMap((row, i) => (i > 0 && isNext(i) ? [stepTo(row, lines[i - 1]!)] : [])))
}

/** Whether a text of a line is further below one of the row than lines of a cell are: what is between them is of another column. */
function isFarBelow({ pieces }: TextRow, row: readonly TextRow[]): boolean {
  const own = row.flatMap((r) => r.pieces)
  return pieces.some(({ box, glyphs }) => {
    const above = own.filter((p) => p.box[0] < box[2] && box[0] < p.box[2]).map((p) => p.box[3])
    return above.length > 0 && box[1] - Math.max(...above) > ROW_GAP * glyphs[0]!.size
  })
}

/** `space` between two lines, `usual` between lines of the table, both as shares of the text size. */
function isSameRow(space: number, usual: number): boolean {
  return space < -BESIDE || (usual > ROW_GAP && space < LEADING)
}

/** Lines that no ruling divides are one row where rulings bound rows; null for those they say nothing about. */
function betweenRulings(
  lines: readonly TextRow[],
  rulings: readonly Edge[],
  texts: Texts,
): { lines: TextRow[]; isRow: boolean }[] {
  const parts: TextRow[][] = []
  for (const [i, line] of lines.entries()) {
    if (i > 0 && !isBetween(rulings, lines[i - 1]!.line.box, line.line.box)) parts.at(-1)!.push(line)
    else parts.push([line])
  }
  const single = parts.map((part) => !part.some((a, i) => part.slice(i + 1).some((b) => clash(a, b, texts))))
  const bound = parts.length > 1 && single.filter(Boolean).length >= SINGLE * parts.length
  // Lines as far apart as those that a ruling divides are rows: it is the one above a total, or below a group.
  const across = Math.min(...parts.slice(1).map((part, i) => stepTo(part[0]!, parts[i]!.at(-1)!)))
  const isDense = (part: TextRow[]) => part.slice(1).every((r, i) => stepTo(r, part[i]!) < across - CLOSER)
  // Rulings that are drawn cell by cell are the borders of every row.
  const drawn = rulings.filter((r) => r.joints && r.joints.length > 0)
  const areBorders = parts.slice(1).every((part, i) => isBetween(drawn, parts[i]!.at(-1)!.line.box, part[0]!.line.box))
  const isEach = areBorders && parts.length >= EACH && single.filter(Boolean).length >= ALL * parts.length
  return parts.map((part, i) => ({ lines: part, isRow: bound && single[i]! && (isEach || isDense(part)) }))
}

function stepTo(lower: TextRow, upper: TextRow): number {
  return lower.line.box[3] - upper.line.box[3]
}
