/** Lines of a scan that are named alike are told apart by their count, which a doubtful one puts out. */
import { expect, it } from 'vitest'
import type { PlacedColumn } from '../../src/template/columns/placed.ts'
import type { Draft } from '../../src/template/lines/draft.ts'
import { hasLostNames, markCounted, markTwins } from '../../src/template/lines/read.ts'

/** Lines by their codes; `?` before it: a doubtful one. */
function unsure(lines: readonly string[]): string[] {
  const drafts = lines.map((line) => {
    const codes = [line.replace('?', '')]
    const draft = { unitName: '', side: null, codes, labels: ['x'], ...(line.startsWith('?') ? { unsure: true } : {}) }
    return draft as unknown as Draft
  })
  markTwins(drafts, { rows: { by: 'code', classification: 'functional' } })
  return drafts.flatMap((d) => (d.unsure ? [d.codes[0]!] : []))
}

const ONE = ['201', '20101', '2010101']

it('where codes come again after a line in doubt, none of the lines after it is sure: it may be the first of any two', () => {
  expect(unsure([...ONE, '?203', ...ONE, '208'])).toEqual(['201', '20101', '2010101', '203', ...ONE, '208'])
})

it('lines before it stay sure if they stand once', () => {
  expect(unsure(['200', ...ONE, ...ONE, '?203', '204'])).toEqual([...ONE, ...ONE, '203', '204'])
})

it('a code or two that stand twice may be misread themselves: the others stay sure', () => {
  expect(unsure(['201', '?203', '201', '208'])).toEqual(['201', '203', '201'])
  expect(unsure(['201', '?203', '205', '208'])).toEqual(['203'])
})

it('without a doubtful line nothing is', () => {
  expect(unsure([...ONE, ...ONE])).toEqual([])
})

it('a name is that of a doubtful line above with a letter misread, and not one that is a part of it', () => {
  const counted = (...labels: string[]) => {
    const drafts = labels.map((label, row) => {
      const draft = { unitName: '', labels: [label.replace('?', '')], row }
      return { ...draft, ...(label.startsWith('?') ? { unsure: true } : {}) } as unknown as Draft
    })
    markCounted(drafts, 'label')
    return drafts.flatMap((d) => (d.unsure ? d.labels : []))
  }
  expect(counted('?档案整费服务', '档案整理服务')).toEqual(['档案整费服务', '档案整理服务'])
  expect(counted('档案整理服务', '?档案整费服务')).toEqual(['档案整费服务'])
  expect(counted('?合计', '车辆数合计')).toEqual(['合计'])
  expect(counted('?会议千', '会议费', '印刷费')).toEqual(['会议千', '会议费'])
  expect(counted('?租赁务', '租赁服务')).toEqual(['租赁务', '租赁服务'])
  // Of 修缮工程 a letter was read.
  expect(counted('?(程', '修缮工程')).toEqual(['(程', '修缮工程'])
})

it('the name of a unit is that of a doubtful one above that may have lost a part of it: a department and its own office', () => {
  const drafts = ['?市数据局', '某市数据局', '某市信息中心'].map((name, row) => {
    const draft = { unitName: name.replace('?', ''), codes: [], labels: [], row }
    return { ...draft, ...(name.startsWith('?') ? { unsure: true } : {}) } as unknown as Draft
  })
  markCounted(drafts, 'code')
  expect(drafts.flatMap((d) => (d.unsure ? d.unitName : []))).toEqual(['市数据局', '某市数据局'])
})

it('lines are in doubt where a column before the amounts, of which the header was hardly read, may hold a part of their names', () => {
  const column = (c0: number, fit: number, leaf: object = {}) =>
    ({ role: 'value', fit, leaf: { c0, amounts: 0, ...leaf } }) as unknown as PlacedColumn
  const known = column(3, 1, { amounts: 9 })
  expect(hasLostNames({ columns: [column(1, 0, { unsure: true }), known] })).toBe(true)
  expect(hasLostNames({ columns: [column(1, 0), known] })).toBe(false)
  expect(hasLostNames({ columns: [column(1, 0, { unsure: true, amounts: 9 }), known] })).toBe(false)
  expect(hasLostNames({ columns: [known, column(4, 0, { unsure: true })] })).toBe(false)
})
