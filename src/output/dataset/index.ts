/** Documents → one dataset: six tables, in the format asked for. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Document } from '../../model.ts'
import { disclosuresOf, nameOf } from '../disclosures.ts'
import { csvSink } from './csv.ts'
import { linesOf } from './lines.ts'
import type { Sink } from './sink.ts'

export const DATASET_FORMATS = ['csv', 'parquet', 'xlsx', 'duckdb', 'datapackage'] as const
export type DatasetFormat = (typeof DATASET_FORMATS)[number]

export interface DatasetOptions {
  format: DatasetFormat
  /** Begin CSV files with a byte order mark. */
  bom?: boolean
  /** Names of the sheets of a workbook, by table id. */
  titles?: ReadonlyMap<string, string>
  /** Ends the work; nothing of it is left. */
  signal?: AbortSignal
}

/**
 * Writes the documents, each under its key, into a folder. Files appear there when all are whole.
 * @returns the names of the files written.
 */
export async function writeDataset(
  documents: Iterable<{ key: string; document: Document }>,
  folder: string,
  options: DatasetOptions,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const work = mkdtempSync(join(folder, '.writing-'))
  try {
    const sink = await openSink(work, options)
    for (const { key, document } of documents) {
      for (const [at, one] of disclosuresOf(document).entries()) {
        const name = nameOf(key, at)
        await sink.write(linesOf(name, one), name, one)
      }
      // Streams within the libraries tidy up when the event loop turns; without this they would all wait for the end.
      await setImmediate()
      options.signal?.throwIfAborted()
    }
    await sink.close()
    const names = readdirSync(work).sort()
    for (const name of names) renameSync(join(work, name), join(folder, name))
    return names
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The code of a format is loaded when it is asked for. */
async function openSink(folder: string, { format, bom, titles = new Map() }: DatasetOptions): Promise<Sink> {
  if (format === 'csv') return csvSink(folder, { bom })
  if (format === 'parquet') return (await import('./parquet.ts')).parquetSink(folder)
  if (format === 'xlsx') return (await import('./xlsx.ts')).xlsxSink(folder, { titles })
  if (format === 'datapackage') return (await import('./datapackage.ts')).dataPackageSink(folder)
  return (await import('./duckdb.ts')).duckdbSink(folder)
}
