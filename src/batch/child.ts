/**
 * A worker process as its parent sees it. A process and no thread: a reader that crashes in native
 * code or fills the heap takes all threads of its process along, and the memory that bombs fill is
 * outside the heap, where no limit of a thread reaches. docs/batch.md says what was tried.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { extname } from 'node:path'
import { JuesuanError } from '../errors.ts'
import { LATE_OPTIMISATION } from '../late-optimisation.ts'
import { ALIVE, type Job, OUTGROWN, type Reply, type Summary } from './protocol.ts'

export interface ChildLimits {
  /** For one file; each scanned page of it begins them anew. */
  seconds: number
  /** Resident memory. */
  megabytes: number
  /** Native threads of the OCR engine. */
  threads: number
}

/** This file runs as written and as built. */
const WORKER = new URL(`./worker${extname(import.meta.url)}`, import.meta.url)
/** A process that still holds this share of its memory after a file is replaced: the next one shall have room. */
const KEPT_SHARE = 0.5
/** MB. V8 would give young objects twice this before it clears them away. */
const YOUNG_SPACE = 16
/**
 * One file at a time is one core's work: V8's own threads, which clear away and compile beside the program, would
 * take the cores of the other workers. Two workers on two cores need a fifth less time without them. Marking in
 * small steps is left off with them: it lets old objects grow for as long as it goes on.
 */
const ONE_CORE = ['--single-threaded-gc', '--no-incremental-marking', '--no-concurrent-recompilation']
/** Per cent that old objects may grow by before they are cleared away; V8 would let them grow fourfold. */
const OLD_GROWTH = 150
/**
 * How glibc's allocator keeps what a document no longer needs: in one heap and not one a thread, and large
 * pieces outside of it, so that they go back to the system (it would stop doing so after the first large one).
 * Other systems do not know these names. With the two bounds above, a worker has 320 MB at its peak over 240
 * files in place of 430.
 */
const FRUGAL = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }
/** Characters kept of what the process said last. */
const LAST_WORDS = 2_000

export class Child {
  private readonly process: ChildProcess
  private readonly limits: ChildLimits
  private words = ''
  private gone: string | null = null
  private megabytes = 0

  constructor(limits: ChildLimits) {
    this.limits = limits
    this.process = fork(WORKER, [limits.megabytes, process.pid, limits.threads].map(String), {
      execArgv: [
        `--max-old-space-size=${limits.megabytes}`,
        `--max-semi-space-size=${YOUNG_SPACE}`,
        `--heap-growing-percent=${OLD_GROWTH}`,
        ...ONE_CORE,
        LATE_OPTIMISATION,
      ],
      env: { ...FRUGAL, ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir() ?? process.env.NODE_COMPILE_CACHE },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.words = (this.words + text).slice(-LAST_WORDS)
    })
    this.process.on('error', (error) => {
      this.gone ??= error.message
    })
    // Not 'exit': the last words may come after it.
    this.process.on('close', (code, signal) => {
      this.gone ??= signal ?? `exit code ${code}`
    })
  }

  /** Whether another file can be given to it. */
  get isFit(): boolean {
    return this.gone === null && this.megabytes < this.limits.megabytes * KEPT_SHARE
  }

  /** @throws JuesuanError of the reader; or timeout, memory or crashed, and then the process has ended. */
  run(job: Job): Promise<Summary> {
    return new Promise((resolve, reject) => {
      const { process: child, limits } = this
      let late = false
      const timer = setTimeout(() => {
        late = true
        child.kill('SIGKILL')
      }, limits.seconds * 1000)
      const settle = (finish: () => void) => {
        clearTimeout(timer)
        child.off('message', onMessage).off('close', onGone).off('error', onGone)
        finish()
      }
      const onMessage = (reply: Reply | typeof ALIVE) => {
        // A file of a hundred scanned pages takes minutes and does not hang.
        if (reply === ALIVE) return void timer.refresh()
        this.megabytes = reply.megabytes
        settle(() =>
          'summary' in reply ? resolve(reply.summary) : reject(new JuesuanError(reply.error.code, reply.error.message)),
        )
      }
      const onGone = () => settle(() => reject(late ? tooSlow(limits) : this.explain()))
      child.on('message', onMessage).on('close', onGone).on('error', onGone)
      if (this.gone !== null) onGone()
      else child.send(job, (error) => error && child.kill('SIGKILL'))
    })
  }

  /** Ends the process, whatever it does. */
  end(): void {
    this.process.kill('SIGKILL')
  }

  private explain(): JuesuanError {
    const { megabytes } = this.limits
    if (this.words.includes(OUTGROWN) || /out of memory|allocation failed/i.test(this.words))
      return new JuesuanError('memory', `it needs more than ${megabytes} MB of memory; raise it with --memory`)
    const said = this.words.trim().split('\n').at(-1)
    return new JuesuanError('crashed', `the reader crashed (${this.gone})${said ? `: ${said}` : ''}`)
  }
}

function tooSlow({ seconds }: ChildLimits): JuesuanError {
  return new JuesuanError('timeout', `it took longer than ${seconds} s without a sign of life; raise it with --timeout`)
}
