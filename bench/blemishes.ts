/**
 * What befalls paper beside age and scanners: ink of any colour over the print, marks of a reader's pen, what a copier
 * or a fax makes of it. Each by chance alone, so that the same seed spoils the same page alike.
 */
import sharp, { type Sharp } from 'sharp'

/** A picture of a page, three bytes a pixel. */
export interface Sheet {
  data: Buffer
  width: number
  height: number
  dpi: number
}

export interface Blemish {
  /** Done to the paper, before it lies on the scanner. */
  paper?: (sheet: Sheet, next: () => number) => Promise<Buffer> | Buffer
  /** Done by the machine to what it saw: changes the bytes in place. */
  machine?: (sheet: Sheet, next: () => number) => void
}

const pixels = ({ data, width, height }: Sheet): Sharp => sharp(data, { raw: { width, height, channels: 3 } })

/** The drawing over the page, as ink that lets show through what is under it. */
const inked =
  (drawing: (sheet: Sheet, next: () => number) => string): NonNullable<Blemish['paper']> =>
  (sheet, next) => {
    const { width, height } = sheet
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawing(sheet, next)}</svg>`
    return pixels(sheet)
      .composite([{ input: Buffer.from(svg), blend: 'multiply' }])
      .removeAlpha()
      .raw()
      .toBuffer()
  }

/** A round seal of 42 mm with a star and a ring of characters, as offices stamp it; 100 units wide. */
export function sealDrawing(color: string, next: () => number): string {
  const star = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 ? 9 : 23
    const a = (i * Math.PI) / 5 - Math.PI / 2
    return `${50 + r * Math.cos(a)},${50 + r * Math.sin(a)}`
  }).join(' ')
  const marks = Array.from({ length: 12 }, (_, i) => {
    const turn = -120 + i * 22
    return `<g transform="rotate(${turn} 50 50)"><path d="M46 11h8M50 8v10M47 14l6 4M53 14l-6 4" /></g>`
  }).join('')
  return `<g transform="rotate(${next() * 20 - 10} 50 50)" stroke="${color}" fill="none" stroke-width="1.6">
    <circle cx="50" cy="50" r="47" stroke-width="3"/><polygon points="${star}" fill="${color}"/>${marks}</g>`
}

const MM = 1 / 25.4
const SEAL_MM = 42

/** A seal somewhere in the middle of the page. */
const seal = (color: string) =>
  inked(({ width, height, dpi }, next) => {
    const [x, y] = [width * (0.4 + 0.3 * next()), height * (0.3 + 0.3 * next())]
    return `<g transform="translate(${x} ${y}) scale(${(SEAL_MM * MM * dpi) / 100})">${sealDrawing(color, next)}</g>`
  })

/** A signature of about 50 mm that begins in the margin and runs into the page. */
const signature = inked(({ height, dpi }, next) => {
  const mm = MM * dpi
  let [x, y] = [4 * mm + 8 * mm * next(), height * (0.3 + 0.4 * next())]
  const strokes = Array.from({ length: 14 }, () => {
    const bend = `Q${x + 7 * mm * (next() - 0.3)} ${y + 25 * mm * (next() - 0.5)}`
    x += (2.5 + 3 * next()) * mm
    y += 14 * mm * (next() - 0.5)
    return `${bend} ${x} ${y}`
  })
  return `<path d="M${4 * mm} ${y}${strokes.join('')}" stroke="#26349a" fill="none" stroke-width="${0.5 * mm}"/>`
})

/** Dark ink has less than this in its green (0–255). */
const DARK = 128

/** Ticks of a ball-pen right of print that has paper beside it, as a reader checks figures off. */
const ticks = inked(({ data, width, height, dpi }, next) => {
  const mm = MM * dpi
  const isDark = (x: number, y: number) => data[3 * (Math.round(y) * width + Math.round(x)) + 1]! < DARK
  const places: [number, number][] = []
  for (let tries = 0; tries < 20000 && places.length < 25; tries++) {
    const [x, y] = [next() * (width - 12 * mm), 10 * mm + next() * (height - 20 * mm)]
    const beside = Array.from({ length: 12 }, (_, k) => x + ((k + 1) * 5 * mm) / 12)
    if (isDark(x, y) && !beside.some((at) => isDark(at, y))) places.push([x, y])
  }
  return places
    .map(([x, y]) => {
      const size = (2.5 + 2.5 * next()) * mm
      const d = `M${x + mm} ${y}l${size * 0.35} ${size * 0.45}l${size * 0.8} ${-size}`
      return `<path d="${d}" stroke="#2438b0" fill="none" stroke-width="${0.45 * mm}"/>`
    })
    .join('')
})

const MARKERS = ['#fff23a', '#9af29a', '#ffb0d8']

/** Stripes of a highlighter over five lines. */
const highlighter = inked(({ width, height, dpi }, next) => {
  const high = 4.5 * MM * dpi
  return MARKERS.concat(MARKERS.slice(0, 2))
    .map((color) => {
      const [x, y] = [width * (0.08 + 0.3 * next()), height * (0.2 + 0.5 * next())]
      return `<rect x="${x}" y="${y}" width="${width * (0.2 + 0.4 * next())}" height="${high}" fill="${color}"/>`
    })
    .join('')
})

/** What is printed on the back shows as faintly as this (0–1). */
const THROUGH = 0.2

async function bleeding(sheet: Sheet): Promise<Buffer> {
  const back = await pixels(sheet).flop().blur(1).raw().toBuffer()
  return Buffer.from(sheet.data.map((v, i) => Math.min(v, 255 - (255 - back[i]!) * THROUGH)))
}

/** Large pale words across the page, as a printer sets them under the print. */
const watermark = inked(({ width, height, dpi }) => {
  const size = 16 * MM * dpi
  const line = (at: number) =>
    `<text transform="translate(${width * 0.1} ${height * at}) rotate(-28)" font-family="sans-serif" font-size="${size}" fill="#c8c8c8">COPY 2024 COPY</text>`
  return [0.2, 0.45, 0.7, 0.95].map(line).join('')
})

/** Each pixel as `to` wants it, all its channels alike. */
function shaded({ data, width, height }: Sheet, to: (x: number, y: number, v: number) => number): void {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let i = 3 * (y * width + x); i < 3 * (y * width + x) + 3; i++)
        data[i] = Math.max(0, Math.min(255, to(x, y, data[i]!)))
}

/** A printer that had blue ink alone, or a table that was meant to be blue. */
function blueprint({ data }: Sheet): Buffer {
  const ink = [0x1f, 0x45, 0xa8]
  return Buffer.from(data.map((v, i) => 255 - ((255 - v) * (255 - ink[i % 3]!)) / 255))
}

/** One bit a pixel, with a few specks. */
function fax(sheet: Sheet, next: () => number): void {
  const grain = () => 18 * (next() + next() + next() + next() - 2) * Math.sqrt(3)
  const { data } = sheet
  for (let i = 0; i < data.length; i += 3)
    data.fill(next() < 0.0003 ? 0 : data[i + 1]! + grain() < 140 ? 0 : 255, i, i + 3)
}

/** A copier that left its lid open: gray paper, and black where there was none. */
function photocopy(sheet: Sheet, next: () => number): void {
  const { width, height, dpi } = sheet
  const [left, right, top, bottom] = [0, 0, 0, 0].map(() => dpi * (0.1 + 0.25 * next())) as [
    number,
    number,
    number,
    number,
  ]
  const slant = (next() - 0.5) * 0.03
  shaded(sheet, (x, y, v) => {
    const [u, w] = [x - slant * y, y + slant * x]
    return u < left || u > width - right || w < top || w > height - bottom ? 25 : 60 + v * 0.57
  })
}

/** The shadow of a hand or of a lamp: one soft edge across the page, much darker beyond it. */
function shadow(sheet: Sheet, next: () => number): void {
  const { width, height, dpi } = sheet
  const turn = next() * Math.PI
  const [cx, cy] = [width * (0.3 + 0.4 * next()), height * (0.3 + 0.4 * next())]
  shaded(sheet, (x, y, v) => {
    const far = ((x - cx) * Math.cos(turn) + (y - cy) * Math.sin(turn)) / (0.25 * dpi)
    return v * (1 - 0.4 / (1 + Math.exp(-far)))
  })
}

/** A cartridge that is nearly empty: upright stripes in which the print is pale. */
function lowToner(sheet: Sheet, next: () => number): void {
  const stripes = Array.from({ length: 4 }, () => ({
    at: sheet.width * next(),
    wide: sheet.dpi * (0.1 + 0.3 * next()),
  }))
  shaded(sheet, (x, _, v) => {
    const loss = Math.max(...stripes.map(({ at, wide }) => Math.exp(-(((x - at) / wide) ** 2))))
    return 255 - (255 - v) * (1 - 0.65 * loss)
  })
}

export const BLEMISHES = {
  'blue-seal': { paper: seal('#2a3fb8') },
  'violet-seal': { paper: seal('#7a2fb0') },
  'green-seal': { paper: seal('#1e8a4c') },
  signature: { paper: signature },
  ticks: { paper: ticks },
  highlighter: { paper: highlighter },
  'blue-print': { paper: blueprint },
  'bleed-through': { paper: bleeding },
  watermark: { paper: watermark },
  fax: { machine: fax },
  photocopy: { machine: photocopy },
  shadow: { machine: shadow },
  'low-toner': { machine: lowToner },
} satisfies Record<string, Blemish>
