/** Frames around tables: the header alone is ruled in them, or the captions stand in one cell, or no more than the texts tell the columns. */
import { expect, it } from 'vitest'
import type { Lattice } from '../../src/grid/rulings/lattice.ts'
import { withoutOneRows } from '../../src/grid/rulings/open-body.ts'
import { cellRecords } from '../../src/output/cells.ts'
import { unified } from '../../src/page/operators/radicals.ts'
import { headerWord } from '../../src/template/words.ts'
import { read, text } from '../drawn/by-hand.ts'
import type { Mark } from '../drawn/pdf.ts'
import { row } from '../drawn/ruled.ts'

const stroke = (x0: number, y0: number, x1: number, y1: number): Mark => ({
  ...{ kind: 'rule', x0, x1, y0, y1, width: 0.5, color: [0, 0, 0], as: 'stroke' },
})
const [LEFT, RIGHT, TOP, HEAD, BODY, END] = [36, 806, 60, 130, 160, 340]
const COLUMNS = [200, 400, 600]

const ROWS = [
  ['合计', '1 554 567.00', '1 215 759.00', '338 808.00'],
  ['205', '316 000.00', '200 000.00', '116 000.00'],
  ['208', '318 567.00', '215 759.00', '102 808.00'],
  ['210', '920 000.00', '800 000.00', '120 000.00'],
]
const captions = [
  text('2024年度支出决算表', 420, 80),
  text('公开部门：云溪市司法局', 40, 110, '<'),
  text('单位：元', 800, 110, '>'),
]
const header = ['功能分类科目编码', '本年支出合计', '基本支出', '项目支出'].map((h, i) => text(h, 100 + 200 * i, 147))
const body = ROWS.flatMap((row, r) =>
  row.map((cell, c) => (c === 0 ? text(cell, 100, 180 + 40 * r) : text(cell, 160 + 200 * c, 180 + 40 * r, '>'))),
)
const level = (...ys: number[]) => ys.map((y) => stroke(LEFT, y, RIGHT, y))
const upright = (xs: number[], y0: number, y1: number) => xs.map((x) => stroke(x, y0, x, y1))

async function amounts(marks: Mark[]) {
  const document = await read([...captions, ...header, ...body, ...marks])
  return cellRecords(document).map((c) => `${c.table} ${c.row} ${c.column} ${c.value}`)
}

const EXPECTED = ROWS.flatMap(([row, ...cells]) =>
  cells.map((cell, c) => `expenditure ${row} ${['total', 'basic', 'project'][c]} ${cell.replaceAll(' ', '')}`),
)

it('a frame around captions, header and body, of which the header alone is ruled', async () => {
  const frame = [...level(TOP, HEAD, BODY, END), ...upright([LEFT, RIGHT], TOP, END), ...upright(COLUMNS, HEAD, BODY)]
  expect(await amounts(frame)).toEqual(EXPECTED)
})

it('groups of thousands begin where shorter amounts do, and are none of another column', async () => {
  expect(await amounts(level(HEAD, BODY, END))).toEqual(EXPECTED)
})

it('dashes that a font sets as one letter are dashes', () => {
  expect(['⸺', '⸻', '—'].map(unified)).toEqual(['——', '———', '—'])
  // 财政专户 as a browser writes it with a font that names 户 by its radical: Unicode has 戶 for that.
  expect(['⼾', '⾭', '⼀'].map(unified)).toEqual(['户', '青', '一'])
})

it('a header over the parts of codes that is joined with one of them names that part', () => {
  expect(['功能分类科目编码款', '科目代码项', '科目编码类款项'].map(headerWord)).toEqual(['款', '项', '科目编码'])
})

it('a row that holds a whole table is none, one that goes on from the page before is', () => {
  const lattice: Lattice = { xs: [0, 100, 200, 300], ys: [0, 60], h: [], v: [] }
  const header = row(10, ['名称', 50], ['合计', 150], ['基本支出', 250])
  const figures = [
    row(30, ['设备购置', 50], ['1.00', 150], ['1.00', 250]),
    row(50, ['合计', 50], ['2.00', 150], ['2.00', 250]),
  ]
  expect(withoutOneRows([lattice], [...header, ...figures.flat()])).toEqual([])
  expect(withoutOneRows([lattice], figures.flat())).toEqual([lattice])
})
