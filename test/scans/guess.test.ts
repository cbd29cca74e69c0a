/** What figures in doubt most likely are, and that they stay in doubt. */
import { expect, it } from 'vitest'
import { sums } from '../../extractors/vocabulary/sums.ts'
import { runChecks } from '../../src/checks/index.ts'
import type { Cell, Table } from '../../src/model.ts'
import type { TableTemplate } from '../../src/template/define.ts'
import type { Reading, Seen } from '../../src/template/seen.ts'

/** One column of codes and figures, each with what the reader saw, likeliest first: each code is the sum of those below it. */
function read(
  column: string,
  lines: Readonly<Record<string, readonly Reading[]>>,
  guesses = true,
): Record<string, Cell> {
  const seen = new Map<Cell, Seen>()
  const rows = Object.entries(lines).map(([code, readings]) => {
    const [{ text: raw, share }] = readings as [Reading]
    const value = /^-?\d+\.\d+$/.test(raw) ? raw : null
    const cell: Cell = {
      ...{ value, raw, mark: value === null ? 'text' : 'amount', yuan: value, page: 1, bbox: [0, 0, 9, 9] },
      ...{ source: 'ocr', confidence: share, status: 'read' },
    }
    seen.set(cell, { readings, unit: '元', glyphs: [] })
    const parent = code === '201' ? null : code.slice(0, -2)
    return { key: code, code, label: '', side: null, line: null, parent, cells: { [column]: cell } }
  })
  const table: Table = {
    ...{ id: 't', number: null, title: '', unit: '元', pages: [1], state: 'data', notes: [] },
    ...{ columns: [{ id: column, header: [column], unit: '元' }], rows },
  }
  const template: TableTemplate = {
    ...{ id: 't', kind: 'any', titles: ['t'], columns: {}, identities: [{ tree: 'codes' }] },
    rows: { by: 'code', classification: 'functional', code: [], name: [] } as unknown as TableTemplate['rows'],
  }
  runChecks({ tables: [table], level: undefined }, { templates: [template], crossTable: [], sums }, { seen, guesses })
  return Object.fromEntries(rows.map(({ key, cells }) => [key, cells[column]!]))
}

const sure = (text: string): Reading[] => [{ text, share: 0.9999 }]

it('a sum of changes that breaks for want of a minus is no error of the publisher’s', () => {
  const cells = read('change', {
    '201': sure('-10.00'),
    '20101': sure('12.00'),
    '20102': sure('3.00'),
    '20103': [{ text: '-1.00', share: 0.7 }],
  })
  expect(cells['20101']).toMatchObject({ value: '-12.00', raw: '12.00', status: 'suspect' })
})

it('without guesses doubtful figures stay as they were read, and nothing is surer or less sure', () => {
  const lines = {
    '201': sure('-10.00'),
    '20101': sure('12.00'),
    '20102': sure('3.00'),
    '20103': [{ text: '-1.00', share: 0.7 }],
  }
  const statuses = (cells: Record<string, Cell>) => Object.values(cells).map((c) => c.status)
  const plain = read('change', lines, false)
  expect(plain['20101']!.value).toBe('12.00')
  expect(statuses(plain)).toEqual(statuses(read('change', lines)))
})

it('a sum that holds with other readings of all its figures proves none where another sum breaks', () => {
  const or = (...read: [string, number][]) => read.map(([text, share]) => ({ text, share }))
  const cells = read('amount', {
    '201': sure('12586.47'),
    '20101': or(['33739.15', 0.35], ['12239.15', 0.34]),
    '2010101': or(['33342.75', 0.42], ['11242.75', 0.39]),
    '2010102': or(['396.40', 0.5], ['996.40', 0.4]),
    '20102': sure('347.32'),
  })
  for (const code of ['20101', '2010101', '2010102']) expect(cells[code]!.status).toBe('suspect')
  expect(cells['20101']!.value).toBe('12239.15')
})
