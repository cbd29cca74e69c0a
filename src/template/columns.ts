/** Gives every column of a grid its meaning: a template's value column, a role, or none it knows. */
import { takeAffixes } from './affixes.ts'
import type { Columns, HeaderPattern, Role, Roles, Side, TableTemplate } from './define.ts'
import { withoutGuesses } from './guesses.ts'
import type { Leaf } from './header.ts'
import { otherId, type PlacedColumn } from './placed.ts'
import { fitAny } from './words.ts'
import { fitOwnYear, withOtherYears, type Years } from './years.ts'

const KEYS: ReadonlySet<string> = new Set(['code', 'label', 'unit'])

export function placeColumns(
  printed: readonly Leaf[],
  template: TableTemplate,
  roles: Roles,
  years: Years,
): PlacedColumn[] {
  const leaves = withOtherYears(printed, years)
  const own: Roles = template.labels
    ? { ...roles, label: [...roles.label, ...Object.values(template.labels).flat()] }
    : roles
  const placed: PlacedColumn[] = []
  let block = 0
  let seenValue = false
  let seenKey = false
  // Lines of codes or labels are set in blocks beside each other; a record has labels anywhere.
  const sideBySide = template.rows.by !== 'record' && template.rows.by !== 'unit'
  const sides = template.rows.by === 'side' ? sideOfBlocks(leaves, template.rows.sides, roles) : null
  const heads = template.rows.by === 'side' ? Object.values(template.rows.sides).flatMap((s) => s.head) : []
  for (const [i, leaf] of leaves.entries()) {
    const side = sides?.[i] ?? null
    const columns = template.rows.by === 'side' ? sideColumns(template.rows.sides, side) : template.columns
    const value = bestColumn(leaf, columns, template, years, heads)
    const text = bestColumn(leaf, template.texts ?? {}, {}, years)
    const labelled = placed.some((p) => p.block === block && KEYS.has(p.role)) && !seenValue
    const role = bestRole(leaf, own)
    // Words below a header that nobody knows, where the labels of a line must stand, are its labels.
    if (leaf.wordy && value.fit + text.fit + role.fit === 0 && !labelled && (sideBySide || !seenValue))
      Object.assign(role, { role: 'label', fit: 1 })
    // The names below the same header as their codes.
    const named = leaf.wordy && placed.at(-1)?.role === 'code' && placed.at(-1)!.leaf.words.join() === leaf.words.join()
    if (named && value.fit + text.fit + role.fit === 0) Object.assign(role, { role: 'label', fit: 1 })
    // What stands there says more than a header over codes and names (支出类型 | 科目编码和名称).
    const isCodes = leaf.coded && template.rows.by === 'code' && value.fit === 0 && !seenValue
    if (isCodes && role.role !== 'code' && (role.fit === 0 || role.role === 'label'))
      Object.assign(role, { role: 'code', fit: Math.max(1, role.fit) })
    const before = placed.at(-1)
    if (leaf.words.length === 0 && before && leaf.amounts === 0 && before.role !== 'value') {
      // A column without a header of its own beside the labels goes on from them.
      placed.push({ ...before, leaf })
      continue
    }
    const isKey = role.fit > value.fit && role.fit > text.fit && (role.role === 'code' || role.role === 'label')
    const otherSide = side !== null && before !== undefined && before.side !== null && before.side !== side
    // Of codes and names behind their amounts the names begin nothing new.
    const goesOn = before !== undefined && KEYS.has(before.role) && !otherSide
    if (isKey && (seenValue || otherSide) && seenKey && sideBySide && !goesOn) {
      block++
      seenValue = false
    }
    if (isKey) seenKey = true
    if (value.fit > 0 && value.fit >= role.fit && value.fit >= text.fit) {
      seenValue = true
      placed.push({ leaf, role: 'value', id: value.id, block, side, fit: value.fit })
    } else if (text.fit > 0 && text.fit >= role.fit)
      placed.push({ leaf, role: 'text', id: text.id, block, side, fit: text.fit })
    else if (role.fit > 0)
      placed.push({ leaf, role: role.role, id: role.role === 'text' ? 'remark' : '', block, side, fit: role.fit })
    else {
      // Figures that nobody knows end a block of labels as known ones do.
      if (leaf.amounts > 0) seenValue = true
      placed.push({ leaf, role: 'value', id: otherId(leaf), block, side, fit: 0 })
    }
  }
  const columnsOf = (side: string | null) =>
    template.rows.by === 'side' ? sideColumns(template.rows.sides, side) : template.columns
  const find = (leaf: Leaf, side: string | null) => bestColumn(leaf, columnsOf(side), template, years, heads)
  const told = withoutGuesses(placed, find, ownFunds(template), template.standsFor)
  return withStandIns(withoutIdleSuffixes(told, template), template)
}

const FUNDS = ['一般公共预算', '政府性基金', '国有资本经营']

