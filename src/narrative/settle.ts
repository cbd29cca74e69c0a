/** Which cell is meant by words that mean several: the one that has the figure. */
import { parseAmount, printAmount } from '../amount.ts'
import type { Table } from '../model.ts'
import { elsewhere, type FoundLine, lineIn } from './lines.ts'
import { everywhere, placeAt, resolve, type Target } from './refs.ts'
import type { Place, Reading } from './state.ts'
import { fromLine, other, type Subject } from './subject.ts'
import { cellAmount, distance, UNIT } from './values.ts'

/** Words that mean another cell in another chapter mean the one that has their figure. */
export function settle(reading: Reading, place: Place): void {
  const { situation } = place
  const { figure, unit, target, subject, role, statement, here } = reading
  const agrees = (to: Target) => {
    const found = distance(figure!, unit, to)
    return found?.off.lte(found.tolerance) ?? false
  }
  const crossing = crossed(reading, place)
  if (crossing && !(target.cell && agrees(target) && !agrees(targetOf(crossing, reading, place)))) {
    rename(reading, crossing, place)
    return
  }
  if (target.cell && (agrees(target) || takeCode(reading))) return
  const within =
    partOfUnheld(reading) ?? partOfOther(reading, situation.tables) ?? partOfNamed(reading, situation.tables)
  if (!target.cell) {
    if (within) rename(reading, within, place)
    return
  }
  if (role === 'initial' && target.cell.column.startsWith('budget_')) {
    // The form prints the budget after changes; that of the start of the year was another one.
    retarget(reading, { quantity: target.quantity.replace('/budget_', '/initial_budget.'), cell: null })
    return
  }
  const meant = everywhere(subject, role, statement.year, here, situation.tables).find(agrees)
  const line = otherLines(reading, place).find((other) => agrees(targetOf(other, reading, place)))
  const ofChapter = lineOfChapter(reading, place)
  if (meant) retarget(reading, meant)
  else if (line) rename(reading, line, place)
  else if (within) rename(reading, within, place)
  else if (ofChapter) rename(reading, ofChapter, place)
}

/** 行政运行（项）2012601 555.60 万元: the code of the line that is named, where what stands close behind it is its amount. */
function takeCode(reading: Reading): boolean {
  const { figure, subject, statement, target, unit } = reading
  const [code, digits] = [subject.line?.row, figure?.amount.value.toFixed(figure.amount.places)]
  if (!figure || !code || !/^\d{3,}$/.test(code) || !digits?.startsWith(code)) return false
  const amount = parseAmount(digits.slice(code.length))
  if (!amount) return false
  const own = { ...figure, amount }
  const found = distance(own, unit, target)
  if (!found?.off.lte(found.tolerance)) return false
  reading.figure = own
  statement.value = printAmount(own.amount)
  return true
}

function targetOf(subject: Subject, { role, statement, here }: Reading, { situation }: Place): Target {
  return resolve(subject, role, statement.year, here, situation.tables)
}

/**
 * A part that is one cell of the whole’s line or column: 项目支出 of 行政运行, and 教育支出 as a part of 项目支出. Lines of
 * another classification divide that column in a table of their own.
 */
function crossed({ subject, whole }: Reading, { situation }: Place): Subject | null {
  if (!whole) return null
  const own = whole.subject.line
  if (own && subject.quantity?.column) return cellOf(own, subject.quantity.column, subject.words)
  const { cell } = whole.target
  const column = whole.subject.quantity?.column
  // 人员经费合计 over the economic lines is a line among them, and no column of theirs.
  if (!subject.line || !cell || !column || !cell.column.endsWith(column)) return null
  const line = lineIn(cell.table.id, subject.line, situation.dictionary.lines)
  return line && cellOf({ ...line, wider: false }, column, subject.words)
}

/** One cell of a line, which is another figure than the line’s. */
function cellOf(line: FoundLine, column: string, words: string): Subject {
  const subject = fromLine({ ...line, column }, words)
  return { ...subject, key: `${subject.key}/${column}` }
}

