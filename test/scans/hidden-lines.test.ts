/** Lines of scans whose code or name a seal hides: told by their place, and in doubt. */
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { forms } from '../../src/forms.ts'
import type { Draft } from '../../src/template/lines/draft.ts'
import { codeHidden, nameHidden } from '../../src/template/scanned/hidden-lines.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { CLEAR, noisyPage } from './noisy-page.ts'

const line = (code: string | null, label: string, more: Partial<Draft> = {}) =>
  ({
    ...{ code, codes: code === null ? [] : [code], codeReadings: [], label, labels: [label], unitName: '', side: null },
    ...{ cells: { total: { source: 'ocr' } } },
    ...more,
  }) as unknown as Draft

const codesOf = (...lines: Draft[]) => {
  codeHidden(lines, forms.subjects, 'functional')
  return lines.map((l) => (l.unsure ? `${l.code}?` : l.code))
}

const before = [line('204', '公共安全支出'), line('20406', '司法'), line('2040601', '行政运行')]
const after = [line('221', '住房保障支出'), line('22102', '住房改革支出'), line('2210201', '住房公积金')]

it('a line goes by the only code of its name that comes between those above and below', () => {
  expect(codesOf(...before, line(null, '一般行政管理事务'), ...after)[3]).toBe('2040602?')
  expect(codesOf(...before, ...after, line(null, '购房补贴'))[6]).toBe('2210203?')
  expect(codesOf(...before, ...after, line('2210206', '购房补贴', { unsure: true }))[6]).toBe('2210203?')
})

it('it does not where none has its name, where two fit, and where the form leaves codes out', () => {
  expect(codesOf(...before, line(null, '司法局机关'), ...after)[3]).toBeNull()
  // 行政运行 of any 款 between the two.
  const apart = [line('205', '教育支出'), line('215', '资源勘探工业信息等支出')]
  expect(codesOf(apart[0]!, line(null, '行政运行'), apart[1]!)[1]).toBeNull()
  const bare = ['公共安全支出', '司法', '行政运行'].map((label) => line(null, label))
  expect(codesOf(...bare, ...after).slice(0, 3)).toEqual([null, null, null])
})

it('codes in blocks beside each other go on downwards, and one in no list is the one that differs by a digit', () => {
  const at = (block: number, code: string | null, label: string, more: Partial<Draft> = {}) =>
    line(code, label, { block, ...more })
  const rows = (first: Draft) => [
    ...[at(0, '301', '工资福利支出'), at(1, '302', '商品和服务支出')],
    ...[first, at(1, '30201', '办公费')],
    ...[at(0, '30103', '奖金'), at(1, '30202', '印刷费')],
  ]
  const third = (first: Draft) => {
    const all = rows(first)
    codeHidden(all, forms.subjects, 'economic')
    return [all[2]!.code, all[2]!.unsure]
  }
  expect(third(at(0, null, '津贴补贴'))).toEqual(['30102', true])
  expect(third(at(0, '90101', '本工厨', { unsure: true }))).toEqual(['30101', true])
  expect(third(at(0, '99999', '本工厨', { unsure: true }))).toEqual(['99999', true])
})

const namesOf = (...lines: Draft[]) => {
  nameHidden(lines, forms.subjects)
  return lines.map((l) => l.label)
}
const spending = (label: string, more: Partial<Draft> = {}) => line(null, label, { side: '支出', ...more })

it('a line of a summary goes by the 类 between those above and below, or that with most of the letters that are left', () => {
  const hidden = (label: string) => spending(label, { unsure: true })
  const lines = (label: string) => [spending('七、文化旅游体育与传媒支出'), hidden(label), spending('九、卫生健康支出')]
  expect(namesOf(...lines('云由'))[1]).toBe('社会保障和就业支出')
  const first = [hidden('一、入般公共服'), spending('二、社会保障和就业支出'), spending('三、卫生健康支出')]
  expect(namesOf(...first)[0]).toBe('一般公共服务支出')
  const any = [spending('一、社会保障和就业支出'), hidden('云由'), spending('三、住房保障支出')]
  expect(namesOf(...any)[1]).toBe('云由')
})

it('what was read with certainty, and a line below a 款, keep their name', () => {
  const [above, below] = [spending('七、文化旅游体育与传媒支出'), spending('九、卫生健康支出')]
  expect(namesOf(above, spending('事业单位经营支出'), below)[1]).toBe('事业单位经营支出')
  expect(namesOf(above, spending('文物'), spending('云由', { unsure: true }), below)[2]).toBe('云由')
})

it('a line of a scan without its code is found in its table', () => {
  const xs = [60, 150, 310, 400]
  const ys = [100, 124, 148, 172, 196, 220]
  const table = pageOf(
    [...lines('h', xs[0]!, xs.at(-1)!, ...ys), ...lines('v', ys[0]!, ys.at(-1)!, ...xs)],
    [
      row(60, ['2024年度一般公共预算财政拨款支出决算表', 280]),
      row(84, ['单位：万元', 360]),
      row(112, ['科目编码', 105], ['科目名称', 230], ['合计', 355]),
      row(136, ['201', 105], ['一般公共服务支出', 230], ['12.50', 355]),
      row(160, ['20103', 105], ['政府办公厅（室）及相关机构事务', 230], ['12.50', 355]),
      row(184, ['2010301', 105], ['行政运行', 230], ['11.40', 355]),
      row(208, ['2010302', 105], ['一般行政管理事务', 230], ['1.10', 355]),
    ],
  )
  const scan = noisyPage(table, CLEAR, random(1))
  const glyphs = scan.glyphs.filter((g) => g.text !== '2010302')
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  const { tables } = understand(forms, { pages: [{ ...scan, glyphs }], findings: [], source }).document
  const last = tables[0]!.rows.at(-1)!
  expect([last.key, last.cells.total!.value, last.cells.total!.status]).toEqual(['2010302', '1.10', 'suspect'])
})
