/** Nothing printed is lost; what no template knows is kept, and a finding says where. */
import { isWrittenAmount } from '../../amount.ts'
import type { Finding } from '../../model.ts'
import { pageRanges } from '../../page/ranges.ts'
import { type UnknownColumn, unknownColumns, unknownRows, unknownSpans } from '../../template/gaps.ts'
import { isScanned } from '../../template/seen.ts'
import type { Recognised } from '../../template/tables.ts'

/** Names beyond this many are counted, not listed. */
const LISTED = 5

export function unknownFindings(recognised: readonly Recognised[]): Finding[] {
  const lost = recognised.filter(
    ({ table, section }) => !table && section.grid.cells.some((c) => isWrittenAmount(c.text)),
  )
  const scanned = lost.filter(({ section }) => section.grid.cells.some(isScanned))
  return [
    // On a scan a misread title or header may be why a table is not known: that is no gap of ours alone.
    ...unclaimed(scanned, 'warning'),
    ...unclaimed(
      lost.filter((one) => !scanned.includes(one)),
      'note',
    ),
    ...byKind(recognised).flatMap((tables) => [...columnsNote(tables), ...spansNote(tables), ...rowsNote(tables)]),
  ]
}

function unclaimed(lost: readonly Recognised[], severity: Finding['severity']): Finding[] {
  const [first] = lost
  if (!first) return []
  const names = lost.map(({ section }) => {
    const title = section.title?.text.trim() ?? ''
    const pages = pageRanges(section.grid.pages)
    return {
      zh: title === '' ? `第${pages}页无标题的表` : `第${pages}页《${title}》`,
      en: `"${title}" on page ${pages}`,
    }
  })
  const listed = list(names)
  return [
    {
      code: 'unclaimed-tables',
      severity,
      message: {
        zh: `${lost.length}张有金额的表没有识别为已知表格，原样保留在other_tables中：${listed.zh}`,
        en: `${lost.length} tables with amounts were not recognised; they are kept as printed in other_tables: ${listed.en}`,
      },
      page: first.section.grid.pages[0]!,
      bbox: null,
    },
  ]
}

/** The tables of each kind together: a form that comes once a unit is told of once. */
function byKind(recognised: readonly Recognised[]): Recognised[][] {
  const kinds = new Map<string, Recognised[]>()
  for (const one of recognised) if (one.table) kinds.set(one.table.id, [...(kinds.get(one.table.id) ?? []), one])
  return [...kinds.values()]
}

function columnsNote(tables: readonly Recognised[]): Finding[] {
  const first = tables.find((one) => unknownColumns(one).length > 0)
  if (!first?.table) return []
  const columns = new Map<string, UnknownColumn>(tables.flatMap(unknownColumns).map((c) => [c.id, c]))
  const { zh, en } = list([...columns.values()].map((c) => ({ zh: `“${c.header}”`, en: `"${c.header}"` })))
  const { id, title } = first.table
  return [
    note(first, 'unknown-columns', {
      zh: `《${title}》有${columns.size}列的表头未能识别，按原表头保留为other:…列：${zh}`,
      en: `${id} has ${columns.size} columns that no template knows; they are kept under their own headers as other:HEADER: ${en}`,
    }),
  ]
}

function spansNote(tables: readonly Recognised[]): Finding[] {
  const first = tables.find((one) => unknownSpans(one).length > 0)
  if (!first?.table) return []
  const spans = [...new Set(tables.flatMap(unknownSpans))]
  const { zh, en } = list(spans.map((header) => ({ zh: `“${header}”`, en: `"${header}"` })))
  const { id, title } = first.table
  return [
    note(first, 'unknown-spans', {
      zh: `《${title}》有${spans.length}个上级表头未能识别，其下的列按各自的表头命名：${zh}`,
      en: `${id} has ${spans.length} headers over known columns that no template knows; the columns go by their own headers: ${en}`,
    }),
  ]
}

function rowsNote(tables: readonly Recognised[]): Finding[] {
  const first = tables.find((one) => unknownRows(one).length > 0)
  if (!first?.table) return []
  const rows = [...new Set(tables.flatMap(unknownRows))]
  const { zh, en } = list(rows.map((key) => ({ zh: `“${key}”`, en: `"${key}"` })))
  const { id, title } = first.table
  return [
    note(first, 'unknown-rows', {
      zh: `《${title}》有${rows.length}行既无科目编码也不是合计，按原名称保留：${zh}`,
      en: `${id} has ${rows.length} lines with neither a code nor the label of a total; they are kept under their own labels: ${en}`,
    }),
  ]
}

function note({ table }: Recognised, code: string, message: Finding['message']): Finding {
  return { code, severity: 'note', message, page: table!.pages[0] ?? null, bbox: null, table: table!.id }
}

function list(names: readonly { zh: string; en: string }[]): { zh: string; en: string } {
  const shown = names.slice(0, LISTED)
  const more = names.length - shown.length
  return {
    zh: `${shown.map((n) => n.zh).join('、')}${more > 0 ? `等${names.length}项` : ''}`,
    en: `${shown.map((n) => n.en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  }
}
