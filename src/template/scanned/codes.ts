/**
 * Subject codes of a scan: a misread one would move its amounts to another line, and no sum need show it.
 * Each is weighed against the codes that differ by one digit: what the reader saw, the name beside it, the
 * order of the table, and its parent and children.
 */
import { distance } from 'fastest-levenshtein'
import type { Subjects } from '../language.ts'
import type { CodedLabel, Draft } from '../lines/draft.ts'
import type { Reading } from '../seen.ts'
import { near } from '../spelling.ts'
import { type CodeTable, toTable } from './code-table.ts'

/** How unlikely things are, natural logarithms of the odds against them. */
const AGAINST = {
  /** A digit that the reader saw as another and did not doubt. */
  unseenDigit: 6,
  /** Several digits that the reader saw as others, or could not read: more than what is sure. */
  unread: 8,
  /** A code that no published list has: they are neither whole nor final. */
  unknown: 2,
  /** A known code beside a name it never had. */
  otherName: 5,
  /** The name beside it is that of a sister code: a name stands once below a parent. */
  namesSister: 6,
  /** It is that of another code that differs by one digit only. */
  namesOther: 2,
  /** No parent in a table that prints parents. */
  orphan: 4,
  /** No children in a table that prints them, for what is no 项. */
  childless: 2,
  /** The line below belongs to another parent. */
  notItsChild: 4,
  /** Not above the code before or below the one after, in a table that is in order. */
  disorder: 3,
  /** A number of digits that no 类, 款 or 项 has. */
  cut: 6,
  /** Stands twice. */
  twice: 6,
  /** No other line has it, where lines cross several classifications and mostly repeat the codes of others. */
  alone: 2.5,
}
/** The next best code must be this much less likely (1 to 50), and the best one no worse than that. */
const MARGIN = 4
const WORST = 7
/**
 * A code that the name beside it does not bear out is what the reader believes in this much (0–1) at least. The costs
 * compare its readings with each other: of two that it believes in by one in two hundred, one is the better.
 */
const DOUBTED = 0.5
/** … and one that no list has in this much: what stands under a seal and is whole is believed so. 3481503 may be 3021503 misread. */
const HARDLY_DOUBTED = 0.75

type Names = Readonly<Record<string, readonly string[]>>

interface Weighed {
  code: string
  cost: number
}

/** Puts codes of scanned lines right where the evidence is clear, and marks the lines where it is not (`unsure`). */
export function mendCodes(
  drafts: readonly Draft[],
  subjects: Subjects,
  classification: 'functional' | 'economic',
): void {
  if (drafts.every((d) => d.codeReadings.length === 0)) return
  const names = namesOf(subjects, classification)
  const others = namesOf(subjects, classification === 'functional' ? 'economic' : 'functional')
  const all = { ...names, ...others }
  const several = drafts.filter((d) => d.codes.length > 1).length
  const crossed = several > drafts.length / 2
  // 221|112|03 is one code in which a ruling was read as a digit, where no other line has two.
  const areTwo = ({ codes }: Draft) => codes.length > 1 && (crossed || several > 1)
  const table = toTable(drafts)
  const places = new Map<number, ReadCode>()
  for (const [i, draft] of drafts.entries()) {
    if (draft.codeReadings.length === 0) continue
    if (areTwo(draft) || (crossed && draft.codes.length > 0)) {
      if (!mendCrossed(draft, drafts, all)) draft.unsure = true
      continue
    }
    const place = { read: draft.codes.join(''), readings: draft.codeReadings, label: draft.label }
    const { best, sure } = weighAt(i, place, names, table)
    draft.code = best
    draft.codes = [best]
    // 302 beside its name below functional codes: another table, whose title was not read.
    const isOther = names[best] === undefined && hasName(others[best], draft.label)
    if (sure && !isOther) continue
    draft.unsure = true
    places.set(i, place)
  }
  weighAgain(drafts, places, names)
}

