/**
 * Loads the files of the bundle with what V8 made of them in an earlier run. Node's own cache keeps a file as
 * it is compiled at first, without the functions that are compiled when they are called: compiling those anew
 * took a seventh of a short run. What is kept lies in the user's own folder; only this program's files are
 * looked up there, and what does not fit (another V8, other flags, a damaged file) is made anew.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
// Whole, and no names of theirs: an older Node, which lacks some, must get as far as to say that it is too old.
import vm from 'node:vm'
import zlib from 'node:zlib'

/** A run calls some functions and not others: so many runs add what they called to what is kept. */
const RUNS = 3
/** Bytes of the sum before what is kept. */
const SUM = 4

interface Loaded {
  exports: Record<string, unknown>
}

interface Compiled {
  script: vm.Script
  /** Where what is kept of it lies, without the number of runs behind it. */
  place: string
  runs: number
}

export class CodeCache {
  readonly #folder: string | undefined
  readonly #loaded = new Map<string, Loaded>()
  readonly #unsettled: Compiled[] = []

  /** `folder`: of this Node and its flags; undefined where nothing shall be kept. */
  constructor(folder: string | undefined) {
    this.#folder = folder
  }

  /** What a file of the bundle exports: CommonJS in letters of ASCII. */
  load(file: string): Record<string, unknown> {
    const before = this.#loaded.get(file)
    if (before) return before.exports
    const module: Loaded = { exports: {} }
    this.#loaded.set(file, module)
    const outer = createRequire(file)
    const own = (id: string) => (isOwn(id) ? this.load(join(dirname(file), id)) : outer(id))
    this.#compile(file)(module.exports, Object.assign(own, outer), module, file, dirname(file))
    return module.exports
  }

  /** Keeps what was compiled in this run, too. A folder that cannot be written to costs time and nothing else. */
  keep(): void {
    for (const { script, place, runs } of this.#unsettled) {
      try {
        const code = script.createCachedData()
        const sum = Buffer.alloc(SUM)
        sum.writeUInt32LE(zlib.crc32(code))
        const temporary = `${place}.${process.pid}`
        mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
        writeFileSync(temporary, Buffer.concat([sum, code]))
        renameSync(temporary, `${place}.${runs + 1}`)
        rmSync(`${place}.${runs}`, { force: true })
      } catch {
        return
      }
    }
  }

  #compile(file: string): (...parts: unknown[]) => void {
    const text = readFileSync(file, 'latin1')
    const place = this.#placeOf(file)
    const kept = place === null ? null : keptAt(place)
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
      filename: file,
      ...(kept ? { cachedData: kept.code } : {}),
    })
    const runs = kept && !script.cachedDataRejected ? kept.runs : 0
    if (place !== null && runs < RUNS) this.#unsettled.push({ script, place, runs })
    return script.runInThisContext() as (...parts: unknown[]) => void
  }

  /** V8 compares no more than the length of the source: the file's time makes the name, too. */
  #placeOf(file: string): string | null {
    if (this.#folder === undefined) return null
    const { size, mtimeMs } = statSync(file)
    const sum = zlib.crc32(`${file} ${size} ${mtimeMs}`).toString(16)
    return join(this.#folder, `${basename(file)}-${sum}`)
  }
}

/** Another file of the bundle; but Node itself loads the one that loads modules. */
function isOwn(id: string): boolean {
  return /^\.\/[^/]+\.cjs$/.test(id) && id !== './import.cjs'
}

/** What the last of the runs has kept. */
function keptAt(place: string): { code: Buffer; runs: number } | null {
  for (let runs = RUNS; runs > 0; runs--) {
    try {
      const all = readFileSync(`${place}.${runs}`)
      const code = all.subarray(SUM)
      if (all.length > SUM && all.readUInt32LE() === zlib.crc32(code)) return { code, runs }
    } catch {
      // Not kept by so many runs.
    }
  }
  return null
}
