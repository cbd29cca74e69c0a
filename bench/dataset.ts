/**
 * `npm run bench:dataset`: peak memory of writing a dataset of 2,000 and of 10,000 documents, each in a process of its own.
 * Ends with 1 where five times the documents take more than a fifth more memory.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from '../src/index.ts'
import type { Document } from '../src/model.ts'
import { DATASET_FORMATS, type DatasetFormat, writeDataset } from '../src/output/dataset/index.ts'

/** With fewer the allocator has not yet taken from the system what it works with. */
const SIZES = [2_000, 10_000] as const
const BAR = 1.2
const sample = new URL('../samples/shanxi-xinjiang-office-2024.pdf', import.meta.url)

async function write(format: DatasetFormat, count: number): Promise<void> {
  const document = small(await extract(readFileSync(sample)))
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'))
  function* documents() {
    for (let n = 0; n < count; n++) yield { key: `document-${n}`, document }
  }
  try {
    await writeDataset(documents(), folder, { format })
  } finally {
    rmSync(folder, { recursive: true })
  }
  console.log(Math.round(process.resourceUsage().maxRSS / 1024))
}

/** A tenth of a document, so that ten thousand are written in a minute. */
function small(document: Document): Document {
  return {
    ...document,
    tables: document.tables.slice(0, 2),
    checks: document.checks.slice(0, 20),
    statements: document.statements.slice(0, 10),
    performance: [],
  }
}

function compare(): void {
  console.log(`format       ${SIZES.map((n) => `${n} documents`.padStart(18)).join('')}   ratio (at most ${BAR})`)
  for (const format of DATASET_FORMATS) {
    const megabytes = SIZES.map((count) => {
      const args = [import.meta.filename, format, String(count)]
      const child = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
      return Number(child.stdout)
    })
    const ratio = megabytes[1]! / megabytes[0]!
    console.log(`${format.padEnd(13)}${megabytes.map((m) => `${m} MB`.padStart(18)).join('')}   ${ratio.toFixed(2)}`)
    if (!(ratio <= BAR)) process.exitCode = 1
  }
}

const [format, count] = process.argv.slice(2)
if (format && count) await write(format as DatasetFormat, Number(count))
else compare()
