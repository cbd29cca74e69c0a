/** Titles with one letter mistyped or left out, and those of other tables that are but one letter from ours. */
import { expect, test } from 'vitest'
import { forms } from '../../src/forms.ts'
import { TITLE_ENOUGH, titleSense } from '../../src/template/around/title.ts'

test.each([
  ['国有资本经预算支出表', 'budget-state-capital'],
  ['财政款收支总表', 'budget-fiscal-appropriation-summary'],
  ['某市某局政府基金预算支岀表', 'budget-government-fund'],
])('%s is mistyped', (title, id) => {
  const { score, isMistyped } = titleSense(forms.language)
  const meant = forms.templates.filter((t) => isMistyped(title, t) || score(title, t) >= TITLE_ENOUGH)
  expect(meant.map((t) => t.id)).toContain(id)
})

test.each(['非财政拨款支出表', '财政拨款非基本支出表', '一般公共服务支出表', '支总表', '上年财政拨款支出表'])(
  '%s is another table than ours, not ours mistyped',
  (title) => {
    const { isMistyped } = titleSense(forms.language)
    expect(forms.templates.filter((t) => isMistyped(title, t)).map((t) => t.id)).toEqual([])
  },
)
