/** Tables that forms give quite different shapes: 三公 and basic expenditure. */
import * as books from './accounts.ts'
import { blocksOfBasic } from './basic-expenditure.ts'
import type { Plan, Variation } from './plan.ts'
import { type Column, isMoney, type Row, type Table, value } from './table.ts'
import { THREE_PUBLIC_HEADERS, threePublicAmounts } from './three-public.ts'

const threePublicTable = (change: (table: Table, plan: Plan) => void) => (plan: Plan) => {
  for (const table of plan.tables) if (table.id === 'three-public') change(table, plan)
}

const GROUPS = { budget: '预算数', actual: '决算数', previous: '上年决算数' }
/** What each group puts before the ids of its columns. */
const PREFIXES = { budget: 'budget_', actual: 'actual_', previous: 'previous_actual_' }

/** Columns and figures of 三公 for some of the groups, the group's header over its items. */
function byGroup(table: Table, plan: Plan, groups: readonly (keyof typeof GROUPS)[]): void {
  const { planned, spent } = plan.accounts
  const amounts = { budget: planned, actual: spent, previous: planned }
  const cells: Row['cells'] = {}
  table.columns = []
  for (const group of groups)
    for (const [id, header] of Object.entries(THREE_PUBLIC_HEADERS)) {
      const key = `${PREFIXES[group]}${id}`
      table.columns.push(value(key, [GROUPS[group], ...header], 56))
      cells[key] = { fen: threePublicAmounts(amounts[group])[id] || null, row: '三公', column: key }
    }
  table.rows = [{ cells, depth: 0 }]
}

const ITEM_LABELS: Record<string, string> = {
  total: '合计',
  outbound: '1.因公出国（境）费',
  vehicle: '2.公务用车购置及运行维护费',
  vehicle_purchase: '（1）公务用车购置费',
  vehicle_operation: '（2）公务用车运行维护费',
  reception: '3.公务接待费',
}

/** One line an item, a column a group. */
function byItem(table: Table, plan: Plan, groups: readonly (keyof typeof GROUPS)[], receptionFirst: boolean): void {
  byGroup(table, plan, groups)
  const cells = table.rows[0]!.cells
  const items = Object.keys(ITEM_LABELS)
  if (receptionFirst) items.splice(2, 0, items.pop()!)
  table.columns = [
    { key: 'name', header: ['项目'], width: 180, role: 'label' },
    ...groups.map((g): Column => value(g, [GROUPS[g]], 100)),
  ]
  table.rows = items.map((id) => ({
    cells: { name: ITEM_LABELS[id]!, ...Object.fromEntries(groups.map((g) => [g, cells[`${PREFIXES[g]}${id}`]!])) },
    depth: 0,
  }))
}

export const threePublicShapes: Variation = {
  name: 'shape of 三公',
  of: 'books',
  options: {
    'twelve columns': threePublicTable((t, plan) => byGroup(t, plan, ['budget', 'actual'])),
    'eighteen columns, with 上年': threePublicTable((t, plan) => byGroup(t, plan, ['previous', 'budget', 'actual'])),
    'a line an item': threePublicTable((t, plan) => byItem(t, plan, ['budget', 'actual'], false)),
    'a line an item, 接待 before 用车': threePublicTable((t, plan) => byItem(t, plan, ['budget', 'actual'], true)),
    'a line an item, with 上年': threePublicTable((t, plan) =>
      byItem(t, plan, ['previous', 'budget', 'actual'], false),
    ),
  },
}

const basicTable = (change: (table: Table, plan: Plan) => void) => (plan: Plan) => {
  for (const table of plan.tables) if (table.id === 'basic-expenditure') change(table, plan)
}

/** A list of economic codes with columns for the sum, for personnel and for the rest. */
function asList(table: Table, { accounts }: Plan): void {
  const [list] = blocksOfBasic(accounts, [[...books.PERSONNEL, ...books.OTHER_CLASSES]])
  const isPersonnel = (code: string) => books.PERSONNEL.includes(code.slice(0, 3))
  table.columns = [
    ...list!.columns.slice(0, 3),
    value('amount', ['合计'], 90),
    value('personnel', ['人员经费'], 90),
    value('non_personnel', ['公用经费'], 90),
  ]
  const amounts = (row: string, personnel: number, other: number): Row['cells'] => ({
    amount: { fen: personnel + other, row, column: 'amount' },
    personnel: { fen: personnel || null, row, column: 'personnel' },
    non_personnel: { fen: other || null, row, column: 'non_personnel' },
  })
  const [keyColumn] = list!.columns
  const rows = list!.rows.map((cells): Row => {
    const money = Object.values(cells).find(isMoney)!
    const fen = money.fen ?? 0
    return {
      cells: { ...cells, ...(isPersonnel(money.row) ? amounts(money.row, fen, 0) : amounts(money.row, 0, fen)) },
      depth: 0,
    }
  })
  const sums = [books.PERSONNEL, books.OTHER_CLASSES].map((c) => books.economicOfClasses(accounts, c))
  rows.push({
    cells: { [keyColumn!.key]: '合计', ...amounts('合计', sums[0]!, sums[1]!) },
    span: { [keyColumn!.key]: 3 },
    depth: 0,
    total: true,
  })
  table.rows = rows
}

/** Blocks of codes beside each other; the classes are dealt out over them. */
function inBlocks(table: Table, { accounts }: Plan, dealt: readonly (readonly string[])[]): void {
  const blocks = blocksOfBasic(accounts, dealt)
  const height = Math.max(...blocks.map((b) => b.rows.length))
  const rows: Row[] = Array.from({ length: height }, (_, i) => ({
    cells: Object.assign({}, ...blocks.map((b) => b.rows[i] ?? {})),
    depth: 0,
  }))
  const closing: [string, readonly string[]][] = [
    ['人员经费合计', books.PERSONNEL],
    ['公用经费合计', books.OTHER_CLASSES],
  ]
  table.columns = blocks.flatMap((b) => b.columns)
  // One block has a line for each closing sum; several have both in one line, the second over all further blocks.
  const close = ([label, classes]: (typeof closing)[number], from: number, to: number): Row => {
    const key = blocks[from]!.columns[0]!.key
    const last = blocks[to]!.columns.at(-1)!.key
    const cells: Row['cells'] = {
      [key]: label,
      [last]: { fen: books.economicOfClasses(accounts, classes), row: label, column: 'amount' },
    }
    return { cells, span: { [key]: 4 * (to - from + 1) - 1 }, depth: 0, total: true }
  }
  if (blocks.length === 1) rows.push(close(closing[0]!, 0, 0), close(closing[1]!, 0, 0))
  else {
    const [left, right] = [close(closing[0]!, 0, 0), close(closing[1]!, 1, blocks.length - 1)]
    rows.push({
      cells: { ...left.cells, ...right.cells },
      span: { ...left.span, ...right.span },
      depth: 0,
      total: true,
    })
  }
  table.rows = rows
}

export const basicExpenditureShapes: Variation = {
  name: 'shape of basic expenditure',
  of: 'books',
  options: {
    'one block': basicTable((t, plan) => inBlocks(t, plan, [['301', '303', '302', '310']])),
    'three blocks': basicTable((t, plan) => inBlocks(t, plan, [['301', '303'], ['302'], ['310']])),
    'four blocks': basicTable((t, plan) => inBlocks(t, plan, [['301'], ['302'], ['303'], ['310']])),
    'a list with columns for personnel and the rest': basicTable(asList),
  },
}
