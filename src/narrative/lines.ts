/** Lines of the document's own tables, found by the names prose gives them. */
import { memoised } from '../memo.ts'
import type { Table } from '../model.ts'
import { bareLabel, squash } from '../template/words.ts'
import type { NarrativeVocabulary } from './define.ts'

/** Where in a document a name stands: the same words mean another line in another chapter. */
export interface Whereabouts {
  kind: 'accounts' | 'budget'
  chapter: string
}

/** A table that lines are looked for in, with the column of their figures. */
interface Place {
  table: string
  column: string
  /** It holds more money than the chapter speaks of. */
  wider: boolean
}

export interface FoundLine extends Place {
  row: string
}

interface Line {
  table: string
  code: string
  label: string
  key: string
  /** It holds an amount that is not zero. */
  filled: boolean
}

export interface Lines {
  lines: readonly Line[]
  /** By table and plain label: the first that holds an amount, or else the first. */
  named: ReadonlyMap<string, Line>
  /** Tables whose lines are meant in a chapter, with the column. */
  inChapter(here: Whereabouts): readonly Place[]
  /** Plain name → plain label of the form. */
  aliases: ReadonlyMap<string, string>
}

export function toTableLines(tables: readonly Table[], vocabulary: NarrativeVocabulary): Lines {
  const lines = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.code || row.side === '支出'
        ? [
            {
              table: table.id,
              code: row.code ? row.key : '',
              label: plainName(row.label),
              key: row.key,
              filled: Object.values(row.cells).some((c) => c.mark === 'amount'),
            },
          ]
        : [],
    ),
  )
  const aliases = new Map<string, string>()
  for (const [label, names] of Object.entries(vocabulary.aliases))
    for (const name of names) aliases.set(plainName(name), plainName(label))
  const named = new Map<string, Line>()
  for (const line of lines) {
    const before = named.get(nameIn(line.table, line.label))
    if (!before || (line.filled && !before.filled)) named.set(nameIn(line.table, line.label), line)
  }
  const inChapter = { accounts: chapters('accounts', vocabulary), budget: chapters('budget', vocabulary) }
  return { lines, named, inChapter: ({ kind, chapter }) => inChapter[kind](chapter), aliases }
}

function nameIn(table: string, label: string): string {
  return `${table} ${label}`
}

function chapters(kind: Whereabouts['kind'], { labels }: NarrativeVocabulary) {
  return memoised((chapter) =>
    labels
      .filter((l) => l.kind === kind && l.in.includes(chapter))
      .flatMap((l) => [...l.tables.map((t) => toPlace(t, false)), ...(l.wider ?? []).map((t) => toPlace(t, true))]),
  )
}

/** `table/column` taken apart. */
function toPlace(printed: string, wider: boolean): Place {
  const [table = '', column = ''] = printed.split('/')
  return { table, column, wider }
}

/** A name by what is the same in every way of writing it. */
export const plainName = memoised((name: string): string => {
  const bare = bareLabel(squash(name))
    .replace(/[和及与的、]/g, '')
    .replace(/\((护|役|境)\)/g, '$1')
  return bare.replace(/(费用支出|费用|费支出|支出|缴费|费)$/, '') || bare
})

/** A line by its code: 2014099其他信访事务支出. A 项 is of one budget: where the chapter's tables have none, of the general one. */
export function findByCode(code: string, here: Whereabouts, lines: Lines): FoundLine | null {
  const general = code.length === LENGTH.项 ? lines.inChapter({ ...here, chapter: 'general' }) : []
  for (const place of [...lines.inChapter(here), ...general])
    if (lines.lines.some((l) => l.table === place.table && l.code === code)) return { ...place, row: code }
  return null
}

/** The same line in the other tables and columns of the chapter. */
export function elsewhere(line: FoundLine, here: Whereabouts, lines: Lines): FoundLine[] {
  return lines
    .inChapter(here)
    .filter((place) => place.table !== line.table || place.column !== line.column)
    .flatMap((place) => sameIn(place.table, line, lines).map((l) => ({ ...place, row: l.key })))
}

