/** The command line and the library as they ship: what `npm run build` left, whose processes start in half the time of the sources. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname

/** Runs by `node MAIN ...`. */
export const MAIN = join(root, 'dist/cli/main.js')

/** When a source was written last; milliseconds. */
function writtenLast(): number {
  const sources = ['src', 'extractors'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  )
  return Math.max(...sources.map((path) => statSync(path).mtimeMs))
}

const built = statSync(MAIN, { throwIfNoEntry: false })
if (!built || built.mtimeMs < writtenLast())
  throw new Error('dist is older than the sources, and these tests would run what was built before: npm run build')

/** The library: workers of its batches are started from dist. Loaded only where it is asked for: most tests start commands. */
export const library = async () => (await import(join(root, 'dist/src/index.js'))) as typeof import('../src/index.ts')
