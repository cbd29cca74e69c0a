/** Signs that stand apart from their amounts, in tables with all rulings. */
import { expect, it } from 'vitest'
import { cellRecords } from '../../src/output/cells.ts'
import { read, text } from '../drawn/by-hand.ts'
import type { Mark } from '../drawn/pdf.ts'

const XS = [36, 200, 400, 600, 806]
const YS = [130, 160, 200, 240, 280, 320]
const stroke = (x0: number, y0: number, x1: number, y1: number): Mark => ({
  ...{ kind: 'rule', x0, x1, y0, y1, width: 0.5, color: [0, 0, 0], as: 'stroke' },
})
const rulings = [...YS.map((y) => stroke(XS[0]!, y, XS.at(-1)!, y)), ...XS.map((x) => stroke(x, YS[0]!, x, YS.at(-1)!))]
const captions = [
  text('2024年度支出决算表', 420, 80),
  text('公开部门：云溪市司法局', 40, 110, '<'),
  text('单位：元', 800, 110, '>'),
]
const header = ['功能分类科目编码', '本年支出合计', '基本支出', '项目支出'].map((h, i) => text(h, 118 + 191 * i, 147))
const ROWS = [
  ['合计', '1000.00', '700.00', '300.00'],
  ['205', '1250.00', '900.00', '350.00'],
  ['208', '-350.00', '-250.00', '-100.00'],
  ['210', '100.00', '50.00', '50.00'],
]

it.each([10, 100])('a minus stands %i points before its amount', async (apart) => {
  const body = ROWS.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const y = 184 + 40 * r
      if (c === 0) return [text(cell, 118, y)]
      const sign = cell.startsWith('-') ? [text('-', XS[c + 1]! - 40 - apart, y, '>')] : []
      return [...sign, text(cell.replace('-', ''), XS[c + 1]! - 4, y, '>')]
    }),
  )
  const document = await read([...captions, ...header, ...body, ...rulings])
  expect(cellRecords(document).map((c) => `${c.row} ${c.column} ${c.value} ${c.status}`)).toEqual(
    ROWS.flatMap(([row, ...cells]) =>
      cells.map((cell, c) => `${row} ${['total', 'basic', 'project'][c]} ${cell} proved`),
    ),
  )
})
