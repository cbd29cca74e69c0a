/** What OCR read is kept for the next run, and whatever happens to it, the result is the same. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { extract } from '../../src/index.ts'
import { openCache } from '../../src/scans/cache.ts'

const folder = mkdtempSync(join(tmpdir(), 'juesuan-scans-'))
afterAll(() => rmSync(folder, { recursive: true }))

const bytes = readFileSync(new URL('../../samples/shanxi-xinjiang-office-2024-scan-clean.pdf', import.meta.url))

/** The document, and the pages that OCR had to read for it. */
async function read() {
  const scanned: number[] = []
  const document = await extract(bytes, { pages: [15], cache: folder, onScan: (page) => scanned.push(page) })
  return { document, scanned }
}

it('a second run takes the reading from the cache; a damaged one is read anew', async () => {
  const first = await read()
  expect(first.scanned).toEqual([15])
  const [name, ...more] = readdirSync(folder)
  expect(more).toEqual([])
  const second = await read()
  expect(second.scanned).toEqual([])
  expect(second.document).toEqual(first.document)
  writeFileSync(join(folder, name!), 'no reading')
  const third = await read()
  expect(third.scanned).toEqual([15])
  expect(third.document).toEqual(first.document)
})

it('other bytes and other settings have readings of their own', () => {
  const page = {
    ...({ number: 1, width: 1, height: 1, rotation: 0, kind: 'scan' } as const),
    ...{ glyphs: [], rulings: [], images: [] },
  }
  openCache(folder, new Uint8Array([1]), ['auto']).keep([page])
  expect([...openCache(folder, new Uint8Array([1]), ['auto']).pages.values()]).toEqual([page])
  expect(openCache(folder, new Uint8Array([1]), ['tesseract']).pages.size).toBe(0)
  expect(openCache(folder, new Uint8Array([2]), ['auto']).pages.size).toBe(0)
})

it('a folder that cannot be written harms nothing', () => {
  const nowhere = join(folder, readdirSync(folder)[0]!, 'below-a-file')
  const cache = openCache(nowhere, new Uint8Array([1]), [])
  expect(() => cache.keep([])).not.toThrow()
  expect(cache.pages.size).toBe(0)
})
