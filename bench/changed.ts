/**
 * `npm run changed -- FILE|DIR... [--only CHANGE] [--show N]`: reads documents as they are and then with their pages
 * changed in memory (rulings missing, moved or added, characters moved, titles or units lost), and compares the
 * cells: what share is still right, and what is wrong without a mark. Takes seconds a document and needs no truth
 * but the document's own reading; a cell that is lost may be right where what it stood by is lost, a wrong one never.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type ReadFile, readFile, type Trace, understand } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import { cellRecords } from '../src/output/cells.ts'
import { score } from '../src/output/score.ts'
import { unmarked } from '../test/drawn/judge.ts'
import { CHANGES, type Change } from './changes.ts'
import { pdfsBelow } from './pdfs.ts'
import { random } from './random.ts'

/** Of the dice; another one is another run. */
const SEED = 7

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    show: { type: 'string', default: '0' },
    seed: { type: 'string', default: `${SEED}` },
  },
})
const changes = Object.entries(CHANGES).filter(([name]) => values.only === undefined || name.includes(values.only))
const sum = Object.fromEntries(changes.map(([name]) => [name, { cells: 0, right: 0, silent: 0, same: 0 }]))

function compare(name: string, change: Change, file: ReadFile, plain: Trace): string {
  const pages = change(file.pages, plain, random(Number(values.seed)))
  const found = cellRecords(understand(forms, { ...file, pages }).document).map((c) => ({ ...c, page: '' }))
  const { truth, right, misses } = score(cellRecords(plain.document), found)
  const silent = unmarked(misses, found).filter((m) => m.kind !== 'missing')
  const total = sum[name]!
  total.cells += truth
  total.right += right
  total.silent += silent.length
  total.same += Number(misses.length === 0)
  for (const m of [...silent, ...misses].slice(0, Number(values.show)))
    console.log(`  ${name}: ${m.kind} ${m.table} ${m.row} ${m.column} p${m.page}: ${m.expected} → ${m.found}`)
  return misses.length === 0 ? '' : `${name} ${right} of ${truth}, ${silent.length} silent`
}

for (const path of positionals.flatMap(pdfsBelow)) {
  const file = await readFile(readFileSync(path), { file: basename(path), ocr: 'never' })
  // A scan that is not read has nothing to change.
  if (file.pages.some((page) => page.unread)) continue
  const plain = understand(forms, file)
  const told = changes.map(([name, change]) => compare(name, change, file, plain))
  console.log(`${basename(path)}: ${told.filter((t) => t !== '').join('; ') || 'the same'}`)
}
for (const [name, { cells, right, silent, same }] of Object.entries(sum))
  console.log(`${name}: ${same} documents the same, ${right} of ${cells} cells right, ${silent} wrong without a mark`)
