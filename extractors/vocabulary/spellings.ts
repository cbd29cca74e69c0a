/** Headers that publishers word otherwise and that mean the same wherever they stand. */
import type { FieldLanguage } from '../../src/template/define.ts'

/** How changes are called, and what they are given in. */
const CHANGED = '(增减|增长|变化|变动|增减变化|增减变动)'
const RATE = '(率|比例|比率|幅度|百分比)'

export const spellings: FieldLanguage['spellings'] = {
  any: [
    [/^(共计|总合计|合计数|合计金额|金额合计|总计金额)$/, '合计'],
    [/^小计(数|金额)$/, '小计'],
    [/^(本|当)年度(?=.)/, '$1年'],
    [/^事业收入(资金|预算)$/, '事业收入'],
    [/^财政拨款(资金|补助|\(补助\))$/, '财政拨款'],
    [/^政府采购(?=(品目|目录|品目名称|目录名称|方式|组织形式|金额|数量|项目名称)$)/, '采购'],
    [/^预算项目名称$/, '项目名称'],
    [/数量\(.*\)$/, '数量'],
    [new RegExp(`^${CHANGED}(额|金额|数额|数)$`), '增减额'],
    [new RegExp(`^${CHANGED}(${RATE}(\\(%\\)|%)?|\\(%\\)|%)$`), '增减率'],
  ],
  budget: [
    [/^(基本|项目)支出(预算|预算数|预算金额|小计|合计|金额)$/, '$1支出'],
    // The words of the accounts of institutions since 2019: what comes in is 预算收入.
    [/^(事业|经营|上级补助|附属单位上缴|非同级财政拨款|其他)预算收入/, '$1收入'],
  ],
  'final-accounts': [
    [/^(基本|项目)支出(决算|决算数|小计|合计|金额)$/, '$1支出'],
    [/^年初(部门|单位)预算/, '年初预算'],
    [/^本年决算(数|金额)?$/, '决算数'],
  ],
  below: [/^总计$/, '合计'],
}
