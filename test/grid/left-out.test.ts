/** Tables that lack a ruling, from the head to the foot or beside some cells: what stands in them shows rows and columns. */
import { expect, it } from 'vitest'
import { findGrids } from '../../src/grid/find.ts'
import { lines, pageOf, row, rowsOf, ruling, textsOf } from '../drawn/ruled.ts'

it('between 合计 over two rows and the first column of 基本支出', () => {
  const rulings = [
    ...[100, 140, 160, 180, 200, 220].map((y) => ruling('h', y, 0, 500)),
    ruling('h', 120, 200, 500),
    ...[0, 100, 400, 500].map((x) => ruling('v', x, 100, 220)),
    ruling('v', 300, 120, 220),
  ]
  // The one at 200 is left out.
  const at120 = rulings.find((r) => r.axis === 'h' && r.at === 120)!
  const rest = [...rulings.filter((r) => r !== at120), { ...at120, to: 400 }]
  const found = rowsOf(
    rest,
    row(120, ['科目名称', 50], ['项目支出', 450]),
    row(121, ['合计', 150]),
    row(110, ['基本支出', 300]),
    row(130, ['小计', 250], ['人员经费', 350]),
    row(150, ['教育', 50], ['9626.78', 170], ['7485.22', 270], ['7000.22', 370], ['2141.56', 470]),
    row(170, ['科技', 50], ['26.78', 175], ['26.78', 275], ['26.78', 375]),
    row(190, ['卫生', 50], ['2.78', 178], ['2.78', 478]),
    row(210, ['住房', 50], ['6.70', 178], ['6.70', 278], ['6.70', 378]),
  )
  expect(found).toEqual([
    '科目名称|合计|基本支出+2|项目支出',
    '小计|人员经费',
    '教育|9626.78|7485.22|7000.22|2141.56',
    '科技|26.78|26.78|26.78|',
    '卫生|2.78|||2.78',
    '住房|6.70|6.70|6.70|',
  ])
})

it('between two columns of labels', () => {
  const rulings = [
    ...[100, 120, 140, 160, 180].map((y) => ruling('h', y, 0, 400)),
    ...[0, 300, 400].map((x) => ruling('v', x, 100, 180)),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['一级目录', 75], ['二级目录', 225], ['预算金额', 350]),
    row(130, ['公共服务', 75], ['公共安全服务', 225], ['622.80', 350]),
    row(150, ['公共服务', 75], ['社会保障服务', 225], ['30.20', 350]),
    row(170, ['履职服务', 75], ['法律顾问服务', 225], ['25.50', 350]),
  )
  expect(found).toEqual([
    '一级目录|二级目录|预算金额',
    '公共服务|公共安全服务|622.80',
    '公共服务|社会保障服务|30.20',
    '履职服务|法律顾问服务|25.50',
  ])
})

it('between 收入 and 支出 whose letters are set apart', () => {
  const rulings = [
    ...[100, 120, 140, 160].map((y) => ruling('h', y, 0, 400)),
    ...[0, 400].map((x) => ruling('v', x, 100, 160)),
    ...[120, 320].map((x) => ruling('v', x, 120, 160)),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['收', 60], ['入', 140], ['支', 260], ['出', 340]),
    row(130, ['项目', 60], ['预算数', 160], ['项目', 260], ['预算数', 360]),
    row(150, ['财政拨款', 60], ['53.07', 180], ['本年支出', 230], ['53.07', 380]),
  )
  expect(found).toEqual(['收 入+2|支 出+2', '项目|预算数|项目|预算数', '财政拨款|53.07|本年支出|53.07'])
})

it('beside cells that are merged over the rows of a list, where rulings between rows begin', () => {
  const inner = [120, 140, 180, 200].map((y) => ruling('h', y, 200, 400))
  const rulings = [
    ...[100, 160, 220].map((y) => ruling('h', y, 0, 400)),
    ...inner,
    ...[0, 100, 300, 400].map((x) => ruling('v', x, 100, 220)),
  ]
  const found = rowsOf(
    rulings,
    row(130, ['来信', 50], ['压缩时间', 150]),
    row(190, ['机动', 50], ['解决项目', 150]),
    ...[110, 130, 150, 170, 190, 210].map((y) => row(y, ['指标', 250], ['优', 350])),
  )
  expect(found).toEqual(['来信|压缩时间|指标|优', '指标|优', '指标|优', '机动|解决项目|指标|优', '指标|优', '指标|优'])
})

