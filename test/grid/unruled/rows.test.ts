/** Rows of pages without rulings between the columns, and rulings that are no strokes. */
import { expect, it } from 'vitest'
import { read, SIZE, text } from '../../drawn/by-hand.ts'
import type { Mark } from '../../drawn/pdf.ts'

const TITLE: Mark[] = [
  { kind: 'text', text: '2026年部门收入总表', x: 320, y: 60, size: 20 },
  text('单位：万元', 770, 85, '>'),
]

/** Income by units: their total is 1000.00, and below it stand these. */
function readUnits(rows: readonly Mark[]) {
  return read([
    ...TITLE,
    text('单位名称', 100, 110),
    text('合计', 330, 110),
    text('一般公共预算拨款收入', 500, 110),
    text('合计', 100, 130),
    text('1000.00', 350, 130, '>'),
    text('1000.00', 550, 130, '>'),
    ...rows,
  ])
}

it('lines of labels around their figures are of the row in whose middle they stand, the last ones too', async () => {
  const units: [string[], string][] = [
    [['某某市财政局'], '500.00'],
    [['某某市财政', '国库支付中', '心某某市', '财政票据中心'], '300.00'],
    [['某某市财政', '投资评审中心'], '150.00'],
    [['某某市财政信息中', '心某某市数据站'], '50.00'],
  ]
  let y = 150
  const rows = units.flatMap(([label, amount]) => {
    const top = y
    y += 14 * label.length + 4
    const middle = top + 7 * (label.length - 1)
    return [
      ...label.map((part, k) => text(part, 60, top + 14 * k, '<')),
      text(amount, 350, middle, '>'),
      text(amount, 550, middle, '>'),
    ]
  })
  const { tables } = await readUnits(rows)
  expect(tables[0]?.rows.map((r) => `${r.key} ${r.cells.total?.value}`)).toEqual([
    '合计 1000.00',
    ...units.map(([label, amount]) => `${label.join('')} ${amount}`),
  ])
})

const WIDTHS = [10, 34, 12, 12, 12]

/** A line of a text file: Han are twice as wide as other characters. */
function typed(line: string, y: number): Mark[] {
  let x = 60
  return [...line].map((letter) => {
    const mark: Mark = { kind: 'text', text: letter, x, y, size: SIZE }
    x += letter.charCodeAt(0) > 255 ? SIZE : SIZE / 2
    return mark
  })
}

const ruled = (left: string, middle: string, right: string) =>
  left + WIDTHS.map((w) => '─'.repeat(w / 2)).join(middle) + right

function row(cells: readonly string[]): string {
  const widthOf = (words: string) => [...words].reduce((n, c) => n + (c.charCodeAt(0) > 255 ? 2 : 1), 0)
  const padded = cells.map((words, i) => {
    const space = ' '.repeat(WIDTHS[i]! - widthOf(words))
    return i < 2 ? words + space : space + words
  })
  return `│${padded.join('│')}│`
}

it('box-drawing characters are rulings', async () => {
  const lines = [
    ['2010301', '行政运行', '600.00', '600.00', ''],
    ['2010302', '一般行政管理事务', '300.00', '', '300.00'],
  ]
  const printed = [
    ruled('┌', '┬', '┐'),
    row(['科目编码', '科目名称', '合计', '基本支出', '项目支出']),
    ...lines.flatMap((cells) => [ruled('├', '┼', '┤'), row(cells)]),
    ruled('└', '┴', '┘'),
  ]
  const { tables } = await read([
    { kind: 'text', text: '2026年一般公共预算支出表', x: 320, y: 60, size: 20 },
    text('单位：万元', 770, 85, '>'),
    ...printed.flatMap((line, i) => typed(line, 110 + (SIZE + 1) * i)),
  ])
  const values = tables[0]?.rows.map((r) => [r.code, ...['total', 'basic', 'project'].map((id) => r.cells[id]?.raw)])
  expect(values).toEqual(lines.map(([code, , ...amounts]) => [code, ...amounts]))
})

it('codes that count on at one place of both halves of a page do not number them', async () => {
  // The 09 of 301 stands in the upper half where the 10 of 302 does in the lower one.
  const items = (parent: string, parts: string) => parts.split(' ').map((part) => [parent, part] as const)
  const codes = [...items('301', '01 02 03 06 07 08 09 10 12'), ...items('302', '01 02 03 04 05 06 07 08 09 10')]
  const { tables } = await read([
    ...TITLE.slice(1),
    { kind: 'text', text: '2026年一般公共预算基本支出表', x: 320, y: 60, size: 20 },
    ...['类', '款', '科目名称', '合计', '人员经费', '公用经费'].map((t, i) =>
      text(t, [70, 150, 240, 440, 590, 740][i]!, 100),
    ),
    ...codes.flatMap(([parent, part], i) => {
      const y = 118 + 24.6 * i
      return [
        text(parent, 60, y, '<'),
        text(part, 145, y, '<'),
        text('工资福利支出', 200, y, '<'),
        text(`${100 + i}.00`, 470, y, '>'),
        text(`${100 + i}.00`, parent === '301' ? 620 : 770, y, '>'),
      ]
    }),
  ])
  expect(tables[0]?.rows.map((r) => r.code)).toEqual(codes.map((parts) => parts.join('')))
})

