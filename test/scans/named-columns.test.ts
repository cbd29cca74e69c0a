/** Columns of scans whose header a seal hides, named by the sums that hold with them. */
import { describe, expect, it } from 'vitest'
import { templates } from '../../extractors/index.ts'
import { readCell } from '../../src/amount.ts'
import { nameColumns } from '../../src/checks/scans/named-columns.ts'
import type { Cell, Table } from '../../src/model.ts'
import type { Seen } from '../../src/template/seen.ts'

const ID = 'budget-general-public-expenditure'

/** What the columns of the form are called then; `hidden`: whose headers nobody could read. */
function named(lines: Readonly<Record<string, readonly string[]>>, hidden = /^other:/, form = ID): string[] {
  const seen = new Map<Cell, Seen>()
  const toCell = (raw: string, id: string): Cell => {
    const place = { page: 1, bbox: [0, 0, 9, 9] as Cell['bbox'], source: 'ocr' as const, status: 'suspect' as const }
    const { value, mark } = readCell(raw)
    const cell: Cell = { value, raw, mark, yuan: value, ...place }
    const ink: Seen = { readings: [{ text: raw, share: 0.9 }], unit: '元', glyphs: [], misplaced: true }
    seen.set(cell, hidden.test(id) ? { ...ink, headless: true } : ink)
    return cell
  }
  const count = Object.values(lines)[0]!.length
  const rows = Array.from({ length: count }, (_, i) => {
    const cells = Object.fromEntries(Object.entries(lines).map(([id, figures]) => [id, toCell(figures[i]!, id)]))
    return { key: `20${i}`, code: `20${i}`, label: '', side: null, line: null, parent: null, cells }
  })
  const table: Table = {
    ...{ id: form, number: null, title: '', unit: '元', pages: [1], state: 'data', notes: [] },
    ...{
      columns: Object.keys(lines).map((id) => ({ id, header: id.replace('other:', '').split('/'), unit: '元' })),
      rows,
    },
  }
  nameColumns([table], templates, seen)
  expect(Object.keys(table.rows[0]!.cells)).toEqual(table.columns.map((c) => c.id))
  return table.columns.map((c) => c.id)
}

const COMPARED = {
  previous_actual_without_construction: ['5.00', '6.00', '7.00', '8.00'],
  'other:捐隐中央居建设资': ['5.50', '6.25', '9.00', '9.99'],
  change_without_construction: ['0.50', '0.25', '2.00', '1.00'],
}
const TOTAL = ['3.00', '5.00', '7.00', '9.00']
const BASIC = ['1.00', '2.00', '3.00', '4.00']
const REST = ['2.00', '3.00', '4.00', '5.00']

it('a column is the only one of the form with which the sums hold, a figure misread', () => {
  expect(named(COMPARED)).toContain('total_without_construction')
  expect(named({ 'other:命': TOTAL, basic: BASIC, project: REST })).toEqual(['total', 'basic', 'project'])
})

it('of several that it may be by the sums, its header says which', () => {
  expect(named({ total: TOTAL, basic: BASIC, 'other:预算数/项目支出b': REST })).toContain('project')
  expect(named({ total: TOTAL, basic: BASIC, 'other:命': REST })).toContain('other:命')
})

it('it keeps its header where the sums break, where figures are few, and where the header was read', () => {
  expect(named({ 'other:命': ['3.00', '6.00', '8.00', '9.50'], basic: BASIC, project: REST })).toContain('other:命')
  const few = (figures: readonly string[]) => figures.slice(0, 2)
  expect(named({ 'other:命': few(TOTAL), basic: few(BASIC), project: few(REST) })).toContain('other:命')
  expect(named({ 'other:金额': TOTAL, basic: BASIC, project: REST }, /^$/)).toContain('other:金额')
})

describe('where sums say nothing', () => {
  const NOUGHTS = ['0.00', '0.00', '0.00', '0.00']
  const namedAs = (header: string, figures = NOUGHTS) =>
    named(
      { total: TOTAL, basic: BASIC, project: REST, [`other:${header}`]: figures },
      /^other:/,
      'budget-expenditure',
    ).at(-1)

  it('the letters that are left of a header say which column of the form it is', () => {
    expect(namedAs('对称属过位助支出')).toBe('subsidy_to_affiliated')
    expect(namedAs('票级支出')).toBe('remitted_to_superior')
    expect(namedAs('政府采购项目/其中：政府采购项目中预留给小型、徽型企业的项目资金规模')).toBe('procurement_small')
  })

  it('it keeps its header if they are those of many, of none, of another column below it, or if sums break', () => {
    for (const header of ['支出', '文出', '国家助学贷款', '上年结转/票级支出'])
      expect(namedAs(header)).toBe(`other:${header}`)
    expect(namedAs('票级支出', REST)).toBe('other:票级支出')
  })
})
