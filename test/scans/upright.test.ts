/** Which way up a scanned page lies. */
import { expect, it } from 'vitest'
import type { Glyph } from '../../src/page/types.ts'
import { turnOf } from '../../src/scans/upright.ts'

const words = (confidence: number, ...texts: string[]) =>
  texts.map((text) => ({ text, confidence, size: 10, box: [0, 0, 10, 10], source: 'ocr' })) as Glyph[]

it('is told by long words, though letters that lie on their side are read with as much certainty', () => {
  const upsideDown = {
    turn: 180 as const,
    words: words(0.99, '行政事业单位养老支出', '功能分类科目编码', '收入决算表'),
  }
  const onItsSide = { turn: 90 as const, words: words(0.999, '位入', '单收', '行', '他', '其', '缴') }
  expect(turnOf([upsideDown, onItsSide], 0.65)).toBe(180)
  expect(turnOf([onItsSide], 0.65)).toBe(90)
})

it('is the way it lies where no other is convincing', () => {
  const words180 = words(0.2, '行政事业单位', '功能分类科目', '收入决算表')
  expect(turnOf([{ turn: 180, words: words180 }], 0.65)).toBeNull()
})
