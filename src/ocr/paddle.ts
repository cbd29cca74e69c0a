/** The first reader: lines of like width together go through the recognition network, on as many cores as it is given. */
import { isMainThread } from 'node:worker_threads'
import { release } from './model/release.ts'
import { type Network, networkFile, openNetwork } from './network.ts'
import { openThreads } from './network-threads.ts'
import type { LineReading, Picture, Reader } from './reader.ts'

/** Lines are padded to a multiple of this (pixels), so that lines of like width go through together. */
const WIDTH_STEP = 32
/** Pixels (width × lines) that go through at once: what a layer makes of more is out of the caches before the next one needs it (a sixth slower). */
const BATCH_WIDTH = 320
/** Narrower lines are padded to this (pixels): shorter outputs than this are less sure. */
const NARROWEST = 64

export interface PaddleOptions {
  /** Lines read at one time; more than there are cores makes it slower. */
  threads?: number
}

/**
 * Several threads that read a line each take less than one that divides each layer among them, and leave the thread
 * that calls to make the next page's pictures.
 * @throws if the native runtime cannot be loaded on this machine; the caller takes the other reader.
 */
export async function openPaddle({ threads = 2 }: PaddleOptions = {}): Promise<Reader> {
  const networks = threads > 1 && isMainThread ? await openThreads(threads) : [await openHere(threads)]
  const shared = toPool(networks)
  return {
    name: 'paddle',
    async read(lines) {
      const out: LineReading[] = Array(lines.length)
      const work = batches(lines).map(({ indices, width }) =>
        shared(async (network) => {
          const read = await network.read(
            indices.map((i) => lines[i]!),
            width,
          )
          for (const [k, i] of indices.entries()) out[i] = read[k]!
        }),
      )
      await Promise.all(work)
      return out
    },
    async close() {
      await Promise.all(networks.map((n) => n.close()))
    },
  }
}

async function openHere(threads: number): Promise<Network> {
  const file = networkFile()
  const network = await openNetwork(threads, file)
  release(file)
  return network
}

type Shared = <T>(work: (network: Network) => Promise<T>) => Promise<T>

/** Each network does one thing at a time, in the order it was asked for. */
function toPool(networks: readonly Network[]): Shared {
  const idle = [...networks]
  const waiting: ((network: Network) => void)[] = []
  return async (work) => {
    const network = idle.pop() ?? (await new Promise<Network>((resolve) => waiting.push(resolve)))
    try {
      return await work(network)
    } finally {
      const next = waiting.shift()
      if (next) next(network)
      else idle.push(network)
    }
  }
}

/** Lines of like width together, in an order that depends on the lines alone. */
function batches(lines: readonly Picture[]): { width: number; indices: number[] }[] {
  const byWidth = new Map<number, number[]>()
  lines.forEach((line, i) => {
    const width = Math.max(NARROWEST, Math.ceil(line.width / WIDTH_STEP) * WIDTH_STEP)
    const list = byWidth.get(width)
    if (list) list.push(i)
    else byWidth.set(width, [i])
  })
  const out: { width: number; indices: number[] }[] = []
  for (const [width, indices] of [...byWidth].sort((a, b) => a[0] - b[0])) {
    const most = Math.max(1, Math.floor(BATCH_WIDTH / width))
    for (let i = 0; i < indices.length; i += most) out.push({ width, indices: indices.slice(i, i + most) })
  }
  return out
}
