/** Pages whose marks are placed one by one, and what is read of them. */
import { extract } from '../../src/index.ts'
import { widthOf } from './font.ts'
import { type DrawnPage, type Mark, PLAIN_WRITING, toPdf } from './pdf.ts'

export const SIZE = 11

/** Text with its middle, its left end (`<`) or its right end (`>`) at `x`. */
export function text(words: string, x: number, y: number, at: '|' | '<' | '>' = '|'): Mark {
  const width = widthOf(words, SIZE)
  return { kind: 'text', text: words, x: at === '<' ? x : at === '>' ? x - width : x - width / 2, y, size: SIZE }
}

/** The title of a table. */
export function title(words: string): Mark {
  return { kind: 'text', text: words, x: 320, y: 60, size: 20 }
}

/** Amounts of a line, each ending at a place; blanks print nothing. */
export function amounts(values: readonly string[], ends: readonly number[], y: number): Mark[] {
  return values.flatMap((v, i) => (v === '' ? [] : [text(v, ends[i]!, y, '>')]))
}

/** A horizontal ruling over the page. */
export function rule(y: number): Mark {
  return { kind: 'rule', x0: 36, x1: 806, y0: y, y1: y, width: 0.5, color: [0, 0, 0], as: 'stroke' }
}

export const stroke = (x0: number, y0: number, x1: number, y1: number): Mark => ({
  ...{ kind: 'rule', x0, x1, y0, y1, width: 0.5, color: [0, 0, 0], as: 'stroke' },
})

/** A table at a height: texts in the middle of their cells, amounts at the right. */
export function table(y0: number, xs: number[], ...rows: string[][]): Mark[] {
  const ys = [y0, ...rows.map((_, i) => y0 + 24 * (i + 1))]
  const cells = rows.flatMap((row, r) =>
    row.flatMap((words, c) => {
      const y = y0 + 24 * r + 16
      if (words === '') return []
      return [/^\d+(\.\d\d)?$/.test(words) ? text(words, xs[c + 1]! - 4, y, '>') : text(words, xs[c]! + 4, y, '<')]
    }),
  )
  const [left, right] = [xs[0]!, xs.at(-1)!]
  return [...cells, ...ys.map((y) => stroke(left, y, right, y)), ...xs.map((x) => stroke(x, y0, x, ys.at(-1)!))]
}

/** A table with uprights and a frame alone. */
export function withoutRowRulings(y0: number, xs: number[], ...rows: string[][]): Mark[] {
  const foot = y0 + 24 * rows.length
  const isInner = (m: Mark) => m.kind === 'rule' && m.y0 === m.y1 && m.y0 !== y0 && m.y0 !== foot
  return table(y0, xs, ...rows).filter((m) => !isInner(m))
}

export async function read(...pages: Mark[][]) {
  const drawn = pages.map((marks): DrawnPage => ({ width: 842, height: 595, marks }))
  return extract(await toPdf(drawn, 'unruled', PLAIN_WRITING), { ocr: 'never' })
}
