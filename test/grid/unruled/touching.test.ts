/** Tables without rulings in which nothing parts the texts of columns beside each other. */
import { expect, it } from 'vitest'
import { read, SIZE, text } from '../../drawn/by-hand.ts'
import { widthOf } from '../../drawn/font.ts'

const captions = (title: string) => [
  { kind: 'text' as const, text: title, x: 320, y: 84, size: 20 },
  text('单位：元', 560, 105, '>'),
]

it.each(['<', '>'] as const)('headers that touch are as wide as the cells of their figures (set at %s)', async (at) => {
  const heads = ['一般公共预算', '政府性基金预算', '国有资本经营预算']
  const begins = heads.map((_, i) => 330 + widthOf(heads.slice(0, i).join(''), SIZE))
  const ends = heads.map((_, i) => 330 + widthOf(heads.slice(0, i + 1).join(''), SIZE))
  const lines: [string, string[]][] = [
    ['一般公共服务支出', ['600.00', '300.00', '200.00', '100.00']],
    ['教育支出', ['120.00', '60.00', '40.00', '20.00']],
    ['住房保障支出', ['60.00', '30.00', '20.00', '10.00']],
    ['合计', ['780.00', '390.00', '260.00', '130.00']],
  ]
  const { tables } = await read([
    ...captions('2026年部门支出预算总表'),
    ...['科目编码', '科目名称', '合计'].map((t, i) => text(t, [85, 180, 290][i]!, 126)),
    text(heads.join(''), 330, 126, '<'),
    ...lines.flatMap(([name, amounts], i) => [
      ...(name === '合计' ? [] : [text(['201', '205', '221'][i]!, 70, 146 + 18 * i, '<')]),
      text(name, 120, 146 + 18 * i, '<'),
      text(amounts[0]!, 310, 146 + 18 * i, '>'),
      ...amounts.slice(1).map((a, k) => text(a, (at === '<' ? begins : ends)[k]!, 146 + 18 * i, at)),
    ]),
  ])
  expect(tables[0]?.columns.map((c) => c.header.at(-1))).toEqual(['合计', ...heads])
  expect(tables[0]?.rows[0] && Object.values(tables[0].rows[0].cells).map((c) => c.value)).toEqual(lines[0]![1])
})

it('其中： twice in a line of headers is no caption of a table', async () => {
  const heads = ['合计', '其中：基本支出', '其中：项目支出']
  const { tables } = await read([
    ...captions('2026年部门支出预算总表'),
    text('科目编码', 85, 126),
    text('科目名称', 180, 126),
    text('合计', 290, 126),
    text('其中：基本支出 其中：项目支出', 430, 126),
    ...[
      ['201', '一般公共服务支出', '600.00', '400.00', '200.00'],
      ['205', '教育支出', '120.00', '70.00', '50.00'],
    ].flatMap(([code, name, ...amounts], i) => [
      text(code!, 70, 146 + 18 * i, '<'),
      text(name!, 120, 146 + 18 * i, '<'),
      ...amounts.map((a, k) => text(a, [310, 420, 500][k]!, 146 + 18 * i, '>')),
    ]),
  ])
  expect(tables[0]?.columns.length).toBe(heads.length)
})

it.each([',', "'"])(
  'whole amounts (%s) that touch are of two columns, and the label before them is of a third',
  async (sign) => {
    const whole = (thousands: string) => thousands.replaceAll(' ', sign)
    const [total, basic, project] = [whole('175 281 837'), whole('12 803 407'), whole('162 478 430')]
    const width = (t: string) => widthOf(t, SIZE)
    const ends = [560 - width(project) - width(basic), 560 - width(project), 560]
    const lines: [string, string[]][] = [
      ['社会保障和就业支出', ['3,196,880', '3,135,520', '61,360']],
      ['卫生健康支出', ['1,061,700', '1,061,700', '0']],
      ['住房保障支出', ['825,766', '825,766', '0']],
    ]
    const { tables } = await read([
      ...captions('2026年部门支出预算总表'),
      ...['科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((t, i) =>
        text(t, [205, 300, ...ends.map((x) => x - 25)][i]!, 126),
      ),
      ...lines.flatMap(([name, amounts], i) => [
        text(['208', '210', '221'][i]!, 190, 146 + 18 * i, '<'),
        text(name, ends[0]! - width(`自然资源海洋气象支出${total}`), 146 + 18 * i, '<'),
        ...amounts.map((a, k) => text(a, ends[k]!, 146 + 18 * i, '>')),
      ]),
      text('220', 190, 200, '<'),
      text(`自然资源海洋气象支出${total}${basic}${project}`, 560, 200, '>'),
    ])
    const values = tables[0]?.rows.map((r) => [r.code, ...Object.values(r.cells).map((c) => c.value)])
    expect(values?.at(-1)).toEqual(['220', ...[total, basic, project].map((a) => a.replaceAll(sign, ''))])
  },
)

