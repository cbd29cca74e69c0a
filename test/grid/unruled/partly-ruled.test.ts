/** Tables without upright rulings, some of whose horizontal ones are drawn over some columns alone. */
import { expect, it } from 'vitest'
import { findGrids } from '../../../src/grid/find.ts'
import { pageOf, row, ruling, textsOf } from '../../drawn/ruled.ts'

/** Names begin at 10 and at 160; amounts end at 440, and stand below a header of three. */
const at = (words: string, x: number): [string, number] => [words, x + 4.5 * words.length]
const head = row(110, at('资金来源', 10), at('项目名称', 160), ['金额', 420])
const whole = (...ys: number[]) => ys.map((y) => ruling('h', y, 0, 450))
const amount = (words: string): [string, number] => [words, 440 - 2.25 * words.length]

it('a text in the middle of the rows that a ruling beside it parts is of all of them', () => {
  const [grid] = findGrids(
    pageOf(
      [...whole(100, 120, 140, 180, 200, 260), ruling('h', 160, 150, 450), ruling('h', 220, 150, 450)].concat(
        ruling('h', 240, 150, 450),
      ),
      [
        head,
        row(130, at('收入总计', 10), amount('300.00')),
        row(150, at('财政拨款', 160), amount('120.00')),
        row(160, at('预算资金', 10)),
        row(170, at('专项收入', 160)),
        row(190, at('政府性基金', 10), at('小计', 160), amount('100.00')),
        row(210, at('事业收入', 160), amount('30.00')),
        row(230, at('其他资金', 10), at('经营收入', 160)),
        row(250, at('债务收入', 160), amount('50.00')),
      ],
    ),
  )
  expect(textsOf(grid)).toEqual([
    '资金来源|项目名称|金额',
    '收入总计||300.00',
    '预算资金|财政拨款|120.00',
    '专项收入|',
    '政府性基金|小计|100.00',
    '其他资金|事业收入|30.00',
    '经营收入|',
    '债务收入|50.00',
  ])
})

it('names at both sides of a line below amounts alone are of a row each', () => {
  const [grid] = findGrids(
    pageOf(
      [...whole(100, 120, 200), ruling('h', 180, 380, 450)],
      [
        head,
        row(130, at('预算资金', 10), at('财政拨款', 160), amount('120.00')),
        row(150, at('预算资金', 10), at('专项收入', 160), amount('80.00')),
        row(170, at('其他资金', 10), at('事业收入', 160), amount('100.00')),
        row(190, at('合计', 10), amount('300.00')),
      ],
    ),
  )
  expect(textsOf(grid).slice(1)).toEqual([
    '预算资金|财政拨款|120.00',
    '预算资金|专项收入|80.00',
    '其他资金|事业收入|100.00',
    '合计||300.00',
  ])
})
