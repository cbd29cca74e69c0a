/** Single borders of cells that are left out, as spreadsheets lack them: the cells at their sides are two all the same. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { readFile } from '../../src/extract.ts'
import { forms } from '../../src/forms.ts'
import { ruledGrids } from '../../src/grid/rulings/ruled.ts'
import { withoutUnderlines } from '../../src/grid/rulings/underlines.ts'
import type { Document } from '../../src/model.ts'
import { cellRecords } from '../../src/output/cells.ts'
import type { Box, Page, Ruling } from '../../src/page/types.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row, rowsOf, ruling } from '../drawn/ruled.ts'

const cells = (document: Document) =>
  cellRecords(document).map((c) => [c.table, c.page, c.row, c.column, c.value].join(' '))

/** The page with a hole in one of its rulings, from one crossing to the next. */
function withHole(page: Page, axis: Ruling['axis'], next: () => number): Page {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]
  const hole = pick(page.rulings.filter((r) => r.axis === axis))
  if (!hole) return page
  const crossings = page.rulings
    .filter((r) => r.axis !== axis && r.from < hole.at && r.to > hole.at && r.at > hole.from && r.at < hole.to)
    .sort((a, b) => a.at - b.at)
  const from = pick(crossings.slice(0, -1))
  const to = from && crossings[crossings.indexOf(from) + 1]
  if (!from || !to) return page
  const rest = (r: Ruling) => [
    { ...r, to: from.at },
    { ...r, from: to.at },
  ]
  return { ...page, rulings: page.rulings.flatMap((r) => (r === hole ? rest(r) : [r])) }
}

it.each(['v', 'h'] as const)('a border of a cell that is left out on each page changes nothing: %s', async (axis) => {
  const bytes = readFileSync(new URL('../../samples/drawn-final-accounts-2024.pdf', import.meta.url))
  const file = await readFile(bytes, { file: 'drawn.pdf' })
  const plain = cells(understand(forms, file).document)
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const next = random(seed)
    const pages = file.pages.map((page) => withHole(page, axis, next))
    expect(cells(understand(forms, { ...file, pages }).document)).toEqual(plain)
  }
})

it('nothing is closed where no text has been read yet: the header of a scan that stands over two columns is not cut', () => {
  const line = (axis: Ruling['axis'], at: number, from: number, to: number): Ruling => ({
    axis,
    at,
    from,
    to,
    thickness: 1,
  })
  const rulings = [
    ...[0, 20, 40, 60].map((at) => line('h', at, 0, 300)),
    ...[0, 100, 300].map((at) => line('v', at, 0, 60)),
    line('v', 200, 20, 60),
  ]
  const page: Page = { number: 1, width: 300, height: 60, rotation: 0, kind: 'scan', glyphs: [], rulings, images: [] }
  const [grid] = ruledGrids(page)
  expect(grid?.cells.filter((c) => c.row === 0).map((c) => c.colSpan)).toEqual([1, 2])
})

it('two headers in two lines each over both rows of a header are not cut where their lines stand level', () => {
  const rulings = [
    ...lines('h', 0, 400, 100, 154, 174),
    ruling('h', 122, 100, 300),
    ...lines('v', 100, 174, 0, 100, 300, 400),
    ruling('v', 200, 122, 174),
  ]
  const texts = [
    row(111, ['财政拨款', 180]),
    row(119, ['财政专户', 30], ['上年结余', 330]),
    row(135, ['管理资金', 30], ['结转', 340]),
    row(138, ['小计', 140], ['其他', 240]),
    row(164, ['1.00', 40], ['2.00', 140], ['3.00', 240], ['4.00', 340]),
  ]
  expect(rowsOf(rulings, ...texts)[0]).toBe('财政专户管理资金|财政拨款+2|上年结余结转')
})

it('a header of lines that are set wide goes on with a word that no line begins behind', () => {
  const rulings = [
    ...lines('h', 0, 346, 100, 174, 194),
    ruling('h', 117, 100, 300),
    ...lines('v', 100, 194, 0, 100, 300, 346),
    ruling('v', 200, 117, 194),
  ]
  const texts = [
    row(108, ['科目', 50], ['财政拨款', 200], ['上年结', 319]),
    row(125, ['小计', 150], ['其他', 250], ['余、结转', 324]),
    row(184, ['教育支出', 50], ['2.00', 180], ['3.00', 280], ['4.00', 330]),
  ]
  expect(rowsOf(rulings, ...texts)[0]).toBe('科目|财政拨款+2|上年结余、结转')
})

it('a year that another font sets apart from what follows is no header of its own', () => {
  const rulings = [
    ...lines('h', 0, 400, 100, 140, 160),
    ruling('h', 120, 100, 300),
    ...lines('v', 100, 160, 0, 100, 300, 400),
  ]
  rulings.push(ruling('v', 200, 120, 160))
  const texts = [
    row(110, ['2025', 186], ['年执行数', 218]),
    row(120, ['科目', 50], ['备注', 350]),
    row(130, ['小计', 150], ['其他', 250]),
    row(150, ['教育支出', 50], ['1.00', 180], ['2.00', 280]),
  ]
  expect(rowsOf(rulings, ...texts)[0]).toBe('科目|2025 年执行数+2|备注')
})

