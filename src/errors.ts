/** Errors for people: what is wrong, in which file, what to do. */
export type ErrorCode =
  | 'not-a-pdf'
  | 'empty'
  | 'truncated'
  | 'encrypted'
  | 'wrong-password'
  | 'no-pages'
  | 'too-large'
  | 'not-found'
  | 'unwritable'
  | 'usage'
  | 'timeout'
  | 'memory'
  | 'crashed'
  | 'internal'

export class JuesuanError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'JuesuanError'
    this.code = code
  }
}
