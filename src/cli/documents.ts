/** Documents from files of any kind: JSON of an earlier extraction, PDFs, folders of both, the folder of a batch. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findFiles } from '../batch/inputs.ts'
import { readManifest } from '../batch/manifest.ts'
import { extractWith } from '../extract.ts'
import { formsWith } from '../forms.ts'
import type { Document } from '../model.ts'
import { parseDocument } from '../output/parse.ts'
import { readInput } from './files.ts'
import { type ReadFlags, readOptions } from './options.ts'

/** Files below a path that may hold documents. Of a batch those that its manifest names. */
export function documentFiles(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return findFiles([path])
  const lines = readManifest(path)
  if (lines.length > 0)
    return [...new Set(lines.flatMap((l) => (l.output === null ? [] : [join(path, l.output)])))].filter(existsSync)
  const json = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !/(^|[\\/])\./.test(name))
    .sort()
  return [...json.map((name) => join(path, name)), ...findFiles([path])]
}

/** @throws JuesuanError for a PDF that cannot be read, and for JSON that is no document of this version. */
export async function readDocument(file: string, flags: ReadFlags): Promise<Document> {
  const bytes = readInput(file)
  if (file.endsWith('.json')) return parseDocument(Buffer.from(bytes).toString('utf8'))
  return extractWith(await formsWith(flags.extractors), bytes, { file: basename(file), ...readOptions(flags) })
}
