/** The documents of a folder, one at a time: what `juesuan batch` and `juesuan extract -o` leave there. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { JuesuanError } from '../../errors.ts'
import type { Document } from '../../model.ts'
import { parseDocument } from '../parse.ts'

/** Digits of the SHA-256 that tell files of one name apart. */
const HASH_DIGITS = 8

/** Paths of the documents in a folder, or in its `documents` folder where a batch left one, in the order of their names. */
export function documentFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new JuesuanError('not-found', `${folder} is no folder; name the one that juesuan batch wrote to`)
  const batch = join(folder, 'documents')
  const home = statSync(batch, { throwIfNoEntry: false })?.isDirectory() ? batch : folder
  const files = readdirSync(home)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(home, name))
  if (files.length === 0) throw new JuesuanError('not-found', `there is no document (.json) in ${home}`)
  return files
}

/** @throws JuesuanError where the file is no document of this version. */
export function readDocument(file: string): { key: string; document: Document } {
  const document = parseDocument(readFileSync(file, 'utf8'))
  const name = document.source.file.replace(/\.pdf$/i, '')
  return { key: `${name}.${document.source.sha256.slice(0, HASH_DIGITS)}`, document }
}
