/**
 * pdfjs drops some promises when a file is broken: their rejections belong to nobody and would end
 * the process. While a file is being read they are taken here; any other rejection goes its way.
 */
const FROM_PDFJS = /pdf\.worker|pdfjs-dist/
const PDFJS_NAMES = new Set([
  'XRefEntryException',
  'XRefParseException',
  'FormatError',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'AbortException',
  'RenderingCancelledException',
])

let readers = 0

/** Ours is the only listener that must not swallow what it does not know. */
function onStray(reason: unknown): void {
  const error = reason as { name?: string; stack?: string; constructor?: { name?: string } } | null
  const names = [error?.name, error?.constructor?.name]
  if (names.some((n) => n && PDFJS_NAMES.has(n)) || FROM_PDFJS.test(error?.stack ?? '')) return
  if (process.listenerCount('unhandledRejection') > 1) return
  queueMicrotask(() => {
    throw reason
  })
}

/** Runs `work` with stray rejections of pdfjs taken care of. */
export async function withoutStray<T>(work: () => Promise<T>): Promise<T> {
  if (readers++ === 0) process.on('unhandledRejection', onStray)
  try {
    return await work()
  } finally {
    // A rejection is reported a turn after it happened.
    setImmediate(() => {
      if (--readers === 0) process.off('unhandledRejection', onStray)
    }).unref()
  }
}
