/** Final row keys. */
import { distance } from 'fastest-levenshtein'
import type { Row } from '../../model.ts'
import type { TableTemplate } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import { bareLabel, isTotalLabel, squash } from '../words.ts'
import { type Draft, markAstray, type Naming, type ReadContext } from './draft.ts'
import { withMeantIndents } from './indents.ts'
import { namedClasses } from './named-classes.ts'
import { parentsOf } from './parents.ts'
import { parentsBySums } from './parents-by-sums.ts'

export function finishRows(drafts: readonly Draft[], context: ReadContext): Row[] {
  const units = new Set(drafts.map((d) => d.unitName).filter((u) => u !== '' && !isTotalLabel(u)))
  const oneTotal = drafts.filter((d) => isTotalLabel([d.unitName, ...d.labels].join(''))).length === 1
  // A table without any column of labels has one line of the year, its total.
  const own = drafts.filter((d) => ofOtherYear(d, context.years) === null)
  const labelled = own.length > 1 || hasLabels(context)
  const indented = parentsOf(withMeantIndents(drafts), context.language.lines)
  const { parents, sure } = parentsBySums(drafts, indented, context.template)
  const taken = new Map<string, number>()
  const keys: string[] = []
  for (const [i, draft] of drafts.entries()) {
    let key = ownKey(draft, context, { manyUnits: units.size > 1, labelled, oneTotal })
    // Whatever sums hold over it, nothing says what its amounts are of.
    if (key.endsWith(byPlace(draft))) markAstray(draft.cells, context)
    const plain = comparable(key)
    const parent = parents[i] === null ? undefined : drafts[parents[i]!]
    if (taken.has(plain) || isOfBalance(draft, parent, context.language.lines)) {
      const above = parent ? squash(parent.label || parent.unitName) : ''
      // A total is no part of a name, though the line is set in below it.
      if (parent && draft.code === null && !isTotalLabel(above)) {
        key = withParent(key, above, draft.side)
        if (parent.unsure) draft.unsure = true
      }
    }
    // What is told from its like by its group alone is another's amount where the group is another.
    if (!sure && drafts.some((other) => other !== draft && isNamedLike(other, draft))) draft.unsure = true
    const count = (taken.get(comparable(key)) ?? 0) + 1
    taken.set(comparable(key), count)
    keys.push(count > 1 ? `${key}#${count}` : key)
  }
  // One unit alone may be named on some of its lines only.
  const unitOf = (d: Draft) => (units.size > 1 ? d.unitName : '')
  const byCode = new Map(drafts.flatMap((d, i) => (d.code === null ? [] : [[`${unitOf(d)} ${d.code}`, i] as const])))
  const over = context.template.rows.by === 'code' ? departments(drafts) : []
  const classes = namedClasses(drafts, context)
  return drafts.map((draft, i) => {
    const parent = classes.isClass(i)
      ? null
      : draft.code === null
        ? (over[i] ?? parents[i]!)
        : (byCode.get(`${unitOf(draft)} ${parentCode(draft.code, unitOf(draft), byCode)}`) ?? classes.over(i))
    return {
      key: keys[i]!,
      code: draft.code,
      label: draft.label.replace(/\s+/g, ' ').trim(),
      side: draft.side,
      line: draft.line,
      parent: parent === null ? null : keys[parent]!,
      cells: draft.cells,
    }
  })
}

/** A name in doubt may be another of which so much (0–1) is the same. */
const MAY_BE = 0.5

/** Whether a line has the other's name, or is in doubt and may have it. */
function isNamedLike(one: Draft, other: Draft): boolean {
  const [name, own] = [one, other].map(({ unitName, labels }) => [unitName, ...labels].join('/'))
  return name === own || (one.unsure === true && distance(name!, own!) <= MAY_BE * own!.length)
}

/** A fund's part of what was left: elsewhere on its side the fund names what came in, in these words or in more. */
function isOfBalance({ label, side }: Draft, parent: Draft | undefined, { balance, alike }: FieldLanguage['lines']) {
  const isPart = side !== null && parent !== undefined && balance.test(squash(parent.label))
  return isPart && !balance.test(squash(label)) && alike.some((fund) => fund.test(bareLabel(label)))
}

