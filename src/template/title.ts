/** How a printed title is known for a table's: by its core, without year, entity, number and filler. */
import { memoised } from '../memo.ts'
import type { TableTemplate } from './define.ts'
import { squash } from './words.ts'

/** Words that every publisher adds or leaves out; a title means the same without them. */
const FILLER =
  /[一二三]级预算单位|预算单位|部门预算|部门决算|单位预算|单位决算|本部门|本单位|部门|单位(?!资金)|本级|年初|年度|本年度|本年|当年|(?<!单位)资金|情况|总体|明细|汇总|公开|分类|科目|按|功能|经济|预算|决算|财决|安排的|安排|综合|草案|批复|公示|总表|报表|一览|表|数|总|(政府|部门)(?=$)/g
/** 公开01表, 预算表12, 附表二：, 表3-1; a bare number counts only with the mark that sets it off. */
const NUMBER = (() => {
  const digits = '(\\d{1,2}|[一二三四五六七八九十]{1,3}(?!般|览))([-.]\\d+)?'
  const whose = '(附件?|公开|预算|决算|财[预决]|部?[预决]|批复|政府|样|[省市区县]级|部门|单位|续|第)*'
  const alternatives = [
    'Z?0\\d[、.．:：]?(?=\\p{Script=Han})',
    '\\d{2}-\\d{1,2}(?=\\p{Script=Han})',
    '[A-Z]{1,3}-?\\d{1,2}(-\\d+)?[、.．:：]?(?=\\p{Script=Han})',
    `${whose}(表格?|附表|附件|图表?)?${digits}(表(?!\\d)|号)[:：、.．\\-—]?`,
    `${whose}(表格?|附表?|附件|公开|预算|决算|图表?)${digits}[:：、.．\\-—]?((?=(19|20)\\d\\d年)|(?![\\d年]))`,
  ]
  return new RegExp(`^\\[?(${alternatives.join('|')})\\]?(?=.)`, 'u')
})()
/** 一般公共预算支出表-5. */
const NUMBER_BEHIND = /(?<=表)[-—－](\d{1,2}|[一二三四五六七八九十]{1,3})$/
/** 部门政府采购预算 预算公开表11: a number beside a title. */
const NUMBER_BESIDE = /(?<=.{4})(预算|决算|财决|部门|单位)?公开(表\d{1,2}(-\d+)?|\d{1,2}(-\d+)?表)$/
/** 市级部门, 市本级, 市直: whose budget it is; behind the name of a place its end (福州市级部门). */
const LEVEL = /([省市区县])(本级|级|直)(部门|单位|机关)?/g
const ORDINAL =
  /^(\d{1,2}(?:\.\d{1,2})+[、.．]?(?=[\u4e00-\u9fff])|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．])/
const YEAR = /(19|20)\d\d年?度?|[二〇零一二三四五六七八九○]{4}年度?/g
/** 一般公共预算财政拨款支出 and 一般公共预算支出 are one thing: only fiscal money goes through these budgets. */
const FUND_APPROPRIATION =
  /(一般公共预算|政府性基金预算|政府性基金|国有资本经营预算|国有资本经营)(当年|本年|年初)?(财政)?拨款/g
