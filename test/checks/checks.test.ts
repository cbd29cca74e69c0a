import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { crossTable, sums, templates } from '../../extractors/index.ts'
import { runChecks } from '../../src/checks/index.ts'
import { type Document, extract } from '../../src/index.ts'
import type { Cell, Table } from '../../src/model.ts'
import { published, readPublished } from '../published.ts'

const sample = new URL('../../samples/shanxi-xinjiang-office-2024.pdf', import.meta.url)

/** Those of the tables. What the prose and the forms contradict is pinned for the sample only, by its golden. */
const violated = (document: Pick<Document, 'checks'>) =>
  document.checks.filter(
    (c) => c.result === 'violated' && c.strength !== 'usual' && !/^(narrative|performance)-/.test(c.rule),
  )

function cellOf(value: string): Cell {
  const yuan = (Number(value) * 10_000).toFixed(0)
  return { value, raw: value, mark: 'amount', yuan, page: 1, bbox: [0, 0, 1, 1], source: 'text', status: 'read' }
}

describe('the identities', () => {
  it('name columns: the sum is one of the table, every part one of some table', () => {
    // centralized_ before goods makes a column of both.
    const prefixed = (t: (typeof templates)[number], columns: string[]) => {
      const prefixes = (t.prefixes ?? []).flatMap((of) => Object.keys(of))
      return [...columns, ...prefixes.flatMap((prefix) => columns.map((column) => `${prefix}${column}`))]
    }
    const columnsOf = (t: (typeof templates)[number]) =>
      prefixed(t, [
        ...Object.keys(t.columns),
        ...(t.rows.by === 'side' ? Object.values(t.rows.sides).flatMap((s) => Object.keys(s.columns)) : []),
      ])
    const all = new Set(templates.flatMap(columnsOf))
    for (const template of templates)
      for (const identity of template.identities ?? [])
        if ('sum' in identity) {
          expect(columnsOf(template), template.id).toContain(identity.sum)
          for (const part of identity.of) expect(all, template.id).toContain(part.replace(/^-/, ''))
        }
  })

  it('between tables name tables that exist', () => {
    const ids = new Set(templates.map((t) => t.id))
    for (const { left, right } of crossTable)
      for (const path of [left, ...right.split(' + ')]) expect(ids, path).toContain(path.split(' / ')[0])
  })
})

describe('the sample', () => {
  let document: Document
  beforeAll(async () => {
    document = await extract(readFileSync(sample))
  })

  it('has an id for each check, which another name of a line does not change', () => {
    const ids = document.checks.map((c) => c.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id.includes('|'))).toEqual([])
  })

  it('contradicts itself nowhere in its tables, and every figure of them is proved', () => {
    expect(violated(document)).toEqual([])
    const numeric = document.tables
      .flatMap((t) =>
        t.rows.flatMap((r) => Object.entries(r.cells).map(([c, cell]) => ({ at: `${t.id} ${r.key} ${c}`, cell }))),
      )
      .filter(({ cell }) => cell.mark === 'amount')
    expect(numeric).toHaveLength(157)
    expect(numeric.filter(({ cell }) => cell.status !== 'proved').map(({ at }) => at)).toEqual([])
  })
})

describe('三公 and the lines of basic expenditure that pay for it', () => {
  it.each([
    ['6.56', 'part-exceeds', 'warning'],
    ['6.36', 'usual-identity', 'note'],
  ])('%s of 6.46: %s', async (basic, code, severity) => {
    const document = await extract(readFileSync(sample))
    const cell = document.tables.find((t) => t.id === 'basic-expenditure')!.rows.find((r) => r.key === '30231')!.cells
      .amount!
    Object.assign(cell, { raw: basic, value: basic, yuan: `${basic}00`.replace('.', '') })
    const { findings } = runChecks(document, { templates, crossTable, sums })
    const found = findings.filter((f) => f.code === 'part-exceeds' || f.code === 'usual-identity')
    expect(found.map((f) => [f.code, f.severity, f.table, f.column])).toEqual([
      [code, severity, 'three-public', 'actual_vehicle_operation'],
    ])
  })
})

