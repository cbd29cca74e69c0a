/** Opens a PDF. */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { JuesuanError } from '../../errors.ts'
import { DEFAULT_LIMITS, inTime, type Limits, within } from '../../limits.ts'
import { once } from '../../memo.ts'
import { type IsShown, shownLayers } from '../operators/layers.ts'
import { needOutlines, refusedStreams, unpackAtMost } from './in-process.ts'
import { connectWorker, loadCanvas, loadPdfjs, withDecoder, withoutFaces } from './pdfjs.ts'
import { MeteredPort } from './port.ts'

export interface OpenOptions {
  password?: string
  limits?: Limits
  /** Whether pages will be drawn (see render.ts); reading alone is twice as fast without. */
  draw?: boolean
}

/** An open document; `close` frees the memory that pdfjs holds. */
export interface Pdf {
  doc: PDFDocumentProxy
  /** Knows which limit ended the reading of a page. */
  port: MeteredPort
  pages: number
  producer: string | null
  /** Which layers are shown, asked once. */
  layers: () => Promise<IsShown>
  /** The same document, opened so that pdfjs leaves out what it cannot parse and says nothing. */
  lenient(): Promise<Pdf>
  close(): Promise<void>
}

const HEADER = '%PDF-'
/** The header may stand behind junk, but readers look for it in the first kilobyte only. */
const HEADER_WITHIN = 1024

/**
 * @throws JuesuanError not-a-pdf, empty, truncated, encrypted, wrong-password, no-pages; the message
 * says what to do and does not name the file (the caller knows it).
 */
export async function openPdf(bytes: Uint8Array, options: OpenOptions = {}): Promise<Pdf> {
  if (bytes.length === 0) throw new JuesuanError('empty', 'the file is empty (0 bytes); download it again')
  const limits = options.limits ?? DEFAULT_LIMITS
  within(limits, 'bytes', bytes.length)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN)).toString('latin1')
  if (!head.includes(HEADER)) {
    const html = /^\s*(<!doctype html|<html)/i.test(head)
    throw new JuesuanError(
      'not-a-pdf',
      html
        ? 'this is a web page, not a PDF; the site probably answered with an error or log-in page, download it again'
        : 'this is not a PDF (it does not begin with %PDF-)',
    )
  }
  try {
    return await open(bytes, options, limits, true)
  } catch (error) {
    if (error instanceof JuesuanError && error.code !== 'truncated') throw error
    return open(bytes, options, limits, false)
  }
}

/** `strict`: what cannot be parsed is an error, which says that something is missing; else it is left out. */
async function open(bytes: Uint8Array, options: OpenOptions, limits: Limits, strict: boolean): Promise<Pdf> {
  const pdfjs = await loadPdfjs()
  if (options.draw) {
    needOutlines()
    await loadCanvas()
  }
  unpackAtMost(limits)
  const refused = refusedStreams().length
  const port = new MeteredPort(limits, pdfjs.OPS)
  const worker = connectWorker(pdfjs, port)
  const task = pdfjs.getDocument({
    ...parameters(bytes, options, limits),
    worker,
    stopAtErrors: strict,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  let lenient: Promise<Pdf> | undefined
  const close = async () => {
    await (await lenient?.catch(() => undefined))?.close()
    await task.destroy()
    worker.destroy()
  }
  try {
    const doc = await inTime(limits, 'fileSeconds', 'the file', task.promise)
    const tooLarge = refusedStreams()[refused]
    if (tooLarge) throw tooLarge
    if (doc.numPages === 0) throw new JuesuanError('no-pages', 'the PDF holds no pages')
    within(limits, 'pages', doc.numPages)
    return {
      doc,
      port,
      pages: doc.numPages,
      producer: await producerOf(doc),
      layers: once(() => shownLayers(doc)),
      lenient: () => {
        lenient ??= open(bytes, options, limits, false)
        return lenient
      },
      close,
    }
  } catch (error) {
    await close()
    throw error instanceof JuesuanError ? error : (refusedStreams()[refused] ?? explain(error, options))
  }
}

/** How pdfjs is to read: with what it brings along, and for text alone without what drawing needs. */
function parameters(bytes: Uint8Array, { password, draw }: OpenOptions, limits: Limits) {
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')) + sep
  return {
    // pdfjs takes the buffer over: the caller keeps his.
    data: new Uint8Array(bytes),
    password,
    cMapUrl: join(assets, 'cmaps', sep),
    cMapPacked: true,
    standardFontDataUrl: join(assets, 'standard_fonts', sep),
    wasmUrl: join(assets, 'wasm', sep),
    ...(draw ? { disableFontFace: true } : withoutFaces()),
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    ...withDecoder(),
    maxImageSize: limits.imagePixels,
  }
}

async function producerOf(doc: PDFDocumentProxy): Promise<string | null> {
  const info = (await doc.getMetadata().catch(() => null))?.info as Record<string, unknown> | undefined
  const named = info?.Producer || info?.Creator
  return typeof named === 'string' ? named : null
}

function explain(error: unknown, options: OpenOptions): JuesuanError {
  const name = error instanceof Error ? error.name : ''
  const text = error instanceof Error ? error.message : String(error)
  if (name === 'PasswordException') {
    return options.password === undefined
      ? new JuesuanError('encrypted', 'the PDF is encrypted; give its password with --password', { cause: error })
      : new JuesuanError('wrong-password', 'the password does not open this PDF', { cause: error })
  }
  if (name === 'InvalidPDFException' || /xref|trailer|end of file|catalog|page tree|pages/i.test(text)) {
    return new JuesuanError('truncated', `the PDF is damaged or cut off; download it again (${text})`, { cause: error })
  }
  return new JuesuanError('internal', `the PDF could not be opened: ${text}`, { cause: error })
}
