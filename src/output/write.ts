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
    writeFileSync(temporary, data, { flush: true })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
