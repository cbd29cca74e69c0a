/** What the prose of a budget says: 编制说明 before the tables, 其他相关情况说明 behind them. */
import * as books from './accounts.ts'
import { Dice } from './dice.ts'
import { change, earlier, vehicles, wan } from './narrative.ts'
import { threePublicAmounts } from './three-public.ts'
import { FUNCTIONS } from './vocabulary.ts'

type Accounts = books.Accounts

export function explanation(accounts: Accounts): string[] {
  const { entity, year } = accounts
  const dice = new Dice(year, 'explanation')
  const all = books.totalOn(accounts, '', books.ALL_FUNDS)
  const fiscal = books.totalOn(accounts, '', books.FISCAL)
  const own = books.totalOn(accounts, '', ['own'])
  const before = `比${year - 1}年预算`
  const funds: [string, books.Fund][] = [
    ['一般公共预算', 'general_public'],
    ['政府性基金', 'government_fund'],
    ['国有资本经营预算', 'state_capital'],
  ]
  const byFund = funds.map(([name, fund]) => {
    const amount = books.totalOn(accounts, '', [fund])
    return `${name}拨款支出预算${wan(amount)}，${amount === 0 ? `与${year - 1}年预算持平` : before + change(amount, earlier(dice, amount))}`
  })
  const items = books.codeLines(accounts, books.FISCAL).filter((c) => c.length === 7)
  return [
    `${year}年，${entity}收入预算${wan(all)}，其中：财政拨款收入${wan(fiscal)}，${before}${change(fiscal, earlier(dice, fiscal))}；事业收入0万元；事业单位经营收入0万元；其他收入${wan(own)}。`,
    `支出预算${wan(all)}，其中：财政拨款支出预算${wan(fiscal)}。财政拨款支出预算中，${byFund.join('；')}。`,
    '财政拨款支出主要内容如下：',
    ...items.map((code, i) => {
      const amount = books.totalOn(accounts, code, books.FISCAL)
      const last = earlier(dice, amount)
      return `${i + 1}、“${FUNCTIONS[code.slice(0, 3)]}”（类）“${FUNCTIONS[code.slice(0, 5)]}”（款）“${FUNCTIONS[code]}”（项）${wan(amount)}，比${year - 1}年预算执行数${change(amount, last)}。`
    }),
  ]
}

export function otherMatters(accounts: Accounts): string[] {
  const { entity, year } = accounts
  const dice = new Dice(year, 'other matters')
  const plan = threePublicAmounts(accounts.planned)
  const item = (name: string, id: string) =>
    `${name}${wan(plan[id]!)}，${plan[id] === 0 ? `与${year - 1}年预算持平` : `比${year - 1}年预算${change(plan[id]!, earlier(dice, plan[id]!))}`}`
  const [goods, works, services] = [1, 2, 3].map(() => dice.int(1000, 90_000) * 10_000) as [number, number, number]
  const projects = accounts.spending.filter((s) => s.project > 0)
  return [
    `一、${year}年“三公”经费预算情况说明`,
    `${year}年${item('“三公”经费预算数为', 'total')}。其中：`,
    `（一）${item('因公出国（境）费', 'outbound')}。`,
    `（二）${item('公务用车购置及运行费', 'vehicle')}。其中：${item('公务用车购置费', 'vehicle_purchase')}；${item('公务用车运行费', 'vehicle_operation')}。`,
    `（三）${item('公务接待费', 'reception')}。`,
    '二、机关运行经费预算',
    `${year}年${entity}下属1家机关财政拨款的机关运行经费预算为${wan(books.economicOfClasses(accounts, books.OTHER_CLASSES))}。`,
    '三、政府采购预算情况',
    `${year}年本部门政府采购预算${wan(goods + works + services)}，其中：政府采购货物预算${wan(goods)}、政府采购工程预算${wan(works)}、政府采购服务预算${wan(services)}。`,
    '四、绩效目标设置情况',
    `本部门1个预算单位开展了${year}年项目预算绩效目标编报工作，编报绩效目标的项目${projects.length}个，涉及项目预算资金${wan(books.sum(projects.map((p) => p.project)))}。`,
    '五、国有资产占有使用情况',
    `截至${year - 1}年8月31日，${entity}${vehicles(dice)}`,
  ]
}
