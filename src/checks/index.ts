/** Every identity that the forms imply is tried; what the results say of each cell, and what a person should look at. */
import type { Cell, Check, Finding, Table } from '../model.ts'
import type { CrossIdentity, Identity, Rate, TableTemplate } from '../template/define.ts'
import type { SumWords } from '../template/language.ts'
import type { SeenCells } from '../template/seen.ts'
import { type Blame, blame } from './blame.ts'
import { doubtShort } from './cut-figures.ts'
import { blameFinding, sumFinding, usualFindings } from './findings.ts'
import { codeTree } from './identities/code-tree.ts'
import { crossTable, type Disclosed } from './identities/cross-table.ts'
import { rowSums } from './identities/row-sum.ts'
import { listTotal, namedRows } from './identities/rows.ts'
import { sideTotals } from './identities/sides.ts'
import { type Claim, type Trial, trial } from './identities/terms.ts'
import { cellsOfLines, misplacedFinding, misplacedLines } from './misplaced.ts'
import { type Proofs, proofs } from './proof.ts'
import { checkRates } from './rates.ts'
import { doubtAlike } from './scans/alike.ts'
import { follows } from './scans/follows.ts'
import { acquit, assume, guess } from './scans/guess.ts'
import { nameColumns } from './scans/named-columns.ts'
import { nameTotals } from './scans/named-total.ts'
import { doubtOddSizes } from './scans/odd-size.ts'
import { type OptionsOf, repair } from './scans/repair.ts'
import { trustScans } from './scans/trust.ts'
import { misprintedUnits, misprintFinding } from './unit-factor.ts'

export interface Identities {
  templates: readonly TableTemplate[]
  crossTable: readonly CrossIdentity[]
  /** Words by which sums between lines are told. */
  sums: SumWords
  /** Percentages beside amounts. */
  rates?: readonly Rate[]
}

/** What is known of cells beside what they hold. */
export interface Doubts {
  /** Whether doubtful figures are given their likeliest value, which changes nothing of what is sure; so if absent. */
  guesses?: boolean
  /** What the reader saw in those of scans. */
  seen?: SeenCells
  /** Those of which nothing on the page shows for certain which line they are. */
  astray?: ReadonlySet<Cell>
}

/**
 * Tries all identities on the tables, sets the status of every cell, and returns checks and findings.
 * Cells that were `seen` on scans are put right first where the identities leave one reading only.
 */
export function runChecks(
  document: Disclosed,
  identities: Identities,
  { seen = new Map(), astray = new Set(), guesses = true }: Doubts = {},
): { checks: Check[]; findings: Finding[] } {
  if (seen.size > 0) nameColumns(document.tables, identities.templates, seen)
  const options = seen.size > 0 ? repair(document.tables, seen, () => tryAll(document, identities)) : null
  if (options) nameTotals(document.tables, seen)
  const doubts = { seen, astray, options }
  const { trials, misprints, misplaced, explained, blamed, open } = judge(document, identities, doubts)
  const isGuessed =
    guesses && options !== null && guess(document.tables, seen, { tryAll: () => tryAll(document, identities), options })
  const after = isGuessed ? tryAll(document, identities) : trials
  if (isGuessed) acquit(trials, after, seen)
  // A sum that breaks over a cell that may be misread says nothing of the publisher: the cell itself is named.
  const isRead = (t: Trial) => !t.places.some((p) => p && seen.has(p.cell) && p.cell.status === 'suspect')
  // A custom that is not kept over an amount that is named already is the same fault once more.
  const named = new Set(blamed.map((b) => b.place.cell))
  const isNew = (t: Trial) => !explained.has(t) && !t.places.some((p) => p && named.has(p.cell))
  const rates = checkRates(document.tables, identities.rates ?? [], named)
  return {
    checks: [...after.map((t) => t.check), ...rates.checks],
    findings: [
      ...misprints.map((m) => misprintFinding(m, document.tables)),
      ...misplaced.filter((m) => m.trials.some(isRead)).map(misplacedFinding),
      ...blamed.filter((b) => b.settles.some(isRead)).map((b) => blameFinding(b, document.tables)),
      ...open.filter(isRead).map(sumFinding),
      ...rates.findings,
      ...usualFindings(trials.filter((t) => isNew(t) && isRead(t))),
    ],
  }
}

interface Judged {
  trials: Trial[]
  misprints: ReturnType<typeof misprintedUnits>
  misplaced: ReturnType<typeof misplacedLines>
  /** Sums that break for one of these. */
  explained: ReadonlySet<Trial>
  blamed: Blame[]
  open: Trial[]
}

interface Given extends Required<Omit<Doubts, 'guesses'>> {
  /** What cells of scans may be read as; null where there are none. */
  options: OptionsOf | null
}

