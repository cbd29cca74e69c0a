/** juesuan explain: why each table is what it is, and what no template knew. */
import { basename } from 'node:path'
import { trace } from '../extract.ts'
import { formsWith } from '../forms.ts'
import { pageRanges } from '../page/ranges.ts'
import { TITLE_ENOUGH, titleSense } from '../template/around/title.ts'
import { missingColumns, unknownColumns, unknownRows } from '../template/gaps.ts'
import type { Match } from '../template/match.ts'
import type { Forms, Recognised } from '../template/tables.ts'
import { Drift } from './drift.ts'
import type { Exit } from './exit.ts'
import { eachFile, readInput } from './files.ts'

import { type ReadFlags, readOptions } from './options.ts'

/** Columns not found that are named for a table. */
const COLUMNS_LISTED = 8

export async function explainCommand(files: string[], flags: ReadFlags): Promise<Exit> {
  const forms = await formsWith(flags.extractors)
  const drift = new Drift()
  const exit = await eachFile(files, async (file) => {
    const { recognised, document } = await trace(forms, readInput(file), {
      file: basename(file),
      ...readOptions(flags),
    })
    const kind = document.document.kind?.value ?? null
    console.log(`${file}\n`)
    for (const one of recognised) console.log(explainTable(one, forms, kind))
    drift.add(basename(file), recognised)
    return true
  })
  if (files.length > 1) console.log(drift.summary())
  return exit
}

function explainTable(one: Recognised, forms: Forms, kind: string | null): string {
  const { section, candidates, table } = one
  const title = section.title?.text.trim() ?? '(no title)'
  const [best, second] = candidates
  const lines = [`  page ${pageRanges(section.grid.pages)}: ${title}`]
  if (!best || !table) {
    lines.push(...refused(one, forms, kind), '    the grid is kept in other_tables')
    return `${lines.join('\n')}\n`
  }
  lines.push(
    `    ${scores(best)}: ${table.rows.length} rows, ${table.columns.length} columns, ${table.unit ?? 'no unit'}`,
  )
  lines.push(second ? `    next: ${scores(second)}` : '    no other template has such a title')
  const list = (name: string, texts: readonly string[]) => {
    if (texts.length > 0) lines.push(`    ${name}: ${texts.join(', ')}`)
  }
  list(
    'headers no column knows',
    unknownColumns(one).map((c) => c.header),
  )
  list('rows no rule knows', unknownRows(one))
  list('columns not found', firstOf(missingColumns(best)))
  return `${lines.join('\n')}\n`
}

/** Lists of records may have many columns, and none has all. */
function firstOf(columns: readonly string[]): string[] {
  const more = columns.length - COLUMNS_LISTED
  return more > 0 ? [...columns.slice(0, COLUMNS_LISTED), `${more} more`] : [...columns]
}

function scores({ template, score, title, header, complete }: Match): string {
  const share = (n: number) => `${Math.round(100 * n)} %`
  return `${template.id} ${share(score)} (title ${share(title)}, headers known ${share(header)}, columns found ${share(complete)})`
}

/** Why no template took the table: templates with such a title, and what spoke against each. */
function refused({ section, header }: Recognised, { templates, language }: Forms, kind: string | null): string[] {
  const title = section.title?.text
  if (title === undefined) return ['    it has no title, and its headers alone are not those of one template']
  const { score } = titleSense(language)
  const close = templates.filter((t) => score(title, t) >= TITLE_ENOUGH)
  if (close.length === 0) return ['    no template has this title']
  const heads = header.leaves.map((l) => l.path.join('/')).filter((text) => text !== '')
  return close.map((t) =>
    kind !== null && t.kind !== 'any' && t.kind !== kind
      ? `    ${t.id} has this title, but it is a table of ${t.kind}`
      : `    ${t.id} has this title, but it knows too few of the headers: ${heads.join(', ')}`,
  )
}
