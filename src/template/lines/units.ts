/** Tables with one line for the whole document or one a unit, where words before the lines may say more. */
import type { Column } from '../../model.ts'
import { takeAffixes } from '../columns/affixes.ts'
import { headerSense } from '../columns/neutral.ts'
import { type TableTemplate, UNKNOWN } from '../define.ts'
import { headerWord, isTotalLabel, squash } from '../words.ts'
import { doubt, toColumns } from './cells.ts'
import type { Draft, ReadContext } from './draft.ts'
import { isRate } from './unit-of.ts'

/**
 * Lines of one unit become one row: what tells them apart (年度, 预算数 over 决算数) goes as a prefix
 * before their column ids. A line without a unit's name goes on from the one above.
 */
export function mergeUnits(read: readonly Draft[], context: ReadContext): { drafts: Draft[]; columns: Column[] } {
  const described = toColumns(context)
  const columns = new Map<string, Column>()
  const drafts: Draft[] = []
  // Lines without a unit's name of which a year or the name of another unit is lost, and those that go on from there.
  let isLost = false
  for (const [i, draft] of read.entries()) {
    const { prefix, labels } = prefixOf(draft, context)
    for (const c of described) {
      const cell = draft.cells[c.id]
      const id = prefixed(prefix, c.id)
      if (cell && (cell.mark !== 'blank' || prefix === ''))
        columns.set(id, prefix === '' ? { ...c, id } : ofLine(c, id, draft.year || draft.label, context))
    }
    const cells = Object.fromEntries(Object.entries(draft.cells).map(([id, c]) => [prefixed(prefix, id), c]))
    const last = drafts.at(-1)
    const named = draft.unitName !== '' || labels.some((l) => squash(l) !== '')
    const same = last && (!named || (draft.unitName !== '' && draft.unitName === last.unitName))
    const isFree = same && Object.keys(cells).every((id) => !(id in last.cells))
    // Two lines of one unit in the same columns: a year is not printed, or a unit's name.
    if (same && !isFree && isDated(draft) && !isDated(read[i - 1]!)) doubt(last.cells)
    if (same && !isFree && !isDated(draft) && isDated(read[i - 1]!)) doubt(cells)
    isLost = !named && last !== undefined && (isLost || !isFree)
    if (isLost) doubt(cells)
    if (isFree) Object.assign(last.cells, cells)
    else drafts.push({ ...draft, labels, label: labels.at(-1) ?? '', cells })
  }
  const found = columns.size > 0 ? [...columns.values()] : described
  standIn(drafts, found, context.template)
  return { drafts: onlyTotal(drafts), columns: found }
}

/** Where no line has what a prefix stands for, the one that stands for it takes its place: 年初预算数 over 决算数. */
function standIn(drafts: readonly Draft[], columns: readonly Column[], { standsFor = {} }: TableTemplate): void {
  for (const [own, other] of Object.entries(standsFor)) {
    const isTaken = columns.some((c) => c.id.startsWith(other))
    if (!own.endsWith('_') || isTaken) continue
    const renamed = (id: string) => (id.startsWith(own) ? other + id.slice(own.length) : id)
    for (const column of columns) column.id = renamed(column.id)
    for (const draft of drafts)
      draft.cells = Object.fromEntries(Object.entries(draft.cells).map(([id, cell]) => [renamed(id), cell]))
  }
}

/** Whether a line that is told from others of its unit by a year or a label has one. */
function isDated({ year, labels }: Draft): boolean {
  return [year, ...labels].some((text) => squash(text) !== '')
}

/** A column of the lines that a label or a year names. */
function ofLine(column: Column, id: string, name: string, { language }: ReadContext): Column {
  return { id, header: [...column.header, name], unit: isRate(name, language) ? '%' : column.unit }
}

/** A column that nobody knows stays one: other:previous_HEADER. */
function prefixed(prefix: string, id: string): string {
  return id.startsWith(UNKNOWN) ? id.replace(UNKNOWN, `${UNKNOWN}${prefix}`) : `${prefix}${id}`
}

/** The prefix that year and labels of a line give, and the labels that give none. */
function prefixOf(draft: Draft, context: ReadContext): { prefix: string; labels: string[] } {
  const { template, years, language } = context
  let prefix = ''
  const labels: string[] = []
  for (const [i, text] of [draft.year, ...draft.labels].entries()) {
    const printed = /^20\d\d$/.test(squash(text)) ? `${squash(text)}年` : text
    const found = takeAffixes([headerWord(printed)], [printed], { prefixes: template.prefixes }, years, language).prefix
    if (found !== '') prefix += found
    else if (i > 0 && !isOwnYear(printed, context)) labels.push(text)
    else if (i === 0 && printed !== '' && !isOwnYear(printed, context)) prefix += `${squash(text)}_`
  }
  return { prefix, labels }
}

/** Whether a text is the document's own year, which needs no prefix. */
function isOwnYear(text: string, { years: { year }, language }: ReadContext): boolean {
  const sense = headerSense(language)
  const word = squash(text)
  return (year !== null && word.startsWith(`${year}年`)) || (sense.isOwnYear(word) && sense.isNeutral(word))
}

/** A total that stands alone is the document's one line. */
function onlyTotal(drafts: Draft[]): Draft[] {
  const [only] = drafts
  if (drafts.length !== 1 || !only || !isTotalLabel(only.unitName || (only.labels.at(-1) ?? ''))) return drafts
  return [{ ...only, unitName: '', labels: [], label: '' }]
}
