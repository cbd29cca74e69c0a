/** 一般公共预算财政拨款基本支出决算表: economic codes, mostly in blocks side by side. */
import * as books from './accounts.ts'
import { base } from './lines.ts'
import { type Column, type Row, type Table, value } from './table.ts'
import { ECONOMIC } from './vocabulary.ts'

/** Columns of one block and its lines, each the cells of one row. */
export interface Block {
  columns: Column[]
  rows: Row['cells'][]
}

/** One block for each list of classes; a class that has no figures is left out. */
export function blocksOfBasic(accounts: books.Accounts, dealt: readonly (readonly string[])[]): Block[] {
  return dealt.map((classes, i) => {
    const n = i + 1
    const codes = classes.flatMap((c) => {
      const below = accounts.economic.map((e) => e.code).filter((code) => code.startsWith(c))
      return below.length > 0 ? [c, ...below] : []
    })
    return {
      columns: [
        { key: `类${n}`, header: ['经济分类科目编码', '类'], width: 28, role: 'code' },
        { key: `款${n}`, header: ['经济分类科目编码', '款'], width: 28, role: 'code' },
        { key: `name${n}`, header: ['科目名称'], width: 140, role: 'label' },
        value(`amount${n}`, ['决算数'], 80),
      ],
      rows: codes.map((code) => ({
        [`类${n}`]: code.slice(0, 3),
        [`款${n}`]: code.slice(3),
        [`name${n}`]: ECONOMIC[code]!,
        [`amount${n}`]: { fen: books.economicOn(accounts, code), row: code, column: 'amount' },
      })),
    }
  })
}

/** Personnel to the left, the rest to the right. */
export function basicExpenditure(accounts: books.Accounts): Table {
  const [left, right] = blocksOfBasic(accounts, [books.PERSONNEL, books.OTHER_CLASSES]) as [Block, Block]
  const under = (title: string) => (column: Column) => ({ ...column, header: [title, ...column.header] })
  const rows: Row[] = []
  for (let i = 0; i < Math.max(left.rows.length, right.rows.length); i++)
    rows.push({ cells: { ...left.rows[i], ...right.rows[i] }, depth: 0 })
  const closing = (n: number, label: string, classes: readonly string[]): Row['cells'] => ({
    [`类${n}`]: label,
    [`amount${n}`]: { fen: books.economicOfClasses(accounts, classes), row: label, column: 'amount' },
  })
  rows.push({
    cells: { ...closing(1, '人员经费合计', books.PERSONNEL), ...closing(2, '公用经费合计', books.OTHER_CLASSES) },
    span: { 类1: 3, 类2: 3 },
    depth: 0,
    total: true,
  })
  return {
    ...base(accounts, 'basic-expenditure', '一般公共预算财政拨款基本支出决算表'),
    columns: [...left.columns.map(under('人员经费')), ...right.columns.map(under('公用经费'))],
    rows,
  }
}
