/** Percentages that a table prints beside the amounts they are of: 增减率 beside both years, 完成率 beside budget and accounts. */
import type { Decimal } from 'decimal.js'
import { parseAmount } from '../amount.ts'
import type { Cell, Check, Finding, Row, Table } from '../model.ts'
import { halves, lastPlace } from '../rounding.ts'
import type { Rate } from '../template/define.ts'
import { type Place, plainDecimal, toPlace } from './identities/terms.ts'
import { cellWords, columnWords, rowWords } from './words.ts'

/** A percentage of a row with the amounts that it may be of. */
interface Tried {
  check: Check
  printed: Place
  places: readonly Place[]
  row: Row
  /** What it should be. */
  computed: Decimal
}

/** Columns that disagree in this share of their lines are of other amounts than those beside them, or misread: nothing is said of them. */
const OTHERWISE = 1 / 3

export function checkRates(
  tables: readonly Table[],
  rates: readonly Rate[],
  blamed: ReadonlySet<Cell>,
): { checks: Check[]; findings: Finding[] } {
  const checks: Check[] = []
  const findings: Finding[] = []
  /** How often an id was given: a table may stand in a document for each of several units. */
  const times = new Map<string, number>()
  for (const table of tables) {
    if (table.state !== 'data') continue
    for (const [column, rate] of columnsOf(table, rates)) {
      const tried = table.rows.flatMap((row) => tryRow(table, row, column, rate) ?? [])
      for (const { check } of tried) {
        const n = (times.get(check.id) ?? 0) + 1
        times.set(check.id, n)
        if (n > 1) check.id = `${check.id}#${n}`
      }
      const wrong = tried.filter(({ check }) => check.result === 'violated')
      const isOther = wrong.length > 1 && wrong.length > OTHERWISE * tried.length
      for (const { check } of tried) if (isOther && check.result === 'violated') check.result = 'not-applicable'
      checks.push(...tried.map(({ check }) => check))
      // An amount that is named already explains the percentage, too.
      const isNew = ({ places }: Tried) => !places.some(({ cell }) => blamed.has(cell))
      if (!isOther) findings.push(...wrong.filter(isNew).map((one) => finding(table, one)))
    }
  }
  return { checks, findings }
}

/** The columns of percentages, each with what its item (the * of the rate) makes of the columns that it is of. */
function columnsOf(table: Table, rates: readonly Rate[]): [column: string, rate: Rate][] {
  const ids = new Set([...table.columns.map((c) => c.id), ...table.rows.flatMap((r) => Object.keys(r.cells))])
  return [...ids].flatMap((id): [string, Rate][] => {
    for (const rate of rates) {
      const item = itemOf(id, rate.rate)
      if (item === null) continue
      const named = (patterns: readonly string[]) => patterns.map((pattern) => pattern.replace('*', item))
      return [[id, { ...rate, part: named(rate.part), of: named(rate.of), changed: named(rate.changed ?? []) }]]
    }
    return []
  })
}

function itemOf(id: string, pattern: string): string | null {
  const [before, after] = pattern.split('*')
  if (after === undefined) return id === pattern ? '' : null
  return id.startsWith(before!) && id.length > before!.length ? id.slice(before!.length) : null
}

/** The reading of a percentage that holds, else the first; null where an amount is not printed. */
function tryRow(table: Table, row: Row, column: string, rate: Rate): Tried | null {
  const printed = percentage(table, row, column)
  if (!printed) return null
  const places = (ids: readonly string[]) => ids.flatMap((id) => placeIn(table, row, id) ?? [])
  const differences = places(rate.changed ?? [])
  const found = places(rate.part).flatMap((part) => [
    ...places(rate.of).map((whole) => ({ printed, part, whole, beside: whole })),
    ...differences.map((change) => ({ printed, part, whole: without(part, change), beside: change })),
  ])
  const tried = found.flatMap((terms) => compare(table, row, terms, rate) ?? [])
  return tried.find(({ check }) => check.result !== 'violated') ?? tried[0] ?? null
}

/** What an amount was before it changed. */
function without(part: Place, change: Place): Whole {
  return { cell: change.cell, value: part.value.minus(change.value), ulp: part.ulp.plus(change.ulp) }
}

