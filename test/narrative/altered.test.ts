/** A figure of the prose that is altered contradicts the table, in every sentence that a cell stands behind. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { trace } from '../../src/extract.ts'
import { forms } from '../../src/forms.ts'
import { type Circumstances, tell } from '../../src/narrative/index.ts'
import type { ProsePage } from '../../src/narrative/prose.ts'

const samples = ['drawn-final-accounts-2024', 'drawn-budget-2026', 'shanxi-xinjiang-office-2024']

it.each(samples)(
  '%s: each altered figure is contradicted, unaltered ones are not',
  async (name) => {
    const bytes = readFileSync(join(import.meta.dirname, `../../samples/${name}.pdf`))
    const { document, sheets } = await trace(forms, bytes)
    const circumstances: Circumstances = {
      facts: document.document,
      tables: document.tables,
      performance: { forms: [], prose: [] },
    }
    const contradicted = (pages: readonly ProsePage[]) =>
      tell(pages, circumstances, forms.narrative).checks.flatMap((c) =>
        c.rule === 'narrative-cell' && c.result === 'violated' ? [c.terms[0]?.statement] : [],
      )
    expect(contradicted(sheets)).toEqual([])
    const { checks, statements } = tell(sheets, circumstances, forms.narrative)
    const joined = checks.filter((c) => c.rule === 'narrative-cell' && c.strength === 'repeat')
    expect(joined.length).toBeGreaterThan(30)
    for (const check of joined) {
      const index = check.terms[0]!.statement!
      const { page, bbox } = statements[index]!
      const altered = sheets.map((sheet) => (sheet.page === page ? withOtherDigit(sheet, bbox) : sheet))
      expect(contradicted(altered)).toContain(index)
    }
  },
  60_000,
)

/** The page with the first digit of a figure made another one: 0 is 3, 9 is 1, others are one more. */
function withOtherDigit(sheet: ProsePage, bbox: readonly number[]): ProsePage {
  const [x0 = 0, y0 = 0, , y1 = 0] = bbox
  let done = false
  const lines = sheet.lines.map((line) => ({
    ...line,
    glyphs: line.glyphs.map((glyph) => {
      const own = glyph.box[0] >= x0 - 0.1 && glyph.box[1] >= y0 - 0.1 && glyph.box[3] <= y1 + 0.1
      if (done || !own || !/\d/.test(glyph.text)) return glyph
      done = true
      const next: Record<string, string> = { '0': '3', '9': '1' }
      return { ...glyph, text: glyph.text.replace(/\d/, (d) => next[d] ?? String(Number(d) + 1)) }
    }),
  }))
  return { ...sheet, lines }
}