it('on a page that goes on without a header', () => {
  const level = [100, 120, 140, 160].map((y) => ruling('h', y, 0, 400))
  const upright = [0, 100, 300, 400].map((x) => ruling('v', x, 100, 160))
  const lines = (...codes: string[]) =>
    codes.map((code, i) => row(130 + 20 * i, [code, 50], ['住房公积金', 200], ['26.81', 350]))
  const head = row(110, ['编码', 50], ['名称', 200], ['金额', 350])
  const [before] = findGrids(pageOf([...level, ...upright], [head, ...lines('30108', '30109')]))
  const further = lines('30112', '30113').map((glyphs) =>
    glyphs.map((g) => ({ ...g, box: [g.box[0], g.box[1] - 20, g.box[2], g.box[3] - 20] as const })),
  )
  const rest = [...level.slice(0, 3), ...upright.filter((r) => r.at !== 300).map((r) => ({ ...r, to: 140 }))]
  expect(textsOf(findGrids(pageOf(rest, further), before)[0])).toEqual([
    '30112|住房公积金|26.81',
    '30113|住房公积金|26.81',
  ])
})

it('beside two headers over two rows, one after the other', () => {
  const rulings = [
    ...lines('h', 0, 500, 100, 140, 160),
    ruling('h', 120, 200, 500),
    ...lines('v', 100, 160, 0, 500),
    ...lines('v', 140, 160, 100, 200),
    ...lines('v', 120, 160, 300, 400),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['车购置及运行费', 350]),
    row(120, ['因公出国（境）费', 50], ['公务接待', 150]),
    row(130, ['小计', 250], ['购置费', 350], ['运行费', 450]),
    row(150, ['10.00', 50], ['0.50', 150], ['6.30', 250], ['6.30', 450]),
  )
  expect(found).toEqual(['因公出国（境）费|公务接待|车购置及运行费+3', '小计|购置费|运行费', '10.00|0.50|6.30||6.30'])
})

it('between a header and the first row, beside headers over two rows', () => {
  const rulings = [
    ...lines('h', 0, 400, 100, 160, 180),
    ruling('h', 120, 200, 300),
    ruling('h', 140, 0, 200),
    ...lines('v', 100, 180, 0, 100, 200, 400),
    ruling('v', 300, 120, 180),
  ]
  const found = rowsOf(
    rulings,
    row(120, ['项目名称', 50], ['金额', 150]),
    row(110, ['支出用途', 300]),
    row(130, ['项目名称', 250], ['金额', 350]),
    row(150, ['公共预算', 50], ['72.15', 150], ['基本支出', 250], ['70.82', 350]),
    row(170, ['基金预算', 50], ['0.15', 150], ['项目支出', 250], ['2.15', 350]),
  )
  expect(found).toEqual([
    '项目名称|金额|支出用途+2',
    '项目名称|金额',
    '公共预算|72.15|基本支出|70.82',
    '基金预算|0.15|项目支出|2.15',
  ])
})

it('beside rows of figures, between labels of three rows', () => {
  const rulings = [
    ...lines('h', 0, 300, 100, 120, 180),
    ...lines('h', 200, 300, 140, 160),
    ...lines('v', 100, 180, 0, 100, 200, 300),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['一级', 50], ['二级', 150], ['金额', 250]),
    row(130, ['合计', 50], ['562.60', 250]),
    row(150, ['公共服务', 50], ['宣传服务', 150], ['552.60', 250]),
    row(170, ['法律服务', 50], ['咨询服务', 150], ['10.00', 250]),
  )
  expect(found).toEqual(['一级|二级|金额', '合计||562.60', '公共服务|宣传服务|552.60', '法律服务|咨询服务|10.00'])
})

it('between a header with a colon and the next one', () => {
  const rulings = [
    ...lines('h', 0, 400, 100, 120, 140),
    ...lines('v', 100, 140, 0, 100, 400),
    ruling('v', 250, 120, 140),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['项目', 50], ['预算数（单位：万元）', 175], ['绩效目标', 325]),
    row(130, ['研究', 50], ['52,500', 175], ['聚焦科学', 325]),
  )
  expect(found).toEqual(['项目|预算数（单位：万元）|绩效目标', '研究|52,500|聚焦科学'])
})

it('between two rows of amounts without places that nearly fill their cells', () => {
  const rulings = [...lines('h', 0, 240, 100, 120, 180), ...lines('v', 100, 180, 0, 100, 170, 240)]
  const found = rowsOf(
    rulings,
    row(110, ['项目', 50], ['合计', 135], ['预算数', 205]),
    row(135, ['应急管理支出', 50], ['13,371,300', 135], ['13,371,300', 205]),
    row(165, ['支出总计', 50], ['17,312,300', 135], ['17,312,300', 205]),
  )
  expect(found).toEqual(['项目|合计|预算数', '应急管理支出|13,371,300|13,371,300', '支出总计|17,312,300|17,312,300'])
})

const listRow = (y: number, kind: string, name: string, aim: string) =>
  row(y, ['产出指标', 250], [kind, 350], [name, 450], [aim, 550])

