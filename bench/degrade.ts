/**
 * Turns any PDF into a scanned one: each page rendered, spoilt by a seeded amount, and wrapped as one JPEG.
 * `node bench/degrade.ts IN.pdf OUT.pdf [--kind KIND] [--seed N] [--pages 4,5]`; the kinds are in `DAMAGE`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PDFDocument } from 'pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { openPdf, type Pdf } from '../src/page/pdf/open.ts'
import { renderPage } from '../src/page/pdf/render.ts'
import { BLEMISHES, type Blemish, sealDrawing } from './blemishes.ts'
import { random } from './random.ts'

/** The grades of damage that are always measured. */
export const GRADES = ['clean', 'mild', 'hard'] as const
export type Kind = (typeof GRADES)[number] | keyof typeof BLEMISHES | 'coarse' | 'two-up'

interface Damage {
  dpi: number
  /** Largest skew either way, degrees. */
  skew: number
  /** Standard deviation of the blur, pixels; 0 is none. */
  blur: number
  /** Standard deviation of the noise, gray levels. */
  noise: number
  /** How much darker the darkest corner is, 0–1. */
  shade: number
  /** JPEG quality, 1–100. */
  quality: number
  seal: boolean
  blemish?: Blemish
  /** Two pages beside each other on one. */
  pairs?: boolean
}

/** A good scanner in everyday use: what else befell the page shows. */
const PLAIN: Damage = { dpi: 200, skew: 0.5, blur: 0.3, noise: 4, shade: 0.05, quality: 75, seal: false }

export const DAMAGE: Record<Kind, Damage> = {
  clean: { dpi: 200, skew: 0, blur: 0, noise: 2, shade: 0, quality: 90, seal: false },
  mild: { dpi: 150, skew: 1, blur: 0.4, noise: 6, shade: 0.05, quality: 60, seal: false },
  hard: { dpi: 120, skew: 2.5, blur: 0.6, noise: 10, shade: 0.25, quality: 35, seal: true },
  coarse: { dpi: 100, skew: 0.5, blur: 0, noise: 4, shade: 0.05, quality: 75, seal: false },
  'two-up': { ...PLAIN, pairs: true },
  ...blemished(),
}

function blemished(): Record<keyof typeof BLEMISHES, Damage> {
  const all = Object.entries(BLEMISHES).map(([name, blemish]) => [name, { ...PLAIN, blemish }])
  return Object.fromEntries(all) as Record<keyof typeof BLEMISHES, Damage>
}

/** Pages on one sheet of such a copy. */
export const onSheet = (kind: string): number => (DAMAGE[kind as Kind]?.pairs ? 2 : 1)

export interface DegradeOptions {
  kind: Kind
  seed: number
  /** 1-based; all if absent. */
  pages?: readonly number[]
  /** Degrees clockwise by which the paper lies turned on the scanner. */
  turn?: 0 | 90 | 180 | 270
  /** What differs from the kind. */
  damage?: Partial<Damage>
}

export async function degrade(
  bytes: Uint8Array,
  { kind, seed, pages, turn = 0, damage: own }: DegradeOptions,
): Promise<Uint8Array> {
  const damage = { ...DAMAGE[kind], ...own }
  const pdf = await openPdf(bytes, { draw: true })
  const out = await PDFDocument.create()
  const wanted = Array.from({ length: pdf.pages }, (_, i) => i + 1).filter((n) => !pages || pages.includes(n))
  const each = damage.pairs ? 2 : 1
  for (let i = 0; i < wanted.length; i += each) {
    const drawn: Rgba[] = []
    for (const number of wanted.slice(i, i + each)) drawn.push(await draw(pdf, number, damage.dpi))
    const picture = drawn.length === 1 ? drawn[0]! : await sideBySide(drawn)
    const jpeg = await spoil(picture, damage, random(seed * 1000 + wanted[i]!))
    const image = await out.embedJpg(
      turn === 0 ? jpeg : await sharp(jpeg).rotate(turn).jpeg({ quality: 95 }).toBuffer(),
    )
    const size: [number, number] = [(image.width * 72) / damage.dpi, (image.height * 72) / damage.dpi]
    out.addPage(size).drawImage(image, { x: 0, y: 0, width: size[0], height: size[1] })
  }
  await pdf.close()
  return out.save()
}

