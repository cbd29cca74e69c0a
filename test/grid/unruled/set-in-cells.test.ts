/** Tables without rulings as other programs set them: at one side of their cells, from the foot, in blocks side by side. */
import { expect, it } from 'vitest'
import { amounts, read, SIZE, text, title } from '../../drawn/by-hand.ts'
import { widthOf } from '../../drawn/font.ts'
import type { Mark } from '../../drawn/pdf.ts'

const UNIT = text('单位：万元', 770, 85, '>')

/** `row column value` of all amounts of the first table. */
async function cellsOf(...pages: Mark[][]): Promise<string[]> {
  const { tables } = await read(...pages)
  return (tables[0]?.rows ?? []).flatMap(({ key, cells }) =>
    Object.entries(cells).flatMap(([id, { value }]) => (value ? [`${key} ${id} ${value}`] : [])),
  )
}

const CODED = [
  ['201', '', '', '一般公共服务支出', '30.00', '20.00', '10.00'],
  ['201', '01', '', '人大事务', '30.00', '20.00', '10.00'],
  ['201', '01', '01', '行政运行', '30.00', '20.00', '10.00'],
]

/** Lines with codes in three columns, names and amounts; codes begin at `codes`, amounts end at `ends`. */
const coded = (y: number, codes: readonly number[], ends: readonly number[]): Mark[] => [
  text('合计', 80, y, '<'),
  ...amounts(['30.00', '20.00', '10.00'], ends, y),
  ...CODED.flatMap((line, i) => [
    ...line.slice(0, 3).flatMap((code, k) => (code === '' ? [] : [text(code, codes[k]!, y + 20 * (i + 1), '<')])),
    text(line[3]!, 240, y + 20 * (i + 1), '<'),
    ...amounts(line.slice(4), ends, y + 20 * (i + 1)),
  ]),
]

const CODED_CELLS = ['合计', '201', '20101', '2010101'].flatMap((key) => [
  `${key} total 30.00`,
  `${key} basic 20.00`,
  `${key} project 10.00`,
])

it('one header over the three columns of a code is of all of them', async () => {
  const found = await cellsOf([
    title('2026年部门支出总表'),
    UNIT,
    ...['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((t, i) =>
      text(t, [120, 270, 450, 570, 690][i]!, 120),
    ),
    ...coded(150, [60, 115, 170], [480, 600, 720]),
  ])
  expect(found).toEqual(CODED_CELLS)
})

it('a header alone on its line above others, all set at the foot of their cells, heads several columns', async () => {
  const found = await cellsOf([
    title('2026年部门支出总表'),
    UNIT,
    text('项目', 210, 108),
    ...['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'].map((t, i) =>
      text(t, [120, 320, 450, 570, 690][i]!, 120),
    ),
    ...coded(150, [60, 115, 170], [430, 550, 670]),
  ])
  expect(found).toEqual(CODED_CELLS)
})

it('a wrapped header over codes is as low as any: what stands above the middle is headed by nothing', async () => {
  const found = await cellsOf([
    title('2026年一般公共预算支出表'),
    UNIT,
    text('项目', 170, 106),
    ...['功能分类科目编', '码'].map((t, i) => text(t, 95, 124 + 16 * i)),
    text('科目名称', 265, 132),
    text('合计', 385, 123),
    text('基本支出', 535, 106),
    ...['小计', '人员经费', '公用经费'].map((t, i) => text(t, [465, 535, 605][i]!, 132)),
    ...['项目支', '出'].map((t, i) => text(t, 675, 115 + 16 * i)),
    ...[
      ['合计', '', '', '', '30.00', '20.00', '15.00', '5.00', '10.00'],
      ...CODED.map((line) => [...line.slice(0, 5), '20.00', '15.00', '5.00', '10.00']),
    ].flatMap((line, i) => [
      ...line.slice(0, 3).flatMap((t, k) => (t === '' ? [] : [text(t, [60, 90, 115][k]!, 165 + 20 * i, '<')])),
      ...(line[3] === '' ? [] : [text(line[3]!, 215, 165 + 20 * i, '<')]),
      ...amounts(line.slice(4), [415, 495, 565, 635, 705], 165 + 20 * i),
    ]),
  ])
  expect(found.filter((c) => c.startsWith('2010101'))).toEqual([
    '2010101 total 30.00',
    '2010101 basic 20.00',
    '2010101 personnel 15.00',
    '2010101 non_personnel 5.00',
    '2010101 project 10.00',
  ])
})

