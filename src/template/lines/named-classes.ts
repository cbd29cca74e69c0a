/** Classes that a form prints by their names alone, over lines with codes: 工资福利支出 over 30101 基本工资 (Sichuan). */
import { namesOf } from '../scanned/codes.ts'
import { bareLabel, squash } from '../words.ts'
import type { Draft, ReadContext } from './draft.ts'

/** Digits of a class. */
const CLASS = 3

interface NamedClasses {
  /** The line of the class that a line with a code stands below; null where its class has a code, or no line. */
  over(index: number): number | null
  isClass(index: number): boolean
}

/** A line without a code is the class of the codes right below it if it has that class's name and none has its code. */
export function namedClasses(
  drafts: readonly Draft[],
  { template: { rows }, subjects }: Pick<ReadContext, 'template' | 'subjects'>,
): NamedClasses {
  const over = new Map<number, number>()
  if (rows.by === 'code') {
    const names = namesOf(subjects, rows.classification)
    const printed = new Set(drafts.map((d) => d.code))
    let at: number | null = null
    for (const [i, { code, codes, label }] of drafts.entries()) {
      if (code === null) at = i
      const head = code?.slice(0, CLASS) ?? ''
      const name = at === null ? '' : bareLabel(squash(drafts[at]!.label))
      const isBelow = code !== null && codes.length === 1 && code.length > CLASS && label !== '' && !printed.has(head)
      if (at !== null && isBelow && (names[head] ?? []).includes(name)) over.set(i, at)
      else if (code !== null) at = null
    }
  }
  const classes = new Set(over.values())
  return { over: (index) => over.get(index) ?? null, isClass: (index) => classes.has(index) }
}
