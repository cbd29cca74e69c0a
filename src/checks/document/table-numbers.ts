/** 表1, 表2, … run without a gap: a number that is lacking is a table that is not in the file, or was not found. */
import { findNumber } from '../../template/around/captions.ts'
import { countOf } from '../../template/lines/parents.ts'
import { squash } from '../../template/words.ts'
import type { Fact, Printed, Wrong } from './fact.ts'

/** So many numbers of one wording show how the tables are numbered. */
const SHOWN = 4
/** Of more numbers than these that are lacking the tables are no set: some are published elsewhere. */
const LACKING = 2
const DIGITS = /\d+|[一二三四五六七八九十]+/

export function checkTableNumbers(printed: Printed): Fact[] {
  const texts = printed.sections.flatMap((s) => [...(s.title ? [s.title] : []), ...s.captions])
  // Of a scan a number may be misread, and one that is lacking may stand on a page that was not read.
  if (!printed.whole || texts.some((t) => t.isRead)) return []
  const numbers = texts.flatMap(numberOf)
  const [own = []] = [...Map.groupBy(numbers, (n) => n.wording).values()].sort((a, b) => b.length - a.length)
  if (new Set(own.map((n) => n.number)).size < SHOWN) return []
  const last = Math.max(...own.map((n) => n.number))
  const names = lackingBelow(last, numbers).map((n) => nameLike(own, n))
  if (names.length > LACKING || names.some((name) => isPrinted(name, printed))) return []
  return [
    {
      rule: 'table-numbers',
      where: own[0]!.wording.replace('#', ''),
      name: { zh: '各表编号连续', en: 'the numbers of the tables run without a gap' },
      wrong: names.length === 0 ? undefined : gap(names, last),
    },
  ]
}

/** Numbers that none of the tables has; one may be worded otherwise: 预算表12 among 预算01表 and 预算13表. */
function lackingBelow(last: number, numbers: readonly TableNumber[]): number[] {
  const there = new Set(numbers.map((n) => n.number))
  return Array.from({ length: last }, (_, i) => i + 1).filter((n) => !there.has(n))
}

/** The number as the others are printed: 公开07表 beside 公开08表. */
function nameLike(own: readonly TableNumber[], number: number): string {
  return own[0]!.wording.replace('#', `${number}`.padStart(own.some((n) => n.isPadded) ? 2 : 1, '0'))
}

function gap(names: readonly string[], last: number): Wrong {
  return {
    severity: 'note',
    zh: `各表编号到${last}为止，其中没有${names.join('、')}`,
    en: `the tables are numbered up to ${last}, and ${names.join(' and ')} is not among them`,
    page: null,
  }
}

interface TableNumber {
  /** The number with # for its digits: 公开#表. */
  wording: string
  number: number
  /** 01, not 1. */
  isPadded: boolean
}

function numberOf({ text }: { text: string }): TableNumber[] {
  const printed = findNumber(text)?.replace(/-\d+/, '')
  const number = printed ? countOf(printed) : null
  return printed && number !== null
    ? [{ wording: printed.replace(DIGITS, '#'), number, isPadded: printed.includes('0') && number < 10 }]
    : []
}

/** Whether a line begins or ends with the number, as over a table that was not recognised: 表4 无. */
function isPrinted(name: string, { sheets }: Printed): boolean {
  const line = new RegExp(`^${name}(?!\\d)|${name}$`)
  return sheets.some((s) => s.lines.some((l) => line.test(squash(l.text))))
}
