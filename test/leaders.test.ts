/** Dots that lead the eye from a label to its amount are of neither; those of a table of contents stay. */
import { expect, it } from 'vitest'
import { withoutLeaders } from '../src/page/leaders.ts'
import { pageOf, row } from './drawn/ruled.ts'

const read = (...lines: [words: string, x: number][][]) =>
  withoutLeaders(
    pageOf(
      [],
      lines.map((line, i) => row(20 * (i + 1), ...line)),
    ),
  )
    .glyphs.map((g) => g.text)
    .join('')

it('are dropped in a table, though the number of a line without an amount looks like that of a page', () => {
  expect(
    read(
      [
        ['一、财政拨款收入......', 100],
        ['162.08', 250],
      ],
      [
        ['二、外交支出......', 100],
        ['32', 250],
      ],
    ),
  ).toBe('一、财政拨款收入162.08二、外交支出32')
})

it('are kept in a table of contents', () => {
  expect(
    read(
      [
        ['收入决算表......', 100],
        ['3', 250],
      ],
      [
        ['支出决算表......', 100],
        ['5', 250],
      ],
    ),
  ).toBe('收入决算表......3支出决算表......5')
})
