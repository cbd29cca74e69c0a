/** Documents that once came out wrong, each with the fewest choices that show it: regressions.tsv. */
import { readFileSync } from 'node:fs'
import type { Spec } from './plan.ts'

export const specs: readonly (Spec & { was: string })[] = readFileSync(
  new URL('regressions.tsv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map(toSpec)

/** seed, tab, NAME: OPTION; NAME: OPTION, tab, what was wrong. */
function toSpec(line: string): Spec & { was: string } {
  const [seed, chosen = '', was = ''] = line.split('\t')
  const choices = chosen.split('; ').map((choice) => {
    const at = choice.indexOf(': ')
    return [choice.slice(0, at), choice.slice(at + 2)]
  })
  return { seed: Number(seed), choices: Object.fromEntries(choices), was }
}
