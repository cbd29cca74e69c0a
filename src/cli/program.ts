/** The command line: which command is meant, and how the program ends. */
import { Command, CommanderError } from 'commander'
import { type ErrorCode, JuesuanError } from '../errors.ts'
import { version } from '../version.ts'
import { commands, type Done } from './commands.ts'
import { EXIT, type Exit } from './exit.ts'
import { complain } from './files.ts'

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

function build(done: Done): Command {
  const program = new Command('juesuan')
    .description('Typed, checked, citable data from 部门决算 and 部门预算 disclosures (PDF)')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(juesuan --help lists commands and options)')
  for (const add of commands) add(program, done)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

/** `juesuan extract FILE | head` ends quietly when head has had enough; a full disk is told. */
function quietPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.clean)
    complain(new JuesuanError('unwritable', `standard output cannot be written (${error.code})`, { cause: error }))
    process.exit(EXIT.allFailed)
  })
}