interface Rgba {
  data: Uint8Array
  width: number
  height: number
}

async function draw(pdf: Pdf, number: number, dpi: number): Promise<Rgba> {
  const proxy = await pdf.doc.getPage(number)
  const canvas = await renderPage(proxy, { scale: dpi / 72 })
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
  proxy.cleanup()
  return { data: new Uint8Array(pixels.buffer), width: canvas.width, height: canvas.height }
}

const rgba = ({ data, width, height }: Rgba): Sharp => sharp(data, { raw: { width, height, channels: 4 } })

async function sideBySide(pages: readonly Rgba[]): Promise<Rgba> {
  const [width, height] = [pages.reduce((sum, p) => sum + p.width, 0), Math.max(...pages.map((p) => p.height))]
  const parts = pages.map(({ data, ...size }, i) => ({
    ...{ input: Buffer.from(data), raw: { ...size, channels: 4 as const }, top: 0 },
    left: pages.slice(0, i).reduce((sum, p) => sum + p.width, 0),
  }))
  const data = await sharp({ create: { width, height, channels: 4, background: '#fff' } })
    .composite(parts)
    .raw()
    .toBuffer()
  return { data, width, height }
}

async function spoil(page: Rgba, damage: Damage, next: () => number): Promise<Buffer> {
  const { width, height } = page
  const { blemish, dpi } = damage
  let image = rgba(page).flatten({ background: '#fff' })
  if (damage.seal) {
    const input = Buffer.from(sealSvg(dpi, next))
    const at = { left: Math.round(width * (0.4 + 0.3 * next())), top: Math.round(height * (0.3 + 0.3 * next())) }
    image = await settled(image.composite([{ input, ...at, blend: 'multiply' }]))
  }
  if (blemish?.paper) {
    const { data } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
    image = sharp(await blemish.paper({ data, width, height, dpi }, next), { raw: { width, height, channels: 3 } })
  }
  const angle = damage.skew * (next() < 0.5 ? -1 : 1)
  if (angle !== 0) {
    const wide = await settled(image.rotate(angle, { background: '#fff' }))
    const size = await wide.metadata()
    const left = Math.floor((size.width - width) / 2)
    const top = Math.floor((size.height - height) / 2)
    image = await settled(wide.extract({ left, top, width, height }))
  }
  if (damage.blur > 0) image = image.blur(damage.blur)
  if (!damage.seal && !blemish) image = image.grayscale()
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  soil(data, width, height, info.channels, damage, next)
  blemish?.machine?.({ data, width, height, dpi }, next)
  return sharp(data, { raw: info }).jpeg({ quality: damage.quality }).toBuffer()
}

/** What was asked for so far is done: sharp runs its operations in an order of its own. */
async function settled(image: Sharp): Promise<Sharp> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: info })
}

/** Uneven light from one corner, and noise that is the same in all channels. */
function soil(
  data: Uint8Array,
  width: number,
  height: number,
  channels: number,
  damage: Damage,
  next: () => number,
): void {
  const [cx, cy] = [next(), next()]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const far = Math.hypot(x / width - cx, y / height - cy) / Math.SQRT2
      const light = 1 - damage.shade * far
      const noise = damage.noise * (next() + next() + next() + next() - 2) * Math.sqrt(3)
      for (let c = 0; c < channels; c++) {
        const i = (y * width + x) * channels + c
        data[i] = Math.max(0, Math.min(255, data[i]! * light + noise))
      }
    }
}

/** A round red seal, by itself. */
function sealSvg(dpi: number, next: () => number): string {
  const size = Math.round((42 / 25.4) * dpi)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100">
    ${sealDrawing('#d8232a', next)}</svg>`
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kind: { type: 'string', default: 'mild' },
      seed: { type: 'string', default: '1' },
      pages: { type: 'string' },
    },
  })
  const [input, output] = positionals
  if (!input || !output || !(values.kind in DAMAGE)) {
    console.error(`usage: degrade IN.pdf OUT.pdf [--kind ${Object.keys(DAMAGE).join('|')}] [--seed N] [--pages 4,5]`)
    process.exit(2)
  }
  const pages = values.pages?.split(',').map(Number)
  const kind = values.kind as Kind
  writeFileSync(output, await degrade(readFileSync(input), { kind, seed: Number(values.seed), pages }))
}
