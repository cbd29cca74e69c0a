/** Numbers before and behind titles that no word says to be any. */
import { expect, it } from 'vitest'
import { forms } from '../../src/forms.ts'
import { titleSense } from '../../src/template/around/title.ts'

const { score } = titleSense(forms.language)
const income = forms.templates.find(({ id }) => id === 'income')!

it.each([
  '2 收入总体情况表',
  '12部门收入总表',
  '①部门收入总表',
  'Ⅱ 部门收入总表',
  '二 部门收入总表',
  'B.部门收入总表',
  '【2】部门收入总表',
  '2-部门收入总表',
  '2）部门收入总表',
  'No.2 部门收入总表',
  '26年部门收入总表',
  '报表二 部门收入总表',
  '表2（部门收入总表）',
  '部门收入总表2',
  '部门收入总表-表2',
])('%s is the table of income', (title) => {
  expect(score(title, income)).toBe(1)
})

it.each(['三公经费支出表', '一般公共预算收入总表', '5月部门收入总表', '收入总表说明2'])('%s is none', (title) => {
  expect(score(title, income)).toBeLessThan(1)
})
