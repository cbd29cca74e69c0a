/**
 * Loads the files of the bundle with what V8 made of them in an earlier run. Node's own cache keeps a file as
 * it is compiled at first, without the functions that are compiled when they are called: compiling those anew
 * took a seventh of a short run. What is kept lies in the user's own folder; only this program's files are
 * looked up there, and what does not fit (another V8, other flags, a damaged file) is made anew.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
// Whole, and no names of theirs: an older Node, which lacks some, must get as far as to say that it is too old.
import v8 from 'node:v8'
import vm from 'node:vm'
import zlib from 'node:zlib'

/** A run that compiled more than the one which kept a file, by this share, called other functions: the file is kept anew. */
const MORE = 0.1
/** Where V8 has the code of its interpreter, and what it makes of it: the same run fills it alike within a fiftieth. */
const SPACE = 'trusted_space'
/** Kinds of runs that are remembered: formats, scans and the text of PDFs load files of their own. */
const KINDS = 14
/**
 * Bytes before what is kept: the sum of all behind it, the most that a run which kept it had compiled, and the
 * kinds of those runs, zeros behind them.
 */
const HEAD = { sum: 4, kinds: 8, all: 8 + 4 * KINDS }

interface Loaded {
  exports: Record<string, unknown>
}

interface Compiled {
  script: vm.Script
  /** Where what is kept of it lies. */
  place: string
  before: Before
}

/** Of the runs that kept a file: bytes that they had compiled, at most, and their kinds; 0 and none where nothing is kept. */
interface Before {
  bytes: number
  kinds: readonly number[]
}

export class CodeCache {
  readonly #folder: string | undefined
  readonly #loaded = new Map<string, Loaded>()
  readonly #compiled: Compiled[] = []

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
    // Without such a space every file is kept once.
    const compiled = v8.getHeapSpaceStatistics().find((s) => s.space_name === SPACE)?.space_used_size ?? 1
    const kind = this.#kind()
    for (const { script, place, before } of this.#compiled) {
      const { bytes, kinds } = before
      const isKnown = kinds.includes(kind) || kinds.length === KINDS
      if (isKnown && compiled <= bytes * (1 + MORE)) continue
      const head = Buffer.alloc(HEAD.all)
      head.writeUInt32LE(Math.max(compiled, bytes), HEAD.sum)
      for (const [i, one] of [...new Set([...kinds, kind])].slice(0, KINDS).entries())
        head.writeUInt32LE(one, HEAD.kinds + 4 * i)
      const kept = Buffer.concat([head, script.createCachedData()])
      kept.writeUInt32LE(zlib.crc32(kept.subarray(HEAD.sum)))
      try {
        mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
        const temporary = `${place}.${process.pid}`
        writeFileSync(temporary, kept)
        renameSync(temporary, place)
      } catch {
        return
      }
    }
  }

  /**
   * Runs that load the same files call the same functions, nearly. What a run on a scan kept is the larger, but
   * lacks what reads text: until that was asked, too, each run on text compiled it anew, a quarter of its time.
   */
  #kind(): number {
    return zlib.crc32([...this.#loaded.keys()].sort().join())
  }

  #compile(file: string): (...parts: unknown[]) => void {
    const text = readFileSync(file, 'latin1')
    const place = this.#placeOf(file)
    const kept = place === null ? null : keptAt(place)
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
      filename: file,
      ...(kept ? { cachedData: kept.code } : {}),
    })
    const before = kept && !script.cachedDataRejected ? kept.before : { bytes: 0, kinds: [] }
    if (place !== null) this.#compiled.push({ script, place, before })
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

function keptAt(place: string): { code: Buffer; before: Before } | null {
  try {
    const all = readFileSync(place)
    const isWhole = all.length > HEAD.all && all.readUInt32LE() === zlib.crc32(all.subarray(HEAD.sum))
    if (!isWhole) return null
    const kinds = Array.from({ length: KINDS }, (_, i) => all.readUInt32LE(HEAD.kinds + 4 * i)).filter(
      (kind) => kind > 0,
    )
    return { code: all.subarray(HEAD.all), before: { bytes: all.readUInt32LE(HEAD.sum), kinds } }
  } catch {
    return null
  }
}
