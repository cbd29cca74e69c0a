/** Final row keys and parents. */
import type { Row } from '../model.ts'
import type { Draft, ReadContext } from './draft.ts'
import { withMeantIndents } from './indents.ts'
import { bareLabel, enumerator, isTotalLabel, squash } from './words.ts'

export function finishRows(drafts: readonly Draft[], context: ReadContext): Row[] {
  const units = new Set(drafts.map((d) => d.unitName).filter((u) => u !== '' && !isTotalLabel(u)))
  // A table without any column of labels has one line of the year, its total.
  const own = drafts.filter((d) => ofOtherYear(d, context.years) === null)
  const labelled = own.length > 1 || hasLabels(context)
  const parents = parentsOf(withMeantIndents(drafts))
  const taken = new Map<string, number>()
  const keys: string[] = []
  for (const [i, draft] of drafts.entries()) {
    let key = ownKey(draft, context, { manyUnits: units.size > 1, labelled })
    const plain = comparable(key)
    if (taken.has(plain)) {
      const parent = parents[i] === null ? undefined : drafts[parents[i]!]
      const above = parent ? squash(parent.label || parent.unitName) : ''
      // A total is no part of a name, though the line is set in below it.
      if (parent && draft.code === null && !isTotalLabel(above)) {
        key = withParent(key, above, draft.side)
        if (parent.unsure) draft.unsure = true
      }
    }
    const count = (taken.get(comparable(key)) ?? 0) + 1
    taken.set(comparable(key), count)
    keys.push(count > 1 ? `${key}#${count}` : key)
  }
  // One unit alone may be named on some of its lines only.
  const unitOf = (d: Draft) => (units.size > 1 ? d.unitName : '')
  const byCode = new Map(drafts.flatMap((d, i) => (d.code === null ? [] : [[`${unitOf(d)} ${d.code}`, i] as const])))
  const over = context.template.rows.by === 'code' ? departments(drafts) : []
  return drafts.map((draft, i) => {
    const parent =
      draft.code === null
        ? (over[i] ?? parents[i]!)
        : (byCode.get(`${unitOf(draft)} ${parentCode(draft.code, unitOf(draft), byCode)}`) ?? null)
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
}

function ownKey(draft: Draft, { template, years }: ReadContext, { manyUnits, labelled }: Lines): string {
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
  if (draft.codes.length > 0 && labels.length < 2) return `${unit}${draft.codes.join('/')}`
  const named = [draft.unitName, ...labels].filter((l) => l !== '').join('/')
  return named || (ofOtherYear(draft, years) ?? unnamed(draft, labelled))
}

/** A line that is known by its year alone, where it is not the document's. */
function ofOtherYear({ year }: Draft, { year: own }: ReadContext['years']): string | null {
  return year === '' || own === null || year.includes(own) ? null : squash(year)
}

/** A line that lacks its label is known by its place. */
function unnamed(draft: Draft, labelled: boolean): string {
  return labelled ? `第${draft.row + 1}行` : '合计'
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

/** An indent counts as deeper if it is by at least this much, letters. */
const DEEPER = 0.4

/** Lines that close a table or a side, and those that carry over a side: they stand below nothing, however they are indented. */
const CLOSING = /合计|总计|[收支][入出]总额/
const CARRIED = /结转|结余|弥补|使用(?!权)|动用/

function isFree({ label, side }: Draft): boolean {
  return CLOSING.test(squash(label)) || (side !== null && CARRIED.test(squash(label)))
}

const DIGITS = '〇一二三四五六七八九十'

/** 3 of 三、 （三） 3. and 12 of 十二、. */
export function countOf(text: string): number | null {
  const digits = /\d+/.exec(text)?.[0]
  if (digits) return Number(digits)
  const word = /[一二三四五六七八九十]+/.exec(text)?.[0]
  if (!word) return null
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word]
  const ten = word.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!)) : 0
  return 10 * ten + (ones ? DIGITS.indexOf(ones) : 0)
}

interface Above {
  depth: number
  indent: number
  index: number
  label: string
  /** A label without enumerator below which the count began anew. */
  group: boolean
  /** The number of its enumerator. */
  count: number | null
  reach: [number, number]
  /** How many lines counted like itself stand below it, where the count began anew. */
  within?: number
}

/**
 * The line each line stands below, by enumerators (一、 over （一） over 1.), by a label without one
 * after which the count begins anew, or by indentation; a label that stands for the second time is a
 * part of the balance above it. Null for lines of the top level.
 */
