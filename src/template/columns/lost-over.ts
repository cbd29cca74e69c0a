/** 小计 whose header is lost is no total of the table where what stands right behind it are the parts of another column. */
import type { TableTemplate } from '../define.ts'
import type { FieldLanguage } from '../language.ts'
import { MAIN, type PlacedColumn } from './placed.ts'

type Sum = { sum: string; of: readonly string[] }

/**
 * 小计 | 公务用车购置费 | 公务用车运行费 sums vehicles, whatever stood over it; not where another part of the total
 * (公务接待费) stands behind them and none before: then it may be the total of all of them.
 */
export function isSubtotalOfPart(
  p: PlacedColumn,
  placed: readonly PlacedColumn[],
  { identities = [] }: TableTemplate,
  { subtotal }: FieldLanguage,
): boolean {
  const { words } = p.leaf
  if (words.length !== 1 || !subtotal.test(words[0]!) || !MAIN.test(p.id)) return false
  const main = p.id.match(/amount|total/)![0]
  const named = (id: string) => p.id.replace(main, id)
  const own = placed.filter((v) => v.role === 'value' && v.fit > 0 && v.block === p.block && v.side === p.side)
  const at = own.indexOf(p)
  const sums = identities.flatMap((i): Sum[] => ('sum' in i ? [i] : []))
  const wholes = sums.filter((s) => s.sum === main)
  return sums.some(({ sum, of }) => {
    const parts = of.map(named)
    const behind = own.slice(at + 1).map((v) => v.id)
    const next = behind.find((id) => !parts.includes(id))
    if (sum === main || !wholes.some((w) => w.of.includes(sum)) || own.some((v) => v.id === named(sum))) return false
    if (behind[0] === undefined || behind[0] === next) return false
    const others = wholes.flatMap((w) => w.of.map(named)).filter((id) => !parts.includes(id))
    return own.slice(0, at).some((v) => others.includes(v.id)) || next === undefined || !others.includes(next)
  })
}
