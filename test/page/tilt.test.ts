/** Pages that stand a little aslant come out as straight ones do. */
import { readFileSync } from 'node:fs'
import { degrees, PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'
import { cellRecords } from '../../src/output/cells.ts'

const SAMPLE = new URL('../../samples/drawn-final-accounts-2024.pdf', import.meta.url)
/** Points around a page that is set aslant. */
const MARGIN = 60

async function aslant(bytes: Uint8Array, angle: number): Promise<Uint8Array> {
  const [source, out] = [await PDFDocument.load(bytes), await PDFDocument.create()]
  for (const own of source.getPages()) {
    const { width, height } = own.getSize()
    const sheet = out.addPage([width + 2 * MARGIN, height + 2 * MARGIN])
    sheet.setRotation(own.getRotation())
    if (own.node.Contents()) sheet.drawPage(await out.embedPage(own), { x: MARGIN, y: MARGIN, rotate: degrees(angle) })
  }
  return out.save()
}

const cellsOf = async (bytes: Uint8Array) =>
  cellRecords(await extract(bytes, { file: 'sample.pdf' })).map((c) => [c.table, c.row, c.column, c.value, c.status])

test.each([0.5, 1, -3, 8])('a document aslant by %f° has the same cells', async (angle) => {
  const bytes = readFileSync(SAMPLE)
  expect(await cellsOf(await aslant(bytes, angle))).toEqual(await cellsOf(bytes))
})
