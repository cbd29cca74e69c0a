/** The shape of a template, for templates that come from outside. Ours are checked by it, too. */
import { z } from 'zod'
import type { TableTemplate } from './define.ts'

const patterns = z.array(z.string().min(1)).readonly()
const columns = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'a column id is lower-case words joined by _'), patterns)
const affixes = z.array(z.record(z.string(), patterns)).readonly()

const side = z.strictObject({ head: patterns, columns, labels: patterns.optional() })

const rows = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), classification: z.enum(['functional', 'economic']) }),
  z.strictObject({ by: z.literal('side'), sides: z.record(z.string(), side) }),
  z.strictObject({ by: z.literal('label') }),
  z.strictObject({ by: z.literal('unit'), key: z.string().min(1), values: patterns }),
  z.strictObject({ by: z.literal('record') }),
])

const ids = z.array(z.string().min(1)).min(1).readonly()
const usual = z.literal(true).optional()

const identity = z.union(
  [
    z.strictObject({
      sum: z.string().min(1),
      of: ids,
      or: ids.optional(),
      given: ids.optional(),
      unless: ids.optional(),
      usual,
    }),
    z.strictObject({ tree: z.enum(['codes', 'coded']) }),
    z.strictObject({ sides: z.literal('totals') }),
    z.strictObject({ list: z.literal('total') }),
    z.strictObject({ row: z.string().min(1), of: ids, usual }),
  ],
  { error: "an identity is { sum, of }, { tree: 'codes' }, { sides: 'totals' }, { list: 'total' } or { row, of }" },
)

export const templateSchema: z.ZodType<TableTemplate> = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a table id is lower-case words joined by -'),
  kind: z.enum(['final-accounts', 'budget', 'any']),
  number: z.string().optional(),
  titles: z.array(z.string().min(1)).min(1).readonly(),
  titleHas: patterns.optional(),
  needs: patterns.optional(),
  unlike: patterns.optional(),
  bornOut: z.strictObject({ lines: patterns.optional(), columns: ids.optional() }).optional(),
  rows,
  counts: patterns.optional(),
  expected: ids.optional(),
  columns,
  prefixes: affixes.optional(),
  suffixes: affixes.optional(),
  standsFor: z.record(z.string(), z.string()).optional(),
  beside: z.record(z.string(), z.string()).optional(),
  labels: columns.optional(),
  texts: columns.optional(),
  unit: z.enum(['元', '千元', '万元', '百万元', '亿元']).optional(),
  identities: z.array(identity).readonly().optional(),
}) as never
