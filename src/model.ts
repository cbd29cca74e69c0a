/**
 * The data contract, `juesuan/1`: the only definition of what comes out. Types, the JSON schema
 * in `schema/` and the validation of every emitted document are made from it.
 */
import { z } from 'zod'

export const SCHEMA = 'juesuan/1'

/** Exact decimal as printed, without thousands separators: `-12.50`. Never a float. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()])
/** 1-based. */
const pageNumber = z.int().min(1)

export const statusSchema = z.enum(['proved', 'read', 'repaired', 'inconsistent', 'suspect', 'unreadable'])
export const markSchema = z.enum(['amount', 'zero', 'blank', 'dash', 'text'])

export const cellSchema = z.object({
  /** Exact decimal, text for `mark: text`, null for blank, dash and unreadable. */
  value: z.string().nullable(),
  /** The characters as read. */
  raw: z.string(),
  mark: markSchema,
  /** The amount in 元; null where the cell holds no money. */
  yuan: decimal.nullable(),
  page: pageNumber,
  /** Points, origin top left of the page as shown. */
  bbox,
  source: z.enum(['text', 'ocr']),
  /** 0–1, OCR only. */
  confidence: z.number().min(0).max(1).optional(),
  status: statusSchema,
})

export const rowSchema = z.object({
  key: z.string(),
  code: z.string().nullable(),
  label: z.string(),
  /** 收入, 支出 or 用途 where the form has sides. */
  side: z.string().nullable(),
  /** 行次 as printed. */
  line: z.string().nullable(),
  /** Key of the parent row. */
  parent: z.string().nullable(),
  cells: z.record(z.string(), cellSchema),
})

export const columnSchema = z.object({
  id: z.string(),
  /** Header texts from the top header row down to the column, as printed. */
  header: z.array(z.string()),
  /** Unit of this column where it is not the table's. */
  unit: z.string().nullable(),
})

export const tableSchema = z.object({
  id: z.string(),
  /** 公开01表, where printed. */
  number: z.string().nullable(),
  title: z.string(),
  unit: z.string().nullable(),
  pages: z.array(pageNumber),
  state: z.enum(['data', 'empty', 'missing']),
  /** 注：, 说明： and the like. */
  notes: z.array(z.string()),
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
})

/** A ruled table that no template claims, as it is printed. */
export const otherTableSchema = z.object({
  title: z.string(),
  page: pageNumber,
  bbox,
  /** Row by row; a merged cell stands once, at its top left, the rest of it is null. */
  rows: z.array(z.array(z.string().nullable())),
})

/** Something read from a place: the value, and the words it was read from. */
const found = z.object({ value: z.string(), page: pageNumber, quote: z.string() }).nullable()

export const termSchema = z.object({
  table: z.string().optional(),
  row: z.string().optional(),
  column: z.string().optional(),
  /** Index in `statements` instead of a cell. */
  statement: z.int().optional(),
  sign: z.union([z.literal(1), z.literal(-1)]),
  /** The amount of the term, in the unit of the check. */
  value: decimal.nullable(),
})

export const checkSchema = z.object({
  /** `rule:table:place`, unique within a document. */
  id: z.string(),
  /** Name of the rule in docs/checks.md. */
  rule: z.string(),
  /** What must hold, in words. */
  name: z.object({ zh: z.string(), en: z.string() }),
  /** What it follows from: the form's own arithmetic, or a rule of accounting and publication. */
  source: z.enum(['form', 'rule']).optional(),
  terms: z.array(termSchema),
  expected: decimal.nullable(),
  actual: decimal.nullable(),
  difference: decimal.nullable(),
  /** The largest difference that rounding of the terms can explain. */
  tolerance: decimal.nullable(),
  /** How much a result says: sum of several terms, repetition of one, or a custom that has exceptions. */
  strength: z.enum(['sum', 'repeat', 'usual']),
  result: z.enum(['holds', 'rounding', 'violated', 'not-applicable']),
})

export const severitySchema = z.enum(['error', 'warning', 'note'])

export const findingSchema = z.object({
  code: z.string(),
  severity: severitySchema,
  message: z.object({ zh: z.string(), en: z.string() }),
  page: pageNumber.nullable(),
  bbox: bbox.nullable(),
  table: z.string().optional(),
  row: z.string().optional(),
  column: z.string().optional(),
  /** The amount the cell would have to be, where one change explains all failing checks. */
  expected: decimal.optional(),
  /** Ids of the checks the finding rests on. */
  checks: z.array(z.string()).optional(),
})

