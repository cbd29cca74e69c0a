/** Rulings that seem to go on from one table to the next below it, as where a seal lies over both. */
import { MEETS, place, type SeenLine } from './seen-line.ts'

/**
 * The lines, an upright one in two where it alone runs on between two tables: above and below the gap a line across
 * stands, and the uprights at both its ends, and all others, end or begin there. Of a merged row the edges run on.
 */
export function withoutBridges(lines: readonly SeenLine[], scale: number): SeenLine[] {
  const apart = (line: SeenLine) =>
    parted(
      line,
      lines.filter((other) => other !== line),
      MEETS * scale,
    )
  return lines.flatMap((line) => (line.axis === 'v' ? apart(line) : [line]))
}

function parted(line: SeenLine, others: readonly SeenLine[], near: number): SeenLine[] {
  const x = (line.at0 + line.at1) / 2
  const isOver = ({ axis, from, to }: SeenLine) => axis === 'h' && from - near <= x && x <= to + near
  const across = others.filter(isOver).sort((a, b) => place(a, x) - place(b, x))
  const uprights = others.filter((other) => other.axis === 'v')
  for (const [i, below] of across.slice(1).entries()) {
    const above = across[i]!
    if (place(above, x) <= line.from + near || place(below, x) >= line.to - near) continue
    if (!isShut(above, uprights, 'to', near) || !isShut(below, uprights, 'from', near)) continue
    const runsOn = (other: SeenLine) =>
      Math.min(other.to, place(below, other.at0)) - Math.max(other.from, place(above, other.at0)) > near
    const isWithin = ({ at0 }: SeenLine) => at0 > above.from - near && at0 < above.to + near
    if (uprights.some((other) => isWithin(other) && runsOn(other))) continue
    const rest = part(line, place(below, x), line.to)
    return [part(line, line.from, place(above, x)), ...parted(rest, others, near)]
  }
  return [line]
}

/** Whether an upright ends (`to`) or begins (`from`) at each end of a line across. */
function isShut(across: SeenLine, uprights: readonly SeenLine[], end: 'from' | 'to', near: number): boolean {
  return [across.from, across.to].every((x) =>
    uprights.some(
      (u) => Math.abs((end === 'to' ? u.at1 : u.at0) - x) <= near && Math.abs(u[end] - place(across, x)) <= near,
    ),
  )
}

function part(line: SeenLine, from: number, to: number): SeenLine {
  const within = (places: readonly number[]) => places.filter((at) => at >= from && at < to)
  const bare = line.bare && within(line.bare)
  return { ...line, from, to, at0: place(line, from), at1: place(line, to), shut: within(line.shut), bare }
}
