/** The words before a figure taken apart: subject, direction, what it is compared with, whose figure, which year. */
import { squash, wildcard } from '../template/words.ts'
import type { Direction, NarrativeVocabulary, Role } from './define.ts'

export interface Phrase {
  /** What is left for the subject. */
  noun: string
  relation: 'level' | 'change' | 'share' | 'completion'
  direction: Direction | null
  /** As printed: 上年度, 2023年预算执行数, 年初预算, 本年支出合计. */
  base: string | null
  /** A share of all that was enumerated before. */
  ofAll?: boolean
  /** 减少到 3 万元: what it is now, whatever year was spoken of before. */
  reached?: boolean
  /** The change was said before what changes: 压减会议费5万元、培训费3万元 says it of both. */
  early?: boolean
  /** Words between the base and the figure, where others stand before the base: 支出较上年**花掉**3万元. */
  between?: string
}

export interface Grammar {
  direction: RegExp
  directionOf: ReadonlyMap<string, Direction>
  /** A verb of change before what changes: 压减会议费5万元. */
  changing: RegExp
  base: RegExp
  /** A base that names what it is of: 比2024年**会议费**年初预算. */
  baseOf: RegExp
  /** A base that ends what is told: 比上年预算 before its figure in brackets. */
  baseBehind: RegExp
  baseOnly: RegExp
  /** 决算数**大于预算数**5万元: a difference. */
  beyond: RegExp
  completion: RegExp
  deviation: RegExp
  deviatesFrom: string
  share: RegExp
  /** Words that explain, that divide at their end, and after which a name begins anew. */
  reason: RegExp
  divided: RegExp
  /** The whole is divided anew; all of the paragraph is; what ； ends is. */
  dividedAnew: RegExp
  dividesAll: RegExp
  spentOn: RegExp
  renamed: RegExp
  /** A name of an organisation, with 本级 and the like in brackets. */
  organisation: RegExp
  /** The year before or the own one, at either end of a name. */
  relativeYear: RegExp
  /** A year that ends a name: in figures (1), or the one before (2), or the document's own. */
  yearBehind: RegExp
  isEarlierYear: RegExp
  /** A year, or the one before, anywhere in words. */
  yearWords: RegExp
  /** 由上年的: from what there was in a year. */
  fromYear: RegExp
  /** 与上年: with what something is compared. */
  withYear: RegExp
  /** 由 20 万元减少到 15 万元: what it was before, nobody says when; 由 2022 年的 20 万元 says it. */
  from: RegExp
  isYearName(text: string): boolean
  role: { word: string; role: Role }[]
  openers: readonly string[]
  verbs: readonly string[]
  leads: readonly string[]
  tails: readonly string[]
}

const YEARS = '20\\d\\d年度?'
/** Words before what is compared with, the longest first. */
const THAN = '比较|相比于?|相较于?|对比|比|较'
/** Words behind it: 与上年**相比**. */
const WITH = '相比较?|比较|相较|对比|比'

function longestFirst(words: Iterable<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length)
}

function anyOf(words: readonly string[]): string {
  return longestFirst(words).map(quoted).join('|')
}

