/** A document that holds several disclosures → one document each, as if each had been a file of its own. */
import type { Document, Table } from '../model.ts'

/** The file of the second one is called `name.pdf#2`. */
export function disclosuresOf(document: Document): Document[] {
  const { disclosures } = document.document
  return disclosures ? disclosures.map((_, at) => own(document, disclosures, at)) : [document]
}

type Disclosures = NonNullable<Document['document']['disclosures']>

function own(whole: Document, disclosures: Disclosures, at: number): Document {
  const { pages, ...facts } = disclosures[at]!
  const [from, to] = pages
  const isOwn = (page: number | null | undefined) => (page == null ? at === 0 : page >= from && page <= to)
  const statements = whole.statements.filter((s) => isOwn(s.page))
  const earlier = whole.statements.filter((s) => s.page < from).length
  return {
    ...whole,
    source: {
      ...whole.source,
      file: nameOf(whole.source.file, at),
      pages: to - from + 1,
      page: whole.source.page.filter((p) => isOwn(p.number)),
    },
    document: { ...facts, contents: whole.document.contents.filter((c) => isOwn(c.page)) },
    tables: tablesOf(whole.tables, disclosures, at),
    other_tables: whole.other_tables.filter((t) => isOwn(t.page)),
    performance: whole.performance.filter((p) => isOwn(p.pages[0])),
    statements,
    checks: whole.checks
      .filter((c) => numberOf(c.id) === at)
      .map((check) => ({
        ...check,
        terms: check.terms.map((t) => (t.statement === undefined ? t : { ...t, statement: t.statement - earlier })),
      })),
    findings: whole.findings.filter((f) => (f.checks?.[0] ? numberOf(f.checks[0]) === at : isOwn(f.page))),
  }
}

/** A name of the `at`-th, 0 for the first, made from the one of the whole. */
export function nameOf(name: string, at: number): string {
  return at === 0 ? name : `${name}#${at + 1}`
}

function numberOf(check: string): number {
  return Number(/@(\d+)$/.exec(check)?.[1] ?? 1) - 1
}

/** Tables that a disclosure should have and has not stand on no page, behind those that it has. */
function tablesOf(tables: readonly Table[], disclosures: Disclosures, at: number): Table[] {
  let current = 0
  return tables.filter(({ pages: [page] }) => {
    if (page !== undefined) current = disclosures.findIndex(({ pages: [from, to] }) => page >= from && page <= to)
    return current === at
  })
}
