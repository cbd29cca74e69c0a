/** Names of output files, safe on every system. */
import { basename } from 'node:path'

/** File systems allow 255 bytes; what comes before and behind while writing takes 40. */
const LONGEST_BYTES = 200
const HASH_DIGITS = 8
/** Names of devices on Windows, whatever follows their first dot. */
const DEVICE = /^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/i

/**
 * `documents/NAME.HASH8.json`; more digits of the hash where `taken` says that another content has this name.
 * The hash keeps files of one name from different folders apart.
 */
export function outputName(file: string, sha256: string, taken: (output: string) => boolean): string {
  const name = cleanName(file)
  for (let digits = HASH_DIGITS; ; digits += HASH_DIGITS) {
    const output = `documents/${name}.${sha256.slice(0, digits)}.json`
    if (digits >= sha256.length || !taken(output)) return output
  }
}

export function cleanName(file: string): string {
  const clean = basename(file)
    .replace(/\.pdf$/i, '')
    .normalize('NFC')
    // Control characters, and what Windows forbids.
    .replace(/[\p{C}<>:"/\\|?*]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(DEVICE, '_')
  let kept = ''
  for (const character of clean) {
    if (Buffer.byteLength(kept + character) > LONGEST_BYTES) break
    kept += character
  }
  return kept || 'document'
}
