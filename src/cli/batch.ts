/** juesuan batch: many PDFs into one folder, over night, without a person beside it. */
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { MANIFEST } from '../batch/manifest.ts'
import type { BatchOptions } from '../batch/options.ts'
import { type BatchResult, batch } from '../batch/run.ts'
import { JuesuanError } from '../errors.ts'
import { formsWith } from '../forms.ts'
import type { Limits } from '../limits.ts'
import { EXIT, type Exit, type FailOn, reaches } from './exit.ts'
import { interruption } from './interrupt.ts'
import { checkLimits } from './options.ts'
import { duration, progress } from './progress.ts'
import { checkTables } from './tables.ts'

interface BatchFlags extends Omit<BatchOptions, 'signal' | 'onEvent' | 'limits'> {
  limit: Limits
  failOn?: FailOn
  jsonLog?: true
}

export async function batchCommand(inputs: string[], flags: BatchFlags): Promise<Exit> {
  const { failOn, jsonLog, limit, ...options } = flags
  checkTables(flags.tables, await formsWith(flags.extractors))
  checkLimits(limit)
  const shown = progress(jsonLog ?? false)
  const signal = interruption(() =>
    shown.say('ending after the files in hand; once more ends at once. The same command goes on later.'),
  )
  const files = (await Promise.all(inputs.map((input) => (input === '-' ? listFromStdin() : input)))).flat()
  let result: BatchResult
  try {
    result = await batch(files, { ...options, limits: limit, signal, onEvent: (event) => shown.show(event) })
  } finally {
    shown.end()
  }
  const { lines, ...counts } = result
  if (jsonLog) console.error(JSON.stringify({ time: new Date().toISOString(), event: 'end', ...counts }))
  else console.log(report(result, options.output))
  return exitOf(result, failOn)
}

function exitOf({ lines, failed, done, interrupted }: BatchResult, failOn: FailOn | undefined): Exit {
  if (interrupted) return EXIT.interrupted
  if (failed > 0) return done > 0 ? EXIT.someFailed : EXIT.allFailed
  const clean = lines.every((line) => !line.incomplete && !(line.findings && reaches(line.findings, failOn)))
  return clean ? EXIT.clean : EXIT.findings
}

/** Names of files, one a line, or divided by NUL as `find -print0` does. */
async function listFromStdin(): Promise<string[]> {
  const list = await text(process.stdin)
  const names = list.split(list.includes('\0') ? '\0' : /\r?\n/).filter((name) => name !== '')
  if (names.length === 0) throw new JuesuanError('usage', 'the list on standard input is empty')
  return names
}

function report(result: BatchResult, folder: string): string {
  const { lines, done, failed, duplicates, settled, seconds, interrupted } = result
  const parts = [`${done} done`]
  if (duplicates > 0) parts.push(`${duplicates} duplicates`)
  if (failed > 0) parts.push(`${failed} failed`)
  if (settled > 0) parts.push(`${settled} of these in an earlier run`)
  const head = `${lines.length} files: ${parts.join(', ')}; ${duration(seconds)}`
  const tail = `${join(folder, MANIFEST)} says what became of each`
  return `${interrupted ? 'interrupted; ' : ''}${head}\n${tail}`
}
