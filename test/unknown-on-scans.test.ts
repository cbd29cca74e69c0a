/** Figures of a column that no template knows: certain in a text, in doubt on a scan, which makes such columns up. */
import { expect, it } from 'vitest'
import { random } from '../bench/random.ts'
import { forms } from '../src/forms.ts'
import type { Page } from '../src/page/types.ts'
import { understand } from '../src/understand.ts'
import { lines, pageOf, row } from './drawn/ruled.ts'
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

const statusesOf = (one: Page) => {
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  const { tables } = understand(forms, { pages: [one], findings: [], source }).document
  return Object.fromEntries(Object.entries(tables[0]!.rows[1]!.cells).map(([id, c]) => [id, c.status]))
}

it('are in doubt on a scan', () => {
  expect(statusesOf(page)).toEqual({ basic: 'proved', 'other:项目交岀': 'proved' })
  expect(statusesOf(noisyPage(page, CLEAR, random(1)))).toEqual({ basic: 'proved', 'other:项目交岀': 'suspect' })
})
