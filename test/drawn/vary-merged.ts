/** Cells over several rows or columns, heads that a line divides, and other shapes that spreadsheets make. */
import type { Look } from './look.ts'
import type { Mark } from './pdf.ts'
import type { Plan, Variation } from './plan.ts'
import { type Column, isMoney, type Table } from './table.ts'

const tables = (change: (table: Table, plan: Plan) => void) => (plan: Plan) => {
  for (const table of plan.tables) change(table, plan)
}

const look = (change: Partial<Look>) => (plan: Plan) => {
  Object.assign(plan.look, change)
}

const isCodeTable = (t: Table) => t.columns.some((c) => c.key === '类' || c.key === 'code')
const isSummary = (t: Table) => t.columns.some((c) => c.key === '支出.label')
/** Without rulings nothing shows how far a cell reaches down. */
const isRuled = ({ look: { rulings } }: Plan) => ['all', 'open'].includes(rulings.which) && rulings.gap === null

/** A column before the one at `at` whose cell reaches over all rows but the total. */
function mergeDown(table: Table, at: number, column: Column, text: string): void {
  table.columns.splice(at, 0, column)
  for (const row of table.rows) {
    row.cells[column.key] = row.total ? '' : text
    if (!row.total) row.down = [...(row.down ?? []), column.key]
  }
}

/** 收入 and 支出 at the left of their sides, one letter below the other. */
function sideHeads(table: Table): void {
  if (isSummary(table))
    for (const side of ['收入', '支出']) {
      const at = table.columns.findIndex((c) => c.key === `${side}.label`)
      const header = [...table.columns[at]!.header.slice(0, -1), '']
      mergeDown(table, at, { key: `${side}.side`, header, width: 24, role: 'note', upright: true }, side)
    }
  else if (isCodeTable(table))
    mergeDown(table, 0, { key: 'side', header: ['类型'], width: 24, role: 'note', upright: true }, '支出')
}

/** 单位名称 before the codes, in one cell for all rows. */
function unitOverRows(table: Table): void {
  if (isCodeTable(table))
    mergeDown(table, 0, { key: 'unit', header: ['单位名称'], width: 70, role: 'note' }, `${table.entity}本级`)
}

/** Amounts over the blank column beside them. */
function overBlank(table: Table): void {
  const at = table.columns.findIndex((c) => c.role === 'value')
  // 栏次 count the blank column, too.
  if (!isCodeTable(table) || at < 0 || table.ordinals) return
  const own = table.columns[at]!
  table.columns.splice(at + 1, 0, { key: 'beside', header: own.header.with(-1, ''), width: 14, role: 'note' })
  for (const [i, row] of table.rows.entries())
    if (i % 2 === 0 && isMoney(row.cells[own.key])) row.span = { ...row.span, [own.key]: 2 }
}

/** A note that the last row of the table holds. */
function noteInside(table: Table): void {
  const [first] = table.columns
  const text = '注：本表反映部门本年度的总收支和年末结转结余情况。'
  table.rows.push({ cells: { [first!.key]: text }, span: { [first!.key]: table.columns.length }, depth: 0 })
}

const turnedHeads = (angle: 90 | -90) => (plan: Plan) => {
  if (!isRuled(plan)) return
  plan.look.uprightHeads = true
  plan.look.turnedHeads = angle
}

/** Codes of 类 and 款 in one cell for all their lines. */
function codesOverRows(table: Table): void {
  if (!table.columns.some((c) => c.key === '类') || table.rows.some((r) => r.down)) return
  for (const [i, row] of table.rows.entries()) {
    const above = table.rows[i - 1]
    if (!above || row.total || above.total || !row.cells.类) continue
    const isSame = (key: string) => row.cells[key] === above.cells[key] && row.cells[key] !== ''
    if (isSame('类')) row.down = isSame('款') ? ['类', '款'] : ['类']
  }
}

