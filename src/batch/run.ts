/** Many files into one folder: each read in a process of its own, recorded, and never done twice. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import pLimit from 'p-limit'
import { JuesuanError } from '../errors.ts'
import { findFiles } from './inputs.ts'
import { lock } from './lock.ts'
import { type ManifestLine, readManifest, writeManifest } from './manifest.ts'
import { type BatchOptions, defaultJobs, MEGABYTES, madeWith, readingOf, SECONDS, threadsEach } from './options.ts'
import { blankLine, type Made, makePlan, type Plan, seenFrom, type Task } from './plan.ts'
import { duplicateOf, mergeLines, openStore, record, removeStale, temporaryOf } from './store.ts'
import { Workers } from './workers.ts'

export interface BatchResult {
  /** A line for each input, in order; fewer where the run was interrupted. */
  lines: ManifestLine[]
  /** Files of `lines` by state. */
  done: number
  failed: number
  duplicates: number
  /** How many lines stood in the manifest before this run. */
  settled: number
  seconds: number
  interrupted: boolean
}

/** Reads all PDFs that `inputs` name (files, folders, patterns). What fails is recorded and ends nothing. */
export async function batch(inputs: readonly string[], options: BatchOptions): Promise<BatchResult> {
  const files = findFiles(inputs)
  if (files.length === 0) throw new JuesuanError('usage', `there is no PDF in ${inputs.join(', ')}`)
  const began = performance.now()
  const { output } = options
  const unlock = lock(output)
  try {
    openStore(output)
    options.onEvent?.({ event: 'look', files: files.length })
    const old = readManifest(output)
    const made = await madeWith(options)
    const plan = await makePlan(files, old, { ...options, ...made, folder: output })
    const read = await readAll(plan, made, options)
    const lines = inOrder(files, plan, read, output)
    const all = mergeLines(lines, old, (line) => existsSync(join(output, line.file)))
    writeManifest(output, all)
    removeStale(output, old, all)
    return summarise(lines, files, plan, (performance.now() - began) / 1000)
  } finally {
    unlock()
  }
}

/** Lines of the files that had to be read, by file. */
async function readAll(plan: Plan, made: Made, options: BatchOptions): Promise<Map<string, ManifestLine>> {
  const { todo, settled, duplicates } = plan
  // One scan alone has all cores for its OCR.
  const jobs = Math.max(1, Math.min(options.jobs ?? defaultJobs(), todo.length))
  const counts = { todo: todo.length, settled: settled.length, duplicates: duplicates.length }
  const files = todo.length + settled.length + duplicates.length
  options.onEvent?.({ event: 'start', files, ...counts, jobs })
  const { timeout: seconds = SECONDS, memory: megabytes = MEGABYTES } = options
  const workers = new Workers({ seconds, megabytes, threads: threadsEach(jobs) })
  const lines = new Map<string, ManifestLine>()
  /** What no file is to blame for: a full disk. It ends the run, after the files in hand. */
  let fatal: unknown = null
  await pLimit(jobs).map(todo, async (task) => {
    if (options.signal?.aborted || fatal) return
    try {
      const line = await readOne(task, workers, made, options)
      // Ctrl-C may end a worker that has just started: that says nothing about its file.
      if (options.signal?.aborted && line.reason?.code === 'crashed') return
      record(options.output, task.output, line)
      lines.set(task.file, line)
      options.onEvent?.({ event: 'file', file: task.file, line })
    } catch (error) {
      fatal ??= error
    }
  })
  workers.end()
  if (fatal) throw fatal
  return lines
}

async function readOne(task: Task, workers: Workers, made: Made, options: BatchOptions): Promise<ManifestLine> {
  const { file, output, sha256 } = task
  const began = performance.now()
  const line = { ...blankLine(seenFrom(options.output, file), made), sha256 }
  const seconds = () => Math.round(performance.now() - began) / 1000
  try {
    const temporary = temporaryOf(options.output, output)
    const summary = await workers.run({ file, temporary, ...readingOf(basename(file), options) })
    return { ...line, ...summary, state: 'done', output, seconds: seconds() }
  } catch (error) {
    if (!(error instanceof JuesuanError) || error.code === 'unwritable') throw error
    return { ...line, reason: { code: error.code, message: error.message }, seconds: seconds() }
  }
}

/** A line for each input that is settled, read or a duplicate of one that is. */
function inOrder(
  files: readonly string[],
  { settled, duplicates }: Plan,
  read: ReadonlyMap<string, ManifestLine>,
  folder: string,
): ManifestLine[] {
  const lines = new Map([...settled.map(({ file, line }) => [file, line] as const), ...read])
  const owners = new Map(duplicates.map(({ file, of }) => [file, lines.get(of)]))
  return files.flatMap((file) => {
    const owner = owners.get(file)
    return (owner && duplicateOf(owner, seenFrom(folder, file))) ?? lines.get(file) ?? []
  })
}

function summarise(lines: ManifestLine[], files: readonly string[], { settled }: Plan, seconds: number): BatchResult {
  const count = (state: ManifestLine['state']) => lines.filter((l) => l.state === state).length
  return {
    lines,
    done: count('done'),
    failed: count('failed'),
    duplicates: count('duplicate'),
    settled: settled.length,
    seconds,
    interrupted: lines.length < files.length,
  }
}
