/** Several pages on one: a book that lies open, or two pages printed on one sheet. */
import type { DrawnPage, Mark } from './pdf.ts'
import type { TruthLine } from './table.ts'

/** How many pages stand side by side, and how many one above the other. */
export interface Leaves {
  across: 1 | 2
  down: 1 | 2
}

export const ONE_LEAF: Leaves = { across: 1, down: 1 }

/** The pages put on sheets, in reading order, each as large as the last one; `truth` says then on which sheet a cell stands. */
export function bind(
  pages: readonly DrawnPage[],
  truth: readonly TruthLine[],
  { across, down }: Leaves,
): { pages: DrawnPage[]; truth: TruthLine[] } {
  const each = across * down
  if (each === 1) return { pages: [...pages], truth: [...truth] }
  const { width, height } = pages.at(-1)!
  const sheets = Array.from({ length: Math.ceil(pages.length / each) }, (_, sheet): DrawnPage => {
    const marks = pages.slice(sheet * each, (sheet + 1) * each).flatMap((page, i) => {
      const [column, row] = [i % across, Math.floor(i / across)]
      const scale = Math.min(width / page.width, height / page.height)
      const x = column * width + (width - scale * page.width) / 2
      const y = row * height + (height - scale * page.height) / 2
      return page.marks.map((mark) => placed(mark, scale, x, y))
    })
    return { width: width * across, height: height * down, marks }
  })
  return { pages: sheets, truth: truth.map((line) => ({ ...line, page: Math.ceil(line.page / each) })) }
}

function placed(mark: Mark, scale: number, x: number, y: number): Mark {
  const [atX, atY] = [(v: number) => scale * v + x, (v: number) => scale * v + y]
  if (mark.kind !== 'text') {
    const { x0, y0, x1, y1 } = mark
    const own = { ...mark, x0: atX(x0), y0: atY(y0), x1: atX(x1), y1: atY(y1) }
    return own.kind === 'rule' ? { ...own, width: scale * own.width } : own
  }
  const own = { ...mark, x: atX(mark.x), y: atY(mark.y), size: scale * mark.size }
  if (!mark.within) return own
  const [x0, y0, x1, y1] = mark.within
  return { ...own, within: [atX(x0), atY(y0), atX(x1), atY(y1)] }
}
