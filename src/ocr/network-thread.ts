/** The thread of network-threads.ts. */
import { parentPort } from 'node:worker_threads'
import { openNetwork } from './network.ts'
import type { Answer, Question } from './network-threads.ts'

const answer = (message: Answer) => parentPort!.postMessage(message)

async function serve(): Promise<void> {
  try {
    const network = await openNetwork(1)
    parentPort!.on('message', ({ lines, width }: Question) => {
      network.read(lines, width).then(
        (readings) => answer({ readings }),
        (error: unknown) => answer({ error }),
      )
    })
    answer('ready')
  } catch (error) {
    answer({ error })
  }
}

void serve()
