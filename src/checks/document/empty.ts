/** A form without figures says why, below it or in the prose. */
import type { Table } from '../../model.ts'
import { squash } from '../../template/words.ts'
import type { Fact, Printed } from './fact.ts'

/** What an empty form is about, where the prose may say that there is none. */
const ABOUT: readonly string[] = [
  '政府性基金',
  '国有资本经营',
  '三公',
  '政府采购',
  '购买服务',
  '机关运行经费',
  '项目支出',
]
const NONE = /无|没有|未安排|不涉及|为0|为零|空表/

export function checkEmpty({ recognised, sheets }: Printed): Fact[] {
  // A form that nobody has filled in yet has nothing to explain.
  if (recognised.every(({ table }) => table?.state !== 'data')) return []
  return recognised.flatMap(({ table, section }): Fact[] => {
    if (table?.state !== 'empty') return []
    const below = section.after.some((c) => c.page === table.pages.at(-1) && NONE.test(c.text))
    const inside = section.grid.cells.some((c) => /无|没有|空表/.test(squash(c.text)))
    const told = below || inside || table.notes.some((n) => NONE.test(n)) || toldElsewhere(table, sheets)
    return [
      {
        rule: 'empty-form',
        where: `${table.id}/${table.pages[0]}`,
        name: { zh: '空表说明原因', en: 'an empty form says why' },
        wrong: told
          ? undefined
          : {
              severity: 'note',
              zh: `《${table.title}》没有数据，也没有说明原因`,
              en: `${table.id} holds no figures and nothing says why`,
              page: table.pages[0] ?? null,
              table: table.id,
            },
      },
    ]
  })
}

function toldElsewhere(table: Table, sheets: Printed['sheets']): boolean {
  const about = ABOUT.find((word) => table.title.includes(word))
  if (about === undefined) return false
  return sheets.some((s) => s.lines.some(({ text }) => squash(text).includes(about) && NONE.test(text)))
}
