/** A sentence goes on over the end of a page, past its number and the name at its head, whatever the sheet's margins are. */
import { expect, it } from 'vitest'
import { type ProsePage, toParagraphs } from '../../src/narrative/prose.ts'
import { toLines } from '../../src/page/lines.ts'
import type { Glyph } from '../../src/page/types.ts'
import { setAsPages } from './told.ts'

const TEXT = '某市档案馆预算中用于接收进馆档案整理和数字化加工的项目支出有所增加，'.repeat(60)

function words(text: string, y: number): Glyph[] {
  return [...text].map((c, i) => ({
    ...{ text: c, size: 9, source: 'text' as const },
    box: [280 + 9 * i, y, 289 + 9 * i, y + 9] as const,
  }))
}

/** The pages with a name at their heads and a number below, on sheets that are `wider` points larger on each side. */
function printed(text: string, wider: number): ProsePage[] {
  return setAsPages(text).map((page) => ({
    ...page,
    box: [page.box[0] - wider, page.box[1] - wider, page.box[2] + wider, page.box[3] + wider],
    lines: [...toLines(words('某市档案馆', 60)), ...page.lines, ...toLines(words(`${page.page}`, 780))],
  }))
}

it.each([0, 100, 400])('on a sheet that is %d points larger on each side', (wider) => {
  const pages = printed(TEXT, wider)
  expect(pages.length).toBeGreaterThan(2)
  expect(toParagraphs(pages).map((p) => p.text)).toEqual([TEXT])
})

it.each([0, 100])('… with what a program prints outside of them, wider than the text: %d points', (wider) => {
  const pages = printed(TEXT, wider).map((page) => {
    const head = toLines([
      ...words('2026年部门预算公开', 20 - wider),
      ...words(`2026/1/20 15:3${page.page}`, 20 - wider),
    ])
    const spread = head.map((line) => ({ ...line, box: [40, line.box[1], 560, line.box[3]] as typeof line.box }))
    return { ...page, lines: [...spread, ...page.lines] }
  })
  expect(toParagraphs(pages).map((p) => p.text)).toEqual([TEXT])
})
