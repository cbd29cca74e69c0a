/** Cells that are merged over several rows: whose amounts these are, and how many lines there are. */
import { expect, it } from 'vitest'
import type { Document } from '../../src/model.ts'
import { cellRecords } from '../../src/output/cells.ts'
import * as drawn from '../drawn/by-hand.ts'
import type { Mark } from '../drawn/pdf.ts'
import { read } from '../forms/run.ts'

const statusOf = (document: Document, row: string) =>
  cellRecords(document).flatMap((c) => (c.row === row ? [`${c.column} ${c.value} ${c.status}`] : []))

const captions = (title: string) => [drawn.text(title, 420, 60), drawn.text('单位：万元', 800, 85, '>')]

/** A table without the ruling below a row in some columns, and in the middle of what is merged there a text. */
function merged(xs: number[], row: number, over: [col: number, words: string][], ...rows: string[][]): Mark[] {
  const y = 100 + 24 * (row + 1)
  const kept = xs
    .slice(1)
    .flatMap((x1, col) => (over.some(([c]) => c === col) ? [] : [drawn.stroke(xs[col]!, y, x1, y)]))
  const texts = over.map(([col, words]) => drawn.text(words, xs[col + 1]! - 4, y + 4, '>'))
  const all = drawn.table(100, xs, ...rows).filter((m) => !(m.kind === 'rule' && m.y0 === y && m.y1 === y))
  return [...all, ...kept, ...texts]
}

it('an amount over two lines may be of either, though the sum of its row holds', async () => {
  const document = await drawn.read([
    ...captions('2024年度支出决算表'),
    ...merged(
      [40, 140, 380, 520, 660, 806],
      3,
      [[2, '70.00']],
      ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
      ['合计', '', '100.00', '60.00', '40.00'],
      ['205', '教育支出', '100.00', '60.00', '40.00'],
      ['20502', '普通教育', '', '40.00', '30.00'],
      ['20508', '进修及培训', '', '20.00', '10.00'],
    ),
  ])
  expect(statusOf(document, '20502')[0]).toBe('total 70.00 suspect')
})

it('an amount over two lines of a summary may be of either, though the sum of its side holds', async () => {
  const document = await drawn.read([
    ...captions('2024年度收入支出决算总表'),
    ...merged(
      [40, 300, 420, 680, 806],
      2,
      [[3, '90.00']],
      ['收入', '', '支出', ''],
      ['项目', '决算数', '项目', '决算数'],
      ['一、一般公共预算财政拨款收入', '100.00', '一、教育支出', ''],
      ['二、事业收入', '', '二、住房保障支出', ''],
      ['本年收入合计', '100.00', '本年支出合计', '90.00'],
      ['', '', '年末结转和结余', '10.00'],
      ['总计', '100.00', '总计', '100.00'],
    ),
  ])
  expect(statusOf(document, '支出:一、教育支出')).toEqual(['amount 90.00 suspect'])
})

it('an amount beside a name that is merged over the same rows is its own', async () => {
  const document = await drawn.read([
    ...captions('2024年部门预算项目支出表'),
    ...merged(
      [40, 200, 450, 560, 680, 806],
      2,
      [
        [0, '云溪市司法局'],
        [2, '30.00'],
      ],
      ['单位名称', '项目名称', '合计', '财政拨款', '其他资金'],
      ['合计', '', '40.00', '40.00', ''],
      ['', '普法宣传', '', '10.00', ''],
      ['', '法律援助', '', '20.00', ''],
      ['云溪市公证处', '公证服务', '10.00', '10.00', ''],
    ),
  ])
  expect(cellRecords(document).flatMap((c) => (c.value === '30.00' ? [c.status] : []))).not.toContain('suspect')
})

it('a line beside two of the other side is one', () => {
  const document = read(`2024年度收入支出决算总表
    公开部门：云溪市司法局 | 单位：万元
    | 收入 | < | 支出 | < |
    | 项目 | 决算数 | 项目 | 决算数 |
    | 一、一般公共预算财政拨款收入 | 100.00 | 一、教育支出 | 90.00 |
    | ^ | ^ | 二、住房保障支出 | 10.00 |
    | 本年收入合计 | 100.00 | 本年支出合计 | 100.00 |
    | 总计 | 100.00 | 总计 | 100.00 |`)
  const keys = document.tables[0]!.rows.map((r) => r.key)
  expect(keys.filter((key) => key.startsWith('收入'))).toEqual([
    '收入:一、一般公共预算财政拨款收入',
    '收入:本年收入合计',
    '收入:总计',
  ])
})

it('the header of one side beside the first line of the other is no line', () => {
  const document = read(`2024年度收入支出决算总表
    公开部门：云溪市司法局 | 单位：万元
    | 收入 | < | 支出 | < |
    | ^ | ^ | 项目 | 决算数 |
    | 项目 | 决算数 | 一、教育支出 | 90.00 |
    | 一、一般公共预算财政拨款收入 | 100.00 | 二、住房保障支出 | 10.00 |
    | 总计 | 100.00 | 总计 | 100.00 |`)
  const records = cellRecords(document).map((c) => `${c.row} ${c.value}`)
  expect(records).toEqual([
    '支出:一、教育支出 90.00',
    '收入:一、一般公共预算财政拨款收入 100.00',
    '支出:二、住房保障支出 10.00',
    '收入:总计 100.00',
    '支出:总计 100.00',
  ])
})

it('an amount beside two names in one cell may be of either', async () => {
  const document = await drawn.read([
    ...captions('2024年度收入支出决算总表'),
    ...drawn.table(
      100,
      [40, 240, 400, 640, 806],
      ['收入', '', '支出', ''],
      ['项目', '决算数', '项目', '决算数'],
      ['一、财政拨款收入', '100.00', '一、教育支出', '100.00'],
      ['总计', '100.00', '', '100.00'],
    ),
    drawn.text('二、外交支出', 404, 100 + 24 * 3 + 11, '<'),
    drawn.text('总计', 404, 100 + 24 * 3 + 22, '<'),
  ])
  const of = statusOf(document, '支出:二、外交支出总计')
  expect(of).toEqual(['amount 100.00 suspect'])
})

it('amounts without places in a header of which nothing shows where it ends are told', async () => {
  const xs = [40, 240, 400, 640, 806]
  const document = await drawn.read([
    ...captions('2024年度收入支出决算总表'),
    ...[100, 124, 200].map((y) => drawn.stroke(40, y, 806, y)),
    ...xs.map((x) => drawn.stroke(x, 100, x, 200)),
    ...['收入', '', '支出', ''].map((words, i) => drawn.text(words, xs[i]! + 4, 116, '<')),
    ...['项目', '决算数', '项目', '决算数'].map((words, i) => drawn.text(words, xs[i]! + 4, 144, '<')),
    ...['事业收入', '105573700', '教育支出', ''].map((words, i) => drawn.text(words, xs[i]! + 4, 180, '<')),
  ])
  expect(document.findings.map((f) => f.code)).toContain('loose-amounts')
})
