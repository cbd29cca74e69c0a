/** Single digits of scans that are larger or smaller than the figures of their table: the ring of a punched hole is read as 0. */
import type { Cell, Table } from '../../model.ts'
import type { SeenCells } from '../../template/seen.ts'

/** Digits of one table are equally high: single ones of more or less than so many times the usual height are none. */
const HIGHER = 1.3
const LOWER = 0.7
/** Fewer figures than this tell no usual height. */
const FEW = 5

/** Marks figures of one digit `suspect` that are not as high as others; a sum says nothing of a nought in a blank. */
export function doubtOddSizes(tables: readonly Table[], seen: SeenCells): void {
  for (const { rows } of tables) {
    const figures = rows.flatMap((row) =>
      Object.values(row.cells).flatMap((cell) => {
        const height = isFigure(cell) ? heightOf(cell, seen) : null
        return height === null ? [] : [{ cell, height }]
      }),
    )
    const long = figures.filter(({ cell }) => digitsOf(cell) > 1).map(({ height }) => height)
    if (long.length < FEW) continue
    const usual = long.sort((a, b) => a - b)[long.length >> 1]!
    for (const { cell, height } of figures)
      if (digitsOf(cell) === 1 && (height > HIGHER * usual || height < LOWER * usual)) cell.status = 'suspect'
  }
}

function isFigure({ mark }: Cell): boolean {
  return mark === 'amount' || mark === 'zero'
}

function digitsOf({ raw }: Cell): number {
  return raw.match(/[\dOo]/g)?.length ?? 0
}

/** How high its print is (points); null where it is several words. */
function heightOf(cell: Cell, seen: SeenCells): number | null {
  const glyphs = seen.get(cell)?.glyphs ?? []
  return glyphs.length === 1 ? glyphs[0]!.size : null
}
