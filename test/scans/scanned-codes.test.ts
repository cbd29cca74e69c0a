/** Codes of scanned lines: in doubt where nothing bears them out. */
import { expect, it } from 'vitest'
import type { GridCell } from '../../src/grid/types.ts'
import type { PlacedColumn } from '../../src/template/columns/placed.ts'
import type { Subjects } from '../../src/template/language.ts'
import type { Draft } from '../../src/template/lines/draft.ts'
import { nameUnits } from '../../src/template/lines/groups.ts'
import { keyCells } from '../../src/template/lines/key-cells.ts'
import { goByCommonCodes } from '../../src/template/lines/short-codes.ts'
import { endsWithFigure } from '../../src/template/lines/torn-cells.ts'
import { doubtCodes, mendCodes } from '../../src/template/scanned/codes.ts'

const SUBJECTS = {
  functional: { '2012601': ['行政运行'] },
  economic: {},
  'government-economic': {},
} as unknown as Subjects

/** A line as it was read: its code, how far the reader believes in that (0–1), and its name. */
function line(code: string, share: number, label: string): Draft {
  const codeReadings = [{ text: code, share }]
  return { code, codes: [code], codeReadings, coded: [], label, unitName: '' } as unknown as Draft
}

it('a code that no list has is sure only if the reader believes in it', () => {
  const lines = [
    line('2012601', 0.3, '行政运行'),
    line('2012607', 0.005, '一般行政管理事务'),
    line('2012699', 0.75, '其他档案事务支出'),
    line('2012997', 0.55, '三类会议费'),
  ]
  mendCodes(lines, SUBJECTS, 'functional')
  expect(lines.map((l) => [l.code, l.unsure === true])).toEqual([
    ['2012601', false],
    ['2012607', true],
    ['2012699', false],
    ['2012997', true],
  ])
})

it('a code that no list has is in doubt beside the name of another one, though the reader rather believes in it', () => {
  const lines = [line('2012605', 0.75, '机关服务'), line('240', 0.75, '行政运行'), line('2012601', 0.95, '行政运行')]
  mendCodes(lines, SUBJECTS, 'functional')
  expect(lines.map((l) => l.unsure === true)).toEqual([false, true, false])
})

it('economic codes below functional ones are lines of another table, whose title was not read', () => {
  const subjects = { ...SUBJECTS, economic: { '302': ['商品和服务支出'] } } as unknown as Subjects
  const lines = [line('2012601', 1, '行政运行'), line('302', 1, '商品和服务支出'), line('303', 1, '抚恤金')]
  mendCodes(lines, subjects, 'functional')
  expect(lines.map((l) => l.unsure === true)).toEqual([false, true, false])
})

it('codes are weighed among those above and below in their own block, and again among those put right meanwhile', () => {
  const names = {
    ...{ '301': ['工资福利支出'], '30101': ['基本工资'], '30102': ['津贴补贴'], '30103': ['奖金'] },
    ...{ '302': ['商品和服务支出'], '30201': ['办公费'], '30202': ['印刷费'], '30203': ['咨询费'] },
  }
  const subjects = { functional: {}, economic: names, 'government-economic': {} } as unknown as Subjects
  const beside = (...lines: Draft[]) => lines.map((draft, block) => ({ ...draft, block }))
  const seen = (read: string, other: string, label: string) => ({
    ...line(read, 0.5, label),
    codeReadings: [
      { text: read, share: 0.5 },
      { text: other, share: 0.03 },
    ],
  })
  const lines = [
    ...beside(seen('901', '301', '工资福利支出'), seen('302', '308', '服务支')),
    ...beside(line('30101', 0.9, '基本工资'), line('30201', 0.9, '办公费')),
    ...beside(line('30102', 0.9, '津贴补贴'), line('30202', 0.9, '印刷费')),
    ...beside(line('30103', 0.9, '奖金'), line('30203', 0.9, '咨询费')),
  ]
  mendCodes(lines, subjects, 'economic')
  expect(lines.map((l) => l.code)).toEqual(['301', '302', '30101', '30201', '30102', '30202', '30103', '30203'])
  expect(lines.map((l) => l.unsure === true).slice(1, 3)).toEqual([true, false])
})

