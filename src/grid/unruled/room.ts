/** How much room the lines of a cell leave: a text is wrapped where its cell ends. */
/** A line of a cell. */
export interface Extent {
  x0: number
  x1: number
  y0: number
  y1: number
}

/** How far lines of a column reach, and how wide they are, at most. */
export interface Widest {
  x1: number
  width: number
}

/** Lines of one text are set alike, give or take so many points. */
const SAME_PLACE = 0.4
/** A line that ends so many letters before the widest of its column is the last of its cell. */
const ROOM = 1.5

/** Whether a line goes on in its cell though there was room behind it. */
export function isShort({ x0, x1, y0, y1 }: Extent, widest: Widest): boolean {
  const room = ROOM * (y1 - y0)
  return widest.x1 - x1 > room && widest.width - (x1 - x0) > room
}

/** Whether a line goes on where there was no room for its first letter behind the one above it, set as that is. */
export function isOverflow(item: Extent & { size: number }, line: Extent | undefined, { width }: Widest): boolean {
  if (!line || item.y0 < line.y1 - item.size / 2) return false
  const off = [item.x0 - line.x0, (item.x0 + item.x1 - line.x0 - line.x1) / 2]
  return off.some((d) => Math.abs(d) < SAME_PLACE) && width - (line.x1 - line.x0) < item.size
}

export function widest(lines: readonly Extent[]): Widest {
  return { x1: Math.max(...lines.map((l) => l.x1)), width: Math.max(...lines.map((l) => l.x1 - l.x0)) }
}
