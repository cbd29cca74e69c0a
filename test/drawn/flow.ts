/** Pages filled from top to bottom. */
import { widthOf } from './font.ts'
import type { DrawnPage, Mark, TextMark } from './pdf.ts'
import type { TruthLine } from './table.ts'

/** Points. */
export interface Frame {
  width: number
  height: number
  /** Free space at the sides, at the top and at the bottom. */
  side: number
  top: number
  bottom: number
}

export const UPRIGHT: Frame = { width: 595, height: 842, side: 56, top: 64, bottom: 64 }
export const LYING: Frame = { width: 842, height: 595, side: 56, top: 60, bottom: 56 }

export class Flow {
  readonly pages: DrawnPage[] = []
  readonly truth: TruthLine[] = []
  /** Where the next thing stands, points from the top. */
  y = 0
  frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
    this.turnPage()
  }

  turnPage(frame: Frame = this.frame): void {
    this.frame = frame
    this.pages.push({ width: frame.width, height: frame.height, marks: [] })
    this.y = frame.top
  }

  get page(): number {
    return this.pages.length
  }

  get left(): number {
    return this.frame.side
  }

  get right(): number {
    return this.frame.width - this.frame.side
  }

  /** Points left on the page. */
  get room(): number {
    return this.frame.height - this.frame.bottom - this.y
  }

  put(...marks: Mark[]): void {
    this.pages.at(-1)!.marks.push(...marks)
  }

  /** One line of text at the height `y`, which is that of its middle. */
  line(text: string, x: number, y: number, size: number, align: Align, more: Partial<TextMark> = {}): void {
    if (text === '') return
    const width = widthOf(text, size)
    const from = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    this.put({ kind: 'text', text, x: from, y: y + 0.36 * size, size, ...more })
  }

  /** A text turned about its middle, which is at `x`, `y`. */
  turned(text: string, x: number, y: number, size: number, angle: 90 | -90, more: Partial<TextMark>): void {
    const [half, low] = [(Math.sign(angle) * widthOf(text, size)) / 2, Math.sign(angle) * 0.36 * size]
    this.put({ kind: 'text', text, x: x + low, y: y + half, size, angle, ...more })
  }

  /** Running text: paragraphs with their first line indented by two characters. */
  prose(paragraphs: readonly string[], size: number): void {
    for (const paragraph of paragraphs)
      for (const line of wrap(`　　${paragraph}`, this.right - this.left, size)) {
        if (this.room < size * 1.7) this.turnPage()
        this.line(line, this.left, this.y + size * 0.85, size, 'left')
        this.y += size * 1.7
      }
  }

  heading(text: string, size: number): void {
    if (this.room < size * 4) this.turnPage()
    this.line(text, this.frame.width / 2, this.y + size, size, 'center')
    this.y += size * 2.2
  }
}

export type Align = 'left' | 'center' | 'right'

/** Lines no wider than `width`; a line breaks between any two characters, but not within a number or before a mark. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/[\d.,%]+[，。；、：）]?|.[，。；、：）”]*/gu) ?? []) {
    if (line !== '' && widthOf(line + word, size) > width) {
      lines.push(line)
      line = ''
    }
    line += word
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}
