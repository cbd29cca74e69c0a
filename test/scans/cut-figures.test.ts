/** Figures that lost their last digit, of scans in a whole column: their sums hold all the same. */
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { forms } from '../../src/forms.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { read as readForm } from '../forms/run.ts'
import { CLEAR, noisyPage } from './noisy-page.ts'

const XS = [60, 130, 270, 350, 430, 510]
const YS = [100, 124, 148, 172, 196, 220]

/** The statuses of 项目支出, which holds these figures, and of 基本支出. */
function statusesOf(project: readonly string[]) {
  const at = (y: number, code: string, name: string, total: string, basic: string, own: string) =>
    row(y, [code, 95], [name, 200], [total, 310], [basic, 390], [own, 470])
  const [a = '', b = '', c = '', d = ''] = project
  const page = pageOf(
    [...lines('h', XS[0]!, XS.at(-1)!, ...YS), ...lines('v', YS[0]!, YS.at(-1)!, ...XS)],
    [
      row(60, ['2024年度一般公共预算财政拨款支出决算表', 280]),
      row(84, ['单位：万元', 440]),
      at(112, '科目编码', '科目名称', '小计', '基本支出', '项目支出'),
      at(136, '201', '一般公共服务支出', '120.47', '80.21', a),
      at(160, '20103', '政府办公厅事务', '120.47', '80.21', b),
      at(184, '2010301', '行政运行', '62.91', '50.17', c),
      at(208, '2010302', '一般行政管理事务', '57.56', '30.04', d),
    ],
  )
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  const read = noisyPage(page, CLEAR, random(1))
  const { tables } = understand(forms, { pages: [read], findings: [], source }).document
  const of = (column: string) => [...new Set(tables[0]!.rows.map((r) => r.cells[column]?.status))]
  return { project: of('project'), basic: of('basic') }
}

it('are in doubt', () => {
  expect(statusesOf(['40.26', '40.26', '12.74', '27.52'])).toEqual({ project: ['proved'], basic: ['proved'] })
  expect(statusesOf(['40.2', '40.2', '12.7', '27.5']).project).toEqual(['suspect'])
})

/** The status of what one line of a table of text spends on projects. */
function statusOf(total: string, project: string, other = '30.00') {
  const { tables } = readForm(`2026年某市某局部门预算
    部门支出总表
    编制单位：某市某局 | 单位：万元
    | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    | 2010301 | 行政运行 | ${total} | 60.31 | ${project} |
    | 2010302 | 一般行政管理事务 | 50.50 | 20.50 | ${other} |
    | 2010303 | 机关服务 | 45.20 | 25.11 | 20.09 |
    | 2010350 | 事业运行 | 31.20 | 11.11 | 20.09 |`)
  return tables[0]!.rows[0]!.cells.project!.status
}

it('so is one of text, where its table prints noughts and rounding hides what is lost', () => {
  expect(statusOf('100.54', '40.23')).toBe('proved')
  expect(statusOf('100.54', '40.2')).toBe('suspect')
  expect(statusOf('100.54', '40.2', '30')).toBe('suspect')
})

it('it is not where a sum shows that it is whole', () => {
  expect(statusOf('110.61', '50.3')).toBe('proved')
})
