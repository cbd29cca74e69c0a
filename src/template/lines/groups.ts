/** Lines of codes below lines that name units: 某某中学, and the codes of its spending once more. */
import type { FieldLanguage } from '../language.ts'
import { namesOf } from '../scanned/codes.ts'
import { near } from '../spelling.ts'
import { isTotalLabel, squash } from '../words.ts'
import type { Draft, ReadContext } from './draft.ts'

/** Codes of departments have three digits, those of the units below them three more each time; subjects have 3, 5 and 7. */
const UNIT_DIGITS = 3

/** A line of a unit among those of subjects (101001 某市某中心 over 2010301), printed with its own code in their column. */
export function divideUnits(drafts: readonly Draft[], { template: { rows }, subjects, language }: ReadContext): void {
  if (rows.by !== 'code') return
  const names = namesOf(subjects, rows.classification)
  for (const draft of drafts) {
    const [code] = draft.codes
    if (draft.codes.length !== 1 || code === undefined || !isEntity(squash(draft.label), language)) continue
    const isOther = names[code.slice(0, UNIT_DIGITS)] === undefined
    if (!isOther && code.length % UNIT_DIGITS > 0) continue
    if ((names[code] ?? []).some((name) => near(name, draft.label))) continue
    Object.assign(draft, { code: null, codes: [], codeReadings: [], unitCode: code })
  }
}

function isEntity(label: string, { titles, entities }: FieldLanguage): boolean {
  return titles.entityEnd.test(label) || entities.own.test(label)
}

/**
 * A table without a column of units may name them in lines of their own, over the codes of each. That is what they are
 * where codes come again below the next one, and never below the same: their lines go by them then.
 */
export function nameUnits(drafts: Draft[]): void {
  if (drafts.some((d) => d.unitName !== '' || d.block > 0)) return
  const heads = headsOf(drafts).map((d) => (d ? squash(d.label) : ''))
  const outer = drafts.map(outerOf)
  const names = [outer, heads].find((own) => tellsApart(drafts, own))
  if (!names) return
  for (const [i, draft] of drafts.entries()) {
    if (draft.codes.length === 0) continue
    draft.unitName = names[i]!
    if (names === outer) draft.labels = draft.labels.slice(1)
  }
}

/** 资金性质 before the codes, over several lines: the first of their labels. What stands behind a code in its own cell is the code's name. */
function outerOf({ labels, coded }: Draft): string {
  const [first = ''] = labels
  return labels.length > 1 && coded.every(({ label }) => label !== first) ? squash(first) : ''
}

/** Whether codes come again below another of the names, and never below the same. */
function tellsApart(drafts: readonly Draft[], names: readonly string[]): boolean {
  const own = new Set<string>()
  const seen = new Set<string>()
  let again = false
  for (const [i, { codes }] of drafts.entries()) {
    if (codes.length === 0) continue
    const code = codes.join('/')
    // A code below none, or twice below one: these are no names of what it is of.
    if (names[i] === '' || own.has(`${names[i]} ${code}`)) return false
    own.add(`${names[i]} ${code}`)
    again ||= seen.has(code)
    seen.add(code)
  }
  return again
}

/** For each line the nearest line above it that has a label and no code, and is no total. */
function headsOf(drafts: readonly Draft[]): (Draft | null)[] {
  let head: Draft | null = null
  return drafts.map((draft) => {
    if (draft.codes.length === 0 && squash(draft.label) !== '' && !isTotalLabel(draft.label)) head = draft
    return head
  })
}
