/** JSON for people and for diffs: one row, column or other record a line. */
import { memoised } from '../memo.ts'

/** Arrays under these names hold records: each is one line, however long. */
const RECORDS = new Set(['rows', 'columns', 'page', 'checks', 'findings', 'statements', 'funds', 'indicators', 'texts'])
/** Values that are shorter than this stand on the line of their name. */
const SHORT = 100
/** The same few names stand on every line. */
const named = memoised((name) => `${JSON.stringify(name)}: `)

export function printJson(value: unknown): string {
  return `${print(value, '', '')}\n`
}

function print(value: unknown, name: string, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.every((v) => typeof v !== 'object' || v === null)) return inline(value)
    const items = value.map((v) => (RECORDS.has(name) ? inline(v) : print(v, '', inner)))
    return `[\n${items.map((i) => inner + i).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  const flat = entries.every(([, v]) => typeof v !== 'object' || v === null)
  if (flat && name !== '' && inline(value).length < SHORT) return inline(value)
  const lines = entries.map(([key, v]) => `${inner}${named(key)}${print(v, key, inner)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
}

/** One line, with spaces as people set them. */
function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  let fields = ''
  for (const [key, v] of Object.entries(value))
    if (v !== undefined) fields += `${fields === '' ? '' : ', '}${named(key)}${inline(v)}`
  return `{${fields}}`
}
