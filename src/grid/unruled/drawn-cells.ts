/**
 * Columns whose edges the borders of cells show: no upright ruling is drawn, but horizontal ones are drawn cell by cell
 * (or cells are filled), and where two of them meet a column ends. Texts have to agree.
 */
import { columnOf, isTotal, isWithin } from '../columns/column-of.ts'
import { isOrdinalLine, type TextRow, toTextRow } from '../pieces.ts'
import type { Edge } from '../rulings/edges.ts'
import { distinct } from '../rulings/joints.ts'
import { alignedRows } from './aligned.ts'
import { type Band, type Block, type DataBand, overlaps, type UnruledColumn } from './bands.ts'
import { cellTexts } from './cell-texts.ts'
import { readHeader } from './header.ts'
import { lineStep } from './leading.ts'
import { bandOfAll } from './stretches.ts'

interface Part {
  head: readonly TextRow[]
  data: readonly TextRow[]
  rulings: readonly Edge[]
}

interface Drawn {
  columns: UnruledColumn[]
  xs: number[]
  above: Block[]
}

/** A table has so many columns at least; of two there may be any reason why a ruling is drawn in pieces. */
const COLUMNS = 3
/** Uprights that are drawn show columns, too, where this share of the rows has no text over one: a merged cell or a header may stand among them. */
const MOST = 0.8
/** The last ruling of a table is no further below its last line than so many times the size of its text. */
const BELOW = 2

/** The columns that the borders of cells show; null if they show none, or texts stand across them. */
export function drawnColumns({ head, data, rulings }: Part): Drawn | null {
  const xs = edgesShown(head, data, rulings)
  if (!xs) return null
  const rows = alignedRows(data.map((r) => toTextRow(r.line, xs)))
  const within = rows.filter((row) => isRowWithin(row, xs)).length
  if (within < (rulings.some((r) => r.isEnd) ? MOST : 1) * rows.length) return null
  const cells = xs.slice(1).map((x1, c): Band => ({ x0: xs[c]!, x1 }))
  const bands = cells.map((_, c) =>
    bandOfAll(rows.flatMap((r) => r.pieces.filter((p) => !isTotal(p.text) && columnOf(xs, p) === c))),
  )
  const texts = head.filter((r) => !isOrdinalLine(r))
  const places = cells.map((cell, c): DataBand => ({ ...cell, kind: bands[c]?.kind ?? 'amount' }))
  const { leaves, above } = readHeader(
    texts.map((r) => toTextRow(r.line, xs)),
    { data: places, numbers: [], rulings, step: lineStep(rows, cellTexts(rows)) },
  )
  return withHeads([...leaves, ...above], cells, bands, xs)
}

/** The edges that rulings show from the foot of the header on: each of them on the first, or on two. */
function edgesShown(head: readonly TextRow[], data: readonly TextRow[], rulings: readonly Edge[]): number[] | null {
  const [last, end] = [head.at(-1)?.line, data.at(-1)?.line]
  if (!last || !end) return null
  const top = (last.box[1] + last.box[3]) / 2
  const own = rulings.filter((r) => r.at > top && r.at < end.box[3] + BELOW * end.size && (r.joints ?? []).length > 0)
  const [first] = own
  if (!first) return null
  const isShown = (x: number) => [first, ...own].filter((r) => r.joints!.some((j) => Math.abs(j - x) <= 1)).length > 1
  const inner = distinct(own.flatMap((r) => r.joints!))
  if (inner.length + 1 < COLUMNS || !inner.every(isShown)) return null
  const ends = own.flatMap((r) => r.parts).flat()
  return [Math.min(...ends), ...inner, Math.max(...ends)]
}

/** Whether every text of a row stands within a column, but for the label of a total, and no column has two figures. */
function isRowWithin({ pieces }: TextRow, xs: readonly number[]): boolean {
  const figures = pieces.filter((p) => p.amount).map((p) => columnOf(xs, p))
  const areApart = new Set(figures).size === figures.length
  return areApart && pieces.every((p) => isWithin(p, xs) || (!p.amount && isTotal(p.text)))
}

/** A text is below another if it begins no further up than this share of its size above its end. */
const LINE = 0.3

/** Each column with the lowest text of the header in it, or in the columns of codes around it; null where one has none. */
function withHeads(
  blocks: readonly Block[],
  cells: readonly Band[],
  bands: readonly (DataBand | undefined)[],
  xs: number[],
): Drawn | null {
  const isIn = (b: Block, { x0, x1 }: Band) => b.x0 >= x0 - b.size / 2 && b.x1 <= x1 + b.size / 2
  const isBelow = (o: Block, b: Block) => o !== b && o.y0 >= b.y1 - LINE * b.size
  const lowest = (place: Band) => {
    const own = blocks.filter((b) => overlaps(b, { x0: place.x0 + b.size / 2, x1: place.x1 - b.size / 2 }))
    const low = own.filter((b) => !own.some((o) => isBelow(o, b)))
    return low.length === 1 && isIn(low[0]!, place) ? low[0] : undefined
  }
  const columns: UnruledColumn[] = []
  for (let c = 0; c < cells.length; ) {
    const end = bands.findIndex((b, i) => i >= c && b?.kind !== 'code')
    const codes = { x0: cells[c]!.x0, x1: cells[Math.max(c, end - 1)]!.x1 }
    const isParts = end > c + 1 && bands.slice(c, end).every((b) => b?.kind === 'code')
    const over = isParts && cells.slice(c, end).some((cell) => !lowest(cell)) ? lowest(codes) : undefined
    const count = over ? end - c : 1
    const leaf = over ?? lowest(cells[c]!)
    if (!leaf) return null
    for (let i = 0; i < count; i++) {
      const cell = cells[c + i]!
      const data = bands[c + i]
      columns.push({
        ...cell,
        cell,
        leaf: i === 0 ? leaf : undefined,
        ...(i === 0 && count > 1 ? { span: count } : {}),
        ...(data ? { data } : {}),
      })
    }
    c += count
  }
  const leaves = new Set(columns.map((c) => c.leaf))
  return { columns, xs, above: blocks.filter((b) => !leaves.has(b)) }
}
