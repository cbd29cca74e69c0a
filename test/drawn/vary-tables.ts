/** What tables print: which columns and rows, in which order and shape. */
import type { Dice } from './dice.ts'
import type { Plan, Variation } from './plan.ts'
import { type Column, isMoney, type Row, type Table, type Unit, value } from './table.ts'
import { basicExpenditureShapes, threePublicShapes } from './vary-shapes.ts'

const tables = (change: (table: Table, dice: Dice, plan: Plan) => void) => (plan: Plan, dice: Dice) => {
  for (const table of plan.tables) change(table, dice, plan)
}

const isCodeTable = (t: Table) => t.columns.some((c) => c.key === '类')
const isSummary = (t: Table) => t.columns.some((c) => c.key === '支出.label')
const onceOnly = (t: Table) => t.columns.filter((c) => c.role === 'label').length === 1

/** Value columns in another order; those below one header stay together. */
function reorder(table: Table, dice: Dice): void {
  if (!isCodeTable(table)) return
  const groups = new Map<string, Column[]>()
  for (const c of table.columns.filter((k) => k.role === 'value')) {
    const key = c.header.length > 1 ? c.header[0]! : c.key
    groups.set(key, [...(groups.get(key) ?? []), c])
  }
  const shuffled = dice.shuffle([...groups.values()]).flatMap((g) => dice.shuffle(g))
  table.columns = [...table.columns.filter((c) => c.role !== 'value'), ...shuffled]
}

/** Columns without a figure, except the first, are not printed. */
function leaveOut(table: Table): void {
  if (!isCodeTable(table)) return
  const used = (c: Column) =>
    table.rows.some((r) => {
      const cell = r.cells[c.key]
      return isMoney(cell) && cell.fen !== null && cell.fen !== 0
    })
  const values = table.columns.filter((c) => c.role === 'value')
  table.columns = table.columns.filter((c) => c.role !== 'value' || c === values[0] || used(c))
}

/** A column with figures of its own behind the others, which add up like theirs. Its truth stands under its header. */
function add(table: Table, dice: Dice, header: string): void {
  if (!isCodeTable(table) || table.rows.every((r) => !Object.values(r.cells).some((c) => isMoney(c) && c.fen !== null)))
    return
  const key = `header:${header}`
  table.columns.push(value(key, [header], 80))
  const keys = table.rows.flatMap((r) => (r.total ? [] : (Object.values(r.cells).find(isMoney)?.row ?? [])))
  const items = keys.filter((k) => !keys.some((other) => other !== k && other.startsWith(k)))
  const amounts = new Map(items.map((k) => [k, dice.money(100, 9_000_000)]))
  const below = (code: string) => items.filter((k) => k.startsWith(code)).reduce((n, k) => n + amounts.get(k)!, 0)
  for (const row of table.rows) {
    const own = Object.values(row.cells).find(isMoney)?.row
    if (own !== undefined) row.cells[key] = { fen: below(row.total ? '' : own), row: own, column: key }
  }
}

/** The same figures again in another unit, which the header names. */
function addInUnit(table: Table, unit: Unit): void {
  const first = table.columns.find((c) => c.role === 'value')
  if (!isCodeTable(table) || !first || unit === table.unit) return
  const header = `其中：专项调剂数（${unit}）`
  const key = `header:${header}`
  table.columns.push({ ...value(key, [header], 90), unit })
  for (const row of table.rows) {
    const money = row.cells[first.key]
    if (isMoney(money)) row.cells[key] = { ...money, column: key }
  }
}

/** How much each line has changed, in per cent: no money. */
function addRates(table: Table, dice: Dice): void {
  if (!isCodeTable(table)) return
  table.columns.push({ key: 'rate', header: ['增减（%）'], width: 50, role: 'note' })
  for (const row of table.rows) row.cells.rate = `${(dice.int(-4000, 9000) / 100).toFixed(2)}%`
}

function addNotes(table: Table): void {
  if (!isCodeTable(table)) return
  table.columns.push({ key: 'note', header: ['备注'], width: 50, role: 'note' })
}

/** A column without header or content before the first of the values. */
const addSpacer = (width: number) => (table: Table) => {
  const at = table.columns.findIndex((c) => c.role === 'value')
  if (isCodeTable(table) && at > 0) table.columns.splice(at, 0, { key: 'spacer', header: [''], width, role: 'note' })
}

/** 行次 beside the labels of each side, counted down the left side and on down the right one. */
function addLineNumbers(table: Table): void {
  if (!isSummary(table)) return
  let number = 0
  for (const side of ['收入', '支出']) {
    const at = table.columns.findIndex((c) => c.key === `${side}.label`)
    const header = [...table.columns[at]!.header.slice(0, -1), '行次']
    table.columns.splice(at + 1, 0, { key: `${side}.line`, header, width: 26, role: 'line' })
    for (const row of table.rows) row.cells[`${side}.line`] = String(++number)
  }
}

