/** Codes that a page end parts from their names, beside those of other classifications in the same line. */
import { expect, it } from 'vitest'
import type { Draft } from '../../src/template/lines/draft.ts'
import { joinLabels } from '../../src/template/lines/join-labels.ts'

const draft = (codes: string[], ...labels: string[]) =>
  ({
    codes,
    code: codes[0] ?? null,
    labels,
    label: labels.at(-1),
    labelAt: labels.map((_, i) => i),
  }) as unknown as Draft

it('a code without a letter behind it stands in its place among those that have some', () => {
  const line = draft(['50404', '30903'], '2010806-', '设', '专')
  joinLabels(line, draft([], '信息化建设', '备购置', '用设备购置'))
  expect(line).toMatchObject({
    ...{ codes: ['2010806', '50404', '30903'], code: '2010806' },
    labels: ['信息化建设', '设备购置', '专用设备购置'],
  })
})

it('a code before a name stays in it where the line has one already', () => {
  const line = draft(['2010806'], '2010806-')
  joinLabels(line, draft([], '信息化建设'))
  expect(line.codes).toEqual(['2010806'])
})
