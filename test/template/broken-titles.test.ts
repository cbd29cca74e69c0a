/** Titles that are broken in two lines, set with as much room as their letters leave. */
import { expect, it } from 'vitest'
import { read, SIZE, table, text, title } from '../drawn/by-hand.ts'

it('the rest of what stands in brackets, and the unit in others behind it', async () => {
  const document = await read([
    title('一般公共预算支出表（按经'),
    { kind: 'text', text: '济分类）（单位：万元）', x: 320, y: 90, size: 20 },
    text('编制部门：青禾市财政局', 60, 110 + SIZE, '<'),
    ...table(
      140,
      [60, 160, 320, 420, 520, 620],
      ['科目编码', '科目名称', '支出总计', '基本支出', '项目支出'],
      ['301', '工资福利支出', '90.00', '90.00', '0.00'],
      ['30101', '基本工资', '90.00', '90.00', '0.00'],
      ['302', '商品和服务支出', '30.00', '10.00', '20.00'],
      ['30201', '办公费', '30.00', '10.00', '20.00'],
    ),
  ])
  const titles = [...document.tables, ...document.other_tables].map((t) => t.title)
  expect(titles).toEqual(['一般公共预算支出表（按经济分类）（单位：万元）'])
})
