/** PDFs of folders and their folders, in the order of their names. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export function pdfsBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.pdf') ? [path] : []
  return readdirSync(path)
    .sort()
    .flatMap((name) => (name.startsWith('.') ? [] : pdfsBelow(join(path, name))))
}
