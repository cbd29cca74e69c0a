/** juesuan diff: what changed from one year's documents to the next. */
import type { Document } from '../model.ts'
import { disclosuresOf } from '../output/disclosures.ts'
import { type Change, changesOf } from '../output/years/changes.ts'
import { type Compared, changesCsv } from '../output/years/csv.ts'
import { type Drift, driftOf } from '../output/years/drift.ts'
import { type Head, headOf, type Pairs, pairUp } from '../output/years/pairs.ts'
import { documentFiles, readDocument } from './documents.ts'
import { EXIT, type Exit } from './exit.ts'
import { complain } from './files.ts'
import type { ReadFlags } from './options.ts'
import { alignColumns } from './text.ts'

interface DiffFlags extends ReadFlags {
  format: 'text' | 'csv' | 'json'
  bom?: true
}

export async function diffCommand(oldPath: string, newPath: string, flags: DiffFlags): Promise<Exit> {
  const sides = [documentFiles(oldPath), documentFiles(newPath)] as const
  const [olds, news] = [await headsOf(sides[0], flags), await headsOf(sides[1], flags)]
  const read = filesOf(olds) + filesOf(news)
  if (olds.length === 0 || news.length === 0) return EXIT.allFailed
  const isPair = sides.every((files) => files.length === 1) && olds.length === 1 && news.length === 1
  const pairs = isPair ? onePair(olds[0]!, news[0]!) : pairUp(olds, news)
  const compared: Compared[] = []
  for (const pair of pairs.pairs) {
    const [old, next] = [await ownDocument(pair.old, flags), await ownDocument(pair.new, flags)]
    compared.push({ pair, changes: changesOf(old, next), drift: driftOf(old, next) })
  }
  print(compared, pairs, flags)
  if (read < sides[0].length + sides[1].length) return EXIT.someFailed
  const isSame = compared.every(({ changes, drift }) => changes.length + drift.length === 0)
  return isSame && pairs.onlyOld.length + pairs.onlyNew.length + pairs.unclear.length === 0 ? EXIT.clean : EXIT.findings
}

/** Only heads are kept: thousands of documents do not fit into memory. */
async function headsOf(files: readonly string[], flags: ReadFlags): Promise<Head[]> {
  const heads: Head[] = []
  for (const file of files)
    try {
      heads.push(...disclosuresOf(await readDocument(file, flags)).map((one, at) => headOf(file, one, at)))
    } catch (error) {
      complain(error, file)
    }
  return heads
}

function filesOf(heads: readonly Head[]): number {
  return new Set(heads.map((h) => h.file)).size
}

async function ownDocument({ file, disclosure }: Head, flags: ReadFlags): Promise<Document> {
  return disclosuresOf(await readDocument(file, flags))[disclosure]!
}

/** Two files are compared because the user says so, even when they call the unit by two names. */
function onePair(old: Head, next: Head): Pairs<Head> {
  const different = (['entity', 'kind', 'level'] as const).filter((key) => old[key] !== next[key])
  for (const key of different) console.error(`juesuan: the ${key} differs: ${old[key] ?? '–'}, ${next[key] ?? '–'}`)
  return { pairs: [{ old, new: next }], onlyOld: [], onlyNew: [], unclear: [] }
}

function print(compared: readonly Compared[], pairs: Pairs<Head>, { format, bom }: DiffFlags): void {
  if (format === 'csv') process.stdout.write(changesCsv(compared, pairs, { bom }))
  else if (format === 'json') {
    const { onlyOld, onlyNew, unclear } = pairs
    console.log(JSON.stringify({ compared, only_old: onlyOld, only_new: onlyNew, unclear }))
  } else console.log([...compared.map(pairText), remainder(pairs)].join('\n'))
}

function pairText({ pair, changes, drift }: Compared): string {
  const { old, new: next } = pair
  const lines = [
    `${next.entity ?? next.file}, ${next.kind ?? 'kind unknown'}, ${old.year ?? '?'} → ${next.year ?? '?'}`,
  ]
  lines.push(`  ${old.file} → ${next.file}`, ...drift.map((d) => `  form: ${driftText(d)}`))
  for (const [table, those] of Map.groupBy(changes, (c) => c.table)) {
    lines.push(`  ${table} ${those[0]!.title}`)
    const rows = those.map((c) => ['   ', sign(c), rowText(c), c.column_label, ...amountTexts(c)])
    lines.push(alignColumns(rows, [4, 5, 6, 7]))
  }
  if (changes.length === 0) lines.push('  no amount changed')
  return `${lines.join('\n')}\n`
}

const SIGNS = { changed: '~', new: '+', vanished: '-', unread: '?' } as const

function sign({ change }: Change): string {
  return SIGNS[change]
}

function rowText({ row, label }: Change): string {
  return /^[\d/]+$/.test(row) ? `${row} ${label}` : row
}

/** Statuses of which a person must look at the page. */
const DOUBTFUL = new Set(['suspect', 'inconsistent', 'unreadable'])

function amountTexts(change: Change): string[] {
  const { old, new: next, difference, percent, unit } = change
  const signed = (text: string) => (text.startsWith('-') ? text : `+${text}`)
  const doubts = [change.old_status, change.new_status].filter((s) => s !== null && DOUBTFUL.has(s))
  return [
    old ?? '–',
    `→ ${next ?? '–'}`,
    difference === null ? '' : signed(difference),
    percent === null ? '' : `${signed(percent)} %`,
    unit ?? '',
    [...new Set(doubts)].join(', '),
  ]
}

const DRIFT: Record<Drift['drift'], (d: Drift) => string> = {
  'table-new': (d) => `table ${d.table} is new: ${d.what}`,
  'table-gone': (d) => `table ${d.table} is gone: ${d.what}`,
  'column-new': (d) => `${d.table}: column ${d.what} is new`,
  'column-gone': (d) => `${d.table}: column ${d.what} is gone`,
  'unit-unknown': (d) => `${d.table}: the unit is not known, ${d.what}; its amounts are told as printed`,
  'pages-unread': (d) => `pages that were not read, of the document that is ${d.what}`,
  'table-unread': (d) =>
    `table ${d.table} of one document may stand on a page of the other that was not read: ${d.what}`,
  'unit-changed': (d) => `${d.table}: unit changed, ${d.what}; amounts are compared in 元`,
  'unknown-table-new': (d) => `a table that no template claims is new: ${d.what}`,
}

function driftText(drift: Drift): string {
  return DRIFT[drift.drift](drift)
}

function remainder({ pairs, onlyOld, onlyNew, unclear }: Pairs<Head>): string {
  const line =
    (what: string) =>
    ({ head, like }: { head: Head; like: string | null }) => {
      const hint = like === null ? '' : `; perhaps it is ${like}`
      return `${what}: ${head.entity ?? 'no name of a unit'} (${head.file})${hint}`
    }
  return [
    ...onlyOld.map(line('only old')),
    ...onlyNew.map(line('only new')),
    ...unclear.map((heads) => `unclear: ${heads.map((h) => h.file).join(' and ')} are of one unit, kind and year`),
    `${pairs.length} compared, ${onlyOld.length} only old, ${onlyNew.length} only new, ${unclear.length} unclear`,
  ].join('\n')
}
