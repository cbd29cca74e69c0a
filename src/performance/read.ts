/** One form → typed data. Blocks follow each other: names, funds, goal, indicators, total, texts. */
import { readCell } from '../amount.ts'
import type { Grid, GridCell } from '../grid/types.ts'
import type { Performance } from '../model.ts'
import { headerWord } from '../template/words.ts'
import { keepAnswers, keepText, listHeadsOf } from './answers.ts'
import { readText, readTotal } from './closing.ts'
import type { PerformanceVocabulary } from './define.ts'
import { type Builder, readFundBlock, readFundPair, readTold } from './funds.ts'
import {
  bestColumn,
  type FormRow,
  fits,
  headsEndingIn,
  isBlockLabel,
  isIndicatorHeader,
  rightOf,
  textOf,
  toRows,
} from './layout.ts'
import { keepLeftovers } from './leftover.ts'
import { toParty } from './party.ts'
import { appendCells, columnCells, toValue } from './values.ts'

export interface ReadForm {
  form: Performance
  /** Its boxes of prose: goal, what became of it, analyses, reasons. */
  prose: GridCell[]
}

export interface FormCaptions {
  title: string
  year: number | null
  moneyUnit: string | null
}

export function readForm(grid: Grid, captions: FormCaptions, words: PerformanceVocabulary): ReadForm {
  const form: Performance = {
    kind: 'target',
    title: captions.title,
    pages: [...new Set(grid.rows.map((r) => r.page))],
    project: null,
    department: null,
    unit: null,
    year: captions.year,
    money_unit: captions.moneyUnit,
    funds: [],
    goal: null,
    actual: null,
    indicators: [],
    total: null,
    grade: null,
    texts: [],
  }
  const rows = toRows(grid)
  const builder: Builder = {
    form,
    listHeads: listHeadsOf(rows),
    prose: [],
    answers: new Set(),
    block: 'names',
    columns: new Map(),
    heads: new Map(),
    goalAt: { goal: null, actual: null },
    period: null,
    totals: new Map(),
  }
  for (const row of rows) if (!enterBlock(row, builder, words)) readRow(row, builder, words)
  keepLeftovers(rows, form, builder.answers)
  const scored = form.indicators.some((i) => 'actual' in i.cells || 'score' in i.cells)
  form.kind = scored || form.total !== null ? 'self-evaluation' : 'target'
  return { form, prose: builder.prose }
}

/** Recognises header rows; true if the row is one and holds nothing else. */
function enterBlock(row: FormRow, builder: Builder, words: PerformanceVocabulary): boolean {
  if (isIndicatorHeader(row, words)) {
    builder.block = 'indicators'
    builder.columns = indicatorColumns(row, builder.period, words)
    return true
  }
  if (builder.block === 'indicators' || builder.block === 'texts') return false
  const funds = row.cells.filter((c) => bestColumn(c, words.funds.columns))
  if (funds.length >= 2 && !row.cells.some((c) => /^(amount|zero)$/.test(readCell(c.text).mark))) {
    if (builder.block !== 'funds') builder.columns = new Map()
    builder.block = 'funds'
    for (const cell of funds) spread(builder.columns, cell, bestColumn(cell, words.funds.columns)!)
    return true
  }
  // What reaches down to the boxes below stands beside them and heads none of them.
  const heads = row.cells.filter((c) => !isBlockLabel(c, row) && c.rowSpan === row.cells.at(-1)!.rowSpan)
  const actual = heads.find((c) => fits(c, words.actual) > 0)
  const goal = heads.find((c) => fits(c, words.goal) > fits(c, words.actual))
  const period = goal && row.cells.find((c) => c !== goal && fits(c, words.period) > 0)
  if (goal) builder.period = period ? { name: headerWord(period.text), isFirst: period.col < goal.col } : null
  // 年度目标 alone at the end of its row heads the box below it.
  const above = goal && goal === row.cells.at(-1) && goal.col > 0
  if (above || (actual && (goal || builder.block === 'funds' || builder.block === 'names'))) {
    builder.block = 'goal'
    builder.goalAt = { goal: goal?.col ?? null, actual: actual?.col ?? null }
    return true
  }
  return false
}

