/** Whole files made to cost. */
import { deflateSync } from 'node:zlib'

const back = (text: string) => Buffer.from(text, 'latin1')

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
export function pdf(contents: readonly string[], info = ''): Buffer {
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
