/**
 * `npm run bench`: juesuan against pdfjs alone, as whole processes in turn (A B A B …), on one file.
 * Prints medians and ratios; run `npm run build` first.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = new URL('..', import.meta.url).pathname
const RUNS = 5
const published = join(ROOT, '../shared/corpus/yusuan/上海市普陀区人民政府万里街道办事处24年预算.pdf')
const file = existsSync(published) ? published : join(ROOT, 'samples/shanxi-xinjiang-office-2024.pdf')

interface Sample {
  seconds: number
  megabytes: number
}

/** Runs a program under a parent that reports its peak memory; the output is thrown away. */
function run(args: readonly string[]): Sample {
  const script = `const {spawnSync}=require('node:child_process');const t=process.hrtime.bigint();const r=spawnSync(process.execPath,${JSON.stringify(args)},{stdio:['ignore','ignore','inherit']});const s=Number(process.hrtime.bigint()-t)/1e9;console.log(JSON.stringify({seconds:s,code:r.status,peak:process.resourceUsage().maxRSS}))`
  // The peak of a child counts in its parent's usage of children only; ask the child itself.
  const child = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  const { seconds, code } = JSON.parse(child.stdout) as { seconds: number; code: number }
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
  return { seconds, megabytes: peak(args) }
}

function peak(args: readonly string[]): number {
  const hook = `process.on('exit',()=>require('node:fs').writeSync(3,String(process.resourceUsage().maxRSS)))`
  const child = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,import{createRequire}from'node:module';const require=createRequire('/');${encodeURIComponent(hook)}`,
      ...args,
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    },
  )
  return Number(String(child.output[3])) / 1024
}

const median = (xs: number[]) => [...xs].sort((a, b) => a - b)[xs.length >> 1]!
const programs = {
  juesuan: [join(ROOT, 'dist/cli/main.js'), 'extract', file, '-f', 'csv'],
  pdfjs: [join(ROOT, 'bench/bare.mjs'), file],
}
const samples: Record<string, Sample[]> = { juesuan: [], pdfjs: [] }
for (const args of Object.values(programs)) run(args)
for (let i = 0; i < RUNS; i++) for (const [name, args] of Object.entries(programs)) samples[name]!.push(run(args))
const seconds = (name: string) => median(samples[name]!.map((s) => s.seconds))
const memory = (name: string) => median(samples[name]!.map((s) => s.megabytes))
for (const name of Object.keys(programs))
  console.log(`${name.padEnd(8)} ${seconds(name).toFixed(2)} s  ${memory(name).toFixed(0)} MB`)
const ratios = samples.juesuan!.map((s, i) => s.seconds / samples.pdfjs![i]!.seconds)
console.log(
  `ratio    wall ${median(ratios).toFixed(2)} (bar 1.0), memory ${(memory('juesuan') / memory('pdfjs')).toFixed(2)} (bar 1.2)`,
)
