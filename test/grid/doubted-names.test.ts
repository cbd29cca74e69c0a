/** Names beside rows that no ruling divides: dealt out where they show whose they are, else in doubt. */
import { expect, it } from 'vitest'
import { divideRows } from '../../src/grid/rows/undivided-rows.ts'
import type { Glyph } from '../../src/page/types.ts'
import { holdsSeveralNames } from '../../src/template/lines/several-names.ts'
import { rowOf, text, textsOf } from './one-row.ts'

const column = (words: readonly string[], x: number, at: readonly number[]) =>
  words.flatMap((word, i) => text(word, x, at[i]!))

/** The texts that are in doubt, once rows of 18 points are divided. */
function doubtedIn(names: Glyph[], figures: readonly number[]): string[] {
  const sums = [...figures.keys()].map((n) => `${n + 1}.00`)
  const grid = rowOf(200, names, column(sums, 364, figures), column(sums, 564, figures))
  divideRows(grid, [])
  return grid.cells.filter((c) => c.astray).map((c) => c.text)
}

/** Where lines of names begin: rows further from each other than the lines of one. */
const inRows = (names: readonly (readonly string[])[]) => {
  let y = -4
  return names.map((lines) => {
    y += 6
    return lines.map(() => (y += 11.5))
  })
}

it('names of many rows, most of them wrapped, are dealt out by the figures beside their first lines', () => {
  const names = Array.from({ length: 4 }, () => [
    ['某市气', '象局'],
    ['某市防', '雷减灾', '办公室'],
    ['某气象台'],
  ]).flat()
  const at = inRows(names)
  const firsts = at.map(([first]) => first!)
  const sums = firsts.map((_, n) => `${n + 1}.00`)
  const grid = rowOf(400, column(names.flat(), 4, at.flat()), column(sums, 364, firsts), column(sums, 564, firsts))
  divideRows(grid, [])
  expect(textsOf(grid).map(([name]) => name)).toEqual(names.map((lines) => lines.join('')))
})

it('names of some rows, wrapped or not, in the middle of their figures', () => {
  const names = [['采购'], ['台式计', '算机'], ['家具'], ['会议服', '务及其', '他']]
  const at = inRows(names)
  const middles = at.map((own) => (own[0]! + own.at(-1)!) / 2)
  const sums = middles.map((_, n) => `${n + 1}.00`)
  const own = (rows: readonly number[]) =>
    column(
      rows.flatMap((n) => names[n]!),
      4 + 100 * rows[0]!,
      rows.flatMap((n) => at[n]!),
    )
  const grid = rowOf(200, own([0, 2]), own([1, 3]), column(sums, 464, middles))
  for (const [i, cell] of grid.cells.entries()) cell.box = [200 * i, 0, 200 * i + 200, 200]
  divideRows(grid, [])
  expect(textsOf(grid)).toEqual([
    ['采购', '', '1.00'],
    ['', '台式计算机', '2.00'],
    ['家具', '', '3.00'],
    ['', '会议服务及其他', '4.00'],
  ])
})

it('names with their figures beside the last line, and beside the first: not all rows have figures', () => {
  const names = ['某信访', '局', '今年预', '增减变', '化金额']
  expect(doubtedIn(column(names, 4, [4, 15, 33, 44, 55]), [15, 33])).not.toEqual([])
  expect(doubtedIn(column(names, 4, [4, 15, 33, 44, 55]), [4, 33])).toEqual([])
})

it('a line with room for the next word ends a name: what goes on below it is another one', () => {
  const at = [4, 33, 44]
  expect(doubtedIn(column(['某市信访局', '今年', '增减变化'], 4, at), [4, 33])).not.toEqual([])
  expect(doubtedIn(column(['某市信访局', '今年增减变', '化金额'], 4, at), [4, 33])).toEqual([])
})

it('lines of a cell beside several rows, some of them further apart: names of several rows', () => {
  const cellOf = (at: readonly number[]) => {
    const [cell] = rowOf(200, column(['其他资金', '本年收入', '小计'], 4, at)).cells
    return { ...cell!, rowSpan: 5 }
  }
  expect(holdsSeveralNames(cellOf([4, 60, 72]))).toBe(true)
  expect(holdsSeveralNames(cellOf([48, 60, 72]))).toBe(false)
})
