/** 行次 and 栏次 run without a gap: one that is lacking is a row or a column that was left out. */
import type { GridCell } from '../../grid/types.ts'
import type { Table } from '../../model.ts'
import { isOrdinalRow } from '../../template/columns/header.ts'
import type { Recognised } from '../../template/tables.ts'
import { squash } from '../../template/words.ts'
import type { Fact, Printed } from './fact.ts'

/** 3, or 3=4+7: the number, and what the column is the sum of. */
const ORDINAL = /^(\d+)(?:=[\d+()-]+)?$/

export function checkLineNumbers({ recognised }: Printed): Fact[] {
  return recognised.flatMap(({ table, section, candidates, header }): Fact[] => {
    const columns = candidates[0]?.columns ?? []
    // Of a scan a number may be misread; that says nothing of the document.
    if (!table || section.grid.cells.some((c) => c.glyphs.some((g) => g.source === 'ocr'))) return []
    const lines = columns
      .filter((c) => c.role === 'line')
      .flatMap((c, i) => run(`lines${i + 1}`, '行次', numbersBelow(section.grid.cells, c.leaf.c0, header.rows), table))
    const ordinals = columns.flatMap((c) => ORDINAL.exec(squash(c.leaf.ordinal ?? ''))?.[1] ?? [])
    return [
      ...lines,
      ...run(
        'columns',
        '栏次',
        ordinals.map((text) => ({ text, cell: null })),
        table,
      ),
    ]
  })
}

/** A printed number, and the cell it stands in. */
interface Numbered {
  text: string
  cell: GridCell | null
}

function numbersBelow(cells: Recognised['section']['grid']['cells'], column: number, from: number): Numbered[] {
  return cells
    .filter((c) => c.col === column && c.row >= from && /^\d{1,3}$/.test(squash(c.text)))
    .filter((c) => !isOrdinalRow(cells.filter((o) => o.row === c.row)))
    .sort((a, b) => a.row - b.row)
    .map((cell) => ({ text: squash(cell.text), cell }))
}

function run(what: string, zh: string, printed: readonly Numbered[], table: Table): Fact[] {
  if (printed.length < 2) return []
  const at = printed.findIndex((p, i) => i > 0 && Number(p.text) !== Number(printed[i - 1]!.text) + 1)
  const [before, broken] = [printed[at - 1], printed[at]]
  return [
    {
      rule: 'line-numbers',
      where: `${table.id}/${table.pages[0]}/${what}`,
      name: { zh: `${zh}连续`, en: `${zh} run without a gap` },
      wrong:
        before && broken
          ? {
              severity: 'warning',
              zh: `《${table.title}》的${zh}不连续：${before.text}之后是${broken.text}`,
              en: `in ${table.id} ${zh} ${before.text} is followed by ${broken.text}`,
              page: broken.cell?.page ?? table.pages[0] ?? null,
              bbox: broken.cell ? [...broken.cell.box] : null,
              table: table.id,
            }
          : undefined,
    },
  ]
}
