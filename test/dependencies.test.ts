/** What the package leans on: each is used, told of and fixed, and none runs anything when it is installed. */
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'

interface Locked {
  version: string
  resolved?: string
  integrity?: string
  dev?: boolean
  devOptional?: boolean
  peer?: boolean
  hasInstallScript?: boolean
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const pack = json('package.json') as Record<string, Record<string, string>>
const locked = json('package-lock.json').packages as Record<string, Locked>
const wanted = { ...pack.dependencies, ...pack.optionalDependencies }

/** Packages that the sources import: `from 'x'`, `import('x')`, `resolve('x/y')`. */
const imported = new Set(
  ['src', 'extractors']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:from |import\(|resolve\()'([^'.][^']*)'/g)])
    .map(([, name = '']) => name)
    .filter((name) => !isBuiltin(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0]),
)

it('every package that is asked for at run time is imported, and the other way round', () => {
  const used = Object.keys(wanted)
  const asked = { ...wanted, ...pack.peerDependencies }
  expect(used.filter((name) => !imported.has(name))).toEqual([])
  expect([...imported].filter((name) => !(name in asked))).toEqual([])
})

it('each has its reason, its size and what would replace it in docs/dependencies.md', () => {
  const rows = readFileSync('docs/dependencies.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  for (const name of Object.keys(wanted)) {
    const row = rows.find(([, packages = '']) => packages.split(/[ ,]+/).includes(name))
    expect(
      row?.slice(2, 5).every((cell) => cell !== ''),
      name,
    ).toBe(true)
    expect(row![3], name).toMatch(/\d MB/)
  }
})

it('versions are exact, and the lockfile says the content of each package', () => {
  for (const group of ['dependencies', 'optionalDependencies', 'devDependencies'])
    for (const [name, version] of Object.entries(pack[group] ?? {})) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
      expect(locked[`node_modules/${name}`]?.version, name).toBe(version)
    }
  for (const [path, { integrity }] of Object.entries(locked))
    if (path !== '') expect(integrity, path).toMatch(/^sha512-/)
})

it('what users install needs no install script', () => {
  const allowed = json('package.json').allowScripts as Record<string, boolean>
  const scripts = Object.entries(locked)
    .filter(([, p]) => p.hasInstallScript && !p.dev && !p.devOptional && !p.peer)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect(scripts.filter((name) => allowed[name] !== false)).toEqual([])
})