describe('what the general public budget pays of all spending', () => {
  /** What comes of 基本支出 where so much of 100.00 is the general public budget's, and so much of its spending basic. */
  const told = (total: string, basic: string) => {
    const row = (amounts: Record<string, string>) => ({
      ...{ key: '合计', code: null, label: '合计', side: null, line: null, parent: null },
      cells: Object.fromEntries(Object.entries(amounts).map(([id, value]) => [id, cellOf(value)])),
    })
    const table = (id: string, amounts: Record<string, string>): Table => ({
      ...{ id, number: null, title: id, unit: '万元', pages: [1], state: 'data', notes: [], columns: [] },
      rows: [row(amounts)],
    })
    const tables = [
      table('expenditure', { total: '100.00', basic: '60.00', project: '40.00' }),
      table('general-public-expenditure', { total, basic }),
    ]
    const { checks, findings } = runChecks({ tables }, { templates: [], crossTable, sums })
    return [...checks.map((c) => `${c.strength} ${c.result}`), ...findings.map((f) => f.code)]
  }

  it('is a part of it: less is no finding, as much holds, more is found; all of it must be the same', () => {
    expect(told('80.00', '50.00')).toEqual(['usual violated'])
    expect(told('80.00', '60.00')).toEqual(['usual holds'])
    expect(told('80.00', '61.00')).toEqual(['usual violated', 'part-exceeds'])
    expect(told('100.00', '60.00')).toEqual(['repeat holds'])
    expect(told('100.00', '59.00')).toEqual(['repeat violated', 'identity-violated'])
  })
})

describe('income with 其中：教育收费', () => {
  it('is the sum of the sources, of one of which that is a part', () => {
    const told = (institutional: string) => {
      const cells = {
        ...{ total: cellOf('100.00'), general_public: cellOf('90.00') },
        ...{ institutional: cellOf(institutional), institutional_education_fees: cellOf('3.00') },
      }
      const row = { key: '合计', code: null, label: '合计', side: null, line: null, parent: null, cells }
      const table: Table = {
        ...{ id: 'budget-income', number: null, title: '收入总表', unit: '万元', pages: [1], state: 'data', notes: [] },
        columns: Object.keys(cells).map((id) => ({ id, header: [id], unit: null })),
        rows: [row],
      }
      return runChecks({ tables: [table] }, { templates, crossTable: [], sums }).checks.map((c) => c.result)
    }
    expect([told('10.00'), told('11.00')]).toEqual([['holds'], ['violated']])
  })
})

describe('running costs of two kinds of units', () => {
  /** What is said of 90.00 for both, of which agencies had 80.00 and institutions like them so much. */
  const told = (institutions: string) => {
    const table = (id: string, column: string, lines: [key: string, value: string][]): Table => ({
      ...{ id, number: null, title: id, unit: '万元', pages: [1], state: 'data', notes: [], columns: [] },
      rows: lines.map(([key, value]) => ({
        ...{ key, code: null, label: key, side: null, line: null, parent: null },
        cells: { [column]: cellOf(value) },
      })),
    })
    const kinds: [string, string][] = [
      ['(一)行政单位', '80.00'],
      ['(二)参照公务员法管理事业单位', institutions],
    ]
    const tables = [
      table('basic-expenditure', 'amount', [['公用经费合计', '90.00']]),
      table('disclosure-statistics', 'value', kinds),
    ]
    return runChecks({ tables, level: 'unit' }, { templates: [], crossTable, sums }).checks.map((c) => c.result)
  }

  it('are their sum, where both have an amount', () => {
    expect(told('10.00')).toEqual(['holds'])
    expect(told('11.00')).toEqual(['violated'])
    expect(told('0.00')).toEqual(['violated'])
  })
})

describe('a row with a column that no template knows', () => {
  /** What is said of a total of 100.00 with 60.00 and this beside it. */
  const told = (other: Partial<Cell>) => {
    const cells = {
      ...{ total: cellOf('100.00'), basic: cellOf('60.00'), project: cellOf('30.00') },
      'other:支出': { ...cellOf('9.00'), ...other },
    }
    const row = { key: '合计', code: null, label: '合计', side: null, line: null, parent: null, cells }
    const of = { number: null, title: '支出总表', unit: '万元' as const, pages: [1], state: 'data' as const, notes: [] }
    const tables = [{ ...of, id: 'budget-expenditure', columns: [], rows: [row] }]
    return runChecks({ tables }, { templates, crossTable: [], sums }).checks.map((c) => c.result)
  }

  it('says nothing against its sum where that holds the rest, or could not be read', () => {
    expect(told({})).toEqual(['violated'])
    expect(told({ value: '10.00' })).toEqual(['not-applicable'])
    expect(told({ value: null, yuan: null, status: 'unreadable' })).toEqual([])
  })
})

