#!/usr/bin/env node
/** Starts the command line. Everything else is loaded later, with what is kept of earlier runs. */
import { existsSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'
import { LATE_OPTIMISATION } from '../late-optimisation.ts'
import { CodeCache } from './code-cache.ts'

/**
 * What reading a file needs of Node's own modules. Their code comes compiled with Node, and V8 takes it only under
 * the options it was made with: loaded after an option is set, forty modules behind these are compiled anew, a fortieth of a short run.
 */
const COMPILED_BY_NODE = [
  'crypto',
  'fs/promises',
  'perf_hooks',
  'process',
  'stream/web',
  'timers/promises',
  'worker_threads',
]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `juesuan: needs Node 22.13 or newer and runs on ${process.versions.node}; ` +
      'in a clone, `npm run -s juesuan -- ...` uses the one that npm ci installed',
  )
  process.exitCode = 2
} else {
  // Help needs none of them.
  if (process.argv.length > 3) for (const name of COMPILED_BY_NODE) process.getBuiltinModule(name)
  v8.setFlagsFromString(LATE_OPTIMISATION)
  // What one kind of run compiled and another does not call is kept for the next of its kind (see code-cache.ts).
  v8.setFlagsFromString('--no-flush-bytecode')
  // Pictures are decoded in Node's own threads, one at a time; each of four would keep the memory of the largest.
  process.env.UV_THREADPOOL_SIZE ||= '1'
  // In the user's own folder: what lies in a shared one may be somebody else's, and it is run.
  const caches = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache')
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE || join(caches, 'juesuan'))
  const bundle = fileURLToPath(new URL('./program.cjs', import.meta.url))
  const cache = new CodeCache(module.getCompileCacheDir?.())
  const program = existsSync(bundle) ? cache.load(bundle) : await import('./program.ts')
  const { run } = program as typeof import('./program.ts')
  const code = await run(process.argv)
  // All is written and every helper has been told to stop: to take the program apart costs a fiftieth of a short run.
  for (const out of [process.stdout, process.stderr]) await new Promise((written) => out.write('', written))
  module.flushCompileCache?.()
  cache.keep()
  process.exit(code)
}
