/** Headers that tell one column from another, and those that do not. */

/** Headers over columns that say no more than that these are the form's own figures, or what changed since last year's. */
const FIGURES = '(部门|单位|财政拨款|资金)?(收入|支出|来源|项目|预算|决算|执行|拨款)*(数|金额|安排|情况|合计)?'
const NEUTRAL = new RegExp(
  `^(?!.*项目支出)(本年|当年|全年|年初(?=预算))?度?${FIGURES}([比较](上年)?${FIGURES}(增减)?)?$`,
)

/** 与上年对比 over what changed. */
const COMPARED = /^[与同和较比](上年|去年)(预算|决算|执行)?数?(对比|比较|相比|增减(变化)?)?(情况)?$/

export const TOTAL = /^(合计|小计|总计|共计|总额)$/
const YEAR = /^(上年|前年|20\d\d年)/

/** Whether a header says no more than that the form's own figures stand below it, or those of a year. */
export function isNeutral(word: string): boolean {
  return NEUTRAL.test(word.replace(YEAR, '')) || TOTAL.test(word)
}

/** Whether a header says nothing of what stands below it. */
export function saysNothing(word: string, own: readonly string[]): boolean {
  return COMPARED.test(word) || NEUTRAL.test(own.reduce((text, fund) => text.replace(fund, ''), word))
}

/** Of the year before 预算数 and 执行数 are two figures. */
export function isPlain(word: string): boolean {
  return isNeutral(word) && !YEAR.test(word)
}
