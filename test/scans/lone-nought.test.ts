/** A nought that may be dirt in a blank. */
import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import type { Trial } from '../../src/checks/identities/terms.ts'
import { trustScans } from '../../src/checks/scans/trust.ts'
import type { Cell, Check } from '../../src/model.ts'
import type { Seen } from '../../src/template/seen.ts'

const nought = (raw: string): Cell => ({
  ...{ value: raw, raw, mark: raw === '' ? 'blank' : 'zero', yuan: raw, page: 1 },
  ...{ bbox: [0, 0, 1, 1], source: 'ocr', confidence: 1, status: 'read' },
})

describe('a doubtful nought that a sum holds with', () => {
  /** Its status in a table that prints a second one, believed so much (0–1); null where that is blank. */
  const beside = (share: number | null) => {
    const all = [nought('0'), nought(share === null ? '' : '0')]
    const rows = all.map((total, i) => ({
      ...{ key: `201${i}`, code: null, label: '', side: null, line: null, parent: null },
      cells: { total },
    }))
    const columns = [{ id: 'total', header: ['total'], unit: null }]
    const shape = { id: 't', number: null, title: '', unit: '万元', pages: [1], state: 'data' as const, notes: [] }
    const seen = new Map<Cell, Seen>([[all[0]!, { readings: [{ text: '0', share: 0.3 }], unit: '万元', glyphs: [] }]])
    if (share !== null) seen.set(all[1]!, { readings: [{ text: '0', share }], unit: '万元', glyphs: [] })
    const place = {
      table: 't',
      row: '2010',
      column: 'total',
      cell: all[0]!,
      value: new Decimal(0),
      ulp: new Decimal(1),
    }
    const check = { strength: 'sum', result: 'holds', terms: [{}] } as unknown as Check
    const none = new Decimal(0)
    const trial: Trial = {
      ...{ check, places: [place], signs: [1 as const], difference: none, tolerance: none },
      ...{ blanks: [], exceeds: false, isPartOnly: false },
    }
    trustScans([{ ...shape, columns, rows }], seen, {
      trials: [trial],
      proved: new Map(),
      blamed: [],
      options: () => [],
    })
    return all[0]!.status
  }

  it('is read in a table that surely prints one elsewhere: another digit would break the sum', () => {
    expect(beside(0.999)).toBe('read')
  })

  it('stays in doubt where none is sure: dirt in a blank would break it as little', () => {
    expect(beside(0.3)).toBe('suspect')
    expect(beside(null)).toBe('suspect')
  })
})
