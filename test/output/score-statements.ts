/** Scores the statements of a document against a hand-made truth file (`golden/NAME.statements.csv`). */
import { readFileSync } from 'node:fs'
import type { Statement } from '../../src/model.ts'
import { parseCsv } from '../../src/output/score.ts'

/** What is compared, in the order of the truth file's columns. The words are a stretch of the quote. */
const COLUMNS = ['page', 'quantity', 'kind', 'value', 'unit', 'year', 'base', 'direction', 'words'] as const

export interface StatementScore {
  /** Statements in the truth file. */
  truth: number
  right: number
  /** In the truth and not told as it says; told and not in the truth. */
  missing: string[]
  invented: string[]
}

export function scoreStatements(file: string, statements: readonly Statement[]): StatementScore {
  const [header = [], ...lines] = parseCsv(readFileSync(file, 'utf8'))
  if (header.join() !== COLUMNS.join()) throw new Error(`${file} needs the columns ${COLUMNS.join()}`)
  const left = [...statements]
  const missing = lines.filter((line) => {
    const at = left.findIndex((statement) => agrees(line, statement))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return {
    truth: lines.length,
    right: lines.length - missing.length,
    missing: missing.map((line) => line.join()),
    invented: left.map((s) => print(s).join()),
  }
}

function print(s: Statement): string[] {
  return [s.page, s.quantity, s.kind, s.value, s.unit, s.year, s.base, s.direction, s.quote].map((f) => String(f ?? ''))
}

/** `*` in a quantity's name: nobody has a name for it but the text, and more of it may belong to it. */
function agrees(line: readonly string[], statement: Statement): boolean {
  const told = print(statement)
  return COLUMNS.every((column, i) => {
    const [wanted = '', got = ''] = [line[i], told[i]]
    if (column === 'words') return got.includes(wanted)
    if (column !== 'quantity' || !wanted.includes('*')) return got === wanted
    const [head = '', tail = ''] = wanted.split('*')
    return got.startsWith(head) && got.endsWith(tail)
  })
}
