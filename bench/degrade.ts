/**
 * Turns any PDF into a scanned one: each page rendered, spoilt by a seeded amount, and wrapped as one JPEG.
 * `node bench/degrade.ts IN.pdf OUT.pdf [--kind clean|mild|hard] [--seed N] [--pages 4,5]`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PDFDocument } from 'pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { openPdf } from '../src/page/open.ts'
import { renderPage } from '../src/page/render.ts'
import { random } from './random.ts'

export type Kind = 'clean' | 'mild' | 'hard'

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
}

export const DAMAGE: Record<Kind, Damage> = {
  clean: { dpi: 200, skew: 0, blur: 0, noise: 2, shade: 0, quality: 90, seal: false },
  mild: { dpi: 150, skew: 1, blur: 0.4, noise: 6, shade: 0.05, quality: 60, seal: false },
  hard: { dpi: 120, skew: 2.5, blur: 0.6, noise: 10, shade: 0.25, quality: 35, seal: true },
}

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
  for (let number = 1; number <= pdf.pages; number++) {
    if (pages && !pages.includes(number)) continue
    const proxy = await pdf.doc.getPage(number)
    const canvas = await renderPage(proxy, { scale: damage.dpi / 72 })
    const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
    proxy.cleanup()
    const picture = { data: new Uint8Array(pixels.buffer), width: canvas.width, height: canvas.height }
    const jpeg = await spoil(picture, damage, random(seed * 1000 + number))
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

async function spoil(page: Rgba, damage: Damage, next: () => number): Promise<Buffer> {
  const { width, height } = page
  let image = sharp(page.data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' })
  if (damage.seal) {
    const input = Buffer.from(sealSvg(damage.dpi, next))
    const at = { left: Math.round(width * (0.4 + 0.3 * next())), top: Math.round(height * (0.3 + 0.3 * next())) }
    image = await settled(image.composite([{ input, ...at, blend: 'multiply' }]))
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
  if (!damage.seal) image = image.grayscale()
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  soil(data, width, height, info.channels, damage, next)
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

/** A round red seal of 42 mm with a star and a ring of characters, as offices stamp it. */
function sealSvg(dpi: number, next: () => number): string {
  const size = Math.round((42 / 25.4) * dpi)
  const star = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 ? 9 : 23
    const a = (i * Math.PI) / 5 - Math.PI / 2
    return `${50 + r * Math.cos(a)},${50 + r * Math.sin(a)}`
  }).join(' ')
  const marks = Array.from({ length: 12 }, (_, i) => {
    const turn = -120 + i * 22
    return `<g transform="rotate(${turn} 50 50)"><path d="M46 11h8M50 8v10M47 14l6 4M53 14l-6 4" /></g>`
  }).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100">
    <g transform="rotate(${next() * 20 - 10} 50 50)" stroke="#d8232a" fill="none" stroke-width="1.6">
    <circle cx="50" cy="50" r="47" stroke-width="3"/><polygon points="${star}" fill="#d8232a"/>${marks}</g></svg>`
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
    console.error('usage: degrade IN.pdf OUT.pdf [--kind clean|mild|hard] [--seed N] [--pages 4,5]')
    process.exit(2)
  }
  const pages = values.pages?.split(',').map(Number)
  const kind = values.kind as Kind
  writeFileSync(output, await degrade(readFileSync(input), { kind, seed: Number(values.seed), pages }))
}
