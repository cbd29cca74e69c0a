/**
 * `npm run coverage -- DIR|FILE...`: what is recognised, claimed, checked and proved, per document, per kind of
 * table and in total. `--cells` lists each amount that is not proved and why; `--altered N` changes N digits of each
 * document and counts what is found; `--verbose` prints the findings.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { crossTable, sums, templates } from '../extractors/index.ts'
import { extract } from '../src/index.ts'
import { type Coverage, coverage } from '../src/output/coverage.ts'
import { WORDS } from '../src/output/report/words.ts'
import { type Altered, alter } from './altered.ts'
import { add, type Figures, measure, noFigures, share } from './figures.ts'

function line(name: string, f: Figures): string {
  return `${name}: ${f.tables} tables, ${f.amounts} amounts, claimed ${share(f.claimed, f.amounts)}, proved ${share(f.proved, f.amounts)}, checks ${f.holds} hold, ${f.violated} violated, ${f.usual} usual ones not`
}

/** Amounts other than nought, and how many are proved, per kind of table. */
function tableLines(all: readonly Coverage[]): string[] {
  const ids = [...new Set(all.map((c) => c.table.id))].sort()
  return ids.flatMap((id) => {
    const own = all.filter((c) => c.table.id === id)
    const amounts = own.reduce((n, c) => n + c.amounts, 0)
    const proved = own.reduce((n, c) => n + c.proved, 0)
    return amounts === 0 ? [] : [`  ${id.padEnd(48)} ${String(amounts).padStart(5)}  proved ${share(proved, amounts)}`]
  })
}

function cellLines({ table, open }: Coverage): string[] {
  return open.map(
    (o) => `  ${table.id} page ${o.cell.page}: ${o.row} / ${o.column} = ${o.cell.raw}: ${WORDS.en.why[o.why]}`,
  )
}

function alteredLine(results: readonly Altered[]): string {
  const sum = (of: (a: Altered) => number) => results.reduce((n, a) => n + of(a), 0)
  const [tried, last, errors] = [sum((a) => a.tried), sum((a) => a.last), sum((a) => a.errors)]
  return [
    `altered digits: ${tried} but the last of proved amounts, found ${share(
      sum((a) => a.found),
      tried,
    )}`,
    `${last} last ones, beyond rounding ${share(
      sum((a) => a.lastFound),
      last,
    )}, seen ${share(
      sum((a) => a.lastSeen),
      last,
    )}`,
    `of ${errors} errors ${share(
      sum((a) => a.blamed),
      errors,
    )} name the cell, ${sum((a) => a.wrong.length)} another one`,
  ].join('; ')
}

const args = process.argv.slice(2)
const has = (flag: string) => args.includes(flag)
const trials = has('--altered') ? Number(args[args.indexOf('--altered') + 1]) : 0
const inputs = args.filter((a, i) => !a.startsWith('--') && args[i - 1] !== '--altered')
const files = inputs.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .map((n) => join(path, n))
        .filter((n) => n.endsWith('.pdf'))
        .sort()
    : [path],
)
const total = noFigures()
const covered: Coverage[] = []
const altered: Altered[] = []
for (const [i, file] of files.entries()) {
  const document = await extract(readFileSync(file), { file: basename(file) })
  const figures = measure(document)
  const own = coverage(document)
  covered.push(...own)
  add(total, figures)
  console.log(line(basename(file), figures))
  if (has('--verbose')) for (const f of document.findings) console.log(`  ${f.severity} p${f.page} ${f.message.en}`)
  if (has('--cells')) for (const text of own.flatMap(cellLines)) console.log(text)
  if (trials > 0) altered.push(alter(document, { templates, crossTable, sums }, trials, i + 1))
}
for (const text of tableLines(covered)) console.log(text)
if (files.length > 1) console.log(line(`${files.length} documents`, total))
if (trials > 0) console.log(alteredLine(altered))
