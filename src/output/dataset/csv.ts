/** A dataset as CSV, a file a table. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { toCsv } from '../csv.ts'
import { DATASET } from './fields.ts'
import type { Sink } from './sink.ts'

export function csvSink(folder: string, { bom = false }: { bom?: boolean } = {}): Sink {
  const files = DATASET.map(({ name, fields }) => {
    const columns = fields.map((f) => f.name)
    const file = openSync(join(folder, `${name}.csv`), 'w')
    writeSync(file, toCsv([], columns, { bom }))
    return { name, columns, file }
  })
  return {
    write(lines) {
      for (const { name, columns, file } of files) writeSync(file, toCsv(lines[name], columns, { header: false }))
    },
    close() {
      for (const { file } of files) closeSync(file)
    },
  }
}
