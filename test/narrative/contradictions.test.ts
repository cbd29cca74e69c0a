/** What no figures can be, told in prose without a table beside it. */
import { describe, expect, it } from 'vitest'
import { accounts, budget } from './department.ts'
import { told } from './told.ts'

const findings = (text: string) =>
  told({ kind: 'final-accounts', year: 2025, text }).findings.map((f) => `${f.severity} ${f.code}`)

describe('prose that contradicts itself', () => {
  it.each([
    ['公务接待费支出0.30万元，比上年增加0.30万元，增长100%。', 'note narrative-growth'],
    ['因公出国（境）费支出决算为5.00万元，年初预算为0万元，完成年初预算的100%。', 'note narrative-completion'],
    ['培训费支出决算8.00万元，完成年初预算10.00万元的90.00%。', 'warning narrative-completion'],
    ['公务用车运行维护费支出0万元，比上年增加2.00万元。', 'warning narrative-change'],
    ['国内公务接待50批次、450人次。2025年国内公务接待共45批次、450人次。', 'warning narrative-repeat'],
    ['三公经费支出决算10.00万元。三公经费支出决算中，公务接待费支出决算1.00万元，占20%。', 'warning narrative-share'],
    ['本年支出合计950.00万元，其中：基本支出XX万元，占63.16%。', 'warning narrative-unfilled'],
    [
      '公务接待费支出1.00万元。其中：国内公务接待支出3.00万元，国（境）外公务接待支出1.00万元。',
      'warning narrative-sum',
    ],
    [
      '三公经费12.00万元，其中公务用车运行维护费8.00万元、公务接待费4.00万元，分别占三公经费总额的66.67%和23.33%。',
      'warning narrative-share',
    ],
    // A nought without decimals is none of 0.4.
    [
      '公务用车购置及运行维护费支出5.29万元，其中：公务用车购置费0万元，公务用车运行维护费5.59万元。',
      'warning narrative-sum',
    ],
    // All parts are told, though each in its own sentence.
    [
      '一般公共预算基本支出107.15万元，其中：人员经费90.26万元，主要包括：基本工资等。公用经费17.90万元，主要包括：办公费等。',
      'warning narrative-sum',
    ],
    ['公务接待费支出1.26万元。国内公务接待12批次、1.29万元；国（境）外公务接待0批次、0万元。', 'warning narrative-sum'],
    ['培训费支出决算50.00万元，完成年初预算的100%，决算数大于预算数5.00万元。', 'warning narrative-completion'],
    // In brackets behind a part: of what the sentence divides.
    ['本年支出合计930万元，其中基本支出620万元（占76.67%）。', 'warning narrative-share'],
    ['公务接待费支出24万元，比上年度28万元下降19.54%。', 'warning narrative-growth'],
    ['公务接待费支出24.00万元，比上年增加4.00万元，同比增长30%。', 'warning narrative-growth'],
    ['公务接待费支出24.00万元，同比下降14.29%（减少3.00万元）。', 'warning narrative-growth'],
    // Beside another share of the same whole, which a share before them names.
    [
      '本年收入合计1000.00万元。财政拨款收入900.00万元，占本年收入合计的90.00%；其中：一般公共预算财政拨款收入600.00万元，占66.00%；政府性基金预算财政拨款收入300.00万元，占30.00%。',
      'warning narrative-share',
    ],
  ])('%s', (text, finding) => {
    expect(findings(text)).toEqual([finding])
  })

  it.each([
    // Nothing of nothing, as forms print it.
    '因公出国（境）费支出决算为0万元，年初预算为0万元，完成年初预算的0%。',
    '因公出国（境）费支出决算为5.00万元，年初预算为0万元，完成年初预算的0%。',
    // One part is left out.
    '一般公共预算基本支出107.15万元，其中：人员经费90.26万元，主要包括：基本工资等。',
    '一般公共预算基本支出107.15万元，其中：人员经费90.26万元，主要包括：基本工资等。公用经费16.89万元。',
    '培训费支出决算8.00万元，完成年初预算10.00万元的80.00%。',
    '培训费支出决算50.00万元，完成年初预算的111.11%，决算数大于预算数5.00万元。',
    '培训费支出决算45.00万元，完成年初预算的90%，比全年预算数减少1.00万元。',
    '本年支出合计930万元，其中基本支出620万元（占66.67%），项目支出310万元（占33.33%）。',
    // Both years' figures were rounded, and so was the change.
    '公务接待费支出24万元，比上年度28万元下降16.54%。',
    '公务接待费支出146.9万元，比上年多16.9万元，上升12.95%。',
    '公务接待费支出24.00万元，比上年增加4.00万元，同比增长20%。',
    '公务接待费支出24.00万元，同比下降14.29%（减少4.00万元）。',
    '公务接待费支出24.00万元，比年初预算增加4.00万元，同比增长30%。',
    // Of what a share before them names, or of what they divide.
    '本年收入合计1000.00万元。财政拨款收入900.00万元，占本年收入合计的90.00%；其中：一般公共预算财政拨款收入600.00万元，占60.00%；政府性基金预算财政拨款收入300.00万元，占30.00%。',
    '本年收入合计1000.00万元。财政拨款收入900.00万元，占本年收入合计的90.00%；其中：一般公共预算财政拨款收入600.00万元，占66.67%；政府性基金预算财政拨款收入300.00万元，占33.33%。',
    // A part of a part that is as much as the whole.
    '公务用车购置及运行维护费5.00万元，其中：公务用车运行维护费5.00万元，燃料费3.00万元。',
    '国内公务接待50批次，其中外事接待2批次。2025年国内公务接待共50批次。',
    // What the first is a share of stands nowhere; what follows is no share of the first.
    '本年支出中：基本支出9300.00万元，占90.7%，其中人员经费6300.00万元，公用经费3000.00万元；项目支出950.00万元，占9.3%。',
    // What grew is the whole of the sentence before, not its last part.
    '基本支出2180.00万元，其中：人员经费2000.00万元，公用经费180.00万元。与上年相比，增加80.00万元，增长3.81%。',
    // Of different money, and of vehicles that are to be bought.
    '九、预算绩效情况\n组织对一般公共预算项目支出开展绩效自评，共6个项目，涉及资金373.02万元。组织对2个政府性基金预算项目支出开展绩效自评，共涉及资金420.03万元。',
    '共有公务用车6辆，其中，机要通信用车1辆，应急保障用车5辆。拟新增配置公务用车1辆，其中，机要通信用车0辆，应急保障用车1辆。',
    // Of kinds of projects.
    '九、预算绩效情况\n开展绩效目标管理的项目6个，涉及预算90.00万元。其中：人员类项目0个，涉及预算0万元；运转类项目2个，涉及预算20.00万元；特定目标类项目4个，涉及预算70.00万元。',
    // A balance may have been below nought.
    '年末结转和结余10.00万元，比上年增加12.00万元。',
    '公务接待费支出0.30万元，比上年增加0.30万元，主要原因是上年没有接待。',
    // The sign of the last share was forgotten.
    '本年支出合计950.00万元，其中：项目支出350.00万元，占36.84%；基本支出600.00万元，占63.16。',
  ])('%s: nothing to say', (text) => {
    expect(findings(text)).toEqual([])
  })

  it('the empty form of a page is one finding', () => {
    expect(findings('本年支出合计XXX万元，其中：基本支出XXX万元，占XX%；项目支出XXX万元，占XX%。')).toEqual([
      'warning narrative-unfilled',
    ])
  })

  it('what the own table of a chapter has no column for is not looked for in another', () => {
    const of = (id: string) => budget.filter((t) => t.id === id)
    const [general] = of('budget-general-public-expenditure')
    const columns = general!.columns.filter((c) => c.id !== 'basic')
    const rows = general!.rows.map((row) => {
      const { basic: _, ...cells } = row.cells
      return { ...row, cells }
    })
    const { findings, statements } = told({
      kind: 'budget',
      year: 2024,
      tables: [{ ...general!, columns, rows }, ...of('budget-expenditure')],
      text: '五、一般公共预算支出情况\n2024年一般公共预算基本支出1.23万元。其中：基本支出1.23万元。',
    })
    expect(findings).toEqual([])
    expect(statements.map((s) => s.quantity)).not.toContain('budget-expenditure/合计/basic')
  })

  it('of a line with what is carried over beside the year’s own money either may be meant, and nothing else', () => {
    const general = budget.find((t) => t.id === 'budget-general-public-expenditure')!
    const own = { ...general.rows[0]!.cells.total!, value: '12.34', raw: '12.34', yuan: '123400' }
    const rows = general.rows.map((row) => ({ ...row, cells: { ...row.cells, 'total.current': own } }))
    const wrong = (value: string) =>
      told({
        kind: 'budget',
        year: 2024,
        tables: [{ ...general, rows }],
        text: `三、一般公共预算当年拨款情况说明\n一般公共服务支出（类）档案事务（款）行政运行（项）2024年预算数为${value}万元。`,
      }).findings.map((f) => f.code)
    const total = general.rows.find((r) => r.code === '2012601')!.cells.total!.value!
    expect([wrong('12.34'), wrong(total), wrong('99.99')]).toEqual([[], [], ['narrative-cell']])
  })

  it('what follows from one wrong figure is told with it', () => {
    const { findings } = told({
      kind: 'final-accounts',
      year: 2023,
      tables: accounts,
      text: '三、支出决算情况说明\n2023年度支出合计1012.15万元，其中：基本支出710.24万元，占60.29%；项目支出381.78万元，占37.72%。',
    })
    expect(findings.map((f) => f.code)).toEqual(['narrative-cell'])
    expect(findings[0]!.checks!.map((id) => id.replace(/:.*/, ''))).toContain('narrative-share')
  })

  it('running costs are those of all kinds of units, where the form has a line over them', () => {
    const [any] = accounts
    const line = (key: string, value: string, parent: string | null = null) => {
      const cell = { ...any!.rows[0]!.cells.amount!, value, raw: value, yuan: `${value.replace('.', '')}00` }
      return { ...any!.rows[0]!, key, label: key, side: null, parent, cells: { value: cell } }
    }
    const all = '四、机关运行经费'
    const kinds = [line('(一)行政单位', '206.39', all), line('(二)参照公务员法管理事业单位', '5.00', all)]
    const columns = [{ id: 'value', header: ['决算数'], unit: null }]
    const tellOf = (rows: typeof kinds) =>
      told({
        kind: 'final-accounts',
        year: 2023,
        tables: [{ ...any!, id: 'disclosure-statistics', rows, columns }],
        text: '（二）机关运行经费情况说明\n2023年度本部门机关运行经费支出211.39万元。',
      })
    const over = tellOf([line(all, '211.39'), ...kinds])
    expect(over.findings).toEqual([])
    expect(over.statements.map((s) => s.quantity)).toEqual(['disclosure-statistics/四、机关运行经费/value'])
    // Where only its parts have lines, none of them is all of it.
    expect(tellOf(kinds).findings).toEqual([])
  })

  it('what a unit owns is compared with the table of it, where one is printed', () => {
    const [any] = accounts
    const owned = (value: string) => ({
      ...any!.rows[0]!.cells.amount!,
      value,
      raw: value,
      yuan: `${Number(value)}0000`,
    })
    const cells = { total: owned('1820'), fixed: owned('1220'), current: owned('600') }
    const rows = [{ ...any!.rows[0]!, key: '合计', label: '合计', side: null, cells }]
    const columns = Object.keys(cells).map((id) => ({ id, header: [id], unit: null }))
    const found = (fixed: string) =>
      told({
        kind: 'final-accounts',
        year: 2023,
        tables: [{ ...any!, id: 'state-assets', rows, columns }],
        text: `二、国有资产占用情况\n截至2023年12月31日，资产总额1820万元，其中，流动资产600万元，固定资产${fixed}万元，在建工程0万元。`,
      }).findings.map((f) => f.code)
    expect([found('1220'), found('1210')]).toEqual([[], ['narrative-cell']])
  })

  it('the only line of a table of units is what is told of 三公', () => {
    const table = budget.find((t) => t.id === 'budget-three-public')!
    const rows = [{ ...table.rows[0]!, key: '某市档案馆', label: '某市档案馆' }]
    const text = `七、三公经费预算情况\n2024年公务接待费${rows[0]!.cells.reception!.value}万元，因公出国（境）费99.00万元。`
    const { findings, statements } = told({ kind: 'budget', year: 2024, tables: [{ ...table, rows }], text })
    expect(statements.map((s) => s.quantity)).toEqual(
      ['reception', 'outbound'].map((c) => `${table.id}/某市档案馆/${c}`),
    )
    expect(findings.map((f) => [f.code, f.row, f.column])).toEqual([['narrative-cell', '某市档案馆', 'outbound']])
  })

  it('a share beside a blank is not that of what was named before', () => {
    const { statements } = told({
      kind: 'final-accounts',
      year: 2025,
      text: '本年支出合计950.00万元，其中：基本支出950.00万元，占100%；项目支出XX万元，占0%。',
    })
    expect(statements.map((s) => `${s.quantity} ${s.value}`).at(-1)).toBe('expenditure/合计/project 0')
  })
})
