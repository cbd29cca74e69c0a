/** What a seal may hide is in doubt. */
import { expect, it } from 'vitest'
import { doubtHidden } from '../../src/checks/scans/stains.ts'
import type { Cell, Table } from '../../src/model.ts'
import type { Box, Page } from '../../src/page/types.ts'

/** Lines of figures, 20 points each, in columns 100 points wide; '' is a blank. */
function table(lines: readonly (readonly string[])[]): Table {
  const rows = lines.map((figures, y) => {
    const cells = figures.map((raw, x): [string, Cell] => {
      const bbox: [number, number, number, number] = [100 * x, 20 * y, 100 * (x + 1), 20 * (y + 1)]
      const mark = raw === '' ? 'blank' : Number(raw) === 0 ? 'zero' : 'amount'
      return [
        `c${x}`,
        {
          value: raw || null,
          raw,
          mark,
          yuan: raw || null,
          page: 1,
          bbox,
          source: raw ? 'ocr' : 'text',
          status: 'read',
        },
      ]
    })
    return {
      ...{ key: `20${y}`, code: null, label: '', side: null, line: null, parent: null },
      cells: Object.fromEntries(cells),
    }
  })
  const columns = lines[0]!.map((_, x) => ({ id: `c${x}`, header: [`c${x}`], unit: null }))
  const shape = { id: 't', number: null, title: '', unit: '元', pages: [1], state: 'data' as const, notes: [] }
  return { ...shape, columns, rows }
}

function statuses(stains: readonly Box[] | null, lines: readonly (readonly string[])[]): string[] {
  const one = table(lines)
  const page = { number: 1, width: 600, height: 800, rotation: 0, kind: 'scan', glyphs: [], rulings: [], images: [] }
  doubtHidden([one], [{ ...page, ...(stains ? { stains } : {}) } as Page])
  return one.rows.flatMap((r) => Object.values(r.cells).map((c) => c.status))
}

const ROWS = [
  ['10', '0', ''],
  ['20', '', ''],
  ['30', '0', '5'],
]
/** Over the second line. */
const SEAL: Box[] = [[0, 25, 300, 35]]

it('doubts a blank under a seal where blanks are not the rule, and nothing else', () => {
  expect(statuses(SEAL, ROWS)).toEqual(['read', 'read', 'read', 'read', 'suspect', 'read', 'read', 'read', 'read'])
})

it('doubts none that the seal hardly touches, and none where there is no seal', () => {
  expect(statuses([[0, 39, 300, 47]], ROWS)).not.toContain('suspect')
  expect(statuses(null, ROWS)).not.toContain('suspect')
})
