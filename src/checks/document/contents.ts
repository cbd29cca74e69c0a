/** Every table that the table of contents announces is there, once and in order. */
import type { Table } from '../../model.ts'
import type { ContentsEntry } from '../../template/around/contents.ts'
import { TITLE_ENOUGH, titleSense } from '../../template/around/title.ts'
import { squash } from '../../template/words.ts'
import type { Fact, Printed } from './fact.ts'

/** An entry of the contents that names a table, and the templates it may mean. */
interface Announced {
  entry: ContentsEntry
  title: string
  ids: string[]
}

/** Titles that fit as well as the best one, within this much, may be meant, too. */
const CLOSE = 0.05

export function checkContents(printed: Printed): { facts: Fact[]; missing: Table[] } {
  const announced = announcedTables(printed)
  // Pages that were not read may hold any of them.
  if (announced.length === 0 || !printed.whole) return { facts: [], missing: [] }
  const absent = announced.filter((a) => !isThere(a, printed))
  const facts = announced.filter((a) => !absent.includes(a)).map((a) => presence(a))
  const missing = absent.map(toMissing)
  // A report whose tables are published in a file of their own lacks nothing.
  if (absent.length === announced.length) return { facts: [apart(absent)], missing }
  facts.push(...absent.map((a) => presence(a, 'missing')), ...twice(printed), ...order(announced, printed))
  return { facts, missing }
}

function announcedTables({ facts, templates, language }: Printed): Announced[] {
  const titles = titleSense(language)
  const kind = facts.kind?.value ?? null
  const usable = templates.filter((t) => kind === null || t.kind === 'any' || t.kind === kind)
  const announced = facts.contents.flatMap((entry): Announced[] => {
    const title = squash(entry.title).replace(
      /^([一二三四五六七八九十]+|\d{1,2})[、.．]|^[(（][一二三四五六七八九十\d]+[)）]/,
      '',
    )
    if (!/表([(（][^()（）]*[)）])?$/.test(title)) return []
    const scores = usable.map((t) => ({ id: t.id, score: titles.score(title, t) }))
    const best = Math.max(0, ...scores.map((s) => s.score))
    if (best < TITLE_ENOUGH) return []
    return [{ entry, title, ids: scores.filter((s) => s.score >= best - CLOSE).map((s) => s.id) }]
  })
  // The contents and a list before the tables name them both.
  const first = new Map(announced.toReversed().map((a) => [titles.core(a.title), a]))
  return announced.filter((a) => first.get(titles.core(a.title)) === a)
}

/** Whether the table was recognised, or a title like it is printed anywhere behind the contents. */
function isThere(
  { entry, ids, title }: Announced,
  { recognised, sections, sheets, facts, templates, language }: Printed,
): boolean {
  if (recognised.some((r) => r.table && ids.includes(r.table.id))) return true
  const meant = templates.filter((t) => ids.includes(t.id))
  const { core, score, isLikely } = titleSense(language)
  const same = (text: string) =>
    isLikely(text) && (core(text) === core(title) || meant.some((t) => score(text, t) >= TITLE_ENOUGH))
  const last = Math.max(entry.page, ...facts.contents.map((c) => c.page))
  return (
    sections.some((s) => s.title && same(s.title.text)) ||
    // A heading of the prose may be worded like a title; one that says 表 is one.
    sheets.some((s) => s.page > last && s.lines.some((l) => l.text.includes('表') && same(l.text)))
  )
}

function presence({ entry, title, ids }: Announced, state?: 'missing'): Fact {
  return {
    rule: 'contents',
    where: `${ids[0]}/${title}`,
    name: { zh: '目录所列各表俱在', en: 'a table that the contents announce is there' },
    wrong: state && {
      severity: 'warning',
      zh: `目录列有“${title}”，文件中没有这张表`,
      en: `the contents announce ${title}, which is not in the file`,
      page: entry.page,
      table: ids[0],
    },
  }
}

function apart(absent: readonly Announced[]): Fact {
  return {
    rule: 'contents',
    where: 'all',
    name: { zh: '目录所列各表俱在', en: 'the tables that the contents announce are there' },
    wrong: {
      severity: 'note',
      zh: `目录列有${absent.length}张表，本文件中一张也没有，可能另件公开`,
      en: `none of the ${absent.length} tables that the contents announce is in this file; they may be published apart`,
      page: absent[0]!.entry.page,
    },
  }
}

function toMissing({ title, ids }: Announced): Table {
  return { id: ids[0]!, number: null, title, unit: null, pages: [], state: 'missing', notes: [], columns: [], rows: [] }
}

/** The same table with its total twice: a second part of one table has no total of its own. */
function twice({ recognised }: Printed): Fact[] {
  const tables = recognised.flatMap((r) => r.table ?? [])
  const whole = (t: Table) => t.state === 'data' && t.rows.some((r) => /^(支出:)?(合计|.*总计)$/.test(r.key))
  return tables.flatMap((table, i): Fact[] => {
    const first = tables.slice(0, i).find((t) => t.id === table.id && squash(t.title) === squash(table.title))
    if (!first || table.title === '' || !whole(first) || !whole(table)) return []
    return [
      {
        rule: 'contents-twice',
        where: `${table.id}/${table.pages[0]}`,
        name: { zh: '各表只出现一次', en: 'a table stands once' },
        wrong: {
          severity: 'warning',
          zh: `“${table.title}”出现两次：第${first.pages[0]}页和第${table.pages[0]}页`,
          en: `${table.title} stands twice: on page ${first.pages[0]} and on page ${table.pages[0]}`,
          page: table.pages[0] ?? null,
          table: table.id,
        },
      },
    ]
  })
}

/** Tables that can be told apart by their ids stand in the order of the contents. */
function order(announced: readonly Announced[], { recognised }: Printed): Fact[] {
  const tables = recognised.flatMap((r) => r.table ?? [])
  const placed = announced.flatMap(({ ids, title }) => {
    const own = tables.filter((t) => ids.includes(t.id))
    const [table, ...others] = own
    const named = announced.filter((a) => a.ids.some((id) => ids.includes(id)))
    return table && others.length === 0 && named.length === 1 ? [{ title, table }] : []
  })
  if (placed.length < 2) return []
  const at = placed.findIndex((p, i) => i > 0 && (p.table.pages[0] ?? 0) < (placed[i - 1]!.table.pages[0] ?? 0))
  const [before, late] = [placed[at - 1], placed[at]]
  return [
    {
      rule: 'contents-order',
      where: late?.table.id ?? 'all',
      name: { zh: '各表按目录顺序排列', en: 'the tables stand in the order of the contents' },
      wrong:
        before && late
          ? {
              severity: 'note',
              zh: `目录中“${before.title}”在“${late.title}”之前，文件中在其后`,
              en: `the contents name ${before.title} before ${late.title}; in the file it stands behind it`,
              page: late.table.pages[0] ?? null,
              table: late.table.id,
            }
          : undefined,
    },
  ]
}
