/** Codes of scanned lines: in doubt where nothing bears them out. */
import { expect, it } from 'vitest'
import type { Subjects } from '../src/template/define.ts'
import type { Draft } from '../src/template/draft.ts'
import { mendCodes } from '../src/template/scanned/codes.ts'

const SUBJECTS = {
  functional: { '2012601': ['行政运行'] },
  economic: {},
  'government-economic': {},
} as unknown as Subjects

/** A line as it was read: its code, how far the reader believes in that (0–1), and its name. */
function line(code: string, share: number, label: string): Draft {
  const codeReadings = [{ text: code, share }]
  return { code, codes: [code], codeReadings, coded: [], label, unitName: '' } as unknown as Draft
}

it('a code that no list has is sure only if the reader believes in it', () => {
  const lines = [
    line('2012601', 0.3, '行政运行'),
    line('2012607', 0.005, '一般行政管理事务'),
    line('2012699', 0.75, '其他档案事务支出'),
  ]
  mendCodes(lines, SUBJECTS, 'functional')
  expect(lines.map((l) => [l.code, l.unsure === true])).toEqual([
    ['2012601', false],
    ['2012607', true],
    ['2012699', false],
  ])
})
