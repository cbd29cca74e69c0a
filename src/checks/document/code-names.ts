/** A subject code has one name in all tables of a document. */
import type { Row, Table } from '../../model.ts'
import { bareLabel } from '../../template/words.ts'
import type { Fact, Printed, Wrong } from './fact.ts'

interface Named {
  table: Table
  row: Row
  name: string
}

/** One check of all codes, or one of each that is called otherwise; a name cut short by its cell is the same. */
export function checkCodeNames({ recognised, templates }: Printed): Fact[] {
  // In lists of projects and purchases a name beside a code is the thing's own.
  const lists = new Set(templates.filter((t) => t.rows.by === 'record').map((t) => t.id))
  const lines = recognised.filter(({ table }) => table && !lists.has(table.id)).flatMap(namedLines)
  const byCode = [...Map.groupBy(lines, (n) => n.row.code!)].filter(([, n]) => n.length > 1)
  if (byCode.length === 0) return []
  const name = { zh: '同一科目编码名称一致', en: 'a subject code has one name' }
  const wrong = byCode.flatMap(([code, [first, ...others]]): Fact[] => {
    const other = others.find((o) => !o.name.includes(first!.name) && !first!.name.includes(o.name))
    return other ? [{ rule: 'code-name', where: code, name, wrong: calledOtherwise(code, first!, other) }] : []
  })
  return wrong.length > 0 ? wrong : [{ rule: 'code-name', where: 'all', name }]
}

function calledOtherwise(code: string, first: Named, other: Named): Wrong {
  return {
    severity: 'warning',
    zh: `科目${code}在《${first.table.title}》中是“${first.row.label}”，在《${other.table.title}》中是“${other.row.label}”`,
    en: `${code} is “${first.row.label}” in ${first.table.id} and “${other.row.label}” in ${other.table.id}`,
    ...placeOf(other),
    table: other.table.id,
  }
}

/** Lines with the name of their code. One that crosses two classifications (2010801/50101) is named after one of them. */
function namedLines({ table, section }: Printed['recognised'][number]): Named[] {
  // A label that was misread says nothing of the document.
  if (!table || section.grid.cells.some((c) => c.glyphs.some((g) => g.source === 'ocr'))) return []
  return table.rows.flatMap((row) => {
    const name = bareLabel(row.label)
    const codes = row.key.split('/').filter((part) => /^\d{3,7}$/.test(part))
    return row.code !== null && name !== '' && codes.length === 1 && codes[0] === row.code ? [{ table, row, name }] : []
  })
}

function placeOf({ table, row }: Named): { page: number | null; bbox: [number, number, number, number] | null } {
  const [cell] = Object.values(row.cells)
  return cell ? { page: cell.page, bbox: [...cell.bbox] } : { page: table.pages[0] ?? null, bbox: null }
}
