/** Tables without a ruling between two columns: of names and codes, below a header that has it, or of a list with its amounts. */
import { expect, it } from 'vitest'
import { lines, row, rowsOf, ruling } from '../drawn/ruled.ts'

/** Two columns of names, 100 wide each, and one of amounts; the ruling between the names ends where the header does. */
const rulings = (from: number, ...ys: number[]) => [
  ...lines('h', 0, 300, 100, ...ys),
  ...lines('v', 100, ys.at(-1)!, 0, 200, 300),
  ruling('v', 100, 100, from),
]

it('names that begin at one place in each of two columns are two', () => {
  const found = rowsOf(
    rulings(140, 120, 140, 160, 180),
    row(110, ['品目', 50], ['组织形式', 150], ['总计', 250]),
    row(130, ['合计', 50], ['2.61', 280]),
    // Both begin four points behind the left of their cell.
    row(150, ['会议服务', 22], ['分散采购', 122], ['2.61', 280]),
  )
  expect(found).toEqual(['品目|组织形式|总计', '合计||2.61', '会议服务|分散采购|2.61', '||'])
})

it('… though 栏次 stand twice in the row of the numbers of columns', () => {
  const found = rowsOf(
    [...rulings(120, 120, 140, 160), ...lines('h', 300, 400, 100, 120, 140, 160), ruling('v', 400, 100, 160)],
    row(110, ['品目', 50], ['组织形式', 150], ['总计', 250], ['备注', 350]),
    row(130, ['栏次', 100], ['1', 250], ['栏次', 350]),
    row(150, ['会议服务', 22], ['分散采购', 122], ['2.61', 280]),
  )
  expect(found).toEqual(['品目|组织形式|总计|备注', '栏次+2|1|栏次', '会议服务|分散采购|2.61|'])
})

it('… though the first fills its column but for half a letter', () => {
  const found = rowsOf(
    rulings(120, 120, 140, 160, 180),
    row(110, ['一级', 50], ['二级', 150], ['预算金额', 250]),
    row(130, ['合计', 100], ['62.60', 280]),
    row(150, ['02-某市履职辅助性服务', 51.25], ['0201-法律服务', 133.25], ['10.00', 280]),
    row(170, ['02-某市履职辅助性服务', 51.25], ['0202-评估服务', 133.25], ['52.60', 280]),
  )
  expect(found.slice(1)).toEqual([
    '合计+2|62.60',
    '02-某市履职辅助性服务|0201-法律服务|10.00',
    '02-某市履职辅助性服务|0202-评估服务|52.60',
  ])
})

it('… and the ruling is not drawn in the header either', () => {
  const found = rowsOf(
    rulings(100, 120, 140, 160, 180, 200, 220).slice(0, -1),
    row(110, ['一级', 50], ['二级', 150], ['预算金额', 250]),
    row(130, ['合计', 50], ['72.60', 280]),
    row(150, ['01-公共服务', 33.25], ['0101-安全服务', 133.25], ['10.00', 280]),
    row(170, ['02-某市履职辅助性服务', 51.25], ['0201-法律服务', 133.25], ['10.00', 280]),
    row(190, ['02-某市履职辅助性服务', 51.25], ['0202-评估服务', 133.25], ['52.60', 280]),
  )
  expect(found.slice(0, 5)).toEqual([
    '一级|二级|预算金额',
    '合计||72.60',
    '01-公共服务|0101-安全服务|10.00',
    '02-某市履职辅助性服务|0201-法律服务|10.00',
    '02-某市履职辅助性服务|0202-评估服务|52.60',
  ])
})

it('names that stand in one column or the other, each where those of its column begin, are of two', () => {
  const at = (word: string, x: number): [string, number] => [word, x + 4.5 * word.length]
  const found = rowsOf(
    rulings(120, 120, 140, 160, 180, 200, 220, 240),
    row(110, ['科目', 50], ['物品名称', 150], ['总计', 250]),
    row(130, ['113.63', 280]),
    row(150, at('会议费', 4), ['113.63', 280]),
    row(170, at('会议服务', 104), ['113.63', 280]),
    row(190, at('印刷费', 4), ['30.00', 280]),
    row(210, at('印刷和出版服务', 104), ['30.00', 280]),
    row(230, at('物业费', 4), ['410.40', 280]),
  )
  expect(found.slice(2)).toEqual([
    '会议费||113.63',
    '|会议服务|113.63',
    '印刷费||30.00',
    '|印刷和出版服务|30.00',
    '物业费||410.40',
  ])
})

it('a code in the middle of the lines of the name beside it is none of them', () => {
  const found = rowsOf(
    rulings(120, 120, 140, 170),
    row(110, ['单位代码', 50], ['单位名称', 150], ['合计', 250]),
    row(130, ['合计', 100], ['36.23', 280]),
    row(149, ['某市应急管理综合行', 145]),
    row(155, ['328002', 50], ['36.23', 280]),
    row(161, ['政执法监督局', 131]),
  )
  expect(found.slice(1)).toEqual(['合计+2|36.23', '328002|某市应急管理综合行政执法监督局|36.23'])
})

