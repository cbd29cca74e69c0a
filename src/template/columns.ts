/** Gives every column of a grid its meaning: a template's value column, a role, or none it knows. */
import { takeAffixes } from './affixes.ts'
import type { Columns, FieldLanguage, HeaderPattern, Roles, Side, TableTemplate } from './define.ts'
import { withoutGuesses } from './guesses.ts'
import type { Leaf } from './header.ts'
import { CARRIED_OVER, OWN, otherId, type PlacedColumn } from './placed.ts'
import { bestRole } from './role.ts'
import { sideOfBlocks } from './sides.ts'
import { withSpelling } from './spelled.ts'
import { fitAny, fitHeader, mayFit } from './words.ts'
import { fitOwnYear, withOtherYears, type Years } from './years.ts'

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
  const leaves = withSpelling(withOtherYears(printed, years), template.kind, language)
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
  const asked = { years, heads, language }
  for (const [i, leaf] of leaves.entries()) {
    const side = sides?.[i] ?? null
    const columns = template.rows.by === 'side' ? sideColumns(template.rows.sides, side) : template.columns
    // 收入 written downwards beside its lines, below the same word, is no amount of theirs.
    const isSideName = leaf.wordy && leaf.words.length === 1 && heads.includes(leaf.words[0]!)
    const value = isSideName ? { id: '', fit: 0 } : bestColumn(leaf, columns, template, asked)
    const text = bestColumn(leaf, template.texts ?? {}, null, { years, language })
    const labelled = placed.some((p) => p.block === block && KEYS.has(p.role)) && !seenValue
    const role = isFigures(leaf) ? { role: 'text' as const, fit: 0 } : bestRole(leaf, own)
    // “三公”经费 over the names of its items heads labels, though it is a figure's name, too.
    if (leaf.wordy && template.rows.by === 'unit' && placed.length === 0 && value.fit > role.fit)
      Object.assign(role, { role: 'label', fit: value.fit + 1 })
    // Words below a header that nobody knows, where the labels of a line must stand, are its labels.
    if (leaf.wordy && value.fit + text.fit + role.fit === 0 && !labelled && (sideBySide || !seenValue))
      Object.assign(role, { role: 'label', fit: 1 })
    // The names below the same header as their codes, or right behind them where no other column has names.
    const named =
      leaf.wordy && placed.at(-1)?.role === 'code' && isNamedBy(leaf, placed.at(-1)!, leaves.slice(i + 1), own)
    if (named && value.fit + text.fit + role.fit === 0) Object.assign(role, { role: 'label', fit: 1 })
    // What stands there says more than a header over codes and names (支出类型 | 科目编码和名称).
    const mayBeCodes = leaf.coded || (role.role === 'label' && isPartOfCode(leaf, leaves[i + 1], placed.at(-1)))
    const isCodes = mayBeCodes && template.rows.by === 'code' && value.fit === 0 && !seenValue
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
  const find = (leaf: Leaf, side: string | null) => bestColumn(leaf, columnsOf(side), template, asked)
  const told = withoutGuesses(placed, find, language, template)
  return withStandIns(withoutIdleSuffixes(told, template, language), template)
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
    const values = out.filter((p) => p.role === 'value' && p.fit > 0)
    const tells = values.some((a) =>
      placed.some((b) => {
        if (b.role !== 'value' || a.side !== b.side) return false
        // The same words below a header that nobody knows are another figure, too.
        if (b.fit === 0)
          return (
            a.id !== bare(a.id) &&
            !isOwnYear(a, language) &&
            (a.leaf.words.at(-1) === b.leaf.words.at(-1) || isApart(a.leaf, b.leaf))
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

interface Asked {
  years: Years
  heads?: readonly HeaderPattern[]
  language: FieldLanguage
}

interface Fit {
  id: string
  fit: number
}

/** The value column a header names; words that give a prefix or a suffix are taken off first. */
function bestColumn(
  leaf: Leaf,
  columns: Columns,
  template: (Pick<TableTemplate, 'prefixes' | 'suffixes'> & { kind?: TableTemplate['kind'] }) | null,
  asked: Asked,
): Fit {
  const { years, heads = [], language } = asked
  const affixes = takeAffixes(leaf.words, leaf.path, template ?? {}, years, language)
  let best: Fit = { id: '', fit: 0 }
  const fits = withoutApart(affixes.rest, template?.kind ?? 'any', language)
  for (const { id, patterns } of mayFit(columns, affixes.rest.at(-1) ?? '')) {
    const fit = fitOwnYear(affixes.rest, patterns.filter(fits))
    if (fit <= best.fit) continue
    // 上年 over 执行数, which says itself that it is last year's.
    const isSaid = affixes.prefix !== '' && id.startsWith(affixes.prefix)
    best = { id: `${isSaid ? '' : affixes.prefix}${id}${affixes.suffix}`, fit: isSaid ? fit + 1 : fit }
  }
  // 因公出国（境）费 over 2025年预算数 and 2026年预算数: the latter says no more than that the figure is the form's own.
  const own = affixes.rest.at(-1)
  if (
    best.fit === 0 &&
    // 金额 below 资金来源 is no text.
    template !== null &&
    affixes.rest.length > 1 &&
    own !== undefined &&
    language.ownFigure[template.kind ?? 'any'].test(own)
  ) {
    const words = leaf.words.toSpliced(leaf.words.lastIndexOf(own), 1)
    const path = leaf.path.toSpliced(leaf.words.lastIndexOf(own), 1)
    const over = bestColumn({ ...leaf, words, path }, columns, template, asked)
    if (over.fit > 0) return { ...over, fit: over.fit - 1 }
  }
  const named = affixes.rest.filter((word) => fitAny([word], heads) === 0)
  if (best.fit > 0 || named.length > 0 || affixes.prefix + affixes.suffix === '') return best
  // 收入 written downwards below 本年收入, beside the rows of its side, is no money of the year.
  if (leaf.wordy) return best
  // Nothing but the words of affixes: a column of its own, or the total of that fund or year.
  const bare = bestColumn(leaf, columns, {}, { years, language })
  const main = ['total', 'amount'].find((id) => id in columns)
  // 2025年计划数 is the total of that year, though its words would do for this year's.
  if (bare.fit > 0 && bare.id === main && (affixes.prefix !== '' || affixes.suffix === OWN))
    return { ...bare, id: `${affixes.prefix}${main}${affixes.suffix}` }
  if (bare.fit > 0 || main === undefined) return bare
  return { id: `${affixes.prefix}${main}${affixes.suffix}`, fit: LONE }
}

/** 一般公共预算结转 is what is left of that fund: no `*` of a pattern for its money may stand for such a word. */
function withoutApart(
  words: readonly string[],
  kind: TableTemplate['kind'],
  language: FieldLanguage,
): (pattern: HeaderPattern) => boolean {
  const { apart, altered, alteredBelow, otherStage } = language
  const own = words.at(-1) ?? ''
  const staged = otherStage[kind]
  // 一般公共预算拨款收入执行数 beside a budget, 年初基本支出 beside accounts.
  const unstaged = staged === null ? words : words.map((word) => word.replace(staged, ''))
  if (own.search(apart) < 0 && words.every((word, i) => word.search(alteredBelow) < 0 && unstaged[i] === word))
    return () => true
  const bare = unstaged.map((word) => word.replace(apart, ''))
  // 新增限额 is neither what is 新增 nor the 限额: of nothing but such words a pattern must hold each.
  const said = bare.at(-1) === '' ? (own.match(altered) ?? []) : []
  const without = said.map((word) => [...words.slice(0, -1), own.replace(word, '')])
  return (pattern) => [bare, ...without].every((variant) => fitHeader(variant, pattern) === 0)
}

/** How well a header that names a fund or a year alone fits the total: as a pattern of one bare `*` and a word. */
const LONE = 11
