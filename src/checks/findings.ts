/** Failing checks as findings: the cell to blame where there is one, else the sum; customs that are not kept as notes. */
import { Decimal } from 'decimal.js'
import type { Finding, Table } from '../model.ts'
import type { Blame } from './blame.ts'
import type { Place, Trial } from './identities/terms.ts'
import { cellWords, type Words } from './words.ts'

/** Relations beyond this many are counted, not listed. */
const LISTED = 3

export function blameFinding({ place, value, settles }: Blame, tables: readonly Table[]): Finding {
  const would = asPrinted(value, place)
  const where = wordsOf(place, tables)
  const names = namesOf(settles)
  return {
    code: 'identity-violated',
    severity: 'error',
    message: {
      zh: `${where.zh}印为${place.cell.raw}，按勾稽关系应为${would}：${names.zh}`,
      en: `${where.en} prints ${place.cell.raw}; with ${would} it would hold that ${names.en}`,
    },
    ...at(place),
    expected: would,
    checks: settles.map((t) => t.check.id),
  }
}

/** A sum none of whose terms can be blamed before the others. */
export function sumFinding(t: Trial): Finding {
  const [total] = t.places
  const [sum, difference] = [total!.value.plus(t.difference), t.difference.abs()].map((v) => asPrinted(v, total!))
  return {
    code: 'identity-violated',
    severity: 'error',
    message: {
      zh: `${t.check.name.zh}：印为${total!.cell.raw}，各项合计为${sum}，相差${difference}`,
      en: `${t.check.name.en}: prints ${total!.cell.raw}, the terms come to ${sum}, ${difference} apart`,
    },
    ...at(total!),
    checks: [t.check.id],
  }
}

/** One note for an identity, whatever number of lines does not keep it. */
export function usualFindings(trials: readonly Trial[]): Finding[] {
  const broken = trials.filter((t) => t.check.strength === 'usual' && t.check.result === 'violated')
  const failing = broken.filter((t) => !t.exceeds && !t.isPartOnly)
  const byIdentity = new Map<string, Trial[]>()
  for (const t of failing) {
    const key = t.check.id.replace(/ \d+$/, '')
    byIdentity.set(key, [...(byIdentity.get(key) ?? []), t])
  }
  const customs = [...byIdentity.values()].map((list): Finding => {
    const finding = sumFinding(list[0]!)
    const { zh, en } = finding.message
    const more = list.length - 1
    return {
      ...finding,
      code: 'usual-identity',
      severity: 'note',
      message: more === 0 ? { zh, en } : { zh: `${zh}；另有${more}行同样不等`, en: `${en}; and ${more} more lines` },
      checks: list.map((t) => t.check.id),
    }
  })
  return [...broken.filter((t) => t.exceeds).map(partFinding), ...customs]
}

/** No custom: what is a part of an amount cannot be more than it. */
function partFinding(t: Trial): Finding {
  const [whole, part] = t.places
  const { zh, en } = t.check.name
  return {
    code: 'part-exceeds',
    severity: 'warning',
    message: {
      zh: `${zh}：部分（${part!.cell.raw}）大于全部（${whole!.cell.raw}）`,
      en: `${en}: the part (${part!.cell.raw}) is more than the whole (${whole!.cell.raw})`,
    },
    ...at(whole!),
    checks: [t.check.id],
  }
}

function namesOf(trials: readonly Trial[]): Words {
  const shown = trials.slice(0, LISTED).map((t) => t.check.name)
  const more = trials.length - shown.length
  return {
    zh: `${shown.map((n) => n.zh).join('；')}${more > 0 ? `；等${trials.length}项` : ''}`,
    en: `${shown.map((n) => n.en).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
  }
}

function at({ table, row, column, cell }: Place) {
  return { page: cell.page, bbox: cell.bbox, table, row, column }
}

function wordsOf(place: Place, tables: readonly Table[]): Words {
  for (const table of tables) {
    const row = table.rows.find((r) => r.cells[place.column] === place.cell)
    if (row) return cellWords(table, row, place.column)
  }
  return { zh: place.row, en: place.row }
}

/** A value in 元 in the unit in which the cell is printed. */
function asPrinted(value: Decimal, { cell, value: own }: Place): string {
  const scale = cell.yuan !== null && cell.value !== null && !own.isZero() ? own.div(new Decimal(cell.value)) : 1
  return value.div(scale).toFixed()
}
