/** 201 | 01 | 01 below one header: the parts of subject codes stand in columns of their own, which one text heads. */
import type { TextRow } from '../pieces.ts'
import { type DataBand, overlaps, type UnruledColumn } from './bands.ts'

/** 类, 款 and 项 as they are printed beside each other: each its own digits, or with those before it. */
const PARTS = [/^\d{3}$/, /^(\d{3})?\d{2}$/, /^(\d{5})?\d{2}$/]

/** Stretches in which the parts of codes stand, joined to one as their header is. */
export function withJoinedCodes(bands: readonly DataBand[], data: readonly TextRow[]): DataBand[] {
  const out: DataBand[] = []
  for (let at = 0; at < bands.length; ) {
    let count = 0
    while (count < PARTS.length && bands[at + count] && isPart(bands[at + count]!, data, PARTS[count]!)) count++
    const parts = bands.slice(at, at + Math.max(1, count))
    out.push(count > 1 ? { kind: 'code', x0: parts[0]!.x0, x1: parts.at(-1)!.x1, parts } : parts[0]!)
    at += parts.length
  }
  return out
}

function isPart(band: DataBand, data: readonly TextRow[], part: RegExp): boolean {
  const own = data.flatMap((r) => r.pieces).filter((p) => overlaps(band, { x0: p.box[0], x1: p.box[2] }))
  return band.kind === 'code' && own.every((p) => part.test(p.text.trim()) || !/^\d/.test(p.text))
}

/** The columns of joined stretches, a part each; their header is over all of them. */
export function dividedCodes(columns: readonly UnruledColumn[]): UnruledColumn[] {
  return columns.flatMap((c): UnruledColumn[] => {
    const [first, ...others] = c.data?.parts ?? []
    if (!first) return [c]
    const part = (data: DataBand): UnruledColumn => ({ x0: data.x0, x1: data.x1, leaf: undefined, data })
    return [{ ...part(first), leaf: c.leaf, span: others.length + 1 }, ...others.map(part)]
  })
}
