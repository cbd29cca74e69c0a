/** What words were found to mean → a statement with its place. */
import { printAmount } from '../amount.ts'
import type { Statement } from '../model.ts'
import { sentenceAt } from './clauses.ts'
import type { Direction, Role } from './define.ts'
import type { Mention } from './mentions.ts'
import { placeOf, rounded } from './prose.ts'
import { resolve } from './refs.ts'
import { here, type Place, type Reading, type State } from './state.ts'
import type { Subject } from './subject.ts'

interface Meaning {
  subject: Subject
  role: Role | null
  year: number | null
  base: string | null
  relation: Reading['relation']
  direction: Direction | null
}

export function toReading(place: Place, mention: Mention, meaning: Meaning): Reading {
  const { paragraph, state, situation } = place
  const { subject, role, year, relation } = meaning
  const target = resolve(subject, role, year, here(state, situation), situation.tables)
  const figure = mention.type === 'figure' ? mention : null
  const [from, to] = sentenceAt(paragraph.text, mention.from)
  const { page, bbox } = placeOf(paragraph, mention.from, mention.to)
  const kind =
    relation === 'level' || relation === 'share' || relation === 'completion'
      ? (figure?.kind ?? 'amount')
      : 'comparison'
  const statement: Statement = {
    quantity: situation.form ? `${situation.form}/${target.quantity}` : target.quantity,
    kind,
    value: figure ? printAmount(figure.amount) : null,
    unit: figure?.unit ?? null,
    year,
    base: meaning.base,
    direction: meaning.direction,
    page,
    bbox: rounded(bbox),
    quote: paragraph.text.slice(from, to),
  }
  const part = (relation === 'share' || relation === 'level') && !state.reason
  const whole = part
    ? spentOf(wholeOf(meaning, figure?.kind === 'count' ? 'count' : 'amount', state), meaning, place)
    : null
  return {
    statement,
    figure: null,
    subject,
    role,
    relation,
    target,
    words: paragraph.text.slice(mention.from, mention.to),
    here: { ...here(state, situation), recent: [...state.recent] },
    unit: null,
    whole,
    among: state.among,
    list: whole ? state.whole.list : null,
    paragraph,
    sentence: state.sentence,
  }
}

/** What is divided; behind a part, in brackets, what it is a part of: 支出 90 万元，其中基本支出 60 万元（占66.67%）. */
function wholeOf({ subject, relation }: Meaning, kind: 'count' | 'amount', { whole, outer }: State): Reading | null {
  const inner = whole[kind]
  const isOwn = relation === 'share' && inner?.subject.key === subject.key
  return isOwn ? (outer.at(-1)?.whole[kind] ?? inner) : inner
}

/** 本年支出 90 万元，年末结余 10 万元。其中：基本支出 60 万元: what is spent is no part of what is left, but of all that is spent. */
function spentOf(whole: Reading | null, { subject }: Meaning, { state, situation }: Place): Reading | null {
  const isLeft = (words: string) => situation.dictionary.vocabulary.signed.some((word) => words.includes(word))
  const isSpent = /支出$/.test(subject.words) && !isLeft(subject.words)
  if (whole && isSpent && isLeft(whole.subject.words)) return state.sides.get('支出') ?? null
  return whole && isOfOtherSide(subject.words, whole.subject.words) ? null : whole
}

const CAME_IN = /收入(?:合计|总计|决算)?$/
const SPENT = /支出(?:合计|总计|决算)?$/

/** 收入合计 90 万元，其中：…；支出合计 80 万元: what is spent is no part of what came in. */
function isOfOtherSide(part: string, whole: string): boolean {
  return SPENT.test(part) && CAME_IN.test(whole)
}