it('a code of which a part was not read is the one that has the name beside it and a place in the table, and stays in doubt', () => {
  const functional = {
    ...{ '204': ['公共安全支出'], '20401': ['武装警察部队'], '208': ['社会保障和就业支出'] },
    ...{ '20805': ['行政事业单位养老支出'], '2080501': ['行政单位离退休'], '2080502': ['事业单位离退休'] },
    ...{ '221': ['住房保障支出'], '22102': ['住房改革支出'], '2210203': ['购房补贴'] },
  }
  const subjects = { functional, economic: {}, 'government-economic': {} } as unknown as Subjects
  const known = (...codes: (keyof typeof functional)[]) => codes.map((code) => line(code, 0.99, functional[code][0]!))
  const torn = { ...line('221', 0.3, '购房补贴'), codes: ['221', '11203'] }
  const lines = [
    ...known('204', '20401', '208', '20805'),
    line('20801', 0.4, '行政单位离退休'),
    ...known('2080502', '221', '22102'),
    torn,
  ].map((draft) => ({ ...draft, block: 0 }))
  mendCodes(lines, subjects, 'functional')
  expect([4, 8].map((i) => [lines[i]!.code, lines[i]!.unsure])).toEqual([
    ['2080501', true],
    ['2210203', true],
  ])
})

it('codes of two classifications stay in the order of their columns, though one begins with a misread digit', () => {
  const two = (...codes: string[]): Draft => ({ ...line(codes[0]!, 0.9, ''), codes, labels: [] })
  const lines = [two('50202', '3021503'), two('90207', '3021202')]
  goByCommonCodes(lines)
  expect(lines.map((l) => l.code)).toEqual(['50202', '90207'])
  // One that has lost a code stands over none of the others.
  const lost = [two('50101', '30101'), two('30102'), two('50101', '30103')]
  goByCommonCodes(lost)
  expect(lost[0]!.codes).toEqual(['50101', '30101'])
  // A class that stands alone has the code that all have.
  const below = [two('301'), two('50101', '30101')]
  goByCommonCodes(below)
  expect(below[1]!.codes).toEqual(['30101', '50101'])
})

it('of two codes the one hardly seen is borne out by a name of its own, or by the line beside it, and no other', () => {
  const names = { '2010301': ['行政运行'], '2014001': ['行政运行'], '30101': ['基本工资'], '30102': ['奖金'] }
  const subjects = { functional: names, economic: names, 'government-economic': {} } as unknown as Subjects
  const two = (one: string, share: number, other: string, name: string): Draft => {
    const coded = [
      { readings: [{ text: one, share }], label: '行政运行' },
      { readings: [{ text: other, share: 0.99 }], label: name },
    ]
    return { ...line(one, share, name), codes: [one, other], coded }
  }
  const unsure = (...lines: Draft[]) => {
    mendCodes(lines, subjects, 'functional')
    return lines.map((l) => l.unsure === true)
  }
  const whole = two('2014001', 0.99, '30101', '基本工资')
  expect(unsure({ ...whole }, two('2010301', 0.2, '30102', '奖金'), two('2010301', 0.99, '30101', '基本工资'))).toEqual(
    [false, false, false],
  )
  expect(unsure({ ...whole }, two('2010301', 0.2, '30102', '奖金'), { ...whole })).toEqual([false, true, false])
  // 30215已3-三类会议费: nor is a code with letters in it.
  expect(unsure({ ...whole }, two('2014001', 0.99, '30102', '已3-奖金'))).toEqual([false, true])
})

it('where lines go by their names, a code in doubt is sure beside its own name only', () => {
  const lines = [line('2012601', 0.3, '行政运行'), line('2012607', 0.3, '行政运行'), line('2012607', 0.95, '项目')]
  doubtCodes(lines, SUBJECTS)
  expect(lines.map((l) => l.unsure === true)).toEqual([false, true, false])
})

it('the name of a code in its own cell is no unit, though codes come again below another', () => {
  /** 行政运行 behind its code, and 基本工资 in the next column. */
  const crossed = (codes: string[], name: string, coded: Draft['coded']) =>
    ({ codes, coded, labels: [name, '基本工资'], label: '基本工资', unitName: '', block: 0 }) as unknown as Draft
  const coded = (label: string) => [{ readings: [], label }]
  const lines = (isCoded: boolean) => [
    crossed(['2010801', '30101'], '行政运行', isCoded ? coded('行政运行') : []),
    crossed(['2010801', '30101'], '事业运行', isCoded ? coded('事业运行') : []),
  ]
  const unitsOf = (drafts: Draft[]) => {
    nameUnits(drafts)
    return drafts.map((d) => d.unitName)
  }
  expect(unitsOf(lines(true))).toEqual(['', ''])
  expect(unitsOf(lines(false))).toEqual(['行政运行', '事业运行'])
})

/** A line of cells on a scan, and what they say of it in columns of that role; the last is believed that much (0–1). */
function keyed(role: PlacedColumn['role'], ...texts: string[]) {
  return keyedBelieving(0.9, role, ...texts)
}

function keyedBelieving(ofLast: number, role: PlacedColumn['role'], ...texts: string[]) {
  return keyedIn(cellsOf(ofLast, ...texts), role)
}

