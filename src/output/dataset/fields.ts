/** The tables of a dataset and their fields: the one definition that every format is written from. */
import { CELL_COLUMNS } from '../cells.ts'
import { PERFORMANCE_COLUMNS } from '../performance.ts'
import { STATEMENT_COLUMNS } from '../statements.ts'

/** `decimal` is exact; `number` is for places on a page and confidences, where a float is enough. */
export type FieldType = 'string' | 'integer' | 'number' | 'decimal'

export interface Field {
  name: string
  type: FieldType
  /** What it holds, for the data package. */
  description?: string
}

export type TableName = 'documents' | 'cells' | 'checks' | 'findings' | 'statements' | 'performance'

export interface DatasetTable {
  name: TableName
  description: string
  fields: readonly Field[]
  /** Fields that together are unique. */
  key: readonly string[]
}

/** One line of a table; an empty text is a missing value. */
export type Line = Readonly<Record<string, string>>

const INTEGERS = new Set(['page', 'year', 'statement', 'form', 'table_index'])
const NUMBERS = new Set(['confidence', 'x0', 'y0', 'x1', 'y1'])

const DESCRIPTIONS: Record<string, string> = {
  document: 'Key of the document: its file name and the first eight digits of its SHA-256.',
  table: 'Id of the statutory table.',
  row: 'Row key: subject code, 合计, or side and label.',
  column: 'Column id.',
  value: 'As printed, without thousands separators; — for a printed dash.',
  amount: 'The printed number, in the printed unit.',
  yuan: 'The amount in 元.',
  unit: 'Unit as printed.',
  mark: 'amount, zero, dash or text.',
  status: 'How far the reading may be trusted: proved, read, repaired, inconsistent, suspect or unreadable.',
  page: 'Page of the PDF, counted from 1.',
  x0: 'Left edge, points, from the left of the page as shown.',
  y0: 'Top edge, points, from the top of the page as shown.',
  x1: 'Right edge.',
  y1: 'Bottom edge.',
  raw: 'The characters as read.',
}

function fields(names: readonly string[], types: Record<string, FieldType> = {}): Field[] {
  return names.map((name) => ({
    name,
    type: types[name] ?? (INTEGERS.has(name) ? 'integer' : NUMBERS.has(name) ? 'number' : 'string'),
    description: DESCRIPTIONS[name],
  }))
}

export const DATASET: readonly DatasetTable[] = [
  {
    name: 'documents',
    description: 'One line a published document.',
    key: ['document'],
    fields: fields(
      [
        ...['document', 'file', 'sha256', 'bytes', 'pages', 'ocr_pages', 'unread_pages', 'producer'],
        ...['kind', 'entity', 'level', 'fiscal_year', 'superior', 'administrative_level', 'division'],
        ...['institutions', 'staff', 'vehicles', 'equipment', 'tables', 'errors', 'warnings', 'notes'],
      ],
      {
        ...{
          bytes: 'integer',
          pages: 'integer',
          ocr_pages: 'integer',
          unread_pages: 'integer',
          fiscal_year: 'integer',
        },
        ...{ tables: 'integer', errors: 'integer', warnings: 'integer', notes: 'integer' },
      },
    ),
  },
  {
    name: 'cells',
    description: 'One line a cell of a statutory table that is not blank.',
    key: ['document', 'table_index', 'row', 'column'],
    fields: fields(
      [...CELL_COLUMNS.slice(0, 2), 'table_index', ...CELL_COLUMNS.slice(2, 6), 'amount', ...CELL_COLUMNS.slice(6)],
      { amount: 'decimal', yuan: 'decimal' },
    ),
  },
  {
    name: 'checks',
    description: 'One line an accounting identity that was tried.',
    key: ['document', 'check'],
    fields: fields(
      [
        ...['document', 'check', 'rule', 'name_zh', 'name_en', 'expected', 'actual', 'difference', 'tolerance'],
        ...['strength', 'result', 'terms'],
      ],
      { expected: 'decimal', actual: 'decimal', difference: 'decimal', tolerance: 'decimal' },
    ),
  },
  {
    name: 'findings',
    description: 'One line a thing that a person should look at.',
    key: ['document', 'finding'],
    fields: fields(
      [
        ...['document', 'finding', 'severity', 'code', 'message_zh', 'message_en', 'page', 'x0', 'y0', 'x1', 'y1'],
        ...['table', 'row', 'column', 'expected', 'checks'],
      ],
      { finding: 'integer', expected: 'decimal' },
    ),
  },
  {
    name: 'statements',
    description: 'One line a figure of the narrative.',
    key: ['document', 'statement'],
    fields: fields(STATEMENT_COLUMNS, { value: 'decimal', yuan: 'decimal', expected: 'decimal' }),
  },
  {
    name: 'performance',
    description: 'One line a box of a performance form.',
    key: [],
    fields: fields(PERFORMANCE_COLUMNS),
  },
]

/** Decimals are stored with this many places and digits; what does not fit is left out there and stands in `value`. */
export const DECIMAL = { precision: 38, scale: 6 } as const

/** The decimal times 10^scale, or null for a missing value and one with more places than are stored. */
export function unscaled(text: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', places = ''] = match
  if (places.length > DECIMAL.scale || whole.length > DECIMAL.precision - DECIMAL.scale) return null
  return BigInt(`${sign}${whole}${places.padEnd(DECIMAL.scale, '0')}`)
}
