/** Blank cells under a seal: what was printed there may have gone with its red ink. */
import type { Cell, Table } from '../../model.ts'
import type { Box, Page } from '../../page/types.ts'

/** Red ink this close (points) to the edge of a cell hides nothing of what stands in it. */
const EDGE = 2

/** Marks blanks that a seal touches `suspect`, in columns where a blank is not the rule. No sum would show a nought that is gone. */
export function doubtHidden(tables: readonly Table[], pages: readonly Page[]): void {
  const stains = new Map(pages.flatMap((p): [number, readonly Box[]][] => (p.stains ? [[p.number, p.stains]] : [])))
  if (stains.size === 0) return
  const isStained = ({ page, bbox: [x0, y0, x1, y1] }: Cell) =>
    stains.get(page)?.some((s) => s[0] < x1 - EDGE && s[2] > x0 + EDGE && s[1] < y1 - EDGE && s[3] > y0 + EDGE) === true
  for (const { columns, rows } of tables)
    for (const { id } of columns) {
      const cells = rows.flatMap((row) => row.cells[id] ?? [])
      const hidden = cells.filter((cell) => cell.mark === 'blank' && isStained(cell))
      const blanks = cells.filter((cell) => cell.mark === 'blank').length - hidden.length
      const figures = cells.filter((cell) => cell.mark === 'amount' || cell.mark === 'zero').length
      if (figures <= blanks) continue
      for (const cell of hidden) {
        cell.status = 'suspect'
        cell.source = 'ocr'
        cell.confidence = 0
      }
    }
}
