/** Forms print totals: a table without any goes on somewhere else, on a page that is not in the file perhaps. */
import type { Row } from '../../model.ts'
import { bareLabel, squash } from '../../template/words.ts'
import type { Fact, Printed } from './fact.ts'

/** A table of fewer lines may have nothing to add up. */
const LINES = 5

/** Of summaries and of tables of codes; of these a line without a code, as that of the unit, is a total, too, and a single 类. */
export function checkTotals({ recognised, language, whole: isRead }: Printed): Fact[] {
  // It may stand on a page that was not read.
  if (!isRead) return []
  const { closing, whole } = language.lines
  const isTotal = ({ label }: Row) => closing.test(squash(label)) || whole.test(bareLabel(squash(label)))
  return recognised.flatMap(({ table, candidates }): Fact[] => {
    if (table?.state !== 'data' || table.rows.length < LINES) return []
    const isCoded = table.rows.some((r) => r.code !== null)
    if (candidates[0]?.template.rows.by !== 'side' && !isCoded) return []
    const isSingle = isCoded && table.rows.filter((r) => r.parent === null).length === 1
    const isThere = isSingle || table.rows.some((r) => isTotal(r) || (isCoded && r.code === null))
    return [
      {
        rule: 'totals',
        where: `${table.id}/${table.pages[0]}`,
        name: { zh: '表有合计或总计', en: 'a table has its total' },
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
