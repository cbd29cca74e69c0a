/** A document → its lines in the tables of a dataset. */
import type { Document, Severity } from '../../model.ts'
import { cellRecords } from '../cells.ts'
import { performanceRecords } from '../performance.ts'
import { statementRecords } from '../statements.ts'
import type { Line, TableName } from './fields.ts'

const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value))

/** `key` is the document's key in all tables. */
export function linesOf(key: string, document: Document): Record<TableName, Line[]> {
  const keyed = (lines: readonly Line[]): Line[] => lines.map((line) => ({ ...line, document: key }))
  return {
    documents: [documentLine(key, document)],
    cells: keyed(cellLines(document)),
    checks: keyed(document.checks.map(checkLine)),
    findings: keyed(document.findings.map(findingLine)),
    statements: keyed(statementRecords(document)),
    performance: keyed(performanceRecords(document)),
  }
}

function documentLine(key: string, { source, document, tables, findings }: Document): Line {
  const pages = (kind: string) => source.page.filter((p) => p.kind === kind).length
  const count = (severity: Severity) => findings.filter((f) => f.severity === severity).length
  return {
    document: key,
    file: source.file,
    sha256: source.sha256,
    bytes: text(source.bytes),
    pages: text(source.pages),
    ocr_pages: text(pages('ocr')),
    unread_pages: text(pages('unread')),
    producer: text(source.producer),
    kind: text(document.kind?.value),
    entity: text(document.entity?.value),
    level: text(document.level?.value),
    fiscal_year: text(document.fiscal_year?.value),
    superior: text(document.superior?.value),
    administrative_level: text(document.administrative_level?.value),
    division: text(document.division?.value),
    institutions: text(document.institutions?.value),
    staff: text(document.staff?.value),
    vehicles: text(document.vehicles?.value),
    equipment: text(document.equipment?.value),
    tables: text(tables.length),
    errors: text(count('error')),
    warnings: text(count('warning')),
    notes: text(count('note')),
  }
}

/** The cells of `extract -f csv`, with the number of their table in the document and the number as a number. */
function cellLines(document: Document): Line[] {
  return document.tables.flatMap((table, index) =>
    cellRecords({ ...document, tables: [table] }).map((cell) => ({
      ...cell,
      table_index: text(index + 1),
      amount: cell.mark === 'amount' || cell.mark === 'zero' ? cell.value : '',
    })),
  )
}

function checkLine(check: Document['checks'][number]): Line {
  return {
    check: check.id,
    rule: check.rule,
    name_zh: check.name.zh,
    name_en: check.name.en,
    expected: text(check.expected),
    actual: text(check.actual),
    difference: text(check.difference),
    tolerance: text(check.tolerance),
    strength: check.strength,
    result: check.result,
    terms: JSON.stringify(check.terms),
  }
}

function findingLine(finding: Document['findings'][number], index: number): Line {
  const [x0, y0, x1, y1] = finding.bbox ?? []
  return {
    finding: text(index + 1),
    severity: finding.severity,
    code: finding.code,
    message_zh: finding.message.zh,
    message_en: finding.message.en,
    page: text(finding.page),
    x0: text(x0),
    y0: text(y0),
    x1: text(x1),
    y1: text(y1),
    table: text(finding.table),
    row: text(finding.row),
    column: text(finding.column),
    expected: text(finding.expected),
    checks: finding.checks?.join(' ') ?? '',
  }
}
