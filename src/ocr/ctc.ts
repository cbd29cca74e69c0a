/** From a recognition network's output to readings: what stands in the line, and what else it could be. */
import { type Candidate, type ReadChar, tight } from './reader.ts'

/** Probabilities of one picture: `steps` × `classes`, class 0 is "no character". */
export interface Probabilities {
  steps: number
  classes: number
  data: Float32Array
  /** Index of the first number within `data`. */
  offset: number
  /** Classes that are one character to us, by the class that stands for them. */
  same: ReadonlyMap<number, number>
}

/** Characters considered at each step; the network's sixth choice was never the right one. */
const CHOICES = 6
/** Less likely choices (0–1) are not followed. */
const LEAST = 1e-4
/** Readings kept while going through the steps. */
const BEAM = 12
/** A step that is "no character" by more than this cannot change any reading. */
const SURELY_NONE = 0.9995

interface Step {
  classes: number[]
  shares: number[]
}

/** For each step the likely classes, most likely first; "no character" is always among them. */
export function choices({ steps, classes, data, offset, same }: Probabilities): Step[] {
  return Array.from({ length: steps }, (_, t) => {
    const from = offset + t * classes
    const kept = merged(likely(data, from, from + classes), same)
      .sort((a, b) => b.p - a.p)
      .slice(0, CHOICES)
    if (!kept.some((c) => c.k === 0)) kept.push({ k: 0, p: Math.max(data[from]!, 1e-9) })
    return { classes: kept.map((c) => c.k), shares: kept.map((c) => c.p) }
  })
}

interface Choice {
  k: number
  p: number
}

/** The likely classes of one step, the first always among them. */
function likely(data: Float32Array, from: number, to: number): Choice[] {
  const found = [{ k: 0, p: data[from]! }]
  let least = LEAST
  for (let i = nextLikely(data, from + 1, to, least); i < to; i = nextLikely(data, i + 1, to, least)) {
    found.push({ k: i - from, p: data[i]! })
    if (found.length > 4 * CHOICES) {
      found.sort((a, b) => b.p - a.p).length = CHOICES
      least = found.at(-1)!.p
    }
  }
  return found
}

/** Where the next one is that is as likely. Of the network's 6,625 classes hardly one a step is: with nothing else in it the loop takes a fifth of the time. */
function nextLikely(data: Float32Array, from: number, to: number, least: number): number {
  let i = from
  while (i < to && data[i]! < least) i++
  return i
}

/** Forms of one character share its probability: else none of them would be likely. */
function merged(found: readonly Choice[], same: Probabilities['same']): Choice[] {
  const out: Choice[] = []
  for (const { k, p } of found) {
    const as = same.get(k) ?? k
    const other = out.find((o) => o.k === as)
    if (other) other.p += p
    else out.push({ k: as, p })
  }
  return out
}

/** What each step may be, steps that are surely nothing taken together: all that is needed to weigh a word later. */
export function toTrace(
  steps: readonly Step[],
  alphabet: readonly string[],
): { step: number; choices: [string, number][] }[] {
  const isNone = (step: Step | undefined) => step?.classes[0] === 0 && step.shares[0]! > SURELY_NONE
  return steps.flatMap((step, i) => {
    if (isNone(step) && isNone(steps[i - 1])) return []
    return [{ step: i, choices: step.classes.map((k, c): [string, number] => [alphabet[k]!, step.shares[c]!]) }]
  })
}

/** The characters of the likeliest path with their place, in steps. */
export function bestPath(steps: readonly Step[], alphabet: readonly string[]): ReadChar[] {
  const out: ReadChar[] = []
  let before = 0
  steps.forEach((step, t) => {
    const k = step.classes[0]!
    const last = out.at(-1)
    if (k !== 0 && k === before && last) {
      last.to = t + 1
      last.confidence = Math.max(last.confidence, step.shares[0]!)
    } else if (k !== 0) out.push({ text: alphabet[k]!, from: t, to: t + 1, confidence: step.shares[0]! })
    before = k
  })
  return out
}

