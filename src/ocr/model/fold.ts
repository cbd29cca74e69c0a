/**
 * The same network with fewer steps. As published, each of its convolutions is followed by up to eight small steps
 * (times, plus, a bend in four pieces, times, plus) that each go through all of memory once and take more time than
 * the convolutions themselves. What is linear among them goes into the numbers of a convolution beside it, and the
 * bend becomes the two steps that the runtime knows to do together with one. The outputs are the same but for the
 * rounding of the last bits; a step that fits none of these rules stays as it is.
 */
import { attribute, float, type Graph, integers, type Step, type Tensor } from './onnx.ts'

export function fold(graph: Graph): void {
  bendInTwo(graph)
  const found = look(graph)
  for (const conv of graph.steps.filter((s) => s.op === 'Conv')) foldWhatFollows(conv, found)
  for (const plus of graph.steps.filter((s) => s.op === 'Add' && !found.gone.has(s))) foldIntoNext(plus, found)
  graph.steps = graph.steps.filter((s) => !found.gone.has(s))
}

interface Found {
  graph: Graph
  /** The steps that take what a step gives. */
  users(step: Step): readonly Step[]
  maker(input: string): Step | undefined
  gone: Set<Step>
}

function look(graph: Graph): Found {
  const gone = new Set<Step>()
  const makers = new Map(graph.steps.map((s) => [s.output, s]))
  const users = Map.groupBy(
    graph.steps.flatMap((step) => step.inputs.map((input) => ({ step, input }))),
    (u) => u.input,
  )
  return {
    graph,
    gone,
    users: (step) => users.get(step.output)?.map((u) => u.step) ?? [],
    maker: (input) => makers.get(input),
  }
}

/** The one number that such a step adds or multiplies by, and where the other operand comes from. */
function scalar({ graph }: Found, step: Step | undefined, op: string): { by: number; of: string } | null {
  if (step?.op !== op) return null
  const at = step.inputs.findIndex((i) => graph.tensors.get(i)?.data.length === 1)
  return at < 0 ? null : { by: graph.tensors.get(step.inputs[at]!)!.data[0]!, of: step.inputs[1 - at]! }
}

/** x · clip(x + 3, 0, 6) / 6 is x · HardSigmoid(x). */
function bendInTwo(graph: Graph): void {
  const found = look(graph)
  for (const clip of graph.steps.filter((s) => s.op === 'Clip' && float(s, 'min') === 0 && float(s, 'max') === 6)) {
    const plus = found.maker(clip.inputs[0]!)
    const shift = scalar(found, plus, 'Add')
    const times = only(found.users(clip))
    const over = times && only(found.users(times))
    const six = scalar(found, over, 'Div')
    if (shift?.by !== 3 || six?.by !== 6 || six.of !== times?.output || times.op !== 'Mul') continue
    if (!times.inputs.includes(shift.of) || found.users(plus!).length > 1) continue
    clip.op = 'HardSigmoid'
    clip.inputs = [shift.of]
    clip.attributes = new Map([attribute('alpha', { float: 1 / 6 }), attribute('beta', { float: 1 / 2 })])
    times.output = over!.output
    found.gone.add(plus!).add(over!)
  }
  graph.steps = graph.steps.filter((s) => !found.gone.has(s))
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined)

/** A convolution times a number, plus a number, is a convolution. */
function foldWhatFollows(conv: Step, found: Found): void {
  for (let next = only(found.users(conv)); next; next = only(found.users(conv))) {
    const times = scalar(found, next, 'Mul')
    const plus = scalar(found, next, 'Add')
    if (!times && !plus) return
    change(conv, found, ({ weights, bias }) => {
      if (times) scale(weights, times.by)
      bias.data.forEach((b, i) => {
        bias.data[i] = times ? b * times.by : b + plus!.by
      })
    })
    conv.output = next.output
    found.gone.add(next)
  }
}

/**
 * What is multiplied by a number and moved by another before convolutions. The factor goes into each of them; so
 * does the other number where they read no margin, which is not moved with the rest. Where they do, it stays, as a
 * convolution of one point: between convolutions, the runtime need not lay the numbers out anew for that.
 */
function foldIntoNext(plus: Step, found: Found): void {
  const shift = scalar(found, plus, 'Add')
  const times = shift && found.maker(shift.of)
  const factor = scalar(found, times ?? undefined, 'Mul')
  const next = found.users(plus)
  if (!shift || !factor || factor.by === 0 || only(found.users(times!)) !== plus) return
  if (next.length === 0 || !next.every((s) => s.op === 'Conv' && found.graph.tensors.has(s.inputs[1]!))) return
  const margin = next.some((conv) => integers(conv, 'pads').some((p) => p > 0))
  for (const conv of next) {
    change(conv, found, ({ weights, bias }) => {
      if (!margin) addSums(bias, weights, shift.by)
      scale(weights, factor.by)
    })
    if (!margin) conv.inputs[0] = factor.of
  }
  found.gone.add(times!)
  if (!margin) found.gone.add(plus)
  else toPoint(plus, found, { of: factor.of, by: shift.by / factor.by, channels: channels(next[0]!, found) })
}

function toPoint(step: Step, { graph }: Found, { of, by, channels }: { of: string; by: number; channels: number }) {
  const [ones, moved] = [`${step.output}.ones`, `${step.output}.moved`]
  graph.tensors.set(ones, { dims: [channels, 1, 1, 1], data: new Float32Array(channels).fill(1) })
  graph.tensors.set(moved, { dims: [channels], data: new Float32Array(channels).fill(by) })
  step.op = 'Conv'
  step.inputs = [of, ones, moved]
  step.attributes = new Map([attribute('group', { integer: channels })])
}

/** Those that it reads. */
function channels(conv: Step, { graph }: Found): number {
  return graph.tensors.get(conv.inputs[1]!)!.dims[1]! * (integers(conv, 'group')[0] ?? 1)
}

interface Learnt {
  /** [outputs, inputs a group, height, width] */
  weights: Tensor
  /** [outputs] */
  bias: Tensor
}

/** Changes the numbers of a convolution, which may be others' too: it gets its own. */
function change(conv: Step, { graph }: Found, how: (learnt: Learnt) => void): void {
  const [input = '', name = '', biasName] = conv.inputs
  const weights = graph.tensors.get(name)
  if (!weights) throw new Error(`${conv.output}: a convolution whose numbers are not in the file`)
  const bias = graph.tensors.get(biasName ?? '') ?? {
    dims: [weights.dims[0]!],
    data: new Float32Array(weights.dims[0]!),
  }
  const own: Learnt = { weights: copy(weights), bias: copy(bias) }
  conv.inputs = [input, `${conv.output}.weights`, `${conv.output}.bias`]
  how(own)
  graph.tensors.set(conv.inputs[1]!, own.weights)
  graph.tensors.set(conv.inputs[2]!, own.bias)
}

const copy = ({ dims, data }: Tensor): Tensor => ({ dims, data: data.slice() })

function scale({ data }: Tensor, by: number): void {
  for (let i = 0; i < data.length; i++) data[i] = data[i]! * by
}

/** To the bias of each output, a number times the sum of its weights. */
function addSums(bias: Tensor, weights: Tensor, by: number): void {
  const each = weights.data.length / bias.data.length
  bias.data.forEach((b, output) => {
    const own = weights.data.subarray(output * each, (output + 1) * each)
    bias.data[output] = b + by * own.reduce((sum, w) => sum + w, 0)
  })
}
