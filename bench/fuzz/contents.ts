/** Damage within the contents of pages, where the bytes of a file are compressed: it is written behind the file, as an update. */
import { deflateSync, inflateSync } from 'node:zlib'

type Next = () => number
type Change = (text: string, next: Next) => string

const HUGE = '99999999999999999999'

/** Replaces some matches of the pattern. */
const some =
  (pattern: RegExp, share: number, by: (match: string, next: Next) => string): Change =>
  (text, next) =>
    text.replace(pattern, (match) => (next() < share ? by(match, next) : match))

/** Operators, numbers and nesting of one stream. */
const changes: Record<string, Change> = {
  'operators dropped': some(/\b(?:BT|ET|q|Q|cm|Tf|Tm|Td|re|Tj|TJ)\b/g, 0.2, () => ''),
  'operators doubled': some(/\b(?:BT|ET|q|Q|cm|re|h|f|S|W|n)\b/g, 0.3, (m) => `${m} ${m}`),
  'numbers made huge': some(/(?<=\s)-?\d+(?:\.\d+)?(?=\s)/g, 0.02, () => HUGE),
  'numbers made nothing': some(/(?<=\s)-?\d+(?:\.\d+)?(?=\s)/g, 0.05, () => '0'),
  'numbers made words': some(/(?<=\s)-?\d+(?:\.\d+)?(?=\s)/g, 0.02, () => '/NaN'),
  'matrices turned over': some(/(?<=\s)\d+(?:\.\d+)?(?=(?: -?[\d.]+){0,5} cm)/g, 0.3, (m) => `-${m}`),
  'everything many times': (text, next) => text.repeat(2 + Math.floor(next() * 20)),
  'saved without end': (text, next) => `${'q '.repeat(Math.floor(next() * 30_000))}${text}`,
  'nested arrays': (text, next) => `${'['.repeat(Math.floor(next() * 20_000))}${text}`,
  'nested dictionaries': (text, next) => `/Span ${'<</A '.repeat(Math.floor(next() * 20_000))}BDC ${text}`,
  'strings without end': some(/\)|>/g, 0.01, () => ''),
  'half of it': (text, next) => text.slice(0, Math.floor(next() * text.length)),
  'an inline image without end': (text) => `BI /W 99999 /H 99999 /BPC 8 /CS /RGB ID ${text}`,
  'a bomb': (_, next) => '0 0 m 9 9 l S\n'.repeat(Math.floor(next() * 400_000)),
}

const latin = (bytes: Buffer) => bytes.toString('latin1')

/** One damage to one compressed stream of operators, or the file as it is where it has none. */
export function damageContent(bytes: Buffer, next: Next): { bytes: Buffer; how: string } {
  const text = latin(bytes)
  const objects = [
    ...text.matchAll(
      /(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S]){0,400}?\/FlateDecode(?:(?!endobj)[\s\S]){0,400}?stream\r?\n/g,
    ),
  ]
  for (let tries = 0; tries < 20 && objects.length > 0; tries++) {
    const object = objects[Math.floor(next() * objects.length)]!
    const content = inflated(bytes, object.index + object[0].length)
    if (content === null || !/\b(?:Tf|re|cm)\b/.test(content.slice(0, 4000))) continue
    const names = Object.keys(changes)
    const how = names[Math.floor(next() * names.length)]!
    return { bytes: updated(bytes, Number(object[1]), changes[how]!(content, next)), how: `content: ${how}` }
  }
  return { bytes, how: 'no content' }
}

function inflated(bytes: Buffer, from: number): string | null {
  try {
    return latin(inflateSync(bytes.subarray(from), { maxOutputLength: 20_000_000 }))
  } catch {
    return null
  }
}

/** The file with an object replaced in an update behind its end, as PDF has it. */
function updated(bytes: Buffer, object: number, content: string): Buffer {
  const text = latin(bytes)
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]
  const root = [...text.matchAll(/\/Root (\d+ \d+ R)/g)].at(-1)?.[1]
  const size = [...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1]
  const data = deflateSync(Buffer.from(content, 'latin1'))
  const head = Buffer.from(`\n${object} 0 obj<</Filter/FlateDecode/Length ${data.length}>>stream\n`, 'latin1')
  const tail = '\nendstream endobj\n'
  const start = bytes.length + head.length + data.length + tail.length
  const place = String(bytes.length + 1).padStart(10, '0')
  const trailer = `trailer<</Root ${root}/Size ${size}${previous ? `/Prev ${previous}` : ''}>>`
  const end = `${tail}xref\n${object} 1\n${place} 00000 n \n${trailer}\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([bytes, head, data, Buffer.from(end, 'latin1')])
}
