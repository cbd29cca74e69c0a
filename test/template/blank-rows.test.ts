/** Pages of a table on which nothing but blank rows stands. */
import { expect, it } from 'vitest'
import { read, table, text, title } from '../drawn/by-hand.ts'

it('the table goes on behind them', async () => {
  const xs = [60, 240, 360, 540, 660]
  const blank = ['', '', '', '']
  const { tables } = await read(
    [
      title('2026年部门收支总表'),
      text('单位：万元', 660, 90, '>'),
      ...table(
        100,
        xs,
        ['收入项目', '预算数', '支出项目', '预算数'],
        ['一、财政拨款', '12.50', '一、教育支出', '20.00'],
        ['二、事业收入', '7.50', '二、其他支出', ''],
      ),
    ],
    table(60, xs, blank, blank, blank),
    table(60, xs, ['收入总计', '20.00', '支出总计', '20.00']),
  )
  expect(tables.map((t) => [t.pages, t.rows.at(-1)?.key])).toEqual([[[1, 2, 3], '支出:支出总计']])
})
