/** Dirt of scans in rows that might be several. */
import { expect, it } from 'vitest'
import { divideRows } from '../../src/grid/rows/undivided-rows.ts'
import type { Glyph } from '../../src/page/types.ts'
import { rowOf, textsOf } from './one-row.ts'

/** One word as the reader of a scan gives it: its size is the height of its ink. */
const read = (word: string, [x, y]: readonly [number, number], height: number, width = 9 * word.length): Glyph[] => [
  { text: word, size: height, box: [x, y, x + width, y + height], source: 'ocr' },
]

it('what is far lower than the print of a scanned row is dirt, and no row of its own', () => {
  const wrapped = [...read('某市某局', [4, 4], 9), ...read('监狱', [4, 24], 9)]
  const figure = (x: number) => read('18.50', [x, 14], 8)
  const dirty = rowOf(40, wrapped, figure(340), [...figure(540), ...read('—', [500, 32], 1, 2)])
  divideRows(dirty, [])
  expect(dirty.rows).toHaveLength(1)
  const streaked = rowOf(20, read('收入', [90, 8], 9), [
    ...read('—', [250, 2], 1, 40),
    ...read('支', [240, 8], 9),
    ...read('出', [330, 8], 9),
  ])
  streaked.cells[1]!.colSpan = 2
  streaked.cells[1]!.box = [200, 0, 600, 20]
  streaked.xs = [0, 200, 300, 600]
  divideRows(streaked, [])
  expect(streaked.rows).toHaveLength(1)
})

it('a dash of a scan beside the figure of another cell is a row of its own', () => {
  const grid = rowOf(
    40,
    [...read('甲支出', [4, 4], 9), ...read('乙支出', [4, 24], 9)],
    [...read('12.50', [340, 4], 8), ...read('—', [350, 28], 1, 8)],
    [...read('12.50', [540, 4], 8), ...read('3.50', [540, 24], 8)],
  )
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['甲支出', '12.50', '12.50'],
    ['乙支出', '—', '3.50'],
  ])
})