it('of blocks side by side the total of several has its amount in the last of them', async () => {
  const ends = [230, 470, 740]
  const rows = [
    ['301', '工资福利支出', '50.00', '302', '商品和服务支出', '9.00', '310', '资本性支出', '4.00'],
    ['30101', '基本工资', '30.00', '30201', '办公费', '6.00', '31002', '办公设备购置', '4.00'],
    ['30102', '津贴补贴', '20.00', '30202', '印刷费', '3.00', '', '', ''],
  ]
  const found = await cellsOf([
    title('2024年度一般公共预算财政拨款基本支出决算表'),
    UNIT,
    ...[0, 1, 2].flatMap((b) =>
      ['科目编码', '科目名称', '决算数'].map((t, i) => text(t, [60, 130, 215][i]! + [0, 245, 510][b]!, 120)),
    ),
    ...rows.flatMap((row, r) =>
      row.flatMap((t, i) => {
        if (t === '') return []
        const block = [0, 245, 510][Math.floor(i / 3)]!
        if (i % 3 === 2) return [text(t, ends[Math.floor(i / 3)]!, 150 + 20 * r, '>')]
        return [text(t, [40, 95][i % 3]! + block, 150 + 20 * r, '<')]
      }),
    ),
    text('人员经费合计', 40, 210, '<'),
    text('50.00', ends[0]!, 210, '>'),
    text('公用经费合计', 285, 210, '<'),
    text('13.00', ends[2]!, 210, '>'),
  ])
  expect(found).toContain('公用经费合计 amount 13.00')
  expect(found).toContain('人员经费合计 amount 50.00')
})

const SUMMARY: readonly (readonly string[])[] = [
  ['一、一般公共预算拨款收入', '60.00', '一、一般公共服务支出', '70.00'],
  ['二、政府性基金预算拨款收入', '10.00', '二、教育支出', '20.00'],
  ['三、事业收入', '20.00', '三、卫生健康支出', '0.00'],
  ['收入总计', '90.00', '支出总计', '90.00'],
]

it('收入 and 支出 close above headers as long as they, at the left of their cells, head the sides', async () => {
  const found = await cellsOf([
    title('2026年部门收支总表'),
    UNIT,
    text('收入', 40, 109, '<'),
    text('支出', 420, 109, '<'),
    ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [40, 290, 420, 670][i]!, 121, '<')),
    ...SUMMARY.flatMap((row, r) =>
      row.map((t, i) =>
        i % 2 ? text(t, [0, 350, 0, 730][i]!, 150 + 20 * r, '>') : text(t, [40, 0, 420][i]!, 150 + 20 * r, '<'),
      ),
    ),
  ])
  expect(found).toContain('收入:一、一般公共预算拨款收入 amount 60.00')
  expect(found).toContain('支出:一、一般公共服务支出 total 70.00')
})

it('the header of one group at the left of its cell heads the columns from there on', async () => {
  const rows = [
    ['信息化系统运行维护', '30.00', '10.00', '12.00', '3.00', '5.00'],
    ['法律顾问服务费', '9.00', '4.00', '0.00', '5.00', '0.00'],
    ['合计', '39.00', '14.00', '12.00', '8.00', '5.00'],
  ]
  const begins = [40, 250, 350, 450, 560, 680]
  const { tables } = await read([
    title('2026年项目支出表'),
    UNIT,
    text('本年拨款', 350, 109, '<'),
    ...['项目名称', '合计', '其他资金'].map((t, i) => text(t, [40, 250, 680][i]!, 117, '<')),
    ...['一般公共预算', '政府性基金预算', '国有资本经营预算'].map((t, i) => text(t, [350, 450, 560][i]!, 125, '<')),
    ...rows.flatMap((row, r) =>
      row.map((t, i) =>
        i === 0 ? text(t, 40, 150 + 20 * r, '<') : text(t, (begins[i + 1] ?? 780) - 20, 150 + 20 * r, '>'),
      ),
    ),
  ])
  expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual([
    '合计',
    '本年拨款/一般公共预算',
    '本年拨款/政府性基金预算',
    '本年拨款/国有资本经营预算',
    '其他资金',
  ])
})

