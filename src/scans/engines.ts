/** The OCR engines: which one reads, opened when the first page needs it and kept for the next document. */
import { JuesuanError } from '../errors.ts'
import type { Reader } from '../ocr/reader.ts'

/** `auto` is paddle, or tesseract where the native runtime of paddle cannot be loaded. */
export type Engine = 'auto' | 'paddle' | 'tesseract'

let paddle: Promise<Reader> | undefined
let threads: number | undefined

/** Native threads of engines that are opened from now on. Who reads several files at a time gives each its share of the cores. */
export function useThreads(count: number): void {
  threads = count
}

/** The network of paddle learns nothing from what it reads, so one serves all documents. */
export async function openEngine(engine: Engine): Promise<Reader> {
  const { openPaddle } = await import('../ocr/paddle.ts')
  paddle ??= openPaddle({ threads })
  try {
    return await paddle
  } catch (error) {
    throw new JuesuanError('internal', `the OCR engine ${engine} cannot be loaded: ${error}`, { cause: error })
  }
}
