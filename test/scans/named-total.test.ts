/** Totals of scans whose label a seal hides, named by the lines that they are the sum of. */
import { expect, it } from 'vitest'
import { readCell } from '../../src/amount.ts'
import { nameTotals } from '../../src/checks/scans/named-total.ts'
import type { Cell, Row, Table } from '../../src/model.ts'
import type { Seen } from '../../src/template/seen.ts'

type Line = readonly [key: string, ...figures: string[]]

/** What the lines are called then; `hidden`: whose labels nobody could read. */
function named(lines: readonly Line[], hidden = /^[a-z]+$/): string[] {
  const seen = new Map<Cell, Seen>()
  const toRow = ([key, ...figures]: Line): Row => {
    const cells = figures.map((raw): Cell => {
      const { value, mark } = readCell(raw)
      const cell: Cell = {
        value,
        raw,
        mark,
        yuan: value,
        page: 1,
        bbox: [0, 0, 9, 9],
        source: 'ocr',
        status: 'suspect',
      }
      const ink: Seen = { readings: [{ text: raw, share: 0.9 }], unit: '元', glyphs: [] }
      seen.set(cell, hidden.test(key) ? { ...ink, misplaced: true } : ink)
      return cell
    })
    const [total, basic] = cells as [Cell, Cell]
    return { key, code: null, label: key, side: null, line: null, parent: null, cells: { total, basic } }
  }
  const columns = ['total', 'basic'].map((id) => ({ id, header: [id], unit: '元' }))
  const rows = lines.map(toRow)
  const about = { id: 't', number: null, title: '', unit: '元', pages: [1], state: 'data' as const, notes: [] }
  const table: Table = { ...about, columns, rows }
  nameTotals([table], seen)
  return table.rows.map((r) => `${r.key} ${r.label}`)
}

const UNITS: readonly Line[] = [
  ['甲局', '3.00', '1.00'],
  ['乙局', '7.00', '5.00'],
]

it('a first or a last line that is what the others come to is the total', () => {
  expect(named([['et', '10.00', '6.00'], ...UNITS])[0]).toBe('合计 合计')
  expect(named([...UNITS, ['et', '10.00', '6.00']])[2]).toBe('合计 合计')
})

it('so is one that lines of two levels come to twice', () => {
  const levels: Line[] = [
    ['甲局', '10.00', '6.00'],
    ['甲局本级', '10.00', '6.00'],
  ]
  expect(named([['et', '10.00', '6.00'], ...levels])[0]).toBe('合计 合计')
})

it('it keeps its name where a column breaks, where another line is the total, and where its label was read', () => {
  expect(named([['et', '10.00', '5.00'], ...UNITS])[0]).toBe('et et')
  expect(named([['et', '20.00', '12.00'], ['合计', '10.00', '6.00'], ...UNITS])[0]).toBe('et et')
  expect(named([['丙局', '10.00', '6.00'], ...UNITS])[0]).toBe('丙局 丙局')
  // More letters than a total has.
  expect(named([['abcdef', '10.00', '6.00'], ...UNITS])[0]).toBe('abcdef abcdef')
})

it('nor is a line the total of one other', () => {
  expect(named([['et', '3.00', '1.00'], UNITS[0]!])[0]).toBe('et et')
})
