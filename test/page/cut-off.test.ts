/** Texts that their cell or the paper cuts off: names are whole in the file, amounts cannot be read. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readFile } from '../../src/extract.ts'
import { forms } from '../../src/forms.ts'
import { withCutOff } from '../../src/page/cut-off.ts'
import type { DrawnGlyph } from '../../src/page/operators/drawing.ts'
import { understand } from '../../src/understand.ts'

/** A text whose characters stand one behind the other; those between brackets are clipped. */
function drawn(words: string, run: number, hidden = false): DrawnGlyph[] {
  const out: DrawnGlyph[] = []
  let clipped = false
  let x = 0
  for (const text of words) {
    if (text === '[' || text === ']') clipped = text === '['
    else {
      const box: DrawnGlyph['box'] = [x, 0, x + 9, 9]
      out.push({ text, box, size: 9, angle: 0, hidden: clipped || hidden, clipped, ink: 1, run, order: run })
      x += 9
    }
  }
  return out
}

const read = (...texts: DrawnGlyph[][]) =>
  withCutOff(texts.flat(), (g) => g.clipped)
    .filter((g) => !g.hidden)
    .map((g) => g.text)
    .join('')

it.each([
  ['[政]府性基金预[算]', '政府性基金预算'],
  ['2050[201]', '2050201'],
  ['[本表无数据]', ''],
  ['总[表]', '总'],
  ['收支总表', '收支总表'],
])('the name %s', (words, whole) => {
  expect(read(drawn(words, 1))).toBe(whole)
})

it.each(['2008[6518.70]', '20,086,518.[70]', '[2]0086518.70', '￥1[4]', '１２３４５[６７８．００]'])(
  'the amount %s is none that can be read',
  (words) => {
    expect(read(drawn(words, 1))).toMatch(/^(##)+$/)
  },
)

it('a name keeps what is cut off of it, and no amount behind it', () => {
  expect(read(drawn('教育支[出12.50]', 1))).toBe('教育支出')
})

it('the ends of two texts that touch are each of its own cell', () => {
  const inCell = (glyphs: DrawnGlyph[], x0: number) =>
    glyphs.map((g): DrawnGlyph => ({ ...g, box: [g.box[0] + x0, 0, g.box[2] + x0, 9], clip: [x0, 0, x0 + 45, 9] }))
  expect(read(inCell(drawn('福利支[出]', 1), 0), inCell(drawn('[50]199', 2), 36))).toBe('福利支出50199')
  expect(read(drawn('行政运行', 1), inCell(drawn('[50]199', 2), 36))).toBe('行政运行50199')
})

it('what is not painted at all is no rest of what stands before it', () => {
  const behind = drawn('99', 1, true).map((g): DrawnGlyph => ({ ...g, box: [g.box[0] + 18, 0, g.box[2] + 18, 9] }))
  expect(read([...drawn('支出', 1), ...behind])).toBe('支出')
})

it('an amount whose second line is lost is none; a whole one above a hidden row is', () => {
  const below = (words: string) => drawn(words, 2).map((g): DrawnGlyph => ({ ...g, box: [g.box[0], 12, g.box[2], 21] }))
  expect(read(drawn('￥２９３０', 1), below('[６９９２．９５]'))).toMatch(/^(##)+$/)
  expect(read(drawn('2930.50', 1), below('[6992.95]'))).toBe('2930.50')
  expect(read(drawn('17', 1), below('[151.68]'))).toBe('17')
})

it('a name that has lost one character may go on, unless others have lost more', () => {
  const open = (...texts: DrawnGlyph[][]) =>
    withCutOff(texts.flat(), (g) => g.clipped).flatMap((g) => (g.mayGoOn ? [g.text] : []))
  expect(open(drawn('强制隔离戒[毒]', 1))).toEqual(['戒毒'])
  expect(open(drawn('[强]制隔离戒毒', 1))).toEqual(['强制'])
  expect(open(drawn('强制隔离戒[毒]', 1), drawn('一般公共预[算拨款]', 2))).toEqual([])
  expect(open(drawn('强制隔离[戒毒]', 1), drawn('本年收入', 2))).toEqual([])
})

it('the amounts beside a name that may go on are in doubt where no other table names them, but for those of a code', async () => {
  const bytes = readFileSync(new URL('../../samples/drawn-final-accounts-2024.pdf', import.meta.url))
  const { pages, ...file } = await readFile(bytes, { file: 'drawn.pdf' })
  const marked = pages.map((page) => ({ ...page, glyphs: page.glyphs.map((g) => ({ ...g, mayGoOn: true as const })) }))
  const statuses = (of: typeof pages, id: string, key: RegExp) => {
    const { tables } = understand(forms, { ...file, pages: of }).document
    const rows = tables.filter((t) => t.id === id).flatMap((t) => t.rows.filter((r) => key.test(r.key)))
    return new Set(rows.flatMap((r) => Object.values(r.cells).flatMap((c) => (c.mark === 'amount' ? [c.status] : []))))
  }
  const left = ['fiscal-appropriation-summary', /^支出:年末财政拨款结转和结余$/] as const
  expect([...statuses(pages, ...left)]).toEqual(['proved'])
  expect([...statuses(marked, ...left)]).toEqual(['suspect'])
  expect([...statuses(marked, 'expenditure', /^\d/)]).toEqual(['proved'])
})
