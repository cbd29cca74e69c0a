/** Opens a PDF. */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { JuesuanError } from '../errors.ts'
import { DEFAULT_LIMITS, type Limits, within } from '../limits.ts'
import { loadCanvas, loadPdfjs, withoutFaces } from './pdfjs.ts'

export interface OpenOptions {
  password?: string
  limits?: Limits
  /** Whether pages will be drawn (see render.ts); reading alone is twice as fast without. */
  draw?: boolean
}

/** An open document; `close` frees the memory that pdfjs holds. */
export interface Pdf {
  doc: PDFDocumentProxy
  pages: number
  producer: string | null
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
  const pdfjs = await loadPdfjs()
  if (options.draw) await loadCanvas()
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')) + sep
  const task = pdfjs.getDocument({
    // pdfjs takes the buffer over: the caller keeps his.
    data: new Uint8Array(bytes),
    password: options.password,
    cMapUrl: join(assets, 'cmaps', sep),
    cMapPacked: true,
    standardFontDataUrl: join(assets, 'standard_fonts', sep),
    wasmUrl: join(assets, 'wasm', sep),
    ...(options.draw ? { disableFontFace: true } : withoutFaces()),
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: limits.imagePixels,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  let doc: PDFDocumentProxy
  try {
    doc = await task.promise
  } catch (error) {
    await task.destroy()
    throw explain(error, options)
  }
  if (doc.numPages > limits.pages) {
    await task.destroy()
    within(limits, 'pages', doc.numPages)
  }
  if (doc.numPages === 0) {
    await task.destroy()
    throw new JuesuanError('no-pages', 'the PDF holds no pages')
  }
  const info = (await doc.getMetadata().catch(() => null))?.info as Record<string, unknown> | undefined
  const named = info?.Producer || info?.Creator
  return {
    doc,
    pages: doc.numPages,
    producer: typeof named === 'string' ? named : null,
    close: () => task.destroy(),
  }
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
