/** The codes of a table as they stand below each other: what of them bears out a code that was hardly read. */
import type { Draft } from '../lines/draft.ts'

/** Shares of a table's codes (0–1) that must bear it out that it prints parents, and is in order. */
const MOSTLY = 0.7

export interface CodeTable {
  codes: string[]
  units: string[]
  /** The lines above and below each, in its own block: codes go on downwards, not into the block beside. */
  around: { above: number | undefined; below: number | undefined }[]
  has: Map<string, number>
  printsParents: boolean
  inOrder: boolean
  /** Whether codes stand several times by design (a line a project). */
  repeats: boolean
}

export function toTable(drafts: readonly Draft[]): CodeTable {
  const codes = drafts.map((d) => d.code ?? '')
  const units = drafts.map((d) => d.unitName)
  const has = new Map<string, number>()
  codes.forEach((code, i) => {
    if (code !== '') has.set(`${units[i]} ${code}`, (has.get(`${units[i]} ${code}`) ?? 0) + 1)
  })
  const deep = codes.flatMap((code, i) => (code.length > 3 ? [`${units[i]} ${code.slice(0, -2)}`] : []))
  const around = aroundEach(drafts)
  const pairs = codes.flatMap((code, i) => {
    const { above } = around[i]!
    if (above === undefined || code === '' || codes[above] === '' || units[above] !== units[i]) return []
    return [codes[above]! < code]
  })
  return {
    codes,
    units,
    around,
    has,
    printsParents: deep.length > 0 && deep.filter((parent) => has.has(parent)).length >= MOSTLY * deep.length,
    repeats: [...has.values()].filter((n) => n > 1).length > (1 - MOSTLY) * has.size,
    inOrder: pairs.length > 0 && pairs.filter((rises) => rises).length >= MOSTLY * pairs.length,
  }
}

function aroundEach(drafts: readonly Pick<Draft, 'block'>[]): CodeTable['around'] {
  const last = new Map<number, number>()
  const around: CodeTable['around'] = drafts.map(({ block }, i) => {
    const above = last.get(block)
    last.set(block, i)
    return { above, below: undefined }
  })
  around.forEach(({ above }, i) => {
    if (above !== undefined) around[above]!.below = i
  })
  return around
}