/** The same line in another table. */
export function lineIn(table: string, line: FoundLine, lines: Lines): FoundLine | null {
  const same = sameIn(table, line, lines)[0]
  return same ? { ...line, table, row: same.key } : null
}

function sameIn(table: string, { table: ownTable, row }: FoundLine, { lines }: Lines): Line[] {
  const own = lines.find((l) => l.table === ownTable && l.key === row)
  const isSame = (l: Line) => (own!.code === '' || l.code === '' ? l.label === own!.label : l.code === own!.code)
  return own ? lines.filter((l) => l.table === table && isSame(l)) : []
}

/** A line by its label alone; only in chapters that speak of lines. */
export function findByLabel(text: string, here: Whereabouts, lines: Lines): FoundLine | null {
  const meant = lines.inChapter(here)
  if (text.length < 2 || meant.length === 0) return null
  const plain = plainName(text)
  const name = lines.aliases.get(plain) ?? plain
  for (const place of meant) {
    const line = lines.named.get(nameIn(place.table, name))
    if (line) return { ...place, row: line.key }
  }
  return null
}

interface Level {
  name: string
  printed: string
  code: string
}

/** 一般公共服务支出(201类)财政事务(06款)行政运行(01项) → its levels. */
export function parsePath(text: string): Partial<Record<'类' | '款' | '项', Level>> | null {
  const path: Partial<Record<'类' | '款' | '项', Level>> = {}
  let from = 0
  for (const match of text.matchAll(/\((\d*)(类|款|项)\)(?:支出)?/g)) {
    path[match[2] as '类'] = {
      name: plainName(text.slice(from, match.index)),
      printed: text.slice(from, match.index),
      code: match[1]!,
    }
    from = match.index + match[0].length
  }
  const rest = text.slice(from)
  return from > 0 && rest === '' ? path : null
}

const LENGTH = { 类: 3, 款: 5, 项: 7 } as const

/** A functional subject by its 类/款/项 path: by the printed codes, else by the names of all levels. */
export function findByPath(text: string, here: Whereabouts, lines: Lines): FoundLine | null {
  const path = parsePath(text)
  if (!path) return null
  const deepest = path.项 ? '项' : path.款 ? '款' : '类'
  const chosen = [...lines.inChapter(here), ...lines.inChapter({ ...here, chapter: 'general' })]
  const inDocument = chosen.filter(({ table }) => lines.lines.some((l) => l.table === table))
  const tables = inDocument.length > 0 ? inDocument : chosen
  const first = tables[0]
  if (!first) return null
  const digits = [path.类?.code, path.款?.code, path.项?.code].filter((c) => c).join('')
  const printed = digits.length === LENGTH[deepest] ? digits : null
  for (const place of tables) {
    const own = lines.lines.filter((l) => l.table === place.table)
    const fitting = own.filter((l) => hasLevel(l, deepest) && fitsPath(l, path, own, deepest))
    const line = own.find((l) => printed && l.code === printed) ?? (fitting.length === 1 ? fitting[0] : undefined)
    if (line) return { ...place, row: line.key }
  }
  const row = printed ?? [path.类, path.款, path.项].flatMap((l) => (l ? [l.printed] : [])).join('>')
  return { ...first, row }
}

/** Lines without a code are those of the summaries: classes. */
function hasLevel(line: Line, level: '类' | '款' | '项'): boolean {
  return line.code === '' ? level === '类' : line.code.length === LENGTH[level]
}

function fitsPath(
  line: Line,
  path: Partial<Record<'类' | '款' | '项', Level>>,
  own: readonly Line[],
  deepest: '类' | '款' | '项',
): boolean {
  if (line.label !== path[deepest]!.name) return false
  return (['类', '款'] as const).every((level) => {
    const wanted = path[level]?.name
    if (!wanted || level === deepest) return true
    const parent = own.find((l) => l.code === line.code.slice(0, LENGTH[level]))
    return !parent || parent.label === wanted
  })
}
