/** Seeded damage to a PDF: every kind of break that a crafted or cut-off file may show. */
import { random } from '../random.ts'
import { damageContent } from './contents.ts'

type Damage = (bytes: Buffer, next: () => number) => Buffer

const at = (bytes: Buffer, next: () => number) => Math.floor(next() * bytes.length)
const latin = (bytes: Buffer) => bytes.toString('latin1')
const back = (text: string) => Buffer.from(text, 'latin1')

/** Replaces one random match of the pattern. */
function replaceOne(bytes: Buffer, pattern: RegExp, next: () => number, by: (match: string) => string): Buffer {
  const text = latin(bytes)
  const found = [...text.matchAll(pattern)]
  const match = found[Math.floor(next() * found.length)]
  if (!match) return bytes
  return back(text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length))
}

export const damages: Record<string, Damage> = {
  'bytes flipped': (bytes, next) => {
    const out = Buffer.from(bytes)
    for (let i = 0, n = 1 + Math.floor(next() * 60); i < n; i++) out[at(out, next)] = Math.floor(next() * 256)
    return out
  },
  truncated: (bytes, next) => bytes.subarray(0, at(bytes, next)),
  'a stretch cut out': (bytes, next) => {
    const from = at(bytes, next)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + Math.floor(next() * 5000))])
  },
  'a stretch doubled': (bytes, next) => {
    const from = at(bytes, next)
    const to = Math.min(bytes.length, from + Math.floor(next() * 5000))
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  },
  'an object dropped': (bytes, next) => replaceOne(bytes, /\d+ 0 obj[\s\S]{0,3000}?endobj/g, next, () => ''),
  'streams swapped': (bytes, next) => {
    const text = latin(bytes)
    const streams = [...text.matchAll(/stream\r?\n/g)].map((m) => m.index)
    const [a, b] = [streams[Math.floor(next() * streams.length)], streams[Math.floor(next() * streams.length)]]
    if (a === undefined || b === undefined || Math.abs(a - b) < 600) return bytes
    const out = Buffer.from(bytes)
    bytes.copy(out, a + 8, b + 8, b + 500)
    bytes.copy(out, b + 8, a + 8, a + 500)
    return out
  },
  'cross references broken': (bytes, next) =>
    replaceOne(bytes, /\d{10} \d{5} n/g, next, () => `${String(at(bytes, next)).padStart(10, '0')} 00000 n`),
  'start of references broken': (bytes, next) =>
    replaceOne(bytes, /startxref\s+\d+/g, next, () => `startxref\n${at(bytes, next)}`),
  'a number made huge': (bytes, next) =>
    replaceOne(bytes, /(?<=[\s[/])\d{1,4}(?=[\s\]/>])/g, next, () => '99999999999999999999'),
  'a number made negative': (bytes, next) => replaceOne(bytes, /(?<=[\s[])\d{1,4}(?=[\s\]])/g, next, (m) => `-${m}`),
  'a reference turned on itself': (bytes, next) =>
    replaceOne(bytes, /(\d+) 0 obj([\s\S]{0,300}?)(\d+) 0 R/g, next, (m) =>
      m.replace(/\d+ 0 R$/, `${/^\d+/.exec(m)?.[0]} 0 R`),
    ),
  'a reference pointed elsewhere': (bytes, next) =>
    replaceOne(bytes, /\d+ 0 R/g, next, () => `${Math.floor(next() * 400)} 0 R`),
  'a name swapped': (bytes, next) =>
    replaceOne(
      bytes,
      /\/(Page|Pages|Font|Type0|Contents|FlateDecode|Kids|Count|Width|Height|MediaBox)\b/g,
      next,
      () =>
        ['/Page', '/Pages', '/Contents', '/Kids', '/XObject', '/JBIG2Decode', '/JPXDecode'][Math.floor(next() * 7)]!,
    ),
  'junk before and after': (bytes, next) =>
    Buffer.concat([Buffer.alloc(Math.floor(next() * 900), 0x20), bytes, Buffer.alloc(Math.floor(next() * 3000), 0x41)]),
}

/** Of the cases, so many begin with damage within the contents of a page. */
const CONTENT_SHARE = 0.4

/** Case number `n` of a base file: one to three damages. */
export function damaged(base: Buffer, n: number): { bytes: Buffer; how: string } {
  const next = random(n)
  const names = Object.keys(damages)
  let bytes = base
  const how: string[] = []
  if (next() < CONTENT_SHARE) {
    const content = damageContent(bytes, next)
    how.push(content.how)
    // Most stay as they are otherwise: a broken frame would hide what the contents do.
    if (next() < 0.8) return { bytes: content.bytes, how: content.how }
    bytes = content.bytes
  }
  for (let i = 0, k = 1 + Math.floor(next() * 3); i < k; i++) {
    const name = names[Math.floor(next() * names.length)]!
    bytes = damages[name]!(bytes, next)
    how.push(name)
  }
  return { bytes, how: how.join(' + ') }
}