function indicatorColumns(row: FormRow, period: Builder['period'], words: PerformanceVocabulary): Map<number, string> {
  const columns = new Map<number, string>()
  const named = headsEndingIn(row, words).map((cell) => {
    const level = words.indicators.levels.findIndex((l) => fits(cell, l) > 0)
    return { cell, id: level >= 0 ? `level${level + 1}` : bestColumn(cell, words.indicators.columns) }
  })
  for (const { cell, id } of named) {
    const header = headerWord(cell.text)
    // 指标值 of all the years beside 指标值 of the year.
    const again = named.find((n) => n.cell !== cell && n.id === id)
    const isOfPeriod = period && again && cell.col < again.cell.col === period.isFirst
    if (isOfPeriod) spread(columns, cell, `other:${period.name}/${header}`)
    else if (id) spread(columns, cell, id)
    // A header nobody knows keeps its words; the block's own label at the edge is none.
    else if (textOf(cell) !== '' && cell.col > 0) spread(columns, cell, `other:${header}`)
  }
  return columns
}

function spread(columns: Map<number, string>, cell: GridCell, id: string): void {
  for (let c = cell.col; c < cell.col + cell.colSpan; c++) columns.set(c, id)
}

function readRow(row: FormRow, builder: Builder, words: PerformanceVocabulary): void {
  switch (builder.block) {
    case 'names':
      readNames(row, builder, words)
      break
    case 'funds':
      readFunds(row, builder, words)
      break
    case 'goal':
      readGoal(row, builder, words)
      break
    case 'indicators':
      readIndicator(row, builder, words)
      break
    case 'texts':
      readText(row, builder)
  }
}

function readNames(all: FormRow, builder: Builder, words: PerformanceVocabulary): void {
  const { form } = builder
  const told = all.cells.filter((c) => !answersName(all, c, words) && readTold(c, builder))
  const row = { ...all, cells: all.cells.filter((c) => !told.includes(c)) }
  const inBlock = row.across[0] !== undefined && fits(row.across[0], words.funds.block) > 0
  if (!inBlock) keepAnswers(row, builder, words)
  for (const cell of row.cells) {
    const value = rightOf(row, cell)
    if (!value || told.includes(value)) continue
    if (fits(cell, words.ownScore) > 0) form.total ??= toValue(value)
    else if (fits(cell, words.project) > 0) form.project ??= value.text.trim() || null
    else if (fits(cell, words.department) > 0) form.department ??= toParty(value)
    else if (fits(cell, words.unit) > 0) form.unit ??= toParty(value)
    else if (fits(cell, words.goal) > 0 && !isLabelled(row, value, words)) form.goal ??= toValue(value)
    else if (fits(cell, words.whole) > 0) form.unit ??= toParty(value)
    else if (fits(cell, words.funds.block) > 0) readFundBlock(row, builder, words)
    else if (!inBlock && fits(cell, words.funds.pairs) > 0 && !readFundPair(cell, value, builder)) {
      if (/\d/.test(value.text)) keepText([cell, value], builder)
    }
  }
  if (inBlock && row.across[0]!.row < row.index) readFundBlock(row, builder, words)
}

/** What stands beside 项目名称, 主管部门 or 年度目标 is that, whatever it says. */
function answersName({ across }: FormRow, { col }: GridCell, words: PerformanceVocabulary): boolean {
  const { project, whole, department, unit, goal, actual, period } = words
  return [project, whole, department, unit, goal, actual, period].some((labels) => fits(across[col - 1], labels) > 0)
}

function isLabelled(row: FormRow, value: GridCell, words: PerformanceVocabulary): boolean {
  return row.cells.some((c) => c === value && (fits(c, words.goal) > 0 || fits(c, words.actual) > 0))
}

function readFunds(row: FormRow, builder: Builder, words: PerformanceVocabulary): void {
  const own = row.cells.filter((c) => fits(c, words.funds.block) === 0)
  if (own.length > 0 && own.every((c) => readTold(c, builder, 'amount'))) return
  const first = Math.min(...builder.columns.keys())
  // One line of amounts beside the block's own label, which began in the row of the headers.
  const block = row.across[0]?.row === row.index ? undefined : row.across[first - 1]
  const label = row.cells.filter((c) => c.col < first && fits(c, words.funds.block) === 0).at(-1) ?? block
  const goal = row.cells.find((c) => fits(c, words.goal) > 0)
  if (goal && rightOf(row, goal)) {
    builder.block = 'names'
    readNames(row, builder, words)
    return
  }
  if (!label || label.text.trim() === '') return
  const cells = columnCells(row, builder.columns)
  if (Object.keys(cells).length > 0) builder.form.funds.push({ label: headerWord(label.text), cells })
}

