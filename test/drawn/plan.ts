/** A document to be drawn: its books, its tables, and every choice about their looks. */
import { type Accounts, makeAccounts, SMALL } from './accounts.ts'
import { budgetTables } from './budget.ts'
import { Dice } from './dice.ts'
import { finalAccountsTables } from './final-accounts.ts'
import { Flow, type Frame, LYING, UPRIGHT } from './flow.ts'
import { type Furniture, furnish, NO_FURNITURE } from './furniture.ts'
import { placeTable } from './layout.ts'
import { bind, type Leaves, ONE_LEAF } from './leaves.ts'
import { type Look, PLAIN_LOOK } from './look.ts'
import { type Mark, type Paper, PLAIN_PAPER, PLAIN_WRITING, toPdf, type Writing } from './pdf.ts'
import type { Table, TruthLine } from './table.ts'
import { variations } from './variations.ts'

export interface Plan {
  accounts: Accounts
  tables: Table[]
  look: Look
  writing: Writing
  paper: Paper
  furniture: Furniture
  /** Pages that stand on one. */
  leaves: Leaves
  /** The page that table `i` begins on, unless it stands below the one before. */
  frame: (table: Table, i: number) => Frame
  cover: boolean
  /** Running text stands above every table, on its page. */
  prose: boolean
  /** Tables follow each other without a new page. */
  together: boolean
  /** … and without room between them. */
  touching: boolean
  /** In which order the marks of a page are written. */
  order: (marks: readonly Mark[]) => Mark[]
}

/** One way in which documents differ: a name, and its options by name. */
export interface Variation {
  name: string
  /** What is changed: the books before the tables are made of them, a table made of them anew, or the plan with its tables. */
  of: 'accounts' | 'books' | 'plan'
  options: Record<string, (plan: Plan, dice: Dice) => void>
}

/** What makes a document: a seed for its books, and the options that were chosen. */
export interface Spec {
  seed: number
  choices: Record<string, string>
}

/** Share of the variations that one document has. */
const VARIED = 0.22

export function specOf(seed: number): Spec {
  const choices: Record<string, string> = {}
  for (const variation of variations) {
    const dice = new Dice(seed, `choose ${variation.name}`)
    if (dice.chance(VARIED)) choices[variation.name] = dice.pick(Object.keys(variation.options))
  }
  return { seed, choices }
}

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]

export interface DrawnDocument {
  bytes: Uint8Array
  truth: TruthLine[]
  plan: Plan
}

/** Tables that are not of the generator's own books, and the name of their document. */
export interface Drawable {
  tables: readonly Table[]
  name: string
}

export async function drawDocument({ seed, choices }: Spec, given?: Drawable): Promise<DrawnDocument> {
  const plan = makePlan(seed)
  apply('accounts', plan, seed, choices)
  const { accounts } = plan
  const all = given?.tables ?? (accounts.kind === 'budget' ? budgetTables(accounts) : finalAccountsTables(accounts))
  const dice = new Dice(seed, 'tables')
  plan.tables = structuredClone(dice.some(all, dice.int(1, 3)))
  if (!given) apply('books', plan, seed, choices)
  // Blanks before names say what belongs to what, as indents do.
  else if (isIndented(plan.tables)) plan.look.indent = 1
  apply('plan', plan, seed, choices)
  // Their names tell lines apart, and their documents say on the cover what they are.
  if (given) {
    plan.look.clipped = false
    plan.cover = true
  }
  // A cover of another size than the pages below it would have its number elsewhere.
  const flow = new Flow(plan.leaves.down > 1 ? LYING : UPRIGHT)
  const { entity, year, kind } = accounts
  const name = given?.name ?? `${entity}${year}年${kind === 'budget' ? '部门预算' : '度部门决算'}`
  if (plan.cover) {
    flow.y = 280
    flow.heading(name, 22)
  }
  for (const [i, table] of plan.tables.entries()) {
    const first = i === 0
    if (first && !plan.cover) flow.pages.pop()
    if (first || !plan.together) flow.turnPage(plan.frame(table, i))
    else if (!plan.touching) flow.y += 30
    if (plan.prose) flow.prose([`${entity}的有关情况如下，按照规定予以公开。`, '以下各表的数据取自单位账簿。'], 10)
    placeTable(flow, table, plan.look)
  }
  for (const page of flow.pages) page.marks = plan.order(page.marks)
  furnish(flow.pages, plan.furniture, name)
  const { pages, truth } = bind(flow.pages, flow.truth, plan.leaves)
  return { bytes: await toPdf(pages, name, plan.writing, plan.paper), truth, plan }
}

function isIndented(tables: readonly Table[]): boolean {
  return tables.some((t) =>
    t.rows.some((r) => Object.values(r.cells).some((c) => typeof c === 'string' && /^\s/.test(c))),
  )
}

function makePlan(seed: number): Plan {
  const dice = new Dice(seed, 'plan')
  const kind = dice.pick(['final-accounts', 'budget'] as const)
  return {
    accounts: makeAccounts(seed, kind, dice.pick(YEARS), SMALL),
    tables: [],
    look: {
      ...PLAIN_LOOK,
      entityWords: '编制部门：',
      numbers: { ...PLAIN_LOOK.numbers },
      over: { ...PLAIN_LOOK.over },
    },
    writing: { ...PLAIN_WRITING },
    paper: { ...PLAIN_PAPER },
    furniture: { ...NO_FURNITURE },
    leaves: ONE_LEAF,
    frame: (table) => (table.columns.length > 5 ? LYING : UPRIGHT),
    cover: true,
    prose: false,
    together: false,
    touching: false,
    order: (marks) => [...marks],
  }
}

function apply(of: Variation['of'], plan: Plan, seed: number, choices: Spec['choices']): void {
  for (const variation of variations) {
    const choice = choices[variation.name]
    if (variation.of !== of || choice === undefined) continue
    const option = variation.options[choice]
    if (!option) throw new Error(`${variation.name} has no option ${choice}`)
    option(plan, new Dice(seed, variation.name))
  }
}
