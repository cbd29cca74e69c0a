/** Titles of scans of which a seal may hide letters. */
import { expect, it } from 'vitest'
import type { TableTemplate } from '../../src/template/define.ts'
import { mayAlsoBe } from '../../src/template/scanned/hidden-titles.ts'

const OTHERS = ['一般公共预算项目支出情况表', '一般公共预算收支情况表', '基本支出情况表'].map(
  (title) => ({ id: title, titles: [title] }) as unknown as TableTemplate,
)

const titlesOf = (text: string, belief: number) =>
  mayAlsoBe({ text, belief }, OTHERS, { core: (title) => title }).map(({ title }) => title)

it('a title hardly read may be one with a few letters more, in the same order', () => {
  expect(titlesOf('一般公共预算支出情况表', 0.3)).toEqual(['一般公共预算项目支出情况表'])
  expect(titlesOf('支出情况表', 0.3)).toEqual(['基本支出情况表'])
  expect(titlesOf('一般公共预算支出情况表', 0.9)).toEqual([])
})
