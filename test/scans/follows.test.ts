/** What follows from certain figures beside those that were hardly read, and what does not. */
import { expect, it } from 'vitest'
import { sums } from '../../extractors/vocabulary/sums.ts'
import { readCell } from '../../src/amount.ts'
import { runChecks } from '../../src/checks/index.ts'
import { repair } from '../../src/checks/scans/repair.ts'
import type { Cell, Table } from '../../src/model.ts'
import type { TableTemplate } from '../../src/template/define.ts'
import type { Reading, Seen } from '../../src/template/seen.ts'

type Read = [text: string, share: number, ...others: [string, number][]]

interface Ink {
  read: Read
  second?: string
}

const sure = (text: string): Ink => ({ read: [text, 0.9999] })
const or = (text: string, share: number, ...others: [string, number][]): Ink => ({ read: [text, share, ...others] })

/** Columns of figures below codes: each code is the sum of those below it, and total of basic and project. */
function read(lines: Readonly<Record<string, Readonly<Record<string, Ink | null>>>>): Record<string, Cell> {
  const seen = new Map<Cell, Seen>()
  const toCell = (ink: Ink | null): Cell => {
    const place = { page: 1, bbox: [0, 0, 9, 9] as Cell['bbox'], source: 'ocr' as const, status: 'read' as const }
    // Hidden by a seal.
    if (!ink) return { value: null, raw: '', mark: 'blank', yuan: null, ...place, confidence: 0, status: 'suspect' }
    const [raw, share, ...others] = ink.read
    const { value, mark } = readCell(raw)
    const cell: Cell = { value, raw, mark, yuan: value, ...place, confidence: share }
    const readings: Reading[] = [{ text: raw, share }, ...others.map(([text, s]) => ({ text, share: s }))]
    seen.set(cell, { readings, unit: '元', glyphs: [], ...(ink.second === undefined ? {} : { second: ink.second }) })
    return cell
  }
  const rows = Object.entries(lines).map(([code, inks]) => {
    const cells = Object.fromEntries(Object.entries(inks).map(([id, ink]) => [id, toCell(ink)]))
    const parent = code.length > 3 ? code.slice(0, -2) : null
    return { key: code, code, label: '', side: null, line: null, parent, cells }
  })
  const ids = [...new Set(rows.flatMap((r) => Object.keys(r.cells)))]
  const table: Table = {
    ...{ id: 't', number: null, title: '', unit: '元', pages: [1], state: 'data', notes: [] },
    ...{ columns: ids.map((id) => ({ id, header: [id], unit: '元' })), rows },
  }
  const template: TableTemplate = {
    ...{ id: 't', kind: 'any', titles: ['t'], columns: {} },
    identities: [{ tree: 'codes' }, { sum: 'total', of: ['basic', 'project'] }],
    rows: { by: 'code', classification: 'functional', code: [], name: [] } as unknown as TableTemplate['rows'],
  }
  runChecks({ tables: [table], level: undefined }, { templates: [template], crossTable: [], sums }, { seen })
  return Object.fromEntries(
    rows.flatMap(({ key, cells }) => Object.entries(cells).map(([id, c]) => [`${key} ${id}`, c])),
  )
}

it('figures that break each other’s sums follow from the certain ones around them, one after the other', () => {
  const cells = read({
    '201': { total: sure('123.39'), basic: sure('83.40'), project: sure('39.99') },
    '20101': { total: sure('93.03'), basic: sure('53.04'), project: sure('39.99') },
    '2010101': { total: sure('93.03'), basic: sure('53.04'), project: sure('39.99') },
    '20102': { total: or('30.39', 0.6, ['30.36', 0.35]), basic: or('26', 0.28, ['30.96', 0.08]), project: null },
    '2010201': { total: or('22.88', 0.75), basic: or('22.88', 0.75), project: null },
    '2010202': { total: or('4.99', 0.75), basic: or('4.99', 0.75), project: null },
    '2010203': { total: or('2', 0.37, ['2149', 0.16], ['2.49', 0.11]), basic: or('2.49', 0.75), project: null },
  })
  const figures = Object.values(cells).filter((c) => c.mark !== 'blank')
  expect(figures.filter((c) => c.status === 'suspect' || c.status === 'inconsistent')).toEqual([])
  expect(cells['20102 basic']).toMatchObject({ value: '30.36', raw: '26', status: 'repaired' })
  expect(cells['2010203 total']).toMatchObject({ value: '2.49', raw: '2', status: 'repaired' })
})

it('noughts that were hardly read are noughts below one that nobody doubts', () => {
  const line = (project: Ink) => ({ total: sure('10.00'), basic: sure('10.00'), project })
  const cells = read({
    '201': { total: sure('20.00'), basic: sure('20.00'), project: sure('0.00') },
    '20101': line(or('0.00', 0.54, ['0.60', 0.2])),
    '20102': line(or('J8.', 0.2, ['0.00', 0.18])),
    '20103': line(or('J8.', 0.2, ['', 0.18])),
  })
  expect(cells['20101 project']).toMatchObject({ value: '0.00', status: 'proved' })
  expect(cells['20102 project']).toMatchObject({ value: '0.00', raw: 'J8.', status: 'repaired' })
  expect(cells['20103 project']!.status).toBe('suspect')
})

