/**
 * Tables as a browser (Chromium) and a word processor (LibreOffice Writer) set and print them: drawn documents, or
 * published ones with `--of FILE|DIR`, in random styles, read and judged. What no drawing of ours does: columns as wide
 * as the program makes them, labels and headers wrapped and pages ended where it does, borders as it draws them.
 * `npm run makers -- [how many] [first seed] [--only chromium|writer] [--unruled] [--rare] [--of DIR]`; both programs must be
 * installed. JUESUAN_DRAWN_OUT=DIR keeps what was printed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toHtml } from './makers/html.ts'
import { type Maker, type Setting, settingOf } from './makers/setting.ts'
import { toFlatOdf } from './makers/writer.ts'
import { add, documents, NOTHING, report, type Sum, type ToPrint, told } from './printed.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    of: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
    unruled: { type: 'boolean', default: false },
    rare: { type: 'boolean', default: false },
  },
})
const [count = 40, first = 1] = positionals.map(Number)
const folder = process.env.JUESUAN_DRAWN_OUT ?? mkdtempSync(join(tmpdir(), 'juesuan-makers-'))

interface Made {
  one: ToPrint
  setting: Setting
  /** What the program prints. */
  source: string
}

const made = (await documents(first, count, values.of)).map((one): Made => {
  const setting = settingOf(one.seed, values)
  const isPage = setting.maker === 'chromium'
  const source = join(folder, `${one.seed}.${isPage ? 'html' : 'fodt'}`)
  writeFileSync(source, isPage ? toHtml(one, setting) : toFlatOdf(one, setting))
  return { one, setting, source }
})

const PRINT: Record<Maker, (sources: readonly string[]) => void> = {
  chromium: (sources) => {
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer']
    for (const source of sources)
      run('chromium', [...options, `--print-to-pdf=${source.replace(/html$/, 'pdf')}`, `file://${source}`])
  },
  writer: (sources) =>
    run('soffice', [
      `-env:UserInstallation=file://${join(folder, 'office')}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources],
    ]),
}

function run(program: string, options: readonly string[]): void {
  const { error } = spawnSync(program, options)
  if (error) throw new Error(`${program} is needed to print: ${error.message}`)
}

const sums = new Map<string, Sum>()
for (const maker of ['chromium', 'writer'] as const) {
  const own = made.filter((m) => m.setting.maker === maker)
  if (own.length > 0) PRINT[maker](own.map((m) => m.source))
  for (const { one, setting, source } of own) {
    const sum = await report(one, readFileSync(source.replace(/\w+$/, 'pdf')), setting.numbers, setting)
    for (const name of [maker, setting.borders]) sums.set(name, add(sums.get(name) ?? NOTHING, sum))
    sums.set('together', add(sums.get('together') ?? NOTHING, sum))
  }
}
for (const [name, sum] of [...sums].sort()) console.log(`${name}: ${told(sum)}`)
if (!process.env.JUESUAN_DRAWN_OUT) rmSync(folder, { recursive: true })
