/** The recognition network in a thread of its own. */
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { release } from './model/release.ts'
import { keepToItself, type Network } from './network.ts'
import type { LineReading, Picture } from './reader.ts'

/** What the thread is told as it starts: the network, where another thread has made it. */
export interface Start {
  file?: Uint8Array<ArrayBuffer>
}

/** What the thread is asked, and answers; as soon as it can read, with the network, for others. */
export interface Question {
  lines: readonly Picture[]
  width: number
}
export type Answer = { readings: LineReading[] } | { error: unknown } | Required<Start>

/** Megabytes of young objects that a thread keeps before it clears them away; V8 would give it more than its work needs. */
const YOUNG_SPACE = 8

/**
 * The network is made by the first thread and handed from one to the next: making it takes longer than to start a
 * thread, and four times its memory.
 * @throws if the native runtime cannot be loaded on this machine.
 */
export async function openThreads(count: number): Promise<Network[]> {
  keepToItself()
  const networks: Network[] = []
  let start: Start = {}
  while (networks.length < count) {
    const { network, file } = await openThread(start)
    networks.push(network)
    start = { file }
  }
  release(start.file)
  return networks
}

async function openThread({ file }: Start): Promise<{ network: Network; file: Uint8Array<ArrayBuffer> }> {
  // As written, as built and in the bundle.
  const worker = new Worker(new URL(`./network-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: { file } satisfies Start,
    transferList: file ? [file.buffer] : [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_SPACE },
  })
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
  if (!('file' in ready)) throw 'error' in ready ? ready.error : new Error('out of order')
  const network: Network = {
    async read(lines, width) {
      const answered = answer()
      worker.postMessage({ lines, width } satisfies Question)
      const said = await answered
      if (!('readings' in said)) throw 'error' in said ? said.error : new Error('out of order')
      return said.readings
    },
    async close() {
      await worker.terminate()
    },
  }
  return { network, file: ready.file }
}
