/** What the words of a line say of the lines above and below it. */
import type { FieldLanguage } from '../../src/template/language.ts'

/** The funds in the words of any year. */
const FUNDS = [/^(一般)?公共(财政)?预算|^一般预算(?!外)/, /^政府(性)?基金|^基金预算/, /^国有资本经营|^国资(经营)?预算/]

export const nesting: FieldLanguage['lines'] = {
  closing: /合计|总计|[收支][入出]总额/,
  whole: /^本年(收入|支出)$/,
  carried: /结转|结余|弥补|使用(?!权)|动用/,
  balance: /结转|结余/,
  alike: FUNDS,
  part: /^其中[:：]?/,
  unnumbered: /合计|总计|小计|结转|结余|弥补|使用|动用|分配|拨款|收入/,
  parts: [
    // Another 其中 stands beside the first, and nothing is among a total.
    { line: /^其中/, of: /^(?!其中)(?!.*(合计|总计|[收支][入出]总额))/ },
    { line: /^(提取(职工福利|专用)基金|转入(事业|专用)基金|[交缴]纳(企业)?所得税)/, of: /^结余分配/ },
    { line: /^(基本支出结转|项目支出结转|经营结余)/, of: /^(年[初末终]|上年).*结[转余]$/ },
    // What basic expenditure is by definition, also where it alone is counted: 一、基本支出 over 人员经费.
    {
      line: /^(人员(经费|支出)|(日常)?公用(经费|支出)|工资福利支出|商品和服务支出|对个人和家庭(的)?补助)/,
      of: /基本支出$/,
    },
    // What a unit has of its own is what it earns and is given.
    {
      line: /^(事业收入|(事业(单位)?)?经营收入|上级补助收入|附属单位上缴收入|其他收入)/,
      of: /(单位(自有|其他)?|其他)资金(收入)?$/,
    },
    // The three funds are what 财政拨款 is.
    { line: new RegExp(FUNDS.map((fund) => fund.source).join('|')), of: /^财政拨款/ },
  ],
}
