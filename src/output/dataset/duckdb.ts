/** A dataset as a DuckDB file with views that answer the usual questions. The binding is the user's to install: it has 70 MB. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { JuesuanError } from '../../errors.ts'
import { DATASET } from './fields.ts'
import { parquetSink } from './parquet.ts'
import type { Sink } from './sink.ts'

/** DuckDB would else take four fifths of the machine; beyond this it goes to the disk. One thread: each wants its share. */
const RESOURCES = { memory_limit: '32MB', threads: '1' }

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

/**
 * Lines after which what was written as Parquet is taken over. What DuckDB holds grows with what it is given
 * at a time and since it was opened; so it is given little, and opened for it.
 */
const CHUNK = 20_000
/** Lines of a row group of these files, which nobody else reads. */
const GROUP = 1_000

export async function duckdbSink(folder: string): Promise<Sink> {
  const { DuckDBInstance } = await binding()
  const parts = join(folder, 'parts')
  const run = async (statements: readonly string[]) => {
    const instance = await DuckDBInstance.create(join(folder, 'juesuan.duckdb'), RESOURCES)
    const connection = await instance.connect()
    for (const statement of statements) await connection.run(statement)
    connection.closeSync()
    instance.closeSync()
  }
  mkdirSync(parts)
  let parquet = parquetSink(parts, { group: GROUP })
  let held = 0
  let isNew = true
  const takeOver = async () => {
    await parquet.close()
    const take = (name: string) => (isNew ? `create table ${name} as` : `insert into ${name}`)
    await run(DATASET.map(({ name }) => `${take(name)} select * from read_parquet(${quoted(join(parts, name))})`))
    isNew = false
    held = 0
  }
  return {
    async write(lines, key, document) {
      if (held >= CHUNK) {
        await takeOver()
        parquet = parquetSink(parts, { group: GROUP })
      }
      await parquet.write(lines, key, document)
      held += DATASET.reduce((sum, { name }) => sum + lines[name].length, 0)
    },
    async close() {
      await takeOver()
      await run(Object.entries(VIEWS).map(([name, query]) => `create view ${name} as ${query}`))
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