it('a name that runs over the amount of its row leaves the amounts a column of their own', async () => {
  const lines = [
    ['201', '一般公共服务支出', '87,267,272.44'],
    ['20101', '人大事务', '87,267,272.44'],
    ['2010101', '行政运行', '1,726,725.44'],
    ['2010102', '机关事业单位基本养老保险缴费支出', '1,839,485.00'],
    ['2010103', '机关服务', '83,701,062.00'],
  ]
  const { tables } = await read([
    ...captions('2026年一般公共预算支出表'),
    ...['科目编码', '科目名称', '合计', '基本支出'].map((t, i) => text(t, [75, 190, 325, 440][i]!, 126)),
    ...lines.flatMap(([code, name, value], i) => [
      text(code!, 50, 146 + 20 * i, '<'),
      text(name!, 120, 146 + 20 * i, '<'),
      ...[355, 470].map((x) => text(value!, x, 146 + 20 * i, '>')),
    ]),
  ])
  expect(tables[0]?.rows.map((r) => r.cells.total?.raw)).toEqual(lines.map(([, , value]) => value))
})

it.each(["￥12'376'671", '１７３１２３００'])(
  '%s that touches the label behind it is of the column before',
  async (amount) => {
    const labels = ['一、教育支出', '二、住房保障支出', '三、其他支出']
    const { tables } = await read([
      ...captions('2026年部门收支预算总表'),
      ...['收入', '支出'].map((t, i) => text(t, [180, 440][i]!, 126)),
      ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [100, 230, 350, 520][i]!, 144)),
      ...labels.flatMap((label, i) => [
        text(`${'一二三'[i]}、收入`, 60, 166 + 18 * i, '<'),
        text(amount, 300, 166 + 18 * i, '>'),
        text(label, 302 + 3 * i, 166 + 18 * i, '<'),
        text('10.00', 560, 166 + 18 * i, '>'),
      ]),
    ])
    expect(tables[0]?.rows.filter((r) => r.cells.total).map((r) => r.label)).toEqual(labels)
  },
)

it('two amounts that touch the only label of a table are told by their places', async () => {
  const [total, own] = ['4684.30', '4676.96']
  const { tables } = await read([
    ...captions('2026年部门收入总表'),
    ...['预算单位', '收入总计', '财政拨款', '事业收入', '其他收入'].map((t, i) =>
      text(t, [80, 134, 190, 400, 500][i]!, 126),
    ),
    text(`某某市信访局${total}${own}`, 50, 146, '<'),
    ...['4.00', '3.34'].map((a, i) => text(a, [420, 520][i]!, 146, '>')),
  ])
  expect(Object.values(tables[0]?.rows[0]?.cells ?? {}).map((c) => c.raw)).toEqual([total, own, '4.00', '3.34'])
})

it('a code and its name behind another one are of the next column, however little room is between them', async () => {
  const lines = [
    ['50102-社会保障缴费', '30112-其他社会保障', '28.77'],
    ['50199-其他工资福利', '30199-其他工资福利', '890.44'],
    ['50201-办公费', '30201-办公费', '89.40'],
  ]
  const { tables } = await read([
    ...captions('2026年支出总表'),
    ...['政府支出经济分类科目', '部门支出经济分类科目', '合计', '基本支出'].map((t, i) =>
      text(t, [120, 235, 340, 430][i]!, 126),
    ),
    ...lines.flatMap(([own, next, amount], i) => [
      text(own!, 120, 146 + 18 * i),
      text(next!, 120 + (widthOf(lines[0]![0]!, SIZE) + widthOf(lines[0]![1]!, SIZE)) / 2 + 6, 146 + 18 * i),
      ...[370, 460].map((x) => text(amount!, x, 146 + 18 * i, '>')),
    ]),
  ])
  expect(tables[0]?.rows.map((r) => r.key)).toEqual(['50102/30112', '50199/30199', '50201/30201'])
})

it('whole amounts without separators, nearer to each other than cells mostly are, are of two columns', async () => {
  const lines = [
    ['工资福利支出', '88282511'],
    ['商品和服务支出', '11168569'],
    ['对个人和家庭的补助', '10755518'],
  ]
  const { tables } = await read([
    ...captions('2026年一般公共预算基本支出表'),
    ...['科目编码', '科目名称', '合计', '人员经费'].map((t, i) => text(t, [80, 180, 315, 367][i]!, 126)),
    ...lines.flatMap(([name, amount], i) => [
      text(['301', '302', '303'][i]!, 60, 146 + 18 * i, '<'),
      text(name!, 120, 146 + 18 * i, '<'),
      ...[340, 348 + widthOf(amount!, SIZE)].map((x) => text(amount!, x, 146 + 18 * i, '>')),
    ]),
  ])
  expect(tables[0]?.rows.map((r) => Object.values(r.cells).map((c) => c.raw))).toEqual(lines.map(([, a]) => [a, a]))
})
