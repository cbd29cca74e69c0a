/** What a finding rests on: the figures of its checks, each with the place where it is printed. */
import { Decimal } from 'decimal.js'
import { tenTo, unitExponent } from '../../amount.ts'
import type { Cell, Check, Document, Finding, Row, Table, Term } from '../../model.ts'
import { squash } from '../../template/words.ts'
import { type Language, WORDS } from './words.ts'

/** One printed figure. */
export interface Figure {
  /** `=` for the total of a sum, else how it enters. */
  sign: '=' | '+' | '−' | ''
  label: string
  printed: string
  page: number | null
}

/** A sentence of the prose with the figures it speaks of. */
export interface Sentence {
  quote: string
  page: number
}

export interface Evidence {
  /** What must hold, in words. */
  rule: string
  sentences: Sentence[]
  figures: Figure[]
  /** What the figures come to beside what is printed; null where nothing is computed. */
  sum: { expected: string; actual: string; difference: string; tolerance: string; unit: string } | null
}

/** Looks the terms of checks up in a document. */
export class Places {
  readonly #document: Document
  readonly #cells = new Map<string, { table: Table; row: Row; cell: Cell }>()
  readonly #checks: Map<string, Check>

  constructor(document: Document) {
    this.#document = document
    this.#checks = new Map(document.checks.map((c) => [c.id, c]))
    for (const table of document.tables)
      for (const row of table.rows)
        for (const [column, cell] of Object.entries(row.cells)) {
          const key = keyOf({ table: table.id, row: row.key, column })
          if (!this.#cells.has(key)) this.#cells.set(key, { table, row, cell })
        }
  }

  /** The checks a finding rests on, those of a sum with all their figures. */
  evidence(finding: Finding, language: Language): Evidence[] {
    const checks = (finding.checks ?? []).flatMap((id) => this.#checks.get(id) ?? [])
    return checks.filter((c) => c.terms.length > 0).map((check) => this.#ofCheck(check, language))
  }

  /** 《收入决算表》 201 一般公共服务支出 · 合计: the cell a finding names. */
  place(finding: Finding, language: Language): string {
    const { table: id, column } = finding
    if (id === undefined) return ''
    const found = this.#cells.get(keyOf(finding))
    if (found) return label(found.table, found.row, column!, language)
    const table = this.#document.tables.find((t) => t.id === id)
    return table ? title(table) : ''
  }

  #ofCheck(check: Check, language: Language): Evidence {
    const told = check.terms.filter((t) => t.statement !== undefined)
    const isSum = told.length === 0
    const printed = check.terms.filter((t) => t.statement === undefined)
    return {
      rule: check.name[language],
      sentences: distinct(told.flatMap((t) => this.#document.statements[t.statement!] ?? [])),
      figures: printed.map((t, i) => this.#figure(t, isSum && i === 0 && this.#cells.has(keyOf(t)), isSum, language)),
      sum: this.#sum(check),
    }
  }

  #figure(term: Term, isTotal: boolean, isSum: boolean, language: Language): Figure {
    const found = this.#cells.get(keyOf(term))
    const sign = !isSum ? '' : isTotal ? '=' : term.sign < 0 ? '−' : '+'
    if (!found) {
      const column = WORDS[language].performance[term.column ?? ''] ?? term.column
      const name = [term.row, column].filter((s) => s).join(' · ')
      return { sign, label: name, printed: term.value ?? '', page: null }
    }
    const { table, row, cell } = found
    const unit = table.columns.find((c) => c.id === term.column)?.unit ?? table.unit ?? ''
    const shown = cell.raw.trim() === '' ? '' : `${cell.raw.trim()} ${unit}`.trim()
    return { sign, label: label(table, row, term.column!, language), printed: shown, page: cell.page }
  }

  /** Amounts of checks over tables are in 元; they are shown in the unit of the first table. */
  #sum({ terms, expected, actual, difference, tolerance }: Check): Evidence['sum'] {
    if (expected === null || actual === null || difference === null) return null
    const first = terms.find((t) => t.table !== undefined)
    const found = first && this.#cells.get(keyOf(first))
    const inYuan = terms.every((t) => t.statement === undefined) && found !== undefined && found.cell.yuan !== null
    const exponent = inYuan ? (unitExponent(found.table.unit) ?? 0) : 0
    const show = (value: string) => new Decimal(value).div(tenTo(exponent)).toFixed()
    const unit = inYuan ? (found.table.unit ?? '') : ''
    const rest = { difference: show(difference), tolerance: show(tolerance ?? '0'), unit }
    return { expected: show(expected), actual: show(actual), ...rest }
  }
}

function keyOf({ table, row, column }: Pick<Term, 'table' | 'row' | 'column'>): string {
  return `${table}\n${row}\n${column}`
}

export function title(table: Table): string {
  return `《${table.title.replace(/\s+/g, '') || table.id}》`
}

function label(table: Table, row: Row, column: string, language: Language): string {
  const header = table.columns.find((c) => c.id === column)?.header.map(squash) ?? []
  const name = language === 'en' ? column : header.slice(-2).join('·') || column
  return `${title(table)} ${row.code && row.label ? `${row.code} ${row.label}` : row.label || row.key} · ${name}`
}

function distinct(sentences: readonly Sentence[]): Sentence[] {
  const seen = new Map(sentences.map(({ quote, page }) => [`${page} ${quote}`, { quote, page }]))
  return [...seen.values()]
}
