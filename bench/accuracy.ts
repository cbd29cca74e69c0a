/** How much comes out right: against truth written by hand, and of the same amounts by programs that know no forms. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Document, extract } from '../src/index.ts'
import { cellRecords } from '../src/output/cells.ts'
import { comparableAmount, parseCells, type Score, score } from '../src/output/score.ts'
import { add, type Figures, measure, noFigures } from './figures.ts'

const ROOT = new URL('..', import.meta.url).pathname
const SHARED = join(ROOT, '../shared')

export interface Truth {
  name: string
  pdf: string
  csv: string
}

const files = (folder: string, end: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(end))
        .sort()
        .map((name) => join(folder, name))
    : []

/** Truth of our samples first, then of published documents where they are there; each document once. */
export function truths(): Truth[] {
  const pdfs = [...files(join(ROOT, 'samples'), '.pdf'), ...files(join(SHARED, 'corpus'), '.pdf')]
  const csvs = [...files(join(ROOT, 'test/truth'), '.csv'), ...files(join(SHARED, 'truth'), '.csv')]
  const found = csvs.flatMap((csv): Truth[] => {
    const name = basename(csv, '.csv')
    const pdf = pdfs.find((p) => basename(p) === `${name}.pdf`)
    return pdf ? [{ name, pdf, csv }] : []
  })
  return [...new Map(found.toReversed().map((t) => [t.name, t])).values()].toReversed()
}

export async function accuracy({ pdf, csv }: Truth): Promise<Score & { document: Document }> {
  const document = await extract(readFileSync(pdf), { file: basename(pdf) })
  return { ...score(parseCells(readFileSync(csv, 'utf8')), cellRecords(document)), document }
}

/** Of the amounts of a truth file, how many the cells hold, each cell counted once and as a whole. */
export function amountsFound(csv: string, cells: readonly string[]): { found: number; of: number } {
  const left = new Map<string, number>()
  for (const cell of cells) {
    const amount = comparableAmount(cell)
    left.set(amount, (left.get(amount) ?? 0) + 1)
  }
  const amounts = parseCells(readFileSync(csv, 'utf8'))
    .map((cell) => comparableAmount(cell.value))
    .filter((value) => /^-?\d/.test(value))
  const found = amounts.filter((amount) => {
    const n = left.get(amount) ?? 0
    left.set(amount, n - 1)
    return n > 0
  })
  return { found: found.length, of: amounts.length }
}

/** Coverage of the identities, over the samples with text and over the published documents. */
export async function identities(): Promise<{ name: string; documents: number; figures: Figures }[]> {
  const samples = files(join(ROOT, 'samples'), '.pdf').filter((f) => !/-(scan|mixed|scan-clean)\.pdf$/.test(f))
  const groups = [
    { name: 'samples', pdfs: samples },
    { name: 'published documents', pdfs: files(join(SHARED, 'corpus'), '.pdf') },
  ]
  const out: Awaited<ReturnType<typeof identities>> = []
  for (const { name, pdfs } of groups) {
    if (pdfs.length === 0) continue
    const total = noFigures()
    for (const pdf of pdfs) add(total, measure(await extract(readFileSync(pdf), { file: basename(pdf), ocr: 'never' })))
    out.push({ name, documents: pdfs.length, figures: total })
  }
  return out
}
