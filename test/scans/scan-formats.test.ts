/** Scans as other scanners and programs store them: each is read, or it is said that it was not. */
import { readFileSync } from 'node:fs'
import openJpeg from '@cornerstonejs/codec-openjpeg'
import { PDFDocument, PDFName } from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { scoreScan } from '../../bench/scan-score.ts'
import { type Document, extract } from '../../src/index.ts'
import { openPdf } from '../../src/page/pdf/open.ts'
import { renderPage } from '../../src/page/pdf/render.ts'
import { shiftColumns, shiftRows } from '../../src/page/picture/warp.ts'

/** 支出决算表 of the sample, a page on its side. */
const PAGE = 7
const DPI = 200
const sample = readFileSync(new URL('../../samples/shanxi-xinjiang-office-2024.pdf', import.meta.url))

/** The page as gray levels, its size a multiple of 16. */
let gray: { data: Buffer; width: number; height: number }
let printed: Document

beforeAll(async () => {
  printed = await extract(sample, { pages: [PAGE] })
  const pdf = await openPdf(sample, { draw: true })
  const canvas = await renderPage(await pdf.doc.getPage(PAGE), { scale: DPI / 72 })
  await pdf.close()
  const [width, height] = [canvas.width - (canvas.width % 16), canvas.height - (canvas.height % 16)]
  const data = await sharp(canvas.toBuffer('image/png'))
    .flatten({ background: '#fff' })
    .extract({ left: 0, top: 0, width, height })
    .grayscale()
    .raw()
    .toBuffer()
  gray = { data, width, height }
})

const raw = () => sharp(gray.data, { raw: { width: gray.width, height: gray.height, channels: 1 } })

type Entries = Record<string, string | number | boolean | Record<string, number | boolean>>

/** A PDF of one page that is an image stored as told. */
async function page(data: Uint8Array, entries: Entries): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const { width, height } = gray
  const size: [number, number] = [(width * 72) / DPI, (height * 72) / DPI]
  const own = pdf.addPage(size)
  const { context } = pdf
  const image = context.stream(data, {
    ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ColorSpace: 'DeviceGray' },
    ...entries,
  })
  own.node.setXObject(PDFName.of('Scan'), context.register(image))
  own.node.addContentStream(context.register(context.stream(`q ${size[0]} 0 0 ${size[1]} 0 0 cm /Scan Do Q`)))
  return pdf.save()
}

/** One bit a pixel, as a fax codes it (T.6). */
async function faxed(): Promise<Buffer> {
  const { width, height } = gray
  const tiff = await raw()
    .threshold(160)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tile: true, tileWidth: width, tileHeight: height })
    .toBuffer()
  const [offset, count] = [324, 325].map((tag) => tagOf(tiff, tag))
  return tiff.subarray(offset!, offset! + count!)
}

/** A value of the first directory of a TIFF file. */
function tagOf(tiff: Buffer, tag: number): number {
  const at = tiff.readUInt32LE(4)
  for (let i = 0; i < tiff.readUInt16LE(at); i++) {
    const entry = at + 2 + 12 * i
    if (tiff.readUInt16LE(entry) === tag)
      return tiff.readUInt16LE(entry + 2) === 3 ? tiff.readUInt16LE(entry + 8) : tiff.readUInt32LE(entry + 8)
  }
  throw new Error(`the TIFF has no tag ${tag}`)
}

/** The same in a JBIG2 stream: one page, one region coded by T.6. */
function toJbig2(fax: Buffer): Buffer {
  const { width, height } = gray
  const segment = (number: number, type: number, data: Buffer) => {
    const head = Buffer.from([0, 0, 0, number, type, 0, 1, 0, 0, 0, 0])
    head.writeUInt32BE(data.length, 7)
    return Buffer.concat([head, data])
  }
  const info = Buffer.alloc(19)
  info.writeUInt32BE(width, 0)
  info.writeUInt32BE(height, 4)
  const region = Buffer.alloc(18)
  region.writeUInt32BE(width, 0)
  region.writeUInt32BE(height, 4)
  // The last byte says that the region is coded by T.6.
  region[17] = 1
  return Buffer.concat([segment(0, 48, info), segment(1, 38, Buffer.concat([region, fax]))])
}

async function expectRead(pdf: Uint8Array): Promise<void> {
  const scanned = await extract(pdf)
  expect(scanned.source.page.map((p) => p.kind)).toEqual(['ocr'])
  const { amounts, right, silent } = scoreScan(printed, scanned, () => PAGE)
  expect(silent).toEqual([])
  expect(right).toBe(amounts)
}

describe('a scan of one bit a pixel', () => {
  it('as a fax stores it (CCITT T.6) is read', async () => {
    const parameters = { K: -1, Columns: gray.width, Rows: gray.height }
    const entries = { BitsPerComponent: 1, Filter: 'CCITTFaxDecode', DecodeParms: parameters }
    await expectRead(await page(await faxed(), entries))
  })

  it('in JBIG2 is read', async () => {
    await expectRead(await page(toJbig2(await faxed()), { BitsPerComponent: 1, Filter: 'JBIG2Decode' }))
  })
})

