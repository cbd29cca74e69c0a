/** Gives every column of a grid its meaning: a template's value column, a role, or none it knows. */
import type { Columns, Roles, Side, TableTemplate } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import { bestColumn, type Fit } from './best-column.ts'
import { withoutGuesses } from './guesses.ts'
import type { Leaf } from './header.ts'
import { orTotal } from './hidden-total.ts'
import { besides, CARRIED_OVER, OWN, otherId, type PlacedColumn } from './placed.ts'
import { bestRole } from './role.ts'
import { sideOfBlocks } from './sides.ts'
import { withSpelling } from './spelled.ts'
import { withOtherYears, type Years } from './years.ts'

const KEYS: ReadonlySet<string> = new Set(['code', 'label', 'unit'])

/** How headers are read that no template knows. */
export interface Wording {
  roles: Roles
  language: FieldLanguage
}

export function placeColumns(
  printed: readonly Leaf[],
  template: TableTemplate,
  { roles, language }: Wording,
  years: Years,
): PlacedColumn[] {
  const { rows } = template
  const leaves = withSpelling(withOtherYears(printed, years), template.kind, language)
  const sides = rows.by === 'side' ? sideOfBlocks(leaves, rows.sides, roles) : null
  const heads = rows.by === 'side' ? Object.values(rows.sides).flatMap((s) => s.head) : []
  const asked = { years, heads, language }
  const columnsOf = (side: string | null) => (rows.by === 'side' ? sideColumns(rows.sides, side) : template.columns)
  const own: Roles = template.labels
    ? { ...roles, label: [...roles.label, ...Object.values(template.labels).flat()] }
    : roles
  const form = { template, leaves, roles: own, isSideBySide: rows.by !== 'record' && rows.by !== 'unit' }
  const placing: Placing = { placed: [], block: 0, seenValue: false, seenKey: false }
  for (const [i, leaf] of leaves.entries()) {
    const side = sides?.[i] ?? null
    // 收入 written downwards beside its lines, below the same word, is no amount of theirs.
    const isSideName = leaf.wordy && leaf.words.length === 1 && heads.includes(leaf.words[0]!)
    const columnOf = (header: Leaf) => bestColumn(header, columnsOf(side), template, asked)
    const value = isSideName ? { id: '', fit: 0 } : orTotal(columnOf(leaf), leaf, leaves, columnOf)
    const text = bestColumn(leaf, template.texts ?? {}, null, { years, language })
    const role = roleAt(i, { value, text }, form, placing)
    place(leaf, side, { value, text, role }, form, placing)
  }
  const find = (leaf: Leaf, side: string | null) => bestColumn(leaf, columnsOf(side), template, asked)
  const told = withoutGuesses(placing.placed, find, language, template)
  return withBesides(withStandIns(withoutIdleSuffixes(told, template, language), template), template)
}

interface Form {
  template: TableTemplate
  leaves: readonly Leaf[]
  roles: Roles
  /** Lines of codes or labels are set in blocks beside each other; a record has labels anywhere. */
  isSideBySide: boolean
}

/** What stands before a column. */
interface Placing {
  placed: PlacedColumn[]
  /** A block ends where codes or labels come behind figures. */
  block: number
  seenValue: boolean
  seenKey: boolean
}

/** What a header may mean, each with how well it fits. */
interface Meanings {
  value: Fit
  text: Fit
  role: ReturnType<typeof bestRole>
}

/** The role of a column by its header, or by what stands below it where the header says less. */
function roleAt(
  i: number,
  { value, text }: Pick<Meanings, 'value' | 'text'>,
  { template, leaves, roles, isSideBySide }: Form,
  { placed, block, seenValue }: Placing,
): Meanings['role'] {
  const leaf = leaves[i]!
  const before = placed.at(-1)
  let role: Meanings['role'] = isFigures(leaf) ? { role: 'text', fit: 0 } : bestRole(leaf, roles)
  // “三公”经费 over the names of its items heads labels, though it is a figure's name, too.
  if (leaf.wordy && template.rows.by === 'unit' && placed.length === 0 && value.fit > role.fit)
    role = { role: 'label', fit: value.fit + 1 }
  if (leaf.wordy && value.fit + text.fit + role.fit === 0) {
    // Words below a header that nobody knows, where the labels of a line must stand, are its labels.
    const labelled = placed.some((p) => p.block === block && KEYS.has(p.role)) && !seenValue
    const isLabel = !labelled && (isSideBySide || !seenValue)
    // The names below the same header as their codes, or right behind them where no other column has names.
    const isName = before?.role === 'code' && isNamedBy(leaf, before, leaves.slice(i + 1), roles)
    if (isLabel || isName) role = { role: 'label', fit: 1 }
  }
  // What stands there says more than a header over codes and names (支出类型 | 科目编码和名称).
  const mayBeCodes = leaf.coded || (role.role === 'label' && isPartOfCode(leaf, leaves[i + 1], before))
  const isCodes = mayBeCodes && template.rows.by === 'code' && value.fit === 0 && !seenValue
  if (isCodes && role.role !== 'code' && (role.fit === 0 || role.role === 'label'))
    role = { role: 'code', fit: Math.max(1, role.fit) }
  return role
}

