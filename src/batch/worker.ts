/**
 * The process that reads files for a batch, one at a time, as it is told by the process that started
 * it (child.ts). A thread of its own watches memory and parent, since reading may keep the main one
 * busy for ever.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { JuesuanError } from '../errors.ts'
import type { Document } from '../model.ts'
import { isIncomplete } from '../output/incomplete.ts'
import { writeNew } from '../output/write.ts'
import { ALIVE, type Job, OUTGROWN, type Outcome, type Summary } from './protocol.ts'

/** Milliseconds between two looks; a process that inflates takes some 100 MB in that time. */
const LOOK_EVERY = 50
const MB = 1e6

/** Ends the process when it outgrows its memory or is an orphan. */
function watch({ megabytes, parent }: { megabytes: number; parent: number }): void {
  setInterval(() => {
    const outgrown = process.memoryUsage.rss() > megabytes * MB
    if (outgrown) writeFileSync(2, OUTGROWN)
    if (outgrown || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, LOOK_EVERY)
}

async function serve(): Promise<void> {
  const [megabytes, parent, threads] = process.argv.slice(2).map(Number)
  new Worker(new URL(import.meta.url), { workerData: { megabytes, parent } }).unref()
  // Ctrl-C reaches the whole group of processes; the parent lets the files in hand be finished.
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit())
  const { extractWith } = await import('../extract.ts')
  const { formsWith } = await import('../forms.ts')
  const { selectTables } = await import('../output/select.ts')
  const { useThreads } = await import('../scans/engines.ts')
  useThreads(threads!)
  const { printJson } = await import('../output/print.ts')
  process.on('message', async ({ file, temporary, options, extractors, tables }: Job) => {
    const answer = (outcome: Outcome) => process.send?.({ ...outcome, megabytes: process.memoryUsage.rss() / MB })
    try {
      const whole = await extractWith(await formsWith(extractors), read(file), {
        ...options,
        onScan: () => process.send?.(ALIVE),
      })
      const document = tables ? selectTables(whole, tables) : whole
      write(temporary, printJson(document))
      answer({ summary: summarise(document) })
    } catch (error) {
      const code = error instanceof JuesuanError ? error.code : 'internal'
      answer({ error: { code, message: error instanceof Error ? error.message : String(error) } })
    }
  })
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new JuesuanError('not-found', `the file cannot be read (${codeOf(error)})`, { cause: error })
  }
}

function write(path: string, text: string): void {
  try {
    writeNew(path, text)
  } catch (error) {
    throw new JuesuanError('unwritable', `${path} cannot be written (${codeOf(error)})`, { cause: error })
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}

function summarise(document: Document): Summary {
  const count = (severity: string) => document.findings.filter((f) => f.severity === severity).length
  return {
    pages: document.source.pages,
    ocr_pages: document.source.page.filter((p) => p.kind === 'ocr').length,
    findings: { error: count('error'), warning: count('warning'), note: count('note') },
    incomplete: isIncomplete(document),
  }
}

if (isMainThread) void serve()
else watch(workerData)
