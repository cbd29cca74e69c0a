/** Reviewed documents: where they lie. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { JuesuanError } from '../errors.ts'
import type { Golden } from '../output/golden.ts'
import { stem } from './files.ts'

/** Where a golden is written. */
export function goldenPath(file: string, folder: string): string {
  return join(folder, `${stem(file)}.json`)
}

/**
 * The golden of a file; null where there is none. Files of one name in different folders have theirs in
 * folders of the same names: of `in/2024/a.pdf`, `golden/in/2024/a.json`, else `golden/2024/a.json`, else
 * `golden/a.json`.
 */
export function findGolden(file: string, folder: string): string | null {
  const above = dirname(file)
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  const candidates = [...above.keys(), above.length].map((from) => goldenPath(file, join(folder, ...above.slice(from))))
  return candidates.find((path) => existsSync(path)) ?? null
}

/**
 * Goldens beside those that were compared, of which no file was seen: the document has gone, or has another
 * name now. Only folders that some golden of the run lies in are looked at: others belong to other runs.
 */
export function goldensWithoutFile(seen: ReadonlySet<string>): string[] {
  const folders = new Set([...seen].map((path) => dirname(path)))
  return [...folders]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.json') && !seen.has(path))
    .sort()
}

/** Null where there is none. */
export function readGolden(path: string): Golden | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new JuesuanError(
      'usage',
      `${path} is no JSON (${error instanceof Error ? error.message : error}); restore it`,
      { cause: error },
    )
  }
}
