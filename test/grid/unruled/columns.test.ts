/** Pages without rulings whose texts stand as they do in published documents. */
import { expect, it } from 'vitest'
import { read, rule, SIZE, text } from '../../drawn/by-hand.ts'
import { widthOf } from '../../drawn/font.ts'
import type { Mark } from '../../drawn/pdf.ts'

it('a header between two lines of others is beside the upper one, not below it', async () => {
  const rights = [460, 545, 634, 724, 800]
  const lines: [string, string, ...string[]][] = [
    ['201', '一般公共服务支出', '900.00', '600.00', '500.00', '100.00', '300.00'],
    ['20103', '政府办公厅（室）及相关机构事务', '900.00', '600.00', '500.00', '100.00', '300.00'],
    ['2010301', '行政运行', '600.00', '600.00', '500.00', '100.00', ''],
    ['2010302', '一般行政管理事务', '300.00', '', '', '', '300.00'],
  ]
  const { tables } = await read([
    { kind: 'text', text: '2026年一般公共预算支出表', x: 320, y: 84, size: 20 },
    text('单位：万元', 800, 105, '>'),
    text('基本支出', 583, 126),
    ...['科目编码', '科目名称', '合计', '项目支出'].map((t, i) => text(t, [87, 240, 396, 762][i]!, 137)),
    ...['小计', '人员经费', '公用经费'].map((t, i) => text(t, [487, 585, 675][i]!, 148)),
    ...lines.flatMap(([code, name, ...amounts], i) => [
      text(code, 45, 172 + 21 * i, '<'),
      text(name, 135, 172 + 21 * i, '<'),
      ...amounts.map((t, k) => text(t, rights[k]!, 172 + 21 * i, '>')),
    ]),
  ])
  const row = tables[0]?.rows.find((r) => r.code === '201')
  const values = Object.entries(row?.cells ?? {}).map(([id, c]) => [id, c.value])
  expect(values.filter(([id]) => ['total', 'basic', 'project'].includes(id!))).toEqual([
    ['total', '900.00'],
    ['basic', '600.00'],
    ['project', '300.00'],
  ])
})

it('the last digit of an amount in a line of its own is no page number', async () => {
  const heads = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
  const lines = [
    ['201', '一般公共服务支出', '21,818.51', '700.00', '21,118.5'],
    ['20103', '政府办公厅（室）及相关机构事务', '21,818.51', '700.00', '21,118.5'],
    ['2010301', '行政运行', '21,818.51', '700.00', '21,118.5'],
  ]
  const { tables } = await read([
    { kind: 'text', text: '2026年一般公共预算支出表', x: 320, y: 84, size: 20 },
    text('单位：万元', 800, 105, '>'),
    ...heads.map((t, i) => text(t, [87, 240, 440, 590, 740][i]!, 130)),
    ...lines.flatMap(([code, name, total, basic, project], i) => {
      const y = 170 + 40 * i
      return [
        text(code!, 45, y, '<'),
        text(name!, 135, y, '<'),
        text(total!, 470, y, '>'),
        text(basic!, 620, y, '>'),
        text(project!, 770, y - 7, '>'),
        text('1', 770, y + 7, '>'),
      ]
    }),
  ])
  expect(tables[0]?.rows.map((r) => r.cells.project?.value)).toEqual(['21118.51', '21118.51', '21118.51'])
})

/** A line in which digits are set a little apart from the words. */
function sentence(words: string, x: number, y: number): Mark[] {
  let at = x
  return words.split(/([\d.,]+)/).map((part) => {
    const mark = text(part, at, y, '<')
    at += widthOf(part, SIZE) + 3
    return mark
  })
}

it('sentences with amounts are no table', async () => {
  const { tables, other_tables } = await read([
    text('第三部分', 88, 70, '<'),
    text('部门预算支出具体情况', 160, 70, '<'),
    ...[
      '某某局预算4,684.30万元，包括在职人员经费',
      '2,422.61万元、公用经费357.43万元、对个人和家庭的补助支',
      '出192.55万元、增人增资99.41万元、项目支出1,612.29万',
    ].flatMap((words, i) => sentence(words, i === 0 ? 118 : 88, 110 + 31 * i)),
  ])
  expect([tables, other_tables]).toEqual([[], []])
})

it('between two horizontal rulings is one row, however far apart the lines of its label are', async () => {
  const heads = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
  const lines: [string, string[], string, string, string][] = [
    ['201', ['一般公共服务支出'], '900.00', '600.00', '300.00'],
    ['20103', ['政府办公厅（室）', '及相关机构事务'], '900.00', '600.00', '300.00'],
    ['2010301', ['行政运行'], '600.00', '600.00', ''],
    ['2010302', ['一般行政', '管理事务'], '300.00', '', '300.00'],
  ]
  const { tables } = await read([
    { kind: 'text', text: '2026年一般公共预算支出表', x: 320, y: 84, size: 20 },
    text('单位：万元', 800, 105, '>'),
    ...heads.map((t, i) => text(t, [87, 240, 440, 590, 740][i]!, 130)),
    ...[112, 140, 184, 228, 272, 316].map(rule),
    ...lines.flatMap(([code, name, ...amounts], i) => [
      text(code, 45, 160 + 44 * i, '<'),
      ...name.map((part, k) => text(part, 135, 160 + 44 * i + 20 * k, '<')),
      ...amounts.map((t, k) => text(t, [470, 620, 770][k]!, 160 + 44 * i, '>')),
    ]),
  ])
  expect(tables[0]?.rows.map((r) => `${r.code} ${r.label}`)).toEqual([
    '201 一般公共服务支出',
    '20103 政府办公厅（室）及相关机构事务',
    '2010301 行政运行',
    '2010302 一般行政管理事务',
  ])
})

