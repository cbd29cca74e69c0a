/** Nothing printed is lost; what no template knows is kept, and a finding says where. */
import { isWrittenAmount } from '../../amount.ts'
import type { Finding } from '../../model.ts'
import { pageRanges } from '../../page/ranges.ts'
import { type UnknownColumn, unknownColumns, unknownRows, unknownSpans } from '../../template/gaps.ts'
import { isScanned } from '../../template/seen.ts'
import type { Recognised } from '../../template/tables.ts'
import { amountLines } from './loose.ts'

/** Names beyond this many are counted, not listed. */
const LISTED = 5

export function unknownFindings(recognised: readonly Recognised[]): Finding[] {
  const lost = recognised.filter(
    ({ table, section }) =>
      !table && section.grid.cells.some((c) => isWrittenAmount(c.text) || amountLines(c).length > 0),
  )
  const scanned = lost.filter(({ section }) => section.grid.cells.some(isScanned))
  return [
    // On a scan a misread title or header may be why a table is not known: that is no gap of ours alone.
    ...unclaimed(scanned, 'warning'),
    ...unclaimed(
      lost.filter((one) => !scanned.includes(one)),
      'note',
    ),
    ...byKind(recognised).flatMap((tables) => NOTES.flatMap((note) => noteOn(tables, note))),
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

interface Note {
  code: string
  /** What it is on of a table, each once by its id. */
  of: (one: Recognised) => readonly UnknownColumn[]
  zh: (count: number) => string
  en: (count: number) => string
}

const named = (names: readonly string[]) => names.map((header) => ({ id: header, header }))

const NOTES: readonly Note[] = [
  {
    code: 'unknown-columns',
    of: unknownColumns,
    zh: (count) => `${count}列的表头未能识别，按原表头保留为other:…列`,
    en: (count) => `${count} columns that no template knows; they are kept under their own headers as other:HEADER`,
  },
  {
    code: 'unknown-spans',
    of: (one) => named(unknownSpans(one)),
    zh: (count) => `${count}个上级表头未能识别，其下的列按各自的表头命名`,
    en: (count) => `${count} headers over known columns that no template knows; the columns go by their own headers`,
  },
  {
    code: 'unknown-rows',
    of: (one) => named(unknownRows(one)),
    zh: (count) => `${count}行既无科目编码也不是合计，按原名称保留`,
    en: (count) => `${count} lines with neither a code nor the label of a total; they are kept under their own labels`,
  },
]

/** One note on all tables of a kind. */
function noteOn(tables: readonly Recognised[], { code, of, zh, en }: Note): Finding[] {
  const first = tables.find((one) => of(one).length > 0)
  if (!first?.table) return []
  const all = new Map(tables.flatMap(of).map((c) => [c.id, c.header]))
  const names = list([...all.values()].map((name) => ({ zh: `“${name}”`, en: `"${name}"` })))
  const { id, title } = first.table
  const message = { zh: `《${title}》有${zh(all.size)}：${names.zh}`, en: `${id} has ${en(all.size)}: ${names.en}` }
  return [{ code, severity: 'note', message, page: first.table.pages[0] ?? null, bbox: null, table: id }]
}

function list(names: readonly { zh: string; en: string }[]): { zh: string; en: string } {
  const shown = names.slice(0, LISTED)
  const more = names.length - shown.length
  return {
    zh: `${shown.map((n) => n.zh).join('、')}${more > 0 ? `等${names.length}项` : ''}`,
    en: `${shown.map((n) => n.en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  }
}
