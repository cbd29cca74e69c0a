/**
 * `npm run same -- OTHER DIR|FILE…`: reads each document with this checkout and with the built one in the folder OTHER
 * (the last release, the commit before), without OCR, and prints where the outputs differ: all of them is compared,
 * not the amounts alone. Ends with 1 where anything differs.
 */
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as own from '../src/index.ts'
import { pdfsBelow } from './pdfs.ts'

/** Differences printed of one document; the rest is counted. */
const SHOWN = 40
/** Characters shown of each side. */
const WIDTH = 160

type Difference = { readonly path: string; readonly before: unknown; readonly after: unknown }

const { positionals } = parseArgs({ allowPositionals: true })
const [root, ...inputs] = positionals
if (root === undefined || inputs.length === 0) {
  console.error('npm run same -- OTHER DIR|FILE…: name the folder of another built checkout, then what to read')
  process.exit(2)
}
const other: typeof own = await import(pathToFileURL(resolve(root, 'dist/src/index.js')).href)

let differing = 0
const files = inputs.flatMap(pdfsBelow)
for (const file of files) {
  const [before, after] = [await output(other, file), await output(own, file)]
  const differences = compare('', before, after)
  if (differences.length === 0) continue
  differing++
  console.log(`${basename(file)}: ${differences.length} differences`)
  for (const d of differences.slice(0, SHOWN)) console.log(`  ${d.path}: ${text(d.before)} → ${text(d.after)}`)
}
console.log(`${files.length} documents, ${differing} read otherwise`)
process.exitCode = differing === 0 ? 0 : 1

/** What is read, or why nothing is: an error is an output, too. */
async function output({ extract }: typeof own, file: string): Promise<unknown> {
  try {
    return await extract(readFileSync(file), { file: basename(file), ocr: 'never' })
  } catch (error) {
    return { error: String(error) }
  }
}

function compare(path: string, before: unknown, after: unknown): Difference[] {
  if (!isParted(before) || !isParted(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => compare(`${path}/${key}`, before[key], after[key]))
}

function isParted(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, WIDTH)
}
