/** Which of a template's columns a header names. */
import type { Columns, HeaderPattern, TableTemplate } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import { fitAny, fitHeader, mayFit } from '../words.ts'
import { takeAffixes } from './affixes.ts'
import type { Leaf } from './header.ts'
import { OWN } from './placed.ts'
import { fitOwnYear, type Years } from './years.ts'

export interface Asked {
  years: Years
  heads?: readonly HeaderPattern[]
  language: FieldLanguage
}

export interface Fit {
  id: string
  fit: number
}

/** The value column a header names; words that give a prefix or a suffix are taken off first. */
export function bestColumn(
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
