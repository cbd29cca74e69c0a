/** Scans stored as JPEG are decoded by native code; small pictures, and what it cannot decode, by pdfjs. */
import { PDFDocument } from 'pdf-lib'
import type { PDFPageProxy } from 'pdfjs-dist'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { extract } from '../../src/index.ts'
import { DEFAULT_LIMITS } from '../../src/limits.ts'
import { JpegDecoder } from '../../src/page/pdf/jpeg.ts'
import { openPdf } from '../../src/page/pdf/open.ts'
import { readPage } from '../../src/page/pdf/read.ts'
import { renderPage } from '../../src/page/pdf/render.ts'
import type { Pixels } from '../../src/page/picture/image.ts'
import { pagePixels } from '../../src/page/picture/pixels.ts'

interface Grain {
  isGray?: boolean
  /** The darkest. */
  from?: number
  /** Share of the file that is there. */
  share?: number
  /** Edge of the page, points. */
  points?: number
}

/** A page that is one picture of coloured grain. */
async function grainy(edge: number, { isGray, from = 0, share = 1, points = edge }: Grain = {}) {
  const next = random(7)
  const data = Uint8Array.from({ length: 3 * edge * edge }, () => from + (255 - from) * next())
  if (isGray) for (let i = 0; i < data.length; i += 3) data.fill(data[i]!, i, i + 3)
  const jpeg = await sharp(data, { raw: { width: edge, height: edge, channels: 3 } })
    .jpeg()
    .toBuffer()
  const document = await PDFDocument.create()
  const image = await document.embedJpg(jpeg.subarray(0, share * jpeg.length))
  document.addPage([points, points]).drawImage(image, { x: 0, y: 0, width: points, height: points })
  return { pdf: await document.save(), pixels: await sharp(jpeg).raw().toBuffer() }
}

async function read(bytes: Uint8Array, draw?: () => Promise<PDFPageProxy>): Promise<Pixels> {
  const pdf = await openPdf(bytes)
  let seen: Pixels | null = null
  await readPage(pdf, 1, DEFAULT_LIMITS, {
    time: () => 0,
    read: async (proxy, page) => {
      const never = () => {
        throw new Error('the picture is the page')
      }
      seen = await pagePixels(proxy, page, draw ?? never)
      return page
    },
  })
  await pdf.close()
  return seen!
}

/** Largest difference of a colour. */
function off({ channels, data }: Pick<Pixels, 'channels' | 'data'>, pixels: Buffer): number {
  let most = 0
  for (let i = 0; i < pixels.length; i++)
    most = Math.max(most, Math.abs(data[Math.floor(i / 3) * channels + (i % 3)]! - pixels[i]!))
  return most
}

it('the picture of a scan is decoded as libjpeg has it, to the last bit', async () => {
  const { pdf, pixels } = await grainy(600)
  expect(off(await read(pdf), pixels)).toBe(0)
})

it('a gray picture stored with three channels is kept as one', async () => {
  const { pdf, pixels } = await grainy(600, { isGray: true })
  const { channels, data } = await read(pdf)
  expect(channels).toBe(1)
  expect(data).toEqual(Uint8Array.from({ length: 600 * 600 }, (_, i) => pixels[3 * i]!))
})

it('what a picture takes is given back as soon as pdfjs is told that it is not needed', async () => {
  const jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#abc' } })
    .jpeg({ quality: 100 })
    .toBuffer()
  const decoder = new JpegDecoder({ data: Buffer.concat([jpeg, Buffer.alloc(60_000)]) })
  const { image } = await decoder.decode()
  expect([image.width, image.height]).toEqual([300, 200])
  image.close()
  expect([image.width, image.height]).toEqual([1, 1])
})

it('a small picture is decoded, too', async () => {
  const { pdf, pixels } = await grainy(64)
  const seen = await read(pdf)
  expect([seen.width, seen.height, seen.channels]).toEqual([64, 64, 3])
  expect(pixels).toHaveLength(3 * 64 * 64)
})

it('a page that is drawn has the picture', async () => {
  const { pdf, pixels } = await grainy(600)
  const open = await openPdf(pdf, { draw: true })
  const canvas = await renderPage(await open.doc.getPage(1), { scale: 1 })
  await open.close()
  const { data } = canvas.getContext('2d').getImageData(0, 0, 600, 600)
  expect(off({ channels: 4, data }, pixels)).toBe(0)
})

it('of a picture that is cut off, what is missing is white, and a person is told', async () => {
  const { pdf } = await grainy(1200, { from: 225, share: 0.5 })
  const { isCut, data } = await read(pdf)
  expect([isCut, ...data.slice(-3)]).toEqual([true, 255, 255, 255])
  const { findings } = await extract(pdf, { ocr: 'always' })
  expect(findings.map((f) => [f.code, f.page])).toContainEqual(['page-damaged', 1])
  expect((await read((await grainy(800)).pdf)).isCut).toBe(undefined)
  // Finer than pages are read: drawn anew, which shows white alone.
  const fine = await grainy(1200, { from: 225, share: 0.5, points: 216 })
  const drawing = await openPdf(fine.pdf, { draw: true })
  expect((await read(fine.pdf, () => drawing.doc.getPage(1))).isCut).toBe(true)
  await drawing.close()
})

it('of a small picture that is cut off, which pdfjs fills up, the file is told as damaged', async () => {
  const damage = async (share: number) => {
    const { pdf } = await grainy(400, { from: 225, share })
    const { findings } = await extract(pdf, { ocr: 'never' })
    return findings.map((f) => f.code).filter((code) => code.endsWith('-damaged'))
  }
  expect([await damage(1), await damage(0.8)]).toEqual([[], ['file-damaged']])
})
