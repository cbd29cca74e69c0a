/** The rules of the house: which way imports go, and how long a file may be. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Lines of a source file beyond which it should be two. */
const LONGEST = 300

const sources = ['src', 'extractors', 'test', 'bench']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.ts'))

test('no source file is longer than a person reads at once', () => {
  const long = sources.filter((f) => readFileSync(f, 'utf8').split('\n').length - 1 > LONGEST)
  expect(long).toEqual([])
})

test('no file imports itself by way of others, not even for types', () => {
  const imports = new Map(sources.map((f) => [f, importsOf(f)]))
  const cycles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const next of imports.get(file) ?? []) walk(next, [...path, file])
  }
  for (const file of sources) if (/^(src|extractors)\b/.test(file)) walk(file, [])
  expect(cycles).toEqual([])
})

test('docs/architecture.md names files and folders that are there', () => {
  const named = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/`([\w/-]+(?:\.ts|\.tsv|\/)?)`/g)]
    .map((m) => m[1]!)
    .filter((name) => /\.tsv?$|\//.test(name))
  const there = (name: string): boolean => existsSync(name) || sources.some((f) => f.includes(`/${name}`))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !there(name))).toEqual([])
})

test('paths in the docs lead somewhere', () => {
  const pages = readdirSync('docs').filter((f) => f.endsWith('.md'))
  const named = pages.flatMap((page) =>
    [...readFileSync(join('docs', page), 'utf8').matchAll(/`((?:src|test|bench|extractors)\/[a-z\d/.-]+)`/g)].map(
      (m) => `${page}: ${m[1]}`,
    ),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !existsSync(name.split(': ')[1]!))).toEqual([])
})

/** The files of ours that a file imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((m) => m[1]!)
  return paths.map((path) => join(dirname(file), path))
}

// The rule itself is biome's and runs with the linter; this shows that its patterns catch what they are for.
const WRONG = {
  'src/ocr/reader.ts': '../page/text.ts',
  'src/page/text.ts': '../grid/edges.ts',
  'src/grid/rulings/edges.ts': '../template/match.ts',
  'src/grid/pages/join.ts': '../scans/read.ts',
  'src/scans/read.ts': '../template/match.ts',
  'src/template/match.ts': '../checks/sum.ts',
  'src/checks/sum.ts': '../extract.ts',
  'src/extract.ts': './output/cells.ts',
  'src/output/cells.ts': '../cli/files.ts',
  'src/batch/plan.ts': '../cli/files.ts',
  'src/amount.ts': './page/types.ts',
  'src/template/lines/read.ts': '../../extractors/index.ts',
  'extractors/budget/income.ts': '../../src/template/match.ts',
}
const RIGHT = {
  'src/ocr/paddle.ts': '../page/types.ts',
  'src/page/pdf/open.ts': '../errors.ts',
  'src/grid/cells/fill.ts': '../page/lines.ts',
  'src/scans/engines.ts': '../grid/find.ts',
  'src/checks/tree.ts': '../template/define.ts',
  'src/cli/extract.ts': '../extract.ts',
  'extractors/budget/expenditure.ts': '../../src/template/define.ts',
  'extractors/budget/state-capital.ts': '../vocabulary/columns.ts',
}

test('an import against the direction is an error of the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-house-'))
  try {
    cpSync('biome.json', join(folder, 'biome.json'))
    for (const [file, from] of Object.entries({ ...WRONG, ...RIGHT })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), `export * from '${from}'\n`)
    }
    expect(restrictedImports(folder)).toEqual(Object.keys(WRONG).sort())
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** Files in which biome reports an import that is not allowed. */
function restrictedImports(folder: string): string[] {
  const biome = join(process.cwd(), 'node_modules/.bin/biome')
  const options = [
    '--vcs-enabled=false',
    '--only=style/noRestrictedImports',
    '--reporter=json',
    '--max-diagnostics=none',
  ]
  let report: string
  try {
    report = execFileSync(biome, ['lint', ...options, '.'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    report = (error as { stdout: string }).stdout
  }
  const { diagnostics } = JSON.parse(report) as { diagnostics: { category: string; location: { path: string } }[] }
  return diagnostics
    .filter((d) => d.category === 'lint/style/noRestrictedImports')
    .map((d) => d.location.path.replace(/^\.\//, ''))
    .sort()
}
