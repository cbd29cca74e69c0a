/** Figures compared with the print of their document: digits are known by their shape, and only as far as they are seen. */
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { random } from '../../bench/random.ts'
import { decode, texts } from '../../src/ocr/print/decode.ts'
import { learnPrint } from '../../src/ocr/print/learn.ts'
import { ABOVE, DIGIT, type FigureLine, ROWS } from '../../src/ocr/print/line.ts'
import type { Glyph } from '../../src/page/types.ts'
import { comparePrints } from '../../src/scans/prints.ts'

const PITCH = 17
const next = random(7)

/** Seven strokes, as on a pocket calculator: which of them a digit has. */
const STROKES: Record<string, string> = {
  '0': 'abcdef',
  '1': 'bc',
  '2': 'abged',
  '3': 'abgcd',
  '4': 'fgbc',
  '5': 'afgcd',
  '6': 'afgedc',
  '7': 'abc',
  '8': 'abcdefg',
  '9': 'abfgcd',
}
const H = DIGIT
const PLACES: Record<string, [number, number, number, number]> = {
  a: [3, 0, 11, 3],
  b: [11, 0, 3, H / 2],
  c: [11, H / 2, 3, H / 2],
  d: [3, H - 3, 11, 3],
  e: [3, H / 2, 3, H / 2],
  f: [3, 0, 3, H / 2],
  g: [3, H / 2 - 1, 11, 3],
}

/** A figure drawn with noise; `hidden` are columns under a seal, white like what is left there. */
function line(text: string, hidden?: [from: number, to: number]): FigureLine {
  const width = PITCH * (text.length + 2)
  const canvas = createCanvas(width, ROWS)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, ROWS)
  context.fillStyle = '#555'
  for (const [i, sign] of [...text].entries()) {
    const left = PITCH * (i + 1)
    for (const stroke of STROKES[sign] ?? '') {
      const [x, y, w, h] = PLACES[stroke]!
      context.fillRect(left + x, ABOVE + y, w, h)
    }
    if (sign === '.') context.fillRect(left + 7, ABOVE + H - 4, 4, 4)
    if (sign === ',') context.fillRect(left + 7, ABOVE + H - 4, 4, 9)
    if (sign === '-') context.fillRect(left + 2, ABOVE + H / 2, 12, 2)
  }
  const { data } = context.getImageData(0, 0, width, ROWS)
  const clear = new Uint8Array(width * ROWS).fill(255)
  const gray = new Uint8Array(width * ROWS)
  for (let i = 0; i < gray.length; i++) {
    const isHidden = hidden !== undefined && i % width >= hidden[0] && i % width < hidden[1]
    gray[i] = isHidden ? 255 : Math.max(0, Math.min(255, data[4 * i]! + 40 * (next() - 0.5)))
    if (isHidden) clear[i] = 0
  }
  const picture = { width, height: ROWS, data: gray }
  return { picture, clear: hidden ? { width, height: ROWS, data: clear } : null }
}

const CERTAIN = Array.from({ length: 24 }, (_, i) => `${1234 + 777 * i}.${10 + ((37 * i) % 90)}`)
const word = (text: string, confidence: number, alternatives: Glyph['alternatives'] = []): Glyph => ({
  ...{ text, confidence, alternatives, box: [0, 0, 1, 1], size: 1, source: 'ocr' },
})

/** What is made of a word of which the reader says this, among figures that it read with certainty. */
function compared(read: Glyph, drawn: FigureLine): Glyph {
  const known = CERTAIN.map((text): [Glyph, FigureLine] => [word(text, 0.99), line(text)])
  comparePrints([new Map([...known, [read, drawn]])])
  return read
}

describe('the print of a document', () => {
  const print = learnPrint(CERTAIN.map((text) => ({ ...line(text), text })))!

  it('tells every digit', () => {
    for (const text of ['907.16', '58342.60', '3.05']) expect(texts(decode(print, line(text)), 1)[0]!.text).toBe(text)
  })

  it('leaves open what a seal hides, and nothing else', () => {
    const found = texts(decode(print, line('4182.67', [3 * PITCH, 4 * PITCH])), 40).filter((t) => t.share > 0.02)
    expect(found.length).toBeGreaterThan(5)
    for (const { text } of found) expect(text).toMatch(/^41\d2\.67$/)
  })

  it('finds no figure in specks', () => {
    const picture = { width: 100, height: ROWS, data: new Uint8Array(100 * ROWS).fill(255) }
    picture.data.fill(90, 100 * 20 + 40, 100 * 20 + 43)
    expect(decode(print, { picture, clear: null })).toEqual([])
  })
})

describe('a figure that the reader doubts', () => {
  it('is read as both voices find it, and is never sure by that', () => {
    const read = compared(word('56.98', 0.6, [{ text: '56.96', confidence: 0.3 }]), line('56.96'))
    expect(read.text).toBe('56.96')
    expect(read.confidence).toBeLessThanOrEqual(0.75)
    expect(read.alternatives!.map((a) => a.text)).toContain('56.98')
  })

  it('keeps its minus, which is no matter of shapes', () => {
    const read = compared(word('-118.90', 0.6, [{ text: '118.90', confidence: 0.2 }]), line('-118.90'))
    expect(read.text).toBe('-118.90')
  })

  it('loses no digit that was read', () => {
    const read = compared(word('4,651.67', 0.5), line('4,651.67'))
    expect(read.text).toBe('4,651.67')
    for (const { text } of read.alternatives!) expect(text.match(/\d/g)).toHaveLength(6)
  })

  it('is left to the reader on a page of another print', () => {
    const known = CERTAIN.map((text): [Glyph, FigureLine] => [word(text, 0.99), line(text)])
    const read = word('56.98', 0.6, [{ text: '56.96', confidence: 0.3 }])
    // Its certain figures are not what the print of the others says.
    const other = ['8431.22', '9071.55', '3302.18'].map((text): [Glyph, FigureLine] => [
      word(text, 0.99),
      line(text.replace(/[123]/g, '7')),
    ])
    comparePrints([new Map([...known]), new Map([...other, [read, line('56.96')]])])
    expect(read.text).toBe('56.98')
  })

  it('has no digits more, where nothing is hidden', () => {
    expect(compared(word('51.67', 0.5), line('651.67')).text).toBe('51.67')
  })
})
