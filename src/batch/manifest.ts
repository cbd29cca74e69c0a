/** `manifest.jsonl`: what became of every file, a line each. docs/batch.md says the fields. */
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomic } from '../output/write.ts'

export const MANIFEST = 'manifest.jsonl'

export const manifestLineSchema = z.object({
  /** The PDF, as seen from the folder of the manifest. */
  file: z.string(),
  state: z.enum(['done', 'failed', 'duplicate']),
  /** Why it failed, for programs and for people. */
  reason: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The file with the same content whose document is this one's, too. */
  duplicate_of: z.string().nullable(),
  /** The document, as seen from the folder of the manifest. */
  output: z.string().nullable(),
  /** Of the content; null where the file could not be read. */
  sha256: z.string().nullable(),
  pages: z.int().nullable(),
  /** Pages whose words come from OCR. */
  ocr_pages: z.int().nullable(),
  seconds: z.number().nullable(),
  findings: z.object({ error: z.int(), warning: z.int(), note: z.int() }).nullable(),
  /** Part of the document could not be read: a scan without OCR, no table at all. */
  incomplete: z.boolean().nullable(),
  /** Version of the program and options that the result depends on. */
  version: z.string(),
  options: z.record(z.string(), z.json()),
})
export type ManifestLine = z.infer<typeof manifestLineSchema>

/** All lines ever written, oldest first; a line cut off by the end of a process is passed over. */
export function readManifest(folder: string): ManifestLine[] {
  const path = join(folder, MANIFEST)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const line = manifestLineSchema.safeParse(parse(text))
      return line.success ? [line.data] : []
    })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Adds a line at the end, behind a line break that a killed process may have owed. */
export function appendLine(folder: string, line: ManifestLine): void {
  appendFileSync(join(folder, MANIFEST), `${JSON.stringify(line)}\n`)
}

/** Makes the manifest end in a line break, so that lines can be added. */
export function mendEnd(folder: string): void {
  const path = join(folder, MANIFEST)
  if (!existsSync(path) || statSync(path).size === 0) return
  if (readFileSync(path).at(-1) !== 0x0a) writeFileSync(path, '\n', { flag: 'a' })
}

export function writeManifest(folder: string, lines: readonly ManifestLine[]): void {
  writeAtomic(join(folder, MANIFEST), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
