/** A dataset as a DuckDB file with views that answer the usual questions. The binding is the user's to install: it has 70 MB. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { JuesuanError } from '../../errors.ts'
import { DATASET } from './fields.ts'
import { parquetSink } from './parquet.ts'
import type { Sink } from './sink.ts'

/** DuckDB would else take four fifths of the machine; beyond this it goes to the disk. One thread: each wants its share. */
const RESOURCES = { memory_limit: '128MB', threads: '1' }

/** Name, and what it answers. `amounts` goes first: the others build on it. */
const VIEWS: Record<string, string> = {
  amounts: `select d.entity, d.fiscal_year, d.kind, c.* exclude (document), c.document
    from cells c join documents d using (document) where c.yuan is not null`,
  three_public: `select document, entity, fiscal_year, kind, "column", column_label, yuan, status
    from amounts where "table" like '%three-public' and "row" in ('三公', '合计')`,
  basic_by_economic_code: `select document, entity, fiscal_year, kind, code, label, yuan, status
    from amounts where "table" in ('basic-expenditure', 'budget-basic-expenditure')
      and "column" in ('amount', 'total') and code is not null`,
  to_look_at: `select d.entity, d.fiscal_year, c.* from cells c join documents d using (document)
    where c.status in ('suspect', 'unreadable', 'inconsistent')`,
}

export async function duckdbSink(folder: string): Promise<Sink> {
  const { DuckDBInstance } = await binding()
  const parts = join(folder, 'parts')
  mkdirSync(parts)
  const parquet = parquetSink(parts)
  return {
    write: parquet.write,
    async close() {
      await parquet.close()
      const instance = await DuckDBInstance.create(join(folder, 'juesuan.duckdb'), RESOURCES)
      const connection = await instance.connect()
      for (const { name } of DATASET)
        await connection.run(`create table ${name} as select * from read_parquet(${quoted(join(parts, name))})`)
      for (const [name, query] of Object.entries(VIEWS)) await connection.run(`create view ${name} as ${query}`)
      connection.closeSync()
      instance.closeSync()
      rmSync(parts, { recursive: true })
    },
  }
}

const quoted = (path: string) => `'${path.replaceAll("'", "''")}.parquet'`

async function binding(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    throw new JuesuanError(
      'usage',
      'DuckDB is not installed beside juesuan; run: npm install @duckdb/node-api (or take -f parquet, which DuckDB reads)',
      { cause: error },
    )
  }
}
