/** juesuan dataset: the documents of a folder to one dataset. */
import { join } from 'node:path'
import { formsWith } from '../forms.ts'
import { documentFiles, readDocument } from '../output/dataset/documents.ts'
import { type DatasetFormat, writeDataset } from '../output/dataset/index.ts'
import { EXIT, type Exit } from './exit.ts'
import { complain } from './files.ts'
import { interruption } from './interrupt.ts'

interface DatasetFlags {
  format: DatasetFormat
  output?: string
  bom?: true
  extractors?: string
}

export async function datasetCommand(folder: string, flags: DatasetFlags): Promise<Exit> {
  const files = documentFiles(folder)
  const output = flags.output ?? join(folder, 'dataset')
  const { templates } = await formsWith(flags.extractors)
  const titles = new Map(templates.toReversed().map((t) => [t.id, t.titles[0] ?? t.id]))
  let failed = 0
  function* documents() {
    const keys = new Set<string>()
    for (const file of files)
      try {
        const read = readDocument(file)
        if (keys.has(read.key)) continue
        keys.add(read.key)
        yield read
      } catch (error) {
        failed++
        complain(error, file)
      }
  }
  const signal = interruption()
  let written: string[]
  try {
    written = await writeDataset(documents(), output, { format: flags.format, bom: flags.bom, titles, signal })
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted
    throw error
  }
  console.error(`${files.length - failed} documents: ${written.map((name) => join(output, name)).join(', ')}`)
  if (failed === 0) return EXIT.clean
  return failed < files.length ? EXIT.someFailed : EXIT.allFailed
}
