/**
 * What pdfjs finds in the place of two globals once it is bundled (see bundle.ts), which are made for
 * a browser, and what it asks there.
 */
import { brotliDecompressSync, inflateSync } from 'node:zlib'
import type { JuesuanError } from '../../errors.ts'
import { DEFAULT_LIMITS, type Limits, within } from '../../limits.ts'

let largest = DEFAULT_LIMITS.streamBytes
const refused: JuesuanError[] = []

/** Sets how much one stream may unpack to, for all documents opened from now on. */
export function unpackAtMost(limits: Limits): void {
  largest = limits.streamBytes
}

/** Streams that were larger. pdfjs leaves out what they hold and says nothing: who reads a page looks here behind it. */
export function refusedStreams(): readonly JuesuanError[] {
  return refused
}

let outlines = false

/** From now on fonts are mended for drawing, too: characters and their widths need no outlines. */
export function needOutlines(): void {
  outlines = true
}

/** Asked by pdfjs for each font. */
export function areOutlinesNeeded(): boolean {
  return outlines
}

/** Called by pdfjs before it makes room for what it unpacks itself. */
export function makingRoom(bytes: number): void {
  try {
    within({ ...DEFAULT_LIMITS, streamBytes: largest }, 'streamBytes', bytes)
  } catch (error) {
    refused.push(error as JuesuanError)
    throw error
  }
}

/** Unpacks in one call: the streams here are small and many, and Node's are slow to set up. */
export class DecompressionStream {
  #packed: Uint8Array | null = null
  readonly #unpack: typeof inflateSync

  constructor(format: string) {
    this.#unpack = format === 'brotli' ? brotliDecompressSync : inflateSync
  }

  readonly writable = {
    getWriter: () => ({
      write: async (bytes: Uint8Array) => {
        this.#packed = bytes
      },
      close: async () => {},
    }),
  }

  readonly readable = {
    getReader: () => ({
      read: async (): Promise<{ value?: Uint8Array; done: boolean }> => {
        const packed = this.#packed
        this.#packed = null
        if (!packed) return { done: true }
        const { buffer, byteOffset, length } = this.#unpack(packed, { maxOutputLength: largest })
        return { value: new Uint8Array(buffer, byteOffset, length), done: false }
      },
    }),
  }
}

/** Looked at while pdfjs loads, which makes Node load its whole HTTP client; used only to save a PDF. */
export class Response {
  constructor() {
    throw new Error('saving a PDF is not part of this build')
  }

  async bytes(): Promise<never> {
    throw new Error('saving a PDF is not part of this build')
  }
}
