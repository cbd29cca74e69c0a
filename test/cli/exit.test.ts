/** Exit codes, the same for all commands: docs/exit-codes.md. */
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/cli/exit.ts'
import { extract } from '../../src/index.ts'
import { small, start } from '../batch/batch-files.ts'
import { MAIN } from '../built.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'juesuan-exit-'))
const at = (...names: string[]) => join(folder, ...names)

beforeAll(async () => {
  for (const name of ['some', 'none', 'documents', 'broken', 'golden']) mkdirSync(at(name))
  small(at('some'), 'good.pdf')
  for (const name of ['some', 'none']) writeFileSync(at(name, 'bad.pdf'), 'no PDF')
  const document = await extract(readFileSync(at('some', 'good.pdf')), { file: 'good.pdf' })
  for (const name of ['documents', 'broken']) writeFileSync(at(name, 'a.json'), JSON.stringify(document))
  writeFileSync(at('broken', 'b.json'), '{"schema":')
})
afterAll(() => rmSync(folder, { recursive: true }))

const bad = () => at('none', 'bad.pdf')
const good = () => at('some', 'good.pdf')

/** A device of Linux that is always full. */
const FULL = '/dev/full'

/** What each command is called with to end with a code. */
const CALLS: [number, () => string[]][] = [
  [EXIT.clean, () => ['extract', good(), '-f', 'csv']],
  [EXIT.clean, () => ['explain', good()]],
  [EXIT.clean, () => ['diff', at('documents'), at('documents', 'a.json')]],
  [EXIT.clean, () => ['dataset', at('documents'), '-o', at('csv')]],
  [EXIT.findings, () => ['extract', good(), '--tables', 'income']],
  [EXIT.findings, () => ['check', good(), '--golden', at('golden')]],
  [EXIT.findings, () => ['golden', good(), '--golden', at('golden')]],
  [EXIT.usage, () => ['extract', good(), '--tables', 'incoem']],
  [EXIT.usage, () => ['batch', at('nowhere'), '-o', at('out-nowhere')]],
  [EXIT.usage, () => ['check', at('nowhere')]],
  [EXIT.usage, () => ['diff', at('nowhere'), at('documents')]],
  [EXIT.usage, () => ['dataset', at('nowhere')]],
  [EXIT.usage, () => ['inspect', good(), '-o', at('page.png')]],
  [EXIT.someFailed, () => ['extract', good(), bad(), '-o', at('extracted')]],
  [EXIT.someFailed, () => ['batch', at('some'), '-o', at('out-some')]],
  [EXIT.someFailed, () => ['check', at('some'), '--golden', at('golden')]],
  [EXIT.someFailed, () => ['explain', good(), bad()]],
  [EXIT.someFailed, () => ['diff', at('broken'), at('documents')]],
  [EXIT.someFailed, () => ['dataset', at('broken'), '-o', at('csv-broken')]],
  [EXIT.allFailed, () => ['extract', bad()]],
  [EXIT.allFailed, () => ['batch', at('none'), '-o', at('out-none')]],
  [EXIT.allFailed, () => ['check', at('none'), '--golden', at('golden')]],
  [EXIT.allFailed, () => ['golden', bad(), '--golden', at('golden')]],
  [EXIT.allFailed, () => ['inspect', bad(), '--page', '1', '-o', at('bad.png')]],
]

describe('a command ends with', () => {
  for (const code of new Set(CALLS.map(([code]) => code)))
    it(`${code} as the others do`, async () => {
      const calls = CALLS.filter(([c]) => c === code).map(([, args]) => args())
      const ended = await Promise.all(calls.map(async (args) => `${args[0]} ${(await start(args).ended).code}`))
      expect(ended).toEqual(calls.map(([command]) => `${command} ${code}`))
    })

  it.skipIf(!existsSync(FULL))('4 where standard output takes nothing, and says so in one line', () => {
    const full = openSync(FULL, 'w')
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'extract', good()], {
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    expect(status).toBe(EXIT.allFailed)
    expect(String(stderr).trim().split('\n').at(-1)).toBe('juesuan: standard output cannot be written (ENOSPC)')
  })

  it('130 at Ctrl-C, and a dataset that was begun leaves nothing', async () => {
    const many = at('many')
    mkdirSync(many)
    const text = readFileSync(at('documents', 'a.json'), 'utf8')
    for (let i = 0; i < 3_000; i++)
      writeFileSync(
        join(many, `${i}.json`),
        text.replace(/"sha256":"[0-9a-f]{8}/, `"sha256":"${String(i).padStart(8, '0')}`),
      )
    const output = at('interrupted')
    const { child, ended } = start(['dataset', many, '-o', output])
    const begun = () => readdirSync(folder).includes('interrupted') && readdirSync(output).length > 0
    await expect.poll(begun, { timeout: 60_000, interval: 5 }).toBe(true)
    process.kill(-child.pid!, 'SIGINT')
    expect((await ended).code).toBe(EXIT.interrupted)
    expect(readdirSync(output)).toEqual([])
  })

  it('a code that docs/exit-codes.md names', () => {
    const named = readFileSync(join(root, 'docs/exit-codes.md'), 'utf8').matchAll(/^\| (\d+) \|/gm)
    expect([...named].map(([, code]) => Number(code))).toEqual(Object.values(EXIT))
  })
})
