/** The walk-through of docs/new-form.md, done: its form drawn, its template written, what it says must come out. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Document, extract } from '../../src/index.ts'
import { MAIN } from '../built.ts'
import { drawPdf } from '../forms/pdf.ts'
import { show } from '../forms/run.ts'

const root = new URL('../..', import.meta.url).pathname
const home = mkdtempSync(join(tmpdir(), 'juesuan-new-form-'))
const own = join(home, 'my-extractors')
const file = join(home, 'file.pdf')

beforeAll(async () => {
  mkdirSync(own)
  mkdirSync(join(home, 'node_modules'))
  symlinkSync(root, join(home, 'node_modules/juesuan'))
  writeFileSync(join(own, 'training-plan.ts'), fenced('ts'))
  writeFileSync(file, await drawPdf(fenced('form')))
})
afterAll(() => rmSync(home, { recursive: true }))

/** The one block of docs/new-form.md in this language. */
function fenced(language: string): string {
  const [, ...blocks] = readFileSync(join(root, 'docs/new-form.md'), 'utf8').split(`\n\`\`\`${language}\n`)
  expect(blocks).toHaveLength(1)
  return blocks[0]!.split('\n```')[0]!
}

function juesuan(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { cwd: home }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

describe('the walk-through of docs/new-form.md', () => {
  it('begins with a table that no template claims, and says so', async () => {
    const { out } = await juesuan('explain', file)
    expect(out).toContain('no template has this title')
  })

  it('ends with every cell typed and proved', async () => {
    const bytes = readFileSync(file)
    const document = await extract(bytes, { extractors: own })
    expect(show(document)).toBe(fenced('expected'))
    const cells = document.tables[0]!.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.mark === 'amount')
    expect(cells.filter((c) => c.status !== 'proved')).toEqual([])
    expect(show(await extract(bytes))).toMatch(/# other: .*培训经费计划表/)
  })

  it('goes through every command', async () => {
    const extracted = await juesuan('extract', file, '--extractors', own, '--tables', 'training-plan', '-o', 'out')
    expect(extracted).toEqual({ code: 0, out: '', err: '' })
    const document: Document = JSON.parse(readFileSync(join(home, 'out/file.json'), 'utf8'))
    expect(document.tables.map((t) => t.id)).toEqual(['training-plan'])
    const without = await juesuan('extract', file, '--tables', 'training-plan')
    expect(without.code).toBe(2)
    expect((await juesuan('explain', file, '--extractors', own)).out).toContain('training-plan 100 %')
    const golden = ['--extractors', own, '--golden', 'golden']
    expect((await juesuan('golden', '--update', file, ...golden)).code).toBe(0)
    expect((await juesuan('check', file, ...golden)).code).toBe(0)
    expect((await juesuan('check', file, '--golden', 'golden')).code).toBe(1)
    const drawn = await juesuan('inspect', file, '--page', '1', '-o', 'page.png', '--extractors', own)
    expect(drawn.out).toContain('training-plan')
    expect((await juesuan('dataset', 'out', '-f', 'xlsx', '--extractors', own)).code).toBe(0)
  })

  it('has batch do again what other templates made, and hand them to its workers', async () => {
    const run = async (...args: string[]) => {
      const { code, out, err } = await juesuan('batch', file, '-o', 'batch', ...args)
      expect({ code, err: /FAILED|refused/.test(err) }).toEqual({ code: 0, err: false })
      const [line] = readFileSync(join(home, 'batch/manifest.jsonl'), 'utf8').split('\n')
      const { output } = JSON.parse(line!)
      const document: Document = JSON.parse(readFileSync(join(home, 'batch', output), 'utf8'))
      return { earlier: out.includes('earlier run'), ids: document.tables.map((t) => t.id) }
    }
    expect(await run()).toEqual({ earlier: false, ids: [] })
    expect(await run('--extractors', own)).toEqual({ earlier: false, ids: ['training-plan'] })
    expect(await run('--extractors', own)).toEqual({ earlier: true, ids: ['training-plan'] })
    writeFileSync(join(own, 'more.json'), '[]')
    expect(await run('--extractors', own)).toEqual({ earlier: false, ids: ['training-plan'] })
  })

  it('says which file and field of a template is wrong, and reads nothing', async () => {
    const wrong = join(home, 'wrong')
    mkdirSync(wrong)
    writeFileSync(join(wrong, 'income.json'), JSON.stringify({ id: 'Income' }))
    for (const args of [
      ['extract', file],
      ['batch', file, '-o', 'none'],
    ]) {
      const { code, err } = await juesuan(...args, '--extractors', wrong)
      expect(err).toContain(`${join(wrong, 'income.json')}: id: a table id is lower-case words`)
      expect(code).toBe(2)
    }
    await expect(extract(readFileSync(file), { extractors: [{ id: 'x' } as never] })).rejects.toThrow(
      /extractors\[0\]: kind: /,
    )
  })
})
