/** Reading asks nothing of the network, and writes nothing but what it is told to. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Document } from '../src/index.ts'
import { MAIN } from './built.ts'

const root = new URL('..', import.meta.url).pathname
const sample = (name: string) => join(root, 'samples', name)
let temporary: string

beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'juesuan-offline-'))
})
afterAll(() => rmSync(temporary, { recursive: true }))

/** A program with the network forbidden, and an empty folder as its home and for temporary files. */
function offline(...args: readonly string[]) {
  const preload = join(root, 'test/offline.preload.mjs')
  const env = { ...process.env, NODE_COMPILE_CACHE: '', XDG_CACHE_HOME: '', HOME: temporary, TMPDIR: temporary }
  return spawnSync(process.execPath, ['--import', preload, ...args], { encoding: 'utf8', env, cwd: temporary })
}

it('what forbids the network does so', () => {
  for (const way of [
    "fetch('http://127.0.0.1:9')",
    "(await import('node:net')).connect(9)",
    "(await import('node:http')).get('http://127.0.0.1:9')",
    "(await import('node:dns')).promises.lookup('localhost')",
    "new (await import('node:worker_threads')).Worker(\"fetch('http://127.0.0.1:9')\", { eval: true })",
  ]) {
    const { stderr } = offline('--input-type=module', '-e', `await ${way}`)
    expect(stderr, way).toContain('NETWORK FORBIDDEN')
  }
})

it.each([
  ['text', 'shanxi-xinjiang-office-2024.pdf', 'paddle', 'text'],
  ['a scan', 'shanxi-xinjiang-office-2024-scan-clean.pdf', 'paddle', 'ocr'],
  ['a scan, by the second reader', 'shanxi-xinjiang-office-2024-scan-clean.pdf', 'tesseract', 'ocr'],
])('%s is read without the network, and leaves no file', (_, file, engine, kind) => {
  const reading = ['--pages', '15', '--ocr-engine', engine, '--no-cache']
  const { status, stdout, stderr } = offline(MAIN, 'extract', sample(file), ...reading)
  expect(stderr).not.toContain('NETWORK FORBIDDEN')
  const { source, tables, other_tables } = JSON.parse(stdout) as Document
  expect(source.page.map((p) => p.kind)).toEqual([kind])
  expect(tables.length + other_tables.length).toBeGreaterThan(0)
  expect([0, 1]).toContain(status)
  // Compiled code is kept in the user's own folder. The runtime of the OCR would keep files of its own, to report its use.
  expect(readdirSync(temporary)).toEqual(['.cache'])
  const kept = readdirSync(join(temporary, '.cache'), { recursive: true, encoding: 'utf8' })
  expect(kept.filter((name) => !/^juesuan([\\/]v\d.*)?$/.test(name))).toEqual([])
})

it('a text is read where the system forbids every write', () => {
  const rights = ['--permission', '--allow-fs-read=*', '--allow-addons', '--allow-worker']
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...rights, MAIN, 'extract', sample('shanxi-xinjiang-office-2024.pdf'), '-f', 'csv'],
    { encoding: 'utf8' },
  )
  expect(stderr).not.toContain('ERR_ACCESS_DENIED')
  expect(stdout.split('\n').length).toBeGreaterThan(100)
})
