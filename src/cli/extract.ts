/** juesuan extract: PDFs to JSON or CSV. */
import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { JuesuanError } from '../errors.ts'
import { extractWith } from '../extract.ts'
import { formsWith } from '../forms.ts'
import type { Document, Severity } from '../model.ts'
import { isIncomplete } from '../output/incomplete.ts'
import { selectTables } from '../output/select.ts'
import { writeAtomic } from '../output/write.ts'
import { type Exit, type FailOn, reaches } from './exit.ts'
import { eachFile, readInput, stem } from './files.ts'
import { reportFindings } from './findings.ts'
import { type ReadFlags, readOptions } from './options.ts'
import { reporter } from './report.ts'
import { scanProgress } from './scan-progress.ts'
import { checkTables } from './tables.ts'

interface ExtractFlags extends ReadFlags {
  /** JSON where none is given, and nothing but the report where one is asked for. */
  format?: keyof typeof EXTENSION
  output?: string
  pages?: number[]
  tables?: string[]
  bom?: true
  report?: string
  failOn?: FailOn
}

const EXTENSION = {
  json: 'json',
  csv: 'csv',
  statements: 'statements.csv',
  performance: 'performance.csv',
} as const

export async function extractCommand(files: string[], flags: ExtractFlags): Promise<Exit> {
  const forms = await formsWith(flags.extractors)
  checkTables(flags.tables, forms)
  checkOutput(files, flags)
  const print = await printer(flags)
  const report = await reporter(flags.report, files, flags.lang ?? 'zh')
  let first = true
  return eachFile(files, async (file) => {
    const { pages, lang } = flags
    const shown = scanProgress(file)
    const whole = await extractWith(forms, readInput(file), {
      file: basename(file),
      pages,
      ...readOptions(flags),
      onScan: shown.page,
    }).finally(shown.end)
    const document = flags.tables ? selectTables(whole, flags.tables) : whole
    if (flags.output !== undefined)
      writeAtomic(join(flags.output, `${stem(file)}.${EXTENSION[flags.format ?? 'json']}`), print(document, true))
    else if (!report || flags.format !== undefined) process.stdout.write(print(document, first))
    first = false
    report?.(file, document)
    const absent = (flags.tables ?? []).filter(
      (id) => !document.tables.some((t) => t.id === id && t.state !== 'missing'),
    )
    for (const id of absent) console.error(`juesuan: ${file}: there is no table ${id} in it`)
    reportFindings(file, document, lang)
    const bad = reaches(bySeverity(document), flags.failOn)
    const clean = flags.failOn === 'never' || !(bad || isIncomplete(document))
    return clean && absent.length === 0
  })
}

/** Makes the text of a document; `head` says whether the CSV header goes before it. */
async function printer(flags: ExtractFlags): Promise<(document: Document, head: boolean) => string> {
  if (flags.format === 'csv') {
    const { cellsCsv } = await import('../output/cells.ts')
    return (document, head) => cellsCsv([document], { header: head, bom: head && flags.bom })
  }
  if (flags.format === 'statements') {
    const { statementsCsv } = await import('../output/statements.ts')
    return (document, head) => statementsCsv([document], { header: head, bom: head && flags.bom })
  }
  if (flags.format === 'performance') {
    const { performanceCsv } = await import('../output/performance.ts')
    return (document, head) => performanceCsv([document], { header: head, bom: head && flags.bom })
  }
  if (flags.output === undefined) return (document) => `${JSON.stringify(document)}\n`
  const { printJson } = await import('../output/print.ts')
  return (document) => printJson(document)
}

function checkOutput(files: readonly string[], { output, format = 'json' }: ExtractFlags): void {
  if (output === undefined) return
  const isFile = statSync(output, { throwIfNoEntry: false })?.isFile() ?? /\.(json|csv|pdf)$/i.test(output)
  if (isFile)
    throw new JuesuanError('usage', `-o names a folder, and ${output} is a file; for one file write: ... > ${output}`)
  const taken = new Map<string, string>()
  for (const file of files) {
    const other = taken.get(stem(file))
    if (other !== undefined)
      throw new JuesuanError(
        'usage',
        `${other} and ${file} would both be written to ${stem(file)}.${EXTENSION[format]}; extract them into different folders`,
      )
    taken.set(stem(file), file)
  }
}

function bySeverity({ findings }: Document): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}