/** An income table of two lines; its amounts end at `ends`, its headers are drawn by the test. */
const income = (heads: readonly Mark[], ends: readonly number[]): Mark[] => [
  title('2024年度收入决算表'),
  UNIT,
  ...heads,
  ...[
    ['合计', '', '60.00', '40.00', '5.00', '4.00', '1.00', '10.00'],
    ['201', '一般公共服务支出', '60.00', '40.00', '5.00', '4.00', '1.00', '10.00'],
  ].flatMap((row, r) => [
    text(row[0]!, 50, 170 + 20 * r, '<'),
    ...(row[1] === '' ? [] : [text(row[1]!, 110, 170 + 20 * r, '<')]),
    ...amounts(row.slice(2), ends, 170 + 20 * r),
  ]),
]
const INCOME = [
  'total 60.00',
  'fiscal_appropriation 40.00',
  'institutional 5.00',
  'business 4.00',
  'affiliated_remittance 1.00',
  'other 10.00',
]

it('a header that fills its cell and goes on below is none of a group, where others beside it go on so', async () => {
  const middles = [270, 340, 410, 480, 550, 620]
  const found = await cellsOf(
    income(
      [
        ...['本年收入合', '财政拨款收', '附属单位上'].map((t, i) => text(t, [270, 340, 550][i]!, 120)),
        text('科目编码', 65, 132),
        text('科目名称', 155, 132),
        ...['计', '入', '事业收入', '经营收入', '缴收入', '其他收入'].map((t, i) => text(t, middles[i]!, 132)),
      ],
      middles.map((x) => x + 28),
    ),
  )
  expect(found.slice(6)).toEqual(INCOME.map((c) => `201 ${c}`))
})

it('lines of headers that end at the right of their cells are one text each', async () => {
  const ends = [300, 380, 460, 540, 620, 700]
  const heads = [
    ['本年收入', '合计'],
    ['财政拨款', '收入'],
    ['事业收入'],
    ['经营收入'],
    ['附属单位上缴', '收入'],
    ['其他收入'],
  ]
  const found = await cellsOf(
    income(
      [
        text('科目编码', 65, 128),
        text('科目名称', 155, 128),
        ...heads.flatMap((lines, i) =>
          lines.map((t, k) => text(t, ends[i]!, 128 + 14 * (k - (lines.length - 1) / 2), '>')),
        ),
      ],
      ends,
    ),
  )
  expect(found.slice(6)).toEqual(INCOME.map((c) => `201 ${c}`))
})

it('the last line of a label at the foot of the page is as far below its figures as those above are', async () => {
  const names = [
    ['一、一般公共', '服务支出'],
    ['二、社会保障', '和就业支出'],
    ['三、卫生健康', '支出'],
  ]
  const found = await cellsOf([
    title('2026年部门收支总表'),
    UNIT,
    text('收入', 190, 109),
    text('支出', 570, 109),
    ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [120, 320, 480, 700][i]!, 129)),
    ...names.flatMap(([first, rest], r) => [
      text(SUMMARY[r]![0]!, 40, 160 + 40 * r, '<'),
      text(SUMMARY[r]![1]!, 350, 160 + 40 * r, '>'),
      text(first!, 420, 160 + 40 * r, '<'),
      text(rest!, 420, 177 + 40 * r, '<'),
      text(`${r + 1}0.00`, 730, 160 + 40 * r, '>'),
    ]),
  ])
  expect(found).toContain('支出:三、卫生健康支出 total 30.00')
})

it('an amount whose digits are set apart does not end before its point', async () => {
  const spaced = (words: string, end: number, y: number): Mark[] => {
    const widths = [...words].map((c) => widthOf(c, SIZE) + 2.4)
    const begin = end - widths.reduce((a, b) => a + b)
    return [...words].map((c, i) => text(c, begin + widths.slice(0, i).reduce((a, b) => a + b, 0), y, '<'))
  }
  const lines = [
    ['合计', '', '22,308.71', '5,171.42'],
    ['201', '一般公共服务支出', '22,308.71', '5,171.42'],
    ['20101', '人大事务', '353.02', '52.10'],
    ['20102', '政协事务', '21,955.69', '5,119.32'],
  ]
  const found = await cellsOf([
    title('2026年部门支出总表'),
    UNIT,
    ...['科目编码', '科目名称', '基本支出', '项目支出'].map((t, i) => text(t, [70, 190, 400, 560][i]!, 120)),
    ...lines.flatMap((line, r) => [
      text(line[0]!, 50, 150 + 20 * r, '<'),
      ...(line[1] === '' ? [] : [text(line[1]!, 140, 150 + 20 * r, '<')]),
      ...spaced(line[2]!, 440, 150 + 20 * r),
      ...spaced(line[3]!, 600, 150 + 20 * r),
    ]),
  ])
  expect(found).toContain('201 basic 22308.71')
  expect(found).toContain('201 project 5171.42')
})
