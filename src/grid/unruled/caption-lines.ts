/** Lines around a table that say whose it is and in which unit: no part of its header. */
import { MONEY } from '../../amount.ts'
import type { TextRow } from '../pieces.ts'

const IS_MONEY = new RegExp(`^${MONEY}$`)
/** What stands behind the last colon of a line: a unit has no more letters. */
const BEHIND_COLON = /[:：]\s*(\S{0,2})$/

/** 单位：万元, 部门名称：…: captions have a colon, headers have none but that of 其中：. */
export function isCaptionLine({ pieces }: TextRow): boolean {
  return pieces.some((p) => /[:：]/.test(p.text.replace(/其中[:：]/g, ''))) && !pieces.some((p) => p.amount)
}

/** Whether a line is a caption, or what the one above has no room for: 元 below 单位：万. */
export function isCaptionAt(rows: readonly TextRow[], at: number): boolean {
  return isCaptionLine(rows[at]!) || isRestOfUnit(rows[at - 1], rows[at]!)
}

function isRestOfUnit(above: TextRow | undefined, { pieces: [rest, ...others] }: TextRow): boolean {
  if (!above || !rest || others.length > 0 || !isCaptionLine(above)) return false
  const begun = BEHIND_COLON.exec(above.line.text.trim())?.[1]
  return begun !== undefined && IS_MONEY.test(begun + rest.text.trim())
}
