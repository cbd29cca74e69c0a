import type { Document } from '../../model.ts'
import type { Line, TableName } from './fields.ts'

/** A dataset being written: the documents go in one by one, and nothing of them is kept. */
export interface Sink {
  write(lines: Record<TableName, Line[]>, key: string, document: Document): void | Promise<void>
  close(): void | Promise<void>
}
