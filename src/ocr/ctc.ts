/** From a recognition network's output to readings: what stands in the line, and what else it could be. */
import { type Candidate, type ReadChar, tight } from './reader.ts'

/** What each step of one picture may be, as the network says it. */
export interface Probabilities {
  steps: number
  /** Classes that are told of a step, most likely first. */
  kept: number
  /** These, `kept` a step, and their shares; class 0 is "no character". */
  classes: BigInt64Array
  shares: Float32Array
  /** The share of class 0, one a step. */
  none: Float32Array
  /** Index of the first step within all of them. */
  from: number
  /** Classes that are one character to us, by the class that stands for them. */
  same: ReadonlyMap<number, number>
}

/** Characters considered at each step; the network's sixth choice was never the right one. */
const CHOICES = 6
/** Classes that the network is to tell of each step: several may be one character to us. */
export const TOLD = 4 * CHOICES
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
export function choices({ steps, kept: told, classes, shares, none, from, same }: Probabilities): Step[] {
  return Array.from({ length: steps }, (_, i) => {
    const step = from + i
    const found: Choice[] = [{ k: 0, p: none[step]! }]
    for (let at = step * told; at < (step + 1) * told && shares[at]! >= LEAST; at++) {
      const k = Number(classes[at])
      if (k !== 0) found.push({ k, p: shares[at]! })
    }
    const kept = merged(found, same)
      .sort((a, b) => b.p - a.p)
      .slice(0, CHOICES)
    if (!kept.some((c) => c.k === 0)) kept.push({ k: 0, p: Math.max(none[step]!, 1e-9) })
    return { classes: kept.map((c) => c.k), shares: kept.map((c) => c.p) }
  })
}

interface Choice {
  k: number
  p: number
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
