/** How titles of tables are worded and numbered, whatever the table: what may be left of a title and mean the same. */
import type { FieldLanguage } from '../../src/template/language.ts'
import { mistyped } from './mistyped.ts'

/** Words that every publisher adds or leaves out. */
const FILLER = [
  '[一二三]级预算单位|预算单位|部门预算|部门决算|单位预算|单位决算',
  '各单位|分(?:单位|部门|科目)|本部门|本单位|部门|单位(?!资金)|本级',
  '年初|年度|本年度|本年|当年|(?<!单位)资金',
  '情况|总体|明细|汇总|公开|分类|科目|按|功能|经济',
  '预算|决算|财决|安排的|安排|综合|草案|批复|公示',
  '总表|总计(?=表)|统计|计划(?=表)|报表|一览|表|数|总',
].join('|')

const DIGITS = '(\\d{1,3}|[一二三四五六七八九十]{1,3}(?!般|览))([-.]\\d+)?'
/** 2 收入总表, Ⅱ 收入总表, 【2】收入总表, No.2收入总表, 26年收入总表: what counts only where the rest is the whole of a title. */
const BARE = '[(\\[【]?(No)?(\\d{1,2}年?|[IVX]{1,4}|[A-Z]|[一二三四五六七八九十]{1,3})[)\\]】]?'
const WHOSE = '(附件?|公开|预算|决算|财[预决]|部?[预决]|批复|政府|样|[省市区县]级|部门|单位|续|第)*'
/** What a number of a table may look like before its title; a bare one counts only with the mark that sets it off. */
const NUMBER = [
  'Z?0\\d[、.．:：]?(?=\\p{Script=Han})',
  '\\d{1,2}-\\d{1,2}(?=\\p{Script=Han})',
  '[IVX]{1,4}[、.．]',
  '[A-Z]{1,3}-?\\d{1,2}(-\\d+)?[、.．:：]?(?=\\p{Script=Han})',
  `${WHOSE}(报?表格?|附表|附件|图表?)?${DIGITS}(表(?!\\d)|号)[:：、.．\\-—]?`,
  `${WHOSE}(报?表格?|附表?|附件|公开|预算|决算|图表?)${DIGITS}[:：、.．\\-—]?((?=(19|20)\\d\\d年)|(?![\\d年]))`,
].join('|')

/** How the name of an entity ends. */
const ENTITY_ENDS = [
  '局|委|厅|办|院|部|会|中心|市|区|县|省|处|所|站|校|学|园|馆|队|社|团|台|室|镇|乡|道|司|关|库|公室|总队|支队',
  '机关|单位|部门|医院|集团|府|联|协|人大|场|狱|盟|党|民革|民建|民进|基地|公司|厂|组',
].join('|')

export const titles: FieldLanguage['titles'] = {
  filler: new RegExp(FILLER, 'g'),
  fillerBehind: /政府$/,
  // 公开01表, 预算表12, 附表二：, 表3-1.
  number: new RegExp(`^[\\[【]?(${NUMBER})[\\]】]?(?=.)`, 'u'),
  bareNumber: new RegExp(`^${BARE}$`),
  numberBehind: [
    // 部门收支总表2, 部门收支总表-表2.
    /(?<=表)[-—]?(表\d{1,2}|\d{1,2})$/,
    // 一般公共预算支出表-5.
    /(?<=表)[-—－](\d{1,2}|[一二三四五六七八九十]{1,3})$/,
    // 部门收支总表—某局机关.
    new RegExp(`(?<=表)[-—]+[^-—]{2,}(${ENTITY_ENDS})$`),
    // 部门政府采购预算 预算公开表11.
    /(?<=.{4})(预算|决算|财决|部门|单位)?公开(表\d{1,2}(-\d+)?|\d{1,2}(-\d+)?表)$/,
  ],
  unit: /[(（]?(金额)?单位[:：].*$/,
  same: [
    ...mistyped,
    // 市级部门, 市本级, 市直: whose budget it is; behind the name of a place its end (福州市级部门).
    [/^([省市区县])(本级|级|直)(部门|单位|机关)?/, ''],
    [/([省市区县])(本级|级|直)(部门|单位|机关)?/g, '$1'],
    // What the general public budget was called until 2017.
    [/(?<!一般)公共(财政)?预算|(?<!一般)公共财政(?=拨款)/g, '一般公共预算'],
    [/(?<!政府性|保险|保障|社保)基金预算/g, '政府性基金预算'],
    [/国资(经营)?预算/g, '国有资本经营预算'],
    // 一般公共预算财政拨款支出 and 一般公共预算支出 are one thing: only fiscal money goes through these budgets.
    [/(一般公共预算|政府性基金预算|政府性基金|国有资本经营预算|国有资本经营)(当年|本年|年初)?(财政)?拨款/g, '$1'],
    [/收入[、与和及]?支出/g, '收支'],
    [/财政性?资金(?!专户)/g, '财政拨款'],
    // Yunnan: what the level itself pays.
    [/(?<=一般公共预算)本级财力(安排)?(?=支出)/, ''],
  ],
  otherwise: /[收支入出上下本前后初末非不未无]/,
  entityEnd: new RegExp(`(${ENTITY_ENDS})$`),
  table: '表',
  ends: /(表|一览|明细|情况)([(（].*[)）])?$/,
  numberAlone: /^((财决|附|部门|公开|预算|决算)*表?\d{1,2}(-\d+)?表?|公开\d{3}表)$/,
  classifications: { functional: /功能(分类|科目)/, economic: /经济(分类|科目)/ },
}
