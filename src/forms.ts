/** What this product knows of the field, as the engine wants it handed in; a user's own templates beside it. */
import { resolve } from 'node:path'
import { crossTable, language, lines, rates, roles, subjects, templates } from '../extractors/index.ts'
import { narrative } from '../extractors/narrative/index.ts'
import { performance } from '../extractors/performance.ts'
import { spelledTemplate } from './template/columns/spelled.ts'
import type { TableTemplate } from './template/define.ts'
import { checkTemplate, loadTemplates, withOwn } from './template/load.ts'
import type { Knowledge } from './understand.ts'

export const forms: Knowledge = {
  templates,
  roles,
  language,
  crossTable,
  rates,
  subjects,
  lines,
  narrative,
  performance,
}

/** A folder of files, or the templates themselves. */
export type Extractors = string | readonly TableTemplate[]

const read = new Map<string, Promise<Knowledge>>()

/**
 * What we know and what the user adds. A folder is read once: modules cannot be read again either.
 * @throws JuesuanError usage that names the file and the field.
 */
export async function formsWith(extractors: Extractors | undefined): Promise<Knowledge> {
  if (extractors === undefined) return forms
  if (typeof extractors !== 'string') return added(extractors.map((t, i) => checkTemplate(t, `extractors[${i}]`)))
  const folder = resolve(extractors)
  const known = read.get(folder) ?? loadTemplates(folder).then(added)
  read.set(folder, known)
  return known
}

function added(own: readonly TableTemplate[]): Knowledge {
  return {
    ...forms,
    extended: true,
    templates: withOwn(
      templates,
      own.map((t) => spelledTemplate(t, language)),
    ),
  }
}
