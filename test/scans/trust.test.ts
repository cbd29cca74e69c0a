/** What is believed of figures that no sum proves, by how the page they stand on was read. */
import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import type { Trial } from '../../src/checks/identities/terms.ts'
import { meanings } from '../../src/checks/scans/options.ts'
import { repair } from '../../src/checks/scans/repair.ts'
import { showsSign, trustScans } from '../../src/checks/scans/trust.ts'
import type { Cell, Check, Table } from '../../src/model.ts'
import { type Seen, see } from '../../src/template/seen.ts'

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

/** The status of one cell that holds the first reading, after a second reader saw it. */
function statusOf(readings: readonly [text: string, share: number][], second: string): string {
  const [[text]] = readings as [[string, number]]
  const one: Cell = { ...cell(), value: text, raw: text, mark: Number(text) === 0 ? 'zero' : 'amount', yuan: text }
  const row = { key: '201', code: null, label: '', side: null, line: null, parent: null, cells: { total: one } }
  const columns = [{ id: 'total', header: ['total'], unit: null }]
  const shape = { id: 't', number: null, title: '', unit: '万元', pages: [1], state: 'data' as const, notes: [] }
  const seen: Seen = { readings: readings.map(([t, share]) => ({ text: t, share })), unit: '万元', glyphs: [], second }
  const evidence = { trials: [], proved: new Map(), blamed: [], options: () => [] }
  trustScans([{ ...shape, columns, rows: [row] }], new Map([[one, seen]]), evidence)
  return one.status
}

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

describe('a sum over what became more or less', () => {
  const sum = (...terms: [column: string, value: string][]) => {
    const of = terms.map(([column, value]) => ({ table: 't', row: 'r', column, sign: 1 as const, value }))
    return showsSign({ check: { terms: of } as unknown as Check })
  }

  it('shows a minus where it has one, or a figure of another column', () => {
    expect(sum(['change', '3.00'], ['change', '-2.00'], ['change', '5.00'])).toBe(true)
    expect(sum(['change', '3.00'], ['total', '5.00'], ['previous_total', '2.00'])).toBe(true)
  })

  it('holds as well where all of them lost it', () => {
    expect(sum(['change', '118.90'], ['change', '118.90'])).toBe(false)
  })
})

describe('a figure that two readers read alike', () => {
  const marks: [string, number][] = [
    ['5.00', 0.757],
    ['5:00', 0.179],
    ['5：00', 0.048],
  ]

  it('is read where the first doubts only what its point looks like', () => {
    expect(statusOf([...marks, ['500', 0.006]], '5.00')).toBe('read')
  })

  it('stays in doubt where it doubts a digit, or the second sees another', () => {
    expect(statusOf([marks[0]!, ['6.00', 0.179], ['5:08', 0.048]], '5.00')).toBe('suspect')
    expect(statusOf(marks, '6.00')).toBe('suspect')
  })

  it('stays in doubt where the first doubts it more than a little: a blurred 5 is like a 3 to both', () => {
    expect(statusOf([['17.30', 0.9]], '17.30')).toBe('suspect')
    expect(statusOf([['17.30', 0.96]], '17.30')).toBe('read')
    expect(statusOf([['0.00', 0.9]], '0.00')).toBe('read')
  })
})

describe('a printed nought', () => {
  it('is read where its readings differ in how many noughts follow only', () => {
    expect(
      statusOf(
        [
          ['0.00', 0.6],
          ['0.0', 0.39],
        ],
        '0.0C',
      ),
    ).toBe('read')
  })

  it('stays in doubt where another digit is possible, as any other amount does', () => {
    expect(
      statusOf(
        [
          ['0.00', 0.6],
          ['0.08', 0.39],
        ],
        '0.0',
      ),
    ).toBe('suspect')
    expect(
      statusOf(
        [
          ['1.00', 0.6],
          ['1.0', 0.39],
        ],
        '1.0',
      ),
    ).toBe('suspect')
  })
})

describe('a figure that only repeats another', () => {
  /** Its status in a table whose other figures are believed so much. */
  const beside = (share: number) => {
    const all = Array.from({ length: ROWS }, cell)
    const rows = all.map((total, i) => ({
      ...{ key: `201${i}`, code: null, label: '', side: null, line: null, parent: null },
      cells: { total },
    }))
    const columns = [{ id: 'total', header: ['total'], unit: null }]
    const shape = { id: 't', number: null, title: '', unit: '万元', pages: [1], state: 'data' as const, notes: [] }
    const pair = all.slice(0, 2)
    const ink = (c: Cell): Seen => ({
      readings: [{ text: c.raw, share: pair.includes(c) ? 0.9 : share }],
      unit: '万元',
      glyphs: [],
    })
    const places = pair.map((c, i) => ({
      ...{ table: 't', row: `201${i}`, column: 'total', cell: c },
      ...{ value: new Decimal(1189000), ulp: new Decimal(100) },
    }))
    const check = { strength: 'repeat', result: 'holds', terms: [{}, {}] } as unknown as Check
    const none = new Decimal(0)
    const trial: Trial = {
      check,
      places,
      signs: [1, -1],
      difference: none,
      tolerance: none,
      blanks: [],
      exceeds: false,
      isPartOnly: false,
    }
    const evidence = { trials: [trial], proved: new Map(pair.map((c) => [c, [trial]])), blamed: [], options: () => [] }
    trustScans([{ ...shape, columns, rows }], new Map(all.map((c) => [c, ink(c)])), evidence)
    return all[0]!.status
  }

  it('is proved by it, but not on print so small that hardly a figure is believed: both are misread alike', () => {
    expect(beside(0.999)).toBe('proved')
    expect(beside(0.9)).toBe('suspect')
  })
})

