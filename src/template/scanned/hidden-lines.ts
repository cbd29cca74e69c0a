/**
 * Lines of scans that have lost what they go by, and stand where only one line can: a name beside a hidden code says
 * which code it is, if one of those with that name comes between the codes above and below. They stay in doubt.
 */
import { distance } from 'fastest-levenshtein'
import type { Subjects } from '../language.ts'
import type { Draft } from '../lines/draft.ts'
import { letters } from '../spelling.ts'
import { bareLabel, isTotalLabel } from '../words.ts'
import { toTable } from './code-table.ts'
import { namesOf } from './codes.ts'

/** Digits of the code of a 类. */
const CLASS = 3
/** At least this share (0–1) of the lines that are named as codes are has its code: else the form leaves some out. */
const MOSTLY = 0.7

/** Gives lines whose code a seal hides the only one that their name and their place leave. */
export function codeHidden(
  drafts: readonly Draft[],
  subjects: Subjects,
  classification: 'functional' | 'economic',
): void {
  const names = namesOf(subjects, classification)
  // A code in doubt that no list has beside a name that one has is as good as none.
  const isLost = ({ code, unsure }: Draft) => code === null || (unsure === true && !names[code])
  const hidden = drafts.filter((d) => isLost(d) && isScanned(d) && !isTotalLabel(d.label))
  if (hidden.length === 0 || drafts.some((d) => d.codes.length > 1)) return
  const { inOrder, printsParents } = toTable(drafts)
  const byName = codesByName(names)
  const named = drafts.filter((d) => byName.has(nameOf(d)))
  if (!inOrder || named.filter((d) => d.code !== null).length < MOSTLY * named.length) return
  for (const draft of hidden) {
    const all = byName.get(nameOf(draft)) ?? likeCodes(draft, names)
    const fitting = all.filter((code) => fits(code, draft, drafts, printsParents))
    const [only] = fitting
    if (only === undefined || fitting.length > 1) continue
    draft.code = only
    draft.codes = [only]
    draft.unsure = true
  }
}

/** Codes of a list that differ by a digit from what was read, where the name is none of a code either. */
function likeCodes({ code }: Draft, names: Readonly<Record<string, readonly string[]>>): string[] {
  return code === null ? [] : Object.keys(names).filter((other) => distance(other, code) === 1)
}

const nameOf = ({ label }: Draft) => letters(bareLabel(label))

const isScanned = ({ cells }: Draft) => Object.values(cells).some((cell) => cell.source === 'ocr')

/** Codes by the letters of their names; several 款 have a 行政运行. */
export function codesByName(names: Readonly<Record<string, readonly string[]>>): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const [code, own] of Object.entries(names))
    for (const key of new Set(own.map(letters))) out.set(key, [...(out.get(key) ?? []), code])
  return out
}

/** Whether the code comes behind the one above and before the one below in its block, and below its parent where parents are printed. */
function fits(code: string, draft: Draft, drafts: readonly Draft[], printsParents: boolean): boolean {
  const own = drafts.filter((d) => d === draft || (d.unitName === draft.unitName && d.code !== null))
  const beside = own.filter((d) => d.block === draft.block)
  const at = beside.indexOf(draft)
  const [above, below] = [beside[at - 1]?.code ?? '', beside[at + 1]?.code ?? '']
  if (above >= code || (below !== '' && below <= code)) return false
  if (!printsParents) return true
  if (below.length > code.length && !below.startsWith(code)) return false
  return code.length === CLASS || own.some((d) => d.code === code.slice(0, -2))
}

/** Names of 类 end alike: 支出. */
const COMMON = /支出$/

/**
 * Gives a line of a summary whose name a seal hides that of the 类 which comes between those above and below: the only
 * one there is, or the one of them that has most of the letters that are left.
 */
export function nameHidden(drafts: readonly Draft[], { functional }: Subjects): void {
  const classes = Object.entries(functional).flatMap(([code, names]) =>
    code.length === CLASS ? names.map((name) => ({ code, name, key: letters(name) })) : [],
  )
  const classOf = (draft: Draft | undefined) => draft && classes.find(({ key }) => key === nameOf(draft))
  for (const [side, own] of bySide(drafts)) {
    if (side === null || own.filter(classOf).length < 2) continue
    for (const [i, draft] of own.entries()) {
      if (!draft.unsure || !isScanned(draft) || classOf(draft) || isTotalLabel(draft.label)) continue
      const [above, below] = [own[i - 1], own[i + 1]]
      const [from, to] = [classOf(above)?.code, classOf(below)?.code]
      // Below a 类 may stand its 款, above the next one the 款 of the last.
      if ((above && from === undefined) || (below && to === undefined && !isTotalLabel(below.label))) continue
      const free = classes.filter(
        ({ code }) => code > (from ?? '') && code < (to ?? AFTER_ALL) && !own.some((d) => classOf(d)?.code === code),
      )
      const name = likest(free, nameOf(draft))
      if (name === null) continue
      Object.assign(draft, { asRead: draft.labels, labels: [name], label: name })
    }
  }
}

/** No 类 comes after this. */
const AFTER_ALL = '3'

function bySide(drafts: readonly Draft[]): Map<string | null, Draft[]> {
  const out = new Map<string | null, Draft[]>()
  for (const draft of drafts) out.set(draft.side, [...(out.get(draft.side) ?? []), draft])
  return out
}

/** The only one, or the one with most of the letters; null where two have as many. */
function likest(found: readonly { name: string; key: string; code: string }[], read: string): string | null {
  const codes = new Set(found.map((f) => f.code))
  if (codes.size === 1) return found.at(-1)!.name
  const scored = found
    .map(({ code, name, key }) => ({ code, name, score: shared(key.replace(COMMON, ''), read) }))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  const next = scored.find((s) => s.code !== best?.code)
  return best && best.score > (next?.score ?? 0) ? best.name : null
}

function shared(key: string, read: string): number {
  return [...new Set(key)].filter((letter) => read.includes(letter)).length
}
