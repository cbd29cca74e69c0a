/** A scanned page gives the same cells as the page it was made from, and says that they were read by OCR. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { degrade } from '../../bench/degrade.ts'
import { scoreScan } from '../../bench/scan-score.ts'
import { type Document, extract } from '../../src/index.ts'

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}.pdf`, import.meta.url))
const TEXT = 'shanxi-xinjiang-office-2024'
/** The page of the sample that holds 支出决算表. */
const PAGE = 7

function values(document: Document): string[] {
  return document.tables.flatMap((t) =>
    t.rows.flatMap((r) => Object.entries(r.cells).map(([c, cell]) => `${r.key} ${c} ${cell.mark} ${cell.value}`)),
  )
}

describe('a table on a scan of 200 dpi', () => {
  it('has the cells of the printed one, each with its confidence, and none is certain without proof', async () => {
    const printed = await extract(sample(TEXT), { pages: [PAGE] })
    const scanned = await extract(sample(`${TEXT}-scan-clean`), { pages: [PAGE] })
    expect(scanned.source.page.map((p) => p.kind)).toEqual(['ocr'])
    expect(values(scanned)).toEqual(values(printed))
    const read = scanned.tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)))
    const inked = read.filter((cell) => cell.mark !== 'blank')
    expect(inked.every((cell) => cell.source === 'ocr' && (cell.confidence ?? 0) > 0)).toBe(true)
    expect(new Set(inked.map((cell) => cell.status))).toEqual(new Set(['proved']))
  })

  it('is not read with --ocr never: the page is told to need it', async () => {
    const { source, findings, tables } = await extract(sample(`${TEXT}-scan-clean`), { pages: [PAGE], ocr: 'never' })
    expect(source.page.map((p) => p.kind)).toEqual(['unread'])
    expect(findings.map((f) => f.code)).toEqual(['needs-ocr'])
    expect(tables).toEqual([])
  })
})

/** Pages of the sample with dashes for amounts, headers in three lines, text close to rulings, and strokes in line with them. */
const HARD_TO_CUT = [11, 15]

describe('tables on a skewed and noisy scan of 150 dpi', () => {
  it('have every cell of the printed ones, and none is wrong without a mark', async () => {
    const printed = await extract(sample(TEXT), { pages: HARD_TO_CUT })
    const scanned = await extract(sample(`${TEXT}-scan`), { pages: HARD_TO_CUT })
    const { amounts, right, silent } = scoreScan(printed, scanned)
    expect(silent).toEqual([])
    expect(right).toBe(amounts)
    const dashes = (d: Document) => values(d).filter((v) => v.includes(' dash '))
    expect(dashes(scanned)).toEqual(dashes(printed))
    expect(dashes(printed).length).toBeGreaterThan(0)
  })
})

/** What makes rulings and print hard to tell apart: a page of a sample, and the kind of its copy. */
const ENTANGLED = [
  ['text that is as high as its row and runs over the rulings', TEXT, 8, 'mild'],
  ['strokes of a header in line with a ruling below it', 'drawn-budget-2026', 8, 'clean'],
] as const

describe('a scan with', () => {
  it.each(ENTANGLED)('%s has the cells of the printed page', async (_, name, page, kind) => {
    const bytes = sample(name)
    const printed = await extract(bytes, { pages: [page] })
    const scanned = await extract(await degrade(bytes, { kind, seed: 1, pages: [page] }))
    expect(values(printed).length).toBeGreaterThan(10)
    expect(values(scanned)).toEqual(values(printed))
  })
})

describe('a page that lies on the scanner', () => {
  const lying = [{ turn: 180 }, { turn: 90 }, { damage: { skew: 5 } }] as const
  it.each(lying)('%o is turned upright and read as any other', async (how) => {
    const bytes = sample(TEXT)
    const printed = await extract(bytes, { pages: [PAGE] })
    const scanned = await extract(await degrade(bytes, { kind: 'mild', seed: 3, pages: [PAGE], ...how }))
    expect(values(scanned)).toEqual(values(printed))
    expect(scanned.source.page[0]?.rotation).toBe('turn' in how ? (360 - how.turn) % 360 : 0)
  })
})

describe('a scan of 120 dpi, on which headers fill their rows and their strokes are pale', () => {
  it('has no rulings where there are strokes: its columns are those of the printed page', async () => {
    const bytes = sample(TEXT)
    const pages = [10]
    const printed = await extract(bytes, { pages })
    const scanned = await extract(await degrade(bytes, { kind: 'hard', seed: 1, pages }))
    const columns = (d: Document) => d.tables.map((t) => `${t.id} ${t.columns.map((c) => c.id)}`)
    expect(columns(scanned)).toEqual(columns(printed))
    const { amounts, right, silent } = scoreScan(printed, scanned, () => 10)
    expect(silent).toEqual([])
    expect(right).toBe(amounts)
  })
})
