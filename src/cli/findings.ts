/** Findings on standard error: what a person should look at, in few lines. */
import type { Document, Finding } from '../model.ts'
import type { Language } from './options.ts'

/** Findings of one code beyond this many are counted, not listed. */
const LISTED = 3

/** Errors and warnings, worst first as the document has them; notes stay in the JSON. */
export function reportFindings(file: string, document: Document, language?: Language): void {
  const byCode = new Map<string, Finding[]>()
  for (const finding of document.findings) {
    if (finding.severity === 'note') continue
    const list = byCode.get(finding.code)
    if (list) list.push(finding)
    else byCode.set(finding.code, [finding])
  }
  for (const [code, list] of byCode) {
    for (const finding of list.slice(0, LISTED)) console.error(`juesuan: ${file}: ${speak(finding.message, language)}`)
    const more = list.slice(LISTED)
    if (more.length === 0) continue
    const pages = [...new Set(more.flatMap((f) => f.page ?? []))].join(', ')
    console.error(`juesuan: ${file}: ${more.length} more of the kind ${code}${pages ? `, pages ${pages}` : ''}`)
  }
}

export function speak(message: Record<Language, string>, language: Language = 'zh'): string {
  return message[language]
}
