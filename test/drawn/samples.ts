/**
 * The two drawn samples: whole documents with cover, contents, prose and tables, always the same bytes.
 * `node test/drawn/samples.ts` writes them to samples/, and their truth to test/truth/.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Accounts, FULL, makeAccounts } from './accounts.ts'
import { budgetTables } from './budget.ts'
import { finalAccountsTables } from './final-accounts.ts'
import { Flow, LYING, UPRIGHT } from './flow.ts'
import { placeTable } from './layout.ts'
import { type Look, PLAIN_LOOK } from './look.ts'
import { type Chapter, narrative } from './narrative.ts'
import { explanation, otherMatters } from './narrative-budget.ts'
import { PLAIN_WRITING, toPdf } from './pdf.ts'
import { PLAIN } from './print.ts'
import type { Table, TruthLine } from './table.ts'

export interface Sample {
  name: string
  bytes: Uint8Array
  truth: TruthLine[]
}

const SEEDS = { accounts: 20_241_124, budget: 20_260_115 }
const TEXT = 11

export async function drawSamples(): Promise<Sample[]> {
  return [
    await drawFinalAccounts(makeAccounts(SEEDS.accounts, 'final-accounts', 2024, FULL)),
    await drawBudget(makeAccounts(SEEDS.budget, 'budget', 2026, FULL)),
  ]
}

async function drawFinalAccounts(accounts: Accounts): Promise<Sample> {
  const { entity, year } = accounts
  const tables = finalAccountsTables(accounts)
  const chapters = narrative(accounts)
  const parts = [
    `第一部分 ${entity}概况`,
    `第二部分 ${entity}${year}年度部门决算表`,
    `第三部分 ${entity}${year}年度部门决算情况说明`,
    '第四部分 名词解释',
  ]
  const flow = new Flow(UPRIGHT)
  cover(flow, [entity, `${year}年度部门决算`])
  contents(flow, [
    parts[0]!,
    '　　一、主要职能',
    '　　二、部门决算单位构成',
    parts[1]!,
    ...tables.map((t, i) => `　　${'一二三四五六七八九'[i]}、${t.title}`),
    parts[2]!,
    ...chapters.map((c) => `　　${c.heading}`),
    parts[3]!,
  ])
  flow.turnPage()
  flow.heading(parts[0]!, 14)
  flow.prose(
    [
      '一、主要职能',
      `${entity}是虚构的部门，本文件由程序生成，用于测试。`,
      '（一）贯彻执行有关法律法规，拟订本区相关工作的规划和年度计划。',
      '（二）承担本领域日常管理和服务工作。',
      '二、部门决算单位构成',
      `从预算单位构成看，${entity}部门决算包括：${entity}本级决算，共1家行政单位。`,
    ],
    TEXT,
  )
  const look: Look = { ...PLAIN_LOOK, repeatHeader: false, numberAt: 'above right', size: 9.5, labelAlign: 'left' }
  for (const table of tables)
    place(flow, table, { ...look, numbers: { ...PLAIN, thousands: table.columns.length < 8 ? ',' : '' } })
  flow.turnPage(UPRIGHT)
  flow.heading(parts[2]!, 14)
  for (const chapter of chapters) write(flow, chapter)
  flow.turnPage()
  flow.heading(parts[3]!, 14)
  flow.prose(
    [
      '一、财政拨款收入：指本年度从本级财政部门取得的资金。',
      '二、基本支出：指为维持机构运转和完成日常任务发生的支出。',
      '三、项目支出：指在基本支出之外为完成特定任务发生的支出。',
    ],
    TEXT,
  )
  return finish(flow, 'drawn-final-accounts-2024', `${entity}${year}年度部门决算`)
}

async function drawBudget(accounts: Accounts): Promise<Sample> {
  const { entity, year } = accounts
  const tables = budgetTables(accounts)
  const flow = new Flow(LYING)
  cover(flow, [`${year}年区级部门预算`, `预算主管部门：${entity}`])
  const dotted = (text: string) => `${text} ${'…'.repeat(30)}`
  contents(flow, [
    ...['一、部门主要职能', '二、部门机构设置', '三、名词解释', '四、部门预算编制说明', '五、部门预算表'].map(dotted),
    ...tables.map((t, i) => dotted(`　　${i + 1}. ${t.title}`)),
    dotted('六、其他相关情况说明'),
  ])
  const chapters: Chapter[] = [
    {
      heading: `${entity}主要职能`,
      paragraphs: [`${entity}是虚构的部门，本文件由程序生成，用于测试。`, '（一）拟订并组织实施本领域的工作计划。'],
    },
    { heading: `${entity}机构设置`, paragraphs: [`${entity}部门预算是包括本部在内的综合收支计划，共有行政单位1家。`] },
    {
      heading: '名词解释',
      paragraphs: [
        '（一）财政拨款收入：指本年度从本级财政部门取得的资金。',
        '（二）基本支出预算：指保障机构运转的年度支出计划。',
      ],
    },
    { heading: `${year}年部门预算编制说明`, paragraphs: explanation(accounts) },
  ]
  for (const { heading, paragraphs } of chapters) {
    flow.turnPage()
    flow.heading(heading, 15)
    flow.prose(paragraphs, TEXT)
  }
  const look: Look = { ...PLAIN_LOOK, repeatHeader: false, entityWords: '编制部门：', size: 9.5, padY: 5 }
  for (const table of tables) {
    const zero = table.unit === '万元' ? '0' : '0.00'
    const thousands = table.id.endsWith('summary') ? ',' : ''
    const places = table.id === 'budget-basic-expenditure' ? 'short' : 'two'
    place(flow, table, { ...look, numbers: { ...PLAIN, zero, thousands, places } })
  }
  flow.turnPage()
  flow.heading('其他相关情况说明', 15)
  flow.prose(otherMatters(accounts), TEXT)
  return finish(flow, 'drawn-budget-2026', `${entity}${year}年部门预算`)
}

function cover(flow: Flow, lines: readonly string[]): void {
  flow.y = flow.frame.height * 0.32
  for (const line of lines) flow.heading(line, 24)
}

function contents(flow: Flow, entries: readonly string[]): void {
  flow.turnPage()
  flow.heading('目　录', 16)
  for (const entry of entries) {
    if (flow.room < TEXT * 1.9) flow.turnPage()
    flow.line(entry, flow.left, flow.y + TEXT, TEXT, 'left')
    flow.y += TEXT * 1.9
  }
}

function write(flow: Flow, { heading, paragraphs }: Chapter): void {
  flow.prose([heading, ...paragraphs], TEXT)
}

/** Narrow tables stand on upright pages, the others lie. */
function place(flow: Flow, table: Table, look: Look): void {
  flow.turnPage(table.unit === '万元' && table.columns.length === 4 && table.id.includes('summary') ? UPRIGHT : LYING)
  placeTable(flow, table, look)
}

async function finish(flow: Flow, name: string, title: string): Promise<Sample> {
  flow.pages.forEach((page, i) => {
    if (i > 0)
      page.marks.push({ kind: 'text', text: `- ${i + 1} -`, x: page.width / 2 - 8, y: page.height - 28, size: 8 })
  })
  return { name, bytes: await toPdf(flow.pages, title, { ...PLAIN_WRITING, reproducible: true }), truth: flow.truth }
}

export function truthCsv(truth: readonly TruthLine[]): string {
  const columns = ['table', 'row', 'column', 'value', 'page'] as const
  return `${[columns.join(','), ...truth.map((t) => columns.map((c) => t[c]).join(','))].join('\n')}\n`
}

if (import.meta.main) {
  const root = new URL('../..', import.meta.url).pathname
  for (const { name, bytes, truth } of await drawSamples()) {
    writeFileSync(join(root, 'samples', `${name}.pdf`), bytes)
    writeFileSync(join(root, 'test/truth', `${name}.csv`), truthCsv(truth))
    console.log(`${name}: ${bytes.length} bytes, ${truth.length} cells`)
  }
}
