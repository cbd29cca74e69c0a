/** A file that holds several disclosures one after the other: of a department and of the units below it. */
import type { Table } from '../../model.ts'
import type { FieldLanguage } from '../language.ts'
import { squash } from '../words.ts'
import type { Owners } from './owners.ts'
import type { Sheet } from './sections.ts'

/** What covers and contents of disclosures are worded like. */
type DisclosureWords = Pick<FieldLanguage['kinds'], 'cover' | 'contents'>

/** 1-based, both ends among them. */
export interface PageRange {
  from: number
  to: number
}

/** Tables that come once more before forms are said to begin anew: one or two may only be printed twice. */
const ANEW = 3
/** Lines of a page that is a cover, at most: name, title, date, number. */
const COVER_LINES = 8

/** Where each disclosure of a file stands; one range where there is but one. */
export function findDisclosures(
  tables: readonly Table[],
  sheets: readonly Sheet[],
  words: DisclosureWords,
  { owners, ...pages }: PageRange & { owners?: Owners },
): PageRange[] {
  const printed = tables.filter((t) => t.pages.length > 0)
  const at = ownersBeginning(printed, owners ?? new Map()) ?? beginnings(printed)
  const begins = at.flatMap((n) => firstPage(printed, n, sheets, words) ?? [])
  return [pages.from, ...begins].map((from, i) => ({ from, to: (begins[i] ?? pages.to + 1) - 1 }))
}

/**
 * The first table of each unit named over the tables, whatever the order of its forms; null unless the tables of one
 * unit stand together and several of its forms were there already, so that a slip in one name divides nothing.
 */
function ownersBeginning(tables: readonly Table[], owners: Owners): number[] | null {
  const begins = tables.flatMap((table, at) => {
    const before = tables.slice(0, at).findLast((t) => owners.has(t))
    return before && owners.has(table) && owners.get(table) !== owners.get(before) ? [at] : []
  })
  const units = new Set(owners.values()).size
  if (units < 2 || begins.length !== units - 1) return null
  const isAnew = begins.every((at, i) => {
    const own = new Set(tables.slice(at, begins[i + 1]).map((t) => t.id))
    return tables.slice(0, at).filter((t) => own.delete(t.id)).length >= ANEW
  })
  return isAnew ? begins : null
}

/** Which tables are the first of forms that were there already. */
function beginnings(tables: readonly Table[]): number[] {
  const out: number[] = []
  let known: string[] = []
  for (const [at, { id }] of tables.entries()) {
    if (known.includes(id) && beginsAnew(tables.slice(at), known)) {
      out.push(at)
      known = []
    }
    if (!known.includes(id)) known.push(id)
  }
  return out
}

/**
 * Whether the tables from here on, each named once, are mostly such as were there, and this one stood before them:
 * a table that is printed twice (projects, by unit and by source) begins nothing, though the next disclosure follows it.
 */
function beginsAnew(tables: readonly Table[], known: readonly string[]): boolean {
  const run = new Set<string>()
  for (const { id } of tables) {
    if (run.has(id)) break
    run.add(id)
  }
  const again = [...run].map((id) => known.indexOf(id)).filter((n) => n >= 0)
  return again.length >= ANEW && again.length >= run.size / 2 && again[0] === Math.min(...again)
}

/** The cover before its first table, else the page of that table; null where it shares a page with what comes before. */
function firstPage(
  tables: readonly Table[],
  at: number,
  sheets: readonly Sheet[],
  { cover, contents }: DisclosureWords,
): number | null {
  const before = Math.max(...tables.slice(0, at).flatMap((t) => t.pages))
  const own = tables[at]!.pages[0]!
  if (own <= before) return null
  const between = sheets.filter((s) => s.page > before && s.page < own)
  const hasContents = ({ lines }: Sheet) => lines.some((l) => squash(l.text) === contents)
  return between.find((sheet) => isCover(sheet, cover))?.page ?? between.find(hasContents)?.page ?? own
}

function isCover({ lines, grids }: Sheet, { told, year, behind }: DisclosureWords['cover']): boolean {
  if (grids.length > 0 || lines.length > COVER_LINES) return false
  const texts = lines.map((l) => squash(l.text))
  return !texts.some((t) => behind.test(t)) && [told, year].every((words) => texts.some((t) => words.test(t)))
}
