/** The ways a PDF can hold its letters: embedded, by name alone, without their characters, or drawn one by one. */
import { type PDFContext, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import { type Subset, subsetOf } from './font.ts'
import { packed } from './packed.ts'

/** What a file knows of its letters. `named by radicals`: ⼀ for 一; `nameless`: no ToUnicode; `Type 3`: each letter is a small drawing. */
export type Lettering =
  | 'embedded'
  | 'named by radicals'
  | 'not embedded'
  | 'of a known encoding'
  | 'nameless'
  | 'nameless, not embedded'
  | 'Type 3'

export interface Face {
  /** Fonts by the name that pages call them. */
  fonts: Record<string, PDFRef>
  /** The font a character is in, and its code as hexadecimal digits. */
  codeOf(char: string): { font: string; hex: string }
}

export async function faceOf(context: PDFContext, chars: readonly string[], lettering: Lettering): Promise<Face> {
  const subset = await subsetOf(chars, ['embedded', 'named by radicals', 'nameless'].includes(lettering))
  if (lettering === 'Type 3') return drawnFace(context, subset)
  if (lettering === 'of a known encoding') return encodedFace(context, subset)
  return {
    fonts: { F: compositeFont(context, subset, lettering) },
    codeOf: (char) => ({ font: 'F', hex: hex4(subset.letters.get(char)!.glyph) }),
  }
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0')
}

/** Radicals by the character that they look like: those of Unicode, and some that it gives no character for. */
const RADICALS = new Map([
  ...Array.from({ length: 0xd6 }, (_, i) => String.fromCharCode(0x2f00 + i)).map((radical): [string, string] => [
    radical.normalize('NFKC'),
    radical,
  ]),
  ...['车⻋', '长⻓', '民⺠', '门⻔', '页⻚', '马⻢', '见⻅'].map(([char, radical]): [string, string] => [
    char!,
    radical!,
  ]),
])

const NAME = 'DRAWNN+NotoSansSC'

function descriptorOf(context: PDFContext, name: string) {
  return context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [-1000, -300, 1500, 1200],
    ItalicAngle: 0,
    Ascent: 880,
    Descent: -120,
    CapHeight: 733,
    StemV: 80,
  })
}

function compositeFont(context: PDFContext, { letters, file }: Subset, lettering: Lettering): PDFRef {
  const descriptor = descriptorOf(context, NAME)
  if (file) descriptor.set(PDFName.of('FontFile2'), context.register(packed(context, file, { Length1: file.length })))
  const widths = [...letters.values()].flatMap(({ glyph, width }) => [glyph, [width]])
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: NAME,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    CIDToGIDMap: 'Identity',
    DW: 1000,
    W: widths,
  })
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: NAME,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
  })
  const nameOf = (char: string) => (lettering === 'named by radicals' ? (RADICALS.get(char) ?? char) : char)
  const codes = [...letters].map(([char, { glyph }]): [string, string] => [hex4(glyph), nameOf(char)])
  if (!lettering.startsWith('nameless'))
    font.set(PDFName.of('ToUnicode'), context.register(packed(context, toUnicode(codes, 'ffff'))))
  return context.register(font)
}

/** CIDs of Adobe-GB1 for the characters of ASCII, the space first. */
const FIRST_CID = 1

/** Not embedded and without ToUnicode, but in an encoding that readers know: what many offices' printers write. */
function encodedFace(context: PDFContext, { letters }: Subset): Face {
  const widths = [...letters].flatMap(([char, { width }]) => {
    const code = char.codePointAt(0)!
    return code < 0x7f ? [code - 0x20 + FIRST_CID, [width]] : []
  })
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType0',
    BaseFont: 'STSong-Light',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('GB1'), Supplement: 4 },
    FontDescriptor: context.register(descriptorOf(context, 'STSong-Light')),
    DW: 1000,
    W: widths,
  })
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: 'STSong-Light',
    Encoding: 'UniGB-UTF16-H',
    DescendantFonts: [context.register(descendant)],
  })
  return { fonts: { F: context.register(font) }, codeOf: (char) => ({ font: 'F', hex: hex4(char.codePointAt(0)!) }) }
}

/** A font of simple codes holds so many letters. */
const CODES = 255

/** Type 3: letters are drawings, here boxes; only ToUnicode says what they are. */
function drawnFace(context: PDFContext, { letters }: Subset): Face {
  const all = [...letters]
  const codes = new Map<string, { font: string; hex: string }>()
  const fonts: Face['fonts'] = {}
  for (let from = 0; from < all.length; from += CODES) {
    const some = all.slice(from, from + CODES)
    const name = `T${from / CODES}`
    const own = some.map(([char], i): [string, string] => [i.toString(16).padStart(2, '0'), char])
    for (const [hex, char] of own) codes.set(char, { font: name, hex })
    const draw = (char: string, width: number) =>
      char.trim() === '' ? `${width} 0 d0` : `${width} 0 50 -100 ${width - 50} 800 d1 50 0 ${width - 100} 700 re f`
    const procs = some.map(([char, { width }], i): [string, PDFRef] => [
      `g${i}`,
      context.register(packed(context, draw(char, width))),
    ])
    fonts[name] = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type3',
        FontBBox: [0, -200, 1000, 900],
        FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
        CharProcs: Object.fromEntries(procs),
        Encoding: { Type: 'Encoding', Differences: [0, ...some.map((_, i) => PDFName.of(`g${i}`))] },
        FirstChar: 0,
        LastChar: some.length - 1,
        Widths: some.map(([, { width }]) => width),
        Resources: {},
        ToUnicode: context.register(packed(context, toUnicode(own, 'ff'))),
      }),
    )
  }
  return { fonts, codeOf: (char) => codes.get(char)! }
}

/** `last` is the largest code, in hexadecimal digits. */
function toUnicode(codes: readonly (readonly [string, string])[], last: string): string {
  const lines = codes.map(([hex, char]) => `<${hex}> <${hex4(char.codePointAt(0)!)}>`)
  const blocks: string[] = []
  for (let i = 0; i < lines.length; i += 100) {
    const some = lines.slice(i, i + 100)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Drawn def /CMapType 2 def',
    `1 begincodespacerange <${last.replaceAll('f', '0')}> <${last}> endcodespacerange`,
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}
