/**
 * A network that says the likeliest classes alone. It gives a probability for each of some thousand, of which hardly
 * one a step is likely: all of them are a hundred times as much to hand over, and a loop in our own code to go through.
 */
import { attribute, type Graph } from './onnx.ts'

/** Names of the results: shares, most first, [..., kept]; their classes, alike; the share of class 0, [..., 1]. */
export const RESULTS = { shares: 'likeliest.shares', classes: 'likeliest.classes', none: 'likeliest.none' }

/** Of the last step's result, along its last axis, the largest so many and class 0. */
export function keepLikeliest(graph: Graph, kept: number): void {
  const all = graph.steps.at(-1)?.output
  if (all === undefined) throw new Error('this network has no steps')
  const { shares, classes, none } = RESULTS
  const largest = new Map([attribute('k', { integer: kept })])
  const first = new Map([
    attribute('axes', { integers: [AXIS] }),
    attribute('starts', { integers: [0] }),
    attribute('ends', { integers: [1] }),
  ])
  graph.steps.push(
    { op: 'TopK', inputs: [all], output: shares, second: classes, attributes: largest },
    { op: 'Slice', inputs: [all], output: none, attributes: first },
  )
  graph.results = [
    { name: shares, type: 'float' },
    { name: classes, type: 'integer' },
    { name: none, type: 'float' },
  ]
}

/** The axis of the classes: lines, steps, classes. */
const AXIS = 2