/** The funds that every title of the table names: over its columns they tell nothing. */
function ownFunds({ titles }: TableTemplate): string[] {
  return FUNDS.filter((fund) => titles.every((title) => title.includes(fund)))
}

/** The year's own money is meant without it, too. */
const OWN = '.current'

/** 本年 beside what nobody knows is the year; 当年拨款 is money of the year, and not all of it. */
const OWN_MONEY = /^(本年|当年)度?.*(支出|拨款|安排|资金)$/

function isOwnYear({ id, leaf }: PlacedColumn): boolean {
  return id.endsWith(OWN) && !leaf.words.some((word) => OWN_MONEY.test(word))
}

/** A suffix that tells no two columns apart (a fund named over all of them) is none. */
function withoutIdleSuffixes(placed: readonly PlacedColumn[], { suffixes = [] }: TableTemplate): PlacedColumn[] {
  let out = [...placed]
  for (const group of suffixes) {
    // Money that is not the year's own is none of it, even where nothing stands beside it.
    const idle = OWN in group ? [OWN] : Object.keys(group)
    const bare = (id: string) => idle.reduce((text, suffix) => text.replace(suffix, ''), id)
    const money = (id: string) => Object.keys(group).reduce((text, suffix) => text.replace(suffix, ''), id)
    const values = out.filter((p) => p.role === 'value' && p.fit > 0)
    const tells = values.some((a) =>
      placed.some((b) => {
        if (b.role !== 'value' || a.side !== b.side) return false
        // The same words below a header that nobody knows are another figure, too.
        if (b.fit === 0)
          return (
            a.id !== bare(a.id) &&
            !isOwnYear(a) &&
            (a.leaf.words.at(-1) === b.leaf.words.at(-1) || isApart(a.leaf, b.leaf))
          )
        return a.id !== b.id && money(a.id) === money(b.id)
      }),
    )
    // 工资福利支出 below 基本支出 beside 商品和服务支出 below 项目支出: no two of a name, but each of one part.
    const parts = new Set(values.flatMap((p) => idle.filter((suffix) => p.id.includes(suffix))))
    if (!tells && parts.size < 2) out = out.map((p) => (p.role === 'value' && p.fit > 0 ? { ...p, id: bare(p.id) } : p))
  }
  return out
}

/** Whether two columns stand below different headers, each over further ones. */
function isApart(a: Leaf, b: Leaf): boolean {
  return a.words.length > 1 && b.words.length > 1 && a.words[0] !== b.words[0]
}

/** Where a form lacks a column, the one that stands for it takes its id. */
function withStandIns(placed: PlacedColumn[], { standsFor = {}, columns }: TableTemplate): PlacedColumn[] {
  const out = [...placed]
  for (const [own, other] of Object.entries(standsFor))
    for (const [i, p] of placed.entries()) {
      const taken = p.id.replace(own, other)
      if (p.role !== 'value' || p.fit === 0 || taken === p.id) continue
      // initial_budget is a column of its own, whatever budget stands for.
      if (p.id !== own && p.id in columns) continue
      // 小计 below a header of its own is no total of what stands beside it.
      const holders = out.filter((o) => o.id === taken && o.block === p.block && o.side === p.side)
      if (holders.some((o) => o.leaf.words.length <= p.leaf.words.length)) continue
      for (const o of holders) out[out.indexOf(o)] = { ...o, id: otherId(o.leaf), fit: 0 }
      out[i] = { ...p, id: taken }
    }
  return out
}

function sideColumns(sides: Record<string, Side>, side: string | null): Columns {
  return side === null ? {} : (sides[side]?.columns ?? {})
}

/**
 * For each column the side it stands on: by a header over it, else by the order of the blocks. A label
 * may name the side that goes on to its amounts (项目（按经济分类） | 预算数, both below 支出).
 */
function sideOfBlocks(leaves: readonly Leaf[], sides: Record<string, Side>, roles: Roles): (string | null)[] {
  let named: { side: string; over: string | undefined } | null = null
  const out: (string | null)[] = leaves.map((leaf) => {
    let best: string | null = null
    let fit = 0
    for (const [name, side] of Object.entries(sides))
      for (let end = leaf.words.length; end >= 1; end--) {
        const f = fitAny(leaf.words.slice(0, end), side.head)
        if (f > fit) [best, fit] = [name, f]
      }
    const over = leaf.words.length > 1 ? leaf.words[0] : undefined
    // 其他收入 below 支出 is what pays for it.
    const below = over === undefined ? null : spannedBy(over, sides)
    if (below !== null && best !== null && best !== below && isNamed(sides[best]!)) best = below
    const spanning = best !== null && over !== undefined && fitAny([over], sides[best]!.head) === fit
    if (isKeyColumn(leaf, roles)) named = best !== null && !spanning ? { side: best, over } : null
    else if (named && (spanning || best === null) && named.over === over) return named.side
    return best
  })
  const names = Object.keys(sides)
  if (out.some((s) => s !== null)) return carried(out, leaves, names)
  let block = -1
  let inValues = true
  return leaves.map((leaf) => {
    const key = isKeyColumn(leaf, roles)
    if (key && inValues) block++
    inValues = !key
    return names[Math.max(0, block)] ?? null
  })
}

