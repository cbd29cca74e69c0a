/** What the templates found and did not know over many files: what changed in a new year's forms shows here. */
import { absentColumns, unknownColumns, unknownRows } from '../template/gaps.ts'
import type { Match } from '../template/match.ts'
import type { Recognised } from '../template/tables.ts'
import { alignColumns } from './text.ts'

/** Lines of the summary a kind. */
const LISTED = 40
/** A winner that is ahead of the next template by less (0–1) is named: a word more or less would turn it. */
const CLOSE = 0.05

/** Text → the files it stands in. */
type Places = Map<string, Set<string>>

export class Drift {
  private readonly files = new Set<string>()
  private readonly tables: Places = new Map()
  private readonly unclaimed: Places = new Map()
  private readonly headers: Places = new Map()
  private readonly rows: Places = new Map()
  private readonly close: Places = new Map()
  private readonly absent: Places = new Map()

  add(file: string, recognised: readonly Recognised[]): void {
    this.files.add(file)
    for (const one of recognised) {
      const { table, candidates, section } = one
      const [best, second] = candidates
      if (!table || !best) {
        put(this.unclaimed, section.title?.text.trim() ?? '(no title)', file)
        continue
      }
      put(this.tables, table.id, file)
      for (const { header } of unknownColumns(one)) put(this.headers, `${table.id}: ${header}`, file)
      for (const row of unknownRows(one)) put(this.rows, `${table.id}: ${row}`, file)
      for (const column of absentColumns(best)) put(this.absent, `${table.id}: ${column}`, file)
      if (isClose(best, second))
        put(this.close, `${best.template.id} before ${second!.template.id}: ${table.title}`, file)
    }
  }

  summary(): string {
    const notIn = new Map(
      [...this.tables].flatMap(([id, has]): [string, Set<string>][] => {
        const without = [...this.files].filter((f) => !has.has(f))
        return without.length > 0 ? [[id, new Set(without)]] : []
      }),
    )
    // A column that none of the files has belongs to the form of another place.
    const some = [...this.absent].filter(([text, files]) => files.size < this.tables.get(text.split(':')[0]!)!.size)
    return [
      `Over ${this.files.size} files, with the number of files and the first of them:`,
      part('Tables found', this.tables),
      part('Of these not in', notIn),
      part('Tables no template claims', this.unclaimed),
      part('Headers no column knows', this.headers),
      part('Rows no rule knows', this.rows),
      part('Columns that some files have and these have not', new Map(some)),
      part('Templates that won by little', this.close),
    ].join('\n\n')
  }
}

function put(map: Places, text: string, file: string): void {
  map.set(text, (map.get(text) ?? new Set()).add(file))
}

function isClose(best: Match, second: Match | undefined): boolean {
  return second !== undefined && best.score - second.score < CLOSE
}

function part(name: string, places: Places): string {
  const sorted = [...places].sort((a, b) => b[1].size - a[1].size)
  const rows = sorted.slice(0, LISTED).map(([text, files]) => [`  ${files.size}`, text, [...files][0]!])
  const more = sorted.length > LISTED ? `\n  and ${sorted.length - LISTED} more` : ''
  return `${name}: ${places.size}${rows.length > 0 ? `\n${alignColumns(rows, [0])}${more}` : ''}`
}
