/**
 * `npm run bench`: juesuan against pdfjs alone, as whole processes in turn (A B A B …), on one file.
 * Prints medians and ratios; ends with 1 where a bar is not held.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checksCost } from './checks-cost.ts'

const ROOT = new URL('..', import.meta.url).pathname
/** Wall time and peak memory of juesuan, as shares of those of pdfjs alone; time of the checks as a share of extraction. */
const BARS = { wall: 1, memory: 1.2, checks: 0.1 }
const RUNS = Number(process.argv[2] ?? 9)

const published = join(ROOT, '../shared/corpus/yusuan/上海市普陀区人民政府万里街道办事处24年预算.pdf')
const file = existsSync(published) ? published : join(ROOT, 'samples/shanxi-xinjiang-office-2024.pdf')
const programs = {
  juesuan: [join(ROOT, 'dist/cli/main.js'), 'extract', file, '-f', 'csv'],
  pdfjs: [join(ROOT, 'bench/bare.mjs'), file],
}
type Name = keyof typeof programs
const names = Object.keys(programs) as Name[]

/** Seconds of a whole process, its start included. */
function wall(args: readonly string[]): number {
  const start = process.hrtime.bigint()
  run(args, [])
  return Number(process.hrtime.bigint() - start) / 1e9
}

/** Peak resident memory in MB, told by the process itself as it ends; not timed. */
function peak(args: readonly string[]): number {
  const hook = `import { writeSync } from 'node:fs'
    process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))`
  const told = run(args, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`])
  return Number(told) / 1024
}

/** Runs to the end and returns what came out on descriptor 3. */
function run(args: readonly string[], options: readonly string[]): string {
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe'] as const
  const child = spawnSync(process.execPath, [...options, ...args], { stdio: [...stdio], encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`${args.join(' ')} ended with ${child.status}\n${child.stderr}`)
  return String(child.output[3] ?? '')
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!

const seconds: Record<Name, number[]> = { juesuan: [], pdfjs: [] }
// The first run fills the caches of the disk and of compiled code, and is not counted.
for (const name of names) wall(programs[name])
for (let i = 0; i < RUNS; i++) for (const name of names) seconds[name].push(wall(programs[name]))
const megabytes = Object.fromEntries(
  names.map((name) => [name, median([1, 2, 3].map(() => peak(programs[name])))]),
) as Record<Name, number>

console.log(`${file}, median of ${RUNS} runs in turn`)
for (const name of names)
  console.log(`${name.padEnd(8)} ${median(seconds[name]).toFixed(2)} s  ${megabytes[name].toFixed(0)} MB`)
// Each run is compared with the one beside it: what else the machine does falls on both.
const ratio = median(seconds.juesuan.map((s, i) => s / seconds.pdfjs[i]!))
const memory = megabytes.juesuan / megabytes.pdfjs
console.log(
  `ratio    wall ${ratio.toFixed(2)} (at most ${BARS.wall}), memory ${memory.toFixed(2)} (at most ${BARS.memory})`,
)
const { whole, checks } = await checksCost(file, RUNS)
const cost = checks / whole
console.log(
  `checks   ${(1000 * checks).toFixed(0)} ms of ${(1000 * whole).toFixed(0)} ms, share ${cost.toFixed(3)} (at most ${BARS.checks})`,
)
process.exitCode = ratio <= BARS.wall && memory <= BARS.memory && cost <= BARS.checks ? 0 : 1
