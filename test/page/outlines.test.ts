/** Text that was made into shapes, as printers' programs do: nothing in the file says what it is, and it is on paper. */
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/index.ts'

const SHAPE = '0 0 m 0 6 4 9 6 4 c 3 2 2 1 0 0 c'

/** The kind of a page with so many shapes, or small pictures, in rows, and a text. */
async function kindOf(count: number, shape: string, text = '') {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  if (text !== '')
    page.drawText(text, { x: 60, y: 800, size: 10, font: await document.embedFont(StandardFonts.Helvetica) })
  const shapes = Array.from(
    { length: count },
    (_, i) => `q 1 0 0 1 ${60 + 9 * (i % 50)} ${60 + 12 * Math.floor(i / 50)} cm ${shape} Q`,
  )
  const contents = document.context.register(document.context.stream(shapes.join('\n')))
  page.node.addContentStream(contents)
  const { source, findings } = await extract(await document.save(), { ocr: 'never' })
  return [source.page[0]!.kind, ...findings.filter((f) => f.code === 'needs-ocr').map((f) => f.code)]
}

describe('a page', () => {
  it('of outlines of letters needs OCR', async () => {
    expect(await kindOf(300, `${SHAPE} f`)).toEqual(['unread', 'needs-ocr'])
  })

  it('… with a page number beside them, too', async () => {
    expect(await kindOf(300, `${SHAPE} f`, '- 12 -')).toEqual(['unread', 'needs-ocr'])
  })

  it('of small pictures of letters needs OCR', async () => {
    const letter = '6 0 0 8 0 0 cm BI /W 12 /H 12 /IM true /BPC 1 ID PAPAPAPAPAPAPAPAPAPAPAPA EI'
    expect(await kindOf(300, letter)).toEqual(['unread', 'needs-ocr'])
  })

  it('of text with drawings is text, one of a few drawings is blank', async () => {
    const text = 'Every department publishes its final accounts and its budget.'
    expect(await kindOf(300, `${SHAPE} f`, text)).toEqual(['text'])
    expect(await kindOf(20, `${SHAPE} f`)).toEqual(['blank'])
  })

  it('of what cannot be seen is blank', async () => {
    expect(await kindOf(300, `1 g ${SHAPE} f`)).toEqual(['blank'])
  })
})
