/**
 * `npm run bench:ocr`: scans compared with the text they were made from: amounts right, flagged and silently wrong,
 * seconds a page. The scans in samples/, and copies of the drawn samples at every grade of damage; `--all` adds copies
 * of the published documents, in place, `--makers` in their stead the first tables of one document a maker.
 * `--kind hard,fax` (any of `DAMAGE` in bench/degrade.ts), `--only WORD` and `--show N` narrow and list, `--seed N` spoils the copies another way; `--write`
 * puts the table into docs/scans.md. Ends with 1 where an amount is silently wrong.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Document, extract } from '../src/index.ts'
import { DAMAGE, degrade, GRADES, type Kind, onSheet } from './degrade.ts'
import { onOwnPages, type ScanScore, scoreScan } from './scan-score.ts'

const ROOT = new URL('..', import.meta.url).pathname
const SAMPLES = join(ROOT, 'samples')
const CORPUS = join(ROOT, '../shared/corpus')
const REBUILT = 'shanxi-xinjiang-office-2024'
const DOCS = join(ROOT, 'docs/scans.md')
const BEGIN = '<!-- bench:ocr -->'
const END = '<!-- /bench:ocr -->'

/** One document a maker, for a measurement that takes minutes and not an hour. */
const MAKERS = [
  '北京市审计局2026年度部门预算报表',
  '2026年广州市科学技术局部门预算',
  '2026年武汉市信访局部门预算',
  '2026年深圳市信访局部门预算',
  '2026年苏州市审计局部门预算',
  '江苏省高级人民法院2018年度部门预算公开',
  '上海市普陀区司法局2026年部门预算',
  '上海市普陀区财政局2024年度部门决算',
]
/** Pages with tables taken of each, at least, and the cover. */
const MAKER_PAGES = 6

interface Case {
  name: string
  kind: string
  text: string
  scan: () => Promise<Uint8Array>
  /** Pages that hold tables. */
  pages: readonly number[]
  /** Whether the scan has these pages only, and not all of the text. */
  isPart: boolean
}

export interface Line extends ScanScore {
  name: string
  kind: string
  pages: number
  seconds: number
}

/** Pages of a document that hold tables, and its cover, which says what it is. */
export function tablePages(document: Document): number[] {
  const numbers = document.tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells).map((c) => c.page)))
  return [...new Set([1, ...numbers, ...document.tables.flatMap((t) => t.pages)])].sort((a, b) => a - b)
}

interface Wanted {
  kinds: readonly Kind[]
  all: boolean
  makers: boolean
  seed: number
  only: string
}

const copyOf = (bytes: Uint8Array, source: string, pages: readonly number[], kind: Kind, seed: number): Case => ({
  name: basename(source, '.pdf'),
  kind,
  text: source,
  scan: () => degrade(bytes, { kind, seed, pages }),
  pages,
  isPart: true,
})

/** Pages of the first tables, each whole: half a table breaks its sums. */
function firstTables(document: Document): number[] {
  const first = tablePages(document).slice(0, MAKER_PAGES + 1)
  const begun = document.tables.map((t) => t.pages).filter((own) => own.some((page) => first.includes(page)))
  return [...new Set([...first, ...begun.flat()])].sort((a, b) => a - b)
}

async function makers({ kinds, seed, only }: Wanted): Promise<Case[]> {
  const out: Case[] = []
  for (const source of published().filter((p) => p.includes(only) && MAKERS.some((m) => p.endsWith(`${m}.pdf`)))) {
    const bytes = readFileSync(source)
    const pages = firstTables(await extract(bytes))
    out.push(...kinds.map((kind) => copyOf(bytes, source, pages, kind, seed)))
  }
  return out
}

async function cases({ kinds, all, seed }: Wanted): Promise<Case[]> {
  const text = join(SAMPLES, `${REBUILT}.pdf`)
  const rebuilt = tablePages(await extract(readFileSync(text)))
  const fixed = ['scan-clean', 'scan', 'mixed'].map((kind) => ({
    ...{ name: REBUILT, kind, text, pages: rebuilt, isPart: false },
    scan: async () => readFileSync(join(SAMPLES, `${REBUILT}-${kind}.pdf`)),
  }))
  const drawn = readdirSync(SAMPLES).filter((name) => name.startsWith('drawn-') && name.endsWith('.pdf'))
  const sources = [text, ...drawn.map((name) => join(SAMPLES, name)), ...(all ? published() : [])]
  const copies: Case[] = []
  for (const source of sources) {
    const bytes = readFileSync(source)
    const pages = tablePages(await extract(bytes))
    for (const kind of kinds) {
      if (source === text && kind === 'clean') continue
      copies.push(copyOf(bytes, source, pages, kind, seed))
    }
  }
  return [...fixed, ...copies]
}

