/** juesuan golden: accepts one reviewed document, unless hand-made truth speaks against it. */
import { basename } from 'node:path'
import { extractWith } from '../extract.ts'
import { formsWith } from '../forms.ts'
import { compare } from '../output/compare.ts'
import { printGolden, toGolden } from '../output/golden.ts'
import { writeAtomic } from '../output/write.ts'
import type { Exit } from './exit.ts'
import { eachFile, readInput } from './files.ts'
import { goldenPath, readGolden } from './goldens.ts'
import { type ReadFlags, readOptions } from './options.ts'
import { summary } from './summary.ts'
import { describe } from './text.ts'
import { truthDifferences } from './truth.ts'

interface GoldenFlags extends ReadFlags {
  golden: string
  truth: string
  update?: true
}

export async function goldenCommand(file: string, flags: GoldenFlags): Promise<Exit> {
  const forms = await formsWith(flags.extractors)
  return eachFile([file], async () => {
    const document = await extractWith(forms, readInput(file), { file: basename(file), ...readOptions(flags) })
    const path = goldenPath(file, flags.golden)
    const old = readGolden(path)
    const found = toGolden(document)
    const differences = old ? compare(old, found) : []
    if (old === null) console.log(summary(file, document))
    for (const difference of differences) console.log(describe(difference))
    const against = truthDifferences(document, flags.truth, file)
    for (const line of against) console.log(`against the truth file: ${line}`)
    if (against.length > 0) {
      console.log(
        `${path}: not written, ${against.length} cells disagree with the truth file; put the reading right first`,
      )
      return false
    }
    if (!flags.update) {
      const state =
        old === null
          ? 'does not exist yet'
          : differences.length === 0
            ? 'is up to date'
            : `${differences.length} differences`
      console.log(
        `${path}: ${state}${old && differences.length === 0 ? '' : '; compare with the paper, then accept with --update'}`,
      )
      return old !== null && differences.length === 0
    }
    writeAtomic(path, printGolden(found))
    console.log(`${path}: ${old === null ? 'written' : `written, ${differences.length} differences accepted`}`)
    return true
  })
}
