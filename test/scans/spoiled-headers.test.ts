/** Headers of scans with letters misread: the title, one that a further page prints again, and the one over codes. */
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { forms } from '../../src/forms.ts'
import type { Page } from '../../src/page/types.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { CLEAR, noisyPage } from './noisy-page.ts'

const DOUBTED = { confidence: 0.4 }
const XS = [60, 150, 310, 400, 490]

/** A page of a ruled table of four columns, as a reader sees it that takes some words for others. */
function scanned(number: number, above: string[], rows: string[][], misread: Record<string, string> = {}): Page {
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => 100 + 24 * i)
  const middle = (c: number) => (XS[c]! + XS[c + 1]!) / 2
  const page = pageOf(
    [...lines('h', XS[0]!, XS.at(-1)!, ...ys), ...lines('v', ys[0]!, ys.at(-1)!, ...XS)],
    [
      ...above.map((words, i) => row(60 + 24 * i, [words, 280])),
      ...rows.map((texts, i) => row(112 + 24 * i, ...texts.map((t, c): [string, number] => [t, middle(c)]))),
    ],
  )
  const scan = noisyPage({ ...page, number }, CLEAR, random(1))
  return {
    ...scan,
    glyphs: scan.glyphs.map((g) => (misread[g.text] ? { ...g, text: misread[g.text]!, ...DOUBTED } : g)),
  }
}

function read(...pages: Page[]) {
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: pages.length, producer: null }
  return understand(forms, { pages, findings: [], source }).document
}

it('a header that a further page prints again is the same with some letters misread', () => {
  const head = ['项目名称', '合计', '一般公共预算', '政府性基金预算']
  const { tables, other_tables } = read(
    scanned(1, ['2026年部门预算项目支出表', '单位：万元'], [head, ['道路养护', '5.00', '3.00', '2.00']]),
    scanned(2, [], [head, ['桥梁检测', '4.00', '4.00', '']], { 一般公共预算: '大般公共预收' }),
  )
  expect(tables.map((t) => [t.id, t.rows.map((r) => r.label)])).toEqual([
    ['budget-project-expenditure', ['道路养护', '桥梁检测']],
  ])
  expect(other_tables).toEqual([])
})

it('codes below a header that was misread are the codes of their lines, though one of them is misread, too', () => {
  const rows = [
    ['科目编码', '科目名称', '合计', '基本支出'],
    ['201', '一般公共服务支出', '12.50', '12.50'],
    ['20103', '政府办公厅（室）及相关机构事务', '12.50', '12.50'],
    ['2010301', '行政运行', '11.40', '11.40'],
    ['2010302', '一般行政管理事务', '1.00', '1.00'],
    ['2010350', '事业运行', '0.10', '0.10'],
  ]
  const above = ['2026年一般公共预算支出表', '单位：万元']
  const { tables } = read(scanned(1, above, rows, { 科目编码: '科目编千', '2010350': '20l035O' }))
  expect(tables[0]?.rows.map((r) => r.key).slice(0, 4)).toEqual(['201', '20103', '2010301', '2010302'])
  expect(tables[0]?.columns.map((c) => c.id)).toEqual(['total', 'basic'])
})

it.each([
  ['财政拨款支出表（功能科目）', '大政拨款支出表（功能科目）'],
  ['2026年财政拨款支出表', '2026年财政拨教支出表'],
  ['2026年预算单位支出预算总表', '2026年预算单位支出预末总表'],
])('%s read as %s is the title of its table', (title, misread) => {
  const rows = [
    ['科目编码', '科目名称', '合计', '基本支出'],
    ['201', '一般公共服务支出', '12.50', '12.50'],
    ['20103', '政府办公厅（室）及相关机构事务', '12.50', '12.50'],
    ['2010301', '行政运行', '12.50', '12.50'],
  ]
  const { tables } = read(scanned(1, [title, '单位：万元'], rows, { [title]: misread }))
  expect(tables.map((t) => t.title)).toEqual([title])
})

it('what a seal leaves in a column of figures is no list of labels', () => {
  const rows = [
    ['支出项目', '合计', '一般公共预算', '政府性基金预算'],
    ['一、社会保障和就业支出', '5.00', '5.00', ''],
    ['二、卫生健康支出', '3.00', '3.00', 'XX..A'],
    ['支出总计', '8.00', '8.00', ''],
  ]
  const above = ['2026年财政拨款收支预算总表', '单位：万元']
  const { tables } = read(scanned(1, above, rows, { 'XX..A': 'XX..A' }))
  expect(tables[0]?.columns.map((c) => c.id)).toEqual(['total', 'general_public', 'government_fund'])
})

it('a column that a streak divides below its header is one, and in doubt', () => {
  const rows = [
    ['科目编码', '科目名称', '合计', '基本支出'],
    ['201', '一般公共服务支出', '12.50', '12.50'],
    ['20103', '政府办公厅（室）及相关机构事务', '12.50', '12.50'],
    ['2010301', '行政运行', '12.50', '12.50'],
  ]
  const page = scanned(1, ['2026年一般公共预算支出表', '单位：万元'], rows)
  const streak = { axis: 'v', at: 325, from: 124, to: 196, thickness: 0.7 } as const
  const { tables } = read({ ...page, rulings: [...page.rulings, streak] })
  expect(tables[0]?.columns.map((c) => c.id)).toEqual(['total', 'basic'])
  expect(tables[0]?.rows.map((r) => [r.cells.total?.value, r.cells.total?.status])).toEqual(
    rows.slice(1).map(() => ['12.50', 'suspect']),
  )
})
