/** Tables of which a ruling between two rows is left out: what stands in the cells shows that these are two. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readFile } from '../../src/extract.ts'
import { forms } from '../../src/forms.ts'
import { divideRows } from '../../src/grid/rows/undivided-rows.ts'
import type { GridCell } from '../../src/grid/types.ts'
import type { Document } from '../../src/model.ts'
import { cellRecords } from '../../src/output/cells.ts'
import type { Glyph, Page } from '../../src/page/types.ts'
import { type ReadFile, understand } from '../../src/understand.ts'
import { lines, row, rowsOf } from '../drawn/ruled.ts'
import { rowOf, text, textsOf } from './one-row.ts'

const file: ReadFile = await readFile(readFileSync(new URL('../../samples/drawn-budget-2026.pdf', import.meta.url)), {
  file: 'drawn.pdf',
})
const plain = cells(understand(forms, file).document)

function cells(document: Document): string[] {
  return cellRecords(document).map((c) => [c.table, c.page, c.row, c.column, c.value].join(' '))
}

/** Heights of the page's inner horizontal rulings, top to bottom. */
function heights({ rulings }: Page): number[] {
  const all = [...new Set(rulings.flatMap((r) => (r.axis === 'h' ? [Math.round(r.at)] : [])))].sort((a, b) => a - b)
  return all.slice(1, -1)
}

/** What is read where each page lacks the ruling that `choose` takes of its inner ones. */
function without(choose: (own: number[]) => number | undefined): string[] {
  const pages = file.pages.map((page) => {
    const at = choose(heights(page))
    const isLeft = (r: Page['rulings'][number]) => at === undefined || r.axis === 'v' || Math.round(r.at) !== at
    return { ...page, rulings: page.rulings.filter(isLeft) }
  })
  return cells(understand(forms, { ...file, pages }).document)
}

it('between two of the last rows', () => {
  expect(without((own) => own.at(-2))).toEqual(plain)
})

it('between two rows in the middle', () => {
  expect(without((own) => own[(own.length + 3) >> 1])).toEqual(plain)
})

it('no amount is put together from two', () => {
  for (let n = 0; n < 12; n++) {
    const known = new Set(plain.map((line) => line.split(' ').at(-1)))
    const found = without((own) => own[n]).filter((line) => /^-?[\d.]+$/.test(line.split(' ').at(-1)!))
    expect(found.filter((line) => !known.has(line.split(' ').at(-1)))).toEqual([])
  }
})

it('a long paragraph beside a list of figures is left whole', () => {
  const lines = (count: number, leading: number, word: string, x: number) =>
    Array.from({ length: count }, (_, i) => text(word, x, i * leading)).flat()
  const grid = rowOf(700, lines(15, 44, '某项支出', 0), lines(15, 44, '1.50', 200), lines(60, 11.5, '说明文字', 400))
  divideRows(grid, [])
  expect(grid.rows).toHaveLength(15)
  expect(grid.cells.filter((c) => c.col === 2).map((c) => c.rowSpan)).toEqual([15])
})

it('two numbered labels of which one has figures beside it', () => {
  const grid = rowOf(40, [...text('十九、甲支出', 0, 4), ...text('二十、乙支出', 0, 24)], text('12.50', 340, 24))
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['十九、甲支出', ''],
    ['二十、乙支出', '12.50'],
  ])
})

it('numbered labels of which one is wrapped, and a total in the middle of its cell', () => {
  const labels = [
    ...text('十九、甲支出乙支出甲支出乙支出甲支出乙支', 4, 4),
    ...text('出', 4, 14),
    ...text('二十、丙支出', 4, 30),
  ]
  const grid = rowOf(
    60,
    [...labels, ...text('本年合计', 82, 47)],
    [...text('1.50', 340, 30), ...text('12.50', 340, 47)],
  )
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['十九、甲支出乙支出甲支出乙支出甲支出乙支出', ''],
    ['二十、丙支出', '1.50'],
    ['本年合计', '12.50'],
  ])
})

it('a numbered label whose lines end where someone chose is one', () => {
  const grid = rowOf(40, [...text('十九、甲支出', 4, 4), ...text('和乙支出', 4, 24)], text('12.50', 340, 4))
  divideRows(grid, [])
  expect(grid.rows).toHaveLength(1)
})

