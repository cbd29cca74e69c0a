/** Marks of notes, and letters spread over their cell. */
import type { Look } from './look.ts'
import type { Column, Table } from './table.ts'

/** A header of amounts, or a name beside a code. */
export function isNoted(col: number, look: Look, columns: readonly Column[]): boolean {
  const hasCodes = columns.some((c) => c.role === 'code')
  return look.noted === 'names' && hasCodes && columns[col]!.role === 'value'
}

export function notedAs(
  { role }: Column,
  cols: number,
  text: string,
  { columns }: Table,
  { noted }: Look,
): { noted?: string } {
  if (text === '' || cols > 1) return {}
  if (noted === 'amounts') return role === 'value' && /\.\d\d$/.test(text) ? { noted: '1' } : {}
  return noted === 'names' && role === 'label' && columns.some((c) => c.role === 'code') ? { noted: '①' } : {}
}

/** 合　　计 */
export function isSpread([text = '', ...others]: readonly string[], look: Look): boolean {
  return look.distributed && others.length === 0 && /^\p{Script=Han}{2,4}$/u.test(text)
}