it('amounts with ￥ at the left of their cells in two rows are no header, and each ￥ begins one', () => {
  const found = rowsOf(
    [...lines('h', 0, 300, 100, 120, 160, 180), ...lines('v', 100, 180, 0, 240, 300)],
    row(110, ['科目', 120], ['总计', 270]),
    row(130, ['建设', 20], ['￥', 244], ['１１５', 288]),
    row(150, ['监狱', 20], ['￥', 244], ['１３１', 288]),
    row(170, ['戒毒', 20], ['￥', 244], ['４２８２．０７', 274]),
  )
  expect(found).toEqual(['科目|总计', '建设|￥ １１５', '监狱|￥ １３１', '戒毒|￥ ４２８２．０７'])
})

it('names of which one column has no header are two', () => {
  const found = rowsOf(
    rulings(120, 120, 140, 160, 180),
    row(110, ['项目名称', 50], ['金额', 250]),
    row(130, ['收入总计', 100], ['72.15', 280]),
    row(150, ['公共预算', 22], ['小计', 113], ['72.15', 280]),
    row(170, ['公共预算', 22], ['财政拨款', 122], ['72.15', 280]),
  )
  expect(found).toEqual(['项目名称||金额', '收入总计+2|72.15', '公共预算|小计|72.15', '公共预算|财政拨款|72.15'])
})

it('a total in the middle of more columns is merged over all of them', () => {
  const found = rowsOf(
    // The ruling at 200 is left out, that at 150 ends above the total.
    [...lines('h', 0, 400, 100, 120, 140, 160, 180), ...lines('v', 100, 180, 0, 340, 400), ruling('v', 150, 100, 160)],
    row(110, ['功能科目', 75], ['金额', 175], ['项目名称', 270], ['金额', 370]),
    row(130, ['教育', 20], ['2.00', 188], ['基本支出', 222], ['2.15', 388]),
    row(150, ['科技', 20], ['3.00', 188], ['项目支出', 222], ['1.15', 388]),
    row(170, ['支出合计', 170], ['3.30', 388]),
  )
  expect(found.slice(-2)).toEqual(['科技|3.00|项目支出|1.15', '支出合计+3|3.30'])
})

it('a list of names with their amounts in one frame is a table of two columns', () => {
  const found = rowsOf(
    [...lines('h', 0, 600, 100, 140, 160, 180, 200), ...lines('v', 100, 200, 0, 600)],
    row(113, ['部门预算支出', 35]),
    row(120, ['预算', 340]),
    row(127, ['经济科目', 35]),
    row(150, ['合计', 35], ['52.71', 580]),
    row(170, ['[301]工资福利', 33], ['31.71', 580]),
    row(190, ['[302]商品服务', 33], ['21.00', 580]),
  )
  expect(found).toEqual(['部门预算支出经济科目|预算', '合计|52.71', '[301]工资福利|31.71', '[302]商品服务|21.00'])
})

it('names of the second column alone, below numbers of columns and beside small amounts, are of that column', () => {
  const found = rowsOf(
    rulings(120, 120, 140, 160, 180, 200),
    row(110, ['品目', 50], ['专项名称', 150], ['总计', 250]),
    row(130, ['栏次', 100], ['1', 250]),
    row(150, ['公用经费', 122], ['18', 290]),
    row(170, ['审判业务', 122], ['11', 290]),
    row(190, ['案件执行', 122], ['1.51', 287]),
  )
  expect(found.slice(2)).toEqual(['|公用经费|18', '|审判业务|11', '|案件执行|1.51'])
})

it('a ruling between a blank header and that of the amounts is one of the figures below it', () => {
  const found = rowsOf(
    [
      ...lines('h', 0, 300, 100, 120, 140, 160, 180),
      ...lines('v', 100, 180, 0, 300),
      ruling('v', 200, 100, 120),
    ].concat(lines('v', 100, 120, 100), lines('v', 140, 180, 100)),
    row(110, ['项目名称', 50], ['金额', 250]),
    row(130, ['收入总计', 100], ['72.15', 280]),
    row(150, ['公共预算', 22], ['小计', 113], ['72.15', 280]),
    row(170, ['公共预算', 22], ['财政拨款', 122], ['72.15', 280]),
  )
  expect(found).toEqual(['项目名称||金额', '收入总计+2|72.15', '公共预算|小计|72.15', '公共预算|财政拨款|72.15'])
})

it('two headers of groups without the ruling between them, each a little beside the middle of its columns', () => {
  const found = rowsOf(
    [
      ...[...lines('h', 0, 400, 100, 120, 160, 180), ...lines('v', 100, 180, 0, 80, 400)],
      ...[...lines('v', 120, 180, 160, 320), ruling('v', 240, 140, 180), ruling('h', 140, 240, 400)],
    ],
    row(110, ['单位', 40], ['公务接待费', 156], ['公务用车购置及运行费', 315]),
    row(130, ['基金', 120], ['基金', 200], ['基金', 280], ['小计', 360]),
    row(150, ['万元', 280], ['万元', 360]),
    row(170, ['财政局', 40], ['1.00', 140], ['2.00', 220], ['3.00', 300], ['5.00', 380]),
  )
  expect(found[0]).toBe('单位|公务接待费+2|公务用车购置及运行费+2')
})

it('… though it is the last line alone, on a page of its own', () => {
  const found = rowsOf(
    [...lines('h', 0, 600, 100, 140, 160), ...lines('v', 100, 160, 0, 600)],
    row(120, ['采购类别', 150], ['金额', 450]),
    row(150, ['合计', 150], ['1240.07', 580]),
  )
  expect(found).toEqual(['采购类别|金额', '合计|1240.07'])
})
