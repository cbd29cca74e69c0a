/** [x0, y0, x1, y1] in PDF points, origin top left of the page as shown (after /Rotate). */
export type Box = readonly [number, number, number, number]

/** Another reading of the same ink that the OCR reader found possible. */
export interface Alternative {
  text: string
  /** 0–1, comparable within one glyph only. */
  confidence: number
}

/** What the OCR reader took each place of a line for, left to right: characters, each with its share (0–1); '' is none. */
export type Trace = readonly (readonly (readonly [text: string, share: number])[])[]

/**
 * The smallest piece of text that has a place of its own: one character on a text page,
 * one recognised run (mostly a whole cell or a word) on a scanned page.
 */
export interface Glyph {
  text: string
  box: Box
  /** Font size in points as drawn; on scans the height of the run. */
  size: number
  source: 'text' | 'ocr'
  /** Of a text that is turned against the others of the page: which way it reads. */
  reads?: 'up' | 'down'
  /** Set on the outermost character that is seen of a text that its cell cuts off: it stands for all that is lost. */
  cutOff?: true
  /** Set on a character that ends, or begins, a name that its cell cuts off, where the program may have drawn no more of it. */
  mayGoOn?: true
  /** 0–1, OCR only. */
  confidence?: number
  /** OCR only, best first, without the reading that `text` holds. */
  alternatives?: readonly Alternative[]
  /** OCR only, of Chinese text that the reader doubts. */
  trace?: Trace
  /** OCR only: what a second reader made of the same ink, if one was asked. */
  second?: string
}

/** A straight ruling, drawn as a line, as a thin filled rectangle or seen in an image. */
export interface Ruling {
  axis: 'h' | 'v'
  /** y of a horizontal ruling, x of a vertical one; the middle of its thickness, in points. */
  at: number
  from: number
  to: number
  thickness: number
}

/** An image placed on the page. */
export interface PageImage {
  /** Name of the image object within the page, to fetch its pixels. */
  name: string
  box: Box
  /** Pixels as stored. */
  width: number
  height: number
  /** Whether its first row is at the top of the page as shown, neither turned nor mirrored nor slanted. */
  upright?: boolean
  /** Set on a page of text where it shows a ruled table. */
  isTable?: true
}

export type PageKind = 'text' | 'scan' | 'mixed' | 'blank'

/**
 * One page, whatever it came from. A text page and a scanned page differ only in the
 * `source` of their glyphs; nothing after this point knows pdfjs or an OCR engine.
 */
export interface Page {
  /** 1-based. */
  number: number
  width: number
  height: number
  /** /Rotate of the page in degrees; coordinates are already turned. */
  rotation: 0 | 90 | 180 | 270
  kind: PageKind
  /** In drawing order. */
  glyphs: Glyph[]
  rulings: Ruling[]
  images: PageImage[]
  /** Where red ink was taken out of a scan, and perhaps some of the print with it. */
  stains?: readonly Box[]
  /** Why part of a scan may be missing. */
  damage?: string
  /** Set when the page needs OCR and has not been read by it. */
  unread?: true
}
