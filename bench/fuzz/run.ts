/**
 * `npm run fuzz -- [--cases 10000] [--from 0]`: damaged samples (and the published PDFs where they are
 * there) must each end with a document or a clear error, in time, within memory.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { bombs } from './bombs.ts'
import { damaged } from './mutate.ts'
import type { Outcome } from './worker.ts'

const SECONDS = option('seconds', 60)
const HEAP_MB = 1500
const ROOT = new URL('../..', import.meta.url).pathname

/** A named number of the command line. */
function option(name: string, fallback: number): number {
  const i = process.argv.indexOf(`--${name}`)
  return i < 0 ? fallback : Number(process.argv[i + 1])
}

function bases(): Buffer[] {
  const folders = [join(ROOT, 'samples'), join(ROOT, '..', 'shared', 'corpus')].filter(existsSync)
  const files = folders.flatMap((f) => readdirSync(f, { recursive: true, encoding: 'utf8' }).map((n) => join(f, n)))
  return files
    .filter((f) => f.endsWith('.pdf'))
    .sort()
    .map((f) => readFileSync(f))
    .filter((b) => b.length < 1_000_000)
}

let worker: Worker | undefined
function start(): Worker {
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  return worker
}

/** One case in the worker; a hang or a full memory ends the worker, and the case has failed. */
function run(bytes: Uint8Array): Promise<Outcome | { kind: 'hang' } | { kind: 'memory'; why: string }> {
  const own = start()
  return new Promise((resolve) => {
    const end = (outcome: Awaited<ReturnType<typeof run>>, kill: boolean) => {
      clearTimeout(timer)
      own.removeAllListeners('message')
      own.removeAllListeners('error')
      if (kill) {
        worker = undefined
        void own.terminate()
      }
      resolve(outcome)
    }
    const timer = setTimeout(() => end({ kind: 'hang' }, true), SECONDS * 1000)
    own.once('message', (outcome: Outcome) => end(outcome, false))
    own.once('error', (error) => end({ kind: 'memory', why: String(error) }, true))
    own.postMessage(bytes)
  })
}

const cases = option('cases', 10_000)
const from = option('from', 0)
const files = bases()
const counts: Record<string, number> = {}
let failed = 0
const began = Date.now()
async function one(name: string, bytes: Uint8Array): Promise<void> {
  const outcome = await run(bytes)
  const key = outcome.kind === 'error' ? `error: ${outcome.code}` : outcome.kind
  counts[key] = (counts[key] ?? 0) + 1
  if (outcome.kind === 'document' || outcome.kind === 'error') return
  failed++
  console.log(`FAILED ${name}: ${JSON.stringify(outcome).slice(0, 1500)}`)
}
for (const [name, make] of Object.entries(bombs)) await one(name, make())
for (let n = from; n < from + cases; n++) {
  const { bytes, how } = damaged(files[n % files.length]!, n)
  await one(`case ${n} (${how})`, bytes)
  if (n % 500 === 499) console.error(`${n + 1} cases, ${Math.round((Date.now() - began) / 1000)} s, ${failed} failed`)
}
await worker?.terminate()
console.log(JSON.stringify(counts))
console.log(`${cases + Object.keys(bombs).length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
