/** A row of a scan in which the rulings between its cells were not seen: its figures are not lost. */
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { forms } from '../../src/forms.ts'
import type { Page } from '../../src/page/types.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { CLEAR, noisyPage } from './noisy-page.ts'

const understood = (page: Page) => {
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  return understand(forms, { pages: [noisyPage(page, CLEAR, random(1))], findings: [], source }).document
}

it('a figure in the cell of a name that reaches over its column stays, in doubt', () => {
  const XS = [60, 150, 300, 400, 490]
  const YS = [100, 124, 148, 172, 196]
  const page = pageOf(
    [
      ...lines('h', 60, 490, ...YS),
      ...lines('v', 100, 172, ...XS),
      // The last row is closed at its sides only, and its name stands over where a ruling should be.
      ...lines('v', 172, 196, 60, 490),
    ],
    [
      row(60, ['2024年度一般公共预算财政拨款支出决算表', 280]),
      row(84, ['单位：万元', 440]),
      row(112, ['科目编码', 105], ['科目名称', 230], ['基本支出', 350], ['项目支出', 445]),
      row(136, ['201', 105], ['一般公共服务支出', 230], ['12.50', 350], ['3.10', 445]),
      row(160, ['20103', 105], ['政府办公厅事务', 230], ['12.50', 350], ['3.10', 445]),
      row(184, ['205', 105], ['教育支出及其他方面各类的支出', 240], ['7.50', 350], ['1.20', 445]),
    ],
  )
  const { tables, findings } = understood(page)
  const { cells } = tables[0]!.rows.at(-1)!
  expect([cells.basic?.value, cells.basic?.status]).toEqual(['7.50', 'suspect'])
  expect(findings.map((f) => f.code)).not.toContain('loose-amounts')
})

it('a total in one cell with its amount, over both sides of a summary, has it, once', () => {
  const XS = [60, 170, 250, 330, 410, 490]
  const YS = [100, 124, 148, 172, 196, 220]
  const page = pageOf(
    [...lines('h', 60, 490, ...YS), ...lines('v', 100, 196, ...XS), ...lines('v', 196, 220, 60, 170, 250, 490)],
    [
      row(60, ['2026年部门收支预算总表', 280]),
      row(84, ['单位：万元', 440]),
      row(112, ['收入', 115], ['金额', 210], ['支出', 290], ['合计', 370], ['一般公共预算', 450]),
      row(136, ['一般公共预算拨款', 115], ['12.50', 210], ['教育支出', 290], ['10.30', 370], ['10.30', 450]),
      row(160, ['事业收入', 115], ['3.10', 210], ['其他支出', 290], ['5.30', 370], ['5.30', 450]),
      row(184, ['其他收入', 115], ['1.00', 210]),
      row(208, ['收入总计', 115], ['16.60', 210], ['支出总计15.60', 360]),
    ],
  )
  const rows = understood(page).tables[0]!.rows.filter((r) => r.key.includes('总计'))
  expect(rows.map((r) => r.key)).toEqual(['收入:收入总计', '支出:支出总计'])
  expect(Object.values(rows[1]!.cells).map((c) => [c.value, c.status])).toEqual([['15.60', 'suspect']])
})
