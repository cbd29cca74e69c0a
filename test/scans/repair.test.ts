/** What the sums of a document do for a scan that was read badly. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { scoreScan } from '../../bench/scan-score.ts'
import { parseAmount } from '../../src/amount.ts'
import { nearOptions } from '../../src/checks/scans/options.ts'
import { forms } from '../../src/forms.ts'
import type { Document } from '../../src/index.ts'
import { openPdf } from '../../src/page/pdf/open.ts'
import { readTextPage } from '../../src/page/text.ts'
import type { Glyph, Page } from '../../src/page/types.ts'
import { understand } from '../../src/understand.ts'
import { CLEAR, type Noise, noisyPage } from './noisy-page.ts'

const sample = new URL('../../samples/shanxi-xinjiang-office-2024.pdf', import.meta.url)

let printed: Page[]
let text: Document

const document = (pages: Page[]) =>
  understand(forms, {
    pages,
    findings: [],
    source: { file: 'scan.pdf', sha256: '0'.repeat(64), bytes: 1, pages: pages.length, producer: null },
  }).document

const scanned = (noise: Noise, seed: number) => {
  const next = random(seed)
  return printed.map((page) => noisyPage(page, noise, next))
}

beforeAll(async () => {
  const pdf = await openPdf(new Uint8Array(readFileSync(sample)), {})
  printed = []
  for (let n = 1; n <= 18; n++) printed.push(await readTextPage(await pdf.doc.getPage(n)))
  await pdf.close()
  text = document(printed)
})

describe('a noisy reader', () => {
  it('leaves no wrong amount unmarked, and most of what it misreads is put right', () => {
    const noise = { figures: 0.03, labels: 0, blind: 0.15 }
    const sum = { amounts: 0, right: 0, flagged: 0, silent: [] as string[] }
    for (let seed = 1; seed <= 12; seed++) {
      const score = scoreScan(text, document(scanned(noise, seed)))
      sum.amounts += score.amounts
      sum.right += score.right
      sum.flagged += score.flagged
      sum.silent.push(...score.silent)
    }
    expect(sum.silent).toEqual([])
    expect(sum.amounts).toBe(12 * 157)
    expect(sum.right / sum.amounts).toBeGreaterThan(0.994)
    expect(sum.flagged / sum.amounts).toBeLessThan(0.05)
  })

  it('that reads everything right has nothing to mark', () => {
    const score = scoreScan(text, document(scanned(CLEAR, 1)))
    expect(score).toMatchObject({ right: 157, silent: [], shown: [], flagged: 0 })
  })
})

describe('one cell', () => {
  /** The expenditure table read clearly, with the words at `where` read as told. */
  const reread = (changes: Record<string, Partial<Glyph>>) => {
    const pages = scanned(CLEAR, 1)
    const cells = new Map(Object.entries(changes).map(([at, change]) => [boxOf(at), change]))
    for (const page of pages)
      page.glyphs = page.glyphs.map((g) => {
        for (const [box, change] of cells)
          if (page.number === box.page && g.box[0] < box.x && g.box[2] > box.x && g.box[1] < box.y && g.box[3] > box.y)
            return { ...g, ...change }
        return g
      })
    return document(pages)
  }
  const find = (from: Document, at: string) => {
    const [table, row, column] = at.split(' ') as [string, string, string]
    return from.tables.find((t) => t.id === table)!.rows.find((r) => r.key === row)!.cells[column]!
  }
  const boxOf = (at: string) => {
    const { page, bbox } = find(text, at)
    return { page, x: (bbox[0] + bbox[2]) / 2, y: (bbox[1] + bbox[3]) / 2 }
  }
  const alternatives = (...texts: string[]) => texts.map((t) => ({ text: t, confidence: 0.1 }))
  const at = 'expenditure 2080501 total'

  it('is put right where one reading only makes every sum hold; raw keeps what was read', () => {
    const out = reread({ [at]: { text: '22.83', confidence: 0.8, alternatives: alternatives('22.88', '22.33') } })
    expect(find(out, at)).toMatchObject({ value: '22.88', raw: '22.83', status: 'repaired', yuan: '228800' })
  })

  it('gets its lost point back though the reader never saw one', () => {
    const out = reread({ [at]: { text: '2288', confidence: 0.9, alternatives: [] } })
    expect(find(out, at)).toMatchObject({ value: '22.88', raw: '2288', status: 'repaired' })
  })

  it('is read through the letters that stand for its digits', () => {
    const out = reread({ [at]: { text: '22.B8', confidence: 0.7, alternatives: [] } })
    expect(find(out, at)).toMatchObject({ value: '22.88', raw: '22.B8', status: 'repaired' })
  })

  it('that is seen clearly stays as printed: the contradiction is the publisher’s', () => {
    const out = reread({ [at]: { text: '22.83', confidence: 0.9999, alternatives: alternatives() } })
    expect(find(out, at)).toMatchObject({ value: '22.83', status: 'inconsistent' })
    expect(out.findings.filter((f) => f.code === 'identity-violated')).not.toEqual([])
  })

  it('is suspect where nothing the reader saw settles its sums', () => {
    const out = reread({ [at]: { text: '71.83', confidence: 0.6, alternatives: alternatives('71.33') } })
    expect(find(out, at)).toMatchObject({ value: '71.83', status: 'suspect' })
  })

  it('and its total, both misread the same way, are put right together', () => {
    const like = (t: string, truth: string) => ({ text: t, confidence: 0.8, alternatives: alternatives(truth) })
    const out = reread({
      'expenditure 2080501 total': like('22.83', '22.88'),
      'expenditure 2080501 basic': like('22.83', '22.88'),
    })
    expect(find(out, at)).toMatchObject({ value: '22.88', status: 'repaired' })
    expect(find(out, 'expenditure 2080501 basic')).toMatchObject({ value: '22.88', status: 'repaired' })
  })

  it('of which hardly anything was read holds what the sums leave for it, and stays in doubt', () => {
    const out = reread({ [at]: { text: '8', confidence: 0.2, alternatives: [] } })
    expect(find(out, at)).toMatchObject({ value: '22.88', raw: '8', status: 'suspect' })
    const [doubt] = out.findings.filter((f) => f.code === 'cell-doubtful' && f.message.zh.includes('“8”'))
    expect(doubt!.message.zh).toContain('可能是22.88')
    const others = out.tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)))
    expect(others.filter((c) => c.status === 'repaired')).toEqual([])
  })

  it('of which no reading is a figure holds what the sums say, and stays in doubt', () => {
    const out = reread({ [at]: { text: '2.c8', confidence: 0.3, alternatives: [] } })
    expect(find(out, at)).toMatchObject({ value: '22.88', raw: '2.c8', status: 'suspect' })
  })

  it('and its total, misread in different ways, are weighed together', () => {
    const out = reread({
      'expenditure 2080501 total': { text: '2.8', confidence: 0.3, alternatives: [] },
      'expenditure 2080501 basic': { text: '82.88', confidence: 0.4, alternatives: alternatives('72.88') },
    })
    for (const column of ['total', 'basic'])
      expect(find(out, `expenditure 2080501 ${column}`)).toMatchObject({ value: '22.88', status: 'suspect' })
  })

  it('that lost what is behind its point is not proved by what rounding explains', () => {
    const out = reread({ [at]: { text: '23', confidence: 0.9999, alternatives: [] } })
    expect(find(out, at)).toMatchObject({ value: '23', status: 'suspect' })
  })

  it('may have lost its minus nearly as likely as have got one', () => {
    const amount = parseAmount('118.90')!
    const options = nearOptions({ text: '118.90', amount, cost: 0, seen: true }, 2)
    const [minus] = options.filter((o) => o.text === '-118.90')
    // The next best explanation must be 1 to 50 less likely: taking the minus from its equal is no better than giving it back.
    expect(minus!.cost).toBeLessThan(Math.log(50))
    expect(Math.min(...options.filter((o) => o !== minus).map((o) => o.cost))).toBeGreaterThan(Math.log(50))
  })

  it('with a misread code keeps its line: name, order and parent say which it is', () => {
    const box = boxOf(at)
    const pages = scanned(CLEAR, 1)
    const page = pages.find((p) => p.number === box.page)!
    page.glyphs = page.glyphs.map((g) => (g.text === '2080501' ? { ...g, text: '2080601', confidence: 0.99 } : g))
    expect(find(document(pages), at)).toMatchObject({ value: '22.88', status: 'proved' })
  })
})

