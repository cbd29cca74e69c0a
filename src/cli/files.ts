/** Input files: reading them, going on after one that fails, and telling people what is wrong. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { JuesuanError } from '../errors.ts'
import { EXIT, type Exit } from './exit.ts'
import { watchFile } from './watchdog.ts'

export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new JuesuanError('not-found', 'there is no such file', { cause: error })
    if (code === 'EISDIR')
      throw new JuesuanError('usage', 'this is a folder; name the PDF files in it', { cause: error })
    throw new JuesuanError('not-found', `the file cannot be read (${code ?? error})`, { cause: error })
  }
}

/** File name without folder and `.pdf`. */
export function stem(file: string): string {
  return basename(file).replace(/\.pdf$/i, '')
}

/** Says on standard error what is wrong, in which file. `JUESUAN_DEBUG=1` adds where in the program. */
export function complain(error: unknown, file?: string): void {
  const where = file === undefined ? '' : `${file}: `
  const known = error instanceof JuesuanError && error.code !== 'internal'
  const message = error instanceof Error ? error.message : String(error)
  const hint = known ? '' : '; this is a fault of juesuan, please report it (JUESUAN_DEBUG=1 shows more)'
  console.error(`juesuan: ${where}${message}${hint}`)
  if (process.env.JUESUAN_DEBUG && error instanceof Error) console.error(error.stack, error.cause ?? '')
}

/** Does the work for each file, goes on after one that fails, and says how it ended. `work` returns whether the file is clean. */
export async function eachFile(files: readonly string[], work: (file: string) => Promise<boolean>): Promise<Exit> {
  const errors: unknown[] = []
  let clean = true
  for (const file of files)
    try {
      watchFile(file)
      if (!(await work(file))) clean = false
    } catch (error) {
      errors.push(error)
      complain(error, file)
    }
  if (errors.length === 0) return clean ? EXIT.clean : EXIT.findings
  if (errors.length < files.length) return EXIT.someFailed
  return errors.every((e) => e instanceof JuesuanError && e.code === 'usage') ? EXIT.usage : EXIT.allFailed
}