it('lines of a label that are nearly as far apart as rows are of one row where another label shows how far', async () => {
  const units: [string[], string][] = [
    [['某某市财政国库支', '付中心'], '300.00'],
    ...['局', '局机关', '学校', '学会', '报社', '食堂'].map((name): [string[], string] => [
      [`某某市财政${name}`],
      '120.00',
    ]),
    [['某某市财政票据管', '理中心暨某某市财', '政数据站'], '220.00'],
  ]
  // Rows are half a point further apart than the lines of a label.
  const step = 15.6
  let y = 150
  const rows = units.flatMap(([label, amount]) => {
    const middle = y + (step * (label.length - 1)) / 2
    y += step * label.length + 0.7
    return [
      ...label.map((part, k) => text(part, 60, middle + step * (k - (label.length - 1) / 2), '<')),
      text(amount, 350, middle, '>'),
      text(amount, 550, middle, '>'),
    ]
  })
  const { tables } = await readUnits(rows)
  expect(tables[0]?.rows.slice(1).map((r) => `${r.key} ${r.cells.total?.value}`)).toEqual(
    units.map(([label, amount]) => `${label.join('')} ${amount}`),
  )
})

it('codes set from the top of their cells, alone in their line, are no page numbers', async () => {
  const lines: [string, string, string, string, string][] = [
    ['301', '01', '基本工资', '302', '办公费'],
    ['301', '02', '津贴补贴', '302', '印刷费'],
    ['301', '03', '奖金', '302', '咨询费'],
    ['', '', '', '310', '资本性支出'],
    ['', '', '', '310', '其他资本性支出'],
  ]
  const { tables } = await read([
    { kind: 'text', text: '2026年一般公共预算基本支出表', x: 320, y: 60, size: 20 },
    text('单位：万元', 770, 85, '>'),
    ...['类', '款', '科目名称', '金额', '类', '款', '科目名称', '金额'].map((t, i) =>
      text(t, [64, 115, 190, 330, 450, 500, 580, 720][i]!, 110),
    ),
    ...lines.flatMap(([code, item, name, other, expense], i) => {
      const y = 140 + 29 * i
      return [
        text(code, 55, y, '<'),
        text(item, 110, y, '<'),
        text(name, 150, y + 7, '<'),
        text(name && `${i + 1}.00`, 360, y + 7, '>'),
        text(other, 440, y, '<'),
        text(expense === '资本性支出' ? '' : `0${i}`, 495, y + 7, '<'),
        text(expense, 540, y + 7, '<'),
        text(`${i + 10}.00`, 750, y + 7, '>'),
      ].filter((mark) => mark.kind === 'text' && mark.text !== '')
    }),
  ])
  const codes = tables[0]?.rows.map((r) => `${r.code} ${r.label}`)
  expect(codes).toContain('310 资本性支出')
  expect(codes).toContain('31004 其他资本性支出')
})

it('a total whose letters are set apart, far below the last line, is of the table', async () => {
  const spread = (words: string, x: number, y: number) =>
    [...words].map((letter, i) => text(letter, x + i * 31, y, '<'))
  const lines = [
    ['一、财政拨款收入', '900.00', '一、一般公共服务支出', '600.00'],
    ['二、事业收入', '100.00', '二、教育支出', '400.00'],
  ]
  const { tables } = await read([
    { kind: 'text', text: '部门收支总表', x: 340, y: 60, size: 20 },
    text('单位：万元', 780, 85, '>'),
    ...['收入', '支出'].map((t, i) => text(t, [220, 600][i]!, 110)),
    ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [130, 360, 510, 740][i]!, 132)),
    ...lines.flatMap(([income, amount, expenditure, spent], i) => [
      text(income!, 60, 156 + 22 * i, '<'),
      text(amount!, 395, 156 + 22 * i, '>'),
      text(expenditure!, 440, 156 + 22 * i, '<'),
      text(spent!, 780, 156 + 22 * i, '>'),
    ]),
    ...spread('收入总计', 110, 264),
    text('1000.00', 395, 264, '>'),
    ...spread('支出总计', 490, 264),
    text('1000.00', 780, 264, '>'),
  ])
  const keys = tables[0]?.rows.map((r) => r.key)
  expect(keys).toContain('收入:收入总计')
  expect(keys).toContain('支出:支出总计')
})

it('rows that are numbered are rows of their own, however close a wrapped label without an amount ends above one', async () => {
  const lines: [string, string, number][] = [
    ['本年收入合计', '162.66', 24],
    ['使用非财政拨款结余和专用结余以及其他各项结', '', 12],
    ['余', '', 14],
    ['年初结转和结余', '2.20', 24],
    ['总计', '164.86', 24],
  ]
  let y = 130
  let number = 0
  const rows = lines.flatMap(([label, amount, height]) => {
    const at = y
    y += height
    if (label === '余') return [text(label, 60, at, '<')]
    number++
    const marks = [text(label, 60, at, '<'), text(String(number), 330, at)]
    return amount === '' ? marks : [...marks, text(amount, 450, at, '>')]
  })
  const { tables } = await read([
    { kind: 'text', text: '收入支出决算总表', x: 320, y: 60, size: 20 },
    text('单位：万元', 770, 85, '>'),
    ...['项目', '行次', '金额'].map((t, i) => text(t, [100, 330, 430][i]!, 105)),
    ...rows,
  ])
  const values = tables.flatMap((t) => t.rows.map((r) => `${r.label} ${Object.values(r.cells)[0]?.value ?? ''}`))
  expect(values).toContain('年初结转和结余 2.20')
})
