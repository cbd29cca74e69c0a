/** A dataset as Frictionless Data Package: the CSV files and a datapackage.json that describes them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvSink } from './csv.ts'
import { DATASET, type DatasetTable, type Field } from './fields.ts'
import type { Sink } from './sink.ts'

export function dataPackageSink(folder: string): Sink {
  const csv = csvSink(folder)
  return {
    write: csv.write,
    async close() {
      await csv.close()
      writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify(describe(), null, 2)}\n`)
    },
  }
}

/** The descriptor. `profile` is what version 1 of the standard asks for, `$schema` what version 2 does. */
export function describe(): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: 'juesuan',
    title: 'Final accounts and budgets of Chinese government departments',
    resources: DATASET.map(resource),
  }
}

function resource(table: DatasetTable): object {
  return {
    name: table.name,
    path: `${table.name}.csv`,
    profile: 'tabular-data-resource',
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\n' },
    schema: {
      fields: table.fields.map(field),
      missingValues: [''],
      ...(table.key.length > 0 && { primaryKey: table.key }),
      ...(table.name !== 'documents' && {
        foreignKeys: [{ fields: ['document'], reference: { resource: 'documents', fields: ['document'] } }],
      }),
    },
  }
}

function field({ name, type, description }: Field): object {
  return { name, type: type === 'decimal' ? 'number' : type, ...(description && { description }) }
}
