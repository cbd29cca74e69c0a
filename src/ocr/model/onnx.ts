/**
 * An ONNX file, as far as it is changed here: the steps of its graph and the tensors of numbers they name.
 * The numbers of fields are those of onnx.proto in https://github.com/onnx/onnx; what is not known is kept.
 */
import { PbfReader, PbfWriter } from 'pbf'
import { release } from './release.ts'

export interface Tensor {
  dims: readonly number[]
  data: Float32Array
}

export interface Step {
  op: string
  inputs: string[]
  output: string
  /** A second result, of steps that are added here. */
  second?: string
  /** As they are written, by name. */
  attributes: Map<string, Uint8Array>
}

/** A result of the whole network. */
export interface Result {
  name: string
  type: 'float' | 'integer'
}

export interface Graph {
  /** In the place of those that the file names, if given. */
  results?: readonly Result[]
  steps: Step[]
  /** What the network has learnt, and other numbers that do not change, by name. */
  tensors: Map<string, Tensor>
}

const MODEL = { graph: 7 }
const GRAPH = { node: 1, initializer: 5, output: 12 }
const NODE = { input: 1, output: 2, name: 3, op: 4, attribute: 5 }
const ATTRIBUTE = { name: 1, float: 2, integer: 3, tensor: 5, integers: 8, type: 20 }
/** Values of ATTRIBUTE.type. */
const TYPE = { float: 1, integer: 2, integers: 7 }
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 }
/** Values of TENSOR.type and of RESULT.element. */
const ELEMENT = { float: 1, integer: 7 }
/** The path to the kind of number that a result consists of. */
const RESULT = { name: 1, type: 2, tensor: 1, element: 1 }

/** Bytes, or a number; messages that are written again hold no others. */
interface Field {
  tag: number
  value: number | Uint8Array
}

/** How the format writes a number of varying length, and bytes. */
const VARINT = 0
const BYTES = 2

/** @throws if it is no ONNX file. */
export function readModel(bytes: Uint8Array): { graph: Graph; write(): Uint8Array<ArrayBuffer> } {
  const model = fields(bytes)
  const own = messages(model, MODEL.graph)[0]
  if (!own) throw new Error('this ONNX file has no graph')
  const graph: Graph = { steps: [], tensors: new Map() }
  const kept = fields(own).filter(({ tag, value }) => {
    if (typeof value === 'number') return true
    if (tag === GRAPH.initializer) return !takeTensor(graph, value)
    return tag !== GRAPH.node || !takeNode(graph, value)
  })
  return { graph, write: () => write(model, kept, graph) }
}

function fields(bytes: Uint8Array): Field[] {
  const into: Field[] = []
  return new PbfReader(bytes).readFields((tag, out, pbf) => {
    if (pbf.type === VARINT) out.push({ tag, value: pbf.readVarint(true) })
    else if (pbf.type === BYTES) out.push({ tag, value: pbf.readBytes() })
  }, into)
}

const messages = (own: readonly Field[], tag: number): Uint8Array[] =>
  own.flatMap((f) => (f.tag === tag && typeof f.value !== 'number' ? [f.value] : []))

const texts = (own: readonly Field[], tag: number): string[] =>
  messages(own, tag).map((bytes) => new TextDecoder().decode(bytes))

/** Lists of numbers are written one by one, or packed. */
function numbers(own: readonly Field[], tag: number): number[] {
  return own
    .filter((f) => f.tag === tag)
    .flatMap(({ value }) => {
      if (typeof value === 'number') return [value]
      const pbf = new PbfReader(value)
      const out: number[] = []
      while (pbf.pos < pbf.length) out.push(pbf.readVarint(true))
      return out
    })
}

/** False for what must stay as it is: constants that are no floating numbers. */
function takeNode(graph: Graph, bytes: Uint8Array): boolean {
  const own = fields(bytes)
  const [op = ''] = texts(own, NODE.op)
  const [output = '', second] = texts(own, NODE.output)
  if (second !== undefined) throw new Error(`${op} has several results`)
  const attributes = new Map(messages(own, NODE.attribute).map((a) => [texts(fields(a), ATTRIBUTE.name)[0] ?? '', a]))
  const constant = op === 'Constant' ? attributes.get('value') : undefined
  if (constant) return messages(fields(constant), ATTRIBUTE.tensor).every((t) => takeTensor(graph, t, output))
  graph.steps.push({ op, inputs: texts(own, NODE.input), output, attributes })
  return true
}

