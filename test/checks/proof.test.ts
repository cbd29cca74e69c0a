/** What `proved` asks for, each shown by a table in which it is not given. */
import { describe, expect, it } from 'vitest'
import { sums } from '../../extractors/vocabulary/sums.ts'
import { readCell, toYuan } from '../../src/amount.ts'
import { runChecks } from '../../src/checks/index.ts'
import type { Cell, Row, Table } from '../../src/model.ts'
import type { CrossIdentity, Identity, TableTemplate } from '../../src/template/define.ts'

const UNIT = '万元'

/** A cell as printed; `?` before it: no rulings show which column it stands in. */
function cell(printed: string): Cell {
  const raw = printed.replace(/^\?/, '')
  const { mark, value, amount } = readCell(raw)
  const yuan = amount ? toYuan(amount, UNIT) : null
  const status = printed.startsWith('?') ? 'suspect' : 'read'
  return { value, raw, mark, yuan, page: 1, bbox: [0, 0, 1, 1], source: 'text', status }
}

/** One line a row: key, then the figures; `.` is a blank. */
function table(id: string, columns: readonly string[], lines: readonly string[]): Table {
  const rows = lines.map((line): Row => {
    const [key = '', ...figures] = line.split(/\s+/)
    const code = /^\d{3,}$/.test(key) ? key : null
    const cells = Object.fromEntries(columns.map((c, i) => [c, cell(figures[i] === '.' ? '' : (figures[i] ?? ''))]))
    const parent = code !== null && code.length > 3 ? code.slice(0, -2) : null
    return { key, code, label: key, side: null, line: null, parent, cells }
  })
  const described = columns.map((c) => ({ id: c, header: [c], unit: null }))
  return { id, number: null, title: id, unit: UNIT, pages: [1], state: 'data', notes: [], columns: described, rows }
}

function template(id: string, identities: readonly Identity[]): TableTemplate {
  return { id, kind: 'any', titles: [id], rows: { by: 'code', classification: 'functional' }, columns: {}, identities }
}

const SUM: Identity = { sum: 'total', of: ['basic', 'project'] }
const COLUMNS = ['total', 'basic', 'project']

/** Row and column of every cell that the identities prove. */
function proved(tables: Table[], identities: readonly Identity[], cross: readonly CrossIdentity[] = []): string[] {
  runChecks({ tables }, { templates: [template('t', identities)], crossTable: cross, sums })
  return tables.flatMap((t) =>
    t.rows.flatMap((r) =>
      Object.entries(r.cells).flatMap(([c, x]) => (x.status === 'proved' ? [`${r.key} ${c}`] : [])),
    ),
  )
}

it('no column is proved whose sums over rows break in many lines: its header may be of another', () => {
  // 合计 stands below 基本支出: it is the sum of both parts only where there is no 项目支出.
  const lines = [
    '208 ?30.00 ?10.00 ?15.00',
    '20801 ?10.00 ?5.00 ?0.00',
    '20802 ?20.00 ?5.00 ?15.00',
    '210 ?7.00 ?3.00 ?4.00',
  ]
  const sum: Identity = { sum: 'basic', of: ['personnel', 'supplies'] }
  const columns = ['basic', 'personnel', 'supplies']
  expect(proved([table('t', columns, lines)], [sum, { tree: 'coded' }])).toEqual([])
  // A publisher errs in one line of several.
  const right = [
    '208 ?25.00 ?10.00 ?15.00',
    '20801 ?5.00 ?5.00 ?0.00',
    '20802 ?20.00 ?5.00 ?15.00',
    '210 ?8.00 ?3.00 ?4.00',
  ]
  expect(proved([table('t', columns, right)], [sum, { tree: 'coded' }])).toContain('20802 supplies')
})

it('no cell is proved by sums down its column where the sum over its own row breaks', () => {
  // 合计 and 小计 as in the lines above, of which most have no 项目支出.
  const even = ['20804', '20805', '20806', '20807'].map((code) => `${code} ?1.00 ?1.00 ?0.00`)
  const lines = ['208 ?37.00 ?17.00 ?18.00', '20801 ?5.00 ?5.00 ?0.00', '20802 ?20.00 ?5.00 ?15.00']
  const sum: Identity = { sum: 'basic', of: ['personnel', 'supplies'] }
  const one = table('t', ['basic', 'personnel', 'supplies'], [...lines, '20803 ?8.00 ?3.00 ?3.00', ...even])
  const found = proved([one], [sum, { tree: 'coded' }])
  expect(found).toContain('20802 supplies')
  expect(found.filter((place) => /^(208|20803) /.test(place))).toEqual([])
})

