/** A table as its form has it, before it is laid out: named columns, rows by column, amounts with their truth. */

/** An amount of the books, and the place the contract gives it. `fen` null: the form prints nothing there. */
export interface Money {
  fen: number | null
  row: string
  column: string
}

export type Content = string | Money

export interface Column {
  key: string
  /** Headers, outer to inner; neighbours with the same outer header are printed as one cell. */
  header: string[]
  /** Points, before the table is fitted to its page. */
  width: number
  role: 'code' | 'label' | 'line' | 'value' | 'note'
  /** Where it is not the table's. */
  unit?: Unit
  /** Written downwards, a letter a line. */
  upright?: true
}

export interface Row {
  cells: Record<string, Content>
  /** By column key: how many columns the cell covers. */
  span?: Record<string, number>
  /** Keys of columns whose cell is one with that of the row above. */
  down?: string[]
  /** 0 for 类 and totals, 1 for 款, 2 for 项: forms may indent. */
  depth: number
  total?: true
}

export interface Table {
  id: string
  title: string
  /** 公开01表, where the form has numbers. */
  number: string | null
  unit: Unit
  entity: string
  year: number
  columns: Column[]
  rows: Row[]
  notes: string[]
  /** 栏次 are printed below the header, 行次 in a column of their own. */
  ordinals: boolean
}

export type Unit = '元' | '万元' | '百万元' | '亿元'

export function isMoney(content: Content | undefined): content is Money {
  return typeof content === 'object'
}

export function value(key: string, header: string[], width = 72): Column {
  return { key, header, width, role: 'value' }
}

/** A cell of the header: where it stands and how many rows and columns it covers. */
export interface HeadCell {
  text: string
  row: number
  col: number
  rows: number
  cols: number
}

/** Header cells of columns: equal outer headers are one cell, a short path reaches to the bottom. */
export function headCells(columns: readonly Column[]): { depth: number; cells: HeadCell[] } {
  const depth = Math.max(...columns.map((c) => c.header.length))
  const cells: HeadCell[] = []
  const sameAbove = (a: Column, b: Column, level: number) =>
    a.header.slice(0, level + 1).join('/') === b.header.slice(0, level + 1).join('/')
  for (let row = 0; row < depth; row++)
    for (let col = 0; col < columns.length; ) {
      const own = columns[col]!
      const text = own.header[row]
      let cols = 1
      if (text === undefined) {
        col++
        continue
      }
      const last = own.header.length === row + 1
      while (!last && columns[col + cols] && sameAbove(own, columns[col + cols]!, row)) cols++
      cells.push({ text, row, col, rows: last ? depth - row : 1, cols })
      col += cols
    }
  return { depth, cells }
}

/** Whether a cell of the header stands over the first column of labels, and over no other cell of the header. */
export function headsLabels({ row, rows, col, cols }: HeadCell, columns: readonly Column[], depth: number): boolean {
  const isFirst = columns[col]!.role === 'label' && columns[col - 1]?.role !== 'label'
  return isFirst && cols === 1 && row + rows === depth
}

/** One table printed: what a reader must find in it. */
export interface TruthLine {
  table: string
  row: string
  column: string
  value: string
  page: number
  /** The amount in 元; null for a dash. */
  yuan: string | null
}
