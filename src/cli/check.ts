/** juesuan check: compares documents with their reviewed form. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { JuesuanError } from '../errors.ts'
import { extractWith } from '../extract.ts'
import { formsWith } from '../forms.ts'
import { compare } from '../output/compare.ts'
import { type Golden, toGolden } from '../output/golden.ts'
import type { Exit } from './exit.ts'
import { eachFile, readInput, stem } from './files.ts'
import { reportFindings } from './findings.ts'
import type { ReadFlags } from './options.ts'
import { summary } from './summary.ts'
import { describe } from './text.ts'

interface CheckFlags extends ReadFlags {
  golden: string
  summary?: true
}

export async function checkCommand(files: string[], flags: CheckFlags): Promise<Exit> {
  const { password, ocr, limit, lang } = flags
  const forms = await formsWith(flags.extractors)
  return eachFile(files, async (file) => {
    const document = await extractWith(forms, readInput(file), { file: basename(file), password, ocr, limits: limit })
    if (flags.summary) console.log(summary(file, document, lang))
    else reportFindings(file, document, lang)
    const path = goldenPath(file, flags.golden)
    const golden = readGolden(path)
    if (golden === null)
      throw new JuesuanError(
        'not-found',
        `there is no ${path} to compare with; make it with: juesuan golden --update ${file}`,
      )
    const differences = compare(golden, toGolden(document))
    for (const difference of differences) console.log(`${file}: ${describe(difference)}`)
    console.log(
      differences.length === 0
        ? `${file}: agrees with ${path}`
        : `${file}: ${differences.length} differences from ${path}`,
    )
    return differences.length === 0
  })
}

export function goldenPath(file: string, folder: string): string {
  return join(folder, `${stem(file)}.json`)
}

/** Null where there is none. */
export function readGolden(path: string): Golden | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new JuesuanError(
      'usage',
      `${path} is no JSON (${error instanceof Error ? error.message : error}); restore it`,
      { cause: error },
    )
  }
}