describe('a word', () => {
  const reread = (from: string, change: Partial<Glyph>) =>
    document(
      scanned(CLEAR, 1).map((page) => ({
        ...page,
        glyphs: page.glyphs.map((g) => (g.text === from ? { ...g, ...change } : g)),
      })),
    )
  const summary = (from: Document) => from.tables.find((t) => t.id === 'income-expenditure-summary')!

  it('that is misread for want of ink is the one the forms print', () => {
    const out = reread('八、其他收入', { text: '八丶其他收人', confidence: 0.6, alternatives: [] })
    const row = summary(out).rows.find((r) => r.key === '收入:八、其他收入')
    expect(row?.cells.amount).toMatchObject({ value: '0.58', status: 'proved' })
  })

  it('that no form prints and that was hardly read names no line: its amount is for a person', () => {
    const out = reread('八、其他收入', { text: '八、真伏攻入', confidence: 0.6, alternatives: [] })
    const row = summary(out).rows.find((r) => r.cells.amount?.value === '0.58')
    expect(row?.cells.amount?.status).toBe('suspect')
    expect(out.findings).toContainEqual(expect.objectContaining({ code: 'cell-doubtful', row: row?.key }))
  })

  it('in a header that was hardly read makes its column one for a person', () => {
    const out = reread('基本支出', { text: '墓木攴岀', confidence: 0.5, alternatives: [] })
    const cells = out.tables.find((t) => t.id === 'expenditure')!.rows.flatMap((r) => Object.values(r.cells))
    expect(cells.filter((c) => c.value === '86.64').map((c) => c.status)).toEqual(['suspect'])
  })

  it('says in one finding which pages were read, and how surely', () => {
    const { findings } = document(scanned(CLEAR, 1))
    expect(findings.filter((f) => f.code === 'ocr-read')).toEqual([
      expect.objectContaining({
        severity: 'note',
        message: expect.objectContaining({ en: expect.stringContaining('pages 1-18') }),
      }),
    ])
  })
})