function cellsOf(ofLast: number, ...texts: string[]): GridCell[] {
  return texts.map((text, col) => {
    const confidence = col === texts.length - 1 ? ofLast : 0.9
    const glyphs = [
      { text, box: [100 * col, 0, 100 * col + 90, 10] as const, size: 10, source: 'ocr' as const, confidence },
    ]
    return {
      row: 0,
      col,
      rowSpan: 1,
      colSpan: 1,
      page: 1,
      box: [100 * col, 0, 100 * (col + 1), 20] as const,
      glyphs,
      text,
    }
  })
}

function keyedIn(cells: GridCell[], role: PlacedColumn['role']) {
  const columns = cells.map((_, c0) => ({
    ...{ role, id: '', block: 0, side: null, fit: 1 },
    leaf: { c0, c1: c0 + 1, words: ['名称'] },
  }))
  return keyCells([cells], 0, columns as unknown as PlacedColumn[], { from: 0, letter: 10 })
}

it('the name of a unit in doubt goes by its guess, and stays in doubt; the guess is no label', () => {
  const cells = cellsOf(0.4, '广州市气象右').map((cell) => ({ ...cell, unsure: true as const, likely: '广州市气象局' }))
  const { naming, unsure } = keyedIn(cells, 'unit')
  // Two such lines of one name came to a halt where their guesses were taken back.
  expect([naming.unitName, naming.unitAsRead, naming.asRead, unsure]).toEqual([
    ...['广州市气象局', '广州市气象右'],
    ...[undefined, true],
  ])
})

it('a line whose year has lost a digit is in doubt', () => {
  const unsure = ['2026年', '202年', '预算'].map((year) => keyed('year', year).unsure)
  expect(unsure).toEqual([false, true, false])
})

it('the one letter behind a year is 年, whatever it was read as, and its line is in doubt', () => {
  const read = ['2025预', '2025年', '2025年预算数'].map((year) => keyed('year', year))
  expect(read.map(({ naming, unsure }) => [naming.year, unsure])).toEqual([
    ['2025', true],
    ['2025年', false],
    ['2025年预算数', false],
  ])
})

it('the number before the name of a unit is none of the codes of its line', () => {
  const { naming } = keyed('unit', '601001某市某局')
  // A line without codes has no readings of them: it came to a halt there.
  expect([naming.codes, naming.codeReadings, naming.unitName]).toEqual([[], [], '601001某市某局'])
})

it('marks alone beside a name are no part of it, and put the line in doubt', () => {
  const { naming, unsure } = keyed('label', '被装购置费', './*')
  expect([naming.labels, unsure]).toEqual([['被装购置费'], true])
  expect(keyed('label', '被装购置费', '—').naming.labels).toEqual(['被装购置费', '—'])
})

it('what a seal leaves in a cell for names, a dash or a digit, is no part of the name, and puts the line in doubt', () => {
  const dash = keyedBelieving(0.75, 'label', '被装购置费', '—')
  expect([dash.naming.labels, dash.unsure]).toEqual([['被装购置费'], true])
  const digit = keyedBelieving(0.46, 'label', '被装购置费', '3')
  expect([digit.naming.labels, digit.unsure]).toEqual([['被装购置费'], true])
  const read = keyed('label', '被装购置费', '3')
  expect([read.naming.labels, read.unsure]).toEqual([['被装购置费', '3'], false])
  // All that is left of a name.
  expect(keyedBelieving(0.46, 'label', '3').naming.labels).toEqual(['3'])
})

it('a name of a scan that ends with digits hides an amount of the column that its cell reaches under', () => {
  const cell = (text: string, source: 'ocr' | 'text') => ({ text, glyphs: [{ source }] }) as unknown as GridCell
  const column = (role: string) => ({ role }) as unknown as PlacedColumn
  expect(endsWithFigure(cell('信访大厅运行 603:', 'ocr'), column('value'))).toBe(true)
  expect(endsWithFigure(cell('信访大厅运行 603:', 'ocr'), column('text'))).toBe(false)
  expect(endsWithFigure(cell('信访大厅运行', 'ocr'), column('value'))).toBe(false)
  expect(endsWithFigure(cell('信访大厅运行 603:', 'text'), column('value'))).toBe(false)
})

it('a dash over a part of a code is none of it, and a part that nobody can read puts the line in doubt', () => {
  const parts = (...texts: string[]) => keyed('code', ...texts)
  expect(parts('204', '—06', '99')).toMatchObject({ naming: { codes: ['2040699'] }, unsure: false })
  expect(parts('204', '\uFFFD', '99').unsure).toBe(true)
  expect(parts('204', 'xq', '99').unsure).toBe(true)
  expect(parts('合计', '', '').unsure).toBe(false)
})

it('合 | 计 over two columns is the name of a total', () => {
  expect(keyed('label', '合', '计').naming.labels).toEqual(['合计'])
  expect(keyed('unit', '总', '计').naming.unitName).toBe('总计')
  expect(keyed('label', '其', '他').naming.labels).toEqual(['其', '他'])
})
