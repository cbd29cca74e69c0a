/** What was found in a document, for people. */
import type { Document, Table } from '../model.ts'
import { pageRanges } from '../page/ranges.ts'
import { speak } from './findings.ts'
import type { Language } from './options.ts'
import { alignColumns } from './text.ts'

const KIND: Record<string, string> = { 'final-accounts': 'final accounts (决算)', budget: 'budget (预算)' }

export function summary(file: string, document: Document, language?: Language): string {
  const { entity, fiscal_year, kind } = document.document
  const head = [entity?.value, KIND[kind?.value ?? ''], fiscal_year?.value, `${document.source.pages} pages`]
  const table = alignColumns([HEAD, ...document.tables.map(line)], [2, 3])
  return [file, head.filter((h) => h).join(' · '), '', table, '', ...remarks(document, language), ''].join('\n')
}

const HEAD = ['table', 'printed title', 'rows', 'cells', 'pages', 'unit', 'state']

function line(table: Table): string[] {
  const cells = table.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.mark !== 'blank')
  const title = [table.number, table.title].filter((t) => t).join(' ')
  return [
    table.id,
    title,
    `${table.rows.length}`,
    `${cells.length}`,
    pageRanges(table.pages),
    table.unit ?? '',
    table.state,
  ]
}

function remarks(document: Document, language?: Language): string[] {
  const out: string[] = []
  const others = document.other_tables
  if (others.length > 0)
    out.push(
      `${others.length} ruled tables that no template claims, pages ${pageRanges(distinct(others.map((o) => o.page)))}`,
    )
  if (document.performance.length > 0) out.push(`${document.performance.length} performance forms`)
  const results = new Map<string, number>()
  for (const check of document.checks) results.set(check.result, (results.get(check.result) ?? 0) + 1)
  if (results.size > 0) out.push(`checks: ${[...results].map(([result, n]) => `${n} ${result}`).join(', ')}`)
  for (const finding of document.findings)
    if (finding.severity !== 'note') out.push(`${finding.severity}: ${speak(finding.message, language)}`)
  return out
}

function distinct(pages: readonly number[]): number[] {
  return [...new Set(pages)].sort((a, b) => a - b)
}
