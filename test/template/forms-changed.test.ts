/**
 * Forms with columns that nobody has seen: of every case in test/forms/cases, a column renamed, dropped, added,
 * or two in each other's place. Known columns keep exactly their amounts, an unknown one is kept under its own
 * header, and nothing is lost. `JUESUAN_CHANGED=50` tries more.
 */
import { describe, expect, it } from 'vitest'
import { forms } from '../../src/forms.ts'
import type { Document } from '../../src/model.ts'
import { type Trace, understand } from '../../src/understand.ts'
import { Dice } from '../drawn/dice.ts'
import { emitted, printed } from '../forms/amounts.ts'
import { allCases } from '../forms/cases.ts'
import * as change from '../forms/change.ts'
import { drawPages } from '../forms/draw.ts'

const TRIALS = Number(process.env.JUESUAN_CHANGED ?? 3)

function read(form: string): Trace {
  const source = { file: 'drawn', sha256: '', bytes: 0, pages: 1, producer: null }
  return understand(forms, { pages: drawPages(form), findings: [], source })
}

/** Amount as printed → where it came out: table, line, column. */
function placesOf({ tables }: Document): Map<string, { table: string; row: string; column: string }> {
  return new Map(
    tables.flatMap((t) =>
      t.rows.flatMap((r) =>
        Object.entries(r.cells).map(([column, c]) => [c.raw, { table: t.id, row: r.key, column }] as const),
      ),
    ),
  )
}

interface Trial {
  kind: string
  form: string
  /** Amounts of the column that was touched. */
  touched: string[]
  header: string | null
}

/** One change to one table of the form, or null where it cannot be made there. */
function vary(parts: change.Parts, before: Trace, dice: Dice): Trial | null {
  const tables = parts.flatMap((p, i) => (Array.isArray(p) && change.amountsOf(p).length > 0 ? [i] : []))
  const at = dice.pick(tables)
  const rows = parts[at] as change.Rows
  // Of a table whose header is printed again on the next page one page alone would be another form.
  if (parts.some((p, i) => i !== at && Array.isArray(p) && p[0]!.join() === rows[0]!.join())) return null
  const [first] = change.amountsOf(rows)
  const one = before.recognised.find((r) => r.section.grid.cells.some((c) => c.text === first))
  // Only in a table drawn column by column does a place in the text say which column of the grid it is.
  if (!one?.table || one.section.grid.xs.length - 1 !== rows[0]!.length) return null
  const heads = one.header.rows + rows.length - one.section.grid.rows.length
  const values = one.candidates[0]!.columns.filter((c) => c.role === 'value' && c.leaf.c1 === c.leaf.c0 + 1)
  if (values.length < 2) return null
  const { leaf, block } = dice.pick(values)
  const column = leaf.c0
  const kind = dice.pick(['rename', 'rename span', 'drop', 'add', 'swap'])
  // A block of labels without any figures is no form, and two columns of different blocks do not change places.
  if (kind === 'drop' && values.filter((v) => v.block === block).length < 2) return null
  if (kind === 'swap' && !values.some((v) => v.block === block && v.leaf.c0 === column + 1)) return null
  const header = kind === 'drop' || kind === 'swap' ? null : change.strangeHeader(dice)
  if (kind === 'rename span') {
    const span = change.renameSpan(rows, heads, column, header!)
    const touched = span?.columns.flatMap((c) => change.amountsIn(rows, c))
    return span && { kind, form: change.putTogether(parts.with(at, span.rows)), touched: touched!, header }
  }
  const fresh = Array.from({ length: rows.length }, (_, i) => `${5001 + i}.50`)
  const changed =
    kind === 'rename'
      ? change.rename(rows, heads, column, header!)
      : kind === 'drop'
        ? change.drop(rows, column)
        : kind === 'add'
          ? change.add(rows, heads, column, header!, fresh.values())
          : change.swap(rows, heads, column)
  if (!changed) return null
  const form = change.putTogether(parts.with(at, changed))
  const touched =
    kind === 'add' ? fresh.filter((a) => form.includes(a)) : kind === 'swap' ? [] : change.amountsIn(rows, column)
  return { kind, form, touched, header }
}