interface Prefix {
  classes: number[]
  /** Probability of this reading so far, ending in no character / in its last character. */
  none: number
  last: number
}

/** The likeliest readings, all alignments of each summed up; confidences are shares of all that was followed. */
export function readings(steps: readonly Step[], alphabet: readonly string[]): Candidate[] {
  let beam = new Map<string, Prefix>([['', { classes: [], none: 1, last: 0 }]])
  for (const step of steps) {
    if (step.classes[0] === 0 && step.shares[0]! > SURELY_NONE) {
      for (const p of beam.values()) {
        p.none = p.none + p.last
        p.last = 0
      }
      continue
    }
    beam = widest(follow(beam, step))
  }
  const all = [...beam.values()].map((p) => ({ classes: p.classes, share: p.none + p.last }))
  const total = all.reduce((sum, c) => sum + c.share, 0) || 1
  return all
    .sort((a, b) => b.share - a.share)
    .map((c) => ({ text: c.classes.map((k) => alphabet[k]).join(''), confidence: c.share / total }))
}

function follow(beam: Map<string, Prefix>, step: Step): Map<string, Prefix> {
  const next = new Map<string, Prefix>()
  const add = (classes: number[], none: number, last: number) => {
    const key = classes.join(' ')
    const same = next.get(key)
    if (same) {
      same.none += none
      same.last += last
    } else next.set(key, { classes, none, last })
  }
  for (const prefix of beam.values())
    step.classes.forEach((k, i) => {
      const share = step.shares[i]!
      const both = prefix.none + prefix.last
      if (k === 0) add(prefix.classes, both * share, 0)
      else if (k === prefix.classes.at(-1)) {
        // The same character goes on, or comes again after a pause.
        add(prefix.classes, 0, prefix.last * share)
        if (prefix.none > 0) add([...prefix.classes, k], 0, prefix.none * share)
      } else add([...prefix.classes, k], 0, both * share)
    })
  return next
}

function widest(all: Map<string, Prefix>): Map<string, Prefix> {
  const kept = [...all].sort((a, b) => b[1].none + b[1].last - a[1].none - a[1].last).slice(0, BEAM)
  const sum = kept.reduce((s, [, p]) => s + p.none + p.last, 0) || 1
  for (const [, p] of kept) {
    p.none /= sum
    p.last /= sum
  }
  return new Map(kept)
}

/** White space at the ends, and that which wide print leaves around the marks within a number: it says nothing. */
const IDLE = /^\s+|\s+$|(?<=\d\s*[.,，])\s+(?=\d)|(?<=\d)\s+(?=[.,，]\s*\d)/g

/** Readings that differ in such white space are one, the likeliest of them, and as likely as all of them together. */
export function alike(all: readonly Candidate[]): Candidate[] {
  const groups = new Map<string, { best: Candidate; share: number }>()
  for (const { text, confidence } of all) {
    const bare = text.replace(IDLE, '')
    const key = tight(bare)
    const group = groups.get(key)
    if (!group) groups.set(key, { best: { text: bare, confidence }, share: confidence })
    else {
      group.share += confidence
      if (confidence > group.best.confidence) group.best = { text: bare, confidence }
    }
  }
  return (
    [...groups.values()]
      // Shares that make up the whole may sum to a hair more.
      .map(({ best, share }) => ({ text: best.text, confidence: Math.min(1, share) }))
      .sort((a, b) => b.confidence - a.confidence)
  )
}

/** The characters without such white space. */
export function withoutSpaces(chars: readonly ReadChar[]): ReadChar[] {
  const text = chars.map((c) => c.text).join('')
  const idle = new Set<number>()
  for (const { index, 0: gap } of text.matchAll(IDLE)) for (let i = 0; i < gap.length; i++) idle.add(index + i)
  let at = 0
  return chars.filter((c) => {
    at += c.text.length
    return !idle.has(at - c.text.length)
  })
}
