/** Tables without rulings between the columns, in which texts of one cell stand apart and those of several close to each other. */
import { expect, it } from 'vitest'
import { amounts, read, SIZE, text, title } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const UNIT = text('单位：万元', 790, 85, '>')
type Document = Awaited<ReturnType<typeof read>>

const rowsOf = ({ tables: [table] }: Document) =>
  table?.rows.map((r) =>
    [r.key, ...Object.entries(r.cells).flatMap(([id, c]) => (c.value === null ? [] : [`${id} ${c.value}`]))].join(', '),
  )
const headersOf = ({ tables: [table] }: Document) => table?.columns.map((c) => `${c.id}: ${c.header.join('/')}`)

/** Lines of a header, the last of them at the foot of its cell. */
const foot = (lines: readonly string[], x: number, y: number, step: number): Mark[] =>
  lines.map((line, i) => text(line, x, y - step * (lines.length - 1 - i)))

for (const [where, at] of [
  ['at the left of their cells', () => 650],
  ['right before them', (digits: string) => 745 - SIZE * (digits.length - 1) * 0.5 - 12],
] as const)
  it(`signs ${where} are no column of their own`, async () => {
    const lines = [
      ['', '合计', '100.00', '60.00', '40.00'],
      ['201', '一般公共服务支出', '52.00', '40.00', '12.00'],
      ['20103', '政府办公厅事务', '52.00', '40.00', '12.00'],
      ['2010301', '行政运行', '5.00', '4.00', '1.00'],
      ['2010302', '一般行政管理事务', '47.00', '36.00', '11.00'],
    ]
    const document = await read([
      title('2026年一般公共预算支出表'),
      UNIT,
      ...['科目编码', '科目名称', '2025年预算数', '2026年预算数', '增减额'].map((h, i) =>
        text(h, [75, 240, 450, 570, 690][i]!, 108),
      ),
      ...lines.flatMap(([code, name, before, now, less], i) => {
        const y = 135 + 20 * i
        const known = [
          text(name!, 115, y, '<'),
          text('-', at(less!), y),
          ...(code === '' ? [] : [text(code!, 40, y, '<')]),
        ]
        return [...known, ...amounts([before!, now!, less!], [505, 625, 745], y)]
      }),
    ])
    expect(rowsOf(document)?.[0]).toBe('合计, previous_budget 100.00, total 60.00, change -40.00')
    expect(rowsOf(document)?.[3]).toBe('2010301, previous_budget 5.00, total 4.00, change -1.00')
  })

it('lines as long as each other, and as far apart as the next one, are one header, though others stand beside the second', async () => {
  const middles = [75, 180, 250, 320, 390, 460]
  const heads = [
    ['单位名称'],
    ['合计'],
    ['财政拨款'],
    ['事业收', '入'],
    ['事业单', '位经营', '收入'],
    ['上级补', '助收入'],
  ]
  const lines = [
    ['合计', '96.00', '60.00', '10.00', '6.00', '20.00'],
    ['财政局', '96.00', '60.00', '10.00', '6.00', '20.00'],
  ]
  const document = await read([
    title('2026年部门收入总表'),
    UNIT,
    ...heads.flatMap((head, i) => foot(head, middles[i]!, 130, 14)),
    ...lines.flatMap(([name, ...rest], i) => [
      text(name!, 40, 160 + 20 * i, '<'),
      ...amounts(
        rest,
        middles.slice(1).map((x) => x + 32),
        160 + 20 * i,
      ),
    ]),
  ])
  expect(headersOf(document)).toContain('business: 事业单位经营收入')
})

it('a header a little further above than the lines of others are apart heads a group', async () => {
  const middles = [75, 190, 280, 370, 460, 550]
  const heads = [
    ['单位名称'],
    ['总计'],
    ['一般公', '共预算'],
    ['政府性', '基金'],
    ['财政专', '户管理', '资金'],
    ['事业', '收入'],
  ]
  const lines = [
    ['合计', '90.00', '60.00', '10.00', '15.00', '5.00'],
    ['财政局', '90.00', '60.00', '10.00', '15.00', '5.00'],
  ]
  const document = await read([
    title('2026年部门收入总表'),
    UNIT,
    text('本年收入', 415, 99),
    ...heads.flatMap((head, i) =>
      head.map((t, k) =>
        text(t, i === 4 ? 416 : middles[i]! - (i > 4 ? 50 : 0), 130 + 13 * (k - (head.length - 1) / 2)),
      ),
    ),
    ...lines.flatMap(([name, ...rest], i) => [
      text(name!, 40, 175 + 20 * i, '<'),
      ...amounts(
        rest,
        [190, 280, 370, 416, 500].map((x) => x + 32),
        175 + 20 * i,
      ),
    ]),
  ])
  expect(headersOf(document)?.some((h) => h.includes('本年收入财政专户'))).toBe(false)
})

