/** What a report says, before it is set as HTML or Markdown. */
import type { Document, Finding } from '../../model.ts'
import { type Coverage, coverage } from '../coverage.ts'
import { type Evidence, Places } from './evidence.ts'
import { type Language, WORDS } from './words.ts'

export interface ReportFinding {
  finding: Finding
  message: string
  /** Page and place, in words. */
  where: string
  evidence: Evidence[]
}

export interface Rule {
  rule: string
  holds: number
  rounding: number
  violated: number
  usual: number
}

export interface Report {
  document: Document
  language: Language
  title: string
  findings: ReportFinding[]
  tables: Coverage[]
  amounts: number
  proved: number
  rules: Rule[]
}

export function toReport(document: Document, language: Language): Report {
  const places = new Places(document)
  const tables = coverage(document)
  const total = (of: (c: Coverage) => number) => tables.reduce((sum, c) => sum + of(c), 0)
  return {
    document,
    language,
    title: titleOf(document, language),
    findings: document.findings.map((finding) => ({
      finding,
      message: finding.message[language],
      where: [finding.page === null ? '' : WORDS[language].page(finding.page), places.place(finding, language)]
        .filter((s) => s !== '')
        .join(' · '),
      evidence: places.evidence(finding, language),
    })),
    tables,
    amounts: total((c) => c.amounts),
    proved: total((c) => c.proved),
    rules: rulesOf(document),
  }
}

function titleOf({ document, source }: Document, language: Language): string {
  const { entity, fiscal_year: year, kind } = document
  if (!entity && !year) return source.file
  const name = kind ? (WORDS[language].kind[kind.value] ?? '') : ''
  return language === 'zh'
    ? `${entity?.value ?? ''}${year ? `${year.value}年度` : ''}${name}`
    : [entity?.value, year?.value, name].filter((s) => s).join(' · ')
}

function rulesOf({ checks }: Document): Rule[] {
  const rules = new Map<string, Rule>()
  for (const { rule, result, strength } of checks) {
    if (result === 'not-applicable') continue
    const counts = rules.get(rule) ?? { rule, holds: 0, rounding: 0, violated: 0, usual: 0 }
    counts[result === 'violated' && strength === 'usual' ? 'usual' : result]++
    rules.set(rule, counts)
  }
  return [...rules.values()]
}

/** 98.5 %; never 100 % where something is left. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–'
  const percent = Math.floor((1000 * part) / whole) / 10
  return `${percent === 100 ? '100' : percent.toFixed(1)} %`
}

/** 5–7, 9. */
export function ranges(pages: readonly number[]): string {
  const out: [number, number][] = []
  for (const page of pages) {
    const last = out.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else out.push([page, page])
  }
  return out.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join('、')
}
