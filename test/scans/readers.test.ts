/** The readers of scans: what they make of printed figures, and that it does not depend on what was read before. */
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forms } from '../../src/forms.ts'
import { alike, choices, withoutSpaces } from '../../src/ocr/ctc.ts'
import { openPaddle } from '../../src/ocr/paddle.ts'
import type { LineReading, Picture, Reader } from '../../src/ocr/reader.ts'
import { openSecond } from '../../src/scans/engines.ts'
import { mend } from '../../src/template/scanned/mend.ts'
import { headerVocabulary, knownWords } from '../../src/template/vocabulary.ts'

const HAN = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'

/** Figures and codes as disclosures print them: every digit, points, separators, a minus. */
const FIGURES = ['126.63', '2080501', '1,234,567.89', '-45.07', '30.36', '0.00', '978,102.54']

/** A line as it is cut out of a page: 48 pixels high, text dark on light. */
function picture(text: string, { font = 'sans-serif', advance = 24 } = {}): Picture {
  const canvas = createCanvas(40 + advance * text.length, 48)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#333'
  context.font = `34px ${font}`
  context.fillText(text, 14, 36)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const gray = Uint8Array.from({ length: canvas.width * canvas.height }, (_, i) => data[4 * i]!)
  return { width: canvas.width, height: canvas.height, data: gray }
}

describe('the second reader', () => {
  const pictures = FIGURES.map((text) => picture(text))
  let reader: Reader
  beforeAll(async () => {
    reader = await openSecond()
  })
  afterAll(() => reader.close())

  it('reads figures with their points, separators and signs', async () => {
    const read = await reader.read(pictures, 'amount')
    expect(read.map((r) => r.text)).toEqual(FIGURES)
  })

  it('reads the same whatever it has read before', async () => {
    const before = await reader.read(pictures, 'amount')
    const fresh = await openSecond()
    const [alone] = await fresh.read(pictures.slice(-1), 'amount')
    await fresh.close()
    expect(before.at(-1)).toEqual(alone)
  })
})

describe('the first reader', () => {
  it('weighs what may stand in a step, forms of one character as one, and nothing always among it', () => {
    const steps = { steps: 2, kept: 3, from: 1, same: new Map([[9, 4]]) }
    const classes = BigInt64Array.from([7, 7, 7, 5, 4, 9, 8, 0, 6].map(BigInt))
    const shares = Float32Array.of(1, 1, 1, 0.5, 0.25, 0.25, 0.75, 0.25, 0.00001)
    const none = Float32Array.of(1, 0, 0.25)
    expect(choices({ ...steps, classes, shares, none })).toEqual([
      { classes: [5, 4, 0], shares: [0.5, 0.5, 0] },
      { classes: [8, 0], shares: [0.75, 0.25] },
    ])
  })

  it('takes readings for one that differ in the white space around the marks of a number', () => {
    const all = [
      { text: '18, 330.37', confidence: 0.5 },
      { text: '18,330.37 ', confidence: 0.4 },
      { text: '18,330. 87', confidence: 0.06 },
      { text: '18 330.37', confidence: 0.04 },
    ]
    const [best, ...others] = alike(all)
    expect(best).toMatchObject({ text: '18,330.37' })
    expect(best!.confidence).toBeCloseTo(0.9)
    expect(others.map((o) => o.text)).toEqual(['18,330.87', '18 330.37'])
    const chars = [...'1, 2. 3 4 '].map((text, i) => ({ text, from: i, to: i + 1, confidence: 1 }))
    expect(withoutSpaces(chars).map((c) => c.from)).toEqual([0, 1, 3, 4, 6, 7, 8])
  })
})

it('reads 缮, which the network hardly knows, in a word of the forms', async () => {
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(HAN), 'Han')
  const reader = await openPaddle({ threads: 1 })
  const drawn = ['修缮工程'].map((text) => picture(text, { font: 'Han', advance: 34 }))
  const read = await reader.read(drawn)
  await reader.close()
  const { words } = knownWords(forms, headerVocabulary(forms))
  const asReadings = ({ text, confidence, alternatives }: LineReading) =>
    [{ text, confidence }, ...alternatives].map((r) => ({ text: r.text, share: r.confidence }))
  expect(read.map((r) => mend(asReadings(r), words))).toEqual([{ text: '修缮工程', sure: true }])
})

it('the network says the same in threads of its own as in that of the caller, and a thread that is gone is told', async () => {
  const lines = [...FIGURES, '12', '3,456,789,012.34'].map((text) => picture(text))
  const [one, several] = [await openPaddle({ threads: 1 }), await openPaddle({ threads: 2 })]
  const [alone, divided] = await Promise.all([one.read(lines), several.read(lines)])
  expect(alone.map((r) => r.text)).toContain('126.63')
  expect(divided).toEqual(alone)
  await Promise.all([one.close(), several.close()])
  await expect(several.read(lines)).rejects.toThrow(/thread that reads lines ended/)
})