it('a total set wide over its column is one word, though the number of the column stands below the middle of it', async () => {
  const document = await read([
    title('2026年部门支出总表'),
    UNIT,
    ...['科目名称', '基本支出', '项目支出'].map((t, i) => text(t, [150, 540, 660][i]!, 110)),
    text('合', 448, 110),
    text('计', 462, 110),
    ...['1', '2', '3'].map((t, i) => text(t, [455, 540, 660][i]!, 130)),
    ...[
      ['合计', '90.00', '60.00', '30.00'],
      ['教育支出', '50.00', '20.00', '30.00'],
      ['其他支出', '40.00', '40.00', ''],
    ].flatMap(([name, ...rest], i) => [
      text(name!, 60, 155 + 20 * i, '<'),
      ...amounts(rest, [452, 560, 680], 155 + 20 * i),
    ]),
  ])
  expect(headersOf(document)).toContain('total: 合计')
})

it('a header exactly in the middle of the next two stands over both, though figures of the first end below it', async () => {
  const document = await read([
    title('2026年一般公共预算支出表'),
    UNIT,
    ...['科目编码', '科目名称', '合计', '基本支出'].map((t, i) => text(t, [75, 200, 340, 440][i]!, 124)),
    text('预算数', 490, 100),
    text('项目支出', 600, 116),
    text('项目支出总数', 545, 132),
    text('扣除基建项目', 655, 132),
    ...[
      ['201', '一般公共服务支出', '130.00', '30.00', '100.00', '90.00'],
      ['20103', '政府办公厅事务', '130.00', '30.00', '100.00', '90.00'],
      ['2010301', '行政运行', '130.00', '30.00', '100.00', '90.00'],
    ].flatMap(([code, name, ...rest], i) => [
      text(code!, 50, 160 + 20 * i, '<'),
      text(name!, 120, 160 + 20 * i, '<'),
      ...amounts(rest, [370, 470, 592, 702], 160 + 20 * i),
    ]),
  ])
  expect(headersOf(document)).toContain('project: 预算数/项目支出/项目支出总数')
})

it('2025 alone in the line above the figures of its row is no number of the page', async () => {
  const years = ['2025', '2026']
  const document = await read([
    title('2026年“三公”经费支出表'),
    UNIT,
    ...['单位名称', '年度', '合计', '因公出国(境)费', '公务接待费', '公务用车运行费'].map((t, i) =>
      text(t, [100, 210, 310, 430, 550, 690][i]!, 110),
    ),
    ...years.flatMap((year, i) => [
      text(year, 200, 140 + 34 * i, '<'),
      text('年', 200, 152 + 34 * i, '<'),
      ...(i === 0 ? [text('某某市信访局', 60, 146, '<')] : []),
      ...amounts(['5.50', '0.00', '3.00', '2.50'], [330, 460, 580, 730], 146 + 34 * i),
    ]),
  ])
  expect(headersOf(document)?.some((h) => /2025年/.test(h))).toBe(true)
})

it('a header stands over each of 类, 款 and 项, which the next page does not print again', async () => {
  const ends = [480, 600, 720]
  const head = (y: number): Mark[] => [
    text('项目', 200, y),
    text('功能分类', 110, y + 16),
    ...[60, 110, 160].map((x) => text('科目编码', x, y + 32)),
    text('科目名称', 270, y + 24),
    ...['本年支出合计', '基本支出', '项目支出'].map((t, i) => text(t, ends[i]! - 30, y + 16)),
  ]
  const line = (y: number, codes: readonly string[], name: string, values: readonly string[]): Mark[] => [
    ...codes.flatMap((c, i) => (c === '' ? [] : [text(c, 60 + 50 * i, y)])),
    text(name, 210, y, '<'),
    ...amounts(values, ends, y),
  ]
  const document = await read(
    [
      title('支出决算表'),
      UNIT,
      ...head(105),
      ...line(159, ['类', '款', '项'], '合计', ['100.00', '60.00', '40.00']),
      ...line(179, ['201', '', ''], '一般公共服务支出', ['80.00', '60.00', '20.00']),
      ...line(199, ['201', '03', ''], '政府办公厅事务', ['80.00', '60.00', '20.00']),
      ...line(219, ['201', '03', '01'], '机关事业单位基本养老保险缴费支出', ['80.00', '60.00', '20.00']),
    ],
    [...head(60), ...line(114, ['221', '02', '03'], '购房补贴', ['20.00', '', '20.00'])],
  )
  expect(document.tables).toHaveLength(1)
  expect(document.tables[0]?.rows.at(-1)?.key).toBe('2210203')
})