function published(): string[] {
  if (!existsSync(CORPUS)) return []
  const names = readdirSync(CORPUS, { recursive: true }) as string[]
  return names
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(CORPUS, name))
}

async function measure({ name, kind, text, scan, pages, isPart }: Case): Promise<Line> {
  const printed = await extract(readFileSync(text), { pages })
  const bytes = await scan()
  const began = performance.now()
  const read = await extract(bytes, isPart ? {} : { pages })
  const seconds = (performance.now() - began) / 1000
  const count = read.source.page.filter((p) => p.kind === 'ocr').length
  const score = scoreScan(printed, isPart ? onOwnPages(read, printed, pages, onSheet(kind)) : read)
  return { name, kind, pages: count, seconds: seconds / Math.max(1, count), ...score }
}

const share = (n: number, of: number) => (of === 0 ? '–' : `${((100 * n) / of).toFixed(2)} %`)

function row({ name, kind, pages, amounts, right, flagged, silent }: Line): string {
  const cells = [name, kind, pages, amounts, share(right, amounts), share(flagged, amounts), silent.length]
  return `| ${cells.join(' | ')} |`
}

/** On the terminal only: it depends on the machine. */
const timed = (line: Line) => `${row(line)} ${line.misnamed} misnamed, ${line.seconds.toFixed(2)} s a page`

const HEAD = [
  '| document | copy | pages read | amounts | right | flagged | silently wrong |',
  '|---|---|---|---|---|---|---|',
]

function total(kind: string, lines: readonly Line[]): Line {
  const sum = (of: (line: Line) => number) => lines.reduce((n, line) => n + of(line), 0)
  const pages = sum((l) => l.pages)
  return {
    name: `**all ${lines.length}**`,
    kind,
    pages,
    amounts: sum((l) => l.amounts),
    right: sum((l) => l.right),
    flagged: sum((l) => l.flagged),
    silent: lines.flatMap((l) => l.silent),
    shown: lines.flatMap((l) => l.shown),
    misnamed: sum((l) => l.misnamed),
    seconds: sum((l) => l.seconds * l.pages) / Math.max(1, pages),
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      all: { type: 'boolean', default: false },
      makers: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
      kind: { type: 'string' },
      only: { type: 'string' },
      show: { type: 'string', default: '0' },
    },
  })
  const wantedKinds = values.kind?.split(',')
  const kinds = wantedKinds ? (Object.keys(DAMAGE) as Kind[]).filter((k) => wantedKinds.includes(k)) : GRADES
  const { all, makers: few, only = '' } = values
  const asked = { kinds, all, makers: few, seed: Number(values.seed), only }
  const wanted = (await (few ? makers(asked) : cases(asked))).filter(
    (c) => `${c.name} ${c.kind}`.includes(only) && (!wantedKinds || wantedKinds.includes(c.kind)),
  )
  console.log(HEAD.join('\n'))
  const lines: Line[] = []
  for (const one of wanted) {
    const line = await measure(one)
    lines.push(line)
    console.log(timed(line))
    for (const miss of line.silent) console.log(`  SILENT ${miss}`)
    for (const miss of line.shown.slice(0, Number(values.show))) console.log(`  shown ${miss}`)
  }
  const totals = [...new Set(lines.map((l) => l.kind))].map((kind) =>
    total(
      kind,
      lines.filter((l) => l.kind === kind),
    ),
  )
  console.log(totals.map(timed).join('\n'))
  if (values.write) {
    // Published documents are named in sum only.
    const named = lines.filter((l) => existsSync(join(SAMPLES, `${l.name}.pdf`)))
    const table = [...HEAD, ...named.map(row), ...(values.all ? totals.map(row) : [])].join('\n')
    const page = readFileSync(DOCS, 'utf8')
    const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)]
    if (before < 0 || after < before) throw new Error(`${DOCS} has no place for the table: ${BEGIN} … ${END}`)
    writeFileSync(DOCS, `${page.slice(0, before + BEGIN.length)}\n${table}\n${page.slice(after)}`)
  }
  process.exitCode = lines.some((l) => l.silent.length > 0) ? 1 : 0
}
