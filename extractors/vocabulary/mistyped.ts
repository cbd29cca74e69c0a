/** Words as they are mistyped, by letters of the same sound or shape: none of them is a word of its own in these forms. */
export const mistyped: readonly (readonly [RegExp, string])[] = [
  [/拔款/, '拨款'],
  [/予算/, '预算'],
  [/收人(?!员|数)/, '收入'],
  [/支岀/, '支出'],
  [/帐户/, '账户'],
  [/公务接侍/, '公务接待'],
  [/结转节余/, '结转结余'],
  [/一般公用预算/, '一般公共预算'],
  [/国有资产经营(?=预算)/, '国有资本经营'],
]
