/**
 * Reads the PDFs it is handed, one by one, writes them in every form, and answers with how each ended.
 * A process with the right to read files and none to write any.
 */
import type { OcrMode } from '../../src/extract.ts'
import { type Document, documentSchema, extract, JuesuanError } from '../../src/index.ts'
import { cellsCsv } from '../../src/output/cells.ts'
import { linesOf } from '../../src/output/dataset/lines.ts'
import { printJson } from '../../src/output/print.ts'
import { reportMarkdown } from '../../src/output/report/markdown.ts'
import { reportHtml } from '../../src/output/report/page.ts'
import { toReport } from '../../src/output/report/report.ts'

export interface Job {
  bytes: Uint8Array
  /** A few pages, which is quicker than all. */
  pages?: number[]
  ocr: OcrMode
}

export type Outcome =
  | { kind: 'document'; tables: number }
  | { kind: 'error'; code: string }
  | { kind: 'crash'; stack: string }

/** How it ended, and the most memory that the process has held so far. */
export type Reply = Outcome & { megabytes: number }

async function run({ bytes, pages, ocr }: Job): Promise<Outcome> {
  try {
    const document = await extract(bytes, { pages, ocr, file: '../=<script>.pdf' })
    documentSchema.parse(document)
    print(document)
    return { kind: 'document', tables: document.tables.length }
  } catch (error) {
    if (!(error instanceof JuesuanError) || error.code === 'internal')
      return { kind: 'crash', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    // The file has fewer pages now.
    if (error.code === 'usage' && pages && pages[0] !== 1) return run({ bytes, pages: [1], ocr })
    return { kind: 'error', code: error.code }
  }
}

/** @throws where a document cannot be written, or a report would run something. */
function print(document: Document): void {
  printJson(document)
  cellsCsv([document])
  linesOf('key', document)
  for (const language of ['zh', 'en'] as const) {
    const report = toReport(document, language)
    for (const text of [reportHtml(report), reportMarkdown(report)])
      if (/<(script|img|iframe)/i.test(text)) throw new Error('the report holds HTML of the document')
  }
}

process.on('message', async (job: Job) => {
  const outcome = await run(job)
  process.send?.({ ...outcome, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) } satisfies Reply)
})
