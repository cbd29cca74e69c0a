/** Seeded damage to a PDF: every kind of break that a crafted or cut-off file may show. */
import { deflateSync } from 'node:zlib'

/** Small deterministic generator (mulberry32): same seed, same file. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

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

/** Whole files made to cost: each says what it is about. */
export const bombs: Record<string, () => Buffer> = {
  'ten thousand pages': () => pdf(Array.from({ length: 10_000 }, () => '')),
  'pages that hold each other': () =>
    back(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ),
  'a form that draws itself': () =>
    back(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>>endobj\n4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F 4 0 R>>>>/Length 5>>stream\n/F Do\nendstream endobj\n5 0 obj<</Length 5>>stream\n/F Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ),
  'a stream that swells a thousandfold': () => pdf(['0 0 m 9 9 l S\n'.repeat(3_000_000)]),
  'nested arrays, very deep': () =>
    back(`%PDF-1.4\n1 0 obj${'['.repeat(200_000)}${']'.repeat(200_000)}endobj\ntrailer<</Root 1 0 R>>\n%%EOF`),
  'saved states, very deep': () => pdf(['q '.repeat(200_000)]),
  'a million rulings': () =>
    pdf([Array.from({ length: 300_000 }, (_, i) => `${i % 600} ${i % 800} 3 0.5 re f`).join('\n')]),
  'a grid of hairs': () =>
    pdf([Array.from({ length: 800 }, (_, i) => `0 ${i} 600 .1 re f ${i * 0.75} 0 .1 800 re f`).join('\n')]),
  'dashes drawn one by one': () =>
    pdf([
      Array.from(
        { length: 40_000 },
        (_, i) =>
          `${(i % 200) * 3} ${Math.floor(i / 200) * 4} 1.2 .4 re f ${(i % 200) * 3} ${Math.floor(i / 200) * 4} .4 3 re f`,
      ).join('\n'),
    ]),
  'path names and HTML in the metadata': () =>
    pdf([''], '/Title(../../etc/passwd<script>alert(1)</script>)/Producer(=cmd\\(\\)|/C calc)'),
}

/** A PDF of pages with the given contents; contents are compressed. */
function pdf(contents: readonly string[], info = ''): Buffer {
  const parts: Buffer[] = [back('%PDF-1.5\n')]
  const add = (text: string | Buffer) => parts.push(typeof text === 'string' ? back(text) : text)
  add(`1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n`)
  add(
    `2 0 obj<</Type/Pages/Count ${contents.length}/Kids[${contents.map((_, i) => `${2 * i + 4} 0 R`).join(' ')}]>>endobj\n`,
  )
  add(`3 0 obj<<${info}>>endobj\n`)
  for (const [i, content] of contents.entries()) {
    const data = deflateSync(back(content))
    add(`${2 * i + 4} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${2 * i + 5} 0 R>>endobj\n`)
    add(`${2 * i + 5} 0 obj<</Filter/FlateDecode/Length ${data.length}>>stream\n`)
    add(data)
    add('\nendstream endobj\n')
  }
  add('trailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF')
  return Buffer.concat(parts)
}

/** Case number `n` of a base file: one to three damages. */
export function damaged(base: Buffer, n: number): { bytes: Buffer; how: string } {
  const next = random(n)
  const names = Object.keys(damages)
  let bytes = base
  const how: string[] = []
  for (let i = 0, k = 1 + Math.floor(next() * 3); i < k; i++) {
    const name = names[Math.floor(next() * names.length)]!
    bytes = damages[name]!(bytes, next)
    how.push(name)
  }
  return { bytes, how: how.join(' + ') }
}
