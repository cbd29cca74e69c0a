/** Many files into one folder: each once, none in the way of another. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BatchOptions, documentSchema } from '../../src/index.ts'
import { library } from '../built.ts'
import { documents, endless, heavy, manifest, small, start, temporaryFolder } from './batch-files.ts'

const { batch } = await library()
let folder: string
let input: string
let output: string

beforeEach(() => {
  folder = temporaryFolder()
  input = join(folder, 'in')
  output = join(folder, 'out')
  mkdirSync(join(input, '2024'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (options: Partial<BatchOptions> = {}, inputs = [input]) => batch(inputs, { output, jobs: 2, ...options })

/** When a document was written, and as which file of the disk: a document made anew differs. */
const stamp = (name: string) => {
  const { ino, mtimeMs } = statSync(join(output, 'documents', name))
  return `${ino} ${mtimeMs}`
}

describe('a batch', () => {
  it('writes a valid document for each PDF of a folder at any depth, and a line that says what became of it', async () => {
    small(input, '甲局 决算.pdf', 'final accounts')
    small(join(input, '2024'), 'B.PDF')
    small(input, '._B.pdf')
    writeFileSync(join(input, 'notes.txt'), 'no PDF')
    const result = await run()
    expect(result).toMatchObject({ done: 2, failed: 0, duplicates: 0, interrupted: false })
    expect(documents(output)).toEqual([
      expect.stringMatching(/^B\.[0-9a-f]{8}\.json$/),
      expect.stringMatching(/^甲局 决算\.[0-9a-f]{8}\.json$/),
    ])
    for (const line of manifest(output)) {
      expect(line).toMatchObject({ state: 'done', reason: null, pages: 1, ocr_pages: 0, incomplete: false })
      const document = documentSchema.parse(JSON.parse(readFileSync(join(output, line.output!), 'utf8')))
      expect(document.source.sha256).toBe(line.sha256)
      expect(readFileSync(join(output, line.file))).toHaveLength(document.source.bytes)
    }
  })

  it('goes on after files that are damaged, hang, or eat memory, and says of each what was wrong', async () => {
    writeFileSync(join(input, 'a.pdf'), '<html>not found</html>')
    endless(input, 'b.pdf')
    heavy(input, 'c.pdf', 400)
    for (const name of ['d', 'e', 'f', 'g']) small(input, `${name}.pdf`)
    await run({ timeout: 8, memory: 500 })
    const reasons = manifest(output).map((line) => line.reason?.code ?? line.state)
    expect(reasons).toEqual(['not-a-pdf', 'timeout', 'memory', 'done', 'done', 'done', 'done'])
    expect(documents(output)).toHaveLength(4)
  })

  it('reads one content once, whatever it is called, and lists the others', async () => {
    const first = small(input, 'a.pdf', 'same')
    copyFileSync(first, join(input, '2024', 'copy.pdf'))
    copyFileSync(first, join(input, 'z.pdf'))
    const result = await run()
    expect(result).toMatchObject({ done: 1, duplicates: 2 })
    const [copy, a, z] = manifest(output)
    expect(copy).toMatchObject({ file: '../in/2024/copy.pdf', state: 'done' })
    for (const line of [a, z])
      expect(line).toMatchObject({ state: 'duplicate', duplicate_of: copy!.file, output: copy!.output })
    expect(documents(output)).toHaveLength(1)
  })
})

