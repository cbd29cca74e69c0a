/** Numbers that tables are printed with. */
import { expect, it } from 'vitest'
import { findNumber } from '../../src/template/around/captions.ts'

it.each([
  ['公开01表', '公开01表'],
  ['公开 013 表', '公开013表'],
  ['财决公开10表 支出决算表', '财决公开10表'],
  ['表2-1：部门收入总表', '表2-1'],
  ['表（二） 部门收入总表', '表(二)'],
])('%s', (text, number) => {
  expect(findNumber(text)).toBe(number)
})

it('a year is none', () => {
  expect(findNumber('某市水务局信息公开2026年度部门预算')).toBe(null)
})

it('an amount is none', () => {
  expect(findNumber('2024年，我部门安排政府采购预算40.00万元。具体内容见下：')).toBe(null)
})
