/** `npm run coverage -- DIR|FILE...`: what is recognised, claimed, checked and proved, per document and in total. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseAmount } from '../src/amount.ts'
import { type Document, extract } from '../src/index.ts'

interface Figures {
  tables: number
  amounts: number
  claimed: number
  proved: number
  holds: number
  violated: number
  usual: number
}

const isAmount = (text: string) => /[.,]\d/.test(text) && parseAmount(text) !== null

function measure(document: Document): Figures {
  const cells = document.tables.flatMap((t) =>
    t.rows.flatMap((r) => Object.entries(r.cells).map(([c, cell]) => ({ c, cell }))),
  )
  const amounts = cells.filter(({ cell }) => isAmount(cell.raw))
  const claimed = amounts.filter(({ c }) => !c.startsWith('other:'))
  const others = document.other_tables
    .flatMap((t) => t.rows.flat())
    .filter((text) => text !== null && isAmount(text)).length
  return {
    tables: document.tables.length,
    amounts: amounts.length + others,
    claimed: claimed.length,
    proved: claimed.filter(({ cell }) => cell.status === 'proved').length,
    holds: document.checks.filter((c) => c.result === 'holds' || c.result === 'rounding').length,
    violated: document.checks.filter((c) => c.result === 'violated' && c.strength !== 'usual').length,
    usual: document.checks.filter((c) => c.result === 'violated' && c.strength === 'usual').length,
  }
}

function line(name: string, f: Figures): string {
  const share = (n: number) => (f.amounts === 0 ? '–' : `${((100 * n) / f.amounts).toFixed(1)} %`)
  return `${name}: ${f.tables} tables, ${f.amounts} amounts, claimed ${share(f.claimed)}, proved ${share(f.proved)}, checks ${f.holds} hold, ${f.violated} violated, ${f.usual} usual ones not`
}

const verbose = process.argv.includes('--verbose')
const inputs = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const files = inputs.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .map((n) => join(path, n))
        .filter((n) => n.endsWith('.pdf'))
        .sort()
    : [path],
)
const total: Figures = { tables: 0, amounts: 0, claimed: 0, proved: 0, holds: 0, violated: 0, usual: 0 }
for (const file of files) {
  const document = await extract(readFileSync(file), { file: basename(file) })
  const figures = measure(document)
  for (const key of Object.keys(total) as (keyof Figures)[]) total[key] += figures[key]
  console.log(line(basename(file), figures))
  if (verbose) for (const f of document.findings) console.log(`  ${f.severity} p${f.page} ${f.message.en}`)
}
if (files.length > 1) console.log(line(`${files.length} documents`, total))
