/** Dots that lead from a label to its amount are of neither; those of a table of contents stay. */
import { expect, it } from 'vitest'
import { withoutLeaders } from '../../src/page/leaders.ts'
import { read, SIZE, text } from '../drawn/by-hand.ts'
import { widthOf } from '../drawn/font.ts'
import type { Mark } from '../drawn/pdf.ts'
import { pageOf, row } from '../drawn/ruled.ts'

const lines: [string, string][] = [
  ['一般公共服务支出', '900.00'],
  ['社会保障和就业支出', '200.00'],
  ['自然资源海洋气象等支出', '100.00'],
  ['卫生健康支出', ''],
]

function page(rulings: Mark[]): Mark[] {
  return [
    { kind: 'text', text: '2026年收支预算总表', x: 320, y: 84, size: 20 },
    text('单位：万元', 560, 105, '>'),
    text('收入', 220, 126),
    text('支出', 450, 126),
    ...['项目', '预算数', '项目', '预算数'].map((t, i) => text(t, [160, 290, 390, 530][i]!, 148)),
    text('一、一般公共预算拨款收入', 100, 170, '<'),
    text('1,200.00', 320, 170, '>'),
    ...lines.flatMap(([name, amount], i) => {
      const end = 330 + widthOf(name, SIZE)
      const dots = '.'.repeat(Math.floor((490 - end) / widthOf('.', SIZE)))
      return [text(`${name}${dots}`, 330, 170 + 20 * i, '<'), ...(amount ? [text(amount, 560, 170 + 20 * i, '>')] : [])]
    }),
    text('收入总计', 160, 250),
    text('1,200.00', 320, 250, '>'),
    text('支出总计', 390, 250),
    text('1,200.00', 560, 250, '>'),
    ...rulings,
  ]
}

const line = (x0: number, y0: number, x1: number, y1: number): Mark => ({
  kind: 'rule',
  ...{ x0, y0, x1, y1 },
  width: 0.5,
  color: [0, 0, 0],
  as: 'stroke',
})
const frame = [
  ...[116, 138, 160, 180, 200, 220, 240, 260].map((y) => line(95, y, 565, y)),
  ...[95, 255, 325, 495, 565].map((x) => line(x, 116, x, 260)),
]

it.each([
  ['without rulings', []],
  ['within rulings', frame],
])('%s', async (_, rulings) => {
  const { tables } = await read(page(rulings))
  const rows = tables[0]?.rows ?? []
  const values = rows.map((r) => [r.label, Object.values(r.cells).find((c) => c.value !== null)?.value])
  expect(values).toEqual(expect.arrayContaining(lines.slice(0, 3)))
  expect(rows.filter((r) => r.label?.includes('.'))).toEqual([])
})

const withoutDots = (...lines: [words: string, x: number][][]) =>
  withoutLeaders(
    pageOf(
      [],
      lines.map((line, i) => row(20 * (i + 1), ...line)),
    ),
  )
    .glyphs.map((g) => g.text)
    .join('')

it('are dropped in a table, though the number of a line without an amount looks like that of a page', () => {
  expect(
    withoutDots(
      [
        ['一、财政拨款收入......', 100],
        ['162.08', 250],
      ],
      [
        ['二、外交支出......', 100],
        ['32', 250],
      ],
    ),
  ).toBe('一、财政拨款收入162.08二、外交支出32')
})

it('are kept in a table of contents', () => {
  expect(
    withoutDots(
      [
        ['收入决算表......', 100],
        ['3', 250],
      ],
      [
        ['支出决算表......', 100],
        ['5', 250],
      ],
    ),
  ).toBe('收入决算表......3支出决算表......5')
})