it('what stands below a name, with a line of another column between them, is a row of its own', async () => {
  const document = await read([
    title('2026年部门收入总表'),
    UNIT,
    text('项目名称', 200, 110),
    text('金额', 690, 110),
    text('收入总计', 300, 131),
    ...amounts(['90.00'], [730], 131),
    ...[text('一般公共预算资金', 60, 152, '<'), text('小计', 300, 152, '<'), ...amounts(['90.00'], [730], 152)],
    ...[text('公共财政拨款', 300, 173, '<'), ...amounts(['90.00'], [730], 173)],
    text('一般公共预算资金', 60, 183.5, '<'),
    text('专项收入', 300, 194, '<'),
    ...[text('政府性基金', 60, 215, '<'), text('小计', 300, 215, '<')],
    ...[text('财政专户管理资金', 60, 236, '<'), text('小计', 300, 236, '<')],
  ])
  expect(document.tables[0]?.rows.some((r) => r.key.includes('公共财政拨款专项收入'))).toBe(false)
})

it('sentences of short last lines in the last column are texts of its cells, wherever the row’s figures stand', async () => {
  const goals = [
    ['做好市人民来访接待', '厅物业管理服务工作', '，提供优质物业管理', '服务。'],
    ['做好后勤保障工作，', '确保市人民来访接待', '大厅正常运转，提供', '安全有序的办公场', '所。'],
    ['根据相关文件，用于', '解决后勤服务人员不', '足问题。'],
  ]
  const tops = [140, 200, 272]
  const document = await read([
    title('2026年部门项目支出预算表'),
    UNIT,
    ...['项目名称', '合计', '一般公共预算', '绩效目标'].map((t, i) => text(t, [110, 300, 450, 680][i]!, 108)),
    ...goals.flatMap((goal, i) => [
      ...goal.map((line, k) => text(line, 620, tops[i]! + 12 * k, '<')),
      text(['物业管理费', '接待厅专项经费', '辅助经费'][i]!, 60, tops[i]! + 6 * (goal.length - 1), '<'),
      ...amounts(['99.00', '99.00'], [340, 510], tops[i]! + 6 * (goal.length - 1)),
    ]),
  ])
  expect(document.tables[0]?.rows.map((r) => r.label)).toEqual(['物业管理费', '接待厅专项经费', '辅助经费'])
})

it('a minus before a rate is of it, though rates without one begin right behind it', async () => {
  const rates = ['-60.86%', '30.12%', '26.35%', '-85.59%', '46.10%']
  const lines = ['201', '205', '208', '210', '221'].map((code, i) => [code, `${code}.00`, rates[i]!])
  const document = await read([
    title('2026年一般公共预算支出表'),
    UNIT,
    ...['科目编码', '2026年预算数', '增减（%）'].map((h, i) => text(h, [75, 300, 450][i]!, 108)),
    ...lines.flatMap(([code, now, rate], i) => [
      text(code!, 40, 135 + 20 * i, '<'),
      ...amounts([now!, rate!], [335, 480], 135 + 20 * i),
    ]),
  ])
  const { columns, rows } = document.tables[0]!
  const last = columns.at(-1)!
  expect(last.header.join('')).toContain('增减')
  expect(rows.map((r) => r.cells[last.id]?.raw)).toEqual(rates)
})

it('合 and 计 set apart are one header, whatever stands below each of them', async () => {
  const document = await read([
    title('2026年一般公共预算支出表'),
    UNIT,
    ...['科目编码', '基本支出', '项目支出'].map((h, i) => text(h, [75, 430, 560][i]!, 108)),
    ...['合', '计'].map((h, i) => text(h, [290, 312][i]!, 108)),
    // Their numbers stand in the middle of half a column.
    ...['1', '2', '3'].map((n, i) => text(n, [290, 430, 560][i]!, 125)),
    ...['201', '205'].flatMap((code, i) => [
      text(code, 40, 145 + 20 * i, '<'),
      ...['28.00', '8.00', '20.00'].map((a, k) => text(a, [320, 430, 560][k]!, 145 + 20 * i)),
    ]),
  ])
  expect(rowsOf(document)).toEqual(['201', '205'].map((code) => `${code}, total 28.00, basic 8.00, project 20.00`))
})
