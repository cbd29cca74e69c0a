/** A dataset as Parquet, a file a table: exact decimals, written as the lines come. */
import { join } from 'node:path'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { DATASET, type DatasetTable, DECIMAL, type Field, type FieldType, type Line, unscaled } from './fields.ts'
import type { Sink } from './sink.ts'

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/** Lines held in memory before they are written as a row group. */
const GROUP = 5_000

type Value = string | number | bigint | null

const PARSE: Record<FieldType, (text: string) => Value> = {
  string: (text) => text,
  integer: Number,
  number: Number,
  decimal: unscaled,
}

export function parquetSink(folder: string, { group = GROUP }: { group?: number } = {}): Sink {
  const writers = new Map(DATASET.map((table) => [table.name, tableWriter(folder, table, group)]))
  return {
    write(lines) {
      for (const [name, writer] of writers) writer.add(lines[name])
    },
    close() {
      for (const writer of writers.values()) writer.finish()
    },
  }
}

function tableWriter(folder: string, table: DatasetTable, group: number) {
  const writer = new ParquetWriter({
    writer: fileWriter(join(folder, `${table.name}.parquet`)),
    schema: [{ name: 'root', num_children: table.fields.length }, ...table.fields.map(element)],
  })
  // Column by column, and numbers as numbers: lines would take several times as much.
  const columns = table.fields.map((field) => ({ name: field.name, parse: PARSE[field.type], data: [] as Value[] }))
  let held = 0
  const flush = () => {
    if (held === 0) return
    writer.write({ columnData: columns.map(({ name, data }) => ({ name, data })), rowGroupSize: group })
    for (const column of columns) column.data = []
    held = 0
  }
  return {
    add(lines: readonly Line[]) {
      for (const line of lines)
        for (const { name, parse, data } of columns) data.push(line[name] ? parse(line[name]) : null)
      held += lines.length
      if (held >= group) flush()
    },
    finish() {
      flush()
      writer.finish()
    },
  }
}

function element({ name, type }: Field): Element {
  const common = { name, repetition_type: 'OPTIONAL' } as const
  if (type === 'integer') return { ...common, type: 'INT32' }
  if (type === 'number') return { ...common, type: 'DOUBLE' }
  if (type === 'string') return { ...common, type: 'BYTE_ARRAY', converted_type: 'UTF8' }
  return { ...common, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL', ...DECIMAL }
}