/** False for what is no floating number. */
function takeTensor(graph: Graph, bytes: Uint8Array, as?: string): boolean {
  const own = fields(bytes)
  const raw = messages(own, TENSOR.raw)[0]
  const name = as ?? texts(own, TENSOR.name)[0]
  if (!raw || name === undefined || numbers(own, TENSOR.type)[0] !== ELEMENT.float) return false
  // A copy, since the numbers of a file need not stand at multiples of four.
  graph.tensors.set(name, { dims: numbers(own, TENSOR.dims), data: new Float32Array(Uint8Array.from(raw).buffer) })
  return true
}

export function integers(step: Step, name: string): number[] {
  const own = fields(step.attributes.get(name) ?? new Uint8Array())
  return [...numbers(own, ATTRIBUTE.integer), ...numbers(own, ATTRIBUTE.integers)]
}

export function float(step: Step, name: string): number | undefined {
  const pbf = new PbfReader(step.attributes.get(name) ?? new Uint8Array())
  const into: { value?: number } = {}
  return pbf.readFields((tag, out, at) => {
    if (tag === ATTRIBUTE.float) out.value = at.readFloat()
  }, into).value
}

/** @returns what is kept in `Step.attributes`. */
export function attribute(
  name: string,
  value: { float: number } | { integer: number } | { integers: readonly number[] },
): [string, Uint8Array] {
  const pbf = new PbfWriter()
  pbf.writeStringField(ATTRIBUTE.name, name)
  if ('float' in value) pbf.writeFloatField(ATTRIBUTE.float, value.float)
  else if ('integer' in value) pbf.writeVarintField(ATTRIBUTE.integer, value.integer)
  else for (const one of value.integers) pbf.writeVarintField(ATTRIBUTE.integers, one)
  const type = 'float' in value ? TYPE.float : 'integer' in value ? TYPE.integer : TYPE.integers
  pbf.writeVarintField(ATTRIBUTE.type, type)
  return [name, pbf.finish()]
}

function write(model: readonly Field[], kept: readonly Field[], graph: Graph): Uint8Array<ArrayBuffer> {
  const used = new Set(graph.steps.flatMap((s) => s.inputs))
  const pbf = new PbfWriter()
  for (const field of model)
    if (field.tag !== MODEL.graph) writeField(field, pbf)
    else
      pbf.writeMessage(
        MODEL.graph,
        () => {
          // What is kept first: a constant comes before the steps that use it.
          for (const own of kept) if (!(graph.results && own.tag === GRAPH.output)) writeField(own, pbf)
          for (const result of graph.results ?? []) pbf.writeMessage(GRAPH.output, writeResult, result)
          for (const step of graph.steps) pbf.writeMessage(GRAPH.node, writeStep, step)
          for (const [name, tensor] of graph.tensors)
            if (used.has(name)) pbf.writeMessage(GRAPH.initializer, writeTensor, { name, ...tensor })
        },
        graph,
      )
  // It has room for twice as much.
  const roomy = pbf.finish()
  const file = roomy.slice()
  release(roomy)
  return file
}

function writeField({ tag, value }: Field, pbf: PbfWriter): void {
  if (typeof value === 'number') pbf.writeVarintField(tag, value)
  else pbf.writeBytesField(tag, value)
}

function writeStep({ op, inputs, output, second, attributes }: Step, pbf: PbfWriter): void {
  for (const input of inputs) pbf.writeStringField(NODE.input, input)
  pbf.writeStringField(NODE.output, output)
  if (second !== undefined) pbf.writeStringField(NODE.output, second)
  pbf.writeStringField(NODE.name, output)
  pbf.writeStringField(NODE.op, op)
  for (const bytes of attributes.values()) pbf.writeBytesField(NODE.attribute, bytes)
}

function writeResult({ name, type }: Result, pbf: PbfWriter): void {
  pbf.writeStringField(RESULT.name, name)
  pbf.writeMessage(
    RESULT.type,
    () => pbf.writeMessage(RESULT.tensor, () => pbf.writeVarintField(RESULT.element, ELEMENT[type]), type),
    type,
  )
}

function writeTensor({ name, dims, data }: Tensor & { name: string }, pbf: PbfWriter): void {
  for (const size of dims) pbf.writeVarintField(TENSOR.dims, size)
  pbf.writeVarintField(TENSOR.type, ELEMENT.float)
  pbf.writeStringField(TENSOR.name, name)
  pbf.writeBytesField(TENSOR.raw, new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
}
