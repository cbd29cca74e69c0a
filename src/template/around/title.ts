/** How a printed title is known for a table's: by its core, without year, entity, number and filler. */
import { distance } from 'fastest-levenshtein'
import { memoised, memoisedBy } from '../../memo.ts'
import type { TableTemplate } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import { squash } from '../words.ts'

const ORDINAL =
  /^(\d{1,2}(?:\.\d{1,2})+[、.．]?(?=[\u4e00-\u9fff])|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．])/
const YEAR = /(19|20)\d\d年?度?|[二〇零一二三四五六七八九○]{4}年度?/g
const REMARK = /[(（][^()（）]*[)）]/g

/** A title is short: longer texts are prose that names a table. */
const LONGEST = 70
/** 支出 alone is the rest of a cell: a title of fewer letters says that it is a table. */
const SHORTEST = 4
/** Below this a title names no table of ours. */
export const TITLE_ENOUGH = 0.6
/** What a title scores that holds a word of ours (`titleHas`) and is no other table's. */
const HOLDS_A_WORD = 0.75

export interface TitleSense {
  /** What is left of a title when everything that varies between publishers is taken away. */
  core: (title: string) => string
  /**
   * 0–1: how surely a printed text is the title of the template's table. 1 is the whole core; a core
   * that ends with ours behind what may be an entity's name is nearly as good; `titleHas` less.
   */
  score: (text: string, template: TableTemplate) => number
  /** Whether a text is the title of the template's table with one letter mistyped, and so no other's by what it says. */
  isMistyped: (text: string, template: TableTemplate) => boolean
  /** Whether a text calls itself a table: 附表1 收入 has but a number that does. */
  isTable: (text: string) => boolean
  /** Whether a line looks like the title of some table, known or not. */
  isLikely: (text: string) => boolean
}

/** A template's title as it is printed: without the brackets that mark what counts. */
export function printable(title: string): string {
  return title.replace(/[[\]]/g, '')
}

export const titleSense = memoisedBy(({ titles }: FieldLanguage): TitleSense => {
  const core = memoised((title) => coreOf(title, titles))
  const coresOf = memoisedBy((template: TableTemplate) =>
    template.titles.map((title) => ({ text: core(printable(title)), words: wordsThatCount(title) })),
  )
  const isSentence = memoised((text) => /[。；;]/.test(text))
  const isTable = memoised((text) => squash(text).replace(titles.number, '').includes(titles.table))
  const mayName = (plain: string, template: TableTemplate) =>
    plain.length <= LONGEST && !isSentence(plain) && !isOtherTable(plain, template, titles)
  const score = (text: string, template: TableTemplate) => {
    const plain = squash(text)
    if (!mayName(plain, template)) return 0
    if (plain.length < SHORTEST && !isTable(plain)) return 0
    const printed = core(text)
    let best = 0
    for (const { text: own, words } of coresOf(template)) {
      if (own === '' || !words.every((word) => plain.includes(word))) continue
      best = Math.max(best, fitOf(printed, own, titles))
    }
    const hasWord = () => isTable(plain) && template.titleHas?.some((word) => plain.includes(word))
    return best < HOLDS_A_WORD && hasWord() ? HOLDS_A_WORD : best
  }
  const isMistyped = (text: string, template: TableTemplate) => {
    const plain = squash(text)
    if (!mayName(plain, template)) return false
    const printed = core(text)
    return coresOf(template).some(
      ({ text: own, words }) => words.every((word) => plain.includes(word)) && isNearly(printed, own, titles),
    )
  }
  return { core, score, isMistyped, isTable, isLikely: (text) => looksLikeTitle(text, titles) }
})

type Titles = FieldLanguage['titles']

function coreOf(title: string, { unit, number, numberBehind, same, filler, fillerBehind }: Titles): string {
  let text = squash(title)
    .replace(unit, '')
    .replace(/[《》〈〉<>#*]/g, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(ORDINAL, '').replace(YEAR, '').replace(number, '')
  }
  // 表2（部门收入总表）.
  text = text.replace(/^[(（]([^()（）]*)[)）]$/, '$1')
  text = numberBehind.reduce((rest, behind) => rest.replace(behind, ''), text)
  text = text.replace(REMARK, '').replace(/[(（].*$/, '')
  text = same.reduce((rest, [words, plain]) => rest.replace(words, plain), text)
  text = text.replace(filler, '').replace(fillerBehind, '')
  return text.replace(/[、,，:：\-—_.·]/g, '')
}

/** Words of a template's title that count although filler is dropped: those in brackets. */
function wordsThatCount(title: string): string[] {
  return [...title.matchAll(/\[(.+?)\]/g)].map((m) => m[1]!)
}

/** How well the core of a printed title fits one of ours; before it a number or an entity's name may stand. */
function fitOf(printed: string, own: string, { bareNumber, entityEnd }: Titles): number {
  if (printed === own) return 1
  if (!printed.endsWith(own)) return 0
  const before = printed.slice(0, -own.length)
  if (bareNumber.test(before)) return 1
  if (!entityEnd.test(before)) return 0
  return 0.8 + 0.15 * (own.length / printed.length)
}

/** In fewer letters a mistake leaves nothing of a title: 收入 and 支出 are two tables. */
const ROOM = 5

/**
 * Whether a core is ours but for one letter, behind what may stand before ours: one left out, one too many, another.
 * The first and the last one are as they are: 非财政拨款支出 is not 财政拨款支出.
 */
function isNearly(printed: string, own: string, { bareNumber, entityEnd, otherwise }: Titles): boolean {
  if (own.length < ROOM) return false
  return [-1, 0, 1].some((more) => {
    const end = printed.slice(-(own.length + more))
    const before = printed.slice(0, -end.length)
    if (end[0] !== own[0] || end.at(-1) !== own.at(-1) || distance(end, own) !== 1) return false
    const isLetterOfOurs = [...end].every((c) => end.split(c).length <= own.split(c).length || !otherwise.test(c))
    return isLetterOfOurs && (before === '' || bareNumber.test(before) || entityEnd.test(before))
  })
}

function isOtherTable(title: string, template: TableTemplate, titles: Titles): boolean {
  if (template.unlike?.some((word) => title.includes(word))) return true
  if (template.needs) return !template.needs.some((word) => title.includes(word))
  return isOtherClassification(title, template, titles)
}

/** (按功能分类) over a table of economic codes, or the other way round. */
function isOtherClassification(title: string, { rows }: TableTemplate, { classifications }: Titles): boolean {
  if (rows.by !== 'code') return false
  const functional = classifications.functional.test(title)
  const economic = classifications.economic.test(title)
  if (functional === economic) return false
  return functional ? rows.classification === 'economic' : rows.classification === 'functional'
}

function looksLikeTitle(text: string, { unit, numberAlone, ends }: Titles): boolean {
  const plain = squash(text).replace(unit, '')
  return (
    plain.length >= 3 &&
    plain.length <= LONGEST &&
    !numberAlone.test(plain) &&
    ends.test(plain) &&
    !/[。；，]/.test(plain)
  )
}
