/** The block of funds where its columns have no headers of their own kind, and amounts beside the names. */
import { isWrittenAmount, readCell } from '../amount.ts'
import type { GridCell } from '../grid/types.ts'
import type { Performance } from '../model.ts'
import { headerWord } from '../template/words.ts'
import type { PerformanceVocabulary } from './define.ts'
import { bestColumn, type FormRow, fits } from './layout.ts'
import { toValue } from './values.ts'

/** A form while it is read. */
export interface Builder {
  form: Performance
  prose: GridCell[]
  /** Boxes that answer the label to their left. */
  answers: Set<GridCell>
  /** Rows that are headers of a list, by their number. */
  listHeads: ReadonlySet<number>
  block: 'names' | 'funds' | 'goal' | 'indicators' | 'texts'
  /** Column of the grid → id, while a block with columns is read. */
  columns: Map<number, string>
  /** Column of the grid → headers above it, in a block of funds. */
  heads: Map<number, string[]>
  /** The goal's columns of the grid, once its header was seen. */
  goalAt: { goal: number | null; actual: number | null }
  /** The header over what all the years of the project are to reach, and whether it stands before that over the year's own. */
  period: { name: string; isFirst: boolean } | null
  /** Column of the grid → label of the total printed in it. */
  totals: Map<number, string>
}

/** A name and its amount within one box; an amount without places or unit may be a year or a count. */
const TOLD = /\s*([^\d\s:,;。、][^\d:,;。、]*?)\s*:?\s*(-?\d[\d,]*(?:\.\d+)?\s*(?:[百千万亿]*元)?)(?:$|[\s,;。、]+)/gu

/** 资金总额：120.00　其中：财政拨款 100.00: boxes that hold names with their amounts, and nothing else, are lines of funds. */
export function readTold(cell: GridCell, { form }: Builder, column = 'budget'): boolean {
  const text = cell.text
    .normalize('NFKC')
    .replace(/\(?其中:?|(?<=元)\)|(?<!\p{Script=Han})[一二三四五六七八九十]+、/gu, ' ')
    .trim()
  const told = [...text.matchAll(TOLD)].map(([, label = '', amount = '']) => ({ label, amount: amount.trim() }))
  if (told.length === 0 || text.replaceAll(TOLD, '') !== '') return false
  if (!told.every(({ amount }) => isWrittenAmount(amount) || /元$/.test(amount))) return false
  for (const { label, amount } of told)
    form.funds.push({ label: headerWord(label), cells: { [column]: toValue({ ...cell, text: amount }) } })
  return true
}

/** A row of the block: headers, amounts below them, or labels with amounts beside them. */
export function readFundBlock(row: FormRow, builder: Builder, words: PerformanceVocabulary): void {
  const own = row.cells.filter((c) => fits(c, words.funds.block) === 0)
  const marks = own.map((c) => readCell(c.text).mark)
  if (own.length > 1 && marks.every((m) => m === 'text')) readHeads(own, builder)
  else if (builder.heads.size > 0 && !marks.includes('text')) readBelowHeads(own, builder)
  else readFundPairs(row, builder, words)
}

function readHeads(cells: readonly GridCell[], { heads }: Builder): void {
  for (const cell of cells)
    for (let c = cell.col; c < cell.col + cell.colSpan; c++)
      heads.set(c, [...(heads.get(c) ?? []), headerWord(cell.text)])
}

/** 财政拨款/基本支出 above, its amount below. */
function readBelowHeads(cells: readonly GridCell[], { form, heads }: Builder): void {
  for (const cell of cells) {
    const label = heads.get(cell.col)?.join('/')
    if (label) form.funds.push({ label, cells: { budget: toValue(cell) } })
  }
}

/** 预算资金 | 150.00 and 基本支出总额 | 1,200.00万元 among the names, or 150.00万元，其中：…; false where it is no amount. */
export function readFundPair(label: GridCell, value: GridCell, builder: Builder): boolean {
  const isAmount = /^(amount|zero)$/.test(readCell(value.text.trim().replace(/[万亿]?元$/, '')).mark)
  if (!isAmount) return readTold({ ...value, text: `${headerWord(label.text)}:${value.text}` }, builder)
  builder.form.funds.push({ label: headerWord(label.text), cells: { budget: toValue(value) } })
  return true
}

/**
 * 年度资金总额： | 2,134.87: a block of funds without column headers. A label may be a column's name
 * (预算数： | 50 | 执行数： | 48); figures below stand in the same columns.
 */
function readFundPairs(row: FormRow, builder: Builder, words: PerformanceVocabulary): void {
  const { form, columns, totals, heads } = builder
  const cells = row.cells.filter((c) => fits(c, words.funds.block) === 0)
  // A blank left of the amount below one header over both is a part of its box.
  const headOf = (c: GridCell | undefined) => c && heads.get(c.col)?.join('/')
  const isPart = (c: GridCell, i: number) =>
    c.text.trim() === '' && headOf(c) !== undefined && headOf(c) === headOf(cells[i + 1])
  const own = cells.filter((c, i) => !isPart(c, i))
  const block = row.across.find((c) => fits(c, words.funds.block) > 0)
  const lines = new Map<string, Performance['funds'][number]>()
  for (let i = 0; i + 1 < own.length; i++) {
    const [label, value] = [own[i]!, own[i + 1]!]
    if (label.text.trim() === '' || readCell(label.text).mark !== 'text' || label.rowSpan > 1) continue
    if (readCell(value.text).mark === 'text') continue
    i++
    const id = bestColumn(label, words.funds.columns)
    if (id) columns.set(value.col, id)
    const plain = headerWord((id && block ? block : label).text)
    if (fits(label, words.funds.total) > 0) totals.set(value.col, plain)
    // 财政拨款 below 实施期资金总额 beside 财政拨款 below 年度资金总额.
    const twice = own.some((c) => c !== label && !id && headerWord(c.text) === plain)
    const name = twice && totals.has(value.col) ? `${totals.get(value.col)}/${plain}` : plain
    const line = lines.get(name) ?? { label: name, cells: {} }
    line.cells[columns.get(value.col) ?? 'budget'] = toValue(value)
    if (!lines.has(name)) form.funds.push(line)
    lines.set(name, line)
  }
}