describe('a summary that counts what is carried over', () => {
  /** What is said of 200.00 spent on education, of which the table of the general public budget has so much; `left` is carried over. */
  const told = (ofTheYear: string, left: Cell = cellOf('20.00')) => {
    const row = (label: string, side: string | null, code: string | null, value: string | Cell, column: string) => ({
      ...{ key: code ?? `${side}:${label}`, code, label, side, line: null, parent: null },
      cells: { [column]: typeof value === 'string' ? cellOf(value) : value },
    })
    const table = (id: string, rows: Table['rows']): Table => ({
      ...{ id, number: null, title: id, unit: '万元', pages: [1], state: 'data', notes: [], columns: [], rows },
    })
    const tables = [
      table('budget-fiscal-appropriation-summary', [
        row('二、上年结转', '收入', null, left, 'amount'),
        row('（一）教育支出', '支出', null, '200.00', 'total'),
      ]),
      table('budget-general-public-expenditure', [row('教育支出', null, '205', ofTheYear, 'total')]),
      table('budget-government-fund', [row('城乡社区支出', null, '212', '5.00', 'total')]),
      table('budget-state-capital', [row('国有资本经营预算支出', null, '223', '5.00', 'total')]),
    ]
    return runChecks({ tables }, { templates: [], crossTable, sums }).findings.map((f) => f.code)
  }

  it('is more than the year’s own by no more than that', () => {
    expect(told('200.00')).toEqual([])
    expect(told('180.00')).toEqual([])
    expect(told('179.90')).toEqual(['usual-identity'])
    expect(told('200.10')).toEqual(['usual-identity'])
  })

  it('says nothing where its amount is one text with the words beside it', () => {
    const text: Cell = { ...cellOf('20.00'), value: '20.00 年终结转结余', mark: 'text', yuan: null, status: 'suspect' }
    expect(told('180.00', text)).toEqual(['usual-identity'])
  })
})

describe('an amount that sums show to be wrong', () => {
  it('is told once: a custom that it breaks, too, is not told beside them', () => {
    const row = (code: string | null, label: string, amounts: Record<string, string>) => ({
      ...{ key: code ?? label, code, label, side: null, line: null, parent: null },
      cells: Object.fromEntries(Object.entries(amounts).map(([id, value]) => [id, cellOf(value)])),
    })
    const table = (id: string, rows: Table['rows']): Table => ({
      ...{ id, number: null, title: id, unit: '万元', pages: [1], state: 'data', notes: [], columns: [], rows },
    })
    const paid = { total: '80.00', basic: '50.00', project: '30.00' }
    const tables = [
      table('expenditure', [row(null, '合计', { total: '100.00', basic: '60.00', project: '40.00' })]),
      table('general-public-expenditure', [
        row(null, '合计', { ...paid, basic: '87.11' }),
        row('201', '一般公共服务支出', paid),
      ]),
    ]
    const { findings } = runChecks({ tables }, { templates, crossTable, sums })
    expect(findings.map((f) => [f.code, f.column])).toEqual([['identity-violated', 'basic']])
  })
})

describe('a line under the wrong code', () => {
  it('is one finding, and its amounts are not proved by the sums over it alone', async () => {
    const document = await extract(readFileSync(sample))
    const { rows } = document.tables.find((t) => t.id === 'expenditure')!
    // 2010301 with digits lost is a 款 beside the one that it is a part of.
    const line = rows.find((r) => r.key === '2010301')!
    Object.assign(line, { key: '20101', code: '20101', parent: '201' })
    const { findings } = runChecks(document, { templates, crossTable, sums })
    const found = findings.filter((f) => f.table === 'expenditure' && f.code === 'identity-violated')
    expect(found.map((f) => [f.row, f.column, f.checks?.length])).toEqual([['20101', 'total', 3]])
    expect(['total', 'basic'].map((id) => line.cells[id]?.status)).toEqual(['inconsistent', 'inconsistent'])
    expect(rows.find((r) => r.key === '201')!.cells.total?.status).toBe('proved')
  })
})

describe.skipIf(published.length === 0)('published documents (skipped where ../shared is absent)', () => {
  it.each(published)('%s: no false alarm', async (name) => {
    expect(violated((await readPublished(name)).document)).toEqual([])
  })
})