/** Shades lie below what stands on them. */
const ordered = (order: (texts: Mark[]) => Mark[]) => (plan: Plan) => {
  plan.order = (marks) => [
    ...marks.filter((m) => m.kind !== 'text'),
    ...order(marks.filter((m) => m.kind === 'text').map((m) => ({ ...m }))),
  ]
}

export const merged: Variation[] = [
  {
    name: 'order of drawing',
    of: 'plan',
    options: {
      'rulings first': ordered((texts) => texts),
      'last to first': ordered((texts) => texts.reverse()),
      'column by column': ordered((texts) => texts.sort((a, b) => ('x' in a && 'x' in b ? a.x - b.x : 0))),
    },
  },
  {
    name: 'two frames for one table',
    of: 'plan',
    options: {
      'parted below the header': (plan) => {
        if (isRuled(plan)) plan.look.split = { at: 'header', gap: 4 }
      },
      'parted in the middle': (plan) => {
        if (isRuled(plan)) plan.look.split = { at: 'middle', gap: 6 }
      },
    },
  },
  {
    name: 'a frame around',
    of: 'plan',
    options: {
      'the table, apart from it': (plan) => {
        // No one would draw a frame through the parts of a table.
        if (isRuled(plan) && !plan.look.split) plan.look.frame = 8
      },
    },
  },
  {
    name: 'widths on further pages',
    of: 'plan',
    options: {
      'other than on the first': (plan) => {
        // Without header or rulings nothing would tell which column is which.
        if (isRuled(plan) && plan.look.repeatHeader && !plan.look.cutRows) plan.look.otherWidths = true
      },
    },
  },
  {
    name: 'direction of headers',
    of: 'plan',
    options: {
      downwards: (plan) => {
        if (isRuled(plan)) plan.look.uprightHeads = true
      },
      'turned, from the foot': turnedHeads(90),
      'turned, from the top': turnedHeads(-90),
    },
  },
  {
    name: 'merged cells',
    of: 'plan',
    options: {
      'side heads, written downwards': (plan) => {
        if (isRuled(plan)) tables(sideHeads)(plan)
      },
      'the name of the unit over its rows': (plan) => {
        if (isRuled(plan)) tables(unitOverRows)(plan)
      },
      'codes of 类 and 款 over their rows': (plan) => {
        if (isRuled(plan)) tables(codesOverRows)(plan)
      },
      'amounts over the blank column beside them': (plan) => {
        // The header alone in a frame of its own would keep the blank column.
        if (isRuled(plan) && !plan.look.split) tables(overBlank)(plan)
      },
      'a note in the last row': (plan) => {
        if (isRuled(plan)) tables(noteInside)(plan)
      },
    },
  },
  {
    name: 'slashed heads',
    of: 'plan',
    options: {
      'of the labels': (plan) => {
        if (isRuled(plan)) plan.look.slashed = true
      },
    },
  },
  {
    name: 'texts that are cut off',
    of: 'plan',
    options: {
      'at the edge of their cell': (plan) => {
        // Labels that are keys can be cut off only where codes tell the rows.
        plan.look.clipped = true
      },
    },
  },
  {
    name: 'tables that touch',
    of: 'plan',
    options: {
      'one frame after the other': (plan) => {
        if (!isRuled(plan)) return
        plan.together = true
        plan.touching = true
        plan.look.frame = 0
        plan.look.inside = true
      },
    },
  },
  {
    name: 'total without rulings',
    of: 'plan',
    options: {
      'below the table': (plan) => {
        // Without rulings nothing holds halves of amounts together, or keeps those apart that run over.
        if (!plan.look.narrow && plan.look.over.amounts === 1) {
          plan.look.openTotal = true
          plan.look.frame = 0
        }
      },
    },
  },
  {
    name: 'sums of pages',
    of: 'plan',
    options: {
      'at their foot': (plan) => {
        if (isRuled(plan) && !plan.look.cutRows && !plan.look.narrow) plan.look.pageSums = true
      },
    },
  },
  {
    name: 'rows of no height',
    of: 'plan',
    options: {
      hidden: look({ hiddenRows: true }),
    },
  },
]
