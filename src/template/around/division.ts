/** Which government a disclosure belongs to: its level and the division, as far as they are printed. */
import type { AdministrativeLevel, FieldLanguage } from '../language.ts'
import { squash } from '../words.ts'

export interface Division {
  level: AdministrativeLevel
  /** 山西省, 上海市普陀区; the words they are read from for the centre. */
  name: string
}

const MUNICIPALITY = '北京市|天津市|上海市|重庆市'
const PROVINCE = `${MUNICIPALITY}|[\\u4e00-\\u9fff]{2,3}省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区`
/** Prefectures and cities; counties, districts and banners; towns and streets. */
const CITY = '[\\u4e00-\\u9fff]{2,8}?(?:自治州|地区|盟|市)'
/** 保护区, 校区, 军区: areas that are no division. */
const DISTRICT = '(?<!保护|风景|名胜|景|校|院|社|军|战|林|库|灌)区'
const COUNTY = `[\\u4e00-\\u9fff]{1,8}?(?:自治县|新区|矿区|开发区|县|${DISTRICT}|旗(?![县区市镇乡街])|市)`
const TOWNSHIP = '[\\u4e00-\\u9fff]{1,8}?(?:街道办事处|街道|镇|乡)(?![村县])'
const NAME = new RegExp(`^(${PROVINCE})?(${CITY})?(${COUNTY})?(?:人民政府)?(${TOWNSHIP})?`)
const CENTRAL = /^(国家|中华人民共和国|中共中央|中央|国务院|最高人民|全国)/

/** Committees of parties are named after the party first. */
const PARTY =
  /^(中国共产党|中共|中国共产主义青年团|共青团|中国国民党革命委员会|中国民主同盟|九三学社|民革|民盟|民建|民进|农工党|致公党)/

/** The division in the name of a department: 某市某区司法局 → county, 某市某区. Null where it names none. */
export function divisionOf(name: string): Division | null {
  const text = squash(name)
  if (CENTRAL.test(text)) return { level: 'central', name: CENTRAL.exec(text)![1]! }
  const match = NAME.exec(text.replace(PARTY, ''))
  const [, province, city, county, township] = match ?? []
  const places = [province, city, county, township].filter((p) => p !== undefined)
  // 山西省政府驻新疆办事处 names a place where it works, not one it belongs to; the match is at the head only.
  if (places.length === 0) return null
  const town = township?.replace(/办事处$/, '')
  const whole = [province, city, county, town].join('')
  if (town) return { level: 'township', name: whole }
  if (county) return { level: 'county', name: whole }
  if (city) return { level: 'city', name: whole }
  return { level: 'province', name: whole }
}

/** Letters of a title on the cover, at most. */
const TITLE = 30

/** 区级部门预算: the level as the cover says it. A municipality's 市级 is a province's. */
export function printedLevel(words: string, { levels }: FieldLanguage['kinds']): AdministrativeLevel | null {
  const text = squash(words)
  // A title, no sentence of the duties on the next pages.
  if (text.length > TITLE || /[，。；、(（]/.test(text)) return null
  const found = levels.find(([pattern]) => pattern.test(text))?.[1] ?? null
  return found === 'city' && new RegExp(`^(${MUNICIPALITY})`).test(text) ? 'province' : found
}
