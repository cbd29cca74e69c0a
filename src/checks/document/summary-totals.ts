/** A summary closes with its totals: one without any goes on somewhere else, on a page that is not in the file perhaps. */
import { bareLabel, squash } from '../../template/words.ts'
import type { Fact, Printed } from './fact.ts'

/** A summary of fewer lines may have one line a side and nothing to add up. */
const LINES = 5

export function checkSummaryTotals({ recognised, language }: Printed): Fact[] {
  const { closing, whole } = language.lines
  const isTotal = (label: string) => closing.test(label) || whole.test(bareLabel(label))
  return recognised.flatMap(({ table, candidates }): Fact[] => {
    if (!table || candidates[0]?.template.rows.by !== 'side' || table.state !== 'data') return []
    if (table.rows.length < LINES) return []
    const isThere = table.rows.some((r) => isTotal(squash(r.label)))
    return [
      {
        rule: 'summary-totals',
        where: `${table.id}/${table.pages[0]}`,
        name: { zh: '总表有合计或总计', en: 'a summary has its totals' },
        wrong: isThere
          ? undefined
          : {
              severity: 'note',
              zh: `“${table.title}”没有合计或总计，表可能不完整`,
              en: `${table.title} prints no total and may go on elsewhere`,
              page: table.pages.at(-1) ?? null,
              table: table.id,
            },
      },
    ]
  })
}
