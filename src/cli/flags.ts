/** Options that several commands have. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { DEFAULT_LIMITS } from '../limits.ts'
import { FAIL_ON } from './exit.ts'
import { parseCount, parseLimit, parseList, parsePages } from './options.ts'
import { watch } from './watchdog.ts'

export const pages = new Option('--pages <list>', 'pages to read: 5-18,20').argParser(checked(parsePages))
export const golden = new Option('--golden <dir>', 'folder of reviewed documents').default('golden')
export const failOn = new Option('--fail-on <severity>', 'exit 1 for findings of this severity or worse').choices(
  FAIL_ON,
)
export const lang = new Option('--lang <language>', 'language of findings and reports')
  .choices(['zh', 'en'])
  .default('zh')
export const extractors = new Option(
  '--extractors <dir>',
  'folder of your own templates, beside ours (docs/new-form.md)',
)
export const tables = new Option('--tables <ids>', 'only these tables: income,expenditure').argParser(
  checked(parseList),
)
export const bom = new Option('--bom', 'begin CSV with a byte order mark, which spreadsheets need for Chinese')

/** How files are read. */
const READING = [
  new Option('--password <password>', 'password of an encrypted PDF'),
  new Option('--ocr <when>', 'read scanned pages by OCR').choices(['auto', 'always', 'never']).default('auto'),
  new Option('--ocr-engine <engine>', 'what reads them').choices(['auto', 'paddle', 'tesseract']).default('auto'),
  new Option('--ocr-pages <which>', 'all scanned pages, or those with a ruled table')
    .choices(['all', 'tables'])
    .default('all'),
  new Option('--no-cache', 'neither keep what OCR reads nor use what an earlier run kept'),
  extractors,
  new Option('--limit <name=value>', 'raise or lower what a file may cost; may stand several times')
    .argParser(checked(parseLimit))
    .default(DEFAULT_LIMITS, 'docs/limits.md'),
]

/** What files that are read in processes of their own may take. */
const POOLED = [
  new Option('--jobs <number>', 'files read at a time (default: all cores)').argParser(checked(parseCount)),
  new Option('--timeout <seconds>', 'most a file may take; each scanned page begins anew')
    .default(120)
    .argParser(checked(parseCount)),
  new Option('--memory <MB>', 'most memory a file may take').default(2048).argParser(checked(parseCount)),
]

const withOptions = (command: Command, options: readonly Option[]) =>
  options.reduce((c, option) => c.addOption(option), command)

/** A command that reads in this process, and watches it. */
export function limited(command: Command): Command {
  return withOptions(command, READING).hook('preAction', () => watch(command.opts().limit))
}

/** A command that reads in processes of their own, which are watched from here. */
export function pooled(command: Command): Command {
  return withOptions(command, [...READING, ...POOLED])
}

/** Turns a parser's error into commander's, which names the option. */
export function checked<T>(parse: (text: string, before: T) => T) {
  return (text: string, before: T): T => {
    try {
      return parse(text, before)
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error))
    }
  }
}

export function parsePage(text: string): number {
  const [page, ...more] = parsePages(text)
  if (page === undefined || more.length > 0) throw new Error('give one page number')
  return page
}
