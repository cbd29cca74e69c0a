/** The same file gives the same bytes, wherever, whenever and beside whatever it is read. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAIN } from '../built.ts'

const root = new URL('../..', import.meta.url).pathname
const FILES = ['drawn-budget-2026.pdf', 'drawn-final-accounts-2024.pdf', 'shanxi-xinjiang-office-2024.pdf']
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-same-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function juesuan(args: readonly string[], env: Record<string, string>, cwd = folder): void {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    cwd,
  })
  expect([0, 1], stderr).toContain(status)
}

/** Copies of the samples in a folder of their own: their path is another, too. */
function inputs(name: string): string[] {
  mkdirSync(join(folder, name))
  return FILES.map((file) => {
    copyFileSync(join(root, 'samples', file), join(folder, name, file))
    return join(folder, name, file)
  })
}

const bytes = (output: string) =>
  readdirSync(output)
    .sort()
    .map((name) => [name, readFileSync(join(output, name), 'utf8')] as const)

it('in any time zone, locale and folder, one at a time or four, in any order', () => {
  const here = inputs('a')
  const there = inputs('b-其他')
  juesuan(['batch', ...here, '-o', 'one', '--jobs', '1'], { TZ: 'UTC', LC_ALL: 'C' })
  const far = { TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'de' }
  juesuan(['batch', ...there.toReversed(), '-o', 'four', '--jobs', '4'], far)
  const one = bytes(join(folder, 'one/documents'))
  expect(one).toHaveLength(FILES.length)
  expect(bytes(join(folder, 'four/documents'))).toEqual(one)
  juesuan(['extract', there[0]!, '-o', join(folder, 'single')], far, root)
  expect(readFileSync(join(folder, 'single', 'drawn-budget-2026.json'), 'utf8')).toBe(one[0]![1])
})

it('a document tells nothing of the machine and the hour', () => {
  for (const [name, text] of bytes(join(folder, 'one/documents'))) {
    expect(text, name).not.toContain(folder)
    expect(text, name).not.toContain(`"${hostname()}`)
    expect(text, name).not.toContain(new Date().toISOString().slice(0, 10))
  }
})
