/** Short strokes on a page of tables (ticks, dashes that are drawn, ends of other lines) are no rulings. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { readFile } from '../../src/extract.ts'
import { forms } from '../../src/forms.ts'
import { findGrids } from '../../src/grid/find.ts'
import type { Document } from '../../src/model.ts'
import { cellRecords } from '../../src/output/cells.ts'
import type { Page, Ruling } from '../../src/page/types.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'

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

it('columns of two tables on a page, a little aside from each other', () => {
  const table = (y: number, x: number) => [
    ...lines('h', 0, 300, y, y + 30, y + 60),
    ...lines('v', y, y + 60, 0, x, 300),
  ]
  const page = pageOf(
    [...table(100, 146), ...table(300, 149)],
    [row(115, ['项目', 50], ['金额', 200]), row(145, ['收入', 50], ['10.00', 200])].concat([
      row(315, ['项目', 50], ['金额', 200]),
      row(345, ['支出', 50], ['12.00', 200]),
    ]),
  )
  expect(findGrids(page).map((grid) => grid.xs)).toEqual([
    [0, 146, 300],
    [0, 149, 300],
  ])
})
