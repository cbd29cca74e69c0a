/** Writes a file so that a reader sees the old one or the new one, whole. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Folders above are made where they are missing. */
export function writeAtomic(path: string, data: string | Uint8Array): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  // In the same folder: a rename does not cross file systems.
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`)
  try {
    writeNew(temporary, data)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Writes a file of this run's own: what stood there goes, and a link that somebody laid is not followed. */
export function writeNew(path: string, data: string | Uint8Array): void {
  rmSync(path, { force: true })
  writeFileSync(path, data, { flush: true, flag: 'wx' })
}
