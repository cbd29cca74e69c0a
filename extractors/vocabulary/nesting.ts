/** What the words of a line say of the lines above and below it. */
import type { FieldLanguage } from '../../src/template/define.ts'

export const nesting: FieldLanguage['lines'] = {
  closing: /合计|总计|[收支][入出]总额/,
  carried: /结转|结余|弥补|使用(?!权)|动用/,
  balance: /结转|结余/,
  parts: [
    // Another 其中 stands beside the first, and nothing is among a total.
    { line: /^其中/, of: /^(?!其中)(?!.*(合计|总计|[收支][入出]总额))/ },
    { line: /^(提取(职工福利|专用)基金|转入(事业|专用)基金|[交缴]纳(企业)?所得税)/, of: /^结余分配/ },
    { line: /^(基本支出结转|项目支出结转|经营结余)/, of: /^年[初末].*结转和结余$/ },
    // The three funds are what 财政拨款 is.
    { line: /^(一般公共预算|政府性基金|国有资本经营)/, of: /^财政拨款/ },
  ],
}
