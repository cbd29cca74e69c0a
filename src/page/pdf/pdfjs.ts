/**
 * Loads pdfjs. Reading needs its parser alone, so the canvas (35 MB of native code, a tenth of a
 * second) is loaded only when a page is drawn.
 */
import { createRequire } from 'node:module'
import { JpegDecoder } from './jpeg.ts'
import type { MeteredPort } from './port.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

const CANVAS = '@napi-rs/canvas'
const globals = globalThis as unknown as Record<string, unknown>

let loading: Promise<Pdfjs> | undefined
let worker: { initializeFromPort(port: MeteredPort): void } | undefined

export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= load()
  return loading
}

/** Makes pdfjs able to draw; reading does not need this. */
export async function loadCanvas(): Promise<typeof import('@napi-rs/canvas')> {
  await loadPdfjs()
  const canvas = await import('@napi-rs/canvas')
  globals.DOMMatrix ??= canvas.DOMMatrix
  globals.Path2D ??= canvas.Path2D
  return canvas
}

/**
 * pdfjs requires the canvas while it loads, only to fill in two global classes that drawing uses.
 * It is handed two empty ones in its place, and both are taken away again.
 */
async function load(): Promise<Pdfjs> {
  const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const path = resolved(require, CANVAS)
  const stands = path === null || require.cache[path] !== undefined || globals.DOMMatrix !== undefined
  if (stands) return parser()
  const empty = { DOMMatrix: class {}, Path2D: class {} }
  require.cache[path] = { id: path, filename: path, loaded: true, exports: empty } as NodeJS.Module
  try {
    return await parser()
  } finally {
    delete require.cache[path]
    for (const [name, value] of Object.entries(empty)) if (globals[name] === value) delete globals[name]
  }
}

async function parser(): Promise<Pdfjs> {
  // Looked for while it loads.
  globals.ImageDecoder ??= JpegDecoder
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  worker = (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')).WorkerMessageHandler
  return pdfjs
}

/** The half of pdfjs that parses, in this thread, at the other end of the port. Call after loadPdfjs. */
export function connectWorker(pdfjs: Pdfjs, port: MeteredPort): InstanceType<Pdfjs['PDFWorker']> {
  worker!.initializeFromPort(port)
  // The types want a Worker of a browser; pdfjs sends and listens, no more.
  return pdfjs.PDFWorker.create({ port: port as never, verbosity: pdfjs.VerbosityLevel.ERRORS })
}

function resolved(require: NodeJS.Require, name: string): string | null {
  try {
    return require.resolve(name)
  } catch {
    return null
  }
}

/**
 * Options for getDocument under which a font is parsed for its characters and widths but neither
 * outlines are computed (as `disableFontFace` has it) nor faces made: half the time of a page.
 */
export function withoutFaces(): { disableFontFace: false; ownerDocument: object } {
  globals.FontFace ??= class {
    readonly loaded = Promise.resolve()
  }
  const fonts = { add() {}, delete() {} }
  return { disableFontFace: false, ownerDocument: { fonts } }
}

/** Option for getDocument: whether JPEGs are decoded by our class, and not by one that a program around us has put there. */
export function withDecoder(): { isImageDecoderSupported: boolean } {
  return { isImageDecoderSupported: globals.ImageDecoder === JpegDecoder }
}