/** Labels that differ in their enumerator alone are the same label. */
function comparable(key: string): string {
  const at = key.indexOf(':')
  return at > 0 && at < 3 ? `${key.slice(0, at + 1)}${bareLabel(key.slice(at + 1))}` : key
}

function withParent(key: string, parent: string, side: string | null): string {
  return side === null ? `${parent}/${key}` : `${side}:${parent}/${key.slice(side.length + 1)}`
}

/** What the lines of a table have in common. */
interface Lines {
  /** Whether they are of several units. */
  manyUnits: boolean
  /** Whether they are told apart by labels, if any. */
  labelled: boolean
  /** Whether one alone is called a total, by whatever name (总计, 合计：). */
  oneTotal: boolean
}

function ownKey(draft: Draft, { template, years }: ReadContext, { manyUnits, labelled, oneTotal }: Lines): string {
  const { rows } = template
  const labels = draft.labels.map(squash).filter((l) => l !== '')
  const label = labels.at(-1) ?? ''
  const unit = manyUnits && draft.unitName !== '' ? `${draft.unitName}/` : ''
  if (rows.by === 'code') {
    if (draft.codes.length > 0) return `${unit}${draft.codes.join('/')}`
    if (label === '' && draft.unitName !== '') return isTotalLabel(draft.unitName) ? '合计' : draft.unitName
    if (label === '') return ofOtherYear(draft, years) ?? unnamed(draft, labelled)
    if (label === '小计' && labels.length > 1) return `${unit}${labels.join('/')}`
    return isTotalLabel(labels.join('')) ? `${unit}合计` : `${unit}${label}`
  }
  if (rows.by === 'side') return `${draft.side ?? ''}:${label || unnamed(draft, labelled)}`
  if (rows.by === 'unit') {
    const name = draft.unitName || label
    return name === '' ? rows.key : isTotalLabel(name) ? '合计' : name
  }
  if (goesByCode(draft, template)) return `${unit}${draft.codes.join('/')}`
  const named = [draft.unitName, ...labels].filter((l) => l !== '').join('/')
  if (oneTotal && rows.by === 'record' && isTotalLabel(named)) return '合计'
  return named || (ofOtherYear(draft, years) ?? unnamed(draft, labelled))
}

/** A line with a code is known by it, and its label may be read badly; on a side, and below names with codes, its own name tells it. */
export function goesByCode(
  { codes, labels }: Pick<Naming, 'codes' | 'labels'>,
  { rows }: Pick<TableTemplate, 'rows'>,
): boolean {
  if (codes.length === 0 || rows.by === 'side' || rows.by === 'unit') return false
  return rows.by === 'code' || labels.filter((l) => squash(l) !== '').length < 2
}

/** A line that is known by its year alone, where it is not the document's. */
function ofOtherYear({ year }: Draft, { year: own }: ReadContext['years']): string | null {
  return year === '' || own === null || year.includes(own) ? null : squash(year)
}

/** A line that lacks its label is known by its place. */
function unnamed(draft: Draft, labelled: boolean): string {
  return labelled ? byPlace(draft) : '合计'
}

function byPlace({ row }: Draft): string {
  return `第${row + 1}行`
}

function hasLabels({ columns }: ReadContext): boolean {
  return columns.some((c) => c.role === 'label' || c.role === 'code' || c.role === 'unit')
}

/** The longest code printed in the table that is the head of this one. */
function parentCode(code: string, unit: string, byCode: Map<string, number>): string {
  for (let n = code.length - 1; n >= 3; n--) {
    const head = code.slice(0, n)
    if (byCode.has(`${unit} ${head}`)) return head
  }
  return ''
}

/** For each line without a subject code the one of the department that its unit belongs to: 331 over 331301. */
function departments(drafts: readonly Draft[]): (number | null)[] {
  const units = drafts.map((d) => (d.code === null && /^\d+$/.test(d.unitCode) ? d.unitCode : ''))
  return units.map((own) => {
    let over: number | null = null
    for (const [i, code] of units.entries())
      if (
        code !== '' &&
        code.length < own.length &&
        own.startsWith(code) &&
        code.length > (units[over ?? -1] ?? '').length
      )
        over = i
    return over
  })
}
