/** Answers of a function kept by its text; a document asks for the same few words over and over. */

/** So many answers are kept: as many as a document of some size has words. In a batch 20,000 of each function were 25 MB more. */
const KEPT = 4_000

/** `answer`, asked when it is needed, and once. */
export function once<T>(answer: () => T): () => T {
  let found: { value: T } | undefined
  return () => {
    found ??= { value: answer() }
    return found.value
  }
}

/** `answer`, asked once for each object, and forgotten with it. */
export function memoisedBy<K extends object, T>(answer: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { value: T }>()
  return (key) => {
    let found = known.get(key)
    if (!found) {
      found = { value: answer(key) }
      known.set(key, found)
    }
    return found.value
  }
}

/** `answer`, which depends on nothing but the text, asked once for each text. */
export function memoised<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    let found = known.get(text)
    if (found === undefined) {
      found = answer(text)
      if (known.size >= KEPT) known.clear()
      known.set(text, found)
    }
    return found
  }
}
