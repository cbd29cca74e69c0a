/** Lines of scans whose name is in doubt, where something else than a label of their own says which line they are. */
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { forms } from '../../src/forms.ts'
import type { Glyph, Page } from '../../src/page/types.ts'
import { understand } from '../../src/understand.ts'
import { lines, pageOf, row } from '../drawn/ruled.ts'
import { CLEAR, noisyPage } from './noisy-page.ts'

type Spoiled = Readonly<Record<string, readonly [text: string, confidence: number]>>

/** What comes of the page where a reader took some of its words for others: `value status` by line and column. */
function read(page: Page, spoiled: Spoiled = {}): Record<string, string> {
  const seen = noisyPage(page, CLEAR, random(1))
  const misread = (g: Glyph): Glyph => {
    const [text = g.text, confidence = g.confidence ?? 1] = spoiled[g.text] ?? []
    return { ...g, text, confidence }
  }
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  const { tables } = understand(forms, {
    pages: [{ ...seen, glyphs: seen.glyphs.map(misread) }],
    findings: [],
    source,
  }).document
  const cells = tables.flatMap((t) =>
    t.rows.flatMap((r) => Object.entries(r.cells).map(([id, c]) => [r.key, id, c] as const)),
  )
  return Object.fromEntries(
    cells.flatMap(([key, id, c]) => (c.value === null ? [] : [[`${key} ${id}`, `${c.value} ${c.status}`]])),
  )
}

it('an item of a list of 三公 whose name is in doubt, or that no form knows, is in doubt', () => {
  const page = pageOf(
    [...lines('h', 60, 400, 100, 124, 148, 172, 196, 220), ...lines('v', 100, 220, 60, 250, 400)],
    [
      row(60, ['2026年“三公”经费预算表', 230]),
      row(84, ['单位：万元', 360]),
      row(112, ['项目', 155], ['预算数', 325]),
      row(136, ['“三公”经费合计', 155], ['9.00', 325]),
      row(160, ['因公出国（境）费', 155], ['2.00', 325]),
      row(184, ['公务接待费', 155], ['3.00', 325]),
      row(208, ['公务用车购置及运行维护费', 155], ['4.00', 325]),
    ],
  )
  expect(read(page)['三公 outbound']).toBe('2.00 proved')
  const cells = read(page, { '因公出国（境）费': ['千基支国（境）大', 0.3] })
  expect(cells['三公 outbound']).toBeUndefined()
  expect(Object.values(cells).filter((c) => c.startsWith('2.00'))).toEqual(['2.00 suspect'])
})

const services = (...names: string[]) => {
  const ys = [100, 124, ...names.map((_, i) => 148 + 24 * i)]
  return pageOf(
    [...lines('h', 60, 520, ...ys), ...lines('v', 100, ys.at(-1)!, 60, 190, 300, 420, 520)],
    [
      row(60, ['2026年政府购买服务支出表', 290]),
      row(84, ['单位：万元', 480]),
      row(112, ['一级目录', 125], ['二级目录', 245], ['三级目录', 360], ['预算金额', 470]),
      ...names.map((name, i) =>
        row(136 + 24 * i, ['02-政府履职辅助性服务', 125], ['0210-后勤服务', 245], [name, 360], [`${i + 1}.50`, 470]),
      ),
    ],
  )
}

it('a line of services is in doubt with the last of its names, though codes stand before the others', () => {
  const page = services('物业管理服务', '会议服务')
  expect(Object.values(read(page))).toEqual(['1.50 read', '2.50 read'])
  expect(Object.values(read(page, { 物业管理服务: ['其入管理服务', 0.4] }))).toEqual(['1.50 suspect', '2.50 read'])
})

it('so is one below that may have the same name, and go by its count', () => {
  const page = services('档案整理与管理服务', '会议服务', '档案整理与管理服务')
  const statuses = (spoiled?: Spoiled) => Object.values(read(page, spoiled)).map((c) => c.split(' ')[1])
  expect(statuses()).toEqual(['read', 'read', 'read'])
  const seen = noisyPage(page, CLEAR, random(1))
  const first = seen.glyphs.find((g) => g.text === '档案整理与管理服务')!
  Object.assign(first, { text: '档案整费与管理服务', confidence: 0.4 })
  const source = { file: 'x.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1, producer: null }
  const { tables } = understand(forms, { pages: [seen], findings: [], source }).document
  expect(tables[0]!.rows.map((r) => r.cells.total?.status)).toEqual(['suspect', 'read', 'suspect'])
})

it('a figure of which a mark alone was read, or a dash under a seal, is a figure in doubt and no part of the name', () => {
  const page = pageOf(
    [...lines('h', 60, 520, 100, 124, 148, 172, 196), ...lines('v', 100, 196, 60, 130, 250, 340, 430, 520)],
    [
      row(60, ['2026年部门支出总表', 290]),
      row(84, ['单位：万元', 480]),
      row(112, ['科目编码', 95], ['科目名称', 190], ['合计', 295], ['基本支出', 385], ['项目支出', 475]),
      row(136, ['201', 95], ['一般公共服务支出', 190], ['93.02', 295], ['53.03', 385], ['39.99', 475]),
      row(160, ['208', 95], ['社会保障和就业支出', 190], ['30.36', 295], ['20.24', 385], ['10.12', 475]),
      row(184, ['合计', 190], ['123.38', 295], ['73.27', 385], ['50.11', 475]),
    ],
  )
  expect(read(page)['208 basic']).toBe('20.24 proved')
  const others = { '201 basic': '53.03 proved', '208 project': '10.12 proved' }
  const spoiled = (text: string) => read(page, { '20.24': [text, 0.6] })
  expect(spoiled('.')).toMatchObject({ ...others, '208 basic': expect.stringMatching(/ suspect$/) })
  expect(spoiled('—')).toMatchObject(others)
})
