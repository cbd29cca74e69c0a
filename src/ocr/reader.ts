/** What an OCR engine is to the rest: lines of text cut out as pictures go in, readings come out. */

/** Gray levels row by row, 0 black to 255 white. */
export interface Picture {
  width: number
  height: number
  data: Uint8Array
}

/** One character of a reading. */
export interface ReadChar {
  text: string
  /** Where it stands in the picture that was read, pixels from its left. */
  from: number
  to: number
  /** 0–1. */
  confidence: number
}

/** One way to read a picture. */
export interface Candidate {
  text: string
  /** 0–1: the reader's own belief; comparable between pictures for one reader only. */
  confidence: number
}

/** What the reader took a place of the line for; '' is no character. */
export interface TraceStep {
  /** Pixels from the left of the picture. */
  at: number
  choices: readonly (readonly [text: string, share: number])[]
}

export interface LineReading {
  /** Empty if the reader sees no text. */
  text: string
  confidence: number
  chars: ReadChar[]
  /** Other readings it found possible, best first, without `text`. */
  alternatives: Candidate[]
  /** Of Chinese text that it doubts, if the reader can tell. */
  trace?: readonly TraceStep[]
}

/** What the picture is expected to hold; a hint for the reader's choice of data, never a filter. */
export type Content = 'amount' | 'label'

export interface Reader {
  readonly name: string
  /** One reading a picture, in the same order. Each picture holds one line of text, dark on light. */
  read(lines: readonly Picture[], content?: Content): Promise<LineReading[]>
  close(): Promise<void>
}

/** Beside Chinese characters white space says nothing, though it may be printed. */
const LOOSE = /\s+(?=[\p{Script=Han}（）()])|(?<=[\p{Script=Han}（）()])\s+/gu

/** A reading without such white space: two that differ in nothing else are one. */
export function tight(text: string): string {
  return text.replace(LOOSE, '')
}

/** Two readings of one line, from two pictures of it, as one: each text is believed as much as both do on average. */
export function together(a: LineReading, b: LineReading): LineReading {
  const all = new Map<string, Candidate>()
  for (const one of [a, b])
    for (const { text, confidence } of [one, ...one.alternatives]) {
      const known = all.get(tight(text))
      if (known) known.confidence = Math.min(1, known.confidence + confidence / 2)
      else all.set(tight(text), { text, confidence: confidence / 2 })
    }
  const shareOf = ({ text }: LineReading) => all.get(tight(text))!.confidence
  const best = shareOf(b) > shareOf(a) ? b : a
  const others = [...all].filter(([text]) => text !== tight(best.text))
  return {
    text: best.text,
    confidence: shareOf(best),
    chars: best.chars,
    ...(best.trace ? { trace: best.trace } : {}),
    alternatives: others.map(([, candidate]) => candidate).sort((x, y) => y.confidence - x.confidence),
  }
}

/** How far a text is believed character by character (0–1): the belief in the whole falls with its length. */
export function perCharacter(text: string, confidence: number): number {
  return confidence ** (1 / Math.max(1, text.length))
}