/** A list of indicators beside a project that is merged over its rows, without one of the rulings between them. */
function listWithout(at: number): string[] {
  const rulings = [
    ...lines('h', 0, 600, 100, 140, 260),
    ...lines('h', 200, 600, 160, 180, 200, 220, 240),
    ...lines('v', 100, 260, 0, 100, 200, 300, 400, 500, 600),
  ]
  return rowsOf(
    rulings.filter((r) => r.axis === 'v' || r.at !== at),
    row(120, ['项目名称', 50], ['项目总额', 150], ['一级指标', 250], ['二级指标', 350], ['三级指标', 450], ['值', 550]),
    row(201, ['信息系统', 50], ['689.15', 150]),
    listRow(150, '质量指标', '完成支出', '优'),
    listRow(170, '时效指标', '故障时间', '5'),
    row(184, ['响应', 450]),
    listRow(190, '质量指标', '软件', '优'),
    row(196, ['维护', 450]),
    listRow(210, '数量指标', '设备数量', '1'),
    listRow(230, '质量指标', '巡检频率', '优'),
    listRow(250, '时效指标', '修复时间', '5'),
  )
}

it.each([140, 160, 220])('in a list of words that stand again and again, at %d', (at) => {
  expect(listWithout(at)).toEqual(listWithout(0))
})

it('below the header of several columns whose own rulings begin there', () => {
  const rulings = [
    ...lines('h', 0, 500, 100, 140, 160),
    ...lines('v', 100, 160, 0, 100, 400, 500),
    ...lines('v', 120, 160, 200, 300),
  ]
  const found = rowsOf(
    rulings,
    row(120, ['合计', 50], ['培训费', 450]),
    row(110, ['公务用车购置及运行费', 250]),
    row(130, ['小计', 150], ['购置费', 250], ['运行费', 350]),
    row(150, ['18.30', 50], ['4.00', 150], ['4.00', 350], ['59.04', 450]),
  )
  expect(found).toEqual(['合计|公务用车购置及运行费+3|培训费', '小计|购置费|运行费', '18.30|4.00||4.00|59.04'])
})

it('between two rows of figures whose names stand in columns of their own', () => {
  const rulings = [...lines('h', 0, 300, 100, 120, 160), ...lines('v', 100, 160, 0, 100, 200, 300)]
  const found = rowsOf(
    rulings,
    row(110, ['大类', 50], ['专项', 150], ['总计', 250]),
    row(130, ['一、货物', 50], ['233.10', 250]),
    row(150, ['办公设备', 150], ['53.10', 250]),
  )
  expect(found).toEqual(['大类|专项|总计', '一、货物||233.10', '|办公设备|53.10'])
})

it('but not within a header over two rows whose letters a scan measures by their ink', () => {
  const rulings = [
    ...lines('h', 0, 300, 100, 120, 171, 190),
    ...lines('v', 100, 190, 0, 50, 100, 200, 300),
    ruling('h', 140, 100, 300),
  ]
  // Three lines at even distances, and the first has less ink.
  const header = [...row(130, ['因公出', 25]), ...row(147, ['国境', 25]), ...row(163, ['费', 25])]
  const glyphs = header.map((g) => ('因公出'.includes(g.text) ? g : { ...g, size: 10.2 }))
  const found = rowsOf(
    rulings,
    glyphs,
    row(110, ['合计', 25], ['小计', 75], ['运行费', 150], ['接待费', 250]),
    row(130, ['其中', 150], ['其中', 250]),
    row(155, ['小计', 150], ['小计', 250]),
    row(180, ['170.00', 25], ['1.00', 75], ['2.00', 150], ['3.00', 250]),
  )
  expect(found[1]).toEqual('因公出国境费||其中|其中')
})

it('between a header over two rows and the numbers of the columns', () => {
  const rulings = [
    ...lines('h', 0, 400, 100, 160, 180),
    ruling('h', 120, 100, 300),
    ...lines('v', 100, 180, 0, 100, 300, 400),
    ruling('v', 200, 120, 180),
  ]
  const found = rowsOf(
    rulings,
    row(110, ['本年支出', 200]),
    row(120, ['单位', 50], ['项目支出', 350]),
    row(130, ['小计', 150], ['基本支出', 250]),
    row(150, ['栏次', 50], ['1', 150], ['2', 250], ['3', 350]),
    row(170, ['住房', 50], ['93.03', 150], ['53.03', 250], ['39.99', 350]),
  )
  expect(found).toEqual(['单位|本年支出+2|项目支出', '小计|基本支出', '栏次|1|2|3', '住房|93.03|53.03|39.99'])
})

it('between headers and figures of which some stand a little higher', () => {
  const rulings = [...lines('h', 0, 300, 100, 150, 170), ...lines('v', 100, 170, 0, 100, 200, 300)]
  const found = rowsOf(
    rulings,
    row(112, ['科目', 50], ['合计', 150], ['基本支出', 250]),
    row(140, ['教育', 50], ['40.05', 150]),
    row(135, ['36.91', 250]),
    row(160, ['住房', 50], ['93.03', 150], ['53.03', 250]),
  )
  expect(found).toEqual(['科目|合计|基本支出', '教育|40.05|36.91', '住房|93.03|53.03'])
})
