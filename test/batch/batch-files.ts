/** Small PDFs and a command line for the tests of the batch. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { ManifestLine } from '../../src/index.ts'
import { MAIN } from '../built.ts'

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'juesuan-batch-'))
}

/** A PDF of pages with the given drawing operators. */
function pdf(pages: readonly string[]): Buffer {
  const kids = pages.map((_, i) => `${2 * i + 4} 0 R`).join(' ')
  const parts = [
    `%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n`,
    `2 0 obj<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>endobj\n`,
    '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n',
    ...pages.flatMap((content, i) => {
      const data = deflateSync(content).toString('latin1')
      const [page, stream] = [2 * i + 4, 2 * i + 5]
      return [
        `${page} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents ${stream} 0 R>>endobj\n`,
        `${stream} 0 obj<</Filter/FlateDecode/Length ${data.length}>>stream\n${data}\nendstream endobj\n`,
      ]
    }),
    'trailer<</Root 1 0 R>>\n%%EOF',
  ]
  return Buffer.from(parts.join(''), 'latin1')
}

/** One page with the text on it: quick to read. */
export function small(folder: string, name: string, text = name): string {
  const path = join(folder, name)
  writeFileSync(path, pdf([`BT /F 12 Tf 50 700 Td (${text}) Tj ET`]))
  return path
}

/** Work for many minutes, within all limits of the reader and of which nothing is kept: memory does not grow with it. */
export function endless(folder: string, name: string): string {
  const nothing = 'q 1 0 0 1 0 0 cm Q\n'.repeat(20_000)
  const path = join(folder, name)
  writeFileSync(path, pdf(Array.from({ length: 2000 }, () => nothing)))
  return path
}

/** Takes twice its size to open, within the limit on bytes. The bytes are a hole that the disk does not store. */
export function heavy(folder: string, name: string, megabytes: number): string {
  const path = small(folder, name)
  truncateSync(path, megabytes * 1e6)
  return path
}

export interface Ended {
  code: number | null
  signal: string | null
  out: string
  err: string
}

/** The command line, with a hand on its process while it runs. */
export function start(args: readonly string[], input = '') {
  // A group of its own, as a terminal makes it: Ctrl-C reaches the workers, too.
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: 'pipe', detached: true })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  child.stdin.end(input)
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, out, err })),
  )
  /** Until standard error shows the text so many times, or the process has ended. */
  const until = (shown: string, times = 1) =>
    new Promise<void>((resolve) => {
      const look = () => err.split(shown).length > times && resolve()
      child.stderr.on('data', look)
      child.on('close', () => resolve())
      look()
    })
  return { child, ended, until }
}

export function manifest(folder: string): ManifestLine[] {
  const text = readFileSync(join(folder, 'manifest.jsonl'), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

export function documents(folder: string): string[] {
  return readdirSync(join(folder, 'documents')).sort()
}

/** Process ids of the workers of a run. */
export function workersOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...args]) => Number(parent) === pid && args.join(' ').includes('worker.'))
    .map(([own]) => Number(own))
}
