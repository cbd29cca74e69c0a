/** An encrypted PDF for tests. */
import { createHash } from 'node:crypto'

/** A PDF of one empty page, encrypted with RC4 and 40 bits, the oldest way there is. */
export function encrypted(password: string): Buffer {
  const pad = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
  const padded = (text: string) => Buffer.concat([Buffer.from(text), pad]).subarray(0, 32)
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest()
  const rc4 = (key: Buffer, data: Buffer) => {
    const s = Array.from({ length: 256 }, (_, i) => i)
    for (let i = 0, j = 0; i < 256; i++) {
      j = (j + s[i]! + key[i % key.length]!) & 255
      ;[s[i], s[j]] = [s[j]!, s[i]!]
    }
    let i = 0
    let j = 0
    return Buffer.from(
      data.map((b) => {
        i = (i + 1) & 255
        j = (j + s[i]!) & 255
        ;[s[i], s[j]] = [s[j]!, s[i]!]
        return b ^ s[(s[i]! + s[j]!) & 255]!
      }),
    )
  }
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password))
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const id = Buffer.alloc(16, 7)
  const key = md5(padded(password), owner, permissions, id).subarray(0, 5)
  const user = rc4(key, pad)
  const hex = (b: Buffer) => `<${b.toString('hex')}>`
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>endobj\n` +
      `4 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O ${hex(owner)}/U ${hex(user)}>>endobj\n` +
      `trailer<</Root 1 0 R/Encrypt 4 0 R/ID[${hex(id)}${hex(id)}]>>\n%%EOF`,
    'latin1',
  )
}
