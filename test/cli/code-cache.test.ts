/** What is kept of compiled code: it is used, it is checked, and to be without it costs time alone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { CodeCache } from '../../src/cli/code-cache.ts'

const home = mkdtempSync(join(tmpdir(), 'juesuan-code-'))
const kept = join(home, 'kept')
const file = join(home, 'a.cjs')
afterAll(() => rmSync(home, { recursive: true }))

beforeEach(() => {
  rmSync(kept, { recursive: true, force: true })
  writeFileSync(file, 'const b = require("./b.cjs"); exports.sum = () => b.two() + 1; exports.os = require("node:os")')
  writeFileSync(join(home, 'b.cjs'), 'exports.two = () => 2')
})

/** One run of the program: what it loads, and what lies in the folder behind it. */
function run(folder: string | undefined = kept): { sum: number; files: string[] } {
  const cache = new CodeCache(folder)
  const { sum, os } = cache.load(file) as { sum: () => number; os: { EOL: string } }
  const result = { sum: sum() }
  expect(os.EOL).toBe('\n')
  cache.keep()
  const files = folder === kept ? readdirSync(kept).map((name) => name.replace(/-[0-9a-f]+/, '')) : []
  return { ...result, files: files.sort() }
}

/** As if the run that kept the files had compiled so many bytes. */
function keptBy(bytes: number): void {
  for (const name of readdirSync(kept)) {
    const all = readFileSync(join(kept, name))
    all.writeUInt32LE(bytes, 4)
    all.writeUInt32LE(crc32(all.subarray(4)))
    writeFileSync(join(kept, name), all)
  }
}

const compiled = () => readdirSync(kept).map((name) => readFileSync(join(kept, name)).readUInt32LE(4))

it('keeps a file once, and anew where a run compiled more', () => {
  const much = 2 ** 31
  expect(run()).toEqual({ sum: 3, files: ['a.cjs', 'b.cjs'] })
  keptBy(much)
  expect(run()).toEqual({ sum: 3, files: ['a.cjs', 'b.cjs'] })
  expect(compiled()).toEqual([much, much])
  keptBy(1)
  run()
  for (const bytes of compiled()) expect(bytes).toBeGreaterThan(1)
})

it('keeps a file anew for a run that loads other files, once', () => {
  run()
  keptBy(2 ** 31)
  const other = join(home, 'c.cjs')
  writeFileSync(other, 'exports.three = () => require("./b.cjs").two() + 1')
  const again = () => {
    const cache = new CodeCache(kept)
    expect((cache.load(other) as { three: () => number }).three()).toBe(3)
    cache.keep()
    return readdirSync(kept)
      .filter((name) => name.startsWith('b.'))
      .map((name) => readFileSync(join(kept, name)))[0]!
  }
  const before = readFileSync(join(kept, readdirSync(kept).find((name) => name.startsWith('b.'))!))
  const first = again()
  expect(first.equals(before)).toBe(false)
  expect(again().equals(first)).toBe(true)
})

it('makes anew what is damaged', () => {
  run()
  for (const name of readdirSync(kept)) {
    const bytes = readFileSync(join(kept, name))
    bytes[bytes.length >> 1]! ^= 0xff
    writeFileSync(join(kept, name), bytes)
  }
  expect(run()).toEqual({ sum: 3, files: ['a.cjs', 'b.cjs'] })
})

it('does not take what is kept of a file for another of the same length', () => {
  run()
  writeFileSync(join(home, 'b.cjs'), 'exports.two = () => 5')
  expect(run().sum).toBe(6)
})

it('goes without a folder, and without one that can be written to', () => {
  expect(run(undefined).sum).toBe(3)
  writeFileSync(join(home, 'no-folder'), '')
  expect(run(join(home, 'no-folder')).sum).toBe(3)
})
