/**
 * What pdfjs uses of the language that not every Node from 22.13 on has. Its own build for old programs
 * brings these along with two hundred others. Only what is missing is added, and for pdfjs alone to use.
 */
type AnyMap = Pick<Map<unknown, unknown>, 'has' | 'get' | 'set'>

function getOrInsertComputed(this: AnyMap, key: unknown, compute: (key: unknown) => unknown): unknown {
  if (!this.has(key)) this.set(key, compute(key))
  return this.get(key)
}

function getOrInsert(this: AnyMap, key: unknown, value: unknown): unknown {
  if (!this.has(key)) this.set(key, value)
  return this.get(key)
}

/** pdfjs adds up counts, widths and lengths: whole numbers, or a few that need no more care than `+`. */
function sumPrecise(numbers: Iterable<number>): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}

function tryNow(work: (...args: unknown[]) => unknown, ...args: unknown[]): Promise<unknown> {
  return new Promise((resolve) => resolve(work(...args)))
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function toBase64(this: Uint8Array): string {
  return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('base64')
}

function toHex(this: Uint8Array): string {
  return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('hex')
}

function add(to: object, functions: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(functions))
    if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true })
}

for (const map of [Map, WeakMap]) add(map.prototype, { getOrInsert, getOrInsertComputed })
add(Math, { sumPrecise })
add(Promise, { try: tryNow })
add(Uint8Array, { fromBase64 })
add(Uint8Array.prototype, { toBase64, toHex })
