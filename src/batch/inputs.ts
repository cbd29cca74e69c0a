/** What the user named → the PDF files that are meant. */
import { existsSync, globSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { JuesuanError } from '../errors.ts'

/**
 * Files as they are, PDFs of folders at any depth, and of patterns; each file once, in a
 * stable order. A PDF that is not there is among them: it failed, and does not end the others.
 * @throws JuesuanError not-found for a folder or pattern that nothing answers to.
 */
export function findFiles(inputs: readonly string[]): string[] {
  const files = new Map<string, string>()
  for (const input of inputs)
    for (const file of filesOf(input)) if (!files.has(resolve(file))) files.set(resolve(file), file)
  return [...files.values()]
}

function filesOf(input: string): string[] {
  // A file may well be called 决算[2024].pdf: what exists is no pattern.
  if (existsSync(input)) return statSync(input).isDirectory() ? pdfsIn(input) : [input]
  const matches = /[*?[{]/.test(input) ? globSync(input).sort() : []
  if (matches.length === 0 && /^[^*?]*\.pdf$/i.test(input)) return [input]
  if (matches.length === 0) throw new JuesuanError('not-found', `there is no ${input}`)
  return matches.flatMap((match) => (statSync(match).isDirectory() ? pdfsIn(match) : [match]))
}

/** Hidden files are left out: macOS keeps `._NAME.pdf`, which is no PDF, beside the file. */
function pdfsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.pdf$/i.test(name) && !/(^|[\\/])\./.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => !statSync(file, { throwIfNoEntry: false })?.isDirectory())
}
