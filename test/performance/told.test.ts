/** Money of a form whose names and amounts stand within one box. */
import { expect, it } from 'vitest'
import { read } from '../forms/run.ts'

const form = (...money: string[]) => `项目支出绩效目标表
（2024年度）
| 项目名称 | 馆舍维修 | < |
${money.join('\n')}
| 总体目标 | 投资120.00万元。 | < |
| 一级指标 | 二级指标 | 指标值 |
| 产出指标 | 数量指标 | 10个 |`

const WHOLE = ['资金总额 120.00', '财政拨款 100.00', '其他资金 20.00']

it.each([
  [
    'in a block',
    WHOLE,
    ['| 项目资金（万元） | 资金总额：120.00 | < |', '| ^ | 其中：财政拨款 100.00 | 其他资金：20.00 |'],
  ],
  [
    'below a name of money',
    WHOLE,
    ['| 预算资金 | 资金总额：120.00 | < |', '| ^ | 其中：财政拨款 100.00 | 其他资金 20.00 |'],
  ],
  ['in one box', WHOLE, ['| 项目资金（万元） | 资金总额：120.00　其中：财政拨款：100.00　其他资金：20.00 | < |']],
  [
    'behind the name beside them',
    WHOLE.map((line) => `${line}万元`),
    ['| 资金总额 | 120.00万元，其中：财政拨款100.00万元，其他资金20.00万元 | < |'],
  ],
  [
    'counted and in brackets, as in Hunan',
    ['总额 106.75万元', '财政拨款 69.25万元', '上级财政资金 69.25万元', '本级财政 0万元', '其他 37.50万元'],
    [
      '| 资金总额及构成 | 总额106.75万元 一、财政拨款：69.25万元（其中：上级财政资金：69.25万元；本级财政：0万元） 二、其他：37.50万元 | < |',
    ],
  ],
  ['years and counts are none', [], ['| 项目期限 | 起始年：2024 | < |']],
])('%s', (_, funds, money) => {
  const [read1] = read(form(...money)).performance
  expect(read1!.funds.map((f) => `${f.label} ${f.cells.budget!.value}`)).toEqual(funds)
  expect(read1!.goal!.value).toBe('投资120.00万元。')
})

it('words beside a name of money are kept, where they hold a figure', () => {
  const [{ funds, texts }] = read(form('| 预算资金 | 按2024年批复 | < |')).performance as [never]
  expect({ funds, texts }).toMatchObject({ funds: [], texts: [{ label: '预算资金', text: '按2024年批复' }] })
})

it('below columns of amounts: they say what they are of by their names, and are in none of the columns', () => {
  const [whole] = read(
    `部门整体支出绩效自评表
（2023年度）
| 部门名称 | 某市档案局 | < | < | < |
| 年度预算申请（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 |
| ^ | 年度资金总额 | 120.00 | 130.00 | 125.00 |
| ^ | 按收入性质分：125.00 | < | 按支出性质分：125.00 | < |
| ^ | 其中：一般公共预算：125.00 | < | 其中：基本支出：90.00 | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 实际完成值 |
| ^ | 产出指标 | 数量指标 | 接收档案 | 1.2万卷 |`,
  ).performance
  const lines = whole!.funds.map((f) =>
    [f.label, ...Object.entries(f.cells).map(([id, c]) => `${id} ${c.raw}`)].join(' '),
  )
  expect(lines).toEqual([
    '年度资金总额 initial_budget 120.00 adjusted_budget 130.00 executed 125.00',
    '按收入性质分 amount 125.00',
    '按支出性质分 amount 125.00',
    '一般公共预算 amount 125.00',
    '基本支出 amount 90.00',
  ])
})
