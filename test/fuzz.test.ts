/** A short part of `npm run fuzz`: damaged samples each end with a document or a clear error, and write no file. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { bombs } from '../bench/fuzz/bombs.ts'
import { damaged } from '../bench/fuzz/mutate.ts'

const root = new URL('..', import.meta.url).pathname

it('damaged files end with a document or a clear error', () => {
  const options = ['--cases', '15', '--from', '100000', '--no-bombs']
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'fuzz', '--', ...options], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(stdout, stderr).toContain('15 passed, 0 failed')
  expect(stdout).toMatch(/"document":\d/)
  expect(status).toBe(0)
})

it('the same case is the same file', () => {
  const base = bombs['path names and HTML in text']!()
  const cases = (from: number) => [0, 1, 2, 3, 4].map((n) => damaged(base, from + n))
  expect(cases(7)).toEqual(cases(7))
  expect(cases(7)).not.toEqual(cases(8))
})
