/** A user's own templates: files of a folder, beside ours or in the place of one with the same id. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { JuesuanError } from '../errors.ts'
import type { TableTemplate } from './define.ts'
import { templateSchema } from './schema.ts'

const READABLE = new Set(['.json', '.js', '.mjs', '.ts', '.mts'])

/**
 * Every template of the folder: each exported object of a module, the object or list of a JSON file.
 * Folders within it are not looked into: what several templates share may stand there.
 * @throws JuesuanError usage that names the file and the field.
 */
export async function loadTemplates(folder: string): Promise<TableTemplate[]> {
  const files = (await filesOf(folder)).map((name) => resolve(folder, name))
  if (files.length === 0)
    throw new JuesuanError('usage', `the folder ${folder} given with --extractors holds no .ts, .js or .json file`)
  const from = new Map<string, string>()
  const templates: TableTemplate[] = []
  for (const file of files)
    for (const value of await exportsOf(file)) {
      const template = checkTemplate(value, file)
      const other = from.get(template.id)
      if (other !== undefined)
        throw new JuesuanError('usage', `${file}: id: ${other} has a template ${template.id}, too`)
      from.set(template.id, file)
      templates.push(template)
    }
  return templates
}

/** Hex over the names and contents of all files that templates may be made of, those of folders within it, too. */
export async function hashTemplates(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of await filesOf(folder, true)) {
    const content = createHash('sha256').update(await readFile(join(folder, name)))
    hash.update(`${name.replaceAll('\\', '/')}\0${content.digest('hex')}\n`)
  }
  return hash.digest('hex')
}

async function filesOf(folder: string, recursive = false): Promise<string[]> {
  const names = await readdir(folder, { recursive }).catch((cause: unknown) => {
    throw new JuesuanError('usage', `the folder ${folder} given with --extractors cannot be read`, { cause })
  })
  const hidden = /(^|[\\/])(\.|node_modules[\\/])/
  return names.filter((n) => READABLE.has(extname(n)) && !n.endsWith('.d.ts') && !hidden.test(n)).sort()
}

async function exportsOf(path: string): Promise<unknown[]> {
  try {
    if (extname(path) === '.json') return [JSON.parse(await readFile(path, 'utf8'))].flat()
    const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>
    // What is exported by name and as the default is one template.
    return [...new Set(Object.values(module).flat())].filter((v) => typeof v === 'object' && v !== null)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new JuesuanError('usage', `${path}: cannot be loaded: ${why}`, { cause })
  }
}

/** @param where what the error names: a file. */
export function checkTemplate(value: unknown, where: string): TableTemplate {
  const parsed = templateSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((i) => `${i.path.join('.') || 'the template'}: ${i.message}`)
  throw new JuesuanError('usage', `${where}: ${issues.join('; ')}`)
}

/** Ours with the user's: theirs stand first, and one with an id of ours takes its place. */
export function withOwn(ours: readonly TableTemplate[], own: readonly TableTemplate[]): TableTemplate[] {
  const ids = new Set(own.map((t) => t.id))
  return [...own, ...ours.filter((t) => !ids.has(t.id))]
}
