/**
 * `npm run unruled -- FILE|DIR...`: reads documents once as they are and then with their rulings taken away in
 * memory, and compares the cells: what share is still right, and what is wrong without a mark. `--show N` prints misses.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type ReadFile, readFile, understand } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import type { Document } from '../src/model.ts'
import { cellRecords } from '../src/output/cells.ts'
import { score } from '../src/output/score.ts'
import { unmarked } from '../test/drawn/judge.ts'
import { WAYS } from '../test/drawn/unruled.ts'
import { pdfsBelow } from './pdfs.ts'

const args = process.argv.slice(2)
const at = args.indexOf('--show')
const show = at < 0 ? 0 : Number(args.splice(at, 2)[1])

const sum = Object.fromEntries(Object.keys(WAYS).map((way) => [way, { cells: 0, right: 0, silent: 0 }]))

function compare(way: string, plain: Document, file: ReadFile): string {
  const document = understand(forms, { ...file, pages: file.pages.map(WAYS[way]!) }).document
  const found = cellRecords(document)
  const { truth, right, misses } = score(cellRecords(plain), found)
  const silent = unmarked(misses, found).filter((m) => m.kind !== 'missing')
  const total = sum[way]!
  total.cells += truth
  total.right += right
  total.silent += silent.length
  for (const m of misses.slice(0, show))
    console.log(`  ${way}: ${m.kind} ${m.table} ${m.row} ${m.column} p${m.page}: ${m.expected} → ${m.found}`)
  for (const m of silent.slice(0, 10))
    console.log(`  SILENT ${way}: ${m.kind} ${m.table} ${m.row} ${m.column} p${m.page}: ${m.expected} → ${m.found}`)
  return `${way} ${share(right, truth)}${silent.length > 0 ? ` (${silent.length} silent)` : ''}`
}

const share = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`

for (const path of args.flatMap(pdfsBelow)) {
  const file = await readFile(readFileSync(path), { file: basename(path) })
  const plain = understand(forms, file).document
  const told = Object.keys(WAYS).map((way) => compare(way, plain, file))
  console.log(`${basename(path)}: ${told.join(', ')}`)
}
for (const [way, { cells, right, silent }] of Object.entries(sum))
  console.log(`${way}: ${right} of ${cells} cells right (${share(right, cells)}), ${silent} wrong without a mark`)
