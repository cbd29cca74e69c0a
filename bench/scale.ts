/**
 * `npm run bench:scale [-- FILES ROUNDS]`: a batch over 500 files, the samples and the published documents
 * copied so that each has a content of its own. Compared are two workers, one worker and pdfplumber, in turn
 * over the same files, round by round: what else the machine does falls on all. Ends with 1 where a bar is not held.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ManifestLine } from '../src/index.ts'
import { python } from './python.ts'

const ROOT = new URL('..', import.meta.url).pathname
/** Throughput of two workers to one, pages a second to those of pdfplumber, peak memory of a worker in MB. */
const BARS = { workers: 1.7, pdfplumber: 5, memory: 350 }
const FILES = Number(process.argv[2] ?? 500)
const ROUNDS = Number(process.argv[3] ?? 5)
/** Milliseconds between two looks at the memory of the workers; the system keeps their peaks. */
const LOOK_EVERY = 200

/** Documents with text: how fast a scan is read is the matter of another benchmark. */
function sources(): string[] {
  const corpus = join(ROOT, '../shared/corpus')
  return [join(ROOT, 'samples'), ...(existsSync(corpus) ? [corpus] : [])]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.pdf') && !/-(scan|mixed)/.test(file))
    .sort()
}

/** A comment behind the end changes the hash and nothing else. */
function copies(folder: string): string[] {
  const originals = sources()
  return Array.from({ length: FILES }, (_, n) => {
    const original = originals[n % originals.length]!
    const file = join(folder, `${n}-${basename(original)}`)
    writeFileSync(file, Buffer.concat([readFileSync(original), Buffer.from(`\n% copy ${n}\n`)]))
    return file
  })
}

interface Run {
  pages: number
  seconds: number
}

let peak = 0

async function batch(files: readonly string[], jobs: number, folder: string): Promise<Run> {
  const output = join(folder, 'out')
  const args = [join(ROOT, 'dist/cli/main.js'), 'batch', '-', '-o', output, '--jobs', String(jobs)]
  const began = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.end(files.join('\n'))
  const timer = setInterval(() => {
    peak = Math.max(peak, ...peaksOfChildren(child.pid!))
  }, LOOK_EVERY)
  await new Promise((resolve) => child.on('close', resolve))
  const seconds = (performance.now() - began) / 1000
  clearInterval(timer)
  const lines = readFileSync(join(output, 'manifest.jsonl'), 'utf8').trim().split('\n')
  const done = lines.map((line) => JSON.parse(line) as ManifestLine)
  const wrong = done.filter((line) => line.state !== 'done')
  if (wrong.length > 0) throw new Error(`${wrong.length} files were not read, the first: ${JSON.stringify(wrong[0])}`)
  rmSync(output, { recursive: true })
  return { pages: done.reduce((sum, line) => sum + line.pages!, 0), seconds }
}

/** MB; where there is no /proc, none. */
function peaksOfChildren(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    return children.map((child) => {
      const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]
      return Number(kilobytes ?? 0) / 1024
    })
  } catch {
    return []
  }
}

function pdfplumber(program: string, files: readonly string[]): Run {
  const began = performance.now()
  const child = spawnSync(program, [join(ROOT, 'bench/find-tables.py')], { input: files.join('\n'), encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`pdfplumber ended with ${child.status}\n${child.stderr}`)
  return { pages: Number(child.stdout), seconds: (performance.now() - began) / 1000 }
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!
const rate = ({ pages, seconds }: Run) => pages / seconds

const folder = mkdtempSync(join(tmpdir(), 'juesuan-scale-'))
try {
  mkdirSync(join(folder, 'in'))
  const files = copies(join(folder, 'in'))
  const interpreter = python('pdfplumber==0.11.10')
  // The first run fills the caches of the disk and of compiled code, and is not counted.
  await batch(files.slice(0, 4), 2, folder)
  const ratios: { workers: number; one: number; two: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const part = files.slice((round * FILES) / ROUNDS, ((round + 1) * FILES) / ROUNDS)
    // Who goes first is who finds the caches cold: they take turns.
    const first = await batch(part, round % 2 === 0 ? 2 : 1, folder)
    const other = interpreter === null ? null : pdfplumber(interpreter, part)
    const second = await batch(part, round % 2 === 0 ? 1 : 2, folder)
    const [two, one] = round % 2 === 0 ? [first, second] : [second, first]
    ratios.push({
      workers: rate(two) / rate(one),
      one: other ? rate(one) / rate(other) : 0,
      two: other ? rate(two) / rate(other) : 0,
    })
    const shown = [two, one, ...(other ? [other] : [])].map((run) => `${rate(run).toFixed(1)} pages/s`)
    console.log(`${part.length} files, ${two.pages} pages: two workers, one, pdfplumber: ${shown.join(', ')}`)
  }
  const workers = median(ratios.map((r) => r.workers))
  const [one, two] = [median(ratios.map((r) => r.one)), median(ratios.map((r) => r.two))]
  console.log(`two workers to one   ${workers.toFixed(2)} (at least ${BARS.workers})`)
  if (interpreter !== null)
    console.log(`to pdfplumber        ${two.toFixed(1)} (at least ${BARS.pdfplumber}); one worker ${one.toFixed(1)}`)
  console.log(
    `peak of a worker     ${peak === 0 ? 'not known here' : `${peak.toFixed(0)} MB (at most ${BARS.memory})`}`,
  )
  const isFast = interpreter === null || two >= BARS.pdfplumber
  process.exitCode = workers >= BARS.workers && isFast && peak <= BARS.memory ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}
