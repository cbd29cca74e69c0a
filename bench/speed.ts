/**
 * `npm run bench`: juesuan against pdfjs alone, as whole processes in turn (A B A B …), on one file.
 * Prints medians and ratios; ends with 1 where a bar is not held. With `--write` it measures the other
 * programs, accuracy and coverage, too, and writes docs/benchmarks.md: six minutes on an idle machine.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchmarksPage } from './benchmarks-page.ts'
import { checksCost } from './checks-cost.ts'
import { inTurn, median, node, peak } from './programs.ts'

const ROOT = new URL('..', import.meta.url).pathname
/** Wall time and peak memory of juesuan, as shares of those of pdfjs alone; time of the checks as a share of extraction. */
const BARS = { wall: 1, memory: 1.2, checks: 0.1 }

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, write: { type: 'boolean', default: false } },
})
const runs = Number(values.runs)
const published = join(ROOT, '../shared/corpus/yusuan/上海市普陀区人民政府万里街道办事处24年预算.pdf')
const file = existsSync(published) ? published : join(ROOT, 'samples/shanxi-xinjiang-office-2024.pdf')

const programs = {
  juesuan: node(join(ROOT, 'dist/cli/main.js'), 'extract', file, '-f', 'csv'),
  pdfjs: node(join(ROOT, 'bench/bare.mjs'), file),
}
const names = ['juesuan', 'pdfjs'] as const
const seconds = inTurn(programs, runs)
const megabytes = {
  juesuan: median([1, 2, 3].map(() => peak(programs.juesuan))),
  pdfjs: median([1, 2, 3].map(() => peak(programs.pdfjs))),
}
console.log(`${file}, median of ${runs} runs in turn`)
for (const name of names)
  console.log(`${name.padEnd(8)} ${median(seconds[name]).toFixed(2)} s  ${megabytes[name].toFixed(0)} MB`)
// Each run is compared with the one beside it: what else the machine does falls on both.
const wall = median(seconds.juesuan.map((s, i) => s / seconds.pdfjs[i]!))
const memory = megabytes.juesuan / megabytes.pdfjs
console.log(
  `ratio    wall ${wall.toFixed(2)} (at most ${BARS.wall}), memory ${memory.toFixed(2)} (at most ${BARS.memory})`,
)
const cost = await checksCost(file, runs)
const checks = cost.checks / cost.whole
console.log(
  `checks   ${(1000 * cost.checks).toFixed(0)} ms of ${(1000 * cost.whole).toFixed(0)} ms, share ${checks.toFixed(3)} (at most ${BARS.checks})`,
)
if (values.write)
  writeFileSync(join(ROOT, 'docs/benchmarks.md'), await benchmarksPage({ wall, memory, checks }, BARS, runs))
process.exitCode = wall <= BARS.wall && memory <= BARS.memory && checks <= BARS.checks ? 0 : 1
