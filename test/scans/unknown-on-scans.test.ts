/** Figures of a column that no template knows: certain in a text, in doubt on a scan, which makes such columns up. */
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { forms } from '../../src/forms.ts'
import type { Page } from '../../src/page/types.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { CLEAR, noisyPage } from './noisy-page.ts'

const XS = [60, 150, 310, 400, 490]
const YS = [100, 124, 148, 172]

const page = pageOf(
  [...lines('h', XS[0]!, XS.at(-1)!, ...YS), ...lines('v', YS[0]!, YS.at(-1)!, ...XS)],
  [
    row(60, ['2024年度一般公共预算财政拨款支出决算表', 280]),
    row(84, ['单位：万元', 440]),
    row(112, ['科目编码', 105], ['科目名称', 230], ['基本支出', 355], ['项目交岀', 445]),
    row(136, ['201', 105], ['一般公共服务支出', 230], ['12.50', 355], ['3.10', 445]),
    row(160, ['20103', 105], ['政府办公厅事务', 230], ['12.50', 355], ['3.10', 445]),
  ],
)

const rowsOf = (one: Page) => {
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  return understand(forms, { pages: [one], findings: [], source }).document.tables[0]!.rows
}

const statusesOf = (one: Page) =>
  Object.fromEntries(Object.entries(rowsOf(one)[1]!.cells).map(([id, c]) => [id, c.status]))

it('are in doubt on a scan', () => {
  expect(statusesOf(page)).toEqual({ basic: 'proved', 'other:项目交岀': 'proved' })
  expect(statusesOf(noisyPage(page, CLEAR, random(1)))).toEqual({ basic: 'proved', 'other:项目交岀': 'suspect' })
})

it('are those of the only column with which the sums hold, in doubt, where its header was hardly read', () => {
  const xs = [60, 150, 250, 330, 410, 490]
  const ys = [100, 124, 148, 172, 196, 220, 244]
  const table = pageOf(
    [...lines('h', xs[0]!, xs.at(-1)!, ...ys), ...lines('v', ys[0]!, ys.at(-1)!, ...xs)],
    [
      row(60, ['2024年度一般公共预算财政拨款支出决算表', 280]),
      row(84, ['单位：万元', 440]),
      row(112, ['科目编码', 105], ['科目名称', 200], ['命', 290], ['基本支出', 370], ['项目支出', 450]),
      row(136, ['201', 105], ['一般公共服务支出', 200], ['18.70', 290], ['12.50', 370], ['6.20', 450]),
      row(160, ['20103', 105], ['政府办公厅事务', 200], ['18.70', 290], ['12.50', 370], ['6.20', 450]),
      row(184, ['2010301', 105], ['行政运行', 200], ['13.50', 290], ['11.40', 370], ['2.10', 450]),
      row(208, ['2010302', 105], ['机关服务', 200], ['2.80', 290], ['0.70', 370], ['2.10', 450]),
      row(232, ['2010303', 105], ['专项服务', 200], ['2.40', 290], ['0.40', 370], ['2.00', 450]),
    ],
  )
  const read = (confidence: number) => {
    const scan = noisyPage(table, CLEAR, random(1))
    const glyphs = scan.glyphs.map((g) => (g.text === '命' ? { ...g, confidence } : g))
    return Object.entries(rowsOf({ ...scan, glyphs })[2]!.cells).map(([id, c]) => [id, c.value, c.status])
  }
  const others = [
    ['basic', '11.40', 'proved'],
    ['project', '2.10', 'proved'],
  ]
  expect(read(0.3)).toEqual([['total', '13.50', 'suspect'], ...others])
  // A header read with certainty is what it says.
  expect(read(0.99999)).toEqual([['other:命', '13.50', 'suspect'], ...others])
})

it('lines are in doubt where columns before their names, of which nobody knows what they are, may hold their codes', () => {
  const xs = [60, 105, 150, 310, 400, 490]
  const table = (...heads: string[]) =>
    pageOf(
      [...lines('h', xs[0]!, xs.at(-1)!, ...YS), ...lines('v', YS[0]!, YS.at(-1)!, ...xs)],
      [
        row(60, ['2024年度一般公共预算财政拨款支出决算表', 280]),
        row(84, ['单位：万元', 440]),
        row(112, [heads[0]!, 82], [heads[1]!, 127], ['科目名称', 230], ['基本支出', 355], ['项目支出', 445]),
        row(136, ['201', 82], ['一般公共服务支出', 230], ['12.50', 355], ['3.10', 445]),
        row(160, ['201', 82], ['03', 127], ['政府办公厅事务', 230], ['12.50', 355], ['3.10', 445]),
      ],
    )
  const basic = (one: Page) => rowsOf(one).map((r) => [r.code, r.cells.basic!.status])
  const scanned = (...heads: string[]) => basic(noisyPage(table(...heads), CLEAR, random(1)))
  expect(scanned('类', '款').map(([code]) => code)).toEqual(['201', '20103'])
  expect(scanned('米', '欺')).toEqual([
    [null, 'suspect'],
    [null, 'suspect'],
  ])
  expect(basic(table('米', '欺')).map(([, status]) => status)).not.toContain('suspect')
})
