/** What is believed of figures that no sum proves, by how the page they stand on was read. */
import { describe, expect, it } from 'vitest'
import { trustScans } from '../src/checks/trust.ts'
import type { Cell, Table } from '../src/model.ts'
import type { Seen } from '../src/template/seen.ts'

const COLUMNS = ['total', 'change', 'previous_budget.difference']
const ROWS = 20

const cell = (): Cell => ({
  value: '118.90',
  raw: '118.90',
  mark: 'amount',
  yuan: '1189000.00',
  page: 1,
  bbox: [0, 0, 1, 1],
  source: 'ocr',
  confidence: 1,
  status: 'read',
})

/** Statuses in the first line of a table, `hazy` of whose lines the reader believes by half only. */
function statuses(hazy: number): string[] {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const cells = Object.fromEntries(COLUMNS.map((id) => [id, cell()]))
    return { key: `201${i}`, code: null, label: '', side: null, line: null, parent: null, cells }
  })
  const columns = COLUMNS.map((id) => ({ id, header: [id], unit: null }))
  const table: Table = {
    id: 't',
    number: null,
    title: '',
    unit: '万元',
    pages: [1],
    state: 'data',
    notes: [],
    columns,
    rows,
  }
  const seen = new Map<Cell, Seen>(
    rows.flatMap(({ cells }, i) => {
      const share = i >= ROWS - hazy ? 0.5 : 0.999
      return Object.values(cells).map((c): [Cell, Seen] => [
        c,
        { readings: [{ text: c.raw, share }], unit: '万元', glyphs: [] },
      ])
    }),
  )
  trustScans([table], seen, { trials: [], proved: new Map(), blamed: [], options: () => [] })
  return COLUMNS.map((id) => rows[0]!.cells[id]!.status)
}

describe('a figure that the reader is sure of', () => {
  it('is read', () => {
    expect(statuses(0)).toEqual(['read', 'read', 'read'])
  })

  it('on blurred print is in doubt where a minus may have been lost: in columns of what became more or less', () => {
    expect(statuses(3)).toEqual(['read', 'suspect', 'suspect'])
  })
})
