/** The commands, each with its arguments and options. A command's code is loaded when it is called. */
import { type Command, Option } from 'commander'
import type { Exit } from './exit.ts'
import * as flags from './flags.ts'

/** Is told how a command went. */
export type Done = (code: Exit) => void

function extract(program: Command, done: Done): void {
  flags
    .limited(program.command('extract'))
    .description('read disclosures; to standard output, or a file each into a folder')
    .argument('<file...>', 'PDF files')
    .addOption(flags.pages)
    .addOption(
      new Option(
        '-f, --format <format>',
        'json (default): a document each; csv: one line a cell; statements, performance: CSV of the prose and of the forms',
      ).choices(['json', 'csv', 'statements', 'performance']),
    )
    .option('-o, --output <dir>', 'write NAME.json, NAME.csv or NAME.statements.csv into this folder')
    .addOption(flags.tables)
    .addOption(flags.bom)
    .option('--report <file>', 'write a report for people, NAME.html or NAME.md; for several files a folder')
    .addOption(flags.failOn)
    .addOption(flags.lang)
    .action(async (files, options) => done(await (await import('./extract.ts')).extractCommand(files, options)))
}

function batch(program: Command, done: Done): void {
  flags
    .pooled(program.command('batch'))
    .description('read many disclosures into one folder; goes on where an earlier run stopped')
    .argument('<input...>', "PDF files, folders, patterns like 'in/**/*.pdf'; - takes a list from standard input")
    .requiredOption('-o, --output <dir>', 'folder for documents/ and manifest.jsonl')
    .addOption(flags.tables)
    .option('--force', 'do again what is done')
    .option('--retry-failed', 'try again what failed in an earlier run')
    .addOption(flags.failOn)
    .option('--json-log', 'tell progress as JSON, an event a line, on standard error')
    .action(async (inputs, options) => done(await (await import('./batch.ts')).batchCommand(inputs, options)))
}

function check(program: Command, done: Done): void {
  flags
    .pooled(program.command('check'))
    .description('compare with the reviewed documents in golden/: a line a file, each differing cell below')
    .argument('<input...>', 'PDF files, folders, patterns')
    .addOption(flags.golden)
    .option('--junit <file>', 'write the results as JUnit XML, too')
    .option('--summary', 'show what was found, table by table')
    .addOption(flags.lang)
    .action(async (files, options) => done(await (await import('./check.ts')).checkCommand(files, options)))
}

function golden(program: Command, done: Done): void {
  flags
    .limited(program.command('golden'))
    .description('show what differs from the reviewed document; with --update, accept it')
    .argument('<file>', 'one PDF file: every document is reviewed on its own')
    .addOption(flags.golden)
    .option('--update', 'write the golden anew')
    .option('--truth <dir>', 'folder of hand-made truth files that a golden may not contradict', 'test/truth')
    .action(async (file, options) => done(await (await import('./golden.ts')).goldenCommand(file, options)))
}

function diff(program: Command, done: Done): void {
  flags
    .limited(program.command('diff'))
    .description('show what changed from one year to the next: lines, amounts, the form')
    .argument('<old>', 'a document (JSON or PDF), or a folder of them')
    .argument('<new>', 'the same of a later year')
    .addOption(new Option('-f, --format <format>').choices(['text', 'csv', 'json']).default('text'))
    .addOption(flags.bom)
    .action(async (old, next, options) => done(await (await import('./diff.ts')).diffCommand(old, next, options)))
}

function inspect(program: Command, done: Done): void {
  flags
    .limited(program.command('inspect'))
    .description('draw a page with the rulings, cells and words seen and the column given to each cell')
    .argument('<file>', 'PDF file')
    .addOption(
      new Option('--page <number>', 'page to draw').makeOptionMandatory().argParser(flags.checked(flags.parsePage)),
    )
    .requiredOption('-o, --output <png>', 'image to write')
    .addOption(new Option('--scale <number>', 'pixels a point').default(2).argParser(Number))
    .action(async (file, options) => done(await (await import('./inspect.ts')).inspectCommand(file, options)))
}

function explain(program: Command, done: Done): void {
  flags
    .limited(program.command('explain'))
    .description('say for each table which template won and what no template knew')
    .argument('<file...>', 'PDF files')
    .action(async (files, options) => done(await (await import('./explain.ts')).explainCommand(files, options)))
}

function dataset(program: Command, done: Done): void {
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
    .addOption(flags.extractors)
    .addOption(flags.bom)
    .action(async (folder, options) => done(await (await import('./dataset.ts')).datasetCommand(folder, options)))
}

/** In the order in which the help lists them. */
export const commands: readonly ((program: Command, done: Done) => void)[] = [
  extract,
  batch,
  check,
  golden,
  diff,
  inspect,
  explain,
  dataset,
]
