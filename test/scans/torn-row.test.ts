/** A row of a scan in which the rulings between its cells were not seen: its figures are not lost. */
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { forms } from '../../src/forms.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { CLEAR, noisyPage } from './noisy-page.ts'

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
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  const scan = noisyPage(page, CLEAR, random(1))
  const { tables, findings } = understand(forms, { pages: [scan], findings: [], source }).document
  const { cells } = tables[0]!.rows.at(-1)!
  expect([cells.basic?.value, cells.basic?.status]).toEqual(['7.50', 'suspect'])
  expect(findings.map((f) => f.code)).not.toContain('loose-amounts')
})
