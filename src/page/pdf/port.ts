/**
 * The line between the two halves of pdfjs, which here live in one thread: hands every message over
 * as it is (copying the operators of a page takes longer than reading them) and counts what a page
 * costs while it is being read, since pdfjs itself knows no end.
 */
import type { JuesuanError } from '../../errors.ts'
import { type Elsewhere, type Limits, within, withinTime } from '../../limits.ts'

interface Message {
  action?: string
  streamId?: number
  data?: unknown
  chunk?: { fnArray?: number[]; argsArray?: unknown[] }
}

type Listener = (event: { data: Message }) => void

/** What one page has cost so far. */
interface Meter {
  page: number
  began: number
  operators: number
  /** Graphics states saved and not yet restored. */
  saved: number
  pixels: number
  exceeded: JuesuanError | null
}

/** Numbers of the operators that save and restore the graphics state. */
export interface SaveOperators {
  save: number
  restore: number
}

interface PageRequest {
  pageIndex: number
  /** Name of the page in messages about its images. */
  pageProxyId: string
}

export class MeteredPort {
  readonly #listeners = new Set<Listener>()
  readonly #byStream = new Map<number, Meter>()
  readonly #byProxy = new Map<string, Meter>()
  readonly #limits: Limits
  readonly #ops: SaveOperators
  /** Time that is no page's own. */
  elsewhere: Elsewhere = () => 0

  constructor(limits: Limits, ops: SaveOperators) {
    this.#limits = limits
    this.#ops = ops
  }

  /** The limit that ended the reading of a page (1-based), if one did. */
  exceeded(page: number): JuesuanError | null {
    return [...this.#byStream.values()].find((m) => m.page === page && m.exceeded)?.exceeded ?? null
  }

  addEventListener(_name: 'message', listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener)
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener))
  }

  removeEventListener(_name: 'message', listener: Listener): void {
    this.#listeners.delete(listener)
  }

  /** @throws JuesuanError into the half that sends, which ends its work on the page. */
  postMessage(message: Message): void {
    const data = this.#measured(message)
    // Delivered when the sender is done, as between threads.
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener({ data })
    })
  }

  #measured(message: Message): Message {
    const { action, streamId = -1, data, chunk } = message
    if (action === 'GetOperatorList') {
      const { pageIndex, pageProxyId } = data as PageRequest
      const began = this.#clock()
      const meter: Meter = { page: pageIndex + 1, began, operators: 0, saved: 0, pixels: 0, exceeded: null }
      this.#byStream.set(streamId, meter)
      this.#byProxy.set(pageProxyId, meter)
    } else if (chunk?.fnArray && chunk.argsArray) {
      const { fnArray, argsArray } = chunk
      const meter = this.#byStream.get(streamId)
      if (meter) this.#check(meter, () => this.#addOperators(meter, fnArray))
      // The sender empties and fills again the two lists of a chunk.
      return { ...message, chunk: { ...chunk, fnArray: [...fnArray], argsArray: [...argsArray] } }
    } else if (action === 'obj') {
      const [, page, kind, image] = data as [string, string, string, { width: number; height: number } | null]
      const meter = this.#byProxy.get(page)
      if (meter && kind === 'Image' && image)
        this.#check(meter, () => this.#addPixels(meter, image.width * image.height))
    }
    return message
  }

  #clock(): number {
    return performance.now() - this.elsewhere()
  }

  #check(meter: Meter, count: () => void): void {
    try {
      count()
      withinTime(this.#limits, 'pageSeconds', (this.#clock() - meter.began) / 1000, `page ${meter.page}`)
    } catch (error) {
      meter.exceeded ??= error as JuesuanError
      throw error
    }
  }

  #addOperators(meter: Meter, operators: readonly number[]): void {
    meter.operators += operators.length
    for (const operator of operators)
      if (operator === this.#ops.save) meter.saved++
      else if (operator === this.#ops.restore) meter.saved--
    within(this.#limits, 'operators', meter.operators, `page ${meter.page}`)
    within(this.#limits, 'savedStates', meter.saved, `page ${meter.page}`)
  }

  #addPixels(meter: Meter, pixels: number): void {
    meter.pixels += pixels
    within(this.#limits, 'imagePixels', meter.pixels, `page ${meter.page}`)
  }
}
