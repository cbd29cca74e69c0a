/**
 * Which line of a list each line stands below, told by its amounts: names of groups are set in unevenly, centred or wrapped,
 * and indents say what is not so; the sums say it, where they can be read in one way alone.
 */
import { Decimal } from 'decimal.js'
import type { TableTemplate } from '../define.ts'
import { isTotalLabel } from '../words.ts'
import type { Draft } from './draft.ts'

/** Longer lists are not tried; nor are more ways to read one looked at. */
const LONGEST = 400
const MOST_WAYS = 20_000

type Parents = readonly (number | null)[]

interface Told {
  parents: Parents
  /** Whether sums bear them out, where the table has a total that could. */
  sure: boolean
}

/** A line with an amount, and its place among all lines. */
interface Line {
  at: number
  value: Decimal
  draft: Draft
}

/** A line, by its place among those with amounts, and what stands below it. */
interface Tree {
  line: number
  below: readonly Tree[]
}

/** Lines one after the other, up to `end`. */
interface Forest {
  end: number
  trees: readonly Tree[]
}

/** The parents as they are, where all groups add up; as the sums say, where they do so in one way; else as they are. */
export function parentsBySums(drafts: readonly Draft[], parents: Parents, { rows, identities }: TableTemplate): Told {
  const isList = rows.by === 'record' && identities?.some((identity) => 'list' in identity)
  const [total, ...others] = isList ? drafts.filter(isTotal) : []
  const asTheyAre: Told = { parents, sure: total === undefined || parents.every((parent) => parent === null) }
  const column = total && columnOf(total)
  if (!total || others.length > 0 || column === undefined || drafts.length > LONGEST) return asTheyAre
  const whole = amountOf(total, column)
  const lines = drafts.flatMap((draft, at): Line[] => {
    const value = draft === total ? null : amountOf(draft, column)
    return value === null || value.isZero() ? [] : [{ at, value, draft }]
  })
  if (whole === null || lines.some(({ value }) => value.isNegative())) return asTheyAre
  if (addUp(lines, parents, whole)) return { parents, sure: true }
  const read = readSums(lines, whole)
  if (read === null) return asTheyAre
  const told = new Map<number, number | null>()
  const tell = (trees: readonly Tree[], over: number | null) => {
    for (const { line, below } of trees) {
      told.set(lines[line]!.at, over)
      tell(below, lines[line]!.at)
    }
  }
  tell(read, null)
  return { parents: parents.map((parent, at) => told.get(at) ?? (told.has(at) ? null : parent)), sure: true }
}

function isTotal({ labels, unitName }: Draft): boolean {
  return isTotalLabel(labels.join('') || unitName)
}

function columnOf({ cells }: Draft): string | undefined {
  const amounts = Object.keys(cells).filter((id) => cells[id]!.mark === 'amount')
  return amounts.find((id) => id === 'total') ?? amounts[0]
}

function amountOf({ cells }: Draft, column: string): Decimal | null {
  const cell = cells[column]
  return cell?.mark === 'amount' && cell.value !== null ? new Decimal(cell.value) : null
}

/** Whether the lines at the top are the whole, and those below each line that line. */
function addUp(lines: readonly Line[], parents: Parents, whole: Decimal): boolean {
  const sums = new Map<number | null, Decimal>()
  const places = new Map(lines.map((line) => [line.at, line]))
  for (const { at, value } of lines) {
    const over = parents[at]! !== null && places.has(parents[at]!) ? parents[at]! : null
    sums.set(over, (sums.get(over) ?? new Decimal(0)).plus(value))
  }
  return [...sums].every(([over, sum]) => sum.eq(over === null ? whole : places.get(over)!.value))
}

/** The one way in which all lines, some of them below others, are the whole; null if there is none, or more. */
function readSums(lines: readonly Line[], whole: Decimal): readonly Tree[] | null {
  const known = new Map<string, readonly Forest[]>()
  let ways = 0
  /** All forests from a line on that add up to a sum. */
  const forests = (from: number, sum: Decimal, over: Line | null): readonly Forest[] => {
    const key = `${from} ${sum.toString()} ${over?.draft.reach[0]}`
    const found = known.get(key) ?? find(from, sum, over)
    known.set(key, found)
    return found
  }
  const find = (from: number, sum: Decimal, over: Line | null): readonly Forest[] => {
    const first = lines[from]
    if (!first || first.value.gt(sum) || !mayStandBelow(first, over)) return []
    const rest = sum.minus(first.value)
    const alone: Forest = { end: from + 1, trees: [] }
    return [alone, ...forests(from + 1, first.value, first)].flatMap((below): readonly Forest[] => {
      if (++ways > MOST_WAYS) return []
      const tree: Tree = { line: from, below: below.trees }
      if (rest.isZero()) return [{ end: below.end, trees: [tree] }]
      return forests(below.end, rest, over).map(({ end, trees }) => ({ end, trees: [tree, ...trees] }))
    })
  }
  const all = forests(0, whole, null).filter(({ end }) => end === lines.length)
  return ways <= MOST_WAYS && all.length === 1 ? all[0]!.trees : null
}

/** A group's name stands no deeper among the columns of names than those of its members. */
function mayStandBelow({ draft }: Line, over: Line | null): boolean {
  return over === null || draft.reach[0] >= over.draft.reach[0]
}
