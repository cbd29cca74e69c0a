/** Reads the PDFs it is handed, one by one, and answers with how each ended. */
import { parentPort } from 'node:worker_threads'
import { documentSchema, extract, JuesuanError } from '../../src/index.ts'

export type Outcome =
  | { kind: 'document'; tables: number }
  | { kind: 'error'; code: string }
  | { kind: 'crash'; stack: string }

async function run(bytes: Uint8Array): Promise<Outcome> {
  try {
    const document = await extract(bytes, { limits: undefined })
    documentSchema.parse(document)
    return { kind: 'document', tables: document.tables.length }
  } catch (error) {
    if (error instanceof JuesuanError && error.code !== 'internal') return { kind: 'error', code: error.code }
    return { kind: 'crash', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', async (bytes: Uint8Array) => parentPort?.postMessage(await run(bytes)))
