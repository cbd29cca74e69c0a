/**
 * The last resort against a file that never ends or fills the memory. What is foreseen is counted
 * where it happens (see src/limits.ts); what is not shows here: a second thread looks at the first,
 * and ends the run when it gives no sign of life.
 */
import { extname } from 'node:path'
import { SHARE_ENV, Worker } from 'node:worker_threads'
import type { Limits } from '../limits.ts'

/** What the second thread is told. */
export interface WatchData {
  /** Counts up while the first thread lives. */
  beats: Int32Array
  limits: Limits
}

const BEAT_MS = 100

let worker: Worker | undefined

/** Begins to watch this thread; until the process ends. */
export function watch(limits: Limits): void {
  if (worker) return
  const beats = new Int32Array(new SharedArrayBuffer(4))
  const data: WatchData = { beats, limits }
  const file = `./watch${extname(import.meta.url)}`
  worker = new Worker(new URL(file, import.meta.url), { workerData: data, execArgv: [], env: SHARE_ENV })
  worker.unref()
  setInterval(() => Atomics.add(beats, 0, 1), BEAT_MS).unref()
}

/** Tells which file is being read, so that it can be named. */
export function watchFile(file: string): void {
  worker?.postMessage(file)
}