it('headers over a code, and over a blank cell, that stand lower than those over figures', () => {
  const grid = rowOf(
    60,
    [...text('类', 90, 24), ...text('208', 80, 44)],
    [...text('合计', 290, 14), ...text('12.50', 340, 44)],
    [...text('财政拨款', 480, 14), ...text('12.50', 540, 44)],
    [...text('事业单位', 660, 10), ...text('经营收入', 660, 21)],
  )
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['类', '合计', '财政拨款', '事业单位经营收入'],
    ['208', '12.50', '12.50', ''],
  ])
})

it('an amount that is wrapped before its cell is full is one where all others have places', () => {
  const wrapped = (x: number) => [...text('２００８６５１', x, 4), ...text('８．７０', x + 36, 24)]
  const grid = rowOf(40, text('司法', 90, 4), wrapped(210), wrapped(410))
  for (let row = 1; row < 6; row++) {
    const [y0, y1] = [20 + 20 * row, 40 + 20 * row]
    grid.rows.push({ page: 1, y0, y1 })
    const box: GridCell['box'] = [200, y0, 400, y1]
    const glyphs = text('９４１５．００', 210, y0 + 4)
    grid.cells.push({ page: 1, row, col: 1, rowSpan: 1, colSpan: 1, box, glyphs, text: '９４１５．００' })
  }
  divideRows(grid, [])
  expect(textsOf(grid)[0]).toEqual(['司法', '２００８６５１８．７０', '２００８６５１８．７０'])
})

/** Letters so wide that a few of them fill a cell. */
const wide = (word: string, width: number, x: number, y: number): Glyph[] =>
  [...word].map((c, i) => ({ text: c, size: 9, box: [x + i * width, y, x + (i + 1) * width, y + 9], source: 'text' }))

it('an amount in a cell of three digits’ width is one, though its parts could be codes', () => {
  // Cells of 200 points and letters as wide as a third of them.
  const wrapped = (x: number) => ['188', '500', '0.0', '0'].flatMap((part, i) => wide(part, 66, x, 4 + 12 * i))
  const grid = rowOf(60, text('合计', 4, 24), wrapped(200), wrapped(400))
  divideRows(grid, [])
  expect(grid.rows).toHaveLength(1)
})

it('two rows of codes with their names, of which one amount has no places', () => {
  const amounts = (x: number) => [...wide('299.88', 30, x + 10, 4), ...wide('76', 30, x + 130, 24)]
  const grid = rowOf(
    40,
    [...text('2014001-行政运行', 4, 4), ...text('2014001-行政运行', 4, 24)],
    [...text('50199-其他支出', 204, 4), ...text('50201-办公经费', 204, 24)],
    amounts(400),
    amounts(600),
  )
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['2014001-行政运行', '50199-其他支出', '299.88', '299.88'],
    ['2014001-行政运行', '50201-办公经费', '76', '76'],
  ])
})

it('names with codes that are wrapped, amounts at the foot of their rows', () => {
  const grid = rowOf(
    80,
    [
      ...text('2080501-离', 4, 4),
      ...text('退休', 4, 14),
      ...text('2080505-保', 4, 40),
      ...text('险', 4, 50),
      ...text('费', 4, 60),
    ],
    [...text('50905-离休费', 204, 9), ...text('50102-社保费', 204, 50)],
    [...text('121.00', 530, 14), ...text('469.13', 530, 60)],
  )
  divideRows(grid, [])
  expect(textsOf(grid).map((own) => own.slice(1))).toEqual([
    ['50905-离休费', '121.00'],
    ['50102-社保费', '469.13'],
  ])
})

it('a total, names in the middle of the row above it and amounts at its foot', () => {
  const grid = rowOf(
    48,
    [...text('2210203-购房', 4, 10), ...text('合计', 4, 36)],
    [...text('50101-工资', 204, 5), ...text('补贴', 204, 15)],
    [...text('608.24', 530, 17), ...text('9626.78', 530, 36)],
  )
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['2210203-购房', '50101-工资补贴', '608.24'],
    ['合计', '', '9626.78'],
  ])
})

it('names in the middle of their rows, amounts at the foot: the wide gap parts them', () => {
  const grid = rowOf(
    76,
    [...text('设备维护费', 4, 14), ...text('某市预警信息', 4, 44), ...text('发布中心', 4, 54), ...text('项目', 4, 64)],
    [...text('90.00', 340, 26), ...text('18.52', 340, 64)],
    [...text('90.00', 540, 26), ...text('18.52', 540, 64)],
  )
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['设备维护费', '90.00', '90.00'],
    ['某市预警信息发布中心项目', '18.52', '18.52'],
  ])
})

