/** Amounts too wide for their cells: what stands right before or behind their digits is a part of them. */
import { expect, it } from 'vitest'
import { lines, row, rowsOf } from '../drawn/ruled.ts'

const rulings = [...lines('h', 0, 300, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 200, 300)]
const header = row(120, ['项目', 50], ['预算数', 150], ['备注', 250])
/** Digits are 4.5 points wide: the middle of the first one, or of the last, stands just beyond the ruling. */
const beyond = (text: string, side: 'left' | 'right') => {
  const half = (4.5 * text.length) / 2
  return side === 'left' ? 95.7 + half : 204.3 - half
}

it.each(['￥1635390700.00', '-1635390700.00', '△1635390700.00'])('a sign before %s', (amount) => {
  const found = rowsOf(rulings, header, row(160, ['收入', 30], [amount, beyond(amount, 'left')]))
  expect(found[1]).toBe(`收入|${amount}|`)
})

it('the bracket behind a negative amount', () => {
  const amount = '(1635390700.00)'
  const found = rowsOf(rulings, header, row(160, ['收入', 30], [amount, beyond(amount, 'right')]))
  expect(found[1]).toBe(`收入|${amount}|`)
})

it.each([
  ['9,626.77', '9,616.31'],
  ['9,626.777589', '9,616.338314'],
])('%s runs up to the amount of the next cell, which has as many places', (first, second) => {
  const width = 4.5 * first.length
  const table = [...lines('h', 0, 200, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 150, 200)]
  const at = 150 - width
  const found = rowsOf(
    table,
    row(120, ['项目', 50], ['合计', 125], ['本年', 175]),
    row(160, ['收入', 30], [`${first}${second}`, at + width]),
  )
  expect(found[1]).toBe(`收入|${first}|${second}`)
})

/** Letters of Han are 9 points wide: texts that begin at one place. */
const from = (text: string, x: number): [string, number] => [text, x + 4.5 * text.length]

it('a name that runs over its edge up to a text which other cells of the column hold', () => {
  const name = '纺织原料毛皮被服装具'
  const found = rowsOf(
    [...lines('h', 0, 300, 100, 140, 180, 220), ...lines('v', 100, 220, 0, 100, 200, 300)],
    row(120, ['品目', 50], ['组织形式', 150], ['金额', 250]),
    row(160, from('办公设备', 4), from('分散组织', 104), ['10.00', 250]),
    row(200, from(name, 104 - 9 * name.length), from('分散组织', 104), ['12.00', 250]),
  )
  expect(found.slice(1)).toEqual(['办公设备|分散组织|10.00', `${name}|分散组织|12.00`])
})

it('a name that runs over its edge up to a code, as other cells of the column begin with one', () => {
  const name = '50999其他对个人的补助'
  const width = 4.5 * 5 + 9 * 8
  const found = rowsOf(
    [...lines('h', 0, 300, 100, 140, 180, 220), ...lines('v', 100, 220, 0, 100, 200, 300)],
    row(120, ['政府科目', 50], ['部门科目', 150], ['金额', 250]),
    row(160, ['50901救助', 50], ['30304抚恤金', 104 + 24.75], ['10.00', 250]),
    row(200, [name, 104 - width / 2], ['30399其他', 104 + 20.25], ['12.00', 250]),
  )
  expect(found.slice(1)).toEqual(['50901救助|30304抚恤金|10.00', `${name}|30399其他|12.00`])
})

it('a name that ends beyond its edge after a bracket', () => {
  const name = '气象中心（广'
  const found = rowsOf(rulings, header, row(160, [name, 59.5 + 49.5 / 2], ['10.00', 250]))
  expect(found[1]).toBe(`${name}||10.00`)
})

it('a name that goes on beyond its edge behind a bracket', () => {
  const name = '政府办公厅（室）及'
  const found = rowsOf(
    rulings,
    header,
    row(154, [name, 109 - 36]),
    row(166, from('相关机构事务', 37)),
    row(160, ['4523.04', 180]),
  )
  expect(found[1]).toBe(`${name}相关机构事务|4523.04|`)
})

it('a name that begins at the left of its cell, though more of it stands in the blank one beside it', () => {
  const name = '培训支出及其他各项行政管理方面支出'
  const narrow = [...lines('h', 0, 300, 100, 140, 180), ...lines('v', 100, 180, 0, 60, 200, 300)]
  const found = rowsOf(narrow, header, row(160, from(name, 4), ['10.00', 250]))
  expect(found[1]).toBe(`${name}||10.00`)
})

it('a wrapped name of which a line runs up to the text of the next cell', () => {
  const found = rowsOf(
    [...lines('h', 0, 300, 100, 140, 180, 220), ...lines('v', 100, 220, 0, 100, 200, 300)],
    row(120, ['单位', 50], ['项目', 150], ['金额', 250]),
    row(160, from('气象局', 4), from('气象业务建设', 102), ['10.00', 250]),
    row(190, from('杭州市气象服务中心暨', 12)),
    row(200, from('杭州市预警信息发布台', 12), ['12.00', 250]),
    row(210, from('厅', 12)),
    row(200, from('专业系统维护', 102)),
  )
  expect(found[2]).toBe('杭州市气象服务中心暨杭州市预警信息发布台厅|专业系统维护|12.00')
})

it('headers that run over both edges of their cells, over each other', () => {
  const narrow = [...lines('h', 0, 316, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 172, 244, 316)]
  const heads = ['项目', '一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算']
  const found = rowsOf(
    narrow,
    row(120, [heads[0]!, 50], [heads[1]!, 137], [heads[2]!, 210.5], [heads[3]!, 284]),
    row(160, ['教育支出', 50], ['10.00', 136], ['2.00', 208], ['3.00', 280]),
  )
  expect(found).toEqual([heads.join('|'), '教育支出|10.00|2.00|3.00'])
})

