/** Words of scanned cells that only what stands beside them can put right. */
import { describe, expect, it } from 'vitest'
import { misread } from '../../extractors/vocabulary/misread.ts'
import type { Grid, GridCell } from '../../src/grid/types.ts'
import type { Cell } from '../../src/model.ts'
import { alike } from '../../src/ocr/ctc.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import { isNotOnlyFigure, printedBelow } from '../../src/template/lines/cells.ts'
import { likeliest, mayBe } from '../../src/template/scanned/likely.ts'
import { mend, spelledBy } from '../../src/template/scanned/mend.ts'
import { holdsSeveral, splitTorn } from '../../src/template/scanned/splits.ts'
import { mendWords, toLexicon } from '../../src/template/scanned/words.ts'
import { headerWord } from '../../src/template/words.ts'

const WIDTH = 50
const spelt = spelledBy(misread.words)

function headerRow(...texts: string[]): GridCell[] {
  return texts.map((text, col) => {
    const box = [col * WIDTH, 0, (col + 1) * WIDTH, 10] as const
    const glyphs = [{ text, box, size: 10, source: 'ocr' as const, confidence: 0.99 }]
    return { row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
  })
}

/** One below the other, as labels stand. */
function labels(...texts: string[]): GridCell[] {
  return headerRow(...texts).map((cell) => ({ ...cell, row: cell.col, col: 0 }))
}

function mended(...texts: string[]): GridCell[] {
  return mendedCells(headerRow(...texts))
}

function mendedCells(cells: GridCell[]): GridCell[] {
  const grid = { cells, xs: cells.map((c) => c.box[0]) }
  const sheet = { page: 1, box: [0, 0, 500, 500], grids: [grid], lines: [] } as unknown as Sheet
  mendWords([sheet], {
    words: toLexicon(['科目代码', '科目名称', '预算拨款', '政府采购项目', '一般公共服务支出']),
    titles: new Map(),
    isHeader: () => false,
    misread,
  })
  return cells
}

it('takes a header that lost a letter for that of the block beside it', () => {
  const [, , cut] = mended('科目代码', '科目名称', '科目代', '科目名称')
  expect(cut).toMatchObject({ text: '科目代码' })
  expect(cut!.unsure).toBeUndefined()
})

it('leaves it in doubt where something else stands beside it', () => {
  const [, , cut] = mended('科目代码', '科目名称', '科目代', '经济分类')
  expect(cut).toMatchObject({ text: '科目代', unsure: true })
})

it('gives the first number back to a label that kept the mark after it', () => {
  const [first, , inner] = mendedCells(labels('、基本支出', '二、项目支出', '()人员经费', '(二)公用经费'))
  expect(first).toMatchObject({ text: '一、基本支出' })
  expect(first!.unsure).toBeUndefined()
  expect(inner).toMatchObject({ text: '(一)人员经费' })
  const [alone] = mendedCells(labels('、基本支出', '三、项目支出'))
  expect(alone).toMatchObject({ unsure: true })
  // The 一 of 一般 is read as a dash.
  const [dashed] = mendedCells(labels('、-般公共服务支出', '二、教育支出'))
  expect(dashed).toMatchObject({ text: '一、一般公共服务支出' })
  expect(dashed!.unsure).toBeUndefined()
})

it('takes a misread figure of a scan for a figure, and one with a word beside it for none', () => {
  const [misread, letter, beside] = headerRow('4.651.67', 'l,651.67', '4.90店')
  const isOdd = (cell: GridCell) =>
    isNotOnlyFigure({ raw: cell.text, mark: 'text', status: 'read' } as unknown as Cell, cell)
  expect([misread!, letter!, beside!].map(isOdd)).toEqual([false, false, true])
  const printed = { ...misread!, glyphs: misread!.glyphs.map((g) => ({ ...g, source: 'text' as const })) }
  expect(isOdd(printed)).toBe(true)
})

it('doubts a label above 二、 that was hardly read and has no number, as no label has 一、', () => {
  const cells = labels('支出', '基本支出', '二、项目支出')
  cells[1] = { ...cells[1]!, glyphs: [{ ...cells[1]!.glyphs[0]!, confidence: 0.4 }] }
  const [head, first] = mendedCells(cells)
  expect(first).toMatchObject({ text: '一、基本支出', unsure: true })
  expect(head!.text).toBe('支出')
  const [, clear] = mendedCells(labels('支出', '基本支出', '二、项目支出'))
  expect(clear!.text).toBe('基本支出')
})

it('takes a speck for nothing, whatever mark it is read as, and a dash for a dash', () => {
  const [speck, dash] = labels('*', '—')
  const of = (cell: GridCell | undefined, width: number, confidence: number) => ({
    ...cell!,
    glyphs: [{ ...cell!.glyphs[0]!, confidence, box: [0, 0, width, 1] as const }],
  })
  expect(mendedCells([of(speck, 1, 0.2), of(dash, 4, 1)]).map((c) => c.text)).toEqual(['', '—'])
})

it('counts where a stroke of a number is doubtful, and leaves one that was seen clearly', () => {
  const cells = labels('二、基本支出', '二、项目支出', ')三、结转结余')
  cells[0]!.glyphs[0] = {
    ...cells[0]!.glyphs[0]!,
    confidence: 0.6,
    alternatives: [{ text: '一、基本支出', confidence: 0.4 }],
  }
  expect(mendedCells(cells).map((c) => c.text)).toEqual(['一、基本支出', '二、项目支出', '三、结转结余'])
  expect(mendedCells(labels('二、基本支出', '二、项目支出'))[0]).toMatchObject({ text: '二、基本支出' })
})

it('keeps a number that was given back where a letter of the word is put right, too', () => {
  const cells = labels('、预算援款', '二、其他收入')
  cells[0]!.glyphs[0] = {
    ...cells[0]!.glyphs[0]!,
    confidence: 0.4,
    alternatives: [{ text: '、预算拨款', confidence: 0.3 }],
  }
  expect(mendedCells(cells)[0]).toMatchObject({ text: '一、预算拨款' })
})

it('doubts a header that nobody could read', () => {
  const [illegible] = mended('\uFFFD', '科目名称')
  expect(illegible).toMatchObject({ unsure: true })
})

it('puts single letters of a title right, and takes no term for another', () => {
  const known = toLexicon(['一般公共预算支出预算表(经济科目)'])
  const read = (text: string) => mend([{ text, share: 0.9 }], known).text
  expect(read('一般公共预算支出顶算表(经济科目)')).toBe('一般公共预算支出预算表(经济科目)')
  expect(read('一般公共预算支出预算表(功能科目)')).toBe('一般公共预算支出预算表(功能科目)')
  expect(read('一般公共预算基本支出预算表(经济科目)')).toBe('一般公共预算基本支出预算表(经济科目)')
})

it('parts headers that run together where the rows below have an edge between them', () => {
  const [left, right] = headerRow('科目代码', '科目名称') as [GridCell, GridCell]
  const torn = { ...left, colSpan: 2, box: [0, 0, 2 * WIDTH, 10] as const, text: '科目代码科目名称' }
  torn.glyphs = [left.glyphs[0]!, { ...right.glyphs[0]!, box: [WIDTH + 1, 0, 2 * WIDTH, 10] }]
  const grid = { cells: [torn], xs: [0, WIDTH, 2 * WIDTH] }
  splitTorn(grid as unknown as Grid, (text) => ['科目代码', '科目名称'].includes(text))
  expect(grid.cells.map((c) => [c.col, c.colSpan, c.text])).toEqual([
    [0, 1, '科目代码'],
    [1, 1, '科目名称'],
  ])
  const one = { cells: [torn], xs: grid.xs }
  splitTorn(one as unknown as Grid, (text) => text === '科目代码科目名称')
  expect(one.cells).toHaveLength(1)
})

it('takes a point after a number for the mark that the other numbers have', () => {
  const [, second] = mendedCells(labels('一、基本支出', '二.项目支出'))
  expect(second).toMatchObject({ text: '二、项目支出' })
  const [, own] = mendedCells(labels('一.基本支出', '二.项目支出'))
  expect(own).toMatchObject({ text: '二.项目支出' })
})

it('believes in two readings together that differ in white space beside Chinese characters', () => {
  const all = [
    { text: '2026 年预算数', confidence: 0.52 },
    { text: '2026年预算数', confidence: 0.47 },
    { text: '2025年预算数', confidence: 0.01 },
  ]
  expect(alike([...'一二三'].map((_, i) => ({ text: '1'.padEnd(i + 1), confidence: 0.3334 })))[0]!.confidence).toBe(1)
  expect(alike(all).map((c) => [c.text, c.confidence.toFixed(2)])).toEqual([
    ['2026 年预算数', '0.99'],
    ['2025年预算数', '0.01'],
  ])
})

it('takes the last letter of a title for 表 where it only looks like it', () => {
  const glyphs = [{ text: '一般公共预算支出预算妻', box: [0, 0, 90, 10] as const, size: 10, source: 'ocr' as const }]
  const line = { text: '一般公共预算支出预算妻', glyphs }
  const sheet = { page: 1, box: [0, 0, 500, 500], grids: [], lines: [line] } as unknown as Sheet
  mendWords([sheet], { words: new Map(), titles: new Map(), isHeader: () => false, misread })
  expect(line.text).toBe('一般公共预算支出预算表')
})

it('knows no column below two words far apart in one cell: the ruling between them was not seen', () => {
  const torn = (gap: number): GridCell => {
    const at = (text: string, x: number) => ({
      ...{ text, box: [x, 0, x + 40, 10] as const, size: 10, source: 'ocr' as const, confidence: 0.99 },
    })
    const glyphs = [at('科目代码', 0), at('科目名称', 40 + gap)]
    const box = [0, 0, 200, 10] as const
    return { ...{ row: 0, col: 0, rowSpan: 1, colSpan: 4, page: 1, box, glyphs }, text: '科目代码 科目名称' }
  }
  expect(mendedCells([torn(100)])[0]).toMatchObject({ unsure: true })
  expect(holdsSeveral(torn(10), () => true)).toBe(false)
})

describe('a label that was hardly read', () => {
  const words = toLexicon(['社会保障和就业支出', '卫生健康支出', '住房保障支出', '卫生监督支出'])
  /** Ink read as `text`, each letter with this belief; `also` is what else its places may be. */
  const inked = (text: string, also: Record<string, string> = {}, belief = 0.6): GridCell => {
    const trace = [...text].flatMap((c) => {
      const other = also[c] === undefined ? [] : [[also[c], 0.9 - belief] as const]
      return [[[c, belief] as const, ...other, ['', 0.1] as const], [['', 1] as const]]
    })
    const [cell] = headerRow(text)
    return { ...cell!, glyphs: [{ ...cell!.glyphs[0]!, confidence: 0.1, trace }] }
  }

  it('is the word of the forms that its ink may be, its number kept', () => {
    expect(likeliest(inked('(三)社会亲际和就业支出', { 亲: '保' }), words)).toEqual({
      ...{ word: '社会保障和就业支出', numbered: true },
    })
  })

  it('is none where two words are as likely, or letters were read with certainty that it has not', () => {
    expect(likeliest(inked('卫生支出'), words)).toBeNull()
    expect(likeliest(inked('住房补贴支出', {}, 0.999), words)).toBeNull()
  })

  it('has no letter that was read with certainty as another', () => {
    expect(mayBe(inked('所政设施建设', {}, 0.999), '狱政设施建设')).toBe(false)
    expect(mayBe(inked('所政设施建设', { 所: '狱' }), '狱政设施建设')).toBe(true)
  })

  it('loses what is left of a seal beside it', () => {
    const [cell] = headerRow('科目代码')
    const dirt = { ...cell!.glyphs[0]!, text: 'A1', confidence: 0.3 }
    const [mended] = mendedCells([{ ...cell!, text: '科目代码A1', glyphs: [...cell!.glyphs, dirt] }])
    expect(mended).toMatchObject({ text: '科目代码' })
    expect(mended!.unsure).toBeUndefined()
  })
})

it('compares a header without its year: 2026年 is no part of the word', () => {
  expect(mended('2026年致府采购项目')[0]).toMatchObject({ text: '2026年政府采购项目', unsure: true })
  expect(mended('2026年政府采购项目')[0]!.unsure).toBeUndefined()
})

it('tells from the number below which one a first label has lost', () => {
  const [, second] = mendedCells(labels('公共服务支出', '、外交支出', '三、国防支出'))
  expect(second).toMatchObject({ text: '二、外交支出' })
  expect(second!.unsure).toBeUndefined()
})

it('believes a header that differs from a known one by letters beside each other, if it was read with certainty', () => {
  const words = toLexicon(['政府性基金预算收入'])
  expect(mend([{ text: '政府性基金预算支出', share: 0.995 }], words).sure).toBe(true)
  expect(mend([{ text: '政府性基金预算支出', share: 0.98 }], words).sure).toBe(false)
  expect(mend([{ text: '政府性基余预算收人', share: 0.995 }], words).sure).toBe(false)
})

it('reads 项日 as 项目 in names that no form has', () => {
  expect(mend([{ text: '某市科技项日评审中心', share: 0.6 }], new Map(), new Map(), spelt)).toEqual({
    text: '某市科技项目评审中心',
    sure: false,
  })
})

it('reads 合计 where its first letter was read twice', () => {
  const words = toLexicon(['合计', '小计'])
  expect(mend([{ text: '合合计', share: 0.9999 }], words)).toEqual({ text: '合计', sure: true })
})

it('keeps a mark within a label, though the forms print the label without it', () => {
  const words = toLexicon(['上年结余结转'])
  expect(mend([{ text: '上年结余、结转', share: 0.999 }], words)).toEqual({ text: '上年结余、结转', sure: true })
  expect(mend([{ text: '上年结余结转', share: 0.999 }], toLexicon(['上年结余、结转'])).text).toBe('上年结余结转')
})

it('takes no word for sure by several misread letters where one more makes it another', () => {
  const words = toLexicon(['文化旅游体育与传媒支出', '文化体育与传媒支出', '社会保障和就业支出'])
  const read = (text: string) => mend([{ text, share: 0.16 }], words)
  expect(read('文化最体育与传锦支出').sure).toBe(false)
  expect(read('文化体育与传锦支出')).toEqual({ text: '文化体育与传媒支出', sure: true })
  expect(read('社会保隆和就亚支出')).toEqual({ text: '社会保障和就业支出', sure: true })
})

it('takes no short word that was hardly read for sure: its ink may be a longer one', () => {
  const words = toLexicon(['行政事业类', '行政事业单位医疗'])
  expect(mend([{ text: '行政事业位', share: 0.09 }], words).sure).toBe(false)
  expect(mend([{ text: '行政事业娄', share: 0.6 }], words)).toEqual({ text: '行政事业类', sure: true })
})

it('doubts letters that were not read with certainty: they may be what is left of a header', () => {
  const [cell] = headerRow('C s')
  const read = (confidence: number) =>
    mendedCells([{ ...cell!, glyphs: cell!.glyphs.map((g) => ({ ...g, confidence })) }])[0]!.unsure
  expect(read(0.33)).toBe(true)
  expect(read(0.99)).toBeUndefined()
})

it('finds the figure of a line that a line shining through parts below one header', () => {
  const line = headerRow('', '23.79', '5.00')
  expect(printedBelow(line, 0, { c0: 0, c1: 2 })?.text).toBe('23.79')
  expect(printedBelow(line, 0, { c0: 2, c1: 3 })?.text).toBe('5.00')
  // Of two figures nobody knows which one is meant: the first stands where the header does.
  expect(printedBelow(line, 0, { c0: 1, c1: 3 })?.text).toBe('23.79')
  expect(printedBelow(headerRow('', ''), 0, { c0: 0, c1: 2 })?.text).toBe('')
})

it('knows the header of codes though 类 款 项 stand in its cell, the lines between them unseen', () => {
  expect(headerWord('功能分类科目编码 类 款 项')).toBe('功能分类科目编码')
  expect(headerWord('类款项')).toBe('类款项')
})