it('amounts without places, narrower than another one of their column, are several', () => {
  const rows = { page: 1, y0: 0, y1: 40 }
  const grid = rowOf(
    40,
    [...text('工程', 4, 4), ...text('便民中心', 4, 24)],
    [...text('156', 204, 4), ...text('156', 204, 24)],
  )
  for (const cell of grid.cells) cell.box = [cell.box[0], 0, cell.col === 1 ? 230 : 200, 40]
  const wide: GridCell = {
    ...grid.cells[1]!,
    row: 1,
    box: [200, 40, 230, 60],
    glyphs: text('644.3', 204, 44),
    text: '644.3',
  }
  const several = { ...grid, rows: [rows, { page: 1, y0: 40, y1: 60 }], cells: [...grid.cells, wide] }
  divideRows(several, [])
  expect(several.cells.filter((c) => c.col === 1).map((c) => c.text)).toEqual(['156', '156', '644.3'])
})

it('a name in two lines that ends at the foot of the first amount is that one’s', () => {
  const grid = rowOf(
    60,
    [...text('某某单位', 4, 6), ...text('（本级）', 4, 17)],
    [...text('会议', 204, 36), ...text('服务', 204, 47)],
    [...text('2.00', 540, 17), ...text('1.50', 540, 47)],
  )
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['某某单位（本级）', '', '2.00'],
    ['', '会议服务', '1.50'],
  ])
})

it('a name between two amounts, and in the middle of neither row nor of both, is marked', () => {
  const grid = rowOf(60, [...text('甲', 4, 17), ...text('乙', 4, 47)], text('某某单位', 204, 30), [
    ...text('2.00', 540, 17),
    ...text('1.50', 540, 47),
  ])
  divideRows(grid, [])
  expect(grid.cells.filter((c) => c.astray).map((c) => c.text)).toEqual(['某某单位'])
})

it('two digits further apart than the lines of one amount are two, however narrow their cell', () => {
  const grid = rowOf(60, [...text('甲', 4, 10), ...text('乙', 4, 40)], [...text('2', 204, 10), ...text('2', 204, 40)])
  for (const cell of grid.cells) cell.box = [cell.box[0], cell.box[1], cell.box[0] + 18, cell.box[3]]
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['甲', '2'],
    ['乙', '2'],
  ])
})

it('an amount without places that is wrapped into digits like those of codes is one', () => {
  const xs = [0, 40, 150, 182, 214]
  const rows = [
    row(110, ['编码', 20], ['名称', 95], ['基本', 166], ['项目', 198]),
    row(131, ['204', 20], ['公共安全支出', 95], ['16726', 166], ['70540', 198]),
    row(142, ['725.44', 166], ['547', 198]),
    row(170, ['205', 20], ['教育支出', 95], ['0.00', 166], ['0.00', 198]),
  ]
  const found = rowsOf([...lines('h', 0, 214, 100, 120, 155, 185), ...lines('v', 100, 185, ...xs)], ...rows)
  expect(found[1]).toBe('204|公共安全支出|16726725.44|70540547')
})

it('a header without a ruling below it, amounts without places, and a blank beside the first name', () => {
  const found = rowsOf(
    [...lines('h', 0, 400, 100, 260), ...lines('v', 100, 260, 0, 120, 200, 320, 400)],
    row(115, ['项目', 60], ['决算数', 160], ['项目', 260], ['决算数', 360]),
    row(145, ['一、财政拨款', 60], ['104577900', 160], ['一、外交支出', 260]),
    row(165, ['二、事业收入', 60], ['195200', 160], ['二、国防支出', 260], ['60458800', 360]),
    row(185, ['三、经营收入', 60], ['三、教育支出', 260], ['366000', 360]),
    row(205, ['本年收入合计', 60], ['104773100', 160], ['本年支出合计', 260], ['60824800', 360]),
  )
  expect(found).toEqual([
    '项目|决算数|项目|决算数',
    '一、财政拨款|104577900|一、外交支出|',
    '二、事业收入|195200|二、国防支出|60458800',
    '三、经营收入||三、教育支出|366000',
    '本年收入合计|104773100|本年支出合计|60824800',
  ])
})
