/** Rings and strokes that are read as single digits. */
import { expect, it } from 'vitest'
import { doubtOddSizes } from '../../src/checks/scans/odd-size.ts'
import type { Cell, Table } from '../../src/model.ts'
import type { Seen } from '../../src/template/seen.ts'

/** The status of a 0 so high (points) beside five figures of 7 points. */
function statusOf(height: number): string {
  const figure = (raw: string): Cell => ({
    ...{ value: raw, raw, mark: Number(raw) === 0 ? 'zero' : 'amount', yuan: raw, page: 1 },
    ...{ bbox: [0, 0, 1, 1], source: 'ocr', confidence: 1, status: 'read' },
  })
  const all = ['0', '12.50', '3.40', '9.10', '20.00', '5.00'].map(figure)
  const rows = all.map((total, i) => ({
    ...{ key: `20${i}`, code: null, label: '', side: null, line: null, parent: null },
    cells: { total },
  }))
  const ink = (raw: string, size: number): Seen => ({
    ...{ readings: [{ text: raw, share: 0.999 }], unit: '万元' },
    glyphs: [{ text: raw, box: [0, 0, 1, 1], size, source: 'ocr' }],
  })
  const seen = new Map(all.map((cell, i) => [cell, ink(cell.raw, i === 0 ? height : 7)]))
  doubtOddSizes([{ rows } as unknown as Table], seen)
  return all[0]!.status
}

it('doubts a digit that is not as high as the figures of its table, however sure the reader is', () => {
  expect([statusOf(7), statusOf(7.8), statusOf(10), statusOf(4)]).toEqual(['read', 'read', 'suspect', 'suspect'])
})
