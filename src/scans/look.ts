/** What is seen of a scanned page before it is read: its rulings and the cells they make. */
import { ruledGrids } from '../grid/rulings/ruled.ts'
import type { Pixels } from '../page/picture/image.ts'
import { openScan, type Scan } from '../page/picture/scan.ts'
import type { Box, Page } from '../page/types.ts'

export function look(pixels: Pixels, page: Page): { scan: Scan; cells: Box[] } {
  const scan = openScan(pixels, { ...page, kind: 'scan' })
  return { scan, cells: ruledGrids(scan.page).flatMap((grid) => grid.cells.map((cell) => cell.box)) }
}
