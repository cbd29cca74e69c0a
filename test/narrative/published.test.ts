/**
 * What the prose of published documents contradicts, each proved by looking at its page (docs/findings.md);
 * nothing else is claimed.
 */
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { published, readPublished } from '../published.ts'

const CONTRADICTED: Record<string, string[]> = {
  '2026年武汉市信访局部门预算.pdf': [
    'narrative-cell:budget-fiscal-appropriation-summary/收入:收入总计/amount',
    'narrative-growth:other:委托业务费财政拨款预算',
    'narrative-sum:budget-fiscal-appropriation-summary/收入:收入总计/amount',
    'narrative-list:budget-basic-expenditure/合计/non_personnel',
  ],
  // An empty form: nothing in its prose is filled in.
  '附件2：部门决算模板.pdf': [15, 16, 17, 18, 19, 20, 21].map((page) => `narrative-unfilled:${page}`),
  '上海市普陀区人民政府万里街道办事处24年预算.pdf': [
    'narrative-cell:budget-general-public-expenditure/2210201/total#2',
    'narrative-growth:budget-general-public-expenditure/2059999/total',
    // 0.53 % beside 348.52 and 352.67 of its sentence: it is that of 350.35, and told with 352.67.
    'narrative-growth:budget-general-public-expenditure/2210201/total',
  ],
  '上海市普陀区司法局2026年部门预算.pdf': [
    'narrative-cell:budget-general-public-expenditure/2210201/total#2',
    'narrative-growth:budget-general-public-expenditure/2040699/total',
    'narrative-growth:budget-general-public-expenditure/2080506/total',
    // 5.27 % beside 198.34 and 201.50: it is that of 208.8, and told with 201.50.
    'narrative-growth:budget-general-public-expenditure/2210201/total',
    'narrative-year:budget-income/合计/fiscal_appropriation',
    'narrative-year:budget-fiscal-appropriation-summary/支出:支出总计/total',
    'narrative-year:budget-general-public-expenditure/合计/total',
    'narrative-year:budget-government-fund/合计/total',
    'narrative-year:budget-state-capital/合计/total',
  ],
  '上海市普陀区财政局2024年度部门决算.pdf': [
    'narrative-cell:fiscal-appropriation-summary/收入:总计/amount',
    'narrative-share:general-public-expenditure/201/total',
    'narrative-list:basic-expenditure/人员经费合计/amount',
  ],
  '江苏省高级人民法院2018年度部门预算公开.pdf': [
    'narrative-growth:budget-fiscal-appropriation-expenditure/法院>一般行政事务管理/total',
    'narrative-growth:budget-fiscal-appropriation-expenditure/2080505/total',
    'narrative-growth:budget-fiscal-appropriation-expenditure/2080506/total',
  ],
}

describe.skipIf(published.length === 0)('published documents (skipped where ../shared is absent)', () => {
  it('contradict themselves in prose and forms where a person has seen it, and nowhere else', async () => {
    const found: Record<string, string[]> = {}
    let held = 0
    for (const file of published) {
      const { checks } = (await readPublished(file)).document
      const own = checks.filter((c) => /^(narrative|performance)-/.test(c.rule))
      held += own.filter((c) => c.result === 'holds' || c.result === 'rounding').length
      const violated = own.filter((c) => c.result === 'violated').map((c) => c.id)
      if (violated.length > 0) found[basename(file)] = violated
    }
    expect(found).toEqual(CONTRADICTED)
    expect(held).toBeGreaterThanOrEqual(1300)
  }, 120_000)
})
