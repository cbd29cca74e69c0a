/** What is counted is never rounded: a number of vehicles that is one more than its parts is wrong, an amount may be right. */
import { expect, test } from 'vitest'
import { read } from '../forms/run.ts'

const list = (total: string, lines: readonly string[]) => `2024年度某市某局部门决算
  机构运行信息表
   | 单位：万元
  | 项目 | 统计数 |
  | ${lines[0]} | ${total} |
  | ${lines[1]} | 0 |
  | ${lines[2]} | 2 |
  | ${lines[3]} | 5 |`

const vehicles = ['（一）车辆数合计（辆）', '1．机要通信用车', '2．应急保障用车', '3．其他用车']
const purchases = ['（一）政府采购支出合计', '1．政府采购货物支出', '2．政府采购工程支出', '3．政府采购服务支出']

const results = (form: string) => read(form).checks.flatMap((c) => (c.rule === 'row-of-rows' ? [c.result] : []))

test('of vehicles', () => {
  expect(results(list('7', vehicles))).toEqual(['holds'])
  expect(results(list('8', vehicles))).toEqual(['violated'])
})

test('of amounts without decimals', () => {
  expect(results(list('7', purchases))).toEqual(['holds'])
  expect(results(list('8', purchases))).toEqual(['rounding'])
})
