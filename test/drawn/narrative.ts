/** Part three of final accounts: what the prose says of the tables, figure by figure. */
import * as books from './accounts.ts'
import { Dice } from './dice.ts'
import { PLAIN, printMoney } from './print.ts'
import { threePublicAmounts } from './three-public.ts'
import { ECONOMIC, FUNCTIONS } from './vocabulary.ts'

type Accounts = books.Accounts

export interface Chapter {
  heading: string
  paragraphs: string[]
}

export function wan(fen: number): string {
  return `${printMoney(fen, '万元', PLAIN).text}万元`
}

export function percent(part: number, whole: number): string {
  return `${whole === 0 ? '0.00' : ((part / whole) * 100).toFixed(2)}%`
}

/** An amount of another year near this one, a whole number of hundredths of 万元. */
export function earlier(dice: Dice, fen: number): number {
  return Math.round((fen * dice.int(85, 115)) / 100 / 10_000) * 10_000
}

/** 增加12.30万元，增长4.56%, or 持平. */
export function change(now: number, before: number): string {
  const rounded = Math.round(now / 10_000) * 10_000
  if (rounded === before) return '持平'
  const [more, rate] = rounded > before ? ['增加', '增长'] : ['减少', '下降']
  const difference = Math.abs(rounded - before)
  return `${more}${wan(difference)}，${rate}${percent(difference, before)}`
}

const REASONS = ['人员变动', '项目进度安排', '压减一般性支出', '业务量变化', '设备更新']

export function narrative(accounts: Accounts): Chapter[] {
  const dice = new Dice(accounts.year, 'narrative')
  return [
    general(accounts, dice),
    incomeChapter(accounts),
    expenditureChapter(accounts),
    fiscal(accounts, dice),
    generalPublic(accounts, dice),
    basic(accounts),
    threePublic(accounts, dice),
    fund(accounts, '八', '政府性基金预算', 'government_fund'),
    fund(accounts, '九', '国有资本经营预算', 'state_capital'),
    performance(accounts, dice),
    other(accounts, dice),
  ]
}

function general(accounts: Accounts, dice: Dice): Chapter {
  const total = books.incomeOn(accounts, '', books.ALL_FUNDS) + books.sum(Object.values(accounts.opening))
  const { entity, year } = accounts
  return {
    heading: '一、收入支出决算总体情况说明',
    paragraphs: [
      `${entity}${year}年度收入支出总计${wan(total)}。与${year - 1}年度相比，收入支出总计${change(total, earlier(dice, total))}。主要原因：${dice.pick(REASONS)}。`,
    ],
  }
}

function incomeChapter(accounts: Accounts): Chapter {
  const total = books.incomeOn(accounts, '', books.ALL_FUNDS)
  const fiscal = books.incomeOn(accounts, '', books.FISCAL)
  const own = books.incomeOn(accounts, '', ['own'])
  return {
    heading: '二、收入决算情况说明',
    paragraphs: [
      `本年收入合计${wan(total)}，其中：财政拨款收入${wan(fiscal)}，占${percent(fiscal, total)}；其他收入${wan(own)}，占${percent(own, total)}。`,
    ],
  }
}

function expenditureChapter(accounts: Accounts): Chapter {
  const total = books.totalOn(accounts, '', books.ALL_FUNDS)
  const basic = books.spentOn(accounts, '', books.ALL_FUNDS, 'basic')
  const project = books.spentOn(accounts, '', books.ALL_FUNDS, 'project')
  return {
    heading: '三、支出决算情况说明',
    paragraphs: [
      `本年支出合计${wan(total)}，其中：基本支出${wan(basic)}，占${percent(basic, total)}；项目支出${wan(project)}，占${percent(project, total)}。`,
    ],
  }
}

function fiscal(accounts: Accounts, dice: Dice): Chapter {
  const opened = books.sum(books.FISCAL.map((f) => accounts.opening[f]))
  const total = books.incomeOn(accounts, '', books.FISCAL) + opened
  const { entity, year } = accounts
  return {
    heading: '四、财政拨款收入支出决算总体情况说明',
    paragraphs: [
      `${entity}${year}年度财政拨款收入支出总计${wan(total)}。与${year - 1}年度相比，财政拨款收入支出总计${change(total, earlier(dice, total))}。主要原因：${dice.pick(REASONS)}。`,
    ],
  }
}

