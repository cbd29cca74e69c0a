/** What OCR made of a document, kept in a folder of the user's, so that reading it again costs nothing. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Page } from '../page/types.ts'
import { version } from '../version.ts'

/** A reading that nobody asked for in so many days goes. */
const DAYS = 30
const DAY = 24 * 3600 * 1000

/** Readings of one document with one set of options. Whatever is wrong with the folder, it is as if nothing were kept. */
export interface ScanCache {
  pages: ReadonlyMap<number, Page>
  keep(pages: readonly Page[]): void
}

/** `settings`: all that decides what is read and what the readers are asked. */
export function openCache(folder: string, bytes: Uint8Array, settings: unknown): ScanCache {
  const hash = createHash('sha256').update(bytes)
  const path = join(folder, `${hash.update(JSON.stringify([program(), settings])).digest('hex')}.json.gz`)
  return {
    pages: load(path),
    keep(pages) {
      const temporary = `${path}.${process.pid}.tmp`
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        rmSync(temporary, { force: true })
        writeFileSync(temporary, gzipSync(JSON.stringify(pages), { level: 1 }), { flag: 'wx', mode: 0o600 })
        renameSync(temporary, path)
        removeOld(folder)
      } catch {
        // A folder that cannot be written costs the next run its time, and nothing else.
      }
    },
  }
}

/** Another build of the program may read otherwise. */
function program(): string {
  return `${version()} ${statSync(fileURLToPath(import.meta.url)).mtimeMs}`
}

function load(path: string): Map<number, Page> {
  try {
    const pages = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as Page[]
    const now = new Date()
    utimesSync(path, now, now)
    return new Map(pages.map((page) => [page.number, page]))
  } catch {
    return new Map()
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - modified > DAYS * DAY) rmSync(path, { force: true })
  }
}
