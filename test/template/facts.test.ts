/** Who, when and what kind: read from the content of a document, each with its place. */
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model.ts'
import { findEntity } from '../../src/template/around/captions.ts'
import { read } from '../forms/run.ts'
import { published, readPublished } from '../published.ts'

const SUMMARY = `
  | 收入 | < | 支出 | < |
  | 项目 | 金额 | 项目 | 金额 |
  | 一、财政拨款收入 | 10.00 | 一、一般公共服务支出 | 10.00 |
  | 收入总计 | 10.00 | 支出总计 | 10.00 |`

/** `kind year level administrative-level | entity | division | superior` */
function facts({ document }: Pick<Document, 'document'>): string {
  const value = (key: Exclude<keyof Document['document'], 'contents' | 'disclosures'>) => document[key]?.value ?? '-'
  const head = [value('kind'), value('fiscal_year'), value('level'), value('administrative_level')].join(' ')
  return [head, value('entity'), value('division'), value('superior')].join(' | ')
}

describe('covers', () => {
  it.each([
    [
      'a header over 单位名称 and what is divided beside it',
      `2026年某市某局部门预算
      部门收入总体情况表
      | 单位名称 | 财政拨款收入 | < | 其他收入 | < |
      | ^ | 2025年预算 | 2026年预算 | 2025年预算 | 2026年预算 |
      | ^ | 小计 | 小计 | 小计 | 小计 |
      | 某市某局本级 | 400.00 | 440.00 | 10.00 | 12.00 |
      | 合计 | 400.00 | 440.00 | 10.00 | 12.00 |`,
      'budget 2026 department county | 某市某局 | 某市 | -',
    ],
    [
      'a cover with the date of publication',
      `2024年度部门决算
      某省某市档案局
      2025年9月
      %%%
      收入支出决算总表
      部门：某省某市档案局 | 单位：万元${SUMMARY}`,
      'final-accounts 2024 department city | 某省某市档案局 | 某省某市 | -',
    ],
    [
      'tables before all else, and a year in the headings behind them alone',
      `收入支出决算总表
      部门：某省某市档案局 | 单位：万元${SUMMARY}
      %%%
      %%%
      %%%
      %%%
      第三部分 2024年度部门决算情况说明
      与2023年度部门决算相比`,
      'final-accounts 2024 - city | 某省某市档案局 | 某省某市 | -',
    ],
    [
      "a budget that speaks of last year's final accounts",
      `青云市水务局2026年部门预算
      2026年收支总体情况与2025年决算数比较，2024年度部门决算已经公开。
      部门收支总表
      编制单位：青云市水务局 | 单位：万元${SUMMARY}`,
      'budget 2026 department city | 青云市水务局 | 青云市 | -',
    ],
    [
      'a unit below a department',
      `某市2026年市级单位预算
      预算主管部门：某市水务局
      预算单位：某市水文中心
      %%%
      单位财务收支预算总表
      编制单位：某市水文中心 | 单位：万元${SUMMARY}`,
      'budget 2026 unit city | 某市水文中心 | 某市 | 某市水务局',
    ],
    [
      'a street office of a district',
      `某市青山区红旗街道办事处2023年度部门决算
      %%%
      收入支出决算总表
      部门名称：某市青山区红旗街道办事处 | 金额单位：万元${SUMMARY}`,
      'final-accounts 2023 department township | 某市青山区红旗街道办事处 | 某市青山区红旗街道 | -',
    ],
    [
      'a year in numerals, and a month that is none',
      `二〇二四年度青云市档案馆部门决算
      二○二五年九月
      %%%
      收入支出决算总表
      单位：万元${SUMMARY}`,
      'final-accounts 2024 department city | 青云市档案馆 | 青云市 | -',
    ],
    [
      'a committee of a party, on a line of its own',
      `中国共产党青云市委员会宣传部
      2025年部门预算公开
      %%%
      部门收支总表
      单位：元${SUMMARY}`,
      'budget 2025 department city | 中国共产党青云市委员会宣传部 | 青云市 | -',
    ],
    [
      'a school before what the document is',
      `2024年红旗县第一中学单位预算公开
      %%%
      收支总表
      单位：万元${SUMMARY}`,
      'budget 2024 unit county | 红旗县第一中学 | 红旗县 | -',
    ],
    [
      'a code before the name and a seal behind it',
      `2024年部门预算
      %%%
      收支预算总表
      编制部门：[101]青云市总工会（盖章） | 单位：万元${SUMMARY}`,
      'budget 2024 department city | 青云市总工会 | 青云市 | -',
    ],
    [
      'what an explanation is of, and a department without its units',
      `关于青云市司法局本级2026年预算的说明
      收支总表
      编制单位：青云市司法局（本级） | 单位：万元${SUMMARY}`,
      'budget 2026 unit city | 青云市司法局(本级) | 青云市 | -',
    ],
    [
      'the name behind 关于, where no table prints one',
      `关于青云市司法局2026年部门预算的说明
      收支总表
      单位：万元${SUMMARY}`,
      'budget 2026 department city | 青云市司法局 | 青云市 | -',
    ],
    [
      "a budget with more tables of last year's than of its own",
      `青云市档案馆2026年部门预算
      %%%
      2026年收支总表
      单位：万元${SUMMARY}
      %%%
      2025年“三公”经费执行情况表
      2025年 | 单位：万元
      | 项目 | 2025年预算数 | 2025年执行数 |
      | 合计 | 3.00 | 2.00 |
      | 公务接待费 | 3.00 | 2.00 |
      %%%
      2025年政府采购执行情况表
      2025年 | 单位：万元
      | 项目 | 金额 |
      | 货物 | 3.00 |`,
      'budget 2026 department city | 青云市档案馆 | 青云市 | -',
    ],
    [
      'the year of a cover alone, beside one that all is compared with',
      `2026年度部门预算
      收入预算10.00万元，较2025年预算增加1.00万元
      支出预算10.00万元，较2025年预算增加1.00万元
      收支总表
      | 收入 | < | 支出 | < |
      | 项目 | 预算数 | 项目 | 预算数 |
      | 一、一般公共预算拨款收入 | 10.00 | 一、一般公共服务支出 | 10.00 |
      | 收入总计 | 10.00 | 支出总计 | 10.00 |`,
      'budget 2026 department - | - | - | -',
    ],
    [
      'an area that is no division',
      `青云山国家级自然保护区管理局2023年度单位决算
      收入支出决算总表
      单位名称：青云山国家级自然保护区管理局 | 单位：万元${SUMMARY}`,
      'final-accounts 2023 unit - | 青云山国家级自然保护区管理局 | - | -',
    ],
  ])('%s', (_, form, expected) => {
    expect(facts(read(form))).toBe(expected)
  })
})

