/** docs/benchmarks.md, all of it measured. */
import { readFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { version } from '../src/version.ts'
import { accuracy, amountsFound, identities, type Truth, truths } from './accuracy.ts'
import { share } from './figures.ts'
import { availablePeers, PEERS, type Peer, runPeer } from './peers.ts'
import { inTurn, median, node, peak } from './programs.ts'

const ROOT = new URL('..', import.meta.url).pathname
/** Of the samples that every program reads: text, as all of them need it. */
const COMPARED = ['shanxi-xinjiang-office-2024', 'drawn-final-accounts-2024', 'drawn-budget-2026']
const RUNS = 5
/** The others take long, and differ by factors, not by percents. */
const PEER_RUNS = 2

export interface Ratios {
  wall: number
  memory: number
  checks: number
}

/** `runs` is the most that any program is run; the first of each is not counted. */
export async function benchmarksPage(ratios: Ratios, bars: Ratios, runs: number): Promise<string> {
  const peers = availablePeers()
  const parts = [
    '# Benchmarks',
    '<!-- Written by `npm run bench -- --write`; not by hand. -->',
    `${new Date().toISOString().slice(0, 10)}, ${machine()}; ${versions(peers)}.`,
    'Every program is run as a whole process, its start included; times are medians, memory is the most that was resident.',
    '## Tables out of PDFs with text',
    await compared(peers, runs),
    'The amounts are those of the hand-made truth of each sample. *Found* means that the program gives a cell that holds the amount and nothing else, wherever it stands; juesuan must also say table, line and column rightly for *in place*, which the others do not try. pdfjs alone reads text and operators and makes nothing of them.',
    '## Bars',
    'Of juesuan against pdfjs alone on one document (a published budget of 33 pages where it is there, else the sample), runs in turn; checked by `npm run bench`, which fails where one is not held.',
    table([
      ['bar', 'measured', 'at most'],
      ['wall time, share of pdfjs', ratios.wall.toFixed(2), String(bars.wall)],
      ['memory, share of pdfjs', ratios.memory.toFixed(2), String(bars.memory)],
      ['checks, share of the extraction', ratios.checks.toFixed(3), String(bars.checks)],
    ]),
    '## Accuracy',
    await accuracyTable(),
    'Cells of hand-made truth: table, line, column and value must all be right. *Else* counts cells that are wrong, missing or there without being in the truth; those of 普陀区财政局 are a line of 三公 that the truth lacks and the page prints.',
    '## Coverage of the identities',
    await identitiesTable(),
    'Amounts with decimals or separators in all tables, those that no form claims among them. *Proved*: at least one identity holds over the amount and would break if it were another. Violated identities are contradictions that the documents print.',
    '## Scans',
    ocrTable(),
  ]
  return `${parts.join('\n\n')}\n`
}

function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().split('-')[0]}`
}

function versions(peers: readonly Peer[]): string {
  const pdfjs = JSON.parse(readFileSync(join(ROOT, 'node_modules/pdfjs-dist/package.json'), 'utf8')).version
  const others = peers.map((name) => `${name} ${PEERS[name]}`)
  return [`juesuan ${version()}`, `Node ${process.versions.node}`, `pdfjs ${pdfjs}`, ...others].join(', ')
}

const table = ([head = [], ...rows]: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

async function compared(peers: readonly Peer[], most: number): Promise<string> {
  const rows = [['sample', 'program', 'seconds', 'memory', 'amounts found', 'in place']]
  for (const truth of truths().filter((t) => COMPARED.includes(t.name))) {
    const programs = {
      juesuan: node(join(ROOT, 'dist/cli/main.js'), 'extract', truth.pdf, '-f', 'json'),
      pdfjs: node(join(ROOT, 'bench/bare.mjs'), truth.pdf),
    }
    const seconds = inTurn(programs, Math.min(RUNS, most))
    const line = (name: string, time: number, megabytes: number, found = '–', placed = '–') =>
      rows.push([truth.name, name, time.toFixed(2), `${megabytes.toFixed(0)} MB`, found, placed])
    const { found, placed } = await own(truth)
    line('juesuan', median(seconds.juesuan), peak(programs.juesuan), found, placed)
    line('pdfjs alone', median(seconds.pdfjs), peak(programs.pdfjs))
    for (const peer of peers) {
      const result = runPeer(peer, truth.pdf, Math.min(PEER_RUNS, most))
      line(peer, result.seconds, result.megabytes, amountsShare(truth, result.cells))
    }
  }
  return table(rows)
}

function amountsShare({ csv }: Truth, cells: readonly string[]): string {
  const { found, of } = amountsFound(csv, cells)
  return `${share(found, of)} of ${of}`
}

/** juesuan by the measure of the others, and by its own. */
async function own(truth: Truth): Promise<{ found: string; placed: string }> {
  const { document, right, truth: cells } = await accuracy(truth)
  const raw = document.tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells).map((c) => c.raw)))
  return { found: amountsShare(truth, raw), placed: share(right, cells) }
}

async function accuracyTable(): Promise<string> {
  const rows = [['document', 'pages', 'cells', 'right', 'else', 'right %']]
  let [all, right] = [0, 0]
  for (const truth of truths()) {
    const score = await accuracy(truth)
    all += score.truth
    right += score.right
    const counts = [score.document.source.pages, score.truth, score.right, score.misses.length]
    rows.push([truth.name, ...counts.map(String), share(score.right, score.truth)])
  }
  rows.push(['**all**', '', String(all), String(right), '', share(right, all)])
  return table(rows)
}

async function identitiesTable(): Promise<string> {
  const rows = [['documents', 'tables', 'amounts', 'claimed', 'proved', 'identities that hold', 'violated']]
  for (const { name, documents, figures } of await identities()) {
    const { tables, amounts, claimed, proved, holds, violated } = figures
    const shares = [share(claimed, amounts), share(proved, amounts)]
    rows.push([`${documents} ${name}`, `${tables}`, `${amounts}`, ...shares, `${holds}`, `${violated}`])
  }
  return table(rows)
}

/** What `npm run bench:ocr -- --write` left in docs/scans.md: it takes too long to be done here again. */
function ocrTable(): string {
  const scans = readFileSync(join(ROOT, 'docs/scans.md'), 'utf8')
  const measured = /<!-- bench:ocr -->\n([\s\S]*?)\n<!-- \/bench:ocr -->/.exec(scans)?.[1]?.trim()
  return measured ? `From [scans.md](scans.md):\n\n${measured}` : 'See [scans.md](scans.md).'
}
