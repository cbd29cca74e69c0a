/** 2-D affine maps as PDF writes them: [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

/** `multiply(outer, [scaleX, 0, 0, scaleY, x, y])`: most maps neither turn nor slant. */
export function placed(outer: Matrix, scaleX: number, scaleY: number, x: number, y: number): Matrix {
  return [
    outer[0] * scaleX,
    outer[1] * scaleX,
    outer[2] * scaleY,
    outer[3] * scaleY,
    outer[0] * x + outer[2] * y + outer[4],
    outer[1] * x + outer[3] * y + outer[5],
  ]
}

/** Bounding box of a mapped rectangle. */
export function applyBox(m: Matrix, x0: number, y0: number, x1: number, y1: number): [number, number, number, number] {
  if (m[1] === 0 && m[2] === 0) {
    const ax = m[0] * x0 + m[4]
    const bx = m[0] * x1 + m[4]
    const ay = m[3] * y0 + m[5]
    const by = m[3] * y1 + m[5]
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  }
  const a = apply(m, x0, y0)
  const b = apply(m, x1, y0)
  const c = apply(m, x0, y1)
  const d = apply(m, x1, y1)
  return [
    Math.min(a[0], b[0], c[0], d[0]),
    Math.min(a[1], b[1], c[1], d[1]),
    Math.max(a[0], b[0], c[0], d[0]),
    Math.max(a[1], b[1], c[1], d[1]),
  ]
}
