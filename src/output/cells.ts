/** The flat cells table: one line a printed cell. */
import type { Document } from '../model.ts'
import { type CsvOptions, toCsv } from './csv.ts'
import { disclosuresOf } from './disclosures.ts'

export const CELL_COLUMNS = [
  'document',
  'table',
  'page',
  'row',
  'column',
  'value',
  'mark',
  'unit',
  'yuan',
  'code',
  'label',
  'column_label',
  'status',
  'source',
  'confidence',
  'x0',
  'y0',
  'x1',
  'y1',
  'raw',
] as const

export type CellRecord = Record<(typeof CELL_COLUMNS)[number], string>

/** Every cell that is not blank, and every unreadable one, in printed order. */
export function cellRecords(document: Document): CellRecord[] {
  return document.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, cell]): CellRecord[] => {
        if (cell.mark === 'blank' && cell.status !== 'unreadable') return []
        const described = table.columns.find((c) => c.id === column)
        return [
          {
            document: document.source.file,
            table: table.id,
            page: String(cell.page),
            row: row.key,
            column,
            value: cell.mark === 'dash' ? '—' : (cell.value ?? ''),
            mark: cell.mark,
            unit: described?.unit ?? table.unit ?? '',
            yuan: cell.yuan ?? '',
            code: row.code ?? '',
            label: row.label,
            column_label: described?.header.join('/') ?? '',
            status: cell.status,
            source: cell.source,
            confidence: cell.confidence === undefined ? '' : String(cell.confidence),
            x0: String(cell.bbox[0]),
            y0: String(cell.bbox[1]),
            x1: String(cell.bbox[2]),
            y1: String(cell.bbox[3]),
            raw: cell.raw,
          },
        ]
      }),
    ),
  )
}

export function cellsCsv(documents: readonly Document[], options: CsvOptions = {}): string {
  return toCsv(documents.flatMap(disclosuresOf).flatMap(cellRecords), CELL_COLUMNS, options)
}
