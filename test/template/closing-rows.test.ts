/** Notes and signatures in the last rows of a frame are no lines of the table. */
import { expect, it } from 'vitest'
import { language } from '../../extractors/index.ts'
import { findGrids } from '../../src/grid/find.ts'
import { withoutNotes } from '../../src/template/around/frame.ts'
import { lines, pageOf, row, ruling } from '../drawn/ruled.ts'

/** Two rows of figures and a last one over both columns, or over the first alone. */
function closedBy(words: string, isMerged: boolean) {
  const rulings = [...lines('h', 0, 400, 0, 20, 40, 60), ...lines('v', 0, 60, 0, 400)]
  const middle = ruling('v', 200, 0, isMerged ? 40 : 60)
  const texts = [row(10, ['教育支出', 60], ['12.50', 350]), row(30, ['合计', 60], ['12.50', 350]), row(50, [words, 90])]
  const [grid] = findGrids(pageOf([...rulings, middle], texts))
  return withoutNotes(grid!, language)
}

it.each(['注：本表含结转资金。', '单位负责人：　填表人：', '制表人:', '财务负责人（签章）：'])('%s', (words) => {
  for (const isMerged of [true, false]) {
    const { grid, notes } = closedBy(words, isMerged)
    expect(grid.rows).toHaveLength(2)
    expect(notes).toHaveLength(1)
  }
})

it.each(['负责人培训支出', '主管部门：'])('%s is a line', (words) => {
  expect(closedBy(words, false).grid.rows).toHaveLength(3)
})
