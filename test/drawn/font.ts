/** Noto Sans SC: widths of its characters, and a subset of it to put into a PDF. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit, { type Font } from '@pdf-lib/fontkit'

const FILE = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'

let font: Font | undefined

function loaded(): Font {
  font ??= fontkit.create(readFileSync(createRequire(import.meta.url).resolve(FILE)))
  return font
}

interface Letter {
  glyph: number
  /** Thousandths of the size. */
  width: number
}

const letters = new Map<string, Letter>()

function letter(char: string): Letter {
  let known = letters.get(char)
  if (!known) {
    const glyph = loaded().glyphForCodePoint(char.codePointAt(0)!)
    if (glyph.id === 0) throw new Error(`the font has no ${char}`)
    known = { glyph: glyph.id, width: glyph.advanceWidth }
    letters.set(char, known)
  }
  return known
}

/** Points that a text takes, in letters of this size. */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const char of text) width += letter(char).width
  return (width * size) / 1000
}

export interface Subset {
  /** What a character is called in the PDF, and its width in thousandths. */
  letters: Map<string, Letter>
  /** The font file; null if it is not to be embedded. */
  file: Uint8Array | null
}

export async function subsetOf(chars: Iterable<string>, embedded: boolean): Promise<Subset> {
  const sorted = [...new Set(chars)].sort()
  if (!embedded) return { letters: new Map(sorted.map((c) => [c, letter(c)])), file: null }
  const subset = withEvenGlyphs(loaded().createSubset())
  const own = new Map(sorted.map((c) => [c, { ...letter(c), glyph: subset.includeGlyph(letter(c).glyph) }]))
  const parts: Uint8Array[] = []
  await new Promise<void>((resolve) => {
    subset
      .encodeStream()
      .on('data', (part) => parts.push(part))
      .on('end', () => resolve())
  })
  return { letters: own, file: Buffer.concat(parts) }
}

/** What fontkit's subset holds while it is written. */
interface Writer {
  _addGlyph(glyph: number): number
  glyf: Uint8Array[]
  offset: number
}

/** Short glyph offsets are written halved, so that every glyph must take an even number of bytes. */
function withEvenGlyphs<T>(subset: T): T {
  const writer = subset as unknown as Writer
  const add = writer._addGlyph
  writer._addGlyph = function (this: Writer, glyph) {
    const at = add.call(this, glyph)
    if (this.offset % 2 === 1) {
      const own = this.glyf[at]!
      // fontkit takes buffers of its own kind only.
      const padded = new (own.constructor as new (length: number) => Uint8Array)(own.length + 1)
      padded.fill(0)
      padded.set(own)
      this.glyf[at] = padded
      this.offset++
    }
    return at
  }
  return subset
}
