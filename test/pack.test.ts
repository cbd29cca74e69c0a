/** What users install: the packed package, with the packages that it asks for and no others. */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const sample = join(root, 'samples/shanxi-xinjiang-office-2024.pdf')
const home = mkdtempSync(join(tmpdir(), 'juesuan-pack-'))
let files: string[]

beforeAll(() => {
  const options = ['pack', '--json', '--ignore-scripts', '--pack-destination', home]
  const [packed] = JSON.parse(execFileSync('npm', options, { cwd: root, encoding: 'utf8' })) as {
    filename: string
    files: { path: string }[]
  }[]
  files = packed!.files.map((f) => f.path)
  const modules = join(home, 'node_modules')
  mkdirSync(join(modules, 'juesuan'), { recursive: true })
  execFileSync('tar', ['-xzf', join(home, packed!.filename), '--strip-components=1', '-C', join(modules, 'juesuan')])
  installRuntimePackages(modules)
}, 120_000)
afterAll(() => rmSync(home, { recursive: true }))

/** What npm would install beside it: all of the lockfile that is not for development. */
function installRuntimePackages(modules: string): void {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; peer?: boolean }>
  }
  for (const [path, { dev, devOptional, peer }] of Object.entries(lock.packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
    if (!name || dev || devOptional || peer || !existsSync(join(root, path))) continue
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(join(root, path), join(modules, name))
  }
}

const run = (args: readonly string[], cwd = home) =>
  execFileSync(process.execPath, [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

it('holds the built code and the papers, no tests, samples or sources', () => {
  const folders = new Set(files.map((f) => f.split('/')[0]))
  expect([...folders].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'schema'])
})

it('its command line extracts and joins', () => {
  const main = 'node_modules/juesuan/dist/cli/main.js'
  const csv = run([main, 'extract', sample, '-f', 'csv'])
  expect(csv.split('\n').length).toBeGreaterThan(100)
  run([main, 'extract', sample, '-o', 'documents'])
  for (const format of ['csv', 'parquet', 'xlsx', 'datapackage'])
    run([main, 'dataset', '.', '-f', format, '-o', format])
  expect(existsSync(join(home, 'parquet/cells.parquet'))).toBe(true)
  expect(() => run([main, 'dataset', '.', '-f', 'duckdb'])).toThrow(/npm install @duckdb\/node-api/)
})

it("takes a user's templates, written in TypeScript against its types", () => {
  mkdirSync(join(home, 'own'))
  writeFileSync(
    join(home, 'own/income.ts'),
    `import { templates } from 'juesuan/extractors'
    import { defineTable, type TableTemplate } from 'juesuan/template'
    const ours: TableTemplate = templates.find((t) => t.id === 'income')!
    export const income = defineTable({ ...ours, id: 'own-income' })`,
  )
  const ids = (args: string[]) => JSON.parse(run(args)).tables.map((t: { id: string }) => t.id)
  const args = ['node_modules/juesuan/dist/cli/main.js', 'extract', sample, '--extractors', 'own']
  expect(ids(args)).toContain('own-income')
  expect(ids([...args, '--tables', 'own-income'])).toEqual(['own-income'])
  run(['node_modules/juesuan/dist/cli/main.js', 'batch', sample, '-o', 'out', '--extractors', 'own'])
  const [line] = readFileSync(join(home, 'out/manifest.jsonl'), 'utf8').split('\n')
  expect(readFileSync(join(home, 'out', JSON.parse(line!).output), 'utf8')).toContain('"own-income"')
})

it('the example of the library compiles against its types, and runs', () => {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/library.md'), 'utf8'))!
  const folder = join(home, 'example')
  mkdirSync(join(folder, 'downloads'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'example.ts'), code!)
  for (const name of ['disclosure.pdf', 'downloads/a.pdf']) copyFileSync(sample, join(folder, name))
  mkdirSync(join(home, 'node_modules/@types'), { recursive: true })
  symlinkSync(join(root, 'node_modules/@types/node'), join(home, 'node_modules/@types/node'))
  const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--types', 'node']
  const options = ['--noEmit', '--module', 'nodenext', '--target', 'es2024', ...strict]
  run([join(root, 'node_modules/typescript/bin/tsc'), ...options, 'example.ts'], folder)
  const out = run(['example.ts'], folder)
  expect(out).toContain('合计 合计 1266300 proved page 7')
  expect(out).toContain('1 files, 0 failed')
  expect(out).toMatch(/not-a-pdf this is a web page/)
  expect(existsSync(join(folder, 'out/manifest.jsonl'))).toBe(true)
})

it('its library extracts', () => {
  const program = `import { readFileSync } from 'node:fs'
    import { extract } from 'juesuan'
    const document = await extract(readFileSync(process.argv[1]))
    console.log(document.tables.length)`
  expect(run(['--input-type=module', '-e', program, sample]).trim()).toBe('10')
})