function weighAt(i: number, place: ReadCode, names: Names, table: CodeTable): ReturnType<typeof weigh> {
  const cost = (code: string) => misfit(code, i, table)
  return weigh({ ...place, byName: codeByName(place, names, cost) }, names, cost)
}

/** Of a code that has no place in its table the only one that has, and has the name beside it: 208|?|01 行政单位离退休 below 20805. */
function codeByName({ read, label }: ReadCode, names: Names, cost: (code: string) => number): string | null {
  if (isWhole(read) && cost(read) === 0) return null
  const [only, ...others] = Object.keys(names).filter((code) => names[code]!.includes(label) && cost(code) === 0)
  return others.length === 0 ? (only ?? null) : null
}

/** Among lines that were put right meanwhile a code in doubt may be another one; it stays in doubt. */
function weighAgain(drafts: readonly Draft[], places: ReadonlyMap<number, ReadCode>, names: Names): void {
  if (places.size === 0) return
  const table = toTable(drafts)
  for (const [i, place] of places) {
    const draft = drafts[i]!
    draft.code = weighAt(i, place, names, table).best
    draft.codes = [draft.code]
  }
}

/** A code that its name does not bear out is believed from here on (0–1) where nothing else is weighed. */
const READ = 0.9

/** Where lines go by names that have codes before them, a code in doubt is sure beside its own name only. */
export function doubtCodes(drafts: readonly Draft[], subjects: Subjects): void {
  const doubtful = drafts.filter((d) => d.codeReadings.length > 0 && d.codeReadings[0]!.share < READ)
  if (doubtful.length === 0) return
  const names = { ...namesOf(subjects, 'functional'), ...namesOf(subjects, 'economic') }
  for (const draft of doubtful) if (!draft.codes.every((code) => hasName(names[code], draft.label))) draft.unsure = true
}

/** A line under codes of several classifications, each beside its name: whether all of them are sure. */
function mendCrossed(draft: Draft, drafts: readonly Draft[], names: Names): boolean {
  // A line that has lost one of its codes is another line.
  if (drafts.some((d) => d.codes.length > draft.codes.length)) return false
  if (draft.coded.length !== draft.codes.length)
    return draft.codes.every((code) => isWhole(code)) && draft.codeReadings[0]!.share >= SURE
  const others = drafts.filter((d) => d !== draft)
  const at = drafts.indexOf(draft)
  const isBeside = (code: string, i: number) => [drafts[at - 1], drafts[at + 1]].some((d) => d?.codes[i] === code)
  // 行政运行 is in every 类: such a name bears out no code that the reader hardly saw.
  const isHardlySeen = (code: string, { label, readings }: CodedLabel) =>
    shareOf(code, readings) < DOUBTED && Object.values(names).filter((own) => hasName(own, label)).length > 1
  const weighed = draft.coded.map((c, i) => {
    const has = new Set(others.map((d) => d.codes[i]))
    return weigh({ ...c, read: draft.codes[i]! }, names, (code) => (has.has(code) ? 0 : AGAINST.alone))
  })
  draft.codes = weighed.map((w) => w.best)
  draft.code = draft.codes[0]!
  return weighed.every(({ best, sure }, i) => sure && (isBeside(best, i) || !isHardlySeen(best, draft.coded[i]!)))
}

/** A reader of several codes at once who believes this much (0–1) in them is right. */
const SURE = 0.99

/** 类 have three digits, 款 five, 项 seven. */
function isWhole(code: string): boolean {
  return code.length >= 3 && code.length % 2 === 1
}

/** Names of codes by classification; a table of economic codes prints those of the departments or of the government. */
export function namesOf(
  subjects: Subjects,
  classification: 'functional' | 'economic',
): Record<string, readonly string[]> {
  return classification === 'functional'
    ? subjects.functional
    : { ...subjects['government-economic'], ...subjects.economic }
}

/** A code as it was read, what else it may be, and the name beside it. */
interface ReadCode {
  read: string
  readings: readonly Reading[]
  label: string
  /** The code that the name and the place in the table tell, if they do. */
  byName?: string | null
}

