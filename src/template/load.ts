/** A user's own templates: files of a folder, beside ours or in the place of one with the same id. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { JuesuanError } from '../errors.ts'
import type { TableTemplate } from './define.ts'
import { templateSchema } from './schema.ts'

const READABLE = new Set(['.json', '.js', '.mjs', '.ts', '.mts'])

/**
 * Every template of the folder: each exported object of a module, the object or list of a JSON file.
 * @throws JuesuanError usage that names the file and the field.
 */
export async function loadTemplates(folder: string): Promise<TableTemplate[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new JuesuanError('usage', `the folder ${folder} given with --extractors cannot be read`, { cause })
  })
  const files = names.filter((n) => READABLE.has(extname(n)) && !n.endsWith('.d.ts')).sort()
  if (files.length === 0)
    throw new JuesuanError('usage', `the folder ${folder} given with --extractors holds no .ts, .js or .json file`)
  const templates: TableTemplate[] = []
  for (const file of files) for (const value of await exportsOf(join(folder, file))) templates.push(check(value, file))
  return templates
}

async function exportsOf(path: string): Promise<unknown[]> {
  try {
    if (extname(path) === '.json') {
      const value: unknown = JSON.parse(await readFile(path, 'utf8'))
      return Array.isArray(value) ? value : [value]
    }
    const module = (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>
    return Object.values(module).flatMap((v) => (Array.isArray(v) ? v : typeof v === 'object' && v !== null ? [v] : []))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new JuesuanError('usage', `${path}: cannot be loaded: ${why}`, { cause })
  }
}

function check(value: unknown, file: string): TableTemplate {
  const parsed = templateSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const field = issue.path.join('.') || 'the template'
  throw new JuesuanError('usage', `${file}: ${field}: ${issue.message}`)
}

/** Ours with the user's: theirs stand first, and one with an id of ours takes its place. */
export function withOwn(ours: readonly TableTemplate[], own: readonly TableTemplate[]): TableTemplate[] {
  const ids = new Set(own.map((t) => t.id))
  return [...own, ...ours.filter((t) => !ids.has(t.id))]
}
