/** What stands on pages besides their content: headers, footers, watermarks, and text that nobody sees. */
import { widthOf } from './font.ts'
import type { DrawnPage, TextMark } from './pdf.ts'

export interface Furniture {
  header: 'none' | 'name' | 'name with a line'
  footer: 'none' | 'below the table' | '- 1 -' | '1' | '第1页 共9页' | '第 1 页 共 9 页' | '1/9' | '— 1 —'
  watermark: 'none' | 'slanting' | 'slanting, many' | 'level' | 'upright'
  /** A round seal over the lower right of the page, with the name of its owner around it. */
  seal: boolean
  /** Texts that are in the file and not on paper. */
  unseen:
    | 'none'
    | 'render mode 3'
    | 'under a white box'
    | 'white on white'
    | 'off the page'
    | 'clipped away'
    | 'in a layer turned off'
}

export const NO_FURNITURE: Furniture = {
  header: 'none',
  footer: 'none',
  watermark: 'none',
  seal: false,
  unseen: 'none',
}

export function furnish(pages: readonly DrawnPage[], furniture: Furniture, name: string): void {
  pages.forEach((page, i) => {
    page.marks.unshift(...watermarks(page, furniture.watermark), ...unseen(page, furniture.unseen))
    if (furniture.seal) page.marks.push(...seal(page, name))
    page.marks.push(...header(page, furniture.header, name), ...footer(page, furniture.footer, i + 1, pages.length))
  })
}

function header(page: DrawnPage, kind: Furniture['header'], name: string): DrawnPage['marks'] {
  if (kind === 'none') return []
  const text: TextMark = { kind: 'text', text: name, x: (page.width - widthOf(name, 8)) / 2, y: 34, size: 8 }
  if (kind === 'name') return [text]
  return [text, { kind: 'rule', x0: 60, x1: page.width - 60, y0: 38, y1: 38, width: 0.5, as: 'stroke' }]
}

function footer(page: DrawnPage, kind: Furniture['footer'], number: number, count: number): DrawnPage['marks'] {
  if (kind === 'none') return []
  if (kind === 'below the table') {
    const bottom = Math.max(...page.marks.map((m) => (m.kind === 'text' ? m.y : m.y1)))
    const words = `第 ${number} 页 共 ${count} 页`
    return [{ kind: 'text', text: words, x: (page.width - widthOf(words, 9)) / 2, y: bottom + 9, size: 9 }]
  }
  const text = kind.replace(/[19]/g, (which) => String(which === '1' ? number : count))
  return [{ kind: 'text', text, x: (page.width - widthOf(text, 9)) / 2, y: page.height - 30, size: 9 }]
}

const RED = [0.85, 0.1, 0.1] as const

/** The letters of a name along an arc over the top of a circle, each turned by its place. */
function seal(page: DrawnPage, name: string): TextMark[] {
  const [x, y, radius, size] = [page.width * 0.75, page.height * 0.6, 48, 11]
  const letters = [...name]
  return letters.map((text, i) => {
    const angle = 110 - (220 * i) / (letters.length - 1)
    const turn = (angle * Math.PI) / 180
    return {
      kind: 'text',
      text,
      x: x - radius * Math.sin(turn),
      y: y - radius * Math.cos(turn),
      size,
      angle,
      color: RED,
    }
  })
}

function watermarks(page: DrawnPage, kind: Furniture['watermark']): TextMark[] {
  if (kind === 'none') return []
  const mark = (x: number, y: number, size: number): TextMark => ({
    kind: 'text',
    text: '政务公开',
    x,
    y,
    size,
    angle: 35,
    color: [0.85, 0.85, 0.85],
  })
  const [x, y, size] = [page.width * 0.3, page.height * 0.6, 60]
  if (kind === 'level') return [{ ...mark(x, y, size), angle: 0 }]
  if (kind === 'upright') return [{ ...mark(page.width / 2, y, size), angle: 90 }]
  if (kind === 'slanting') return [mark(page.width * 0.3, page.height * 0.65, 60)]
  const marks: TextMark[] = []
  for (let x = 40; x < page.width - 80; x += 160)
    for (let y = 120; y < page.height; y += 130) marks.push(mark(x, y, 18))
  return marks
}

/** Figures of an earlier draft: still in the file, not on paper. */
function unseen(page: DrawnPage, kind: Furniture['unseen']): DrawnPage['marks'] {
  if (kind === 'none') return []
  const marks: DrawnPage['marks'] = []
  const draft: TextMark = { kind: 'text', text: '9876.54', x: page.width * 0.6, y: 0, size: 9 }
  if (kind === 'render mode 3') draft.hidden = true
  if (kind === 'white on white') draft.color = [1, 1, 1]
  // … nor on a page beside it on the same sheet.
  if (kind === 'off the page') draft.x = -4 * page.width
  if (kind === 'clipped away') draft.clipped = true
  if (kind === 'in a layer turned off') draft.off = true
  for (let y = 140; y < page.height - 60; y += 24) marks.push({ ...draft, y })
  if (kind === 'under a white box')
    marks.push({ kind: 'box', x0: 20, y0: 60, x1: page.width - 20, y1: page.height - 20, color: [1, 1, 1] })
  return marks
}