function moveTotal(table: Table): void {
  if (!isCodeTable(table)) return
  const total = table.rows.find((r) => r.total)
  if (!total) return
  const rest = table.rows.filter((r) => r !== total)
  table.rows = table.rows[0] === total ? [...rest, total] : [total, ...rest]
}

const PARTS = ['类', '款', '项']

/** The code cells of a table become one column, or go into the name. */
function joinCodes(table: Table, write: (code: string, name: string) => { code?: string; name: string }): void {
  if (!isCodeTable(table) || !onceOnly(table)) return
  const first = table.columns.find((c) => c.key === '类')!
  const withCode = write('1', '').code !== undefined
  table.columns = [
    ...(withCode ? [{ ...first, key: 'code', width: 70, header: first.header.slice(0, -1) }] : []),
    ...table.columns.filter((c) => !PARTS.includes(c.key)),
  ]
  for (const row of table.rows) {
    const code = PARTS.map((p) => row.cells[p] ?? '').join('')
    if (row.total) {
      const label = row.cells.类!
      row.cells = withCode ? { ...row.cells, code: label } : { ...row.cells, name: label }
      row.span = withCode ? { code: 2 } : undefined
    } else {
      const isBlank = code === '' && !row.cells.name
      const written = isBlank ? { ...write('', ''), name: '' } : write(code, String(row.cells.name ?? ''))
      row.cells = { ...row.cells, ...written }
    }
  }
}

/** Rows known by their names alone. */
function dropCodes(table: Table): void {
  if (!isCodeTable(table) || !onceOnly(table)) return
  const names = table.rows.map((r) => r.cells.name)
  // A name that stands twice would need its parent's before it: such tables keep their codes.
  if (new Set(names).size < names.length) return
  table.columns = table.columns.filter((c) => !PARTS.includes(c.key))
  for (const row of table.rows) {
    const label = String(row.total ? row.cells.类 : (row.cells.name ?? ''))
    row.cells.name = label
    row.span = undefined
    rename(row, row.total ? '合计' : label)
  }
}

function rename(row: Row, key: string): void {
  for (const cell of Object.values(row.cells)) if (isMoney(cell)) cell.row = key
}

const inUnit = (unit: Unit) =>
  tables((t) => {
    t.unit = unit
  })

export const contents: Variation[] = [
  threePublicShapes,
  basicExpenditureShapes,
  {
    name: 'order of the tables',
    of: 'plan',
    options: {
      shuffled: (plan, dice) => {
        plan.tables = dice.shuffle(plan.tables)
      },
    },
  },
  { name: 'order of the columns', of: 'plan', options: { shuffled: tables(reorder) } },
  { name: 'columns without figures', of: 'plan', options: { 'left out': tables(leaveOut) } },
  {
    name: 'columns added',
    of: 'plan',
    options: {
      上年决算数: tables((t, dice) => add(t, dice, '上年决算数')),
      本年比上年增减额: tables((t, dice) => add(t, dice, '本年比上年增减额')),
      'one nobody knows': tables((t, dice) => add(t, dice, '其中：专项调剂数')),
      'one in another unit': tables((t) => addInUnit(t, t.unit === '元' ? '万元' : '元')),
      '增减（%）': tables(addRates),
      备注: tables(addNotes),
      'one without width': tables(addSpacer(3)),
      'a blank one': tables(addSpacer(16)),
    },
  },
  { name: '行次', of: 'plan', options: { printed: tables(addLineNumbers) } },
  {
    name: '栏次',
    of: 'plan',
    options: {
      printed: tables((t) => {
        t.ordinals = true
      }),
    },
  },
  { name: 'total row', of: 'plan', options: { 'at the other end': tables(moveTotal) } },
  {
    name: 'subject codes',
    of: 'plan',
    options: {
      'in one cell': tables((t) => joinCodes(t, (code, name) => ({ code, name }))),
      'before the name': tables((t) => joinCodes(t, (code, name) => ({ name: `${code}${name}` }))),
      'before the name, in brackets': tables((t) => joinCodes(t, (code, name) => ({ name: `[${code}]${name}` }))),
      'before the name, with a dash': tables((t) => joinCodes(t, (code, name) => ({ name: `${code}-${name}` }))),
      'without leading zeros': tables((t) => {
        for (const row of t.rows)
          for (const part of ['款', '项'])
            if (typeof row.cells[part] === 'string') row.cells[part] = row.cells[part].replace(/^0/, '')
      }),
      'names only': (plan) => {
        plan.look.indent = 1
        plan.tables.forEach(dropCodes)
      },
    },
  },
  {
    name: 'indents',
    of: 'plan',
    options: {
      'a letter a level': (plan) => {
        plan.look.indent = 1
      },
      'two letters a level': (plan) => {
        plan.look.indent = 2
      },
    },
  },
  {
    name: 'unit',
    of: 'plan',
    options: { 元: inUnit('元'), 万元: inUnit('万元'), 百万元: inUnit('百万元'), 亿元: inUnit('亿元') },
  },
]
