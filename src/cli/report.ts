/** Where reports go, and writing them: one file named, or a folder with a page for each document. */
import { join } from 'node:path'
import { JuesuanError } from '../errors.ts'
import type { Document } from '../model.ts'
import { writeAtomic } from '../output/write.ts'
import { stem } from './files.ts'
import type { Language } from './options.ts'

/** Made once for all files of a command; null where no report was asked for. */
export async function reporter(path: string | undefined, files: readonly string[], language: Language) {
  if (path === undefined) return null
  const format = /\.(html?|md|markdown)$/i.exec(path)?.[1]?.toLowerCase()
  if (format === undefined && /\.[a-z]{2,5}$/i.test(path))
    throw new JuesuanError('usage', `a report is HTML or Markdown: call it NAME.html or NAME.md, not ${path}`)
  if (format !== undefined && files.length > 1)
    throw new JuesuanError('usage', `${path} holds one report, and there are ${files.length} files; name a folder`)
  const { toReport } = await import('../output/report/report.ts')
  const render = format?.startsWith('m')
    ? (await import('../output/report/markdown.ts')).reportMarkdown
    : (await import('../output/report/page.ts')).reportHtml
  return (file: string, document: Document) =>
    writeAtomic(format === undefined ? join(path, `${stem(file)}.html`) : path, render(toReport(document, language)))
}