function parentsOf(drafts: readonly Draft[]): (number | null)[] {
  const stacks = new Map<string, Above[]>()
  const seen = new Map<string, number>()
  const balances = new Map<string, number>()
  const belowCounted = withinOf(drafts)
  const flat = flatColumns(drafts)
  return drafts.map((draft, index) => {
    // Lists of one side beside each other (by purpose, by function) do not stand below one another.
    const list = `${draft.side} ${draft.block}`
    const stack = stacks.get(list) ?? []
    stacks.set(list, stack)
    const mark = enumerator(draft.label)
    const depth = mark?.depth ?? 0
    const top = stack.at(-1)
    const restarts = mark !== null && /^[(（]?(一|1|①)/.test(mark.text)
    const goesOn = stack.some((above) => above.depth === depth)
    // 一、本年支出 over 一、一般公共服务支出: the count begins anew within its first line.
    if (restarts && top?.depth === depth && top.count === 1) top.within = 0
    if (restarts && !goesOn && top && top.depth === 0 && !CLOSING.test(squash(top.label))) top.group = true
    const within = belowCounted[index]!
    const isPart = (above: Above) => isAbove(above, depth, draft) || (depth === 0 && isPartOf(above, draft))
    while (stack.length > 0 && !isPart(stack.at(-1)!) && !(within && stack.at(-1)!.depth > 0)) stack.pop()
    const name = `${draft.side}:${bareLabel(draft.label)}`
    const parent = stack.at(-1)?.index ?? (seen.has(name) ? (balances.get(`${draft.side}`) ?? null) : null)
    seen.set(name, index)
    if (/结转|结余/.test(squash(draft.label))) balances.set(`${draft.side}`, index)
    const over = stack.at(-1)
    if (over?.within !== undefined && over.depth === depth) over.within++
    stack.push({
      depth,
      count: mark ? countOf(mark.text) : null,
      indent: flat.has(draft.reach[1]) ? Number.POSITIVE_INFINITY : draft.indent,
      reach: draft.reach,
      index,
      label: draft.label,
      group: false,
    })
    return parent
  })
}

/** As what share of a column's names at least stand in the middle where all do: totals do elsewhere, too. */
const CENTRED = 0.8

/** Columns of labels that stand in the middle of their cells, and so begin anywhere: no line stands below another there. */
function flatColumns(drafts: readonly Draft[]): Set<number> {
  const columns = Map.groupBy(drafts, (d) => d.reach[1])
  const isFlat = (own: readonly Draft[]) => own.filter((d) => d.centred).length >= CENTRED * own.length
  return new Set([...columns].flatMap(([column, own]) => (isFlat(own) ? [column] : [])))
}

/** How a line without an enumerator stands to those of its side that have one. */
interface Standing {
  /** Place of the nearest counted line above it. */
  before: number
  /** Whether it stands between two that go on counting (一、A  B  C  二、D), or below a balance: its parts are named by their funds. */
  within: boolean
  /** Whether no counted line follows before the total. */
  last: boolean
}

function standingOf(drafts: readonly Draft[], index: number): Standing | null {
  const draft = drafts[index]!
  const { side, block, label } = draft
  if (isFree(draft) || squash(label) === '') return null
  const isBeside = (d: Draft) => d.side === side && d.block === block
  const counted = (d: Draft) => isBeside(d) && enumerator(d.label) !== null
  const before = drafts.slice(0, index).findLastIndex(counted)
  const after = drafts.slice(index + 1).find((d) => counted(d) || (isBeside(d) && CLOSING.test(squash(d.label))))
  if (before < 0 || !after) return null
  const above = drafts[before]!
  const next = enumerator(after.label)
  const within = next ? enumerator(above.label)!.depth === next.depth : CARRIED.test(squash(above.label))
  return { before, within, last: next === null }
}

/** Whether each line stands below the counted one above it: as its standing says, or as lines below earlier ones do. */
function withinOf(drafts: readonly Draft[]): boolean[] {
  const standings = drafts.map((d, i) => (enumerator(d.label) === null ? standingOf(drafts, i) : null))
  return standings.map((own, i) => {
    if (!own || own.within || !own.last) return own?.within ?? false
    return standings.slice(0, own.before).some((s, k) => s?.within && drafts[k]!.side === drafts[i]!.side)
  })
}

const AMONG = /^其中/
const FISCAL = /^财政拨款/
/** What 结余分配 is distributed to. */
const DISTRIBUTED = /^(提取(职工福利|专用)基金|转入(事业|专用)基金|[交缴]纳(企业)?所得税)/
/** What the balance at the start or the end of the year is left of. */
const LEFT = /^(基本支出结转|项目支出结转|经营结余)/
const LEFT_OVER = /^年[初末].*结转和结余$/
const FUND = /^(一般公共预算|政府性基金|国有资本经营)/

/** What a line's own words say of the line above it: 其中： is among it, and the three funds are what 财政拨款 is. */
function isPartOf(above: Above, { label }: Draft): boolean {
  const [over, own] = [squash(above.label), squash(label)]
  if (AMONG.test(own)) return !AMONG.test(over) && !CLOSING.test(over)
  if (DISTRIBUTED.test(own)) return over.startsWith('结余分配')
  if (LEFT.test(own)) return LEFT_OVER.test(over)
  return FISCAL.test(over) && FUND.test(own)
}

/** By enumerators, or by columns: a unit in the first one, what it buys in the next; indents count within one column. */
function isAbove(above: Above, depth: number, draft: Draft): boolean {
  if (above.within !== undefined && above.depth === depth)
    return !isFree(draft) && countOf(enumerator(draft.label)!.text) === above.within + 1
  if (depth > 0) return above.depth > 0 ? above.depth < depth : above.group
  if (isFree(draft)) return false
  const [first] = draft.reach
  // A record whose first columns are blank goes on with what the one above it has there, and stands beside it.
  const isBeside = first === above.reach[0] || (first > above.reach[0] && first <= above.reach[1])
  return isBeside ? draft.indent > above.indent + DEEPER : first > above.reach[1]
}
