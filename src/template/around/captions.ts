/** What stands around a table: its title, number, unit, entity and year, each read from its words. */
import { MONEY } from '../../amount.ts'
import type { Line } from '../../page/lines.ts'
import { share } from '../seen.ts'
import { squash } from '../words.ts'

/** A line of text outside the cells, with the page it stands on. */
export interface Caption {
  text: string
  page: number
  size: number
  y: number
  /** Whether its texts stand far apart, as those that head columns do: 项目 at the left and 支出预算 at the right. */
  isParted: boolean
  /** Whether it was read on a scan: a letter of it may be another one. */
  isRead: boolean
  /** How far its letters are believed, 0–1: 1 on a page of text. */
  belief: number
}

/** Words of one text, be its letters spaced or a blank left between, stand no further apart than so many letters. */
const FAR = 10

export function toCaption({ text, size, box, glyphs }: Line, page: number): Caption {
  const isFar = (i: number) => glyphs[i]!.box[0] - glyphs[i - 1]!.box[2] > FAR * size
  return {
    text,
    page,
    size,
    y: box[1],
    isParted: glyphs.some((_, i) => i > 0 && isFar(i)),
    isRead: glyphs.some((g) => g.source === 'ocr'),
    belief: share(glyphs),
  }
}

/** Whether a line goes on from the one above within its brackets: 支出表（按经 over 济分类）（单位：万元）. */
export function closesBracket(line: string, below: string): boolean {
  return /[(（][^)）]*$/.test(line) && /^[^(（]*[)）]([(（][^(（)）]*[)）])*$/.test(below.trim())
}

/** 政府采购预算40.00万元 tells an amount, no number of a table. */
const NUMBER =
  /(财决)?(部门)?公开(表)?\s*\d{1,3}(?!\d)(-\d)?\s*(表)?|(附表|预算|决算)\s*\d{1,2}(?![\d.,万元年])(-\d)?\s*表?|附?表\s*(\d{1,2}|[一二三四五六七八九十]{1,3})(-\d)?(?![\d年])|(?<!\p{Script=Han})附?表\s*\((\d{1,2}|[一二三四五六七八九十]{1,3})\)/u

/** 公开01表, 表3, 附表二: the number a table is printed with. */
export function findNumber(text: string): string | null {
  const match = NUMBER.exec(text.normalize('NFKC'))
  return match ? match[0].replace(/\s+/g, '') : null
}

const NAMED = `(${MONEY})`
/** 单位：辆、万元 of a form that counts things, too; 元/万元 leaves open which of them. */
const UNIT = new RegExp(
  [
    `(?:单位[:;]?|(?:金额|人民币):)(?:[是为])?(?:人民币|RMB)?:?(?:(?!${MONEY})[^\\s、,/:]{1,3}[、,/])*${NAMED}(?![、,/]${MONEY})`,
    `[(]${NAMED}[)]`,
    `以${NAMED}为单位`,
  ].join('|'),
)

/** The money unit of 单位：万元 or （元）; null if the text names none. */
export function findMoneyUnit(text: string): string | null {
  const match = UNIT.exec(squash(text))
  return match?.slice(1).find((unit) => unit !== undefined) ?? null
}

/** What a line has no room for: 元 of 单位：万元, 位：万元 of 单位：万元. */
const REST_OF_UNIT = new RegExp(`^(位?[:：])?(${MONEY})$`)

/** Whether a line names no unit but with the one below, which holds the rest of it and no more. */
function cutsUnit(line: string, below: string): boolean {
  if (!REST_OF_UNIT.test(squash(below)) || findMoneyUnit(line) !== null) return false
  return /(单|单位|[:：][百万亿千]{0,2})$/.test(squash(line)) && findMoneyUnit(line + below) !== null
}

/** Adds the next line of a page to those above it: to the last one where that has no room for the end of its unit. */
export function addLine(lines: Caption[], line: Caption): void {
  const last = lines.at(-1)
  if (last && last.page === line.page && cutsUnit(last.text, line.text))
    lines[lines.length - 1] = { ...last, text: last.text + line.text }
  else lines.push(line)
}

const BARE = new RegExp(`^${NAMED}$`)

/** 万元 alone above a table; in a cell it may be anything's measure. */
export function bareUnit(text: string): string | null {
  return BARE.exec(squash(text))?.[1] ?? null
}

const BEGINS_UNIT = new RegExp(`^(人民币)?${MONEY}`)
const ENTITY =
  /(?:部门名称|单位名称|编制单位|编制部门|填报单位|填报部门|预算单位|预算部门|预算主管部门|主管部门|公开部门|公开单位|(?:部门|单位)(?:编码|代码)[及和](?:名称|部门名称|单位名称)|部门|单位)(?:[(（][^)）]*[)）])?(?:名称)?\s*[:：]\s*([^\s:：]{2,}?)(?=\s|$|金额|单位[:：]|\d{4}年)/

const MEASURES = /^(平方米|人次|批次|团组|.\(.\))$/

/** 单位：辆、台（套）, 单位：平方米: what a form counts. */
function isCounted(name: string): boolean {
  const things = name.split(/[、,，/]/)
  return things.every((thing) => MEASURES.test(thing) || (things.length > 1 && thing.length <= 2))
}

/** The name behind 部门名称： and the like; null if there is none (or it is a money unit). */
export function findEntity(text: string): string | null {
  const match = ENTITY.exec(text.normalize('NFKC'))
  // [101]某市水务局(盖章): the code beside it and the seal are no part of the name.
  const name = match?.[1]
    ?.replace(/^[[(【]?\d{3,}[\])】]?[-－—]?/, '')
    .replace(/[(（【[]?(?:盖章|公章|签章)[)）】\]]?$/, '')
  if (!name || BEGINS_UNIT.test(name) || isCounted(name)) return null
  return name
}

const SUPERIOR = /(?:上级主管部门|主管部门|上级部门|所属部门)(?:及代码)?[:：]\s*(?:\d{3,}[-－—]?)?([^\s:：,，。]{2,30})/

/** The name behind 主管部门：; null if there is none. */
export function findSuperior(text: string): string | null {
  return SUPERIOR.exec(text.normalize('NFKC'))?.[1] ?? null
}

/** 2024 of 2024年度, 2024年; null if no year stands there, or only a date: 2025年9月 is when it was published. */
export function findYear(text: string): string | null {
  const match = /(20[0-3]\d)\s*年(?!\s*\d{1,2}\s*月)/.exec(withPlainYears(text.normalize('NFKC')))
  return match?.[1] ?? null
}

const NUMERALS = '〇一二三四五六七八九'

/** 二〇二四年 as 2024年, also where the zero is a circle or a letter; 二〇二四年二月 stays a date. */
export function withPlainYears(text: string): string {
  return text.replace(
    /二\s*[〇○零OoＯ]\s*([一二三])\s*([〇○零OoＯ一二三四五六七八九])\s*年(\s*[一二三四五六七八九十]{1,3}\s*月)?/g,
    (_, tens, ones, month) => {
      const digit = (c: string) => Math.max(0, NUMERALS.indexOf(c))
      return `20${digit(tens)}${digit(ones)}年${month ? '1月' : ''}`
    },
  )
}

const NOTE = /^[(（]?(注|说明|备注|附注)\s*\d*\s*[:：.、]/

export function isNote(text: string): boolean {
  return NOTE.test(text.normalize('NFKC').trim())
}
