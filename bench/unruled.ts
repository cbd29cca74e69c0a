/**
 * `npm run unruled -- FILE|DIR...`: reads documents once as they are and then with their rulings taken away in
 * memory, and compares the cells: what share is still right, and what is wrong without a mark. `--show N` prints misses;
 * `--relaid` sets the tables as other programs would, too (bench/relaid.ts); `--only WAY` takes some of the ways.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readFile } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import { cellRecords } from '../src/output/cells.ts'
import { score } from '../src/output/score.ts'
import { type ReadFile, type Trace, understand } from '../src/understand.ts'
import { unmarked } from '../test/drawn/judge.ts'
import { WAYS } from '../test/drawn/unruled.ts'
import type { Change } from './changes.ts'
import { pdfsBelow } from './pdfs.ts'
import { random } from './random.ts'
import { RELAID } from './relaid.ts'

/** Of the dice. */
const SEED = 7

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, show: { type: 'string', default: '0' }, relaid: { type: 'boolean' } },
})
const show = Number(values.show)
const taken = Object.entries(WAYS).map(([name, way]): [string, Change] => [name, (pages) => pages.map(way)])
const ways = (values.relaid ? Object.entries(RELAID) : taken).filter(
  ([name]) => !values.only || name.includes(values.only),
)
const sum = Object.fromEntries(ways.map(([way]) => [way, { cells: 0, right: 0, silent: 0 }]))

function compare(way: string, change: Change, plain: Trace, file: ReadFile): string {
  const pages = change(file.pages, plain, random(SEED))
  const found = cellRecords(understand(forms, { ...file, pages }).document)
  const { truth, right, misses } = score(cellRecords(plain.document), found)
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

for (const path of positionals.flatMap(pdfsBelow)) {
  const file = await readFile(readFileSync(path), { file: basename(path), ocr: 'never' })
  const plain = understand(forms, file)
  const told = ways.map(([name, way]) => compare(name, way, plain, file))
  console.log(`${basename(path)}: ${told.join(', ')}`)
}
for (const [way, { cells, right, silent }] of Object.entries(sum))
  console.log(`${way}: ${right} of ${cells} cells right (${share(right, cells)}), ${silent} wrong without a mark`)
