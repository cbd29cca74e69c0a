/** Runs programs as whole processes, in turn, and says how long they take and how much memory. */
import { spawnSync } from 'node:child_process'

export interface Program {
  command: string
  args: readonly string[]
}

export interface Run {
  seconds: number
  stdout: string
}

/** @throws where the program ends with an error. */
export function run({ command, args }: Program, descriptor3 = false): Run & { told: string } {
  const start = process.hrtime.bigint()
  const child = spawnSync(command, [...args], {
    stdio: ['ignore', 'pipe', 'pipe', ...(descriptor3 ? (['pipe'] as const) : [])],
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (child.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${child.status}\n${child.stderr}${child.error ?? ''}`)
  return { seconds, stdout: child.stdout, told: String(child.output[3] ?? '') }
}

export function node(...args: readonly string[]): Program {
  return { command: process.execPath, args }
}

/** Peak resident memory (MB) of a program of Node, told by itself as it ends; not timed. */
export function peak({ args }: Program): number {
  const hook = `import { writeSync } from 'node:fs'
    process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))`
  return Number(run(node('--import', `data:text/javascript,${encodeURIComponent(hook)}`, ...args), true).told) / 1024
}

export const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!

/** Seconds of each program, `runs` times in turn (A B A B …): what else the machine does falls on all. */
export function inTurn<Name extends string>(programs: Record<Name, Program>, runs: number): Record<Name, number[]> {
  const names = Object.keys(programs) as Name[]
  // The first run fills the caches of the disk and of compiled code, and is not counted.
  for (const name of names) run(programs[name])
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let i = 0; i < runs; i++) for (const name of names) seconds[name].push(run(programs[name]).seconds)
  return seconds
}
