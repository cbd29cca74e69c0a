/** What has to be done: inputs against the manifest of earlier runs. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ManifestLine } from './manifest.ts'
import { outputName } from './name.ts'

/** Version and options that a result depends on. */
export type Made = Pick<ManifestLine, 'version' | 'options'>

export interface Task {
  /** As the user named it. */
  file: string
  sha256: string
  /** As seen from the output folder. */
  output: string
}

export interface Plan {
  todo: Task[]
  /** Files that need no work, with their lines: done or failed before, unreadable. */
  settled: { file: string; line: ManifestLine }[]
  /** Files with the content of an earlier one. */
  duplicates: { file: string; sha256: string; of: string }[]
}

export interface PlanOptions extends Made {
  folder: string
  /** Does everything again. */
  force?: boolean
  /** Tries again what failed before. */
  retryFailed?: boolean
  /** Tries again what failed for want of the right one: that takes no time. */
  password?: string
}

const LOCKED = new Set(['encrypted', 'wrong-password'])

/** Work is known by content, version and options: a file that was moved or renamed is not done twice. */
export async function makePlan(
  files: readonly string[],
  old: readonly ManifestLine[],
  options: PlanOptions,
): Promise<Plan> {
  const plan: Plan = { todo: [], settled: [], duplicates: [] }
  // The last line about a content is the one that holds.
  const before = new Map(old.filter((l) => l.state !== 'duplicate').map((l) => [l.sha256, l]))
  const outputs = new Map(old.map((l) => [l.output, l.sha256]))
  const first = new Map<string, string>()
  for (const file of files) {
    const sha256 = await hashOf(file)
    if (typeof sha256 !== 'string') {
      plan.settled.push({ file, line: unreadable(file, sha256, options) })
      continue
    }
    const of = first.get(sha256)
    if (of !== undefined) {
      plan.duplicates.push({ file, sha256, of })
      continue
    }
    first.set(sha256, file)
    const line = before.get(sha256)
    if (line && isSettled(line, options)) {
      plan.settled.push({ file, line: { ...line, file: seenFrom(options.folder, file) } })
      continue
    }
    const taken = (output: string) => outputs.has(output) && outputs.get(output) !== sha256
    const output = line?.output ?? outputName(file, sha256, taken)
    outputs.set(output, sha256)
    plan.todo.push({ file, sha256, output })
  }
  return plan
}

function isSettled(line: ManifestLine, wanted: PlanOptions): boolean {
  const { folder, version, options, force, retryFailed, password } = wanted
  if (force || line.version !== version || canonical(line.options) !== canonical(options)) return false
  if (line.state === 'failed') return !retryFailed && !(password !== undefined && LOCKED.has(line.reason?.code ?? ''))
  return line.output !== null && existsSync(join(folder, line.output))
}

/** JSON with sorted keys. */
function canonical(options: Made['options']): string {
  return JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The path of a file as the manifest has it: relative to its folder, so that both can move together. */
export function seenFrom(folder: string, file: string): string {
  return relative(resolve(folder), resolve(file)).split(sep).join('/')
}

/** Hex, or the error. */
async function hashOf(file: string): Promise<string | NodeJS.ErrnoException> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  } catch (error) {
    return error as NodeJS.ErrnoException
  }
}

function unreadable(file: string, error: NodeJS.ErrnoException, { folder, version, options }: PlanOptions) {
  const message = `the file cannot be read (${error.code ?? error.message})`
  return { ...blankLine(seenFrom(folder, file), { version, options }), reason: { code: 'not-found', message } }
}

/** A line that says nothing yet but failure. */
export function blankLine(file: string, { version, options }: Made): ManifestLine {
  return {
    file,
    state: 'failed',
    reason: null,
    duplicate_of: null,
    output: null,
    sha256: null,
    pages: null,
    ocr_pages: null,
    seconds: null,
    findings: null,
    incomplete: null,
    version,
    options,
  }
}
