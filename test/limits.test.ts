import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bombs, pdf } from '../bench/fuzz/bombs.ts'
import { extract } from '../src/index.ts'
import { DEFAULT_LIMITS, type Limits } from '../src/limits.ts'
import { MeteredPort } from '../src/page/pdf/port.ts'
import { stopwatch } from '../src/read-pages.ts'
import { MAIN } from './built.ts'

const root = new URL('..', import.meta.url).pathname
const samplePath = join(root, 'samples/shanxi-xinjiang-office-2024.pdf')
const sample = readFileSync(samplePath)

/** What is said of the one page of a file. */
async function said(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> {
  const { findings } = await extract(bytes, { limits: { ...DEFAULT_LIMITS, ...limits } })
  return findings.flatMap((f) => (f.code === 'file-damaged' ? [] : `${f.code}: ${f.message.en}`)).join('\n')
}

describe('limits', () => {
  it('on bytes and pages end the file and name the limit', async () => {
    await expect(extract(sample, { limits: { ...DEFAULT_LIMITS, bytes: 1000 } })).rejects.toThrow(
      /287,761 bytes, the limit is 1,000; raise it with --limit bytes=287761/,
    )
    await expect(extract(sample, { limits: { ...DEFAULT_LIMITS, pages: 26 } })).rejects.toThrow(
      /27 pages, the limit is 26/,
    )
  })

  it('on what one page holds cost that page alone', async () => {
    const document = await extract(sample, { pages: [2, 7], limits: { ...DEFAULT_LIMITS, glyphs: 600 } })
    const broken = document.findings.filter((f) => f.code === 'page-unreadable')
    expect(broken.map((f) => f.page)).toEqual([2])
    expect(broken[0]?.message.en).toMatch(/characters on one page, the limit is 600/)
    expect(document.tables.map((t) => t.id)).toEqual(['expenditure'])
  })

  it('on pages hold for a file of thousands', async () => {
    const huge = await PDFDocument.create()
    for (let i = 0; i < 5000; i++) huge.addPage([100, 100])
    await expect(extract(await huge.save())).rejects.toThrow(/5,000 pages, the limit is 3,000/)
  })
})

describe('a page that costs more than any page of a disclosure', () => {
  it('is left while its operators come in, not when all have come', async () => {
    const lines = pdf(['0 0 m 9 9 l S\n'.repeat(200_000)])
    expect(await said(lines, { operators: 5000 })).toMatch(/page 1 has 6,\d{3} drawing operators.*--limit operators=/)
  })

  it('may save graphics states one inside the other, but not without end', async () => {
    expect(await said(pdf(['q '.repeat(2000) + 'Q '.repeat(2000)]))).toBe('')
    expect(await said(bombs['saved states, very deep']!())).toMatch(/graphics states .* the limit is 10,000/)
  })
})

describe('the time of a page', () => {
  const endings = (scans: ReturnType<typeof stopwatch>) => {
    const port = new MeteredPort(DEFAULT_LIMITS, { save: 1, restore: 2 })
    port.elsewhere = scans.time
    port.postMessage({ action: 'GetOperatorList', streamId: 1, data: { pageIndex: 3, pageProxyId: 'p4' } })
    return { port, more: () => port.postMessage({ streamId: 1, chunk: { fnArray: [], argsArray: [] } }) }
  }

  it('is its own: scans that are read meanwhile are not counted, and where two are in hand their time is, once', () => {
    let now = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
    try {
      const scans = stopwatch()
      scans.start()
      const page = endings(scans)
      now = 60_000
      scans.start()
      now = 90_000
      scans.stop()
      page.more()
      scans.stop()
      expect(scans.time()).toBe(90_000)
      now += 29_000
      page.more()
      now += 2_000
      expect(page.more).toThrow(/page 4 took longer than the limit of 30 seconds for one page/)
    } finally {
      clock.mockRestore()
    }
  })
})

describe('the command line', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'juesuan-limits-'))
    writeFileSync(join(folder, 'many.pdf'), bombs['a stream that swells a thousandfold']!())
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const juesuan = (...args: string[]) =>
    spawnSync(process.execPath, [MAIN, ...args], {
      encoding: 'utf8',
      cwd: folder,
      timeout: 60_000,
    })

  it('ends a run that gives no sign of life, and says at which file and limit', () => {
    const endless = ['--limit', 'operators=9000000', '--limit', 'pageSeconds=900', '--limit', 'stuckSeconds=1']
    const { signal, stderr } = juesuan('extract', 'many.pdf', ...endless)
    expect(stderr).toMatch(/many\.pdf: .*longer than the limit of 1 seconds without a sign of life; .*stuckSeconds=10/)
    expect(signal).toBe('SIGKILL')
  })

  it('never leaves out a stream that unpacks to more than its limit without a word', () => {
    for (const file of ['many.pdf', samplePath]) {
      const { status, stderr } = juesuan('extract', file, '--pages', '1', '--limit', 'streamBytes=2000')
      expect(stderr).toMatch(/第1页无法读取：.* bytes in one unpacked stream, the limit is 2,000; .*streamBytes=\d+/)
      expect(status).toBe(1)
    }
  })

  it('knows its limits by name', () => {
    const wrong = juesuan('extract', samplePath, '--limit', 'page=3')
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toMatch(/no limit is called 'page'; there are: bytes, pages, /)
    expect(juesuan('extract', samplePath, '--limit', 'pages=many').stderr).toMatch(/write it like pages=5000/)
    const doc = readFileSync(join(root, 'docs/limits.md'), 'utf8')
    for (const [name, value] of Object.entries(DEFAULT_LIMITS))
      expect(doc).toContain(`| ${name} | ${value.toLocaleString('en')} |`)
  })
})

describe('a file that was cut off or changed', () => {
  const told = async (bytes: Uint8Array) =>
    (await extract(bytes)).findings.find((f) => f.code === 'file-damaged')?.message.en ?? ''

  it('is told even where every page can be read', async () => {
    expect(await told(sample)).toBe('')
    expect(await told(sample.subarray(0, -40))).toMatch(/its end is missing/)
    const text = sample.toString('latin1')
    expect(await told(Buffer.from(text.replace(/startxref\s+\d+/, 'startxref\n77'), 'latin1'))).toMatch(
      /list of objects/,
    )
  })
})