it('a sum that breaks for ink that was hardly read accuses no nought that was read clearly', () => {
  const row = (basic: Ink) => ({ total: sure('22.88'), basic, project: sure('0.00') })
  const cells = read({ '201': row(or('8', 0.2)) })
  expect(cells['201 basic']).toMatchObject({ value: '22.88', status: 'suspect' })
  expect(cells['201 project']!.status).toBe('read')
  expect(read({ '201': row(sure('22.83')) })['201 project']!.status).toBe('inconsistent')
})

it('what no reader found possible needs two sums', () => {
  const cells = read({
    '201': { total: sure('100.00') },
    '20101': { total: sure('40.00') },
    '20102': { total: or('71.11', 0.5, ['77.11', 0.2]) },
  })
  expect(cells['20102 total']!.status).toBe('suspect')
})

it('a figure of which rounding may be why its sum is not exact is not put right', () => {
  const cells = read({
    '201': { total: sure('100.26') },
    '20101': { total: or('60.26', 0.6, ['60.25', 0.3]) },
    '20102': { total: sure('40.01') },
  })
  expect(cells['20101 total']!.status).toBe('suspect')
})

it('a repaired figure is the same to its last digit as where it is printed again', () => {
  const cells = read({
    '201': { total: sure('100.26') },
    '20101': { total: or('6025', 0.5, ['60.25', 0.3]) },
    '2010101': { total: sure('60.26') },
    '20102': { total: sure('40.00') },
  })
  expect(cells['20101 total']).toMatchObject({ value: '60.26', status: 'repaired' })
})

it('a figure on which both readers agree is in doubt if it and one beside it may both be others', () => {
  const cells = read({
    '201': { total: sure('49.55') },
    '20101': { total: { read: ['10.35', 0.93, ['10.55', 0.04]], second: '10.35' } },
    '20102': { total: { read: ['0.82', 0.965], second: '0.62' } },
    '20103': { total: sure('38.37') },
  })
  expect(cells['20101 total']!.status).toBe('suspect')
})

it('a nought that nobody doubts has lost no digit', () => {
  const optionsOf = (...readings: Reading[]) => {
    const [{ text: raw }] = readings as [Reading]
    const cell: Cell = {
      ...{ value: raw, raw, mark: 'zero', yuan: raw, page: 1, bbox: [0, 0, 9, 9], source: 'ocr', status: 'read' },
    }
    const row = { key: '201', code: null, label: '', side: null, line: null, parent: null, cells: { total: cell } }
    const table: Table = {
      ...{ id: 't', number: null, title: '', unit: '元', pages: [1], state: 'data', notes: [] },
      ...{ columns: [], rows: [row] },
    }
    const options = repair([table], new Map([[cell, { readings, unit: '元', glyphs: [] }]]), () => [])
    return options(cell).map((o) => o.text)
  }
  expect(optionsOf({ text: '0.00', share: 0.93 }, { text: '0,00', share: 0.07 })).toEqual([])
  expect(optionsOf({ text: '0.00', share: 0.6 })).toContain('20.00')
})

it('a figure hardly read gets no last digit with which no sum holds but for rounding', () => {
  const cells = read({
    // Printed is 11056.07.
    '201': { basic: or('11056.61', 0.3, ['11056.06', 0.1]) },
    '20101': { basic: sure('7736.44') },
    '20102': { basic: sure('2208.19') },
    '20103': { basic: sure('1111.44') },
  })
  expect(cells['201 basic']).toMatchObject({ raw: '11056.61', status: 'suspect' })
})

it('digits that lost their point are not put right by a sum that rounding may have made', () => {
  const [basic, project] = [sure('53.03'), sure('39.99')]
  const cells = read({
    '201': { total: or('93.3', 0.36), basic, project },
    '20103': { total: or('9303', 0.59), basic, project },
    '2010301': { total: basic, basic, project: null },
    '2010399': { total: project, basic: null, project },
    '208': { total: sure('30.36'), basic: sure('30.36'), project: null },
    '20805': { total: sure('30.36'), basic: sure('30.36'), project: null },
    '2080501': { total: sure('30.36'), basic: sure('30.36'), project: null },
  })
  expect(cells['20103 total']).not.toMatchObject({ value: '93.02', status: 'repaired' })
})

it('the same figure elsewhere refutes a last digit that a sum bears out by the rounding of its terms', () => {
  const cells = read({
    '201': { total: sure('60.99'), basic: or('60.98', 0.58, ['60.99', 0.22]), project: sure('0.00') },
    '20101': { total: sure('20.50'), basic: sure('20.50'), project: sure('0.00') },
    '20102': { total: sure('40.48'), basic: sure('40.48'), project: sure('0.00') },
  })
  expect(cells['201 basic']!.status).toBe('suspect')
})
