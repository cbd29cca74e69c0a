/** The recognition network in a thread of its own. */
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { keepToItself, type Network } from './network.ts'
import type { LineReading, Picture } from './reader.ts'

/** What the thread is asked, and answers. */
export interface Question {
  lines: readonly Picture[]
  width: number
}
export type Answer = { readings: LineReading[] } | { error: unknown } | 'ready'

/** @throws if the native runtime cannot be loaded on this machine. */
export async function openThread(): Promise<Network> {
  keepToItself()
  // As written, as built and in the bundle.
  const worker = new Worker(new URL(`./network-thread${extname(import.meta.url)}`, import.meta.url))
  let settle: PromiseWithResolvers<Answer> | null = null
  worker.on('message', (said: Answer) => settle?.resolve(said))
  let gone: unknown = null
  const end = (error: unknown) => {
    gone ??= error
    settle?.reject(gone)
  }
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`the thread that reads lines ended (${code})`)))
  const answer = async (): Promise<Answer> => {
    if (gone) throw gone
    settle = Promise.withResolvers()
    worker.ref()
    try {
      return await settle.promise
    } finally {
      // A thread that has nothing to do must not keep the program from its end.
      worker.unref()
    }
  }
  const ready = await answer()
  if (ready !== 'ready' && 'error' in ready) throw ready.error
  return {
    async read(lines, width) {
      const answered = answer()
      worker.postMessage({ lines, width } satisfies Question)
      const said = await answered
      if (said === 'ready' || 'error' in said) throw said === 'ready' ? new Error('out of order') : said.error
      return said.readings
    },
    async close() {
      await worker.terminate()
    },
  }
}
