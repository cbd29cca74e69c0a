/** juesuan check: compares documents with their reviewed form; over a folder, the regression run. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import pLimit from 'p-limit'
import { findFiles } from '../batch/inputs.ts'
import { defaultJobs, readingOf, threadsEach } from '../batch/options.ts'
import { Workers } from '../batch/workers.ts'
import { JuesuanError } from '../errors.ts'
import { formsWith } from '../forms.ts'
import type { Document } from '../model.ts'
import { compare, type Difference } from '../output/compare.ts'
import { toGolden } from '../output/golden.ts'
import { type JunitCase, junitXml } from '../output/junit.ts'
import { parseDocument } from '../output/parse.ts'
import { writeAtomic } from '../output/write.ts'
import { EXIT, type Exit } from './exit.ts'
import { complain } from './files.ts'
import { findGolden, goldenPath, goldensWithoutFile, readGolden } from './goldens.ts'
import { interruption } from './interrupt.ts'
import { checkLimits, type PoolFlags, type ReadFlags } from './options.ts'
import { summary } from './summary.ts'
import { describe } from './text.ts'

interface CheckFlags extends ReadFlags, PoolFlags {
  golden: string
  summary?: true
  junit?: string
}

interface Checked {
  /** The golden, where that is all there is. */
  file: string
  /** Where the golden of the file lies. */
  golden: string | null
  seconds: number
  /** Null where it could not be read. */
  document: Document | null
  /** What the line of the file says. */
  said: string
  differences: Difference[]
  problem: { kind: 'failure' | 'error'; type: 'differs' | 'no-golden' | 'no-file' | 'failed' } | null
}

export async function checkCommand(inputs: string[], flags: CheckFlags): Promise<Exit> {
  checkLimits(flags.limit)
  // Templates with a mistake end the run before it begins.
  await formsWith(flags.extractors)
  const files = findFiles(inputs)
  if (files.length === 0) throw new JuesuanError('usage', `there is no PDF in ${inputs.join(', ')}`)
  const jobs = Math.min(flags.jobs ?? defaultJobs(), files.length)
  const workers = new Workers({ seconds: flags.timeout, megabytes: flags.memory, threads: threadsEach(jobs) })
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-check-'))
  const signal = interruption(() => workers.end())
  const checked: Checked[] = []
  try {
    const limit = pLimit(jobs)
    const work = files.map((file, n) =>
      limit(async () => (signal.aborted ? null : checkOne(file, workers, join(folder, `${n}.json`), flags))),
    )
    // In the order of the files, whichever is ready first.
    for (const one of work) {
      const result = await one
      if (signal.aborted || result === null) return EXIT.interrupted
      print(result, flags)
      checked.push({ ...result, document: null })
    }
  } finally {
    workers.end()
    rmSync(folder, { recursive: true, force: true })
  }
  // Of a folder all is meant, also what is no longer in it.
  if (inputs.some((input) => statSync(input, { throwIfNoEntry: false })?.isDirectory()))
    for (const gone of goldensOf(checked).map(withoutFile)) {
      print(gone, flags)
      checked.push(gone)
    }
  printDetails(checked)
  if (flags.junit !== undefined) writeAtomic(flags.junit, junitXml('juesuan check', checked.map(toCase)))
  return exitOf(checked)
}

function goldensOf(checked: readonly Checked[]): string[] {
  return goldensWithoutFile(new Set(checked.flatMap(({ golden }) => golden ?? [])))
}

function withoutFile(golden: string): Checked {
  const said = 'its PDF is not among the files; restore it, or remove this golden'
  return {
    file: golden,
    golden,
    seconds: 0,
    document: null,
    differences: [],
    said,
    problem: { kind: 'failure', type: 'no-file' },
  }
}

/** Never throws: a file that cannot be read costs no other. */
async function checkOne(file: string, workers: Workers, temporary: string, flags: CheckFlags): Promise<Checked> {
  const began = performance.now()
  const path = findGolden(file, flags.golden)
  const found = { file, golden: path, document: null, differences: [], seconds: 0 }
  const seconds = () => (performance.now() - began) / 1000
  try {
    await workers.run({ file, temporary, ...readingOf(basename(file), { ...flags, limits: flags.limit }) })
    const document = parseDocument(readFileSync(temporary, 'utf8'))
    rmSync(temporary)
    const golden = path === null ? null : readGolden(path)
    if (path === null || golden === null) {
      const said = `there is no ${goldenPath(file, flags.golden)}; make it with: juesuan golden --update ${file}`
      return { ...found, document, said, seconds: seconds(), problem: { kind: 'failure', type: 'no-golden' } }
    }
    const differences = compare(golden, toGolden(document))
    const compared = { ...found, document, differences, seconds: seconds() }
    if (differences.length === 0) return { ...compared, said: `agrees with ${path}`, problem: null }
    const said = `${differences.length} difference${differences.length === 1 ? '' : 's'} from ${path}`
    return { ...compared, said, problem: { kind: 'failure', type: 'differs' } }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { ...found, said, seconds: seconds(), problem: { kind: 'error', type: 'failed' } }
  }
}

function print({ file, document, said, problem }: Checked, flags: CheckFlags): void {
  if (flags.summary && document) console.log(summary(file, document, flags.lang))
  if (problem?.kind === 'error') complain(new JuesuanError('usage', said), file)
  console.log(`${file}: ${problem?.kind === 'error' ? 'FAILED, ' : ''}${said}`)
}

function printDetails(checked: readonly Checked[]): void {
  for (const { file, differences } of checked)
    if (differences.length > 0) console.log(`\n${file}\n${differences.map((d) => `  ${describe(d)}`).join('\n')}`)
  const count = (type: string | undefined) => checked.filter((c) => c.problem?.type === type).length
  const parts = [`${count(undefined)} agree`, `${count('differs')} differ`]
  if (count('no-golden') > 0) parts.push(`${count('no-golden')} without golden`)
  if (count('no-file') > 0) parts.push(`${count('no-file')} golden${count('no-file') === 1 ? '' : 's'} without file`)
  if (count('failed') > 0) parts.push(`${count('failed')} failed`)
  if (checked.length > 1) console.log(`\n${checked.length - count('no-file')} files: ${parts.join(', ')}`)
}

function toCase({ file, seconds, said, differences, problem }: Checked): JunitCase {
  const details = differences.map(describe)
  return { name: file, seconds, problem: problem && { ...problem, message: said, details } }
}

function exitOf(checked: readonly Checked[]): Exit {
  const failed = checked.filter((c) => c.problem?.type === 'failed').length
  if (failed > 0)
    return failed < checked.filter((c) => c.problem?.type !== 'no-file').length ? EXIT.someFailed : EXIT.allFailed
  return checked.every((c) => c.problem === null) ? EXIT.clean : EXIT.findings
}
