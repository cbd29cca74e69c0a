/** Summaries of scans of which a seal hides the name of a side. */
import { expect, it } from 'vitest'
import { forms } from '../../src/forms.ts'
import type { Leaf } from '../../src/template/columns/header.ts'
import { sideOfBlocks } from '../../src/template/columns/sides.ts'

const SIDES = {
  收入: { head: ['收入'], columns: {} },
  支出: { head: ['支出'], columns: {} },
  用途: { head: ['支出/用途'], columns: {} },
}

function sidesOf(...headers: { words: string; wordy: boolean; unsure?: true }[]): (string | null)[] {
  const rest = { ordinal: null, amounts: 2, texts: 0, coded: false, parts: null }
  const leaves = headers.map(({ words, ...own }, c0): Leaf => {
    const path = words.split('/')
    return { ...{ c0, c1: c0 + 1, path, words: path }, ...rest, ...own }
  })
  return sideOfBlocks(leaves, SIDES, forms.roles)
}

const SPENDING = [
  { words: '支出/项目', wordy: true },
  { words: '支出/预算数', wordy: false },
]

it('the one list of labels before the first side that is named is that of the side before it', () => {
  const hidden = [
    { words: '顶月/项目', wordy: true, unsure: true as const },
    { words: '预算数', wordy: false },
  ]
  expect(sidesOf(...hidden, ...SPENDING)).toEqual(['收入', '收入', '支出', '支出'])
  expect(sidesOf(...hidden, ...hidden, ...SPENDING).slice(0, 4)).toEqual([null, null, null, null])
})

it('what was read with certainty, and says nothing, is no side', () => {
  const read = [
    { words: '单位/名称', wordy: true },
    { words: '编制数', wordy: false },
  ]
  expect(sidesOf(...read, ...SPENDING)).toEqual([null, null, '支出', '支出'])
})

it('labels below the rest of a header, before figures of a side without labels of its own, are that side', () => {
  const income = [
    { words: '收入/项目', wordy: true },
    { words: '收入/预算数', wordy: false },
  ]
  const torn = [
    { words: '7财/项目', wordy: true, unsure: true as const },
    { words: '7财/合计', wordy: false, unsure: true as const },
    { words: '支出/一般公共预算', wordy: false },
  ]
  expect(sidesOf(...income, ...torn)).toEqual(['收入', '收入', '支出', '支出', '支出'])
})
