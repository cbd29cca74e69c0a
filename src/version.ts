/** The version of this program, as package.json says it. */
import { readFileSync } from 'node:fs'

export function version(): string {
  for (const up of ['../package.json', '../../package.json'])
    try {
      return JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')).version
    } catch {
      // Built files lie one folder deeper than sources.
    }
  return 'unknown'
}