/** So many letters of a quote are looked for: a page's foot may stand between the lines of a sentence. */
const BEGINNING = 4
/** The form itself, which is of no entity. */
const BLANK = '附件2：部门决算模板.pdf'

describe.skipIf(published.length === 0)('published documents (skipped where ../shared is absent)', () => {
  it.each(published)('%s', async (file) => {
    const { document, texts } = await readPublished(file)
    const { kind, fiscal_year, entity, administrative_level } = document.document
    const name = basename(file)
    const year = /20\d\d/.exec(name)?.[0] ?? `20${/(\d\d)年/.exec(name)?.[1]}`
    expect(kind?.value).toBe(/决算/.test(name) ? 'final-accounts' : 'budget')
    if (name !== BLANK) expect(fiscal_year?.value).toBe(year)
    expect(entity?.value.length).toBeGreaterThanOrEqual(4)
    expect(administrative_level).not.toBeNull()
    const squash = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
    for (const [key, found] of Object.entries(document.document)) {
      if (!found || !('quote' in found)) continue
      // A sentence whose figure stands on this page may have begun on the one before.
      const printed = squash([found.page - 1, found.page].flatMap((page) => texts.get(page) ?? []).join(''))
      const onPage = key === 'entity' ? squash(found.value) : squash(found.quote).slice(0, BEGINNING)
      expect([key, printed.includes(onPage)]).toEqual([key, true])
    }
  })
})

it.each([
  ['单位：辆、台（套）', null],
  ['单位：平方米', null],
  ['单位：某市某局', '某市某局'],
  ['部门：市委', '市委'],
])('%s names %s', (text, name) => {
  expect(findEntity(text)).toBe(name)
})
