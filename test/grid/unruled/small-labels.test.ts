/** Labels in letters as small as their cells need: beside their amounts they take but a part of the height. */
import { expect, it } from 'vitest'
import { findGrids } from '../../../src/grid/find.ts'
import { lines, pageOf, row, ruling, textsOf } from '../../drawn/ruled.ts'

/** Words in letters of another size than those of `row`. */
const small = (words: string, x: number, y: number, size: number) =>
  [...words].map((text, i): ReturnType<typeof row>[number] => {
    const x0 = x + i * size
    return { text, size, box: [x0, y - size / 2, x0 + size, y + size / 2], source: 'text' }
  })
const at = (words: string, x: number): [string, number] => [words, x + 4.5 * words.length]

it('the last rows of one side, whose labels are small and stand a little higher', () => {
  const grids = findGrids(
    pageOf(
      [...lines('h', 0, 400, 100, 120, 240), ...lines('v', 100, 120, 0, 60, 200, 260, 400)].concat(
        ruling('h', 100, 0, 400),
      ),
      [
        row(110, ['项目', 30], ['预算数', 130], ['项目', 230], ['预算数', 330]),
        row(130, at('财政拨款', 4), ['100.00', 185], at('教育支出', 204), ['100.00', 385]),
        row(150, at('上年结转', 4), ['7.34', 188], at('结转下年', 204), ['7.34', 388]),
        [...small('一般公共预算拨款结转', 4, 168, 3), ...row(170, ['7.34', 188])],
        [...small('政府性基金预算拨款结转', 4, 188, 3), ...row(190, ['0.00', 188])],
        [...small('国有资本经营预算拨款结转', 4, 208, 3), ...row(210, ['0.00', 188])],
      ],
    ),
  )
  expect(grids.flatMap((g) => textsOf(g)).slice(3)).toEqual([
    '一般公共预算拨款结转|7.34||',
    '政府性基金预算拨款结转|0.00||',
    '国有资本经营预算拨款结转|0.00||',
  ])
})
