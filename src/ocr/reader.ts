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

export interface LineReading {
  /** Empty if the reader sees no text. */
  text: string
  confidence: number
  chars: ReadChar[]
  /** Other readings it found possible, best first, without `text`. */
  alternatives: Candidate[]
}

/** What the picture is expected to hold; a hint for the reader's choice of data, never a filter. */
export type Content = 'amount' | 'label'

export interface Reader {
  readonly name: string
  /** One reading a picture, in the same order. Each picture holds one line of text, dark on light. */
  read(lines: readonly Picture[], content?: Content): Promise<LineReading[]>
  close(): Promise<void>
}

/** Two readings of one line, from two pictures of it, as one: each text is believed as much as both do on average. */
export function together(a: LineReading, b: LineReading): LineReading {
  const shares = new Map<string, number>()
  for (const one of [a, b])
    for (const { text, confidence } of [one, ...one.alternatives])
      shares.set(text, (shares.get(text) ?? 0) + confidence / 2)
  const best = shares.get(b.text)! > shares.get(a.text)! ? b : a
  const others = [...shares].filter(([text]) => text !== best.text)
  return {
    text: best.text,
    confidence: shares.get(best.text)!,
    chars: best.chars,
    alternatives: others
      .map(([text, confidence]) => ({ text, confidence }))
      .sort((x, y) => y.confidence - x.confidence),
  }
}

/** How far a text is believed character by character (0–1): the belief in the whole falls with its length. */
export function perCharacter(text: string, confidence: number): number {
  return confidence ** (1 / Math.max(1, text.length))
}
