/** Tables of which a ruling between two rows is left out: what stands in the cells shows that these are two. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type ReadFile, readFile, understand } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import type { Document } from '../src/model.ts'
import { cellRecords } from '../src/output/cells.ts'
import type { Page } from '../src/page/types.ts'

const file: ReadFile = await readFile(readFileSync(new URL('../samples/drawn-budget-2026.pdf', import.meta.url)), {
  file: 'drawn.pdf',
})
const plain = cells(understand(forms, file).document)

function cells(document: Document): string[] {
  return cellRecords(document).map((c) => [c.table, c.page, c.row, c.column, c.value].join(' '))
}

/** Heights of the page's inner horizontal rulings, top to bottom. */
function heights({ rulings }: Page): number[] {
  const all = [...new Set(rulings.flatMap((r) => (r.axis === 'h' ? [Math.round(r.at)] : [])))].sort((a, b) => a - b)
  return all.slice(1, -1)
}

/** What is read where each page lacks the ruling that `choose` takes of its inner ones. */
function without(choose: (own: number[]) => number | undefined): string[] {
  const pages = file.pages.map((page) => {
    const at = choose(heights(page))
    const isLeft = (r: Page['rulings'][number]) => at === undefined || r.axis === 'v' || Math.round(r.at) !== at
    return { ...page, rulings: page.rulings.filter(isLeft) }
  })
  return cells(understand(forms, { ...file, pages }).document)
}

it('between two of the last rows', () => {
  expect(without((own) => own.at(-2))).toEqual(plain)
})

it('between two rows in the middle', () => {
  expect(without((own) => own[(own.length + 3) >> 1])).toEqual(plain)
})

it('no amount is put together from two', () => {
  for (let n = 0; n < 12; n++) {
    const known = new Set(plain.map((line) => line.split(' ').at(-1)))
    const found = without((own) => own[n]).filter((line) => /^-?[\d.]+$/.test(line.split(' ').at(-1)!))
    expect(found.filter((line) => !known.has(line.split(' ').at(-1)))).toEqual([])
  }
})
