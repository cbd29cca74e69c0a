/** Codes of which a line prints only what is new in it: 40 below 201 is 20140. */
import type { TableTemplate } from '../define.ts'
import type { Draft } from './draft.ts'

/** The codes made whole, from the lines above in their own block; those of subjects have a zero at most that is left out. */
export function completeCodes(drafts: readonly Draft[], { rows }: TableTemplate): void {
  const above = new Map<number, string>()
  let before: string | null = null
  for (const draft of drafts) {
    const last = above.get(draft.block) ?? before
    draft.codes = (rows.by === 'code' ? withZero(draft, last) : null) ?? completeCode(draft, last)
    draft.code = draft.codes[0] ?? null
    if (draft.code !== null) above.set(draft.block, draft.code)
    before = draft.code ?? before
  }
}

/** Length of the codes of a 类 and of a 款. */
const CLASS = 3
const SECTION = 5
/** … and of what is left of a whole code without its 类. */
const REST = 4

/**
 * 40 in the column of 款, or alone below 201, is 20140: some forms print in each line only what is new in
 * it. `above` is the code of the line before.
 */
function completeCode(draft: Draft, above: string | null): string[] {
  const { codes, lead } = draft
  const [code] = codes
  if (draft.isParted) return completeParted(draft, above)
  if (codes.length !== 1 || code === undefined || above === null) return [...codes]
  // 01 | 05 below a cell for all lines of 201 that goes on over a page end.
  const isRest = lead === 1 && code.length === REST
  if (isRest && above.length >= CLASS) return [above.slice(0, CLASS) + code]
  if (code.length > 2) return [...codes]
  const head = above.slice(0, lead > 1 ? SECTION : CLASS)
  return head.length < (lead > 1 ? SECTION : CLASS) ? [...codes] : [head + code.padStart(2, '0')]
}

/**
 * 208 | blank | 05 below a cell for all lines of 20809 that goes on over a page end: 2080905, and not 20805. Where the
 * lines above are of no 款, nothing shows of which this one is.
 */
function completeParted(draft: Draft, above: string | null): string[] {
  const [code, ...others] = draft.codes
  if (code === undefined || code.length !== SECTION) return [...draft.codes]
  if (above !== null && above.length >= SECTION && above.startsWith(code.slice(0, CLASS)))
    return [above.slice(0, SECTION) + code.slice(CLASS), ...others]
  draft.unsure = true
  return [...draft.codes]
}

/** 301 | 2 in columns as near to each other as digits are: 3012. No level has one digit, so a zero is left out. */
function withZero({ codes: [code, ...others], codeReadings }: Draft, above: string | null): string[] | null {
  // A digit that a reader of scans lost may be any of the code.
  if (code === undefined || others.length > 0 || codeReadings.length > 0) return null
  const [parent, digit] = [code.slice(0, -1), code.at(-1)!]
  const isShort = parent.length === CLASS || parent.length === SECTION
  return isShort && above?.startsWith(parent) ? [`${parent}0${digit}`] : null
}

const CODE_WITHIN = /(?<!\d)\d{3,7}[-－—]/

/**
 * Lines of two classifications go by the one that all of them have: 工资福利支出(301) over 50101 工资奖金津补贴 | 30101
 * 基本工资 is a list of economic subjects of departments, whichever is printed first. A name with a code in it (2101102-
 * 50102-事业单位医疗) shows that a line has more of them than were read. Where no line of fewer codes stands over the next,
 * no classification is missing: a scan has lost a code, or misread the digit that it begins with.
 */
export function goByCommonCodes(drafts: readonly Draft[]): void {
  if (drafts.some((d) => d.labels.some((label) => CODE_WITHIN.test(label)))) return
  const coded = drafts.filter((d) => d.codes.length > 0)
  if (!coded.some((d, i) => standsOver(d, coded[i + 1]))) return
  const [first] = coded
  const has = (draft: Draft, digit: string) => draft.codes.filter((code) => code.startsWith(digit)).length === 1
  const common = [...new Set(first?.codes.map((code) => code[0]!))].filter((digit) => coded.every((d) => has(d, digit)))
  const [digit] = common
  if (digit === undefined || common.length > 1) return
  for (const draft of coded) {
    const at = draft.codes.findIndex((code) => code.startsWith(digit))
    if (draft.coded.length === draft.codes.length) draft.coded = withFirst(draft.coded, at)
    draft.codes = withFirst(draft.codes, at)
    draft.code = draft.codes[0]!
  }
}

/** 301 over 50101 | 30101: a line of fewer codes than the next, one of which begins with all of the line's. */
function standsOver({ codes }: Draft, next: Draft | undefined): boolean {
  if (!next || codes.length >= next.codes.length) return false
  return codes.every((code) => next.codes.some((below) => below.length > code.length && below.startsWith(code)))
}

function withFirst<T>(all: readonly T[], at: number): T[] {
  return [all[at]!, ...all.filter((_, i) => i !== at)]
}
