/**
 * `npm run fuzz -- [--cases 10000] [--from 0]`: damaged samples (and the published PDFs where they are
 * there) must each end with a document or a clear error, in time, within memory, and write no file.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { random } from '../random.ts'
import { bombs } from './bombs.ts'
import { damaged } from './mutate.ts'
import type { Job, Outcome, Reply } from './worker.ts'

/** Memory of the worker's heap, and of its process whatever holds it. */
const HEAP_MB = 1500
const PROCESS_MB = 3000
const RIGHTS = ['--permission', '--allow-fs-read=*', '--allow-addons', '--allow-worker']
/** Larger files are slow to damage and to read, and have nothing that smaller ones have not. */
const LARGEST = 500_000
/** Every so many cases is read whole, the others two pages of it. */
const WHOLE = 20
/** In every so many cases, what has lost its text is read by OCR, which takes a hundred times as long. */
const OCR = 50
const ROOT = new URL('../..', import.meta.url).pathname

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '60' },
    bombs: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const seconds = Number(values.seconds)

type Ended = Outcome | { kind: 'hang' } | { kind: 'memory'; megabytes: number } | { kind: 'died'; why: string }

/** The samples first, in an order that no path changes: a case is known by its number. */
function bases(): Buffer[] {
  return [join(ROOT, 'samples'), join(ROOT, '..', 'shared', 'corpus')]
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.pdf'))
        .sort()
        .map((name) => readFileSync(join(folder, name))),
    )
    .filter((bytes) => bytes.length < LARGEST)
}

let worker: ChildProcess | undefined
function start(): ChildProcess {
  worker ??= fork(new URL('./worker.ts', import.meta.url), {
    execArgv: [...RIGHTS, '--no-warnings', `--max-old-space-size=${HEAP_MB}`],
    serialization: 'advanced',
  })
  return worker
}

/** One case in the worker; a hang, a crash or a full memory ends the worker, and the case has failed. */
function run(job: Job): Promise<Ended> {
  const own = start()
  return new Promise((resolve) => {
    const end = (outcome: Ended, kill: boolean) => {
      clearTimeout(timer)
      own.removeAllListeners('message')
      own.removeAllListeners('exit')
      if (kill) {
        worker = undefined
        own.kill('SIGKILL')
      }
      resolve(outcome)
    }
    const timer = setTimeout(() => end({ kind: 'hang' }, true), seconds * 1000)
    own.once('message', (reply: Reply) => {
      most = Math.max(most, reply.megabytes)
      if (reply.megabytes > PROCESS_MB) end({ kind: 'memory', megabytes: reply.megabytes }, true)
      else end(reply, false)
    })
    own.once('exit', (code, signal) => end({ kind: 'died', why: String(code ?? signal) }, true))
    own.send(job)
  })
}

const counts: Record<string, number> = {}
let failed = 0
let most = 0
let slowest = { name: '', took: 0 }

async function one(name: string, job: Job): Promise<void> {
  const began = performance.now()
  const outcome = await run(job)
  const took = (performance.now() - began) / 1000
  if (took > slowest.took) slowest = { name, took }
  const key = outcome.kind === 'error' ? `error: ${outcome.code}` : outcome.kind
  counts[key] = (counts[key] ?? 0) + 1
  if (outcome.kind === 'document' || outcome.kind === 'error') return
  failed++
  console.log(`FAILED ${name}: ${JSON.stringify(outcome).slice(0, 1500)}`)
}

/** Two pages of the first thirty, or all. */
function somePages(n: number): number[] | undefined {
  // Not where OCR reads: a whole file of that takes minutes.
  if (n % WHOLE === 1) return undefined
  const first = 1 + Math.floor(random(n)() * 29)
  return [first, first + 1]
}

const files = bases()
const [from, cases] = [Number(values.from), Number(values.cases)]
const began = performance.now()
const all = values.bombs ? Object.entries(bombs) : []
for (const [name, make] of all) await one(name, { bytes: make(), ocr: 'never' })
for (let n = from; n < from + cases; n++) {
  const { bytes, how } = damaged(files[n % files.length]!, n)
  await one(`case ${n} (${how})`, { bytes, pages: somePages(n), ocr: n % OCR === 0 ? 'auto' : 'never' })
  if (n % 100 === 99) console.error(`${n + 1}: ${Math.round((performance.now() - began) / 1000)} s, ${failed} failed`)
}
worker?.kill()
console.log(JSON.stringify(counts))
console.log(`slowest ${slowest.took.toFixed(1)} s: ${slowest.name}; most memory ${most} MB`)
console.log(`${cases + all.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
