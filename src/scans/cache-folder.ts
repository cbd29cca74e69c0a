/** Where readings of scans are kept. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The user's own folder for it, after the customs of the system; null where the program runs from its sources, which change. */
export function cacheFolder(): string | null {
  if (import.meta.url.endsWith('.ts')) return null
  const caches = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache')
  return join(caches, 'juesuan', 'scans')
}
