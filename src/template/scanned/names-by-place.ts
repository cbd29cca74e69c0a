/**
 * Names in doubt in lists of scans that print no codes: the lines stand in the order of their codes, so between 行政运行 and
 * 其他监狱支出 below 监狱 come its other 项 alone. Of those that is taken which has most of the letters that were read; the
 * line stays in doubt.
 */
import type { Subjects } from '../language.ts'
import type { Draft } from '../lines/draft.ts'
import { letters } from '../spelling.ts'
import { bareLabel, isTotalLabel } from '../words.ts'
import { namesOf } from './codes.ts'
import { codesByName } from './hidden-lines.ts'

/** Digits of the code of a 类; 款 and 项 have two more each. */
const CLASS = 3
/** At least this share (0–1) of the lines with a name of the vocabulary, and so many of them, is in order: else it is no such list. */
const MOSTLY = 0.7
const LINES = 3
/** A name that has fewer of the letters that were read is none of what stands there. */
const SHARED = 2

type Names = Readonly<Record<string, readonly string[]>>

/** Gives lines in doubt the name that their place and their letters leave; `classification`: of the list. */
export function namesByPlace(
  drafts: readonly Draft[],
  subjects: Subjects,
  classification: 'functional' | 'economic',
): void {
  const mayBe = (d: Draft) => d.code === null && d.labels.length === 1 && !isTotalLabel(d.label)
  if (!drafts.some((d) => isDoubtful(d) && mayBe(d)) || drafts.some((d) => d.code !== null)) return
  const names = namesOf(subjects, classification)
  const byName = codesByName(names)
  for (const own of lists(drafts.filter(mayBe))) {
    const known = own.filter((d) => !isDoubtful(d) && byName.has(nameOf(d)))
    const inOrder = codesInOrder(own, byName).filter((code) => code !== null).length
    if (known.length >= LINES && inOrder >= MOSTLY * known.length) nameEach(own, names, byName)
  }
}

function nameEach(own: readonly Draft[], names: Names, byName: ReadonlyMap<string, string[]>): void {
  const named = new Set<Draft>()
  for (const [i, draft] of own.entries()) {
    if (!isDoubtful(draft)) continue
    const codes = codesInOrder(own, byName, named)
    const above = codes.slice(0, i).filter((code) => code !== null)
    const below = codes.slice(i + 1).find((code) => code !== null)
    // Of several lines in doubt, the last one stands above the next that is known.
    const isLast = own[i + 1] === undefined || codes[i + 1] !== null
    const fitting = Object.keys(names).filter((code) => stands(code, above, below, isLast))
    const name = likest(fitting, names, letters((draft.asRead ?? draft.labels).join('')))
    if (name === null) continue
    named.add(draft)
    if (letters(name) !== nameOf(draft))
      Object.assign(draft, { asRead: draft.asRead ?? draft.labels, labels: [name], label: name })
  }
}

const nameOf = ({ label }: Draft) => letters(bareLabel(label))

const isDoubtful = ({ unsure, cells }: Draft) =>
  unsure === true && Object.values(cells).some((cell) => cell.source === 'ocr')

function lists(drafts: readonly Draft[]): Draft[][] {
  return [...Map.groupBy(drafts, (d) => [d.side, d.unitName, d.block].join(' ')).values()]
}

/** The codes of the lines, each the first of its name behind the one above; null where none is, and for lines in doubt that are not `named`. */
function codesInOrder(
  own: readonly Draft[],
  byName: ReadonlyMap<string, string[]>,
  named: ReadonlySet<Draft> = new Set(),
): (string | null)[] {
  let at = ''
  return own.map((draft) => {
    if (isDoubtful(draft) && !named.has(draft)) return null
    const [next = null] = (byName.get(nameOf(draft)) ?? []).filter((code) => code > at).sort()
    if (next !== null) at = next
    return next
  })
}

/** Whether a line with this code may stand there: in order, below its parent, and above its children. */
function stands(code: string, above: readonly string[], below: string | undefined, isLast: boolean): boolean {
  if (code <= (above.at(-1) ?? '') || (below !== undefined && code >= below)) return false
  const isBelowParent = code.length === CLASS || above.includes(parentOf(code))
  const isParentMissing = below !== undefined && below.length > CLASS && !above.includes(parentOf(below))
  return isBelowParent && !(isLast && isParentMissing && parentOf(below) !== code)
}

const parentOf = (code: string) => code.slice(0, -2)

/** The name with most of the letters that were read; null where it has too few, or another has as many. */
function likest(codes: readonly string[], names: Names, read: string): string | null {
  const scored = codes
    .flatMap((code) => names[code]!.map((name) => ({ code, name, score: shared(letters(name), read) })))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  const next = scored.find((s) => s.code !== best?.code)
  return best && best.score >= SHARED && best.score > (next?.score ?? 0) ? best.name : null
}

function shared(key: string, read: string): number {
  return [...new Set(key)].filter((letter) => read.includes(letter)).length
}
