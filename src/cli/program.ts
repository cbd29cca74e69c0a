/** The commands and their options. A command's code is loaded when it is called. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type ErrorCode, JuesuanError } from '../errors.ts'
import { DEFAULT_LIMITS } from '../limits.ts'
import { version } from '../version.ts'
import { EXIT, type Exit, FAIL_ON } from './exit.ts'
import { complain } from './files.ts'
import { parseCount, parseLimit, parseList, parsePages } from './options.ts'
import { watch } from './watchdog.ts'

/** Errors of who wrote the command line, such as a folder that is not there. */
const WRONG_CALL: ReadonlySet<ErrorCode> = new Set(['usage', 'not-found'])

/** @returns the exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  let exit: Exit = EXIT.clean
  quietPipe()
  const program = build((code) => {
    exit = code
  })
  try {
    await program.parseAsync([...argv])
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage
    complain(error)
    // What is wrong with one file does not get here: nothing was read.
    return error instanceof JuesuanError && WRONG_CALL.has(error.code) ? EXIT.usage : EXIT.allFailed
  }
}

function build(done: (code: Exit) => void): Command {
  const program = new Command('juesuan')
    .description('Typed, checked, citable data from 部门决算 and 部门预算 disclosures (PDF)')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(juesuan --help lists commands and options)')
  const pages = new Option('--pages <list>', 'pages to read: 5-18,20').argParser(checked(parsePages))
  const password = new Option('--password <password>', 'password of an encrypted PDF')
  const ocr = new Option('--ocr <when>', 'read scanned pages by OCR')
    .choices(['auto', 'always', 'never'])
    .default('auto')
  const ocrEngine = new Option('--ocr-engine <engine>', 'what reads them')
    .choices(['auto', 'paddle', 'tesseract'])
    .default('auto')
  const ocrPages = new Option('--ocr-pages <which>', 'all scanned pages, or those with a ruled table')
    .choices(['all', 'tables'])
    .default('all')
  const noCache = new Option('--no-cache', 'neither keep what OCR reads nor use what an earlier run kept')
  const golden = new Option('--golden <dir>', 'folder of reviewed documents').default('golden')
  const failOn = new Option('--fail-on <severity>', 'exit 1 for findings of this severity or worse').choices(FAIL_ON)
  const lang = new Option('--lang <language>', 'language of findings and reports').choices(['zh', 'en']).default('zh')
  const limit = new Option('--limit <name=value>', 'raise or lower what a file may cost; may stand several times')
    .argParser(checked(parseLimit))
    .default(DEFAULT_LIMITS, 'docs/limits.md')
  const extractors = new Option('--extractors <dir>', 'folder of your own templates, beside ours (docs/new-form.md)')
  const tables = new Option('--tables <ids>', 'only these tables: income,expenditure').argParser(checked(parseList))
  const reading = (command: Command) =>
    [password, ocr, ocrEngine, ocrPages, noCache, extractors, limit].reduce((c, option) => c.addOption(option), command)
  // Batch and check read in processes of their own, which are watched from there.
  const pooled = (command: Command) =>
    reading(command)
      .addOption(
        new Option('--jobs <number>', 'files read at a time (default: all cores)').argParser(checked(parseCount)),
      )
      .addOption(
        new Option('--timeout <seconds>', 'most a file may take; each scanned page begins anew')
          .default(120)
          .argParser(checked(parseCount)),
      )
      .addOption(
        new Option('--memory <MB>', 'most memory a file may take').default(2048).argParser(checked(parseCount)),
      )
  const limited = (command: Command) => reading(command).hook('preAction', () => watch(command.opts().limit))

  limited(program.command('extract'))
    .description('read disclosures; to standard output, or a file each into a folder')
    .argument('<file...>', 'PDF files')
    .addOption(pages)
    .addOption(
      new Option(
        '-f, --format <format>',
        'json (default): a document each; csv: one line a cell; statements, performance: CSV of the prose and of the forms',
      ).choices(['json', 'csv', 'statements', 'performance']),
    )
    .option('-o, --output <dir>', 'write NAME.json, NAME.csv or NAME.statements.csv into this folder')
    .addOption(tables)
    .option('--bom', 'begin CSV with a byte order mark, which spreadsheets need for Chinese')
    .option('--report <file>', 'write a report for people, NAME.html or NAME.md; for several files a folder')
    .addOption(failOn)
    .addOption(lang)
    .action(async (files, options) => done(await (await import('./extract.ts')).extractCommand(files, options)))

  pooled(program.command('batch'))
    .description('read many disclosures into one folder; goes on where an earlier run stopped')
    .argument('<input...>', "PDF files, folders, patterns like 'in/**/*.pdf'; - takes a list from standard input")
    .requiredOption('-o, --output <dir>', 'folder for documents/ and manifest.jsonl')
    .addOption(tables)
    .option('--force', 'do again what is done')
    .option('--retry-failed', 'try again what failed in an earlier run')
    .addOption(failOn)
    .option('--json-log', 'tell progress as JSON, an event a line, on standard error')
    .action(async (inputs, options) => done(await (await import('./batch.ts')).batchCommand(inputs, options)))

  pooled(program.command('check'))
    .description('compare with the reviewed documents in golden/: a line a file, each differing cell below')
    .argument('<input...>', 'PDF files, folders, patterns')
    .addOption(golden)
    .option('--junit <file>', 'write the results as JUnit XML, too')
    .option('--summary', 'show what was found, table by table')
    .addOption(lang)
    .action(async (files, options) => done(await (await import('./check.ts')).checkCommand(files, options)))

  limited(program.command('golden'))
    .description('show what differs from the reviewed document; with --update, accept it')
    .argument('<file>', 'one PDF file: every document is reviewed on its own')
    .addOption(golden)
    .option('--update', 'write the golden anew')
    .option('--truth <dir>', 'folder of hand-made truth files that a golden may not contradict', 'test/truth')
    .action(async (file, options) => done(await (await import('./golden.ts')).goldenCommand(file, options)))

  limited(program.command('diff'))
    .description('show what changed from one year to the next: lines, amounts, the form')
    .argument('<old>', 'a document (JSON or PDF), or a folder of them')
    .argument('<new>', 'the same of a later year')
    .addOption(new Option('-f, --format <format>').choices(['text', 'csv', 'json']).default('text'))
    .option('--bom', 'begin CSV with a byte order mark, which spreadsheets need for Chinese')
    .action(async (old, next, options) => done(await (await import('./diff.ts')).diffCommand(old, next, options)))

  limited(program.command('inspect'))
    .description('draw a page with the rulings, cells and words seen and the column given to each cell')
    .argument('<file>', 'PDF file')
    .addOption(new Option('--page <number>', 'page to draw').makeOptionMandatory().argParser(checked(parsePage)))
    .requiredOption('-o, --output <png>', 'image to write')
    .addOption(new Option('--scale <number>', 'pixels a point').default(2).argParser(Number))
    .action(async (file, options) => done(await (await import('./inspect.ts')).inspectCommand(file, options)))

  limited(program.command('explain'))
    .description('say for each table which template won and what no template knew')
    .argument('<file...>', 'PDF files')
    .action(async (files, options) => done(await (await import('./explain.ts')).explainCommand(files, options)))

  program
    .command('dataset')
    .description(
      'join the documents that batch or extract wrote: documents, cells, checks, findings, statements, performance',
    )
    .argument('<folder>', 'what batch or extract -o wrote to')
    .addOption(
      new Option('-f, --format <format>', 'csv and parquet: a file a table; xlsx: a sheet a kind of table')
        .choices(['csv', 'parquet', 'xlsx', 'duckdb', 'datapackage'])
        .default('csv'),
    )
    .option('-o, --output <dir>', 'where to write; FOLDER/dataset if not given')
    .addOption(extractors)
    .option('--bom', 'begin CSV with a byte order mark, which spreadsheets need for Chinese')
    .action(async (folder, options) => done(await (await import('./dataset.ts')).datasetCommand(folder, options)))

  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

/** Turns a parser's error into commander's, which names the option. */
function checked<T>(parse: (text: string, before: T) => T) {
  return (text: string, before: T): T => {
    try {
      return parse(text, before)
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error))
    }
  }
}

function parsePage(text: string): number {
  const [page, ...more] = parsePages(text)
  if (page === undefined || more.length > 0) throw new Error('give one page number')
  return page
}

/** `juesuan extract FILE | head` ends quietly when head has had enough; a full disk is told. */
function quietPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.clean)
    complain(new JuesuanError('unwritable', `standard output cannot be written (${error.code})`, { cause: error }))
    process.exit(EXIT.allFailed)
  })
}