describe('a second run', () => {
  it('reads new files only, and knows a file that was moved', async () => {
    const old = small(input, 'old.pdf')
    await run()
    const [name] = documents(output)
    const before = stamp(name!)
    renameSync(old, join(input, '2024', 'renamed.pdf'))
    small(input, 'new.pdf')
    const result = await run()
    expect(result).toMatchObject({ done: 2, settled: 1 })
    expect(stamp(name!)).toBe(before)
    expect(manifest(output).map((l) => l.file)).toEqual(['../in/2024/renamed.pdf', '../in/new.pdf'])
  })

  it('reads again what another version or other options made, or what is asked for by force', async () => {
    small(input, 'a.pdf')
    await run()
    const [name] = documents(output)
    const first = stamp(name!)
    await run()
    expect(stamp(name!)).toBe(first)
    await run({ ocr: 'never' })
    const second = stamp(name!)
    expect(second).not.toBe(first)
    await run({ ocr: 'never', force: true })
    expect(stamp(name!)).not.toBe(second)
    const lines = readFileSync(join(output, 'manifest.jsonl'), 'utf8')
    writeFileSync(join(output, 'manifest.jsonl'), lines.replace(/"version":"[^"]+"/, '"version":"0.0.1"'))
    expect(await run({ ocr: 'never' })).toMatchObject({ done: 1, settled: 0 })
  })

  it('leaves what failed alone until it is asked to try again', async () => {
    small(input, 'a.pdf')
    const tooLittle = 20
    expect(await run({ memory: tooLittle })).toMatchObject({ failed: 1, settled: 0 })
    expect(await run()).toMatchObject({ failed: 1, settled: 1 })
    expect(await run({ retryFailed: true })).toMatchObject({ done: 1, failed: 0 })
  })

  it('drops the document of a file that has other content now, and keeps those of files not named this time', async () => {
    const a = small(input, 'a.pdf', 'first')
    const b = small(input, 'b.pdf')
    await run()
    small(input, 'a.pdf', 'corrected')
    await run({}, [a])
    expect(documents(output)).toHaveLength(2)
    expect(manifest(output).map((l) => [l.file, l.state])).toEqual([
      ['../in/a.pdf', 'done'],
      ['../in/b.pdf', 'done'],
    ])
    const [line] = manifest(output)
    expect(readFileSync(join(output, line!.output!), 'utf8')).toContain(line!.sha256)
    expect(await run({}, [b])).toMatchObject({ done: 1, settled: 1 })
  })

  it('makes again a document that was lost', async () => {
    small(input, 'a.pdf')
    await run()
    rmSync(join(output, manifest(output)[0]!.output!))
    expect(await run()).toMatchObject({ done: 1, settled: 0 })
    expect(documents(output)).toHaveLength(1)
  })

  it('keeps out while another run writes to the folder, and takes over from one that was killed', async () => {
    small(input, 'a.pdf')
    mkdirSync(output)
    writeFileSync(join(output, '.lock'), String(process.ppid))
    await expect(run()).rejects.toThrow(`process ${process.ppid} is writing to`)
    writeFileSync(join(output, '.lock'), '999999999')
    expect(await run()).toMatchObject({ done: 1 })
  })
})

describe('juesuan batch', () => {
  it('takes a list on standard input and patterns, and ends with 3 where some failed, 4 where all did', async () => {
    const good = small(input, 'a.pdf')
    const bad = join(input, 'bad.pdf')
    writeFileSync(bad, 'no PDF')
    const some = await start(['batch', '-', '-o', output], `${good}\n${bad}\n`).ended
    expect(some.err).toContain(`FAILED ${bad}: this is not a PDF`)
    expect(some.out).toContain('2 files: 1 done, 1 failed')
    expect(some.code).toBe(3)
    const all = await start(['batch', join(input, 'b*.pdf'), '-o', output]).ended
    expect(all.out).toContain('1 failed, 1 of these in an earlier run')
    expect(all.code).toBe(4)
  })

  it('tells an event a line with --json-log, and ends with 1 where findings are as bad as --fail-on says', async () => {
    const sample = 'samples/shanxi-xinjiang-office-2024.pdf'
    const { err, code } = await start(['batch', sample, '-o', output, '--json-log', '--fail-on', 'error']).ended
    const events = err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events.map((e) => e.event)).toEqual(['look', 'start', 'file', 'end'])
    expect(events[2].line).toMatchObject({ state: 'done', pages: 27 })
    expect(events[2].line.findings.error).toBeGreaterThan(0)
    expect(code).toBe(1)
    const again = await start(['batch', sample, '-o', output]).ended
    expect(again.code).toBe(0)
  })

  it('says what is wrong with its command line, and reads nothing', async () => {
    expect((await start(['batch', join(folder, 'none'), '-o', output]).ended).err).toMatch(/there is no .*none/)
    const empty = await start(['batch', input, '-o', output]).ended
    expect(empty.err).toContain(`there is no PDF in ${input}`)
    expect(empty.code).toBe(2)
    const jobs = await start(['batch', input, '-o', output, '--jobs', '0']).ended
    expect(jobs.code).toBe(2)
  })
})
