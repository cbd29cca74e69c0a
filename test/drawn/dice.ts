/** Seeded choices. Every user has its own dice by name, so that one choice less does not change the others. */
import { random } from '../../bench/random.ts'

export class Dice {
  private readonly next: () => number

  constructor(seed: number, name = '') {
    let hash = seed
    for (const char of name) hash = (Math.imul(hash, 31) + char.codePointAt(0)!) | 0
    this.next = random(hash)
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  /** True with the given probability, 0–1. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!
  }

  shuffle<T>(list: readonly T[]): T[] {
    const out = [...list]
    for (let i = out.length - 1; i > 0; i--) {
      const k = this.int(0, i)
      ;[out[i], out[k]] = [out[k]!, out[i]!]
    }
    return out
  }

  /** `count` of the list, in its order. */
  some<T>(list: readonly T[], count: number): T[] {
    const keep = new Set(this.shuffle(list.map((_, i) => i)).slice(0, count))
    return list.filter((_, i) => keep.has(i))
  }

  /** An amount of `low` to `high` 元, in whole 分. */
  money(low: number, high: number): number {
    return this.int(low * 100, high * 100)
  }

  /** `total` 分 in `count` parts of some 分 each. */
  split(total: number, count: number): number[] {
    const weights = Array.from({ length: count }, () => this.int(1, 100))
    const sum = weights.reduce((a, b) => a + b, 0)
    const parts = weights.map((w) => Math.floor((total * w) / sum))
    parts[0]! += total - parts.reduce((a, b) => a + b, 0)
    return parts
  }
}
