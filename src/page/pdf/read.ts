/** Reads one page of an open document. */
import { setImmediate } from 'node:timers/promises'
import type { PDFPageProxy } from 'pdfjs-dist'
import { JuesuanError } from '../../errors.ts'
import type { Elsewhere, Limits } from '../../limits.ts'
import { readTextPage } from '../text.ts'
import type { Page } from '../types.ts'
import { refusedStreams } from './in-process.ts'
import type { Pdf } from './open.ts'

/** A page, and what could not be read of it (null: nothing was left out). */
export interface ReadPage {
  page: Page
  damage: string | null
}

/** What is done with a page while pdfjs still holds its images, and the time it has taken so far, for this page or another. */
export interface WithImages {
  read: (proxy: PDFPageProxy, page: Page) => Promise<Page>
  time: Elsewhere
}

/**
 * A page with a part that pdfjs cannot parse is read a second time without that part.
 * @throws JuesuanError too-large or timeout, or whatever makes the page unreadable as a whole.
 */
export async function readPage(pdf: Pdf, number: number, limits: Limits, then: WithImages): Promise<ReadPage> {
  try {
    return { page: await readOnce(pdf, number, limits, then), damage: null }
  } catch (error) {
    if (error instanceof JuesuanError) throw error
    const page = await readOnce(await pdf.lenient(), number, limits, then)
    return { page, damage: error instanceof Error ? error.message : String(error) }
  }
}

async function readOnce(pdf: Pdf, number: number, limits: Limits, then: WithImages): Promise<Page> {
  // pdfjs works through a page in one go: between two pages timers and signals have their turn.
  await setImmediate()
  pdf.port.elsewhere = then.time
  const proxy = await pdf.doc.getPage(number)
  let failure: unknown
  // Two pages may be in hand: a stream too large costs both.
  const refused = refusedStreams().length
  const exceeded = () => pdf.port.exceeded(number) ?? refusedStreams()[refused]
  try {
    const page = await readTextPage(proxy, limits, then.time, pdf.layers)
    if (!exceeded()) return await then.read(proxy, page)
  } catch (error) {
    failure = error
  } finally {
    proxy.cleanup()
  }
  throw exceeded() ?? failure
}
