/** 三公 with a line a year on a scan: below the first, the lines of a unit have no name. */
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { forms } from '../../src/forms.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { CLEAR, noisyPage } from './noisy-page.ts'

/** What is said of the amounts of each row; in each printed line unit, year, 总计, 出国, 接待 and 用车. */
function statusesOf(...printed: string[][]): string[] {
  const xs = [40, 130, 210, 280, 350, 420, 490]
  const ys = [100, ...printed.map((_, i) => 124 + 24 * i), 124 + 24 * printed.length]
  const at = (top: number, texts: readonly string[]) =>
    row(top, ...texts.map((text, i): [string, number] => [text, (xs[i]! + xs[i + 1]!) / 2]))
  const page = pageOf(
    [...lines('h', xs[0]!, xs.at(-1)!, ...ys), ...lines('v', ys[0]!, ys.at(-1)!, ...xs)],
    [
      row(60, ['2026年财政拨款“三公”经费支出表', 265]),
      row(84, ['单位：万元', 450]),
      at(112, ['预算单位', '年度', '总计', '因公出国（境）费', '公务接待费', '公务用车购置及运行维护费']),
      ...printed.map((texts, i) => at(136 + 24 * i, texts)),
    ],
  )
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  const { tables } = understand(forms, { pages: [noisyPage(page, CLEAR, random(1))], findings: [], source }).document
  return tables
    .flatMap((t) => t.rows)
    .map(({ key, cells }) => {
      const said = new Set(Object.values(cells).flatMap((c) => (c.mark === 'amount' ? [c.status] : [])))
      return `${key}: ${[...said].sort().join(' ')}`
    })
}

const FIRST = [
  ['某市统计局', '2025年', '9.46', '4.00', '1.46', '4.00'],
  ['', '2026年', '8.25', '4.00', '1.25', '3.00'],
]

it('a line of another year below that of a unit is that unit’s', () => {
  expect(statusesOf(...FIRST)).toEqual(['某市统计局: proved'])
})

it('where the name of a second unit is lost, the years come again, and its lines stay in doubt', () => {
  const lost = [
    ['', '2025年', '5.10', '2.00', '1.10', '2.00'],
    ['', '2026年', '6.20', '2.00', '1.20', '3.00'],
  ]
  expect(
    statusesOf(...FIRST, ...lost)
      .slice(1)
      .join(),
  ).toMatch(/suspect/)
  expect(
    statusesOf(...FIRST, ...lost)
      .slice(1)
      .join(),
  ).not.toMatch(/proved|read/)
})
