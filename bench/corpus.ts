/**
 * `npm run corpus -- DIR [--timeout 60] [--jobs 2]`: reads every PDF of a folder, none of which is a
 * disclosure, and counts errors, limits hit, crashes, and false recognitions: a statutory table or a
 * performance form where there is none. Ends with 1 where something crashed or was recognised.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ManifestLine } from '../src/batch/manifest.ts'
import { batch } from '../src/batch/run.ts'
import { parseDocument } from '../src/output/parse.ts'

/** Ends that are a fault of the reader and not of the file. */
const FAULTS = new Set(['crashed', 'internal'])
/** Ends that name a limit. */
const LIMITS = new Set(['too-large', 'timeout', 'memory'])

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { timeout: { type: 'string', default: '60' }, jobs: { type: 'string' } },
})
const [input] = positionals
if (!input) {
  console.error('npm run corpus -- DIR: name a folder of PDFs that are no disclosures')
  process.exit(2)
}

const output = mkdtempSync(join(tmpdir(), 'juesuan-corpus-'))
try {
  const jobs = values.jobs === undefined ? undefined : Number(values.jobs)
  const { lines, seconds } = await batch([input], { output, ocr: 'never', timeout: Number(values.timeout), jobs })
  const found = report(lines, seconds)
  process.exitCode = found ? 1 : 0
} finally {
  rmSync(output, { recursive: true })
}

/** @returns whether something is wrong. */
function report(lines: readonly ManifestLine[], seconds: number): boolean {
  const counts = new Map<string, number>()
  const count = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by)
  const wrong: string[] = []
  for (const line of lines) {
    count(`files: ${line.state}`)
    count('pages', line.pages ?? 0)
    if (line.state === 'failed') failure(line, count, wrong)
    if (line.state === 'done') recognitions(line, count, wrong)
  }
  for (const [what, n] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${what.padEnd(44)} ${n}`)
  for (const line of wrong) console.log(line)
  console.log(`${lines.length} files in ${seconds.toFixed(0)} s, ${wrong.length} crashes or false recognitions`)
  return wrong.length > 0
}

type Count = (what: string, by?: number) => void

function failure({ file, reason }: ManifestLine, count: Count, wrong: string[]): void {
  const code = reason?.code ?? 'unknown'
  count(`${LIMITS.has(code) ? 'limit of the file' : 'error'}: ${code}`)
  if (LIMITS.has(code)) console.log(`LIMIT ${file}: ${reason?.message}`)
  if (FAULTS.has(code)) wrong.push(`CRASHED ${file}: ${reason?.message}`)
}

function recognitions(line: ManifestLine, count: Count, wrong: string[]): void {
  const { tables, performance, statements, findings } = parseDocument(readFileSync(join(output, line.output!), 'utf8'))
  count('statements', statements.length)
  for (const { code, message } of findings) {
    count(`finding: ${code}`)
    if (code === 'page-unreadable' && message.en.includes('--limit')) {
      count('limit of a page')
      console.log(`LIMIT ${line.file}: ${message.en}`)
    }
  }
  const seen = tables.filter((t) => t.state !== 'missing')
  for (const { id, title, pages } of seen) wrong.push(`TABLE ${line.file}: ${id} '${title}' on ${pages.join(', ')}`)
  for (const form of performance)
    wrong.push(`FORM ${line.file}: ${form.kind} '${form.project}' on ${form.pages?.join(', ')}`)
}
