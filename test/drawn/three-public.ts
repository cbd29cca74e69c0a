/** 三公: travel abroad, vehicles and receptions, in the shapes that forms give them. */
import type * as books from './accounts.ts'
import { base, orNothing } from './lines.ts'
import { type Column, type Row, type Table, value } from './table.ts'

/** What the six items of 三公 come to. */
export function threePublicAmounts(t: books.ThreePublic): Record<string, number> {
  const vehicle = t.purchase + t.operation
  return {
    total: t.outbound + vehicle + t.reception,
    outbound: t.outbound,
    vehicle,
    vehicle_purchase: t.purchase,
    vehicle_operation: t.operation,
    reception: t.reception,
  }
}

export const THREE_PUBLIC_HEADERS: Record<string, string[]> = {
  total: ['合计'],
  outbound: ['因公出国（境）费'],
  vehicle: ['公务用车购置及运行费', '小计'],
  vehicle_purchase: ['公务用车购置及运行费', '公务用车购置费'],
  vehicle_operation: ['公务用车购置及运行费', '公务用车运行费'],
  reception: ['公务接待费'],
}

/** Six pairs of 预算数 and 决算数. */
export function threePublic(accounts: books.Accounts): Table {
  const planned = threePublicAmounts(accounts.planned)
  const spent = threePublicAmounts(accounts.spent)
  const columns: Column[] = []
  const cells: Row['cells'] = {}
  for (const [id, header] of Object.entries(THREE_PUBLIC_HEADERS))
    for (const [prefix, name, amounts] of [
      ['budget', '预算数', planned],
      ['actual', '决算数', spent],
    ] as const) {
      const key = `${prefix}_${id}`
      columns.push(value(key, ['财政拨款“三公”经费', ...header, name], 60))
      cells[key] = { fen: orNothing(amounts[id]!), row: '三公', column: key }
    }
  return {
    ...base(accounts, 'three-public', '财政拨款“三公”经费支出决算表'),
    columns,
    rows: [{ cells, depth: 0 }],
  }
}
