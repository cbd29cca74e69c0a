/** A document on other sheets: with what programs and people put on them, in another size, several pages on one. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import { degrees, PDFDocument, type PDFEmbeddedPage, type PDFFont, type PDFPage, rgb } from 'pdf-lib'

type Sheet = (bytes: Uint8Array) => Promise<Uint8Array | null>

const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
const MARK = '某市财政局公开专用 20260120'
const pale = (share: number) => rgb(share, share, share)

/** Writes on each page. */
function written(write: (page: PDFPage, font: PDFFont, number: number, count: number) => void): Sheet {
  return async (bytes) => {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true })
    document.registerFontkit(fontkit)
    const font = await document.embedFont(readFileSync(createRequire(import.meta.url).resolve(FONT)), { subset: true })
    const pages = document.getPages()
    // What is written on pages that are turned would stand on their side.
    if (pages.some((page) => page.getRotation().angle % 360 !== 0)) return null
    for (const [i, page] of pages.entries()) write(page, font, i + 1, pages.length)
    return document.save()
  }
}

function tiled(angle: number, size: number, right: number, up: number): Sheet {
  return written((page, font) => {
    const { width, height } = page.getSize()
    for (let x = 40; x < width; x += right)
      for (let y = 40; y < height; y += up)
        page.drawText(MARK, { x, y, size, font, color: pale(0.8), rotate: degrees(angle) })
  })
}

/** Lays pages on new sheets, so many on each. */
function laid(count: number, lay: (sheets: PDFDocument, pages: readonly PDFEmbeddedPage[]) => void): Sheet {
  return async (bytes) => {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true })
    if (document.getPages().some((page) => page.getRotation().angle % 360 !== 0)) return null
    const sheets = await PDFDocument.create()
    const pages = await sheets.embedPages(document.getPages())
    for (let i = 0; i < pages.length; i += count) lay(sheets, pages.slice(i, i + count))
    return sheets.save()
  }
}

function scaled(by: number): Sheet {
  return async (bytes) => {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true })
    for (const page of document.getPages()) page.scale(by, by)
    return document.save()
  }
}

const widest = (pages: readonly PDFEmbeddedPage[]) => Math.max(...pages.map((p) => p.width))
const highest = (pages: readonly PDFEmbeddedPage[]) => Math.max(...pages.map((p) => p.height))

export const SHEETS: Record<string, Sheet> = {
  'slanted watermark': tiled(30, 11, 160, 110),
  'level watermark': tiled(0, 12, 220, 90),
  'large watermark': written((page, font) => {
    const { width, height } = page.getSize()
    page.drawText('仅供公开', { x: width / 5, y: height / 3, size: 90, font, color: pale(0.85), rotate: degrees(45) })
  }),
  'head and foot': written((page, font, number, count) => {
    const { width, height } = page.getSize()
    page.drawText(`第 ${number} 页，共 ${count} 页`, { x: width / 2 - 40, y: 18, size: 9, font })
    page.drawText('某单位公开材料汇编', { x: 40, y: height - 20, size: 9, font })
    page.drawText(`10:3${number % 10}`, { x: width - 110, y: height - 20, size: 9, font })
  }),
  small: scaled(0.4),
  large: scaled(2.5),
  'turned by its content': laid(1, (sheets, [page]) => {
    const { width, height } = page!
    sheets.addPage([height, width]).drawPage(page!, { x: height, y: 0, rotate: degrees(90) })
  }),
  'two beside each other': laid(2, (sheets, pages) => {
    const [width, height] = [widest(pages), highest(pages)]
    const sheet = sheets.addPage([2 * width, height])
    for (const [i, page] of pages.entries()) sheet.drawPage(page, { x: i * width, y: height - page.height })
  }),
  'two below each other': laid(2, (sheets, pages) => {
    const [width, height] = [widest(pages), highest(pages)]
    const sheet = sheets.addPage([width, 2 * height])
    for (const [i, page] of pages.entries()) sheet.drawPage(page, { x: 0, y: (2 - i) * height - page.height })
  }),
}