export const statementSchema = z.object({
  /** Id of a table's quantity (`table/row/column`) or a name of its own. */
  quantity: z.string(),
  kind: z.enum(['amount', 'percentage', 'count', 'comparison']),
  value: decimal.nullable(),
  unit: z.string().nullable(),
  year: z.int().nullable(),
  /** What it is compared with: 上年, 年初预算. */
  base: z.string().nullable(),
  direction: z.enum(['增加', '减少', '增长', '下降', '持平', '大于', '小于', '等于']).nullable(),
  page: pageNumber,
  bbox,
  quote: z.string(),
})

const performanceValue = z.object({ value: z.string().nullable(), raw: z.string(), page: pageNumber, bbox })

export const performanceSchema = z.object({
  /** What was reached (自评表), or only what is to be reached (目标表). */
  kind: z.enum(['self-evaluation', 'target']),
  title: z.string(),
  pages: z.array(pageNumber),
  project: z.string().nullable(),
  /** Department and implementing unit, each with the code printed beside it. */
  department: z.object({ name: z.string(), code: z.string().nullable() }).nullable(),
  unit: z.object({ name: z.string(), code: z.string().nullable() }).nullable(),
  year: z.int().nullable(),
  /** Printed money unit of the funds block. */
  money_unit: z.string().nullable(),
  /** 资金总额, 省级财政资金, …: cells by column id. */
  funds: z.array(z.object({ label: z.string(), cells: z.record(z.string(), performanceValue) })),
  /** Goal of the year, and what became of it. */
  goal: performanceValue.nullable(),
  actual: performanceValue.nullable(),
  indicators: z.array(
    z.object({
      /** Levels one to three: 产出指标 / 数量指标 / 保障人数. */
      path: z.array(z.string()),
      cells: z.record(z.string(), performanceValue),
    }),
  ),
  total: performanceValue.nullable(),
  grade: z.string().nullable(),
  /** Analysis texts by their printed label. */
  texts: z.array(z.object({ label: z.string(), text: z.string(), page: pageNumber, bbox })),
})

/** Whose disclosure, of what kind and year. */
const factsSchema = z.object({
  kind: found,
  entity: found,
  level: found,
  fiscal_year: found,
  /** The department above the unit. */
  superior: found,
  /** central, province, city, county or township. */
  administrative_level: found,
  /** 山西省, 上海市普陀区. */
  division: found,
  /** Counts, with the words they were read from. */
  institutions: found,
  staff: found,
  vehicles: found,
  /** Pieces of equipment over a million 元. */
  equipment: found,
})

export const documentSchema = z.object({
  schema: z.literal(SCHEMA),
  source: z.object({
    file: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    pages: z.int(),
    producer: z.string().nullable(),
    page: z.array(
      z.object({
        number: pageNumber,
        /** How its words were got; `unread` needs OCR and did not get it. */
        kind: z.enum(['text', 'ocr', 'blank', 'unread']),
        rotation: z.int(),
        width: z.number(),
        height: z.number(),
      }),
    ),
  }),
  document: factsSchema.extend({
    /** The printed table of contents: the page printed beside a title, and the page the entry stands on. */
    contents: z.array(z.object({ title: z.string(), printed: z.int().nullable(), page: pageNumber })),
    /** Where a file holds several: first and last page of each, and whose it is. The facts above are the first one's. */
    disclosures: z.array(factsSchema.extend({ pages: z.tuple([pageNumber, pageNumber]) })).optional(),
  }),
  tables: z.array(tableSchema),
  other_tables: z.array(otherTableSchema),
  performance: z.array(performanceSchema),
  statements: z.array(statementSchema),
  checks: z.array(checkSchema),
  findings: z.array(findingSchema),
})

export type Status = z.infer<typeof statusSchema>
export type Mark = z.infer<typeof markSchema>
export type Cell = z.infer<typeof cellSchema>
export type Row = z.infer<typeof rowSchema>
export type Column = z.infer<typeof columnSchema>
export type Table = z.infer<typeof tableSchema>
export type OtherTable = z.infer<typeof otherTableSchema>
export type Term = z.infer<typeof termSchema>
export type Check = z.infer<typeof checkSchema>
export type Finding = z.infer<typeof findingSchema>
export type Severity = z.infer<typeof severitySchema>
export type Statement = z.infer<typeof statementSchema>
export type Performance = z.infer<typeof performanceSchema>
export type Document = z.infer<typeof documentSchema>
export type Found = z.infer<typeof found>
