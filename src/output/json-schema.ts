/** The contract as JSON Schema (draft 2020-12), made from the zod schema. */
import { z } from 'zod'
import { documentSchema, SCHEMA } from '../model.ts'

export function documentJsonSchema(): string {
  const schema = z.toJSONSchema(documentSchema)
  return `${JSON.stringify({ $id: `urn:${SCHEMA.replace('/', ':')}`, title: SCHEMA, ...schema }, null, 2)}\n`
}
