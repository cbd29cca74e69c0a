/** How tables are titled, numbered and announced. */
import type { Look } from './look.ts'
import type { Plan, Variation } from './plan.ts'
import type { Table } from './table.ts'
import { han } from './vocabulary.ts'

const titled = (word: (title: string, table: Table, plan: Plan) => string) => (plan: Plan) => {
  for (const table of plan.tables) table.title = word(bare(table), table, plan)
}

/** The title without the year and 部门 that budgets put before it. */
function bare(table: Table): string {
  return table.title.replace(/^\d{4}年部门/, '')
}

/** Names that other publishers use for the same table. */
const USUAL: Record<string, string> = {
  'income-expenditure-summary': '部门收支决算总表',
  'fiscal-appropriation-summary': '财政拨款收支决算总表',
  'general-public-expenditure': '一般公共预算支出决算表',
  'basic-expenditure': '一般公共预算财政拨款基本支出决算明细表',
  'three-public': '一般公共预算财政拨款“三公”经费支出决算表',
  'government-fund': '政府性基金收入支出决算表',
  'budget-income-expenditure-summary': '收支总表',
  'budget-income': '部门收入总表',
  'budget-expenditure': '部门支出总表',
  'budget-fiscal-appropriation-summary': '财政拨款收支总表',
  'budget-general-public-expenditure': '一般公共预算支出表',
  'budget-government-fund': '政府性基金预算支出表',
  'budget-state-capital': '国有资本经营预算支出表',
  'budget-basic-expenditure': '一般公共预算基本支出表',
  'budget-three-public': '一般公共预算“三公”经费支出表',
}

const look = (change: Partial<Look>) => (plan: Plan) => {
  Object.assign(plan.look, change)
}

const numbered = (number: (n: number, table: Table) => string) => (plan: Plan) => {
  plan.tables.forEach((table, i) => {
    table.number = number(Number(/\d+/.exec(table.number ?? '')?.[0] ?? i + 1), table)
  })
  if (plan.look.numberAt === 'none') plan.look.numberAt = 'above left'
}

export const captions: Variation[] = [
  {
    name: 'words of the title',
    of: 'plan',
    options: {
      'year before it': titled((title, t) => `${t.year}年度${title}`),
      'entity and year before it': titled((title, t) => `${t.entity}${t.year}年${title}`),
      'year and 部门': titled((title, t) => `${t.year}年部门${title}`),
      'usual other name': titled((title, t) => USUAL[t.id] ?? title),
      'spaced letters': titled((title) => [...title].join(' ')),
      'ordinal before it': titled(
        (title, _, plan) => `${han(plan.tables.findIndex((t) => bare(t) === title) + 1)}、${title}`,
      ),
    },
  },
  { name: 'title over two lines', of: 'plan', options: { 'two lines': look({ titleLines: 2 }) } },
  {
    name: 'place of the number',
    of: 'plan',
    options: {
      'above, left': look({ numberAt: 'above left' }),
      'above, right': look({ numberAt: 'above right' }),
      'before the title': look({ numberAt: 'before title' }),
      'beside the unit': look({ numberAt: 'with entity' }),
    },
  },
  {
    name: 'kind of number',
    of: 'plan',
    options: {
      公开01表: numbered((n) => `公开0${n}表`),
      '公开 01 表': numbered((n) => `公开 0${n} 表`),
      财决公开01表: numbered((n) => `财决公开0${n}表`),
      附表1: numbered((n) => `附表${n}`),
      表一: numbered((n) => `表${han(n)}`),
      预算01表: numbered((n) => `预算0${n}表`),
      'a number that another table has elsewhere': numbered((n) => `公开0${10 - n}表`),
    },
  },
  {
    name: 'line of the entity',
    of: 'plan',
    options: {
      none: look({ entityWords: null }),
      '部门名称：': look({ entityWords: '部门名称：' }),
      '编制单位：': look({ entityWords: '编制单位：' }),
      '公开部门:': look({ entityWords: '公开部门:' }),
      '单位名称：': look({ entityWords: '单位名称：' }),
    },
  },
  {
    name: 'place of the unit',
    of: 'plan',
    options: {
      'above the table, left': look({ unitAt: 'left' }),
      'in the line of the title': look({ unitAt: 'title' }),
      'below the title, in brackets': look({ unitAt: 'below title' }),
      'beside the entity': look({ unitAt: 'with entity' }),
      'in the headers': (plan) => {
        plan.look.unitAt = 'header'
        for (const table of plan.tables)
          for (const column of table.columns)
            if (column.role === 'value' && column.unit === undefined)
              column.header = column.header.with(-1, `${column.header.at(-1)}（${table.unit}）`)
      },
    },
  },
  {
    name: 'words of the unit',
    of: 'plan',
    options: {
      '金额单位：': look({ unitWords: '金额单位：' }),
      '单位:': look({ unitWords: '单位:' }),
      '单位：人民币': look({ unitWords: '单位：人民币' }),
    },
  },
  { name: 'captions in the frame', of: 'plan', options: { 'rows of the table': look({ inside: true }) } },
  {
    name: 'size of the title',
    of: 'plan',
    options: { 'as the text': look({ titleSize: 9 }), large: look({ titleSize: 22 }) },
  },
]
