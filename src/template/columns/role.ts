/** What a column holds besides values, by its headers. */
import type { HeaderPattern, Role, Roles } from '../define.ts'
import { fitAny } from '../words.ts'
import type { Leaf } from './header.ts'

export function bestRole(leaf: Leaf, roles: Roles): { role: Role; fit: number } {
  let best: { role: Role; fit: number } = { role: 'text', fit: 0 }
  for (const [role, patterns] of Object.entries(roles) as [Role, readonly HeaderPattern[]][]) {
    const fit = fitAny(leaf.words, patterns)
    if (fit > best.fit) best = { role, fit }
  }
  return best
}
