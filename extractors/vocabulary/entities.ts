/** How names of departments and units are told from other words. */
import type { FieldLanguage } from '../../src/template/language.ts'

const ENDS =
  '局|委员会|委|厅|办公室|办事处|办|院|部|中心|学校|大学|中学|小学|幼儿园|协会|政府|站|馆|所|队|会|台|社|公司|党校|园'

export const entities: FieldLanguage['entities'] = {
  // 某市水务局2024年度, 某中学单位决算.
  beforeKind: new RegExp(`^(.{2,30}?(?:${ENDS}))(?:20\\d\\d年|20\\d\\d|部门|单位|年度)`),
  // Shorter endings may be anything on a line of their own.
  alone:
    /(局|委员会|厅|办公室|办事处|法院|检察院|中心|(宣传|组织|统战|政法|武装|工作)部|总工会|联合会|联合社|合作社|红十字会|电视台|大学|学院|中学|小学|幼儿园|图书馆|博物馆|档案馆|文化馆|医院|人民政府)$/,
  label: /^(部门|单位|编制单位|填报单位)名称[:：]?$/,
  own: /本级\)?$/,
}
