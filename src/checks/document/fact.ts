/** Checks that are no sums: what a document says of itself in several places must agree. */
import type { Check, Finding, Severity } from '../../model.ts'
import type { Line } from '../../page/lines.ts'
import type { Facts } from '../../template/around/facts.ts'
import type { Section, Sheet } from '../../template/around/sections.ts'
import type { TableTemplate } from '../../template/define.ts'
import type { FieldLanguage } from '../../template/language.ts'
import type { Recognised } from '../../template/tables.ts'

/** A document as printed, with what was understood of it. */
export interface Printed {
  facts: Facts
  sheets: readonly Sheet[]
  sections: readonly Section[]
  recognised: readonly Recognised[]
  templates: readonly TableTemplate[]
  language: FieldLanguage
  /** Whether every page was read: what is not there may else stand on a page that was not. */
  whole: boolean
}

/** One thing that was looked at: where, and what is wrong with it, if anything. */
export interface Fact {
  rule: string
  where: string
  name: Check['name']
  /** What a person should look at; absent where all is well. */
  wrong?: Wrong
}

export interface Wrong {
  severity: Severity
  zh: string
  en: string
  page: number | null
  bbox?: Finding['bbox']
  table?: string
}

/** A note does not say that the document errs: its check counts as a custom that is not kept. */
export function toCheck({ rule, where, name, wrong }: Fact): Check {
  return {
    id: `${rule}:${where}`,
    rule,
    name,
    terms: [],
    expected: null,
    actual: null,
    difference: null,
    tolerance: null,
    strength: wrong?.severity === 'note' ? 'usual' : 'repeat',
    result: wrong ? 'violated' : 'holds',
  }
}

export function toFinding({ rule, where, wrong }: Fact): Finding[] {
  if (!wrong) return []
  const { severity, zh, en, page, bbox, table } = wrong
  const finding: Finding = { code: rule, severity, message: { zh, en }, page, bbox: bbox ?? null }
  return [{ ...finding, ...(table === undefined ? {} : { table }), checks: [`${rule}:${where}`] }]
}

/** The box of a printed line, points. */
export function boxOf(line: Pick<Line, 'box'>): [number, number, number, number] {
  return line.box.map((n) => Math.round(n * 100) / 100) as [number, number, number, number]
}