/** Tries everything and sets all statuses; what follows from figures that are certain then is set, and all is judged again. */
function judge(document: Disclosed, identities: Identities, given: Given): Judged {
  const before = given.options && statusesOf(document.tables)
  const unplaced = new Set([...(before ?? [])].flatMap(([cell, status]) => (status === 'suspect' ? [cell] : [])))
  const settled = new Set<Cell>()
  for (;;) {
    const judged = judgeOnce(document, identities, { ...given, settled })
    if (!before) return judged
    const lost = assume(document.tables, given.seen)
    const trials = lost.size > 0 ? tryAll(document, identities) : judged.trials
    const found = follows(document.tables, trials, { seen: given.seen, unplaced, lost: new Set(lost.keys()) })
    for (const [cell, was] of lost) if (!found.has(cell)) Object.assign(cell, was)
    if ([...found].every((cell) => settled.has(cell))) return judged
    for (const cell of found) settled.add(cell)
    for (const [cell, status] of before) cell.status = settled.has(cell) ? 'repaired' : status
  }
}

function statusesOf(tables: readonly Table[]): Map<Cell, Cell['status']> {
  return new Map(
    tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells).map((c) => [c, c.status] as const))),
  )
}

function judgeOnce(
  document: Disclosed,
  identities: Identities,
  { seen, astray, options, settled }: Given & { settled: ReadonlySet<Cell> },
): Judged {
  const trials = tryAll(document, identities)
  const misprints = misprintedUnits(trials, document.tables)
  const misplaced = misplacedLines(trials)
  const explained = new Set([...misprints, ...misplaced].flatMap((m) => m.trials))
  const { blamed, open } = blame(trials.filter((t) => !explained.has(t)))
  const { proved, placed } = proofs(trials, document.tables)
  const guilty = new Set([...blamed.map((b) => b.place.cell), ...cellsOfLines(misplaced)])
  setStatuses(trials, { proved, placed }, guilty, seen)
  doubtShort(document.tables, proved)
  doubtAstray(astray, proved)
  if (options) trustScans(document.tables, seen, { trials, proved, blamed, options, settled })
  doubtAlike(trials, seen)
  doubtOddSizes(document.tables, seen)
  return { trials, misprints, misplaced, explained, blamed, open }
}

export function tryAll(document: Disclosed, { templates, crossTable: cross, sums }: Identities): Trial[] {
  const claims: Claim[] = []
  const seen = new Map<string, number>()
  for (const table of document.tables) {
    if (table.state !== 'data') continue
    const template = templates.find((t) => t.id === table.id)
    for (const identity of template?.identities ?? []) claims.push(...claimsOf(table, identity, sums))
  }
  for (const identity of cross) claims.push(...crossTable(document, identity))
  return claims.flatMap((claim) => {
    const t = trial(claim)
    if (!t) return []
    const n = (seen.get(t.check.id) ?? 0) + 1
    seen.set(t.check.id, n)
    if (n > 1) t.check.id = `${t.check.id}#${n}`
    return [t]
  })
}

function claimsOf(table: Table, identity: Identity, sums: SumWords): Claim[] {
  if ('sum' in identity) return rowSums(table, identity)
  if ('tree' in identity) return codeTree(table, identity.tree === 'coded', sums)
  if ('sides' in identity) return sideTotals(table, sums)
  if ('list' in identity) return listTotal(table)
  return namedRows(table, identity)
}

/** Sums hold whichever of two lines an amount is in; only another table that prints it under the same name settles it. */
function doubtAstray(astray: ReadonlySet<Cell>, proved: ReadonlyMap<Cell, readonly Trial[]>): void {
  for (const cell of astray) {
    const isSettled = proved.get(cell)?.some((t) => t.check.rule === 'cross-table') ?? false
    if (!isSettled && cell.status !== 'unreadable' && cell.status !== 'inconsistent') cell.status = 'suspect'
  }
}

function setStatuses(
  trials: readonly Trial[],
  { proved, placed }: Proofs,
  guilty: ReadonlySet<Cell>,
  seen: SeenCells,
): void {
  const failing = trials.filter((t) => t.check.result === 'violated' && t.check.strength !== 'usual')
  const doubtful = new Set(
    failing.flatMap((t) => t.places.flatMap((p) => (p && p.cell.value !== null ? [p.cell] : []))),
  )
  for (const cell of new Set([...proved.keys(), ...doubtful, ...guilty])) {
    if (cell.status === 'unreadable' || seen.has(cell)) continue
    if (guilty.has(cell) || (doubtful.has(cell) && !proved.has(cell)))
      cell.status = cell.status === 'suspect' ? 'suspect' : 'inconsistent'
    else if (proved.has(cell)) cell.status = 'proved'
  }
  for (const cell of placed)
    if (cell.status === 'suspect' && !guilty.has(cell) && !doubtful.has(cell)) cell.status = 'read'
}
