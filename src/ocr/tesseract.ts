/**
 * The second reader: Tesseract in WebAssembly, with data from npm packages; nothing is fetched. English data for
 * amounts and codes, simplified Chinese for labels. It has no character whitelist: one would turn what it does not
 * know into something that it does.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type Tesseract from 'tesseract.js'
import type { Content, LineReading, Picture, ReadChar, Reader } from './reader.ts'

/** Paper around the line (pixels): without it characters at the edge are lost. */
const PAPER = 10
/** What the pictures are said to be scanned at: lines 48 pixels high are about 10 pt. */
const DPI = 300
const require = createRequire(import.meta.url)
/** Data of each kind of content. */
const DATA = {
  amount: { language: 'eng', package: () => require.resolve('@tesseract.js-data/eng/package.json') },
  label: { language: 'chi_sim', package: () => require.resolve('@tesseract.js-data/chi_sim/package.json') },
}
/** What the reader of labels gives for a line that may be a figure. */
const FIGURE = /^[-\d.,，。:：;lIOoSB|\s]*\d[-\d.,，。:：;lIOoSB|\s]*$/

/**
 * Its networks start afresh with each call: what is read must not depend on what was read before.
 * @throws if WebAssembly or the data cannot be loaded.
 */
export async function openTesseract(): Promise<Reader> {
  const workers = new Map<Content, Promise<Tesseract.Worker>>()
  const worker = (content: Content) => {
    let open = workers.get(content)
    if (!open) {
      open = start(DATA[content])
      workers.set(content, open)
    }
    return open
  }
  const readAs = async (line: Picture, content: Content) => readLine(await worker(content), line)
  return {
    name: 'tesseract',
    async read(lines, content) {
      const out: LineReading[] = []
      for (const line of lines) {
        const read = await readAs(line, content ?? 'label')
        const figure = content === undefined && FIGURE.test(read.text)
        out.push(figure ? await readAs(line, 'amount') : read)
      }
      return out
    },
    async close() {
      for (const open of workers.values()) await (await open.catch(() => null))?.terminate()
    },
  }
}

async function start({ language, package: data }: (typeof DATA)[Content]): Promise<Tesseract.Worker> {
  const { createWorker, OEM, PSM } = (await import('tesseract.js')).default
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath: join(dirname(data()), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, user_defined_dpi: String(DPI) })
  return worker
}

/** The line as a PNG with paper around it. */
async function toPng({ width, height, data }: Picture): Promise<Buffer> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const canvas = createCanvas(width + 2 * PAPER, height + 2 * PAPER)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const pixels = context.createImageData(width, height)
  data.forEach((v, i) => {
    pixels.data.fill(v, 4 * i, 4 * i + 3)
    pixels.data[4 * i + 3] = 255
  })
  context.putImageData(pixels, PAPER, PAPER)
  return canvas.toBuffer('image/png')
}

async function readLine(worker: Tesseract.Worker, line: Picture): Promise<LineReading> {
  const { data: page } = await worker.recognize(await toPng(line), {}, { text: true, blocks: true })
  const words = (page.blocks ?? []).flatMap((b) => b.paragraphs.flatMap((p) => p.lines.flatMap((l) => l.words)))
  const chars = words.flatMap((word): ReadChar[] =>
    word.symbols.map(({ text, confidence, bbox }) => ({
      text,
      from: bbox.x0 - PAPER,
      to: bbox.x1 - PAPER,
      confidence: confidence / 100,
    })),
  )
  // Its words are what it believes in as a whole; a line is no surer than its least sure word.
  const confidence = Math.min(1, ...words.map((w) => w.confidence / 100))
  return {
    text: chars.map((c) => c.text).join(''),
    confidence: words.length > 0 ? confidence : 0,
    chars,
    alternatives: [],
  }
}
