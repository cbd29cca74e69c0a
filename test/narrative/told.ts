/** Fictional prose, set as pages, read by the reader of prose; what it says in a compact notation. */
import { forms } from '../../src/forms.ts'
import type { Statement, Table } from '../../src/model.ts'
import { type Told, tell } from '../../src/narrative/index.ts'
import type { ProsePage } from '../../src/narrative/prose.ts'
import { toLines } from '../../src/page/lines.ts'
import type { Glyph } from '../../src/page/types.ts'

export interface Telling {
  kind: 'final-accounts' | 'budget'
  year: number
  text: string
  tables?: readonly Table[]
}

/** An A4 page in points: 12 pt letters, 34 to a line, first lines of paragraphs set in by two. */
const PAGE = { width: 595, height: 842, left: 90, top: 110, bottom: 720, letter: 12, perLine: 34, leading: 24 }

/** Lines of a text as pages; each line of the text is a paragraph, broken anywhere but within a number. */
export function setAsPages(text: string): ProsePage[] {
  const lines = text.split('\n').flatMap((paragraph) => wrap(paragraph.trim()))
  const perPage = Math.floor((PAGE.bottom - PAGE.top) / PAGE.leading)
  const count = Math.max(1, Math.ceil(lines.length / perPage))
  return Array.from({ length: count }, (_, i) => ({
    page: i + 1,
    box: [0, 0, PAGE.width, PAGE.height] as const,
    lines: toLines(lines.slice(i * perPage, (i + 1) * perPage).flatMap((line, row) => glyphsOf(line, row))),
    grids: [],
  }))
}

/** A number with its signs is not broken; any other letter may begin a line. */
function wrap(paragraph: string): { text: string; indent: number }[] {
  const out: { text: string; indent: number }[] = []
  let line = { text: '', indent: 2 }
  for (const word of paragraph.match(/[\d.,%]+|./gsu) ?? []) {
    if (widthOf(line.text) + line.indent + widthOf(word) > PAGE.perLine) {
      out.push(line)
      line = { text: '', indent: 0 }
    }
    line.text += word
  }
  return line.text === '' ? out : [...out, line]
}

const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (/[\x20-\x7e]/.test(letter) ? 0.5 : 1), 0)

function glyphsOf(line: { text: string; indent: number }, row: number): Glyph[] {
  const y = PAGE.top + row * PAGE.leading
  let x = PAGE.left + line.indent * PAGE.letter
  return [...line.text].map((text) => {
    const width = widthOf(text) * PAGE.letter
    x += width
    return { text, box: [x - width, y, x, y + PAGE.letter], size: PAGE.letter, source: 'text' }
  })
}

export function told({ kind, year, text, tables = [] }: Telling): Told {
  const place = { page: 1, quote: '' }
  const facts = {
    kind: { value: kind, ...place },
    fiscal_year: { value: String(year), ...place },
    entity: { value: '某市档案馆', ...place },
  }
  return tell(setAsPages(text), { facts, tables, performance: { forms: [], prose: [] } }, forms.narrative)
}

/** `quantity 增加38.97万元 / 上年决算数 @2022`: base and year only where there is one and it is not the document's. */
export function notation(s: Statement, year: number): string {
  const figure = `${s.direction ?? ''}${s.value ?? ''}${s.unit ?? ''}`
  const base = s.base ? ` / ${s.base}` : ''
  return `${s.quantity} ${figure}${base}${s.year === year ? '' : ` @${s.year}`}`
}
