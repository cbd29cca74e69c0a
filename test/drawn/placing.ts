/** Where marks of a page come to stand on paper. */
import type { DrawnPage, Mark, TextMark } from './pdf.ts'

/** The page in smaller units, as printer drivers have it. */
export function finer(page: DrawnPage, by: number): DrawnPage {
  if (by === 1) return page
  const marks = page.marks.map((m): Mark => {
    if (m.kind === 'text') {
      const within = m.within?.map((v) => v * by) as unknown as TextMark['within']
      return { ...m, x: m.x * by, y: m.y * by, size: m.size * by, ...(within ? { within } : {}) }
    }
    const box = { x0: m.x0 * by, y0: m.y0 * by, x1: m.x1 * by, y1: m.y1 * by }
    if (m.kind === 'box') return { ...m, ...box, ...(m.outline === undefined ? {} : { outline: m.outline * by }) }
    return { ...m, ...box, width: m.width * by, ...(m.dash ? { dash: m.dash.map((d) => d * by) } : {}) }
  })
  return { width: page.width * by, height: page.height * by, marks }
}

export function matrix(turn: number, w: number, h: number, k: number, c: number): number[] {
  const at: Record<number, number[]> = {
    0: [k, 0, 0, k, c, c],
    90: [0, k, -k, 0, h + c, c],
    180: [-k, 0, 0, -k, w + c, h + c],
    270: [0, -k, k, 0, c, w + c],
  }
  return at[turn]!
}

/** Numbers with at most four decimals: the same bytes on every machine. */
export function n(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}
