/** A table that is pasted as a picture among text is not read, and that is told. */
import { createCanvas } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import { expect, it } from 'vitest'
import { extract } from '../../src/index.ts'
import { text } from '../drawn/by-hand.ts'
import { PLAIN_WRITING, toPdf } from '../drawn/pdf.ts'

const [WIDTH, HEIGHT] = [842, 595]
const PROSE = '以下各表的数据取自单位账簿，按照规定予以公开。有关情况如下。'

/** A white picture, with the rulings of a table or with those of a chart: its frame, and lines across. */
function picture(rulings: 'none' | 'table' | 'chart' = 'none') {
  const canvas = createCanvas(600, 120)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 600, 120)
  context.fillStyle = '#000'
  const xs = rulings === 'none' ? [] : rulings === 'chart' ? [20, 579] : [20, 160, 300, 440, 579]
  for (const x of xs) context.fillRect(x, 10, 1, 100)
  if (rulings !== 'none') for (const y of [10, 35, 60, 85, 109]) context.fillRect(20, y, 560, 1)
  return canvas.toBuffer('image/png')
}

/** Lines of text, and a picture of a share of the page's height, as wide as the text. */
async function findingsOf(share: number, top: number, rulings?: 'table' | 'chart') {
  const marks = [80, 100, 120].map((y) => text(PROSE, 40, y, '<'))
  const document = await PDFDocument.load(await toPdf([{ width: WIDTH, height: HEIGHT, marks }], '图', PLAIN_WRITING))
  const pasted = await document.embedPng(picture(rulings))
  const height = share * HEIGHT
  document.getPage(0).drawImage(pasted, { x: 36, y: HEIGHT - top - height, width: WIDTH - 72, height })
  const { findings } = await extract(await document.save(), { ocr: 'never' })
  return findings.map((f) => f.code)
}

it('a large picture below text is told', async () => expect(await findingsOf(0.6, 150)).toContain('picture-left'))
it('a small one, and one behind the text, are not', async () => {
  expect(await findingsOf(0.2, 150)).not.toContain('picture-left')
  expect(await findingsOf(0.8, 60)).not.toContain('picture-left')
})
it('a small one that shows a ruled table is told, a chart is not', async () => {
  expect(await findingsOf(0.2, 150, 'table')).toContain('picture-left')
  expect(await findingsOf(0.2, 150, 'chart')).not.toContain('picture-left')
  expect(await findingsOf(0.2, 60, 'table')).not.toContain('picture-left')
})
