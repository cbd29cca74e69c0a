/** Programs that write a PDF anew: other fonts, other operators, the same paper. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** No document takes a program longer than this (milliseconds). */
const TIMEOUT = 300_000

export interface Program {
  isInstalled(): boolean
  /** Whether there is a file under `to` then; `folder` is free to use. */
  print(from: string, to: string, folder: string): boolean
}

function ended(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: TIMEOUT }).status === 0
}

function program(command: string, argsOf: (from: string, to: string) => string[]): Program {
  return {
    isInstalled: () => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined,
    print: (from, to) => ended(command, ...argsOf(from, to)) && existsSync(to),
  }
}

/** Draw gives all pages the size of the first: each is printed for itself. */
const draw: Program = {
  isInstalled: () =>
    ['soffice', 'qpdf'].every((c) => spawnSync(c, ['--version'], { stdio: 'ignore' }).error === undefined),
  print(from, to, folder) {
    const [pages, printed] = ['pages-', 'drawn-'].map((name) => mkdtempSync(join(folder, name))) as [string, string]
    if (!ended('qpdf', '--split-pages=1', from, join(pages, 'page-%d.pdf'))) return false
    const own = readdirSync(pages).map((name) => join(pages, name))
    const office = [`-env:UserInstallation=file://${join(folder, 'office')}`, '--headless']
    const isDone = ended(
      'soffice',
      ...office,
      '--infilter=draw_pdf_import',
      '--convert-to',
      'pdf',
      '--outdir',
      printed,
      ...own,
    )
    const drawn = readdirSync(printed).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    const isWhole = isDone && drawn.length === own.length
    return isWhole && ended('qpdf', '--empty', '--pages', ...drawn.map((n) => join(printed, n)), '--', to)
  },
}

export const PROGRAMS: Record<string, Program> = {
  ghostscript: program('gs', (from, to) => ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-o', to, from]),
  cairo: program('pdftocairo', (from, to) => ['-pdf', from, to]),
  mupdf: program('mutool', (from, to) => ['clean', '-gggg', '-s', from, to]),
  encrypted: program('qpdf', (from, to) => ['--encrypt', '', 'owner', '256', '--', from, to]),
  'turned by the viewer': program('qpdf', (from, to) => ['--rotate=+90', from, to]),
  draw,
}
