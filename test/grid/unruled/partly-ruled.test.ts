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

it('an amount over the end of the wrapped label beside it stands in its row', () => {
  const sum = (words: string, x: number): [string, number] => [words, x + 2.25 * words.length]
  const [grid] = findGrids(
    pageOf(whole(100, 120, 150, 180, 200), [
      row(110, at('项目', 10), at('预算数', 100), at('项目', 220), at('预算数', 330)),
      row(129.5, at('一、文化旅游体育与传', 220)),
      row(135, at('一、财政拨款收入', 10), sum('12376671.00', 100), sum('11212795.00', 303)),
      row(140.5, at('媒支出', 220)),
      row(159.5, at('二、社会保障和就业支', 220)),
      row(165, at('二、事业收入', 10), sum('701808.00', 100), sum('1510245.00', 303)),
      row(170.5, at('出', 220)),
      row(190, at('三、其他收入', 10), sum('537792.00', 100), at('三、住房保障支出', 220), sum('390788.00', 303)),
    ]),
  )
  expect(textsOf(grid).slice(1)).toEqual([
    '一、财政拨款收入|12376671.00|一、文化旅游体育与传媒支出|11212795.00',
    '二、事业收入|701808.00|二、社会保障和就业支出|1510245.00',
    '三、其他收入|537792.00|三、住房保障支出|390788.00',
  ])
})

it('a ruling over the whole table below a header parts it from no headers that all stand at one side', () => {
  const [grid] = findGrids(
    pageOf(
      [...whole(100, 160, 180, 200, 220), ruling('h', 120, 0, 200), ruling('h', 140, 0, 90)],
      [
        row(110, ['项目', 100]),
        row(130, ['功能分类', 45], ['本年收入合计', 260], ['财政拨款收入', 340], ['其他收入', 420]),
        row(145, ['科目名称', 150]),
        row(150, ['科目编码', 45]),
        row(170, ['类', 15], ['款', 45], ['项', 75], ['合计', 150], ['90.00', 275], ['80.00', 360], ['10.00', 435]),
        row(190, ['201', 15], ['教育支出', 130], ['90.00', 275], ['80.00', 360], ['10.00', 435]),
        row(210, ['201', 15], ['06', 45], ['普通教育', 130], ['90.00', 275], ['80.00', 360], ['10.00', 435]),
      ],
    ),
  )
  expect(textsOf(grid)[0]).toBe('项目+4|本年收入合计|财政拨款收入|其他收入')
})
