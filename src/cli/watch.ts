/** The second thread of watchdog.ts. */
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { tooSlow, within } from '../limits.ts'
import type { WatchData } from './watchdog.ts'

const LOOK_MS = 250
const MB = 1 << 20

const { beats, limits }: WatchData = workerData
let file = ''
let last = -1
/** Looks, not the clock: a machine that slept has not been stuck. */
let still = 0

parentPort?.on('message', (name: string) => {
  file = name
})

setInterval(() => {
  const beat = Atomics.load(beats, 0)
  still = beat === last ? still + 1 : 0
  last = beat
  try {
    if ((still * LOOK_MS) / 1000 > limits.stuckSeconds) throw tooSlow(limits, 'stuckSeconds', 'reading the file')
    within(limits, 'memory', Math.round(process.memoryUsage.rss() / MB), 'the process')
  } catch (error) {
    // Only the system can end a thread that never comes back; files after this one are not read.
    writeSync(2, `juesuan: ${file}: ${(error as Error).message}; the run ends here\n`)
    process.kill(process.pid, 'SIGKILL')
  }
}, LOOK_MS)