function weigh(
  { read, readings, label, byName }: ReadCode,
  names: Names,
  misfit: (code: string) => number,
): { best: string; sure: boolean } {
  const seen = seenCodes(readings)
  const known = Object.keys(names).filter((code) => distance(code, read) === 1)
  const all = new Set([...seen.keys(), read, ...known, ...(byName ? [byName] : [])])
  const named = [...all].filter((code) => hasName(names[code], label))
  const weighed = [...all].map((code): Weighed => {
    const otherwise = distance(code, read) > 1 && code === byName ? AGAINST.unread : AGAINST.unseenDigit
    let cost = Math.min(seen.get(code) ?? Number.POSITIVE_INFINITY, code === read ? 0 : otherwise)
    if (!named.includes(code)) {
      if (!names[code]) cost += AGAINST.unknown
      else if (label !== '') cost += AGAINST.otherName
      if (named.some((other) => other.slice(0, -2) === code.slice(0, -2))) cost += AGAINST.namesSister
      else if (named.length > 0) cost += AGAINST.namesOther
    }
    if (!isWhole(code)) cost += AGAINST.cut
    return { code, cost: cost + misfit(code) }
  })
  weighed.sort((a, b) => a.cost - b.cost)
  const [best, next] = weighed as [Weighed, ...Weighed[]]
  // 240 before the name of 2080505: the name of another code bears out none that no list has.
  const isUnknown = names[best.code] === undefined
  const isOther = isUnknown && Object.values(names).some((own) => own.includes(label))
  const least = isOther ? READ : isUnknown ? HARDLY_DOUBTED : DOUBTED
  const isBorneOut = (named.includes(best.code) || shareOf(best.code, readings) >= least) && !BROKEN.test(label)
  return { best: best.code, sure: isBorneOut && best.cost <= WORST && (!next || next.cost - best.cost >= MARGIN) }
}

/** 30215已3-三类会议费: what is left of a code before its name. */
const BROKEN = /^\p{Script=Han}{1,2}\d+[-－—]/u

/** How far the reader believes in a code, 0–1. */
function shareOf(code: string, readings: readonly Reading[]): number {
  return Math.max(0, ...readings.map(({ text, share }) => (text === code ? share : 0)))
}

function hasName(names: readonly string[] | undefined, label: string): boolean {
  return names?.some((name) => near(name, label)) ?? false
}

/** How badly the code fits the lines around it. */
function misfit(code: string, i: number, table: CodeTable): number {
  const { codes, units, around, has, printsParents, inOrder, repeats } = table
  let cost = 0
  const count = (c: string) => has.get(`${units[i]} ${c}`) ?? 0
  const codeOf = (at: number | undefined) => (at !== undefined && units[at] === units[i] ? codes[at] : '') || undefined
  const [before, after] = [codeOf(around[i]!.above), codeOf(around[i]!.below)]
  if (printsParents) {
    if (code.length > 3 && count(code.slice(0, -2)) === 0) cost += AGAINST.orphan
    if (
      code.length < 7 &&
      ![...has.keys()].some((k) => k.startsWith(`${units[i]} ${code}`) && k.length > `${units[i]} ${code}`.length)
    )
      cost += AGAINST.childless
    if (after && after.length > code.length && !after.startsWith(code)) cost += AGAINST.notItsChild
  }
  if (inOrder && before && before >= code) cost += AGAINST.disorder
  if (inOrder && after && after <= code) cost += AGAINST.disorder
  if (!repeats && count(code) > (code === codes[i] ? 1 : 0)) cost += AGAINST.twice
  return cost
}

/** The codes a reader found possible, with what it costs to believe each. */
function seenCodes(readings: readonly Reading[]): Map<string, number> {
  const best = Math.max(readings[0]!.share, 1e-9)
  const out = new Map<string, number>()
  for (const { text, share } of readings) {
    const cost = Math.max(0, Math.log(best / Math.max(share, 1e-9)))
    if (/^\d{3,9}$/.test(text) && cost < (out.get(text) ?? Number.POSITIVE_INFINITY)) out.set(text, cost)
  }
  return out
}