function generalPublic(accounts: Accounts, dice: Dice): Chapter {
  const { year } = accounts
  const total = books.totalOn(accounts, '', ['general_public'])
  const all = books.totalOn(accounts, '', books.ALL_FUNDS)
  const codes = books.codeLines(accounts, ['general_public'])
  const classes = codes.filter((c) => c.length === 3)
  const items = codes
    .filter((c) => c.length === 7)
    .map((code) => {
      const spent = books.totalOn(accounts, code, ['general_public'])
      const exact = Math.round(spent / 10_000) * 10_000
      return { code, spent, planned: dice.chance(0.3) ? exact : earlier(dice, spent) }
    })
  const planned = books.sum(items.map((i) => i.planned))
  const against = (spent: number, plan: number) => {
    const rounded = Math.round(spent / 10_000) * 10_000
    if (rounded === plan) return '决算数与预算数持平。'
    return `决算数${rounded < plan ? '小于' : '大于'}预算数的主要原因：${dice.pick(REASONS)}。`
  }
  const shares = classes.map((code) => {
    const spent = books.totalOn(accounts, code, ['general_public'])
    return `${FUNCTIONS[code]}（类）${wan(spent)}，占${percent(spent, total)}`
  })
  return {
    heading: '五、一般公共预算财政拨款支出决算情况说明',
    paragraphs: [
      '（一）一般公共预算财政拨款支出决算总体情况',
      `一般公共预算财政拨款支出${wan(total)}，占本年支出合计的${percent(total, all)}。与${year - 1}年度相比，一般公共预算财政拨款支出${change(total, earlier(dice, total))}。主要原因：${dice.pick(REASONS)}。`,
      '（二）一般公共预算财政拨款支出决算结构情况',
      `一般公共预算财政拨款支出${wan(total)}，主要用于以下方面：${shares.join('；')}。`,
      '（三）一般公共预算财政拨款支出决算具体情况',
      `一般公共预算财政拨款支出年初预算为${wan(planned)}，支出决算为${wan(total)}，完成年初预算的${percent(total, planned)}。${against(total, planned)}其中：`,
      ...items.map(
        ({ code, spent, planned: plan }, i) =>
          `${i + 1}、${FUNCTIONS[code.slice(0, 3)]}（类）${FUNCTIONS[code.slice(0, 5)]}（款）${FUNCTIONS[code]}（项）。年初预算为${wan(plan)}，支出决算为${wan(spent)}。${against(spent, plan)}`,
      ),
    ],
  }
}

function basic(accounts: Accounts): Chapter {
  const names = (classes: readonly string[]) =>
    accounts.economic
      .filter((e) => classes.includes(e.code.slice(0, 3)))
      .map((e) => ECONOMIC[e.code])
      .join('、')
  const total = books.spentOn(accounts, '', ['general_public'], 'basic')
  return {
    heading: '六、一般公共预算财政拨款基本支出决算情况说明',
    paragraphs: [
      `一般公共预算财政拨款基本支出${wan(total)}。其中：人员经费${wan(books.economicOfClasses(accounts, books.PERSONNEL))}，主要包括：${names(books.PERSONNEL)}；公用经费${wan(books.economicOfClasses(accounts, books.OTHER_CLASSES))}，主要包括：${names(books.OTHER_CLASSES)}。`,
    ],
  }
}

const ITEMS = { outbound: '因公出国（境）费', vehicle: '公务用车购置及运行维护费', reception: '公务接待费' }

function threePublic(accounts: Accounts, dice: Dice): Chapter {
  const { year } = accounts
  const planned = threePublicAmounts(accounts.planned)
  const spent = threePublicAmounts(accounts.spent)
  const rate = (id: string) => percent(spent[id]!, planned[id]!)
  const items = Object.entries(ITEMS).map(([id, name]) => `${name}支出决算为${wan(spent[id]!)}，完成预算的${rate(id)}`)
  const compared = Object.entries(ITEMS).map(
    ([id, name]) => `${name}支出决算${change(spent[id]!, earlier(dice, spent[id]!))}`,
  )
  const [groups, people] = spent.outbound! > 0 ? [dice.int(1, 4), dice.int(5, 19)] : [0, 0]
  const [batches, guests] = spent.reception! > 0 ? [dice.int(8, 60), dice.int(90, 600)] : [0, 0]
  return {
    heading: '七、财政拨款“三公”经费支出决算情况说明',
    paragraphs: [
      '（一）“三公”经费财政拨款支出决算总体情况说明',
      `“三公”经费财政拨款支出年初预算为${wan(planned.total!)}，支出决算为${wan(spent.total!)}，完成预算的${rate('total')}，其中：${items.join('；')}。`,
      `${year}年度“三公”经费财政拨款支出决算数比${year - 1}年度${change(spent.total!, earlier(dice, spent.total!))}。其中：${compared.join('；')}。`,
      '（二）“三公”经费财政拨款支出决算具体情况说明',
      `1、因公出国（境）费支出${wan(spent.outbound!)}，全年安排因公出国（境）团组${groups}个，累计${people}人次。`,
      `2、公务用车购置及运行维护费支出${wan(spent.vehicle!)}。其中：公务用车购置支出${wan(spent.vehicle_purchase!)}，公务用车运行维护费支出${wan(spent.vehicle_operation!)}。`,
      `3、公务接待费支出${wan(spent.reception!)}，国内公务接待${batches}批次，${guests}人次。`,
    ],
  }
}