/** Whether a side goes by a plain name of its own (收入), and is no division of another (支出用途). */
function isNamed({ head }: Side): boolean {
  return head.some((pattern) => !/[*/]/.test(pattern))
}

/** The side whose very name a spanning header is; null if it is none's. */
function spannedBy(header: string, sides: Record<string, Side>): string | null {
  return Object.entries(sides).find(([, side]) => side.head.includes(header))?.[0] ?? null
}

/** Whether labels or codes stand in the column. */
function isKeyColumn(leaf: Leaf, roles: Roles): boolean {
  const role = bestRole(leaf, roles)
  return leaf.wordy || (role.fit > 0 && (role.role === 'label' || role.role === 'code'))
}

/**
 * A column without a spanning header (an unruled 行次) stands on its left neighbour's side; below one that
 * nobody knows, on the next side of the form that no header names.
 */
function carried(
  sides: readonly (string | null)[],
  leaves: readonly Leaf[],
  names: readonly string[],
): (string | null)[] {
  let last: string | null = null
  let over: string | undefined
  return sides.map((side, i) => {
    const head = leaves[i]!.words.length > 1 ? leaves[i]!.words[0] : undefined
    if (side !== null) last = side
    else if (last !== null && head !== undefined && head !== over)
      last =
        sides.find((s, k) => s !== null && s !== last && leaves[k]!.words[0] === head) ??
        names.slice(names.indexOf(last) + 1).find((n) => !sides.includes(n)) ??
        null
    over = head ?? over
    return last
  })
}

interface Fit {
  id: string
  fit: number
}

/** The value column a header names; words that give a prefix or a suffix are taken off first. */
function bestColumn(
  leaf: Leaf,
  columns: Columns,
  template: Pick<TableTemplate, 'prefixes' | 'suffixes'> & { kind?: TableTemplate['kind'] },
  years: Years,
  heads: readonly HeaderPattern[] = [],
): Fit {
  const affixes = takeAffixes(leaf.words, leaf.path, template, years)
  let best: Fit = { id: '', fit: 0 }
  for (const [id, patterns] of Object.entries(columns)) {
    const fit = fitOwnYear(affixes.rest, patterns)
    if (fit > best.fit) best = { id: `${affixes.prefix}${id}${affixes.suffix}`, fit }
  }
  // 因公出国（境）费 over 2025年预算数 and 2026年预算数: the latter says no more than that the figure is the form's own.
  const own = affixes.rest.at(-1)
  if (best.fit === 0 && affixes.rest.length > 1 && own !== undefined && OWN_FIGURE[template.kind ?? 'any'].test(own)) {
    const words = leaf.words.toSpliced(leaf.words.lastIndexOf(own), 1)
    const path = leaf.path.toSpliced(leaf.words.lastIndexOf(own), 1)
    const over = bestColumn({ ...leaf, words, path }, columns, template, years, heads)
    if (over.fit > 0) return { ...over, fit: over.fit - 1 }
  }
  const named = affixes.rest.filter((word) => fitAny([word], heads) === 0)
  if (best.fit > 0 || named.length > 0 || affixes.prefix + affixes.suffix === '') return best
  // Nothing but the words of affixes: a column of its own, or the total of that fund or year.
  const bare = bestColumn(leaf, columns, {}, years)
  const main = ['total', 'amount'].find((id) => id in columns)
  // 2025年计划数 is the total of that year, though its words would do for this year's.
  if (bare.fit > 0 && bare.id === main && affixes.prefix !== '')
    return { ...bare, id: `${affixes.prefix}${main}${affixes.suffix}` }
  if (bare.fit > 0 || main === undefined) return bare
  return { id: `${affixes.prefix}${main}${affixes.suffix}`, fit: LONE }
}

/** Headers that say no more than that the figures below are the form's own. */
const OWN_FIGURE = {
  budget: /^(本年|当年)?(度|年初)?(预算(数|金额)?|金额|数)$/,
  'final-accounts': /^(本年|当年)?度?(决算(数|金额)?|金额|数)$/,
  any: /^(本年|当年)?度?(金额|数)$/,
}

/** How well a header that names a fund or a year alone fits the total: as a pattern of one bare `*` and a word. */
const LONE = 11

export function bestRole(leaf: Leaf, roles: Roles): { role: Role; fit: number } {
  let best: { role: Role; fit: number } = { role: 'text', fit: 0 }
  for (const [role, patterns] of Object.entries(roles) as [Role, readonly HeaderPattern[]][]) {
    const fit = fitAny(leaf.words, patterns)
    if (fit > best.fit) best = { role, fit }
  }
  return best
}
