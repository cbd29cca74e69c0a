/** Published documents, read where they lie (none where ../shared is absent), each once for all tests of a process. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { trace } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import { type Document, documentSchema } from '../src/model.ts'

const corpus = join(import.meta.dirname, '../../shared/corpus')

/** Their files, as `readPublished` takes them. */
export const published = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'))
  : []

interface Published {
  /** Shared by tests: not to be changed. */
  document: Document
  /** The texts of each page: its lines, then the cells of its grids. */
  texts: Map<number, string[]>
}

const documents = new Map<string, Promise<Published>>()

export function readPublished(file: string): Promise<Published> {
  const known = documents.get(file) ?? readNow(file)
  documents.set(file, known)
  return known
}

async function readNow(file: string): Promise<Published> {
  const { document, sheets } = await trace(forms, readFileSync(join(corpus, file)))
  const texts = sheets.map(
    (s) => [s.page, [...s.lines, ...s.grids.flatMap((g) => g.cells)].map((t) => t.text)] as const,
  )
  // Nothing but what the schema names, and in its order.
  expect(JSON.stringify(documentSchema.parse(document))).toBe(JSON.stringify(document))
  return { document, texts: new Map(texts) }
}
