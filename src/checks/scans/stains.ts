/** Blank cells under a seal: what was printed there may have gone with its red ink. */
import type { Cell, Table } from '../../model.ts'
import { EDGE, isStained, stainsByPage } from '../../page/stains.ts'
import type { Page } from '../../page/types.ts'

/** Marks blanks that a seal touches `suspect`, in columns where a blank is not the rule. No sum would show a nought that is gone. */
export function doubtHidden(tables: readonly Table[], pages: readonly Page[]): void {
  const stains = stainsByPage(pages)
  if (stains.size === 0) return
  const isHidden = ({ page, bbox: [x0, y0, x1, y1] }: Cell) =>
    isStained(stains.get(page), [x0 + EDGE, y0 + EDGE, x1 - EDGE, y1 - EDGE])
  for (const { columns, rows } of tables)
    for (const { id } of columns) {
      const cells = rows.flatMap((row) => row.cells[id] ?? [])
      const hidden = cells.filter((cell) => cell.mark === 'blank' && isHidden(cell))
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
