/** JSON of an earlier extraction → document. */
import { JuesuanError } from '../errors.ts'
import { type Document, documentSchema, SCHEMA } from '../model.ts'

/** @throws JuesuanError for what is no document of this version of the contract. */
export function parseDocument(text: string): Document {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new JuesuanError('usage', 'the file is no JSON, or was cut off; extract its PDF again', { cause: error })
  }
  const parsed = documentSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  throw new JuesuanError(
    'usage',
    `the file is no document of ${SCHEMA} (${path.join('.') || 'root'}: ${message}); extract its PDF again with this version`,
  )
}
