/** The words of the report itself, in both languages. */
import type { Severity, Table } from '../../model.ts'
import type { Open } from '../coverage.ts'

export type Language = 'zh' | 'en'

interface Words {
  html: string
  heading: string
  kind: Record<string, string>
  severity: Record<Severity, string>
  findings: string
  clean: string
  tables: string
  checks: string
  page: (n: number | string) => string
  pages: (text: string) => string
  pageCount: (n: number) => string
  tiles: { tables: string; amounts: string; proved: string; checks: string; findings: string }
  inProse: string
  inTables: string
  printed: string
  computed: string
  difference: string
  rounding: string
  expected: string
  blank: string
  /** Columns of performance forms by their ids. */
  performance: Record<string, string>
  columns: { table: string; pages: string; unit: string; state: string; rows: string; amounts: string; proved: string }
  state: Record<Table['state'], string>
  open: string
  why: Record<Open, string>
  more: (n: number) => string
  checkColumns: { rule: string; holds: string; rounding: string; violated: string; usual: string }
  about: string[]
}

export const WORDS: Record<Language, Words> = {
  zh: {
    html: 'zh-CN',
    heading: '公开材料核对报告',
    kind: { 'final-accounts': '决算', budget: '预算' },
    severity: { error: '错误', warning: '警示', note: '提示' },
    findings: '需要核对的问题',
    clean: '没有发现问题：所有勾稽关系成立，正文与表一致。',
    tables: '各表一览',
    checks: '核对过的关系',
    page: (n) => `第${n}页`,
    pages: (text) => `第${text}页`,
    pageCount: (n) => `共${n}页`,
    tiles: { tables: '张表', amounts: '个金额', proved: '已由勾稽证明', checks: '项关系核对', findings: '个问题' },
    inProse: '正文',
    inTables: '表内数字',
    printed: '印为',
    computed: '计算为',
    difference: '相差',
    rounding: '四舍五入可解释',
    expected: '应为',
    blank: '（空白）',
    performance: {
      initial_budget: '年初预算数',
      adjusted_budget: '全年预算数',
      executed: '全年执行数',
      balance: '资金结余',
      rate: '执行率',
      weight: '分值',
      score: '得分',
      target: '目标值',
      actual: '实际完成值',
    },
    columns: { table: '表', pages: '页', unit: '单位', state: '状态', rows: '行', amounts: '金额', proved: '已证明' },
    state: { data: '有数据', empty: '空表', missing: '缺失' },
    open: '未能证明的金额',
    why: {
      uncovered: '没有勾稽关系涉及',
      weak: '相关项目过多，四舍五入可能掩盖一位数字',
      contradicted: '所涉关系不成立',
      unsure: '识读不确定',
    },
    more: (n) => `另有${n}个`,
    checkColumns: { rule: '关系', holds: '成立', rounding: '尾差', violated: '不成立', usual: '惯例不符' },
    about: [
      '“已证明”指至少一项勾稽关系成立，且该数任何一位（末位除外）有误都会使它不成立。',
      '差额在各项四舍五入所能解释的范围内的为尾差，不算问题。“惯例不符”指通常相等、但按规定不必相等的数字。',
      '本报告由 juesuan 自动生成。每个数字都注明页码，请以原件为准核对。',
    ],
  },
  en: {
    html: 'en',
    heading: 'Report on a disclosure',
    kind: { 'final-accounts': 'final accounts', budget: 'budget' },
    severity: { error: 'error', warning: 'warning', note: 'note' },
    findings: 'What a person should look at',
    clean: 'Nothing: every identity holds, and the prose agrees with the tables.',
    tables: 'Tables',
    checks: 'What was checked',
    page: (n) => `page ${n}`,
    pages: (text) => `pages ${text}`,
    pageCount: (n) => `${n} pages`,
    tiles: { tables: 'tables', amounts: 'amounts', proved: 'proved', checks: 'checks', findings: 'findings' },
    inProse: 'Prose',
    inTables: 'Tables',
    printed: 'printed',
    computed: 'computed',
    difference: 'difference',
    rounding: 'rounding explains',
    expected: 'would have to be',
    blank: '(blank)',
    performance: {},
    columns: {
      table: 'table',
      pages: 'pages',
      unit: 'unit',
      state: 'state',
      rows: 'rows',
      amounts: 'amounts',
      proved: 'proved',
    },
    state: { data: 'data', empty: 'empty', missing: 'missing' },
    open: 'Amounts that are not proved',
    why: {
      uncovered: 'no identity covers it',
      weak: 'too many terms: rounding could hide a changed digit',
      contradicted: 'an identity that covers it fails',
      unsure: 'the reading is unsure',
    },
    more: (n) => `${n} more`,
    checkColumns: { rule: 'rule', holds: 'hold', rounding: 'rounding', violated: 'violated', usual: 'usual ones not' },
    about: [
      'Proved: at least one identity holds that a change of any digit but the last would break.',
      'A difference that rounding of the terms explains is no finding. Usual ones: figures that are equal by custom and need not be.',
      'Made by juesuan. Every figure has its page: compare with the original.',
    ],
  },
}