it('0 close before the label of the next column, where amounts further up show the edge', () => {
  const rulings = [...lines('h', 0, 400, 100, 120, 140, 160, 180), ...lines('v', 100, 180, 0, 100, 300, 400)]
  const found = rowsOf(
    rulings,
    row(110, ['项目', 50], ['预算', 150], ['项目', 250], ['预算', 350]),
    row(130, ['一、公共预算', 50], ['3944.08', 180], ['一、公共服务', 228], ['2570.71', 380]),
    row(150, ['二、基金预算', 50], ['0', 193], ['二、外交支出', 228], ['0', 393]),
    row(170, ['三、资本预算', 50], ['0', 193], ['三、国防支出', 228], ['0', 393]),
  )
  expect(found).toEqual([
    '项目|预算|项目|预算',
    '一、公共预算|3944.08|一、公共服务|2570.71',
    '二、基金预算|0|二、外交支出|0',
    '三、资本预算|0|三、国防支出|0',
  ])
})

it('two columns of labels below a header that is ruled between them', () => {
  const rulings = [
    ...lines('h', 0, 400, 100, 120, 140, 160, 180),
    ...lines('v', 100, 180, 0, 100, 300, 400),
    ruling('v', 200, 100, 120),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['一级', 50], ['二级', 150], ['三级', 250], ['金额', 350]),
    row(130, ['公共服务', 50], ['宣传服务', 122], ['公益宣传', 222], ['52.60', 380]),
    row(150, ['履职服务', 50], ['法律服务', 122], ['法律咨询', 222], ['10.00', 380]),
    row(170, ['履职服务', 50], ['咨询服务', 122], ['其他咨询', 222], ['28.00', 380]),
  )
  expect(found.slice(1)).toEqual([
    '公共服务|宣传服务|公益宣传|52.60',
    '履职服务|法律服务|法律咨询|10.00',
    '履职服务|咨询服务|其他咨询|28.00',
  ])
})

it('blanks before a name are underlined with it, and rulings of a cell each are rulings', () => {
  const left = (texts: [string, number][], ...level: [number, number][]) => {
    const page = pageOf(
      level.map(([from, to]) => ruling('h', 115, from, to)),
      [row(110, ...texts)],
    )
    return withoutUnderlines(page).rulings.length
  }
  expect(left([['机构运行经费', 69]], [3, 96])).toBe(0)
  expect(
    left(
      [
        ['机构运行经费', 69],
        ['7.00', 280],
      ],
      [3, 96],
      [271, 289],
    ),
  ).toBe(0)
  expect(left([['机构运行经费', 69]], [3, 96], [103, 196])).toBe(2)
  expect(left([['1234567.00', 75]], [3, 97])).toBe(1)
})

it('… and where the name runs over the edge of its cell, which the line crosses', () => {
  const page = pageOf(
    [ruling('h', 115, 3, 111), ...lines('v', 100, 120, 0, 100, 200)],
    [row(110, ['杭州市气象服务中心', 70.5])],
  )
  expect(withoutUnderlines(page).rulings.filter((r) => r.axis === 'h')).toEqual([])
})

it('on a page printed small, an underline near the edge of its cell does not meet it', () => {
  const small = 0.2
  const page = pageOf(
    [ruling('h', 115, 3, 96), ...lines('v', 100, 120, 0, 100)],
    [row(110, ['机构运行经费的明细科目', 49.5])],
  )
  const glyphs = page.glyphs.map((g) => ({ ...g, size: small * g.size, box: scaled(g.box, small) }))
  const rulings = page.rulings.map(({ at, from, to, ...r }) => ({
    ...r,
    at: small * at,
    from: small * from,
    to: small * to,
  }))
  expect(withoutUnderlines({ ...page, glyphs, rulings }).rulings.filter((r) => r.axis === 'h')).toEqual([])
})

function scaled(box: Box, by: number): Box {
  const [x0, y0, x1, y1] = box
  return [by * x0, by * y0, by * x1, by * y1]
}

it('codes at the foot of the cells that are merged over their lines', () => {
  const found = rowsOf(
    [
      ...lines('h', 0, 400, 100, 130, 220),
      ...lines('h', 100, 400, 160, 190).map((r) => (r.at === 160 ? { ...r, from: 50 } : r)),
      ...lines('v', 100, 220, 0, 50, 100, 150, 300, 400),
    ],
    row(115, ['类', 25], ['款', 75], ['项', 125], ['科目名称', 225], ['金额', 350]),
    row(145, ['交通运输支出', 225], ['122.40', 350]),
    row(175, ['公路水路运输', 225], ['122.40', 350]),
    row(205, ['214', 25], ['98', 75], ['01', 125], ['公路建设', 225], ['122.40', 350]),
  )
  expect(found[1]).toBe('214|||交通运输支出|122.40')
  expect(found[2]).toBe('98||公路水路运输|122.40')
  expect(found[3]).toBe('01|公路建设|122.40')
})