function fund(accounts: Accounts, number: string, name: string, of: books.Fund): Chapter {
  const { entity, year } = accounts
  const spent = books.totalOn(accounts, '', [of])
  const income = books.incomeOn(accounts, '', [of])
  return {
    heading: `${number}、${name}财政拨款收入支出决算情况说明`,
    paragraphs: [
      spent === 0 && income === 0
        ? `${entity}${year}年度无${name}财政拨款收入和支出。`
        : `${name}财政拨款年初结转和结余${wan(accounts.opening[of])}，本年收入${wan(income)}，本年支出${wan(spent)}，年末结转和结余${wan(accounts.closing[of])}。`,
    ],
  }
}

function performance(accounts: Accounts, dice: Dice): Chapter {
  const { entity, year } = accounts
  const projects = accounts.spending.filter((s) => s.project > 0)
  const amount = wan(books.sum(projects.map((p) => p.project)))
  const good = dice.int(0, projects.length - 1)
  return {
    heading: '十、预算绩效管理情况',
    paragraphs: [
      `${entity}${year}年度预算绩效管理工作开展情况如下：编报绩效目标的${year}年度项目${projects.length}个，涉及预算金额${amount}；绩效跟踪评价的${year}年度项目${projects.length}个，涉及预算金额${amount}；绩效自评的${year}年度项目${projects.length}个，涉及预算金额${amount}，平均得分${dice.int(90, 98)}.${dice.int(10, 99)}分（其中，绩效评级为“优”的项目${projects.length - good}个；绩效评级为“良”的项目${good}个；绩效评级为“合格”的项目0个；绩效评级为“不合格”的项目0个）。`,
    ],
  }
}

const CARS = [
  '部级领导干部用车',
  '主要领导干部用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部用车',
  '其他用车',
]

export function vehicles(dice: Dice): string {
  const counts = CARS.map(() => (dice.chance(0.3) ? dice.int(1, 3) : 0))
  return `共有车辆${books.sum(counts)}辆，其中：${CARS.map((name, i) => `${name}${counts[i]}辆`).join('、')}。单价100万元（含）以上设备（不含车辆）${dice.int(0, 3)}台（套）。`
}

function other(accounts: Accounts, dice: Dice): Chapter {
  const { entity, year } = accounts
  const running = books.economicOfClasses(accounts, books.OTHER_CLASSES)
  const [goods, works, services] = [1, 2, 3].map(() => dice.int(1000, 90_000) * 10_000) as [number, number, number]
  const total = goods + works + services
  const small = Math.floor(services / 20_000) * 10_000
  return {
    heading: '十一、其他重要事项的情况说明',
    paragraphs: [
      '（一）机关运行经费支出情况',
      `机关运行经费支出${wan(running)}，比${year - 1}年度${change(running, earlier(dice, running))}。主要原因是：${dice.pick(REASONS)}。`,
      '（二）政府采购支出情况',
      `${entity}${year}年度政府采购金额（以合同签订为准）为${wan(total)}，其中：货物采购金额${wan(goods)}、工程采购金额${wan(works)}、服务采购金额${wan(services)}。`,
      `${year}年度本部门面向中小企业预留政府采购项目预算金额${wan(services)}，面向小微企业预留政府采购项目预算金额${wan(small)}。`,
      '（三）国有资产占有使用情况说明',
      `截至${year}年12月31日，${entity}${vehicles(dice)}`,
    ],
  }
}
