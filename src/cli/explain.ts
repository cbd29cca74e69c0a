/** juesuan explain: why each table is what it is, and what no template knew. */
import { basename } from 'node:path'
import { trace } from '../extract.ts'
import { formsWith } from '../forms.ts'
import { pageRanges } from '../page/ranges.ts'
import type { Match } from '../template/match.ts'
import type { Recognised } from '../template/tables.ts'
import type { Exit } from './exit.ts'
import { eachFile, readInput } from './files.ts'
import type { ReadFlags } from './options.ts'
import { alignColumns } from './text.ts'

/** What the templates did not know, over many files: text → the files it stands in. */
interface Gaps {
  tables: Map<string, string[]>
  headers: Map<string, string[]>
  rows: Map<string, string[]>
}

export async function explainCommand(files: string[], { extractors, password, ocr, limit }: ReadFlags): Promise<Exit> {
  const forms = await formsWith(extractors)
  const gaps: Gaps = { tables: new Map(), headers: new Map(), rows: new Map() }
  const exit = await eachFile(files, async (file) => {
    const { recognised } = await trace(forms, readInput(file), { file: basename(file), password, ocr, limits: limit })
    console.log(`${file}\n`)
    for (const one of recognised) console.log(explainTable(one))
    for (const one of recognised) collect(gaps, one, file)
    return true
  })
  if (files.length > 1) console.log(overview(gaps, files.length))
  return exit
}

function explainTable(one: Recognised): string {
  const { section, candidates, table } = one
  const title = section.title?.text.trim() ?? '(no title)'
  const [best, second] = candidates
  const lines = [`  page ${pageRanges(section.grid.pages)}: ${title}`]
  if (!best || !table) {
    lines.push('    no template has this title; the grid is kept in other_tables')
    return `${lines.join('\n')}\n`
  }
  lines.push(
    `    ${scores(best)}: ${table.rows.length} rows, ${table.columns.length} columns, ${table.unit ?? 'no unit'}`,
  )
  lines.push(second ? `    next: ${scores(second)}` : '    no other template has such a title')
  const list = (name: string, texts: readonly string[]) => {
    if (texts.length > 0) lines.push(`    ${name}: ${texts.join(', ')}`)
  }
  list('headers no column knows', unknownHeaders(one))
  list('rows no rule knows', unknownRows(one))
  list('columns not found', missingColumns(best))
  return `${lines.join('\n')}\n`
}

function scores({ template, score, title, header, complete }: Match): string {
  const share = (n: number) => `${Math.round(100 * n)} %`
  return `${template.id} ${share(score)} (title ${share(title)}, headers known ${share(header)}, columns found ${share(complete)})`
}

function unknownHeaders({ candidates, table }: Recognised): string[] {
  if (!table) return []
  const unknown = candidates[0]?.columns.filter((c) => c.role === 'value' && c.fit === 0) ?? []
  return [...new Set(unknown.map((c) => c.leaf.path.join('/') || `column ${c.leaf.c0 + 1} without a header`))]
}

const TOTALS = /^合计$|\/合计$|^人员经费合计$|^公用经费合计$/

/** Lines of a table of codes that have neither a code nor the label of a total. */
function unknownRows({ candidates, table }: Recognised): string[] {
  if (candidates[0]?.template.rows.by !== 'code' || !table) return []
  return table.rows.filter((r) => r.code === null && !TOTALS.test(r.key)).map((r) => r.key)
}

function missingColumns({ template, columns }: Match): string[] {
  const found = new Set(columns.filter((c) => c.role === 'value').map((c) => `${c.side ?? ''}:${c.id}`))
  const own: [string, string][] =
    template.rows.by === 'side'
      ? Object.entries(template.rows.sides).flatMap(([side, { columns }]) =>
          Object.keys(columns).map((id): [string, string] => [side, id]),
        )
      : Object.keys(template.columns).map((id) => ['', id])
  const has = ([side, id]: [string, string]) =>
    [...found].some((f) => f === `${side}:${id}` || (side === '' && f.endsWith(id)))
  return own.filter((o) => !has(o)).map(([side, id]) => (side ? `${side}:${id}` : id))
}

function collect(gaps: Gaps, one: Recognised, file: string): void {
  const add = (map: Map<string, string[]>, text: string) => {
    const list = map.get(text)
    if (!list) map.set(text, [file])
    else if (!list.includes(file)) list.push(file)
  }
  if (!one.table) add(gaps.tables, one.section.title?.text.trim() ?? '(no title)')
  for (const header of unknownHeaders(one)) add(gaps.headers, `${one.table?.id}: ${header}`)
  for (const row of unknownRows(one)) add(gaps.rows, `${one.table?.id}: ${row}`)
}

/** Lines of the overview a kind. */
const LISTED = 40

function overview(gaps: Gaps, files: number): string {
  const part = (name: string, map: Map<string, string[]>) => {
    const sorted = [...map].sort((a, b) => b[1].length - a[1].length)
    const rows = sorted.slice(0, LISTED).map(([text, in_]) => [`  ${in_.length}`, text, basename(in_[0]!)])
    const more = sorted.length > LISTED ? `\n  and ${sorted.length - LISTED} more` : ''
    return `${name}: ${map.size}${rows.length > 0 ? `\n${alignColumns(rows, [0])}${more}` : ''}`
  }
  return [
    `Over ${files} files, with the number of files and the first of them:`,
    part('Tables no template claims', gaps.tables),
    part('Headers no column knows', gaps.headers),
    part('Rows no rule knows', gaps.rows),
  ].join('\n\n')
}
