/** The thread of network-threads.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { networkFile, openNetwork } from './network.ts'
import type { Answer, Question, Start } from './network-threads.ts'

const answer = (message: Answer, moved: readonly ArrayBuffer[] = []) => parentPort!.postMessage(message, moved)

async function serve({ file: given }: Start): Promise<void> {
  try {
    const file = given ?? networkFile()
    const network = await openNetwork(1, file)
    parentPort!.on('message', ({ lines, width }: Question) => {
      network.read(lines, width).then(
        (readings) => answer({ readings }),
        (error: unknown) => answer({ error }),
      )
    })
    answer({ file }, [file.buffer])
  } catch (error) {
    answer({ error })
  }
}

void serve(workerData as Start)
