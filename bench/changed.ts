/**
 * `npm run changed -- FILE|DIR... [--only CHANGE] [--show N]`: reads documents as they are and then with their pages
 * changed in memory (rulings missing, moved or added, characters moved, titles or units lost), and compares the
 * cells: what share is still right, and what is wrong without a mark. Takes seconds a document and needs no truth
 * but the document's own reading; a cell that is lost may be right where what it stood by is lost, a wrong one never.
 * One whose key says that its header, name or code is lost (other:…, 第3行, the label alone) is told.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readFile } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import { type CellRecord, cellRecords } from '../src/output/cells.ts'
import { type Miss, score } from '../src/output/score.ts'
import { type ReadFile, type Trace, understand } from '../src/understand.ts'
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
  const asRead = cellRecords(understand(forms, { ...file, pages }).document)
  const found = asRead.map((c) => ({ ...c, page: '' }))
  const printed = cellRecords(plain.document)
  const { truth, right, misses } = score(printed, found)
  const silent = unmarked(misses, found).filter((m) => m.kind !== 'missing' && !isTold(m, asRead, printed))
  const total = sum[name]!
  total.cells += truth
  total.right += right
  total.silent += silent.length
  total.same += Number(misses.length === 0)
  for (const m of [...silent, ...misses].slice(0, Number(values.show)))
    console.log(`  ${name}: ${m.kind} ${m.table} ${m.row} ${m.column} p${m.page}: ${m.expected} → ${m.found}`)
  return misses.length === 0 ? '' : `${name} ${right} of ${truth}, ${silent.length} silent`
}

/** The key of a line that prints no name. */
const UNNAMED = /第\d+行$/

/** Whether the cell's own key says what was lost: a header, a name, a code that its line is known by no longer. */
function isTold({ table, row, column }: Miss, found: readonly CellRecord[], printed: readonly CellRecord[]): boolean {
  if (column.startsWith('other:') || UNNAMED.test(row)) return true
  const cell = found.find((c) => c.table === table && c.row === row && c.column === column)
  const place = (c: CellRecord) => [c.table, c.column, c.page, c.x0, c.y0, c.value].join(' ')
  const own = cell && printed.find((c) => place(c) === place(cell))
  const known = new Set([...(own?.row.split('/') ?? []), own?.label, own?.label.replace(/\s+/g, ''), ''])
  return own !== undefined && row.split('/').every((part) => known.has(part.replace(/#\d+$/, '')))
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
