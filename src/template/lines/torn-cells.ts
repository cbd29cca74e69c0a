/** Names and amounts in one cell of a scan, where the rulings between them were not seen. */
import { isWrittenAmount } from '../../amount.ts'
import type { GridCell } from '../../grid/types.ts'
import type { PlacedColumn } from '../columns/placed.ts'
import { isScanned } from '../seen.ts'
import { squash } from '../words.ts'

/** 卫生健康支出1,061,700: the amount of another column, where nothing parts it from the name. 12345热线 and years have fewer digits. */
export const ENDS_WITH_AMOUNT = /\p{Script=Han}[-−]?(\d{6,}|\d{1,3}(,\d{3})+|\d+\.\d\d)(\.\d+)?$/u

/** 1,016,213.69本年支出合计: the same before it. */
export const BEGINS_WITH_AMOUNT = /^[-−]?(\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d\d)\p{Script=Han}/u

/** 信访大厅运行 603: on a scan, the ruling between the name and the amount not being seen, and the rest of that not read. */
export function endsWithFigure(cell: GridCell, { role }: PlacedColumn): boolean {
  return role === 'value' && isScanned(cell) && /\p{Script=Han}\s*\d{2,}[\d.,:：，]*$/u.test(cell.text.trim())
}

/**
 * Amounts in a cell over several columns, which names the line: on a scan, the rulings between them were not seen. They
 * stand by themselves, or behind the name.
 */
export function figuresWithin(cell: GridCell): GridCell[] {
  if (!isScanned(cell) || cell.colSpan < 2) return []
  const figures = cell.glyphs.flatMap((g) => {
    if (isWrittenAmount(g.text)) return [g]
    const text = ENDS_WITH_AMOUNT.exec(g.text)?.[0].replace(/^\p{Script=Han}/u, '')
    // What else the whole may be says nothing of the figure alone.
    return text === undefined ? [] : [{ ...g, text, alternatives: [] }]
  })
  return figures.sort((a, b) => a.box[0] - b.box[0]).map((g) => ({ ...cell, glyphs: [g], text: g.text, box: g.box }))
}

/** What names the line in such a cell. */
export function nameWithin(cell: GridCell): string {
  const name = cell.text.trim()
  return figuresWithin(cell).length > 0 ? squash(name).replace(ENDS_WITH_AMOUNT, ([last]) => last!) : name
}
