/** Names in doubt on scans: what their place among the codes leaves, and what the prose of the document names. */
import { expect, it } from 'vitest'
import { misread } from '../../extractors/vocabulary/misread.ts'
import { forms } from '../../src/forms.ts'
import type { GridCell } from '../../src/grid/types.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import type { PlacedColumn } from '../../src/template/columns/placed.ts'
import type { Draft } from '../../src/template/lines/draft.ts'
import { keyCells } from '../../src/template/lines/key-cells.ts'
import { dropGuesses } from '../../src/template/scanned/guessed-labels.ts'
import { guessOf } from '../../src/template/scanned/likely.ts'
import { namesByPlace } from '../../src/template/scanned/names-by-place.ts'
import { mendWords, toLexicon } from '../../src/template/scanned/words.ts'

const line = (label: string, more: Partial<Draft> = {}) =>
  ({
    ...{ code: null, codes: [], label, labels: [label], unitName: '', side: '支出', block: 0 },
    ...{ cells: { total: { source: 'ocr' } } },
    ...more,
  }) as unknown as Draft

const hidden = (label: string, more: Partial<Draft> = {}) => line(label, { unsure: true, ...more })

function named(...lines: Draft[]): string[] {
  namesByPlace(lines, forms.subjects, 'functional')
  return lines.map((l) => l.label)
}

const prisons = (...within: Draft[]) => [
  ...['公共安全支出', '司法', '行政运行', '监狱', '行政运行'].map((label) => line(label)),
  ...within,
  ...['行政运行', '其他强制隔离戒毒支出', '住房保障支出'].map((label) => line(label)),
]

it('a line goes by the name that comes between the codes above and below and has most of the letters read', () => {
  const last = [hidden('其他支出'), hidden('强制毒')]
  expect(named(...prisons(hidden('激政设建设'), hidden('信患建馆'), ...last)).slice(5, 9)).toEqual([
    '狱政设施建设',
    '信息化建设',
    '其他监狱支出',
    '强制隔离戒毒',
  ])
})

it('a guess at another place is put right, and the line stays in doubt', () => {
  const guessed = hidden('民政管理事务', { asRead: ['墩：政智理务'] })
  const lines = prisons(line('其他监狱支出'), line('强制隔离戒毒'))
  expect(named(...lines.slice(0, -2), guessed, ...lines.slice(-2))[8]).toBe('一般行政管理事务')
  expect(guessed).toMatchObject({ unsure: true, asRead: ['墩：政智理务'] })
})

it('it stays as it was read where nothing is like it, where the lines are in no order, and beside codes', () => {
  expect(named(...prisons(hidden('办公楼维修')))[5]).toBe('办公楼维修')
  const lines = prisons(hidden('激政设建设'))
  expect(named(...lines.toReversed())).toContain('激政设建设')
  expect(named(...lines, line('商品', { code: '302' }))[5]).toBe('激政设建设')
})

it('the name of a unit in doubt goes by its guess, unless another line would be the same', () => {
  const cell = { row: 0, col: 0, text: '市税计局', glyphs: [], box: [0, 0, 60, 10], unsure: true, likely: '市统计局' }
  const unit = { role: 'unit', leaf: { c0: 0, c1: 1, words: [] } } as unknown as PlacedColumn
  const { naming } = keyCells([[cell as unknown as GridCell]], 0, [unit], { from: 0, letter: 10 })
  expect(naming).toMatchObject({ unitName: '市统计局', unitAsRead: '市税计局' })
  const guess = (unitAsRead: string, label: string) => line(label, { unitName: '市统计局', unitAsRead })
  const apart = [guess('市税计局', '普查'), line('调查', { unitName: '市统计局' })]
  dropGuesses(apart)
  expect(apart[0]!.unitName).toBe('市统计局')
  const same = [guess('市税计局', '调查'), line('调查', { unitName: '市统计局' })]
  dropGuesses(same)
  expect(same[0]!.unitName).toBe('市税计局')
})

const glyph = (text: string) => ({ text, box: [0, 0, 10 * text.length, 10] as const, size: 10, source: 'ocr' as const })

/** A cell hardly read below lines and cells that were read with certainty. */
function mended(text: string, lines: readonly string[], cells: readonly string[] = []): GridCell {
  const toCell = (own: string, confidence: number) => {
    const trace = [...own].flatMap((letter) => [[[letter, confidence] as const], [['', 1] as const]])
    const place = { row: 0, col: 0, rowSpan: 1, colSpan: 1, page: 1, box: [0, 0, 60, 10] }
    return { ...place, text: own, glyphs: [{ ...glyph(own), confidence, trace }] } as unknown as GridCell
  }
  const all = [...cells.map((own) => toCell(own, 0.98)), toCell(text, 0.4)]
  const read = lines.map((own) => ({ text: own, glyphs: [{ ...glyph(own), confidence: 0.98 }] }))
  const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells: all, xs: [0] }], lines: read } as unknown as Sheet
  mendWords([sheet], { words: new Map(), titles: new Map(), isHeader: () => false, misread })
  return all.at(-1)!
}

it('guesses at a name by what the prose lists once, and at no rest that the end of a line leaves of one', () => {
  const prose = ['包括：某州市东郊监狱（行政单位）、某州市西郊监狱（行政单位）。', '州市西郊监狱、某']
  expect(mended('某州市西郊监', prose)).toMatchObject({ unsure: true, likely: '某州市西郊监狱' })
  expect(mended('某州市西郊监', [], ['某州市西郊监狱'])).toMatchObject({ unsure: true, likely: '某州市西郊监狱' })
})

it('what was read once is no word where the forms have one that the ink is nearly as likely', () => {
  const trace = [...'本年收入台计'].flatMap((letter) => [
    [[letter, letter === '台' ? 0.96 : 1] as const, ...(letter === '台' ? [['合', 0.02] as const] : [])],
    [['', 1] as const],
  ])
  const cell = { glyphs: [{ ...glyph('本年收入台计'), confidence: 0.96, trace }] } as unknown as GridCell
  const names = { own: new Map(), told: toLexicon(['本年收入台计']) }
  expect(guessOf(cell, { ...names, printed: toLexicon(['本年收入合计']) })?.word).toBe('本年收入合计')
  expect(guessOf(cell, { ...names, printed: toLexicon(['住房保障支出']) })?.word).toBe('本年收入台计')
})

it('a name that the document prints at the end of sentences has no full stop', () => {
  expect(mended('某州市普查中心', ['某州市普查中心。', '某州市普查中心。']).text).toBe('某州市普查中心')
})

it('reads “三公” in a title where it lost a stroke', () => {
  const title = (text: string) => misread.words.reduce((own, [letters, right]) => own.replace(letters, right), text)
  expect(title('一般公共预算“二公”经费支出表')).toBe('一般公共预算“三公”经费支出表')
  expect(title('一公经费')).toBe('三公经费')
  expect(title('统一公用经费')).toBe('统一公用经费')
})
