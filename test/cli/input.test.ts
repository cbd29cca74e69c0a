/** Bad input: one clear sentence with the file's name, an exit code, nothing half-written. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIN } from '../built.ts'
import { encrypted } from '../encrypted.ts'

const root = new URL('../..', import.meta.url).pathname
const sample = join(root, 'samples/shanxi-xinjiang-office-2024.pdf')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'juesuan-input-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Run {
  code: number
  out: string
  err: string
}

function juesuan(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { maxBuffer: 1 << 28 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

describe('a file that cannot be read', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    ['is no PDF', () => file('text.pdf', 'Hello'), /text\.pdf: this is not a PDF/],
    [
      'is a web page',
      () => file('page.pdf', '<!DOCTYPE html><html></html>'),
      /page\.pdf: this is a web page.*download it again/,
    ],
    ['is empty', () => file('empty.pdf', ''), /empty\.pdf: the file is empty.*download it again/],
    [
      'is cut off',
      async () => file('cut.pdf', (await readFile(sample)).subarray(0, 3000)),
      /cut\.pdf: the PDF is damaged or cut off/,
    ],
    [
      'is encrypted',
      () => file('locked.pdf', encrypted('secret')),
      /locked\.pdf: the PDF is encrypted; give its password with --password/,
    ],
    ['is not there', async () => join(folder, 'nowhere.pdf'), /nowhere\.pdf: there is no such file/],
    ['is a folder', async () => folder, /this is a folder/],
  ])('%s', async (_, make, message) => {
    const before = await readdir(folder)
    const path = await make()
    const { code, out, err } = await juesuan('extract', path, '-o', join(folder, 'out'))
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).toMatch(message)
    expect([2, 4]).toContain(code)
    expect(out).toBe('')
    expect((await readdir(folder)).filter((n) => !before.includes(n) && !n.endsWith('.pdf') && n !== 'out')).toEqual([])
  })

  it('is opened with its password, and not with another', async () => {
    const path = await file('locked2.pdf', encrypted('secret'))
    expect((await juesuan('extract', path, '--password', 'secret')).code).toBe(0)
    const wrong = await juesuan('extract', path, '--password', 'wrong')
    expect(wrong.code).toBe(4)
    expect(wrong.err).toMatch(/the password does not open this PDF/)
  })
})

describe('a PDF that is no disclosure', () => {
  it('without a table or a word gives a document without tables', async () => {
    const blank = await PDFDocument.create()
    blank.addPage([600, 800])
    const path = await file('blank.pdf', await blank.save())
    const { code, out } = await juesuan('extract', path)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ tables: [], other_tables: [], source: { page: [{ kind: 'blank' }] } })
  })
})

describe('several files', () => {
  it('go on after one that fails, and say so in the exit code', async () => {
    const bad = await file('bad.pdf', 'Hello')
    const { code, err } = await juesuan('extract', bad, sample, '-o', join(folder, 'both'))
    expect(code).toBe(3)
    expect(err).toMatch(/bad\.pdf/)
    expect((await readdir(join(folder, 'both'))).filter((n) => !n.startsWith('.'))).toHaveLength(1)
  })

  it('pages that are not there are a usage error', async () => {
    const { code, err } = await juesuan('extract', sample, '--pages', '400')
    expect(code).toBe(2)
    expect(err).toMatch(/page 400 does not exist: the PDF has 27 pages/)
  })
})
