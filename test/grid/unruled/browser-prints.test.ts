/** Summaries as browsers print them: all set at the left, names that run up to their amounts, the page's own lines around. */
import { expect, it } from 'vitest'
import { read, rule, SIZE, text } from '../../drawn/by-hand.ts'
import { widthOf } from '../../drawn/font.ts'
import type { Mark } from '../../drawn/pdf.ts'

const STEP = 18
const NAMES = ['一、社会保障和就业支出', '二、卫生健康支出', '三、住房保障支出', '四、灾害防治及应急管理支出']
const AMOUNTS = ['1,220,000', '671,000', '92,050,000', '913,371,300']
/** Where columns begin: the longest name ends where its amount begins. */
const XS = [70, 180, 260, 260 + widthOf(NAMES[3]!, SIZE), 560, 680]

const row = (texts: readonly string[], y: number): Mark[] =>
  texts.flatMap((t, i) => (t === '' ? [] : [text(t, XS[i]!, y, '<')]))

const edges = (page: number): Mark[] => [
  text('2026/11/29 下午10:39', 24, 20, '<'),
  text('2026年部门预算公开', 420, 20),
  text('https://www.example.gov.cn/art/2026/2/10/art_1.html', 24, 575, '<'),
  text(`${page}/2`, 790, 575),
]

const HEAD = [
  { kind: 'text' as const, text: '2026年部门收支预算总表', x: 320, y: 64, size: 20 },
  text('单位：元', 620, 85, '>'),
  ...row(['收入', '', '支出', ''], 104),
  ...row(['项目', '预算数', '项目', '合计', '基本支出', '项目支出'], 122),
]
const LINES = NAMES.flatMap((name, i) =>
  row(
    [i === 0 ? '一、财政拨款收入' : '', i === 0 ? '1,007,312,300' : '', name, AMOUNTS[i]!, AMOUNTS[i]!],
    140 + STEP * i,
  ),
)
const TOTAL = ['收入总计', '1,007,312,300', '支出总计', '1,007,312,300', '1,007,312,300']

const amounts = ({ tables }: Awaited<ReturnType<typeof read>>) =>
  tables.flatMap((t) => t.rows.map((r) => `${r.side}:${r.label} ${(r.cells.amount ?? r.cells.total)?.value}`))

const READ = [
  '收入:一、财政拨款收入 1007312300',
  ...NAMES.map((name, i) => `支出:${name} ${AMOUNTS[i]!.replaceAll(',', '')}`),
  '收入:收入总计 1007312300',
  '支出:支出总计 1007312300',
]

it('a name that runs up to its amount ends where amounts of other rows begin', async () => {
  const lines = [1, 3].flatMap((i) => row(['', '', NAMES[i]!, AMOUNTS[i]!, AMOUNTS[i]!], 140 + STEP * i))
  expect(amounts(await read([...HEAD, ...lines, ...row(TOTAL, 140 + 4 * STEP)]))).toEqual(
    expect.arrayContaining(READ.filter((r) => /[二四]、|总计/.test(r))),
  )
})

it('below the date and above the address of a page stands the total alone', async () => {
  expect(amounts(await read([...HEAD, ...LINES, ...edges(1)], [...row(TOTAL, 104), ...edges(2)]))).toEqual(
    expect.arrayContaining(READ),
  )
})

it('headers above the first ruling are of the table where those below begin at the same places', async () => {
  const rules = [108, 126, ...NAMES.map((_, i) => 144 + STEP * i), 216].map((y) => rule(y))
  expect(amounts(await read([...HEAD, ...LINES, ...row(TOTAL, 140 + 4 * STEP), ...rules]))).toEqual(
    expect.arrayContaining(READ),
  )
})
