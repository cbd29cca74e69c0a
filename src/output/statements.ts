/** Statements of the narrative as a flat table: one line a statement, with what its checks say of it. */
import { parseAmount, toYuan } from '../amount.ts'
import type { Check, Document, Statement } from '../model.ts'
import { type CsvOptions, toCsv } from './csv.ts'

export const STATEMENT_COLUMNS = [
  'document',
  'statement',
  'page',
  'quantity',
  'kind',
  'value',
  'unit',
  'yuan',
  'year',
  'base',
  'direction',
  'result',
  'expected',
  'check',
  'x0',
  'y0',
  'x1',
  'y1',
  'quote',
] as const

export type StatementRecord = Record<(typeof STATEMENT_COLUMNS)[number], string>

/** Every statement in printed order; `statement` is its index, which the terms of checks refer to. */
export function statementRecords(document: Document): StatementRecord[] {
  const checks = worstChecks(document)
  return document.statements.map((s, index) => {
    const check = checks.get(index)
    return {
      document: document.source.file,
      statement: String(index),
      page: String(s.page),
      quantity: s.quantity,
      kind: s.kind,
      value: s.value ?? '',
      unit: s.unit ?? '',
      yuan: yuanOf(s),
      year: s.year === null ? '' : String(s.year),
      base: s.base ?? '',
      direction: s.direction ?? '',
      result: check?.result ?? '',
      expected: check?.expected ?? '',
      check: check?.id ?? '',
      x0: String(s.bbox[0]),
      y0: String(s.bbox[1]),
      x1: String(s.bbox[2]),
      y1: String(s.bbox[3]),
      quote: s.quote,
    }
  })
}

export function statementsCsv(documents: readonly Document[], options: CsvOptions = {}): string {
  return toCsv(documents.flatMap(statementRecords), STATEMENT_COLUMNS, options)
}

function yuanOf(statement: Statement): string {
  const amount = statement.value === null ? null : parseAmount(statement.value)
  return (amount && toYuan(amount, statement.unit)) ?? ''
}

const WORST: readonly Check['result'][] = ['violated', 'rounding', 'holds', 'not-applicable']

/** The check that says the worst of each statement: of those that are about it, whose first term it is. */
function worstChecks(document: Document): Map<number, Check> {
  const worst = new Map<number, Check>()
  for (const check of document.checks) {
    const index = check.terms[0]?.statement
    if (index === undefined) continue
    const other = worst.get(index)
    if (!other || WORST.indexOf(check.result) < WORST.indexOf(other.result)) worst.set(index, check)
  }
  return worst
}
