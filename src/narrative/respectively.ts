/** 2022年和2023年…分别为80.10万元和86.50万元: which of the names each of the figures belongs to. */
import type { Clause } from './clauses.ts'
import type { Mention } from './mentions.ts'

const RESPECTIVELY = /^(.*)(?:分别|依次)([^分别依次]{0,4}|占[^分别依次，。；、]{1,20})$/s
const BETWEEN = /^[、和及与，,]?$/
const AND = /[、和及与]/

/** The words that stand for those before a figure; null where it cannot be told whose figure it is. */
export type Leads = ReadonlyMap<Mention, string | null>

export function shareOut(text: string, clauses: readonly Clause[]): Leads {
  const leads = new Map<Mention, string | null>()
  const all = clauses.flatMap((clause) => clause.mentions)
  for (const clause of clauses) {
    const [first] = clause.mentions
    const match = first && RESPECTIVELY.exec(text.slice(clause.head, first.from))
    if (!first || !match) continue
    const run = runFrom(first, all, text)
    const names =
      run.length > 1 ? (namesBefore(match[1]!, run, all, text) ?? namesIn(match[1]!, run.length)) : [match[1]!]
    run.forEach((mention, i) => {
      leads.set(mention, names ? names[i]! + match[2]! : null)
    })
  }
  return leads
}

/** Figures with nothing between them but a comma or 和. */
function runFrom(first: Mention, all: readonly Mention[], text: string): Mention[] {
  const run = [first]
  for (const next of all.slice(all.indexOf(first) + 1)) {
    if (next.type !== 'figure' || !BETWEEN.test(text.slice(run.at(-1)!.to, next.from))) break
    run.push(next)
  }
  return run
}

/** A 80 万元，B 10 万元，分别占 88.89%、11.11%: the names of the amounts before them in the sentence. */
function namesBefore(words: string, run: readonly Mention[], all: readonly Mention[], text: string): string[] | null {
  if (words.trim() !== '') return null
  const at = all.indexOf(run[0]!)
  const amounts = all.slice(Math.max(0, at - run.length), at)
  if (amounts.length < run.length || !amounts.every((m) => m.type === 'figure' && m.kind === 'amount')) return null
  if (/[。；]/.test(text.slice(amounts[0]!.to, run[0]!.from))) return null
  return amounts.map((m) => text.slice(startOf(m.from, text), m.from))
}

/** Where the clause begins that holds the place. */
function startOf(place: number, text: string): number {
  return 1 + Math.max(...['，', '、', '：', ':', '。', '；', '('].map((stop) => text.lastIndexOf(stop, place - 1)))
}

function namesIn(words: string, count: number): string[] | null {
  const years = /^(.*?)(20\d\d年度?(?:[、和及与]20\d\d年度?)+)(.*)$/s.exec(words)
  if (years) {
    const each = years[2]!.split(AND)
    return each.length === count ? each.map((year) => year + years[1]! + years[3]!) : null
  }
  const plain = words.replace(/收入?([、和及与])支出?([^、和及与]*)$/, '收入$2$1支出$2')
  // 及 may stand within a name: it divides only where 、 alone does not give the number of figures.
  const ways = [plain.split('、'), plain.split(/[、和与]/), plain.split(AND)]
  return ways.find((names) => names.length === count) ?? null
}
