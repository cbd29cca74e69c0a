/** A batch that is ended from outside, at any moment, and its workers. */
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { documentSchema } from '../../src/index.ts'
import { documents, endless, manifest, small, start, temporaryFolder, workersOf } from './batch-files.ts'

let folder: string
let input: string
let output: string

beforeEach(() => {
  folder = temporaryFolder()
  input = join(folder, 'in')
  output = join(folder, 'out')
  mkdirSync(input)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Documents that have their name, whole or not, with what tells a document made anew. */
function finished(): Map<string, string> {
  const names = documents(output).filter((name) => !name.startsWith('.'))
  return new Map(
    names.map((name) => {
      const { ino, mtimeMs } = statSync(join(output, 'documents', name))
      return [name, `${ino} ${mtimeMs}`]
    }),
  )
}

it('killed again and again, a batch does every file, none twice, and leaves none half-written', async () => {
  const FILES = 12
  const KILLS = 6
  for (let i = 0; i < FILES; i++) small(input, `${i}.pdf`)
  const next = random(20)
  let before = new Map<string, string>()
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, ended, until } = start(['batch', input, '-o', output, '--jobs', '2'])
    await until(' done ', Math.floor(next() * 3))
    await until('workers')
    await sleep(next() * 60)
    const workers = workersOf(child.pid!)
    child.kill('SIGKILL')
    await ended
    const now = finished()
    for (const [name, stamp] of before) expect(now.get(name)).toBe(stamp)
    for (const name of now.keys())
      documentSchema.parse(JSON.parse(readFileSync(join(output, 'documents', name), 'utf8')))
    before = now
    await expect.poll(() => workers.filter(isAlive), { timeout: 20_000 }).toEqual([])
  }
  const { code } = await start(['batch', input, '-o', output]).ended
  expect(code).toBe(0)
  expect(manifest(output).map((line) => line.state)).toEqual(Array(FILES).fill('done'))
  expect(documents(output)).toHaveLength(FILES)
  for (const [name, stamp] of before) expect(finished().get(name)).toBe(stamp)
})

it('a worker that crashes costs its own file only', async () => {
  endless(input, 'a.pdf')
  small(input, 'b.pdf')
  small(input, 'c.pdf')
  const { child, ended, until } = start(['batch', input, '-o', output, '--jobs', '1'])
  await until('workers')
  await expect.poll(() => workersOf(child.pid!).length, { timeout: 20_000 }).toBe(1)
  process.kill(workersOf(child.pid!)[0]!, 'SIGSEGV')
  expect((await ended).code).toBe(3)
  const [crashed, ...others] = manifest(output)
  expect(crashed?.reason).toEqual({ code: 'crashed', message: 'the reader crashed (SIGSEGV)' })
  expect(others.map((line) => line.state)).toEqual(['done', 'done'])
})

it('Ctrl-C ends a batch after the files in hand, and the next run does the rest', async () => {
  const FILES = 150
  for (let i = 0; i < FILES; i++) small(input, `${i}.pdf`)
  const first = start(['batch', input, '-o', output, '--jobs', '2'])
  await first.until(' done ')
  process.kill(-first.child.pid!, 'SIGINT')
  const { code, err, out } = await first.ended
  expect(code).toBe(130)
  expect(err).toContain('ending after the files in hand')
  expect(out).toMatch(/^interrupted; /)
  const lines = manifest(output)
  expect(lines.length).toBeLessThan(FILES)
  expect(lines.filter((line) => line.state !== 'done')).toEqual([])
  expect(documents(output)).toHaveLength(lines.length)
  const second = await start(['batch', input, '-o', output]).ended
  expect(second.code).toBe(0)
  expect(manifest(output)).toHaveLength(FILES)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
