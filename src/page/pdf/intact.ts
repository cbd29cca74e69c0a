/** Whether a file is whole. Readers mend what is broken and say nothing; what was lost stays unknown. */

/** `%%EOF` and `startxref` stand within so many bytes of the end; some servers add a few of their own. */
const TAIL = 2048
const HEADER_WITHIN = 1024

/** What is wrong with the frame of the file, in words; null if nothing is. */
export function brokenFrame(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = buffer.subarray(Math.max(0, buffer.length - TAIL)).toString('latin1')
  if (!tail.includes('%%EOF')) return 'its end is missing'
  const start = [...tail.matchAll(/startxref\s+(\d{1,12})/g)].at(-1)?.[1]
  if (start === undefined) return 'it does not say where its list of objects is'
  const junk = Math.max(0, buffer.subarray(0, HEADER_WITHIN).indexOf('%PDF-'))
  const at = [Number(start), Number(start) + junk].find((offset) => isXref(buffer, offset))
  if (at === undefined) return 'its list of objects is not where it should be'
  return lostObject(buffer, at, at - Number(start))
}

function isXref(buffer: Buffer, offset: number): boolean {
  return /^\s{0,4}(xref\b|\d+\s+\d+\s+obj\b)/.test(text(buffer, offset, 40))
}

/** An object of the newest classic table that is not where the table says; tables packed in streams are not looked at. */
function lostObject(buffer: Buffer, table: number, shift: number): string | null {
  const head = /^\s*xref\s+/.exec(text(buffer, table, 20))
  if (!head) return null
  let at = table + head[0].length
  for (;;) {
    const section = /^\s*(\d+)\s+(\d+)\s*/.exec(text(buffer, at, 40))
    if (!section) return null
    at += section[0].length
    const [first, count] = [Number(section[1]), Number(section[2])]
    for (let i = 0; i < count; i++, at += 20) {
      const entry = /^(\d{10}) (\d{5}) ([nf])/.exec(text(buffer, at, 18))
      if (!entry) return 'its list of objects is damaged'
      if (entry[3] === 'f') continue
      const found = /^\s*(\d+)\s+(\d+)\s+obj\b/.exec(text(buffer, Number(entry[1]) + shift, 40))
      if (Number(found?.[1]) !== first + i || Number(found?.[2]) !== Number(entry[2]))
        return `object ${first + i} is not where it should be`
    }
  }
}

function text(buffer: Buffer, from: number, length: number): string {
  return buffer.toString('latin1', from, from + length)
}

/** Smaller JPEGs (bytes) are no pages. */
const PAGE = 10_000
/** After the dictionary that names its filter the picture begins within so many bytes. */
const DICTIONARY = 1000
/** Between the mark at the end of a JPEG and the end of its stream there are no more bytes than this. */
const AFTER = 64

/** What is wrong with its JPEGs, in words; null if nothing is. What one lacks at its end is drawn white or gray, and nothing tells. */
export function cutPicture(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = buffer.indexOf('/DCTDecode'); at >= 0; at = buffer.indexOf('/DCTDecode', at + 1)) {
    const begins = /stream\r?\n/.exec(text(buffer, at, DICTIONARY))
    const from = begins ? at + begins.index + begins[0].length : -1
    // Of what is packed once more or encrypted nothing can be seen.
    if (from < 0 || buffer.readUInt16BE(Math.min(from, buffer.length - 2)) !== 0xffd8) continue
    const to = buffer.indexOf('endstream', from)
    if (to - from < PAGE) continue
    if (!buffer.subarray(to - AFTER, to).includes(Buffer.from([0xff, 0xd9]))) return 'a picture in it is cut off'
  }
  return null
}