/** The year's own money is told from what is carried over only where that stands beside it. */
function isToldNoMore(column: string, other: string, touched: readonly string[]): boolean {
  return column === `${other}.current` && touched.some((id) => id.endsWith('.carried_over'))
}

/** A figure that says nothing of its stage is told by the plan beside it alone (`TableTemplate.beside`). */
function isToldBeside(table: string, column: string, other: string, touched: readonly string[]): boolean {
  const pairs = Object.entries(forms.templates.find((t) => t.id === table)?.beside ?? {})
  return pairs.some(([plan, own]) => column === `${own}${other}` && touched.some((id) => id.startsWith(plan)))
}

/** Whether the template says that the one column takes the place of the other where that is not printed. */
function standsFor(table: string, column: string, other: string): boolean {
  const pairs = Object.entries(forms.templates.find((t) => t.id === table)?.standsFor ?? {})
  return pairs.some(([own, taken]) => column.replace(own, taken) === other)
}

function faults({ kind, form, touched, header }: Trial, before: Document): string[] {
  const { document } = read(form)
  // Beside a header that nobody knows 2025年 may be any year's where the document names none.
  const undated = kind === 'rename span' && document.document.fiscal_year === null
  const mayBeUnknown = (column: string) => undated && /^other:20\d\d年/.test(column)
  const out: string[] = []
  const [want, have] = [placesOf(before), placesOf(document)]
  const [lost, all] = [printed(form), emitted(document)]
  if (JSON.stringify(lost) !== JSON.stringify(all))
    out.push(`lost ${lost.filter((a) => !all.includes(a))}, twice ${all.filter((a) => !lost.includes(a))}`)
  const gone = kind === 'add' ? [] : touched.flatMap((amount) => want.get(amount)?.column ?? [])
  const told = document.findings.some((f) => f.code === 'unclaimed-tables')
  for (const [amount, { table, row, column }] of want) {
    if (touched.includes(amount) || !lost.includes(amount)) continue
    const now = have.get(amount)
    if (!now) {
      if (!told) out.push(`${amount} ${table} ${row} ${column} is not there and nothing says so`)
      // Where a span was over all that was known, the table is no longer known, and that is said.
      else if (kind !== 'rename span') out.push(`${table} is unclaimed`)
    } else if (
      now.table !== table ||
      now.row !== row ||
      (now.column !== column &&
        !standsFor(table, column, now.column) &&
        !isToldNoMore(column, now.column, gone) &&
        !isToldBeside(table, column, now.column, gone) &&
        !mayBeUnknown(now.column))
    )
      out.push(`${amount} ${table} / ${row} / ${column} → ${now.table} / ${now.row} / ${now.column}`)
  }
  if (header !== null)
    for (const amount of touched) {
      const now = have.get(amount)
      // Below a span that nobody knows a column may be what its own header says, never what another one is.
      const others = [...want]
        .filter(([a, w]) => !touched.includes(a) && w.table === now?.table)
        .map(([, w]) => w.column)
      const was = want.get(amount)?.column
      const same = kind === 'rename span' && (now?.column === was || !others.includes(now?.column ?? ''))
      if (now && !same && !(now.column.startsWith('other:') && now.column.includes(header)))
        out.push(`${amount} below ${header} came out as ${now.table} / ${now.row} / ${now.column}`)
    }
  return [...new Set(out)].map((f) => `${kind} ${header ?? ''}: ${f}`)
}

describe('columns renamed, dropped, added and in another order', () => {
  const cases = allCases()
    .filter((c) => printed(c.form).length > 0)
    .map((c) => [`${c.file}: ${c.name}`, c] as const)
  it.each(cases)('%s', (name, { form }) => {
    const parts = change.withOwnAmounts(change.takeApart(form))
    const before = read(change.putTogether(parts))
    const found: string[] = []
    for (let n = 0; n < TRIALS; n++) {
      const trial = vary(parts, before, new Dice(n, name))
      if (trial) found.push(...faults(trial, before.document).map((f) => `seed ${n} ${f}`))
    }
    expect(found).toEqual([])
  })
})
