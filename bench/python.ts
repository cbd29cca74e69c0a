/** A Python of our own for benchmarks against Python programs. */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const HOME = new URL('../node_modules/.cache/juesuan-python', import.meta.url).pathname

/** The interpreter of an environment that holds the package, made the first time; null, with a message, where that cannot be. */
export function python(requirement: string): string | null {
  const environment = join(HOME, requirement.replace(/\W+/g, '-'))
  const interpreter = join(environment, 'bin/python')
  if (existsSync(interpreter)) return interpreter
  for (const [program, ...args] of [
    ['python3', '-m', 'venv', environment],
    [interpreter, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', requirement],
  ]) {
    const { status, stderr, error } = spawnSync(program!, args, { encoding: 'utf8' })
    if (status === 0) continue
    console.log(`${requirement} is left out: ${error?.message ?? stderr.trim().split('\n').at(-1)}`)
    rmSync(environment, { recursive: true, force: true })
    return null
  }
  return interpreter
}
