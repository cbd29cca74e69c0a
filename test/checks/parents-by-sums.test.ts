/** Groups of a list whose names are not set in by how deep they stand: the sums tell what is below what. */
import { expect, it } from 'vitest'
import { read } from '../forms/run.ts'

const procurement = (works: string) => `2026年某市某局部门预算
  政府采购支出表
   | 单位：万元
  | 采购品目大类 | 专项名称 | 经济科目 | 采购品目名称 | 采购组织形式 | 一般公共预算资金 | 总计 |
  | 合计 | | | | | 300.00 | 300.00 |
  | 货物 | | | | | 90.00 | 90.00 |
  | 某市某局 | | | | | 40.00 | 40.00 |
  | | 设备购置 | 办公设备购置 | 复印机 | 集中采购 | 30.00 | 30.00 |
  | | 设备购置 | 办公设备购置 | 办公桌 | 分散采购 | 10.00 | 10.00 |
  | 某市某中心 | | | | | 50.00 | 50.00 |
  | | 12345热线经费 | 办公费 | 复印纸 | 集中采购 | 50.00 | 50.00 |
  | 工程 | | | | | ${works} | ${works} |
  | 某市某中心 | | | | | ${works} | ${works} |
  | | 大楼修缮 | 大型修缮 | 修缮工程 | 分散采购 | 210.00 | 210.00 |`

const parentsOf = (form: string) =>
  Object.fromEntries(read(form).tables.flatMap((t) => t.rows.map((r) => [r.key, r.parent] as const)))

it('what adds up to a group stands below it, and a name of digits is no code', () => {
  expect(parentsOf(procurement('210.00'))).toEqual({
    合计: null,
    货物: null,
    某市某局: '货物',
    '设备购置/办公设备购置/复印机/集中采购': '某市某局',
    '设备购置/办公设备购置/办公桌/分散采购': '某市某局',
    某市某中心: '货物',
    '12345热线经费/办公费/复印纸/集中采购': '某市某中心',
    工程: null,
    '工程/某市某中心': '工程',
    '大楼修缮/大型修缮/修缮工程/分散采购': '工程/某市某中心',
  })
})

it('where they do not add up, nothing is taken from the sums', () => {
  expect(parentsOf(procurement('220.00'))).toMatchObject({ 某市某局: null, 工程: null })
})

it('of lines with codes of a catalogue a sum that holds proves them', () => {
  const services = (second: string) => `2026年某市某局部门预算
  政府购买服务预算表
   | 单位：万元
  | 指导性目录 | < | < | 预算金额 |
  | 一级 | 二级 | 三级 | ^ |
  | 合计 | | | 50.00 |
  | 01-公共服务 | 0101-公共安全服务 | 公共安全保障服务 | 20.00 |
  | 01-公共服务 | 0104-社会保障服务 | 法律援助服务 | ${second} |`
  const states = (form: string) => read(form).tables[0]!.rows.map((r) => r.cells.total?.status)
  expect(states(services('30.00'))).toEqual(['proved', 'proved', 'proved'])
  expect(states(services('31.00'))).toEqual(['read', 'read', 'read'])
})
