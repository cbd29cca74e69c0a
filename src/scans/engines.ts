/** The OCR engines: which one reads, opened when the first page needs it. */
import { JuesuanError } from '../errors.ts'
import type { Reader } from '../ocr/reader.ts'

/** `auto` is paddle, or tesseract where the native runtime of paddle cannot be loaded. */
export const ENGINES = ['auto', 'paddle', 'tesseract'] as const
export type Engine = (typeof ENGINES)[number]

let paddle: Promise<Reader> | undefined
let threads: number | undefined

/** Native threads of engines that are opened from now on. Who reads several files at a time gives each its share of the cores. */
export function useThreads(count: number): void {
  threads = count
}

/** The reader of a document's pages; to be closed with the document. */
export async function openEngine(engine: Engine): Promise<Reader> {
  if (engine === 'tesseract') return openSecond()
  const { openPaddle } = await import('../ocr/paddle.ts')
  paddle ??= openPaddle({ threads })
  try {
    // The network of paddle learns nothing from what it reads, so one serves all documents.
    return { ...(await paddle), close: async () => {} }
  } catch (error) {
    if (engine === 'auto') return openSecond()
    throw cannotLoad(engine, error)
  }
}

/** The reader that is asked where the first one is not proved right. */
export async function openSecond(): Promise<Reader> {
  try {
    const { openTesseract } = await import('../ocr/tesseract.ts')
    return await openTesseract()
  } catch (error) {
    throw cannotLoad('tesseract', error)
  }
}

function cannotLoad(engine: Engine, error: unknown): JuesuanError {
  return new JuesuanError('internal', `the OCR engine ${engine} cannot be loaded: ${error}`, { cause: error })
}
