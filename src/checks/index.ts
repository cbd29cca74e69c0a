/** Every identity that the forms imply is tried; what the results say of each cell, and what a person should look at. */
import { Decimal } from 'decimal.js'
import type { Cell, Check, Finding, Table } from '../model.ts'
import type { CrossIdentity, Identity, TableTemplate } from '../template/define.ts'
import type { SeenCells } from '../template/seen.ts'
import { type Blame, blame } from './blame.ts'
import { codeTree } from './code-tree.ts'
import { crossTable, type Disclosed } from './cross-table.ts'
import { proofs } from './proof.ts'
import { repair } from './repair.ts'
import { rowSums } from './row-sum.ts'
import { listTotal, namedRows } from './rows.ts'
import { sideTotals } from './sides.ts'
import { type Claim, type Place, type Trial, trial } from './terms.ts'
import { trustScans } from './trust.ts'

export interface Identities {
  templates: readonly TableTemplate[]
  crossTable: readonly CrossIdentity[]
}

/**
 * Tries all identities on the tables, sets the status of every cell, and returns checks and findings.
 * Cells that were `seen` on scans are put right first where the identities leave one reading only.
 */
export function runChecks(
  document: Disclosed,
  identities: Identities,
  seen: SeenCells = new Map(),
): { checks: Check[]; findings: Finding[] } {
  const options = seen.size > 0 ? repair(document.tables, seen, () => tryAll(document, identities)) : null
  const trials = tryAll(document, identities)
  const { blamed, open } = blame(trials)
  const proved = proofs(trials, document.tables)
  setStatuses(trials, proved, blamed, seen)
  if (options) trustScans(document.tables, seen, { trials, proved, blamed, options })
  return {
    checks: trials.map((t) => t.check),
    findings: [...blamed.map(blameFinding), ...open.map(openFinding), ...usualFindings(trials)],
  }
}

export function tryAll(document: Disclosed, { templates, crossTable: cross }: Identities): Trial[] {
  const claims: Claim[] = []
  const seen = new Map<string, number>()
  for (const table of document.tables) {
    if (table.state !== 'data') continue
    const template = templates.find((t) => t.id === table.id)
    for (const identity of template?.identities ?? []) claims.push(...claimsOf(table, identity))
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

function claimsOf(table: Table, identity: Identity): Claim[] {
  if ('sum' in identity) return rowSums(table, identity)
  if ('tree' in identity) return codeTree(table, identity.tree === 'coded')
  if ('sides' in identity) return sideTotals(table)
  if ('list' in identity) return listTotal(table)
  return namedRows(table, identity)
}

function setStatuses(
  trials: readonly Trial[],
  proved: ReadonlyMap<Cell, readonly Trial[]>,
  blamed: readonly Blame[],
  seen: SeenCells,
): void {
  const failing = trials.filter((t) => t.check.result === 'violated' && t.check.strength !== 'usual')
  const doubtful = new Set(
    failing.flatMap((t) => t.places.flatMap((p) => (p && p.cell.value !== null ? [p.cell] : []))),
  )
  const guilty = new Set(blamed.map((b) => b.place.cell))
  for (const cell of new Set([...proved.keys(), ...doubtful, ...guilty])) {
    if (cell.status === 'unreadable' || seen.has(cell)) continue
    if (guilty.has(cell) || (doubtful.has(cell) && !proved.has(cell)))
      cell.status = cell.status === 'suspect' ? 'suspect' : 'inconsistent'
    else if (proved.has(cell)) cell.status = 'proved'
  }
}

function figure(value: Decimal, place: Place): string {
  const scale =
    place.cell.yuan !== null && place.cell.value !== null && !place.value.isZero()
      ? place.value.div(new Decimal(place.cell.value))
      : new Decimal(1)
  return value.div(scale).toFixed()
}

function blameFinding({ place, value, settles }: Blame): Finding {
  const would = figure(value, place)
  const printed = place.cell.raw
  const names = {
    zh: settles.map((t) => t.check.name.zh).join('；'),
    en: settles.map((t) => t.check.name.en).join('; '),
  }
  return {
    code: 'identity-violated',
    severity: 'error',
    message: {
      zh: `${place.table} ${place.row} ${place.column} 印为 ${printed}，按勾稽关系应为 ${would}（${names.zh}）`,
      en: `${place.table} ${place.row} ${place.column} prints ${printed}; ${settles.length} check${settles.length > 1 ? 's' : ''} would hold with ${would} (${names.en})`,
    },
    page: place.cell.page,
    bbox: place.cell.bbox,
    table: place.table,
    row: place.row,
    column: place.column,
    expected: would,
    checks: settles.map((t) => t.check.id),
  }
}

function openFinding(t: Trial): Finding {
  const place = t.places[0]!
  const terms = t.places
    .slice(1)
    .map((p) => p?.cell.value ?? '')
    .join(' + ')
  return {
    code: 'identity-violated',
    severity: 'error',
    message: {
      zh: `${t.check.name.zh}：印为 ${place.cell.raw}，各项为 ${terms}`,
      en: `${t.check.name.en}: prints ${place.cell.raw}, the terms are ${terms}`,
    },
    page: place.cell.page,
    bbox: place.cell.bbox,
    table: place.table,
    row: place.row,
    column: place.column,
    checks: [t.check.id],
  }
}

function usualFindings(trials: readonly Trial[]): Finding[] {
  return trials
    .filter((t) => t.check.strength === 'usual' && t.check.result === 'violated')
    .map((t) => ({ ...openFinding(t), code: 'usual-identity', severity: 'note' as const }))
}