function readGoal(row: FormRow, builder: Builder, words: PerformanceVocabulary): void {
  const { goal, actual } = builder.goalAt
  const { form } = builder
  const first = Math.min(goal ?? actual ?? 0, actual ?? goal ?? 0)
  const isAcross = row.cells.length === 1 && row.cells[0]!.col === 0
  // A line with a label of its own, or one box from edge to edge, is no goal any more.
  const isOther = isAcross || row.cells.some((c) => c.col > 0 && c.col < first && textOf(c) !== '')
  if (isOther && (form.goal || form.actual)) {
    builder.block = 'names'
    readNames(row, builder, words)
    return
  }
  const year = /^(20\d\d)年?$/.exec(textOf(row.cells[0]))?.[1]
  const goalCell = goal === null ? undefined : row.across[goal]
  // What other years are to reach stands below it, each beside its year.
  if (year && goalCell && form.year !== null && Number(year) !== form.year) {
    keepText([row.cells[0]!, goalCell], builder)
    return
  }
  for (const [key, col] of [
    ['goal', goal],
    ['actual', actual],
  ] as const) {
    const cell = col === null ? undefined : row.across[col]
    if (!cell || cell.row !== row.index || cell.text.trim() === '') continue
    builder.prose.push(cell)
    // A box that the page end cuts in two goes on in the next row.
    const before = form[key]
    form[key] = before
      ? { ...before, value: before.value + cell.text.trim(), raw: before.raw + cell.text }
      : toValue(cell)
  }
}

function readIndicator(row: FormRow, builder: Builder, words: PerformanceVocabulary): void {
  const { form, columns } = builder
  if (row.cells.some((c) => fits(c, words.total) > 0 && (isAlone(row, c) || isTotalRow(row, c, columns)))) {
    readTotal(row, builder, words)
    builder.block = 'texts'
    return
  }
  if (isTextRow(row, columns)) {
    builder.block = 'texts'
    readText(row, builder)
    return
  }
  const levels = [1, 2, 3, 4].map((n) => levelCell(row, columns, `level${n}`))
  const path = levels.flatMap((c) => (c && c.text.trim() !== '' ? [c.text.replace(/\s+/g, '')] : []))
  const cells = columnCells(row, columns, /^level/)
  const reason = levelCell(row, columns, 'reason')
  if (reason?.row === row.index) builder.prose.push(reason)
  const printed = Object.values(cells).some((c) => c.raw.trim() !== '')
  const last = form.indicators.at(-1)
  const deepest = levels.findLast((c) => c !== undefined)
  // The rest of a row that the page end cuts in two: no level begins in it, no figure either.
  const cut = last && (!deepest || deepest.text.trim() === '') && printed
  if (cut) appendCells(last.cells, cells)
  else if (printed && path.length > 0) form.indicators.push({ path, cells })
}

function levelCell(row: FormRow, columns: Map<number, string>, id: string): GridCell | undefined {
  for (const [col, own] of columns) if (own === id) return row.across[col]
  return undefined
}

/** 总分 | 97.2: a total and nothing else. */
function isAlone(row: FormRow, cell: GridCell): boolean {
  const [first, score, ...others] = row.cells.filter((c) => c.text.trim() !== '')
  return first === cell && others.length === 0 && /^(amount|zero)$/.test(readCell(score?.text ?? '').mark)
}

/** 总分 stands across the levels, not in a level's own column. */
function isTotalRow(row: FormRow, cell: GridCell, columns: Map<number, string>): boolean {
  const covered = new Set<string>()
  for (let c = cell.col; c < cell.col + cell.colSpan; c++) covered.add(columns.get(c) ?? '')
  return (
    cell.colSpan > 1 && row.cells.indexOf(cell) <= 1 && [...covered].filter((id) => id.startsWith('level')).length >= 2
  )
}

/** After the indicators: a label and one long box, which covers columns of several indicators. */
function isTextRow(row: FormRow, columns: Map<number, string>): boolean {
  const wide = row.cells.at(-1)
  if (!wide || row.cells.length > 4) return false
  const covered = new Set<string>()
  for (let c = wide.col; c < wide.col + wide.colSpan; c++) covered.add(columns.get(c) ?? '')
  return covered.size >= 3
}
