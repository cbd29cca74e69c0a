import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { extract } from '../src/index.ts'
import { DEFAULT_LIMITS } from '../src/limits.ts'

const sample = readFileSync(new URL('../samples/shanxi-xinjiang-office-2024.pdf', import.meta.url))

describe('limits', () => {
  it('on bytes and pages end the file and name the limit', async () => {
    await expect(extract(sample, { limits: { ...DEFAULT_LIMITS, bytes: 1000 } })).rejects.toThrow(
      /287,761 bytes, the limit is 1,000; raise it with --limit bytes=287761/,
    )
    await expect(extract(sample, { limits: { ...DEFAULT_LIMITS, pages: 26 } })).rejects.toThrow(
      /27 pages, the limit is 26/,
    )
  })

  it('on what one page holds cost that page alone', async () => {
    const document = await extract(sample, { pages: [2, 7], limits: { ...DEFAULT_LIMITS, glyphs: 600 } })
    const broken = document.findings.filter((f) => f.code === 'page-unreadable')
    expect(broken.map((f) => f.page)).toEqual([2])
    expect(broken[0]?.message.en).toMatch(/characters on one page, the limit is 600/)
    expect(document.tables.map((t) => t.id)).toEqual(['expenditure'])
  })

  it('on pages hold for a file of thousands', async () => {
    const huge = await PDFDocument.create()
    for (let i = 0; i < 5000; i++) huge.addPage([100, 100])
    await expect(extract(await huge.save())).rejects.toThrow(/5,000 pages, the limit is 3,000/)
  })
})
