/** Captions whose last letters their line has no room for. */
import { describe, expect, it } from 'vitest'
import { read, table, text, title } from '../drawn/by-hand.ts'

const ROWS = [
  ['201', '一般公共服务支出', '90.00', '60.00', '30.00'],
  ['20103', '政府办公厅事务', '90.00', '60.00', '30.00'],
  ['205', '教育支出', '30.00', '10.00', '20.00'],
]
const HEADS = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
const XS = [60, 160, 320, 420, 520, 620]

const ruled = table(130, XS, HEADS, ...ROWS)
const unruled = ruled.filter((m) => m.kind === 'text')

describe.each([
  ['单位：万', '元'],
  ['单位：', '万元'],
  ['单', '位：万元'],
])('%s with %s below it', (line, rest) => {
  it.each([
    ['ruled', ruled],
    ['unruled', unruled],
  ] as const)('is the unit of a table, and no header (%s)', async (_, marks) => {
    const { tables } = await read([
      title('2026年一般公共预算支出表'),
      text(`编制部门：青禾市财政局${'　'.repeat(36)}${line}`, 60, 100, '<'),
      text(rest, 60, 116, '<'),
      ...marks,
    ])
    expect(tables[0]?.unit).toBe('万元')
    expect(tables[0]?.columns.map((c) => c.header.join('/'))).toEqual(HEADS.slice(2))
    expect(tables[0]?.rows.map((r) => r.cells.total?.yuan)).toEqual(['900000', '900000', '300000'])
  })
})