function quoted(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function endingIn(words: readonly string[]): RegExp {
  return new RegExp(`(?:${anyOf(words)})$`)
}

export function toGrammar(vocabulary: NarrativeVocabulary): Grammar {
  const directionOf = new Map<string, Direction>()
  for (const [direction, words] of Object.entries(vocabulary.directions))
    for (const word of words) directionOf.set(word, direction as Direction)
  // 较上年增 5 万元: one letter is a word only where nothing but a base stands before it (提升, 至少).
  const directions = anyOf([...vocabulary.eitherWay, ...[...directionOf.keys()].filter((word) => word.length > 1)])
  const letters = [...directionOf.keys()].filter((word) => word.length === 1).join('')
  const figures = anyOf(vocabulary.baseFigures)
  const times = `${YEARS}|${anyOf(vocabulary.baseTimes)}`
  const plans = [...vocabulary.roles.initial, ...vocabulary.roles.adjusted]
  const budgets = [...plans, '预算', '预算数', '预期目标']
  const bases = `(?:${times})(?:的)?(?:\\([^()]{1,12}\\))?(?:${figures})?|${anyOf(budgets)}`
  const roles = Object.entries(vocabulary.roles).flatMap(([role, words]) =>
    words.map((word) => ({ word, role: role as Role })),
  )
  return {
    direction: new RegExp(
      `(${directions}|[${letters}](?<=(?:^|(?:${bases})(?:${WITH})?|[同环]比).))(\\((?:${directions})\\)|/(?:${directions}))?(?:了|约|为|达|数为|额为|(达?到|至)|的?幅度?为?)?$`,
    ),
    directionOf,
    changing: new RegExp(`^(${anyOf(vocabulary.changing)})(?:了)?`),
    base: new RegExp(
      `(?:同?(?:${THAN})(${bases})|(?:与|和|同)(${bases})(?=$|相|比|对比|基本|总体|略|增|减|无|没|一|持|[，。]))(?:的(?=$|\\d)|${WITH}|基本|总体|略)*`,
    ),
    baseOf: new RegExp(
      `(?:${THAN})((?:${times})(?:的)?)(?!${figures})([^,，。;；]{0,14}?(?:${anyOf(vocabulary.money)}))(${figures})$`,
    ),
    baseBehind: new RegExp(`(?:${THAN}|与|和|同)(?:${bases})$`),
    baseOnly: /同比|环比/,
    beyond: new RegExp(`(?:(${anyOf(vocabulary.exceeding)})|${anyOf(vocabulary.directions.小于)})(${bases})$`),
    completion: new RegExp(`(?:完成了?(${anyOf(budgets)})|(?:为|达|达到|相当于)(${anyOf(plans)}))的?(?:比例)?为?$`),
    deviation: new RegExp(`(?:${anyOf(vocabulary.deviations)})(?:为)?$`),
    deviatesFrom: vocabulary.deviatesFrom,
    share: /占(?:比|比例)?(?:为|约|达)?([^占]*?)的?(?:比例|比重)?(?:为)?$/,
    reason: new RegExp(anyOf(vocabulary.explaining)),
    divided: endingIn(vocabulary.dividing),
    dividedAnew: new RegExp(`按[^，。]*(?:${anyOf(vocabulary.divisions)})$`),
    dividesAll: endingIn(vocabulary.allOf),
    spentOn: endingIn(vocabulary.spending),
    renamed: new RegExp(`(?<=${anyOf(vocabulary.renaming)})`),
    organisation: new RegExp(`(?:${anyOf(vocabulary.organisations)})(?:\\((?:本级|机关|汇总|部门|单位|系统)\\))?$`),
    ...yearGrammar(vocabulary),
    role: roles.sort((a, b) => b.word.length - a.word.length),
    openers: longestFirst(vocabulary.openers),
    verbs: longestFirst(vocabulary.verbs),
    leads: longestFirst(vocabulary.leads),
    tails: longestFirst([...vocabulary.tails, ...vocabulary.verbs]),
  }
}

function yearGrammar({ earlierYear, ownYear, samePeriod, yearNames }: NarrativeVocabulary) {
  const earlier = anyOf(earlierYear)
  const relative = anyOf([...earlierYear, ...ownYear])
  const names = yearNames.map(wildcard)
  return {
    relativeYear: new RegExp(`^(?:${relative})|(?:${relative})$`),
    yearBehind: new RegExp(`(?:(20\\d\\d)年度?|(${earlier})|(?:${anyOf(ownYear)}))(?:${anyOf(samePeriod)})?的?$`),
    isEarlierYear: new RegExp(`^(?:${earlier})$`),
    yearWords: new RegExp(`${YEARS}|${earlier}`),
    fromYear: new RegExp(`^(.*?)[由从](?:(20\\d\\d)年度?|(?:${earlier}))的?$`),
    withYear: new RegExp(`[与和同较比](${YEARS}|${earlier})`),
    from: new RegExp(`[由从](?:(?!20\\d\\d年|${earlier})[^由从]{0,8}的)?$`),
    isYearName: (text: string) => names.some((isLike) => isLike(text)),
  }
}

/** 上缴上级支出 1 万元、经营支出 2 万元，共占总支出的 3%: of all that were told before. */
const ALL_OF_THEM = /^(?:[两二三四五六七八九十]项)?(?:共计?|合计|总计|总共|一共|合起来)$/

/** Enumerators at the head of a clause; 1.2010301行政运行 is numbered, too. */
const ENUMERATOR =
  /^([一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)、?|\d{1,2}[、.](?!\d)|\d{1,2}[、.](?=\d{3}(?:\d\d){0,2}(?![年万亿元])\p{Script=Han})|[①-⑳])/u

/** The words before a figure (or a comparing word), taken apart. `percent` says that the figure is one. */
export function parsePhrase(lead: string, percent: boolean, grammar: Grammar): Phrase {
  let text = open(squash(lead), grammar)
  let direction: Direction | null = null
  let changed = false
  let reached = false
  const directed = grammar.direction.exec(text)
  if (directed) {
    text = text.slice(0, directed.index)
    // 增加到 100 万元: what it is now, not what was added.
    reached = directed[3] !== undefined
    if (!reached) {
      changed = true
      // 增加(减少): a template in which nobody chose.
      direction = directed[2] ? null : (grammar.directionOf.get(directed[1]!) ?? null)
    }
  }
  if (percent && !changed) {
    const completed = grammar.completion.exec(text)
    if (completed)
      return {
        noun: text.slice(0, completed.index),
        relation: 'completion',
        direction,
        base: (completed[1] ?? completed[2])!,
      }
    const deviates = grammar.deviation.exec(text)
    if (deviates)
      return { noun: text.slice(0, deviates.index), relation: 'change', direction: '增长', base: grammar.deviatesFrom }
    const share = grammar.share.exec(text)
    if (share && ALL_OF_THEM.test(text.slice(0, share.index)))
      return { noun: '', relation: 'share', direction, base: null, ofAll: true }
    if (share) return { noun: text.slice(0, share.index), relation: 'share', direction, base: share[1] || null }
  }
  const beyond = changed ? null : grammar.beyond.exec(text)
  if (beyond) {
    const noun = text.slice(0, beyond.index)
    return { noun, relation: 'change', direction: beyond[1] ? '增加' : '减少', base: beyond[2]! }
  }
  const { rest, base, between } = takeBase(text, grammar)
  const changing = changed ? null : grammar.changing.exec(rest)
  if (changing)
    return {
      noun: rest.slice(changing[0].length),
      relation: 'change',
      direction: grammar.directionOf.get(changing[1]!) ?? null,
      base,
      early: true,
    }
  return { noun: rest, relation: changed ? 'change' : 'level', direction, base, reached, between }
}

/** Words of less. */
export function isDown(direction: Direction | null): boolean {
  return direction === '减少' || direction === '下降' || direction === '小于'
}

/** Without numbers of a list and words like 其中 and 一是 at its head. */
export function open(text: string, { openers }: Grammar): string {
  // 2022年初预算 is 2022年 and 年初预算.
  // 【教育支出】 is a name set off.
  let rest = text.replace(/(20\d\d)年初/g, '$1年年初').replace(/[【】]/g, '')
  for (;;) {
    const bare = rest.replace(ENUMERATOR, '')
    const opener = openers.find((o) => bare.startsWith(o))
    const next = opener ? bare.slice(opener.length) : bare
    if (next === rest) return rest
    rest = next
  }
}

/** Takes 比上年 and the like out of a clause. */
export function takeBase(text: string, grammar: Grammar): { rest: string; base: string | null; between: string } {
  const own = grammar.baseOf.exec(text)
  if (own) {
    const before = text.slice(0, own.index)
    return { rest: before || own[2]!, base: `${own[1]!.replace(/的$/, '')}${own[3]}`, between: '' }
  }
  const match = grammar.base.exec(text)
  if (match) {
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + match[0].length)
    return {
      rest: before === '' ? after : before,
      base: (match[1] ?? match[2])!.replace(/的$/, ''),
      between: before === '' ? '' : after,
    }
  }
  const alone = grammar.baseOnly.exec(text)
  if (alone) return { rest: text.replace(alone[0], ''), base: alone[0], between: '' }
  return { rest: text, base: null, between: '' }
}
