/**
 * What pdfjs finds in the place of three globals once it is bundled (see bundle.ts). They are made
 * for a browser with workers; here both ends of every message live in one thread.
 */
import { brotliDecompressSync, inflateSync } from 'node:zlib'

interface Message {
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[] }
}

/**
 * Hands a message over as it is: copying the operators of a page takes longer than reading them.
 * The sender empties and fills again the two lists of a chunk, so these are copied.
 */
export function structuredClone<T extends Message>(message: T): T {
  const chunk = message?.chunk
  if (!chunk?.fnArray || !chunk.argsArray) return message
  return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } }
}

/** Beyond this (bytes) a stream is left to pdfjs, which unpacks only as much as it needs. */
const LARGEST = 1 << 28

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
        const { buffer, byteOffset, length } = this.#unpack(packed, { maxOutputLength: LARGEST })
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