describe('a cell is proved', () => {
  it('by a sum of several figures', () => {
    expect(proved([table('t', COLUMNS, ['201 10.00 3.00 7.00'])], [SUM])).toEqual([
      '201 total',
      '201 basic',
      '201 project',
    ])
  })

  it('by the one figure that a total repeats, which is graded lower', () => {
    const tables = [table('t', COLUMNS, ['201 10.00 10.00 0.00'])]
    const { checks } = runChecks({ tables }, { templates: [template('t', [SUM])], crossTable: [], sums })
    expect(checks.map((c) => [c.strength, c.result])).toEqual([['repeat', 'holds']])
    expect(tables[0]!.rows[0]!.cells.total!.status).toBe('proved')
  })
})

describe('a cell is not proved', () => {
  it('by noughts that add up to nought', () => {
    expect(proved([table('t', COLUMNS, ['201 0.00 0.00 0.00'])], [SUM])).toEqual([])
  })

  it('by 栏次 that were read as a row of amounts: 3 = 1 + 2', () => {
    const columns = ['basic', 'project', 'total']
    expect(proved([table('t', columns, ['栏次 1 2 3', '201 3.00 7.00 10.00'])], [SUM])).toEqual([
      '201 basic',
      '201 project',
      '201 total',
    ])
  })

  it('by a year read as an amount: 2022 = 2022 + 0 + 0', () => {
    expect(proved([table('t', COLUMNS, ['201 2022 2022 0.00', '208 2022 2022 0.00'])], [SUM])).toEqual([])
  })

  it('by the codes of the rows read as amounts', () => {
    expect(proved([table('t', COLUMNS, ['201 201 201 0.00', '208 208 208 0.00'])], [SUM])).toEqual([])
  })

  it('by a sum of so many rounded figures that rounding explains a changed digit', () => {
    const wide = Array.from({ length: 24 }, (_, i) => `c${i}`)
    const one = [table('t', ['total', ...wide], [`201 24.00 ${wide.map(() => '1.00').join(' ')}`])]
    expect(proved(one, [{ sum: 'total', of: wide }])).toEqual([])
  })

  it('by a figure printed to whole units, for the digits it does not have', () => {
    expect(proved([table('t', COLUMNS, ['201 10 3.00 7.00'])], [SUM])).toEqual(['201 total'])
  })

  it('by a difference that rounding had to explain, where a changed digit could hide behind it', () => {
    const wide = Array.from({ length: 12 }, (_, i) => `c${i}`)
    const off = [table('t', ['total', ...wide], [`201 12.05 ${wide.map(() => '1.00').join(' ')}`])]
    expect(proved(off, [{ sum: 'total', of: wide }])).toEqual([])
  })

  it('by a sum over the row alone, if no ruling shows its column or its line', () => {
    expect(proved([table('t', COLUMNS, ['201 ?10.00 ?10.00 .'])], [SUM])).toEqual([])
    expect(proved([table('t', COLUMNS, ['201 ?10.00 ?3.00 ?7.00'])], [SUM])).toEqual([])
    const lines = ['合计 ?10.00 ?3.00 ?7.00', '201 ?4.00 ?1.00 ?3.00', '208 ?6.00 ?2.00 ?4.00']
    expect(proved([table('t', COLUMNS, lines)], [SUM, { tree: 'codes' }])).toHaveLength(9)
  })

  it('by sums down a column that may stand one further, until another table names the column', () => {
    const lines = ['合计 ?10.00 ?10.00 .', '201 ?4.00 ?4.00 .', '208 ?6.00 ?6.00 .']
    const tree: Identity = { tree: 'codes' }
    expect(proved([table('t', COLUMNS, lines)], [SUM, tree])).toEqual([])
    const other = table('o', ['amount'], ['合计 10.00'])
    const named = [{ left: 't / 合计 / basic', right: 'o / 合计 / amount' }]
    expect(proved([table('t', COLUMNS, lines), other], [SUM, tree], named)).toEqual([
      '合计 basic',
      '201 basic',
      '208 basic',
      '合计 amount',
    ])
  })

  it('but read, where a sum of more figures than rounding leaves room for shows its place to the last digit', () => {
    const codes = Array.from({ length: 24 }, (_, i) => String(201 + i))
    const statuses = (total: string) => {
      const lines = [`合计 ?${total} ?24.00 ?48.00`, ...codes.map((code) => `${code} ?3.00 ?1.00 ?2.00`)]
      const long = table('t', COLUMNS, lines)
      runChecks({ tables: [long] }, { templates: [template('t', [SUM, { tree: 'codes' }])], crossTable: [], sums })
      return Object.values(long.rows[0]!.cells).map((c) => c.status)
    }
    expect(statuses('72.00')).toEqual(['read', 'read', 'read'])
    // A last digit that rounding may explain, or something that stands elsewhere: nothing is shown.
    expect(statuses('72.01')[0]).toBe('suspect')
  })

  it('by a figure in another unit that nobody printed', () => {
    const bare = table('o', ['amount'], ['合计 10.00'])
    bare.unit = null
    bare.rows[0]!.cells.amount!.yuan = null
    const named = [{ left: 't / 合计 / total', right: 'o / 合计 / amount' }]
    expect(proved([table('t', ['total'], ['合计 10.00']), bare], [], named)).toEqual([])
  })
})