/** Gray levels as JPEG 2000 stores them, without loss, in a bare code stream. */
async function jpeg2000(): Promise<Uint8Array> {
  const { J2KEncoder } = await openJpeg()
  const encoder = new J2KEncoder()
  const { width, height } = gray
  encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 1, isSigned: false }).set(gray.data)
  encoder.encode()
  return Uint8Array.from(encoder.getEncodedBuffer())
}

describe('a scan in JPEG 2000', () => {
  it('is read', async () => {
    await expectRead(await page(await jpeg2000(), { BitsPerComponent: 8, Filter: 'JPXDecode' }))
  })
})

describe('a page', () => {
  const jpeg = { BitsPerComponent: 8, Filter: 'DCTDecode' }

  it('that is white paper holds nothing, and nothing is wrong with it', async () => {
    const { width, height } = gray
    const white = await sharp({ create: { width, height, channels: 3, background: '#f4f1ec' } })
      .grayscale()
      .jpeg()
      .toBuffer()
    const { tables, other_tables, findings } = await extract(await page(white, jpeg))
    expect([tables, other_tables]).toEqual([[], []])
    expect(findings.filter((f) => f.severity === 'error')).toEqual([])
  })

  it('whose image cannot be decoded is said to be unreadable', async () => {
    const cut = (await raw().jpeg().toBuffer()).subarray(0, 300)
    const { source, findings } = await extract(await page(cut, jpeg))
    expect(source.page.map((p) => p.kind)).toEqual(['unread'])
    expect(findings.map((f) => f.severity)).toContain('error')
  })

  it('that was photographed a little from below is read', async () => {
    const { width, height } = gray
    /** How much narrower the page is at its top, and lower at its right, as a share. */
    const slant = 0.02
    const narrow = shiftRows({ ...gray, data: new Uint8Array(gray.data) }, [
      (slant * width) / 4,
      -slant / 2,
      (-slant * width) / 2 / height,
      slant / height,
    ])
    const seen = shiftColumns(narrow, [(slant * height) / 4, (-slant * height) / 2 / width, -slant / 2, slant / width])
    const raw = { width, height, channels: 1 as const }
    await expectRead(await page(await sharp(seen.data, { raw }).jpeg().toBuffer(), jpeg))
  })

  it('of an open book, bent and seen from a side, is read', async () => {
    const { width, height } = gray
    /** Lines stand so much higher in the middle of the page (share of its height), and narrower above. */
    const [bow, slant] = [0.02 * height, 0.04 * width]
    const open = shiftColumns({ ...gray, data: new Uint8Array(gray.data) }, [
      -bow,
      (4 * bow) / width,
      0,
      0,
      (-4 * bow) / width ** 2,
    ])
    const seen = shiftRows(open, [slant, (-2 * slant) / width, -slant / height, (2 * slant) / width / height])
    const raw = { width, height, channels: 1 as const }
    await expectRead(await page(await sharp(seen.data, { raw }).jpeg({ quality: 85 }).toBuffer(), jpeg))
  })

  it('that lies upside down in uneven light is read', async () => {
    const { width, height } = gray
    const shaded = Uint8Array.from(
      gray.data,
      (v, i) => v * (1 - (0.5 * Math.hypot((i % width) / width, i / width / height)) / Math.SQRT2),
    )
    const raw = { width, height, channels: 1 as const }
    await expectRead(await page(await sharp(shaded, { raw }).rotate(180).jpeg({ quality: 70 }).toBuffer(), jpeg))
  })

  it('with streaks of dust and a fold from edge to edge is read as if they were not there', async () => {
    const { width, height } = gray
    const streaks = [0.43, 0.55, 0.7].map((at) => `<path d="M${at * width} 0V${height}" stroke-width="1.5"/>`)
    const fold = `<path d="M0 ${0.45 * height}L${width} ${0.453 * height}" stroke-width="2.5"/>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g stroke="#666">${streaks.join('')}${fold}</g></svg>`
    const spoilt = await raw()
      .toColourspace('srgb')
      .composite([{ input: Buffer.from(svg) }])
      .toBuffer({ resolveWithObject: true })
    const image = sharp(spoilt.data, { raw: spoilt.info }).grayscale().jpeg({ quality: 90 })
    await expectRead(await page(await image.toBuffer(), jpeg))
  })

  it('with four scans on it is read like one', async () => {
    const { width, height } = gray
    const half = { width: width / 2, height: height / 2 }
    const pdf = await PDFDocument.create()
    const [w, h] = [(half.width * 72) / DPI, (half.height * 72) / DPI]
    const own = pdf.addPage([2 * w, 2 * h])
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const part = raw().extract({ left: x * half.width, top: y * half.height, ...half })
      const image = await pdf.embedJpg(await part.jpeg({ quality: 90 }).toBuffer())
      own.drawImage(image, { x: x * w, y: (1 - y) * h, width: w, height: h })
    }
    await expectRead(await pdf.save())
  })
})
