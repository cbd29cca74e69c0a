/** Pages without rulings whose texts stand as they do in published documents. */
import { expect, it } from 'vitest'
import { extract } from '../src/index.ts'
import { widthOf } from './drawn/font.ts'
import { type DrawnPage, type Mark, PLAIN_WRITING, toPdf } from './drawn/pdf.ts'

const SIZE = 11

/** Text with its middle, its left end (`<`) or its right end (`>`) at `x`. */
const text = (words: string, x: number, y: number, at: '|' | '<' | '>' = '|'): Mark => {
  const width = widthOf(words, SIZE)
  return { kind: 'text', text: words, x: at === '<' ? x : at === '>' ? x - width : x - width / 2, y, size: SIZE }
}

async function read(marks: Mark[]) {
  const page: DrawnPage = { width: 842, height: 595, marks }
  return extract(await toPdf([page], 'unruled', PLAIN_WRITING), { ocr: 'never' })
}

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
  const rule = (y: number): Mark => ({
    kind: 'rule',
    x0: 36,
    x1: 806,
    y0: y,
    y1: y,
    width: 0.5,
    color: [0, 0, 0],
    as: 'stroke',
  })
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
