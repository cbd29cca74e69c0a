/** The output folder: what is written when, so that a run may be killed at any moment. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { appendLine, type ManifestLine, mendEnd } from './manifest.ts'

const DOCUMENTS = 'documents'

/** Makes the folder ready for a run: what a killed one left half-written goes. */
export function openStore(folder: string): void {
  mkdirSync(join(folder, DOCUMENTS), { recursive: true })
  for (const within of [folder, join(folder, DOCUMENTS)])
    for (const name of readdirSync(within)) if (/^\..*\.tmp$/.test(name)) rmSync(join(within, name), { force: true })
  mendEnd(folder)
}

/** Where a worker writes a document before it has its name. */
export function temporaryOf(folder: string, output: string): string {
  return join(folder, DOCUMENTS, `.${basename(output)}.${process.pid}.tmp`)
}

/**
 * Records a file. A document that has its name has its line, too, so that it is not made again; a line
 * without its document counts for nothing. Hence the order: the old document goes, the line comes, the
 * new document gets its name.
 */
export function record(folder: string, output: string, line: ManifestLine): void {
  const temporary = temporaryOf(folder, output)
  rmSync(join(folder, output), { force: true })
  appendLine(folder, line)
  if (line.state === 'done') renameSync(temporary, join(folder, output))
  else rmSync(temporary, { force: true })
}

/**
 * The manifest after a run: its lines, and those of earlier runs about other files. Of lines about one
 * content the first stands for it, the others are its duplicates.
 * @param exists whether a file that was not named this time is still there.
 */
export function mergeLines(
  current: readonly ManifestLine[],
  old: readonly ManifestLine[],
  exists: (line: ManifestLine) => boolean = () => true,
): ManifestLine[] {
  const named = new Set(current.map((l) => l.file))
  // The last line about a file holds, at the place of the first.
  const others = [...new Map(old.map((l) => [l.file, l])).values()].filter((l) => !named.has(l.file))
  const made = new Map(old.filter((l) => l.state !== 'duplicate').map((l) => [l.sha256, l]))
  const lines = [...current]
  const owners = new Map(lines.filter((l) => l.state !== 'duplicate').map((l) => [l.sha256, l]))
  for (const line of others) {
    // Could not even be opened, and is not asked for any more.
    if (line.sha256 === null) continue
    const owner = owners.get(line.sha256)
    if (owner) {
      if (exists(line)) lines.push(duplicateOf(owner, line.file))
      continue
    }
    // Its owner has other content now: the document is this one's from now on.
    const owned = line.state === 'duplicate' ? made.get(line.sha256) : line
    if (!owned) continue
    const own = { ...owned, file: line.file }
    owners.set(own.sha256, own)
    lines.push(own)
  }
  return lines
}

export function duplicateOf(owner: ManifestLine, file: string): ManifestLine {
  return { ...owner, file, state: 'duplicate', reason: null, duplicate_of: owner.file, seconds: null }
}

/** Removes documents that no line names any more: their file has other content now. */
export function removeStale(folder: string, old: readonly ManifestLine[], kept: readonly ManifestLine[]): void {
  const outputs = new Set(kept.map((l) => l.output))
  for (const { output } of old)
    if (output !== null && !outputs.has(output) && existsSync(join(folder, output))) rmSync(join(folder, output))
}
