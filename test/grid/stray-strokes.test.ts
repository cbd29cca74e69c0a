/** Short strokes on a page of tables (ticks, dashes that are drawn, ends of other lines) are no rulings. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { readFile } from '../../src/extract.ts'
import { forms } from '../../src/forms.ts'
import type { Document } from '../../src/model.ts'
import { cellRecords } from '../../src/output/cells.ts'
import type { Page, Ruling } from '../../src/page/types.ts'
import { understand } from '../../src/understand.ts'

/** Points that a stroke is long, and how many of them a page has. */
const LONG = 8
const COUNT = 15

const cells = (document: Document) =>
  cellRecords(document).map((c) => [c.table, c.page, c.row, c.column, c.value].join(' '))

it.each(['drawn-budget-2026', 'shanxi-xinjiang-office-2024'])('%s', async (name) => {
  const bytes = readFileSync(new URL(`../../samples/${name}.pdf`, import.meta.url))
  const file = await readFile(bytes, { file: `${name}.pdf` })
  const plain = cells(understand(forms, file).document)
  for (const seed of [1, 2, 3]) {
    const next = random(seed)
    const stroke = ({ width, height }: Page): Ruling => {
      const [x, y] = [next() * width, next() * height]
      return next() < 0.5
        ? { axis: 'h', at: y, from: x, to: x + LONG, thickness: 0.5 }
        : { axis: 'v', at: x, from: y, to: y + LONG, thickness: 0.5 }
    }
    const pages = file.pages.map((page) => ({
      ...page,
      rulings: [...page.rulings, ...Array.from({ length: COUNT }, () => stroke(page))],
    }))
    expect(cells(understand(forms, { ...file, pages }).document)).toEqual(plain)
  }
})