describe('a mark before three digits', () => {
  /** What becomes of a figure, believed so much, in a table of others. */
  const among = (others: readonly string[], raw: string, share: number) => {
    const figure = (text: string): Cell => ({ ...cell(), value: text.replaceAll(',', ''), raw: text })
    const all = [raw, ...others].map(figure)
    const rows = all.map((total, i) => ({
      ...{ key: `201${i}`, code: null, label: '', side: null, line: null, parent: null },
      cells: { total },
    }))
    const columns = [{ id: 'total', header: ['total'], unit: null }]
    const shape = { id: 't', number: null, title: '', unit: '元', pages: [1], state: 'data' as const, notes: [] }
    const tables: Table[] = [{ ...shape, columns, rows }]
    const seen = new Map(all.map((c) => [c, { readings: [{ text: c.raw, share }], unit: '元', glyphs: [] }]))
    const options = repair(tables, seen, () => [])
    trustScans(tables, seen, { trials: [], proved: new Map(), blamed: [], options })
    return all[0]!
  }
  const whole = ['1,510,245', '446,615', '2,400', '502,443', '10,237,471']

  it('parts thousands where the amounts of the table are whole, and what was read is in doubt', () => {
    expect(among(whole, '390.788', 0.999)).toMatchObject({ value: '390788', raw: '390.788', status: 'suspect' })
    expect(among(whole, '390,788', 0.999)).toMatchObject({ value: '390788', status: 'read' })
  })

  it('is a point where the amounts of the table have three places', () => {
    expect(among(['1,510.245', '446.615', '2.400', '502.443'], '390.788', 0.999)).toMatchObject({
      ...{ value: '390.788', status: 'read' },
    })
  })

  it('is in doubt where they differ in their places, unless it was read with certainty', () => {
    const mixed = ['12.5', '7', '3.1234', '446,615', '0.25']
    expect(among(mixed, '390.788', 0.7).status).toBe('suspect')
    expect(among(mixed, '390.788', 0.999)).toMatchObject({ value: '390.788' })
  })
})

it('the figures of two columns in one cell are no amount, and neither is a speck beside the other', () => {
  expect(meanings('6.63  2.98', 2)).toEqual([])
  expect(meanings('1 234.56', 2)[0]?.text).toBe('1234.56')
  const glyph = (text: string, x: number, confidence: number) => ({
    ...{ text, size: 10, source: 'ocr' as const, confidence },
    box: [x, 0, x + 20, 10] as [number, number, number, number],
  })
  const readings = (text: string) =>
    see({ text: `${text} 2.98`, glyphs: [glyph(text, 0, 0.66), glyph('2.98', 60, 0.99)] }, '万元').readings
  expect(readings('6.63')).toHaveLength(1)
  expect(readings('.').map((r) => r.text)).toContain('2.98')
})

it('a lone digit that is hardly read is dirt where amounts have places, whatever sums make of it', () => {
  const made = (share: number, other: string) => {
    const cells = ['3', ...Array(9).fill(other)].map((raw) => ({ ...cell(), value: raw, raw }) as Cell)
    const rows = cells.map((one, i) => ({
      ...{ key: `${i}`, code: null, label: '', side: null, line: null, parent: null },
      cells: { total: one },
    }))
    const shape = { id: 't', number: null, title: '', unit: '万元', pages: [1], state: 'data' as const, notes: [] }
    const seen = new Map(cells.map((c) => [c, { readings: [{ text: c.raw, share }], unit: '万元', glyphs: [] }]))
    const evidence = { trials: [], proved: new Map(), blamed: [], options: () => [], settled: new Set([cells[0]!]) }
    trustScans([{ ...shape, columns: [{ id: 'total', header: ['total'], unit: null }], rows }], seen, evidence)
    return cells[0]!.status
  }
  expect([made(0.2, '26.88'), made(0.9, '26.88'), made(0.2, '26')]).toEqual(['suspect', 'proved', 'proved'])
})

it('what was made nought in a table that prints none may be dirt in a blank cell', () => {
  const made = (...others: string[]) => {
    const cells = ['0', ...others].map(
      (raw) => ({ ...cell(), value: raw, raw, mark: Number(raw) === 0 ? 'zero' : 'amount' }) as Cell,
    )
    Object.assign(cells[0]!, { raw: '9', status: 'repaired' })
    const rows = cells.map((one, i) => ({
      ...{ key: `${i}`, code: null, label: '', side: null, line: null, parent: null },
      cells: { total: one },
    }))
    const shape = { id: 't', number: null, title: '', unit: '万元', pages: [1], state: 'data' as const, notes: [] }
    const seen = new Map(cells.map((c) => [c, { readings: [{ text: c.raw, share: 0.6 }], unit: '万元', glyphs: [] }]))
    const [trial] = [
      {
        check: { result: 'holds', terms: [] },
        places: [{ cell: cells[0]!, table: 't' }],
        signs: [1],
        difference: new Decimal(0),
        tolerance: new Decimal(0),
      },
    ]
    const evidence = { trials: [trial as unknown as Trial], proved: new Map(), blamed: [], options: () => [] }
    trustScans([{ ...shape, columns: [{ id: 'total', header: ['total'], unit: null }], rows }], seen, evidence)
    return cells[0]!.status
  }
  expect(made('3.10')).toBe('suspect')
  expect(made('3.10', '0.00')).toBe('repaired')
})
