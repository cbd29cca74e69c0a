/** Names that no form prints (of projects, of units) and that differ by a letter from one of the same table. */
import { distance } from 'fastest-levenshtein'
import type { GridCell } from '../../grid/types.ts'
import { isScanned, see } from '../seen.ts'
import { letters } from '../spelling.ts'
import { bareLabel } from '../words.ts'
import type { Lexicon } from './nearest.ts'

/** Names believed this much (0–1) stand there; one believed less may be such a one with a letter misread. */
const READ = 0.9
/** Names of fewer letters often differ by one (项目一, 项目二). */
const LONG = 6

const HAN = /\p{Script=Han}/u

/** The cells with a name that may be another one of the table: 审翔专项业务费 where 审判专项业务费 stands, too. */
export function alikeNames(cells: readonly GridCell[], lexicon: Lexicon): GridCell[] {
  const names = cells.flatMap((cell) => {
    const key = isScanned(cell) && HAN.test(cell.text) ? letters(bareLabel(cell.text)) : ''
    return key.length < LONG ? [] : [{ cell, key, share: see(cell, null).readings[0]!.share }]
  })
  const read = new Set(names.flatMap(({ key, share }) => (share >= READ ? [key] : [])))
  const isNear = (key: string) => [...read].some((r) => r.length === key.length && distance(r, key) === 1)
  return names
    .filter(({ key, share }) => share < READ && !lexicon.has(key) && !read.has(key) && isNear(key))
    .map(({ cell }) => cell)
}