/** The line in the other tables of the chapter: 教育支出 stands in those of one fund and of all spending. */
function otherLines({ subject, here }: Reading, { situation }: Place): Subject[] {
  const lines = subject.line ? elsewhere(subject.line, here, situation.dictionary.lines) : []
  return lines.map((line) => fromLine(line, subject.words))
}

/** Of a line of all spending, in a chapter on one fund whose table the document does not hold: the line of that fund. */
function lineOfChapter({ subject, here }: Reading, { situation }: Place): Subject | null {
  const { line } = subject
  const own = situation.dictionary.lines.inChapter(here).find(({ wider }) => !wider)
  if (!line?.wider || !own || situation.tables.some((t) => t.id === own.table)) return null
  return fromLine({ ...own, row: line.row }, subject.words)
}

/** What is said next of it is said of the same. */
function rename(reading: Reading, subject: Subject, place: Place): void {
  reading.subject = subject
  place.state.subject = subject
  retarget(reading, targetOf(subject, reading, place))
}

function retarget(reading: Reading, target: Target): void {
  reading.target = target
  reading.statement.quantity = target.quantity
}

/** 事业运行经费 90 万元，其中：基本支出 10 万元: a part of what no table holds is a figure of a table only where it has its value. */
function partOfUnheld({ whole, subject, here: { chapter } }: Reading): Subject | null {
  // In the chapter on one fund its table holds the parts.
  const ofChapter = subject.references.some((r) => r.in?.includes(chapter))
  const own = ofChapter ? undefined : whole?.subject.quantity?.ownParts
  const isPart = isHeld(subject) && whole && (!isHeld(whole.subject) || own === true || own?.includes(subject.name))
  return isPart ? other(`${whole.subject.words}/${subject.words}`) : null
}

/** A part of a whole that is right and another one than the part's own table has: 公用经费 of all money. */
function partOfOther(reading: Reading, tables: readonly Table[]): Subject | null {
  const { whole, subject, target } = reading
  const of = whole?.target.cell
  const total = totalOf(reading, tables)
  if (!target.cell || !total || !of || of.table === target.cell.table || !whole.figure) return null
  const lies = (target: Target) => distance(whole.figure!, whole.unit, target)
  const [own, ofPart] = [lies(whole.target), lies(total)]
  const isOther = own?.off.lte(own.tolerance) && ofPart?.off.gt(ofPart.tolerance)
  return isOther ? other(`${whole.subject.words}/${subject.words}`) : null
}

/** 基本支出中：公用经费 10 万元: the same of a whole that is named without its amount. */
function partOfNamed({ whole, among, ...reading }: Reading, tables: readonly Table[]): Subject | null {
  const { subject, target, role, statement, here } = reading
  if (whole || !among || !target.cell) return null
  const of = resolve(among, role, statement.year, here, tables)
  const total = totalOf({ ...reading, whole, among }, tables)
  const [named, own] = [of, total].map((to) => to && cellAmount(to, UNIT))
  const isOther = of.cell?.table !== target.cell.table && named && own && !named.value.eq(own.value)
  return isOther ? other(`${among.words}/${subject.words}`) : null
}

/** What the part's own table has as the total of it. */
function totalOf({ subject, target: { cell } }: Reading, tables: readonly Table[]): Target | null {
  if (!cell || cell.column === 'total') return null
  const within = subject.references.find((r) => r.within && r.at.startsWith(`${cell.table.id}/`))?.within
  if (within) return placeAt(within, tables)
  const total = cell.table.rows.find((r) => r.key === cell.row)?.cells.total
  return total ? { quantity: '', cell: { ...cell, column: 'total', cell: total } } : null
}

/** Whether tables hold figures of that name. */
export function isHeld({ references, line }: Subject): boolean {
  return references.length > 0 || line !== null
}