/** What the general public budget was called until 2017. */
const FORMER_NAME = /(?<!一般)公共(财政)?预算/g
const UNIT = /[(（]?(金额)?单位[:：].*$/
const REMARK = /[(（][^()（）]*[)）]/g
/** The end of an entity's name that may stand before a title. */
const ENTITY_END =
  /(局|委|厅|办|院|部|会|中心|市|区|县|省|处|所|站|校|学|园|馆|队|社|团|台|室|镇|乡|道|司|关|库|库|公室|总队|支队|机关|单位|部门|医院|集团|府|联|协|人大|场|狱|盟|党|民革|民建|民进|基地|公司|厂|组)$/

/** What is left of a title when everything that varies between publishers is taken away. */
export const titleCore = memoised((title: string): string => {
  let text = squash(title)
    .replace(UNIT, '')
    .replace(/[《》〈〉<>#*]/g, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(ORDINAL, '').replace(YEAR, '').replace(NUMBER, '')
  }
  text = text
    .replace(NUMBER_BEHIND, '')
    .replace(NUMBER_BESIDE, '')
    .replace(REMARK, '')
    .replace(/[(（].*$/, '')
  return text
    .replace(/^([省市区县])(本级|级|直)(部门|单位|机关)?/, '')
    .replace(LEVEL, '$1')
    .replace(FORMER_NAME, '一般公共预算')
    .replace(FUND_APPROPRIATION, '$1')
    .replace(/收入支出/g, '收支')
    .replace(/收入、支出/g, '收支')
    .replace(FILLER, '')
    .replace(/(政府|部门)$/, '')
    .replace(/[、,，:：\-—_.·]/g, '')
})

/** A template's title as titles are compared, and the words of it that count although filler is dropped. */
interface Core {
  text: string
  words: readonly string[]
}

/** A template's title as it is printed: without the brackets that mark what counts. */
export function printable(title: string): string {
  return title.replace(/[[\]]/g, '')
}

const cores = new WeakMap<TableTemplate, Core[]>()

function coresOf(template: TableTemplate): Core[] {
  let list = cores.get(template)
  if (!list) {
    list = template.titles.map((title) => ({
      text: titleCore(printable(title)),
      words: [...title.matchAll(/\[(.+?)\]/g)].map((m) => m[1]!),
    }))
    cores.set(template, list)
  }
  return list
}

/** A title is short: longer texts are prose that names a table. */
const LONGEST = 70
/** Below this a title names no table of ours. */
export const TITLE_ENOUGH = 0.6

const isSentence = memoised((text: string) => /[。；;]/.test(text))
const isCalledTable = memoised((text: string) => text.replace(NUMBER, '').includes('表'))

/**
 * 0–1: how surely a printed text is the title of the template's table. 1 is the whole core; a core
 * that ends with ours behind what may be an entity's name is nearly as good; `titleHas` less.
 */
export function titleScore(text: string, template: TableTemplate): number {
  const plain = squash(text)
  if (plain.length > LONGEST || isSentence(plain)) return 0
  if (template.unlike?.some((word) => plain.includes(word)) || otherClassification(plain, template)) return 0
  if (template.needs && !template.needs.some((word) => plain.includes(word))) return 0
  const core = titleCore(text)
  let best = 0
  for (const { text: own, words } of coresOf(template)) {
    if (own === '' || !words.every((word) => plain.includes(word))) continue
    if (core === own) best = Math.max(best, 1)
    else if (core.endsWith(own)) {
      const before = core.slice(0, -own.length)
      const share = own.length / core.length
      best = Math.max(best, ENTITY_END.test(before) ? 0.8 + 0.15 * share : 0)
    }
  }
  if (best < 0.75 && isCalledTable(plain) && template.titleHas?.some((word) => plain.includes(word))) best = 0.75
  return best
}

/** (按功能分类) over a table of economic codes, or the other way round. */
function otherClassification(title: string, { rows, needs }: TableTemplate): boolean {
  if (rows.by !== 'code' || needs) return false
  const functional = /功能(分类|科目)/.test(title)
  const economic = /经济(分类|科目)/.test(title)
  if (functional === economic) return false
  return functional ? rows.classification === 'economic' : rows.classification === 'functional'
}

/** Whether a line looks like the title of some table, known or not. */
export function looksLikeTitle(text: string): boolean {
  const plain = squash(text).replace(UNIT, '')
  return (
    plain.length >= 3 &&
    plain.length <= LONGEST &&
    !/^(财决|附|部门|公开|预算|决算)*表?\d{1,2}(-\d+)?表?$/.test(plain) &&
    /(表|一览|明细|情况)([(（].*[)）])?$/.test(plain) &&
    !/[。；，]/.test(plain)
  )
}
