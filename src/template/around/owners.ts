/** Whose a table is, by the name printed over it. */
import { distance } from 'fastest-levenshtein'
import type { Table } from '../../model.ts'
import { squash } from '../words.ts'
import { type Caption, findEntity } from './captions.ts'

/** The names over the tables that have one, bare of brackets and codes. */
export type Owners = ReadonlyMap<Table, string>

/** A table's title among the lines above it. */
export interface Headed {
  captions: Caption[]
  title: Caption | null
}

/** The title and the lines between it and the table. */
export function headOf({ title, captions }: Headed): Caption[] {
  const at = title ? captions.indexOf(title) : -1
  return at < 0 ? [] : captions.slice(at)
}

export function ownersOf(recognised: readonly { table: Table | null; section: Headed }[]): Owners {
  const owners = new Map<Table, string>()
  for (const { table, section } of recognised) {
    const own = ownerOf(headOf(section))
    if (table && own)
      owners.set(table, [...owners.values()].find((name) => !isOther({ ...own, name }, own)) ?? own.name)
  }
  return owners
}

/** A name over a table, and whether it was read on a scan. */
interface Owner {
  name: string
  isRead: boolean
}

export function ownerOf(captions: readonly Caption[]): Owner | null {
  for (const { text, isRead } of captions) {
    const name = findEntity(text)
    if (name !== null) return { name: bareEntity(name), isRead }
  }
  return null
}

/** Of a name that was read so many letters may be misread, as a share of it. */
const MISREAD = 0.35

/** Whether two names are those of different units; on scans, whether they are for sure. */
export function isOther(a: Owner, b: Owner): boolean {
  if (!a.isRead && !b.isRead) return a.name !== b.name
  return distance(a.name, b.name) > MISREAD * Math.max(a.name.length, b.name.length)
}

function bareEntity(name: string): string {
  return squash(name).replace(/[()（）[\]【】\d]/g, '')
}

/** Whether two names are those of one unit: with and without 本级, in full and in short. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => bareEntity(name).replace(/本级|机关$/g, '')) as [string, string]
  return x.includes(y) || y.includes(x)
}
