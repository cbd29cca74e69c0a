/** Dashes among the names of lines. */
import { readCell } from '../../amount.ts'
import type { GridCell } from '../../grid/types.ts'
import { isScanned } from '../seen.ts'

/** A dash where nothing is to be said: no name, no code and no unit. What a scan shows may be what is left of 一. */
export function isDashed(cell: GridCell): boolean {
  return !isScanned(cell) && readCell(cell.text).mark === 'dash'
}

/** A dash of scans believed less than this (0–1) stands under a seal: its shape alone is certain. */
const SEEN_DASH = 0.9

/** A dash under a seal, which may be a stroke of that. */
export function isHiddenDash({ text, glyphs }: GridCell): boolean {
  return readCell(text).mark === 'dash' && glyphs.some((g) => (g.confidence ?? 1) < SEEN_DASH)
}
