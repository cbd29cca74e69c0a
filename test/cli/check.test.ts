/** juesuan check: the regression run over a folder. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { junitXml } from '../../src/output/junit.ts'
import { small, start } from '../batch/batch-files.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'juesuan-check-test-'))
const input = join(folder, 'in')
const golden = join(folder, 'golden')

beforeAll(async () => {
  mkdirSync(join(input, '2024'), { recursive: true })
  mkdirSync(join(golden, '2024'), { recursive: true })
  small(input, 'same.pdf')
  small(join(input, '2024'), 'same.pdf', 'of another year')
  for (const path of ['same.pdf', '2024/same.pdf'])
    await start(['golden', join(input, path), '--update', '--golden', join(golden, path, '..')]).ended
})
afterAll(() => rmSync(folder, { recursive: true }))

const check = (...args: string[]) => start(['check', '--golden', golden, ...args]).ended

it('ends with 0 where all agree, and takes the golden of the same folder first', async () => {
  const { code, out, err } = await check(input)
  expect(out.trim().split('\n')).toEqual([
    `${input}/2024/same.pdf: agrees with ${golden}/2024/same.json`,
    `${input}/same.pdf: agrees with ${golden}/same.json`,
    '',
    '2 files: 2 agree, 0 differ',
  ])
  expect([code, err]).toEqual([0, ''])
})

it('prints a line a file and what differs below, as JUnit, too; a file that fails or has no golden ends nothing', async () => {
  const mixed = join(folder, 'mixed & <sundry>')
  cpSync(input, mixed, { recursive: true })
  cpSync(join(root, 'samples/drawn-final-accounts-2024.pdf'), join(mixed, 'b.pdf'))
  small(mixed, 'new.pdf')
  const reviewed = JSON.parse(readFileSync(join(root, 'golden/drawn-final-accounts-2024.json'), 'utf8'))
  reviewed.source.file = 'b.pdf'
  const row = reviewed.tables.find((t: { id: string }) => t.id === 'expenditure').rows[0]
  row.cells.total = '1.00'
  writeFileSync(join(golden, 'b.json'), JSON.stringify(reviewed))
  const junit = join(folder, 'reports', 'junit.xml')
  const differ = await check(mixed, '--junit', junit)
  expect(differ.code).toBe(1)
  expect(differ.out).toContain(`${mixed}/b.pdf: 1 difference from ${golden}/b.json\n`)
  expect(differ.out).toContain(`${mixed}/new.pdf: there is no ${golden}/new.json; make it with`)
  expect(differ.out).toMatch(/\n\n.*b\.pdf\n {2}page \d+: expenditure \/ .* \/ total: expected 1\.00, found /)
  writeFileSync(join(mixed, 'bad.pdf'), '<html>')
  const failed = await check(mixed, '--junit', junit)
  expect(failed.code).toBe(3)
  expect(failed.out).toMatch(/bad\.pdf: FAILED, this is (not a PDF|a web page)/)
  expect(failed.out).toContain('5 files: 2 agree, 1 differ, 1 without golden, 1 failed')
  const xml = readFileSync(junit, 'utf8')
  expect(xml).toContain('<testsuites tests="5" failures="2" errors="1"')
  expect(xml).toMatch(/name="[^"]*mixed &amp; &lt;sundry&gt;\/b\.pdf"[^>]*>\s*<failure type="differs"/)
  expect((await check(join(mixed, 'bad.pdf'))).code).toBe(4)
  expect((await check(join(folder, 'nowhere'))).code).toBe(2)
})

it('tells goldens whose document is gone from a folder, and only of a folder', async () => {
  const left = join(folder, 'left')
  cpSync(input, left, { recursive: true })
  cpSync(join(golden, '2024/same.json'), join(golden, '2024/gone.json'))
  rmSync(join(golden, 'b.json'), { force: true })
  const { code, out } = await check(left)
  expect(out).toContain(`${golden}/2024/gone.json: its PDF is not among the files`)
  expect(out).toContain('2 files: 2 agree, 0 differ, 1 golden without file')
  expect(code).toBe(1)
  expect((await check(join(left, '2024/same.pdf'))).code).toBe(0)
  rmSync(join(golden, '2024/gone.json'))
})

it('ends with 130 at Ctrl-C and leaves nothing behind', async () => {
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let i = 0; i < 300; i++) small(many, `${i}.pdf`)
  const left = () => readdirSync(tmpdir()).filter((name) => /^juesuan-check-[^t]/.test(name))
  const before = left()
  const { child, ended } = start(['check', '--golden', golden, many])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  process.kill(-child.pid!, 'SIGINT')
  expect((await ended).code).toBe(130)
  expect(left().filter((name) => !before.includes(name))).toEqual([])
})

it('JUnit XML holds any text', () => {
  const details = ['a < b && c > "d"', '\u0000\ud800]]>']
  const problem = { kind: 'failure', type: 'differs', message: 'two\nlines\u0007', details } as const
  const xml = junitXml('s', [{ name: '名\'"', seconds: 1.5, problem }])
  expect(xml).toContain('name="名\'&quot;" time="1.500"')
  expect(xml).toContain('message="two&#10;lines\ufffd"')
  expect(xml).toContain('>a &lt; b &amp;&amp; c &gt; &quot;d&quot;\n\ufffd\ufffd]]&gt;</failure>')
  expect(junitXml('s', [{ name: 'a', seconds: 0, problem: null }])).toContain(
    '<testcase classname="s" name="a" time="0.000"/>',
  )
})
