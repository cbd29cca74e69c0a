/** Several disclosures of one file put together: one document, which says where each of them stands. */
import type { Document, Finding } from './model.ts'
import type { PageRange } from './template/around/disclosures.ts'

const WORST: readonly Finding['severity'][] = ['error', 'warning', 'note']

export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity))
}

/** The facts are those of the first. Ids of checks of the others end with `@2`, `@3`. */
export function compiled(parts: readonly Document[], ranges: readonly PageRange[]): Document {
  const [first] = parts as [Document]
  const own = parts.map((part, i) => renamed(part, i, countBefore(parts, i)))
  const disclosures = parts.map(({ document: { contents: _, ...facts } }, i) => {
    const { from, to } = ranges[i]!
    return { ...facts, pages: [from, to] as [number, number] }
  })
  return {
    ...first,
    document: { ...first.document, contents: own.flatMap((d) => d.document.contents), disclosures },
    tables: own.flatMap((d) => d.tables),
    other_tables: own.flatMap((d) => d.other_tables),
    performance: own.flatMap((d) => d.performance),
    statements: own.flatMap((d) => d.statements),
    checks: own.flatMap((d) => d.checks),
    findings: worstFirst([severalFinding(disclosures), ...own.flatMap((d) => d.findings)]),
  }
}

function countBefore(parts: readonly Document[], at: number): number {
  return parts.slice(0, at).reduce((n, d) => n + d.statements.length, 0)
}

function renamed(part: Document, at: number, statements: number): Document {
  if (at === 0) return part
  const name = (id: string) => `${id}@${at + 1}`
  return {
    ...part,
    checks: part.checks.map((check) => ({
      ...check,
      id: name(check.id),
      terms: check.terms.map((t) => (t.statement === undefined ? t : { ...t, statement: t.statement + statements })),
    })),
    findings: part.findings.map((f) => (f.checks ? { ...f, checks: f.checks.map(name) } : f)),
  }
}

function severalFinding(disclosures: NonNullable<Document['document']['disclosures']>): Finding {
  const told = disclosures.map(({ entity, fiscal_year, pages: [from, to] }) => ({
    name: `${entity?.value ?? '?'} ${fiscal_year?.value ?? ''}`.trim(),
    pages: `${from}–${to}`,
  }))
  return {
    code: 'several-disclosures',
    severity: 'warning',
    message: {
      zh: `本文件含${told.length}份公开材料：${told.map((d) => `${d.name}（第${d.pages}页）`).join('、')}；各份分别核对`,
      en: `the file holds ${told.length} disclosures, each checked for itself: ${told.map((d) => `${d.name} (pages ${d.pages})`).join(', ')}`,
    },
    page: disclosures[1]!.pages[0],
    bbox: null,
  }
}