/** A figure in the column, with % behind it or without. */
function percentage(table: Table, row: Row, column: string): Place | null {
  const cell = row.cells[column]
  const amount = cell?.value && cell.status !== 'suspect' ? parseAmount(cell.value.replace(/[%％]$/, '')) : null
  if (!cell || !amount) return null
  return { table: table.id, row: row.key, column, cell, value: amount.value, ulp: lastPlace(amount) }
}

function placeIn(table: Table, row: Row, id: string): Place | null {
  const cell = row.cells[id]
  if (!cell || cell.value === null || cell.status === 'suspect') return null
  return toPlace(table, row.key, id, cell)
}

type Whole = Pick<Place, 'cell' | 'value' | 'ulp'>

interface Terms {
  printed: Place
  part: Place
  whole: Whole
  /** What is printed of the whole: itself, or what the part is more. */
  beside: Place
}

function compare(table: Table, row: Row, terms: Terms, rate: Rate): Tried | null {
  const { printed, part, whole } = terms
  // Of nothing there is no percentage; what is told in other units is not compared.
  if (whole.value.abs().lte(whole.ulp) || (part.cell.yuan === null) !== (whole.cell.yuan === null)) return null
  const more = rate.kind === 'growth' ? part.value.minus(whole.value) : part.value
  const size = more.dividedBy(whole.value.abs()).times(100)
  // How far the rounding of both amounts may move it: that of the part, and that of the whole it is divided by.
  const share = part.value.dividedBy(whole.value).abs()
  const moved = halves([part.ulp, whole.ulp.times(share)])
    .dividedBy(whole.value.abs().minus(whole.ulp))
    .times(100)
  // 0.125 of a spreadsheet is 12.5 %.
  const fraction = { value: printed.value.times(100), ulp: printed.ulp.times(100) }
  const holds = [printed, fraction].some((read) => isOf(read, size, moved))
  const computed = size.toDecimalPlaces(Math.max(0, -printed.ulp.e))
  const isExact = computed.abs().eq(printed.value.abs())
  const result = !holds ? 'violated' : isExact ? 'holds' : 'rounding'
  return {
    check: {
      ...identityOf(table, row, terms),
      actual: plainDecimal(computed),
      difference: plainDecimal(computed.abs().minus(printed.value.abs())),
      tolerance: plainDecimal(moved.plus(printed.ulp).toDecimalPlaces(SHOWN)),
      strength: 'repeat',
      result,
    },
    places: [printed, part, terms.beside],
    printed,
    row,
    computed,
  }
}

/** Decimals of a tolerance, which needs no more. */
const SHOWN = 4

/** Whether a percentage is one of that size: rounded it is half a unit of its last place off at most, cut off it is less by up to a whole one. */
function isOf({ value, ulp }: Pick<Place, 'value' | 'ulp'>, size: Decimal, moved: Decimal): boolean {
  const more = value.abs().minus(size.abs())
  return more.lte(moved.plus(ulp.div(2))) && more.gte(moved.plus(ulp).neg())
}

function identityOf(table: Table, row: Row, { printed, part, beside }: Terms) {
  const [r, c] = [rowWords(row), columnWords(table, printed.column)]
  const terms = [printed, part, beside].map(({ column, value }, i) => ({
    table: table.id,
    row: row.key,
    column,
    sign: i < 2 ? (1 as const) : (-1 as const),
    value: plainDecimal(value),
  }))
  return {
    id: `rate:${table.id}/${row.key}/${printed.column}`,
    rule: 'rate',
    name: { zh: `${r.zh}·${c.zh}与金额相符`, en: `${r.en} ${c.en}: what its amounts make` },
    source: 'form' as const,
    terms,
    expected: plainDecimal(printed.value),
  }
}

function finding(table: Table, { check, printed, row, computed }: Tried): Finding {
  const where = cellWords(table, row, printed.column)
  const { page, bbox, raw } = printed.cell
  return {
    code: 'rate-violated',
    severity: 'warning',
    message: {
      zh: `${where.zh}印为${raw}，按表中金额计算应为${plainDecimal(computed)}%`,
      en: `${where.en} prints ${raw}; its amounts make ${plainDecimal(computed)} %`,
    },
    page,
    bbox,
    table: table.id,
    row: row.key,
    column: printed.column,
    expected: plainDecimal(computed),
    checks: [check.id],
  }
}
