/** Titles on scans, and what a document has before each of them. */
import { expect, it } from 'vitest'
import { misread } from '../../extractors/vocabulary/misread.ts'
import type { Trace } from '../../src/page/types.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import { mendTitles } from '../../src/template/scanned/titles.ts'
import { toLexicon } from '../../src/template/scanned/words.ts'

const TITLES = toLexicon(['收入预算总表', '支出预算总表', '财务收支预算总表', '收入总表'])
const SURE = ['2026年预算单位支出预算总表', '2026年预算单位财务收支预算总表']

/** A line as it is put right below others that were read with certainty. */
function mended(
  text: string,
  confidence: number,
  others: readonly [string, number][] = [],
  sure = SURE,
  trace?: Trace,
): string {
  const alternatives = others.map(([other, share]) => ({ text: other, confidence: share }))
  const lines = [
    ...sure.map((t) => ({ t, confidence: 1, alternatives: [] })),
    { t: text, confidence, alternatives, ...(trace && { trace }) },
  ]
  const sheet = {
    lines: lines.map(({ t, ...read }) => ({
      text: t,
      glyphs: [{ text: t, box: [0, 0, 10 * t.length, 10], size: 10, source: 'ocr', ...read }],
    })),
  } as unknown as Sheet
  mendTitles([sheet], TITLES, (own) => own, misread)
  return sheet.lines.at(-1)!.text
}

it('what stands before the titles of a document is known with letters misread, and the title behind it', () => {
  expect(mended('206年预算单位收入预算总表', 0.3)).toBe('2026年预算单位收入预算总表')
  expect(mended('2026年预算贵位收入预算总表', 0.9)).toBe('2026年预算单位收入预算总表')
  expect(mended('2026年预财单入预算总表', 0.3)).toBe('2026年预算单位收入预算总表')
})

it('it is taken from what else the reader found possible', () => {
  expect(mended('22士预算单立收入预算总表', 0.3, [['2026年预算单位收入预算总表', 0.2]])).toBe(
    '2026年预算单位收入预算总表',
  )
})

it('a line stays as it is where the reader is sure, another year stands there, or what is behind is no title', () => {
  expect(mended('206年预算单位收入预算总表', 0.98)).toBe('206年预算单位收入预算总表')
  expect(mended('2025年预算单位收入预算总表', 0.3)).toBe('2025年预算单位收入预算总表')
  expect(mended('206年预算单位的收入有所增加', 0.3)).toBe('206年预算单位的收入有所增加')
})

it('one title alone says nothing of what stands before others', () => {
  const unit = ['某市某局支出预算总表']
  expect(mended('其市某局收入预算总表', 0.3, [], unit)).toBe('其市某局收入预算总表')
  expect(mended('其市某局收入预算总表', 0.3, [], [...unit, '某市某局收入总表'])).toBe('某市某局收入预算总表')
})

it('titles are numbered, and keep the number that was read', () => {
  const numbered = ['预算02表收入预算总表', '预算03表支出预算总表']
  expect(mended('预算04己财务收支预算总表', 0.5, [], numbered)).toBe('预算04表财务收支预算总表')
  expect(mended('预算04表财务收政预算总表', 0.5, [], numbered)).toBe('预算04表财务收支预算总表')
  expect(mended('预算0表财务收支预算总表', 0.5, [], numbered)).toBe('预算0表财务收支预算总表')
})

it('a number before the title differs from one to the next, and stays as it was read', () => {
  const numbered = ['二、2018年度某市法院收入预算总表', '三、2018年度某市法院支出预算总表']
  expect(mended('+--、2018年度某市法院财务收友预算总表', 0.5, [], numbered)).toBe(
    '+--、2018年度某市法院财务收支预算总表',
  )
  expect(mended('四、2018年度某帘法院收入总表', 0.7, [], numbered)).toBe('四、2018年度某市法院收入总表')
})

it('so does a number with the word for it, however many digits it has', () => {
  const numbered = ['表1：2026年某市部门收入预算总表', '表2：2026年某市部门支出预算总表']
  expect(mended('表11：2026年某市部门财务收则预算总表', 0.5, [], numbered)).toBe('表11:2026年某市部门财务收支预算总表')
})

it('a title that no form prints is no other one of which the reader saw no letter', () => {
  const read = (share: number) => {
    const trace = [...'财务收支决算总表'].map((c): [string, number][] => [[c, c === '决' ? share : 1]])
    return mended('财务收支决算总表', 0.7, [], SURE, trace)
  }
  expect([read(0.7), read(1)]).toEqual(['财务收支预算总表', '财务收支决算总表'])
})
