/** What sums allow by rounding alone proves nothing that was hardly read. */
import { Decimal } from 'decimal.js'
import { expect, it } from 'vitest'
import type { Trial } from '../../src/checks/identities/terms.ts'
import { trustScans } from '../../src/checks/scans/trust.ts'
import type { Cell } from '../../src/model.ts'
import type { Seen } from '../../src/template/seen.ts'

const cell = (): Cell => ({
  ...{ value: '118.90', raw: '118.90', mark: 'amount', yuan: '1189000.00', page: 1, bbox: [0, 0, 1, 1] },
  ...{ source: 'ocr', confidence: 1, status: 'read' },
})

/** The status of a figure that sums made of what was hardly read; they hold but for `difference`, give or take `tolerance`. */
function madeOf(raw: string, value: string, difference: number, tolerance: number, share = 0.2): string {
  return statusOf({ ...cell(), raw, value, yuan: value, status: 'repaired' }, difference, tolerance, { share })
}

/** The status of a figure as it was read, by a second reader, too. */
function readAs(text: string, difference: number, share: number): string {
  const one: Cell = { ...cell(), raw: text, value: text, yuan: text }
  return statusOf(one, difference, 0.05, { share, second: text })
}

function statusOf(one: Cell, difference: number, tolerance: number, ink: { share: number; second?: string }): string {
  const { raw, value } = one
  const row = { key: '201', code: null, label: '', side: null, line: null, parent: null, cells: { total: one } }
  const shape = { id: 't', number: null, title: '', unit: '元', pages: [1], state: 'data' as const, notes: [] }
  const { share, ...second } = ink
  const seen: Seen = { readings: [{ text: raw, share }], unit: '元', glyphs: [], ...second }
  const trial = {
    check: { result: difference === 0 ? 'holds' : 'rounding', strength: 'sum', terms: [] },
    places: [{ cell: one, table: 't', value: new Decimal(value!) }],
    ...{ signs: [1], difference: new Decimal(difference), tolerance: new Decimal(tolerance), blanks: [] },
  }
  const evidence = { trials: [trial as unknown as Trial], proved: new Map(), blamed: [], options: () => [] }
  const columns = [{ id: 'total', header: ['total'], unit: null }]
  trustScans([{ ...shape, columns, rows: [row] }], new Map([[one, seen]]), evidence)
  return one.status
}

it('what all sums may do without, by rounding, is dirt in a blank, if it was hardly read', () => {
  expect(madeOf('41', '1', 1, 1.5)).toBe('suspect')
  expect(madeOf('41', '1', 1, 1.5, 0.8)).toBe('repaired')
  expect(madeOf('41', '1', 0, 0)).toBe('repaired')
})

it('a last digit is not repaired where all sums hold by rounding alone, which allows for another', () => {
  expect([madeOf('+.96', '4.98', -0.01, 0.02), madeOf('+.98', '4.98', -0.01, 0.02)]).toEqual(['suspect', 'repaired'])
  expect(madeOf('+.96', '4.98', 0, 0.02)).toBe('repaired')
})

it('a figure of which no reader is sure by itself stays in doubt where sums hold by rounding alone: a 6 is like an 8 to both, and to them', () => {
  expect([readAs('0.08', 0.01, 0.96), readAs('0.08', 0, 0.96), readAs('0.08', 0.01, 0.995)]).toEqual([
    ...['suspect', 'read', 'read'],
  ])
})

it('a nought with fewer places than its table has lost a digit, one without any has not', () => {
  const among = (raw: string) => {
    const cells = [raw, ...Array(9).fill('26.88')].map(
      (own) => ({ ...cell(), value: own, raw: own, mark: Number(own) === 0 ? 'zero' : 'amount' }) as Cell,
    )
    const rows = cells.map((one, i) => ({
      ...{ key: `${i}`, code: null, label: '', side: null, line: null, parent: null },
      cells: { total: one },
    }))
    const shape = { id: 't', number: null, title: '', unit: '万元', pages: [1], state: 'data' as const, notes: [] }
    const seen = new Map(cells.map((c) => [c, { readings: [{ text: c.raw, share: 0.999 }], unit: '万元', glyphs: [] }]))
    const evidence = { trials: [], proved: new Map(), blamed: [], options: () => [] }
    trustScans([{ ...shape, columns: [{ id: 'total', header: ['total'], unit: null }], rows }], seen, evidence)
    return cells[0]!.status
  }
  expect([among('0.0'), among('0.00'), among('0')]).toEqual(['suspect', 'read', 'read'])
})