it('letters set apart to fill a cell are one word, and a year set apart from 年 is one header', async () => {
  const spread = (words: string, x: number, y: number, step: number) =>
    [...words].map((letter, i) => text(letter, x + i * step, y, '<'))
  const lines = [
    ['一、财政拨款收入', '900.00', '一、一般公共服务支出', '600.00'],
    ['二、事业收入', '100.00', '二、教育支出', '300.00'],
    ['三、其他收入', '', '三、住房保障支出', '100.00'],
  ]
  const amountHead = (x: number) => [
    text('2026', x, 150, '<'),
    text('年预算数', x + widthOf('2026', SIZE) + 3.5, 150, '<'),
  ]
  const { tables } = await read([
    { kind: 'text', text: '部门收支总表', x: 340, y: 84, size: 20 },
    text('单位：万元', 780, 105, '>'),
    ...spread('收入', 170, 130, 110),
    ...spread('支出', 560, 130, 110),
    ...spread('项目', 110, 150, 45),
    ...spread('项目', 490, 150, 45),
    ...amountHead(320),
    ...amountHead(700),
    ...lines.flatMap(([income, amount, expenditure, spent], i) => [
      text(income!, 60, 172 + 22 * i, '<'),
      text(amount!, 395, 172 + 22 * i, '>'),
      text(expenditure!, 420, 172 + 22 * i, '<'),
      text(spent!, 780, 172 + 22 * i, '>'),
    ]),
    ...spread('收入总计', 110, 240, 22),
    text('1000.00', 395, 240, '>'),
    ...spread('支出总计', 490, 240, 22),
    text('1000.00', 780, 240, '>'),
  ])
  const cells = tables[0]?.rows.map(
    (r) =>
      `${r.key} ${Object.values(r.cells)
        .map((c) => c.value)
        .join()}`,
  )
  expect(cells).toEqual([
    '收入:一、财政拨款收入 900.00',
    '支出:一、一般公共服务支出 600.00',
    '收入:二、事业收入 100.00',
    '支出:二、教育支出 300.00',
    '收入:三、其他收入 ',
    '支出:三、住房保障支出 100.00',
    '收入:收入总计 1000.00',
    '支出:支出总计 1000.00',
  ])
})

it('columns whose texts nearly touch in some rows are those that the other rows begin', async () => {
  const lines = [
    ['2010801-行政运行', '50101-工资奖金津补贴', '30101-基本工资', '600.00'],
    ['2010801-行政运行', '50201-办公经费', '30201-办公费', '100.00'],
    ['2010804-审计业务', '50205-委托业务费', '30227-委托业务费', '200.00'],
    ['2080505-机关事业单位养老保险缴费支出', '50102-社会保障缴费', '30108-养老保险缴费', '60.00'],
    ['2080506-机关事业单位职业年金缴费支出', '50102-社会保障缴费', '30109-职业年金缴费', '40.00'],
  ]
  const second = 60 + widthOf(lines[3]![0]!, SIZE) + 4
  const { tables, other_tables } = await read([
    { kind: 'text', text: '支出总表', x: 380, y: 84, size: 20 },
    text('单位：万元', 780, 105, '>'),
    text('其中', 740, 120),
    ...['支出功能分类科目', '政府支出经济分类科目', '部门支出经济分类科目', '合计'].map((t, i) =>
      text(t, [150, 330, 480, 610][i]!, 130),
    ),
    text('基本支出', 690, 140),
    text('项目支出', 790, 140),
    ...lines.flatMap(([functional, government, department, amount], i) => [
      text(functional!, 60, 165 + 20 * i, '<'),
      text(government!, second, 165 + 20 * i, '<'),
      text(department!, 420, 165 + 20 * i, '<'),
      text(amount!, 630, 165 + 20 * i, '>'),
      text(amount!, 720, 165 + 20 * i, '>'),
    ]),
  ])
  expect(other_tables).toEqual([])
  expect(tables[0]?.rows.map((r) => `${r.label}: ${r.cells.total?.value} ${r.cells.basic?.value}`)).toEqual(
    lines.map((_, i) => expect.stringContaining(`: ${lines[i]![3]} ${lines[i]![3]}`)),
  )
  expect(tables[0]?.rows[3]?.key).toContain('2080505')
  expect(tables[0]?.rows[3]?.key).toContain('30108')
})

it.each([
  [['5', '', '5', '', '', '', '171.01']],
  [['１６８０００', '１０００００', '５０００', '６３０００', '', '６３０００', '']],
])('numbers alone in the one row of a table are its amounts: %s', async (values) => {
  const { tables } = await read([
    { kind: 'text', text: '2025年部门“三公”经费和机关运行经费预算表', x: 420, y: 60, size: 20 },
    ...[text('单位：元', 790, 85, '>'), text('“三公”经费预算数', 350, 112), text('公务用车购置及运行费', 510, 132)],
    ...['合计', '因公出国（境）费', '公务接待费'].map((t, i) => text(t, 90 + 115 * i, 141)),
    ...['小计', '购置费', '运行费'].map((t, i) => text(t, 420 + 95 * i, 151)),
    text('机关运行经费预算数', 740, 132),
    ...values.flatMap((v, i) => (v === '' ? [] : [text(v, [140, 255, 370, 455, 550, 645, 800][i]!, 180, '>')])),
  ])
  const own = Object.values(tables[0]?.rows[0]?.cells ?? {}).flatMap((c) => (c.value === null ? [] : [c.value]))
  expect(own).toEqual(values.filter((v) => v !== '').map((v) => v.normalize('NFKC')))
})
