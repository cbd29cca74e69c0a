/** The yardstick: pdfjs alone, text content and operator list of every page. Nothing is made of them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')) + sep
const doc = await getDocument({
  data: new Uint8Array(readFileSync(process.argv[2])),
  cMapUrl: join(assets, 'cmaps', sep),
  cMapPacked: true,
  standardFontDataUrl: join(assets, 'standard_fonts', sep),
}).promise
let items = 0
let operators = 0
for (let n = 1; n <= doc.numPages; n++) {
  const page = await doc.getPage(n)
  items += (await page.getTextContent()).items.length
  operators += (await page.getOperatorList()).fnArray.length
  page.cleanup()
}
console.log(`${doc.numPages} pages, ${items} text items, ${operators} operators`)
