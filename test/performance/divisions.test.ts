/** Funds of a form against their total: lines below a source, and a part named apart, are not counted twice. */
import { expect, it } from 'vitest'
import { read } from '../forms/run.ts'

// All the years of a project above its own year.
const years = ['实施期资金总额 | 300.00', '其中：财政拨款 | 250.00', '其他资金 | 50.00', '年度资金总额 | 100.00']

const notes = (...money: string[]) => {
  const rows = money.map((line, i) => `| ${i === 0 ? '项目资金' : '^'} | ${line} | < |`).join('\n')
  const form = `项目支出绩效目标表
    （2026年度）
    | 项目名称 | 档案整理 | < | < |
    ${rows}
    | 年度目标 | 完成整理 | < | < |
    | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    | 产出指标 | 数量指标 | 整理卷数 | ≥20卷 |`
  return read(form).findings.filter((f) => f.code === 'performance-funds').length
}

it.each([
  [0, ['年度资金总额 | 100.00', '其中：财政拨款 | 80.00', '中央 | 30.00', '省级 | 50.00', '其他资金 | 20.00']],
  [0, ['资金总额 | 100.00', '财政拨款 | 80.00', '单位资金 | 20.00', '其中：政府采购 | 50.00']],
  [0, ['资金总额 | 100.00', '财政拨款 | 80.00', '其他资金 | 20.00', '基本支出 | 60.00', '项目支出 | 40.00']],
  [0, [...years, '其中：财政拨款 | 90.00', '其他资金 | 10.00']],
  [1, [...years, '其中：财政拨款 | 90.00', '其他资金 | 20.00']],
  // No line that is called a sum.
  [0, ['年度预算收入 | 100.00', '档案保护 | 20.00', '设备更新 | 30.00']],
  [1, ['资金总额 | 100.00', '财政拨款 | 80.00', '其他资金 | 10.00']],
  [1, ['资金总额 | 100.00', '财政拨款 | 80.00', '中央 | 30.00', '省级 | 40.00', '其他资金 | 20.00']],
])('%i notes: %j', (count, money) => expect(notes(...money)).toBe(count))
