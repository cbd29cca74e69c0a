/** Which document of an earlier year belongs to which of a later one. */
import { distance } from 'fastest-levenshtein'
import { plain } from '../../amount.ts'
import type { Document } from '../../model.ts'

/** Of a document, what tells whose it is. */
export interface Head {
  file: string
  /** Which of the disclosures in the file, 0 for the first. */
  disclosure: number
  entity: string | null
  kind: string | null
  level: string | null
  year: number | null
}

export interface Pair<T extends Head> {
  old: T
  new: T
}

export interface Pairs<T extends Head> {
  pairs: Pair<T>[]
  /** Documents without a counterpart, and the most similar name there is on the other side. */
  onlyOld: { head: T; like: string | null }[]
  onlyNew: { head: T; like: string | null }[]
  /** Documents of one unit, kind and year: nothing tells which of them is meant. */
  unclear: T[][]
}

export function headOf(file: string, { document }: Document, disclosure = 0): Head {
  const year = document.fiscal_year?.value
  return {
    file,
    disclosure,
    entity: document.entity?.value ?? null,
    kind: document.kind?.value ?? null,
    level: document.level?.value ?? null,
    year: year === undefined ? null : Number(year),
  }
}

/**
 * Pairs by the unit's name and the kind of document; where a unit publishes for itself and as a
 * department, by the level, too. The latest document of `news` is compared with the latest before it;
 * one of the same year counts where there is none before (a corrected version).
 */
export function pairUp<T extends Head>(olds: readonly T[], news: readonly T[]): Pairs<T> {
  const out: Pairs<T> = { pairs: [], onlyOld: [], onlyNew: [], unclear: [] }
  const [left, right] = [group(olds), group(news)]
  for (const [key, those] of right) {
    const found = choose(left.get(key) ?? counterparts(left, key), those)
    if ('unclear' in found) out.unclear.push(found.unclear)
    else if (found.old) out.pairs.push({ old: found.old, new: found.new })
    else out.onlyNew.push({ head: found.new, like: similar(found.new, olds) })
  }
  const met = new Set([...out.pairs.map((p) => keyOf(p.old)), ...out.unclear.flat().map(keyOf)])
  for (const [key, those] of left)
    if (!met.has(key)) out.onlyOld.push({ head: latest(those)[0]!, like: similar(those[0]!, news) })
  return out
}

const UNKNOWN = '?'

function keyOf({ entity, kind, level, file }: Head): string {
  // A document that does not say whose it is belongs to itself alone.
  if (entity === null) return JSON.stringify([file])
  return JSON.stringify([plain(entity), kind ?? UNKNOWN, level ?? UNKNOWN])
}

function group<T extends Head>(heads: readonly T[]): Map<string, T[]> {
  return Map.groupBy(heads, keyOf)
}

/** Documents of the same unit and kind whose level is not known, or any if ours is not. */
function counterparts<T extends Head>(groups: ReadonlyMap<string, T[]>, key: string): T[] {
  const [entity, kind, level] = JSON.parse(key) as (string | undefined)[]
  return [...groups].flatMap(([other, heads]) => {
    const [e, k, l] = JSON.parse(other) as (string | undefined)[]
    return entity === e && kind === k && (level === UNKNOWN || l === UNKNOWN) ? heads : []
  })
}

function choose<T extends Head>(olds: readonly T[], news: readonly T[]): { old?: T; new: T } | { unclear: T[] } {
  const last = latest(news)
  if (last.length > 1) return { unclear: last }
  const own = last[0]!
  const others = olds.filter((o) => o.file !== own.file)
  const before = latest(others.filter((o) => own.year !== null && o.year !== null && o.year < own.year))
  const candidates = before.length > 0 ? before : latest(others.filter((o) => o.year === own.year || o.year === null))
  if (candidates.length > 1) return { unclear: candidates }
  return { old: candidates[0], new: own }
}

/** Those of the latest year. */
function latest<T extends Head>(heads: readonly T[]): T[] {
  const year = Math.max(...heads.map((h) => h.year ?? 0))
  return heads.filter((h) => (h.year ?? 0) === year)
}

/** A unit that was renamed keeps most of its name: at least this share of it. */
const SIMILAR = 0.6

function similar(head: Head, others: readonly Head[]): string | null {
  const own = head.entity
  if (own === null) return null
  const near = others
    .flatMap(({ entity, kind }) => (entity !== null && kind === head.kind ? [entity] : []))
    .map((entity) => ({ entity, share: 1 - distance(plain(own), plain(entity)) / Math.max(own.length, entity.length) }))
    .filter(({ share }) => share >= SIMILAR)
    .sort((a, b) => b.share - a.share)
  return near[0]?.entity ?? null
}
