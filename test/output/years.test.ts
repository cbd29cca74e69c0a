/** One year's documents against last year's: who belongs to whom, what changed, and how the form did. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../../src/index.ts'
import type { Document, Row, Table } from '../../src/model.ts'
import { changesOf } from '../../src/output/years/changes.ts'
import { driftOf } from '../../src/output/years/drift.ts'
import { type Head, pairUp } from '../../src/output/years/pairs.ts'
import { MAIN } from '../built.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'juesuan-years-'))
let old: Document

beforeAll(async () => {
  const file = 'drawn-final-accounts-2024.pdf'
  old = await extract(readFileSync(join(root, 'samples', file)), { file })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The same unit a year later, altered. */
function next(alter: (document: Document) => void = () => {}): Document {
  const copy = structuredClone(old)
  copy.document.fiscal_year!.value = '2025'
  alter(copy)
  return copy
}

const table = (d: Document, id: string): Table => d.tables.find((t) => t.id === id)!
const row = (d: Document, id: string, key: string): Row => table(d, id).rows.find((r) => r.key === key)!

describe('the amounts of one unit', () => {
  it('that stay the same are not told', () => {
    expect(changesOf(old, next())).toEqual([])
    expect(driftOf(old, next())).toEqual([])
  })

  it('are told where they change, with difference and percentage', () => {
    const total = row(old, 'expenditure', '合计').cells.total!
    const later = next((d) => {
      const cell = row(d, 'expenditure', '合计').cells.total!
      cell.value = (Number(total.value) * 2).toFixed(2)
    })
    expect(changesOf(old, later)).toMatchObject([
      {
        change: 'changed',
        table: 'expenditure',
        row: '合计',
        column: 'total',
        old: String(Number(total.value)),
        difference: String(Number(total.value)),
        percent: '100.0',
        new_page: total.page,
      },
    ])
  })

  it('are told as new and vanished with their line', () => {
    const { rows } = table(old, 'expenditure')
    const key = rows.at(-1)!.key
    const without = next((d) => table(d, 'expenditure').rows.pop())
    const filled = Object.values(rows.at(-1)!.cells).filter((c) => c.mark === 'amount').length
    expect(changesOf(old, without).map((c) => [c.change, c.row])).toEqual(Array(filled).fill(['vanished', key]))
    expect(changesOf(without, old).map((c) => [c.change, c.row])).toEqual(Array(filled).fill(['new', key]))
  })

  it('are compared in 元 where the unit of the table changed', () => {
    const later = next((d) => {
      const t = table(d, 'three-public')
      t.unit = '元'
      for (const r of t.rows) for (const c of Object.values(r.cells)) if (c.yuan) c.value = c.yuan
    })
    expect(changesOf(old, later)).toEqual([])
    expect(driftOf(old, later)).toMatchObject([{ drift: 'unit-changed', table: 'three-public', what: '万元 → 元' }])
  })

  it('find their line when it is numbered anew', () => {
    const later = next((d) => {
      for (const r of table(d, 'income-expenditure-summary').rows) {
        const from = /^(.*?)七、(.*)$/.exec(r.label)
        if (!from || r.side !== '支出') continue
        r.label = `${from[1]}八、${from[2]}`
        r.key = r.key.replace('七、', '八、')
      }
    })
    expect(changesOf(old, later).filter((c) => c.change !== 'changed')).toEqual([])
  })
})

it('a form that drifts is told: tables and columns that are new or gone', () => {
  const later = next((d) => {
    d.tables = d.tables.filter((t) => t.id !== 'state-capital')
    const income = table(d, 'income')
    income.columns = [...income.columns, { id: 'other:往来', header: ['往来'], unit: null }].filter(
      (c) => c.id !== 'business',
    )
  })
  expect(driftOf(old, later).map((d) => [d.drift, d.table])).toEqual([
    ['column-new', 'income'],
    ['column-gone', 'income'],
    ['table-gone', 'state-capital'],
  ])
})

describe('what was not read', () => {
  /** As where OCR did not run on the pages. */
  const unread = (d: Document, pages: readonly number[]) => {
    for (const page of d.source.page) if (pages.includes(page.number)) page.kind = 'unread'
  }

  it('is unread, not gone: tables, and lines that may stand on the page', () => {
    const { pages, rows } = table(old, 'expenditure')
    const later = next((d) => {
      unread(d, [pages.at(-1)! + 1, d.source.pages])
      d.tables = d.tables.filter((t) => t.id !== 'state-capital')
      table(d, 'expenditure').rows.pop()
    })
    expect(new Set(changesOf(old, later).map((c) => [c.change, c.row, c.difference].join()))).toEqual(
      new Set([`unread,${rows.at(-1)!.key},`]),
    )
    expect(driftOf(old, later).map((d) => [d.drift, d.table])).toEqual([
      ['pages-unread', ''],
      ['table-unread', 'state-capital'],
    ])
    expect(driftOf(later, old).map((d) => [d.drift, d.table])).toEqual([
      ['pages-unread', ''],
      ['table-unread', 'state-capital'],
    ])
    expect(changesOf(later, old).every((c) => c.change === 'unread')).toBe(true)
  })

  it('far from a table says nothing about its lines', () => {
    const later = next((d) => {
      unread(d, [d.source.pages])
      table(d, 'income').rows.pop()
    })
    expect(new Set(changesOf(old, later).map((c) => c.change))).toEqual(new Set(['vanished']))
  })

  it('is said of pages that were left out and of cells nobody could read', () => {
    const later = next((d) => {
      d.source.page.shift()
      Object.assign(row(d, 'expenditure', '合计').cells.total!, { status: 'unreadable', value: null, yuan: null })
    })
    expect(driftOf(old, later)).toEqual([{ drift: 'pages-unread', table: '', what: 'new: 1' }])
    expect(changesOf(old, later)).toMatchObject([{ change: 'unread', row: '合计', new: null, difference: null }])
  })
})