it('a letter at the edge of its cell beside one at that of the next, the others of both far apart', () => {
  const found = rowsOf(
    rulings,
    header,
    row(160, ['办', 10], ['公', 52], ['费', 94.5], ['购', 105.2], ['置', 150], ['10.00', 250]),
  )
  expect(found[1]).toBe('办 公 费|购 置|10.00')
})

it('an amount beyond its edge by its first digit, before a separator', () => {
  const amount = '5,851,200.00'
  const found = rowsOf(rulings, header, row(160, ['收入', 30], [amount, beyond(amount, 'left')]))
  expect(found[1]).toBe(`收入|${amount}|`)
})

it('an amount between two names that run up to it', () => {
  const name = '一般公共预算拨款收入'
  const end = 104 + 4.5 * 7
  const found = rowsOf(
    [...lines('h', 0, 300, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 135, 300)],
    row(120, ['收入', 50], ['数', 117], ['支出', 250]),
    row(160, from(name, 104 - 9 * name.length), ['1603.41', 104 + 4.5 * 3.5], from('一般公共服务支出', end + 1)),
  )
  expect(found[1]).toBe(`${name}|1603.41|一般公共服务支出`)
})

it('wrapped headers whose lines run up to each other', () => {
  const found = rowsOf(
    [...lines('h', 0, 280, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 190, 280)],
    row(114, ['一般公共预算财政拨款', 145], ['政府性基金预算财政拨', 235]),
    row(126, ['项目', 50], ['收入', 145], ['款收入', 235]),
    row(160, ['合计', 50], ['10.00', 145], ['12.00', 235]),
  )
  expect(found[0]).toBe('项目|一般公共预算财政拨款收入|政府性基金预算财政拨款收入')
})

it.each([139.8, 140.3])('an amount that ends at %d, at the ruling behind which the next code begins', (end) => {
  const found = rowsOf(
    [...lines('h', 0, 300, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 140, 200, 300)],
    row(120, ['科目', 50], ['数', 120], ['编码', 170], ['科目', 250]),
    row(160, ['工资', 50], ['4676.12', end - 4.5 * 3.5], ['302', 140.2 + 4.5 * 1.5], ['商品', 250]),
  )
  expect(found[1]).toBe('工资|4676.12|302|商品')
})

it('whole amounts that end where codes begin, as in other rows', () => {
  const found = rowsOf(
    [...lines('h', 0, 300, 100, 140, 180, 220), ...lines('v', 100, 220, 0, 100, 140, 200, 300)],
    row(120, ['科目', 50], ['数', 120], ['编码', 170], ['科目', 250]),
    row(160, ['工资', 50], ['36122', 139.9 - 4.5 * 2.5], ['302', 140.1 + 4.5 * 1.5], ['商品', 250]),
    row(200, ['奖金', 50], ['30201', 140.1 + 4.5 * 2.5], ['办公费', 250]),
  )
  expect(found.slice(1)).toEqual(['工资|36122|302|商品', '奖金||30201|办公费'])
})

it('nought before a label that is numbered', () => {
  const label = '四、教育支出'
  const found = rowsOf(
    [...lines('h', 0, 300, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 140, 250, 300)],
    row(120, ['收入', 50], ['数', 120], ['支出', 195], ['数', 275]),
    row(160, ['收入', 50], ['0', 137.8], [label, 140.1 + 24.75], ['10', 275]),
  )
  expect(found[1]).toBe(`收入|0|${label}|10`)
})

it('a header in the middle of its cell that runs over both edges, up to the one in the middle of the next cell', () => {
  const own = [...lines('h', 0, 300, 100, 140, 180), ...lines('v', 100, 180, 0, 71, 142, 300)]
  const head = row(120, ['公务用车购置费', 35.5], ['公务用车运行维护费', 106.5], ['公务接待费', 220])
  expect(rowsOf(own, head, row(160, ['4.00', 35], ['5.00', 105], ['6.00', 220]))[0]).toBe(
    '公务用车购置费|公务用车运行维护费|公务接待费',
  )
})

it('a text that its cell cuts off at its end goes no further, though the next one touches it', () => {
  const table = [...lines('h', 0, 300, 100, 140, 180), ...lines('v', 100, 180, 0, 100, 200, 300)]
  const cut = row(160, from('行政单位离退休', 38), from('社会保障缴费', 101), ['10.00', 250])
  // What is lost is read with the outermost letter that is seen.
  Object.assign(cut.find((g) => g.text === '休')!, { text: '休费支出', cutOff: true })
  const found = rowsOf(table, row(120, ['科目', 50], ['经济科目', 150], ['金额', 250]), cut)
  expect(found[1]).toBe('行政单位离退休费支出|社会保障缴费|10.00')
})

it('a name that fills its cell, up to a longer one with its code, which begins where those of its column do', () => {
  const table = [...lines('h', 0, 300, 100, 140, 180, 220), ...lines('v', 100, 220, 0, 80, 240, 300)]
  const rows = [
    ...row(160, from('服务支出', 8), ['30201-办公费', 107], ['10.00', 270]),
    ...row(200, from('因公出国费用', 26), ['30212-其他因公出国', 120.5], ['20.00', 270]),
  ]
  const found = rowsOf(table, row(120, ['科目', 40], ['经济科目', 160], ['金额', 270]), rows)
  expect(found[2]).toBe('因公出国费用|30212-其他因公出国|20.00')
})