describe('an identity is not tried', () => {
  const results = (tables: Table[], identities: readonly Identity[], cross: readonly CrossIdentity[] = []) =>
    runChecks({ tables }, { templates: [template('t', identities)], crossTable: cross, sums }).checks.map(
      (c) => c.result,
    )

  it('where one of its parts cannot be read', () => {
    const unread = table('t', COLUMNS, ['201 10.00 3.00 7.00'])
    Object.assign(unread.rows[0]!.cells.project!, { value: null, status: 'unreadable' })
    expect(results([unread], [SUM])).toEqual([])
  })

  it('where the parts are not broken down: children that are not all printed are blank in the column', () => {
    expect(results([table('t', ['total'], ['合计 10.00', '201 .', '208 .'])], [{ tree: 'codes' }])).toEqual([])
  })

  it('where a place of it is not printed', () => {
    const tables = [table('t', ['total'], ['合计 10.00']), table('o', ['amount'], ['人员经费合计 4.00'])]
    const right = 'o / 人员经费合计 / amount + o / 公用经费合计 / amount'
    expect(results(tables, [], [{ left: 't / 合计 / total', right }])).toEqual([])
  })

  it('but a dash, a zero and a blank each add nothing', () => {
    const lines = ['合计 10.00', '201 10.00', '208 ——', '210 0.00', '221 .']
    expect(results([table('t', ['total'], lines)], [{ tree: 'codes' }])).toEqual(['holds'])
  })
})

describe('rounding', () => {
  const result = (line: string, columns = COLUMNS) =>
    runChecks({ tables: [table('t', columns, [line])] }, { templates: [template('t', [SUM])], crossTable: [], sums })
      .checks[0]!

  it('explains half a unit of the last place of every term, and no more', () => {
    expect(result('201 10.01 3.00 7.00')).toMatchObject({ result: 'rounding', tolerance: '150' })
    expect(result('201 10.02 3.00 7.00').result).toBe('violated')
    expect(result('201 10 3.4 7.0')).toMatchObject({ result: 'rounding', tolerance: '6000' })
  })

  it('is to the place a table prints, where it drops zeros at the end', () => {
    expect(result('201 28.56 3.56 25').tolerance).toBe('5100')
    const habit = table('t', COLUMNS, ['201 28.56 3.56 25', '208 2.11 1.11 1'])
    const { checks } = runChecks({ tables: [habit] }, { templates: [template('t', [SUM])], crossTable: [], sums })
    expect(checks.map((c) => c.tolerance)).toEqual(['150', '150'])
  })
})

describe('a figure of a scan that breaks a sum', () => {
  /** What becomes of 0.00 beside 3.07, which add up to 3.97 if it is 0.90, as the line below has it, read with such belief. */
  const repaired = (below: number) => {
    const one = table('t', COLUMNS, ['21007 3.97 3.07 0.00', '2100799 3.97 3.07 0.90'])
    const shares = [0.96, 0.47, 0.6, 0.98, below, below]
    const cells = one.rows.flatMap((r) => Object.values(r.cells))
    const seen = new Map(
      cells.map((c, i) => {
        const readings = [{ text: c.raw, share: shares[i]! }]
        if (i === 2) readings.push({ text: '0.90', share: 0.3 })
        return [c, { readings, unit: UNIT, glyphs: [] }]
      }),
    )
    const identities: Identity[] = [SUM, { tree: 'coded' }]
    runChecks({ tables: [one] }, { templates: [template('t', identities)], crossTable: [], sums }, { seen })
    return one.rows[0]!.cells.project!
  }

  it('is put right by figures that were read with certainty', () => {
    expect(repaired(0.97)).toMatchObject({ value: '0.90', status: 'repaired' })
  })

  it('is not put right where the sums leave open how they divide: those of the line below are read as badly', () => {
    expect(repaired(0.33).status).toBe('suspect')
  })
})

describe('a line of which the page does not show whose it is', () => {
  /** The status of the total of the second line, in doubt, where another table prints so much of it. */
  const status = (elsewhere: string) => {
    const one = table('t', COLUMNS, ['208 10.00 3.00 7.00', '20805 10.00 3.00 7.00'])
    const other = table('o', ['total'], [`20805 ${elsewhere}`])
    const astray = new Set(Object.values(one.rows[1]!.cells))
    const identities: Identity[] = [SUM, { tree: 'codes' }]
    const cross: CrossIdentity[] = [{ left: 't / 20805 / total', right: 'o / 20805 / total' }]
    runChecks({ tables: [one, other] }, { templates: [template('t', identities)], crossTable: cross, sums }, { astray })
    return one.rows[1]!.cells.total!.status
  }

  it('stays in doubt where sums within its table hold', () => {
    expect(status('—')).toBe('suspect')
  })

  it('is settled by a table that prints the same under its name', () => {
    expect(status('10.00')).toBe('proved')
  })
})