it('texts and amounts in units that are not known are told without a difference', () => {
  const later = next((d) => {
    Object.assign(row(d, 'expenditure', '合计').cells.total!, { mark: 'text', value: '见附表', yuan: null })
    const three = table(d, 'three-public')
    three.unit = null
    for (const r of three.rows)
      for (const cell of Object.values(r.cells))
        if (cell.mark === 'amount') Object.assign(cell, { value: '7', yuan: null })
  })
  const changes = changesOf(old, later)
  expect(changes.find((c) => c.table === 'expenditure')).toMatchObject({ change: 'changed', new: '见附表', unit: null })
  expect(changes.filter((c) => c.table === 'three-public').length).toBeGreaterThan(0)
  expect(changes.filter((c) => c.difference !== null || c.percent !== null)).toEqual([])
  expect(driftOf(old, later)).toEqual([{ drift: 'unit-unknown', table: 'three-public', what: '万元 → ?' }])
})

it('a table that is announced and not there is told once, not line by line', () => {
  const later = next((d) => {
    Object.assign(table(d, 'income'), { state: 'missing', rows: [], columns: [], pages: [], unit: null })
  })
  expect(changesOf(old, later)).toEqual([])
  expect(driftOf(old, later).map((d) => [d.drift, d.table])).toEqual([['table-gone', 'income']])
  expect(driftOf(later, old).map((d) => [d.drift, d.table])).toEqual([['table-new', 'income']])
})

it('a table that is printed twice is compared with the one of its title', () => {
  const twice = (swapped: boolean) => (d: Document) => {
    const at = d.tables.findIndex((t) => t.id === 'income')
    const own = structuredClone(d.tables[at]!)
    own.title = `单位${own.title}`
    for (const r of own.rows) for (const c of Object.values(r.cells)) if (c.mark === 'amount') c.value = '1'
    d.tables.splice(swapped ? at : at + 1, 0, own)
  }
  expect(changesOf(next(twice(false)), next(twice(true)))).toEqual([])
})

describe('units', () => {
  const head = (file: string, entity: string | null, year: number | null, kind = 'final-accounts'): Head => ({
    file,
    disclosure: 0,
    entity,
    kind,
    level: 'unit',
    year,
  })

  it('are paired by name and kind, the latest with the latest before it', () => {
    const olds = [head('a22', '甲局', 2022), head('a23', '甲局', 2023), head('b', '甲局', 2023, 'budget')]
    const { pairs, onlyOld } = pairUp(olds, [head('n', '甲 局', 2024)])
    expect(pairs.map((p) => [p.old.file, p.new.file])).toEqual([['a23', 'n']])
    expect(onlyOld.map((o) => o.head.file)).toEqual(['b'])
  })

  it('without a counterpart are told, with the name they may have had', () => {
    const { onlyOld, onlyNew } = pairUp(
      [head('a', '甲市文化广电和旅游局', 2023)],
      [head('n', '甲市文化和旅游局', 2024)],
    )
    expect([onlyOld[0]!.like, onlyNew[0]!.like]).toEqual(['甲市文化和旅游局', '甲市文化广电和旅游局'])
  })

  it('that published twice are unclear, not guessed', () => {
    const { pairs, unclear } = pairUp([head('a', '甲局', 2023)], [head('n', '甲局', 2024), head('m', '甲局', 2024)])
    expect([pairs.length, unclear.map((u) => u.map((h) => h.file))]).toEqual([0, [['n', 'm']]])
  })

  it('that do not say who they are belong to nobody', () => {
    expect(pairUp([head('a', null, 2023)], [head('n', null, 2024)]).pairs).toEqual([])
  })
})

describe('juesuan diff', () => {
  const diff = (...args: string[]) => {
    try {
      const stdout = execFileSync(process.execPath, [MAIN, 'diff', ...args], { encoding: 'utf8', stdio: 'pipe' })
      return { code: 0, stdout }
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string }
      return { code: status, stdout }
    }
  }
  const save = (name: string, document: Document) => {
    mkdirSync(join(folder, name), { recursive: true })
    const file = join(folder, name, 'a.json')
    writeFileSync(file, JSON.stringify(document))
    return file
  }

  it('compares two documents: 0 where nothing changed, 1 where something did', () => {
    const [a, same] = [save('old', old), save('same', next())]
    const later = next((d) => {
      row(d, 'expenditure', '合计').cells.total!.value = '1.00'
    })
    const changed = save('new', later)
    expect(diff(a, same)).toMatchObject({ code: 0, stdout: expect.stringContaining('no amount changed') })
    expect(diff(a, changed)).toMatchObject({ code: 1, stdout: expect.stringMatching(/~ +合计 .*→ 1 /) })
    const csv = diff(a, changed, '-f', 'csv').stdout.trim().split('\n')
    expect(csv).toHaveLength(2)
    expect(csv[1]).toContain(',changed,expenditure,合计,')
    const json = JSON.parse(diff(join(folder, 'old'), join(folder, 'new'), '-f', 'json').stdout)
    expect(json.compared[0].changes).toHaveLength(1)
  })

  it('says which file is no document, and goes on', () => {
    save('broken', old)
    writeFileSync(join(folder, 'broken', 'b.json'), '{"schema":')
    expect(diff(join(folder, 'broken'), join(folder, 'old')).code).toBe(3)
  })
})