/** Puts a column behind those before it, as what its header means most likely. */
function place(
  leaf: Leaf,
  side: string | null,
  { value, text, role }: Meanings,
  { isSideBySide }: Form,
  placing: Placing,
): void {
  const { placed } = placing
  const before = placed.at(-1)
  if (leaf.words.length === 0 && before && leaf.amounts === 0 && before.role !== 'value') {
    // A column without a header of its own beside the labels goes on from them.
    placed.push({ ...before, leaf })
    return
  }
  const isKey = role.fit > value.fit && role.fit > text.fit && (role.role === 'code' || role.role === 'label')
  const otherSide = side !== null && before !== undefined && before.side !== null && before.side !== side
  // Of codes and names behind their amounts the names begin nothing new.
  const goesOn = before !== undefined && KEYS.has(before.role) && !otherSide
  if (isKey && (placing.seenValue || otherSide) && placing.seenKey && isSideBySide && !goesOn) {
    placing.block++
    placing.seenValue = false
  }
  if (isKey) placing.seenKey = true
  const { block } = placing
  if (value.fit > 0 && value.fit >= role.fit && value.fit >= text.fit) {
    placing.seenValue = true
    placed.push({ leaf, role: 'value', id: value.id, block, side, fit: value.fit })
  } else if (text.fit > 0 && text.fit >= role.fit)
    placed.push({ leaf, role: 'text', id: text.id, block, side, fit: text.fit })
  else if (role.fit > 0)
    placed.push({ leaf, role: role.role, id: role.role === 'text' ? 'remark' : '', block, side, fit: role.fit })
  else {
    // Figures that nobody knows end a block of labels as known ones do.
    if (leaf.amounts > 0) placing.seenValue = true
    placed.push({ leaf, role: 'value', id: otherId(leaf), block, side, fit: 0 })
  }
}

/** 201 before 03, or 03 behind 201, both below one header: 类, 款 and 项 are no names, though it says no more than 项目. */
function isPartOfCode(leaf: Leaf, next: Leaf | undefined, before: PlacedColumn | undefined): boolean {
  const isBeside = (other: Leaf) => other.words.join() === leaf.words.join()
  if (leaf.parts === 'whole') return next?.parts === 'rest' && isBeside(next)
  return leaf.parts === 'rest' && before?.role === 'code' && isBeside(before.leaf)
}

/** Whether the words behind a column of codes are their names, whatever heads them. */
function isNamedBy(leaf: Leaf, code: PlacedColumn, further: readonly Leaf[], roles: Roles): boolean {
  return code.leaf.words.join() === leaf.words.join() || further.every((l) => bestRole(l, roles).role !== 'label')
}

/** 收入 over nothing but amounts heads no labels, whatever it does elsewhere. */
function isFigures({ amounts, texts }: Leaf): boolean {
  return amounts > 0 && texts === 0
}

/** 本年 beside what nobody knows is the year; 当年拨款 is money of the year, and not all of it. */
function isOwnYear({ id, leaf }: PlacedColumn, { ownMoney }: FieldLanguage): boolean {
  return id.endsWith(OWN) && !leaf.words.some((word) => ownMoney.test(word))
}

/** A suffix that tells no two columns apart (a fund named over all of them) is none. */
function withoutIdleSuffixes(
  placed: readonly PlacedColumn[],
  { suffixes = [] }: TableTemplate,
  language: FieldLanguage,
): PlacedColumn[] {
  let out = [...placed]
  for (const group of suffixes) {
    // Money that is not the year's own is none of it, even where nothing stands beside it.
    const idle = OWN in group ? [OWN] : Object.keys(group)
    const bare = (id: string) => idle.reduce((text, suffix) => text.replace(suffix, ''), id)
    const money = (id: string) => Object.keys(group).reduce((text, suffix) => text.replace(suffix, ''), id)
    const isApart = (p: PlacedColumn) => p.role === 'value' && !isCountedIn(p, language)
    const values = out.filter((p) => isApart(p) && p.fit > 0)
    const tells = values.some((a) =>
      placed.some((b) => {
        if (!isApart(b) || a.side !== b.side) return false
        // The same words below a header that nobody knows are another figure, too.
        if (b.fit === 0)
          return (
            a.id !== bare(a.id) &&
            !isOwnYear(a, language) &&
            (a.leaf.words.at(-1) === b.leaf.words.at(-1) || areBelowOthers(a.leaf, b.leaf))
          )
        return a.id !== b.id && money(a.id) === money(b.id)
      }),
    )
    // 本年预算 over 项目支出 beside 上年结转 of all purposes.
    const isApartFromOld = (a: PlacedColumn) =>
      a.id.endsWith(OWN) && values.some((b) => a.side === b.side && b.id.endsWith(CARRIED_OVER))
    // 工资福利支出 below 基本支出 beside 商品和服务支出 below 项目支出: no two of a name, but each of one part.
    const parts = new Set(values.flatMap((p) => idle.filter((suffix) => p.id.includes(suffix))))
    if (!tells && parts.size < 2 && !values.some(isApartFromOld))
      out = out.map((p) => (p.role === 'value' && p.fit > 0 ? { ...p, id: bare(p.id) } : p))
  }
  return out
}

/** 其中：上年结转 is counted in what stands beside it, which is so all of it, though its header says 本年. */
function isCountedIn({ id, leaf }: PlacedColumn, { lines }: FieldLanguage): boolean {
  return id.endsWith(CARRIED_OVER) && leaf.path.some((text) => lines.part.test(text))
}

/** Whether two columns stand below different headers, each over further ones. */
function areBelowOthers(a: Leaf, b: Leaf): boolean {
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

function withBesides(placed: PlacedColumn[], template: TableTemplate): PlacedColumn[] {
  const known = placed.filter((p) => p.role === 'value' && p.fit > 0)
  const taken = besides(
    known.map((p) => p.id),
    template,
  )
  return placed.map((p) => (known.includes(p) ? { ...p, id: taken.get(p.id) ?? p.id } : p))
}

function sideColumns(sides: Record<string, Side>, side: string | null): Columns {
  return side === null ? {} : (sides[side]?.columns ?? {})
}
