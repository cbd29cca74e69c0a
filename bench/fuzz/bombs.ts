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
  'dictionaries within dictionaries, very deep': () =>
    back(`%PDF-1.4\n1 0 obj${'<</A '.repeat(100_000)}0${'>>'.repeat(100_000)}endobj\ntrailer<</Root 1 0 R>>\n%%EOF`),
  'a tree of pages, very deep': () =>
    back(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n${Array.from({ length: 20_000 }, (_, i) => `${i + 2} 0 obj<</Type/Pages/Count 1/Kids[${i + 3} 0 R]>>endobj\n`).join('')}20002 0 obj<</Type/Page/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
    ),
  'forms that draw forms, two to the thirtieth': () =>
    back(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</F 10 0 R>>>>/Contents 5 0 R>>endobj\n5 0 obj<</Length 5>>stream\n/F Do\nendstream endobj\n${Array.from({ length: 30 }, (_, i) => `${10 + i} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F ${11 + i} 0 R>>>>/Length 11>>stream\n/F Do /F Do\nendstream endobj\n`).join('')}40 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length 13>>stream\n0 0 9 9 re f \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
    ),
  'a page without end': () => pdf(['']).subarray(0, -200),
  'a page as large as the earth': () =>
    back(pdf(['0 0 m 1e30 1e30 l S']).toString('latin1').replace('0 0 600 800', '-1e38 -1e38 1e38 1e38')),
  'numbers beyond all numbers': () =>
    pdf([`${'9'.repeat(400)} 0 0 ${'9'.repeat(400)} 1e999 -1e999 cm 0 0 1e999 1e999 re f`]),
  'path names and HTML in text': () =>
    back(
      pdf([
        Array.from(
          { length: 40 },
          (_, i) => `BT /F 9 Tf 50 ${750 - 15 * i} Td (=../../etc/passwd<script>alert\\(1\\)</script>) Tj ET`,
        ).join('\n'),
      ])
        .toString('latin1')
        .replace('/MediaBox', '/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/MediaBox'),
    ),
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
