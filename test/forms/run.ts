/** Runs drawn pages through the engine and writes what comes out in the notation of the cases. */
import { forms } from '../../src/forms.ts'
import type { Document, Row, Table } from '../../src/model.ts'
import { understand } from '../../src/understand.ts'
import { drawPages } from './draw.ts'

export function read(form: string): Document {
  const source = { file: 'drawn', sha256: '', bytes: 0, pages: 1, producer: null }
  return understand(forms, { pages: drawPages(form), findings: [], source }).document
}

/** Cases show few lines of a form: that 行次 are lacking is theirs. */
const PARTLY = new Set(['line-numbers'])

/** Each table with its unit, each line with its cells, then what no template claims and what does not add up. */
export function show({ tables, other_tables, checks }: Document): string {
  const violated = checks.filter((c) => c.result === 'violated' && !PARTLY.has(c.rule)).map((c) => `! ${c.name.en}`)
  const others = other_tables.map((t) => `# other: ${t.title}`.trim())
  return [...tables.map(showTable), ...others, ...violated].join('\n')
}

function showTable(table: Table): string {
  const lines = table.rows.map((row) => showRow(row, table)).filter((l) => l !== null)
  const empty = table.state === 'empty' ? ' (empty)' : ''
  return [`# ${table.id} ${table.unit ?? '-'}${empty}`, ...lines].join('\n')
}

function showRow(row: Row, table: Table): string | null {
  const cells = table.columns.flatMap(({ id }) => {
    const cell = row.cells[id]
    return cell && cell.mark !== 'blank' ? [`${id} ${cell.raw.replace(/\s+/g, '')}`] : []
  })
  return cells.length === 0 ? null : folded(`${row.key}: `, cells)
}

/** Characters a line of a case. */
const ACROSS = 110

function folded(head: string, cells: readonly string[]): string {
  const lines = [head]
  for (const [i, cell] of cells.entries()) {
    const text = i + 1 < cells.length ? `${cell}, ` : cell
    if (lines.at(-1)!.length + text.length > ACROSS && i > 0) lines.push('  ')
    lines[lines.length - 1] += text
  }
  return lines.map((l) => l.trimEnd()).join('\n')
}
