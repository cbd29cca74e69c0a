/** Every golden agrees with what is extracted now, and the schema file with the model. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { extract } from '../src/index.ts'
import { documentSchema } from '../src/model.ts'
import { compare } from '../src/output/compare.ts'
import { toGolden } from '../src/output/golden.ts'
import { documentJsonSchema } from '../src/output/json-schema.ts'

const root = new URL('..', import.meta.url).pathname

it.each(readdirSync(join(root, 'golden')).filter((n) => n.endsWith('.json')))('golden/%s', async (name) => {
  const pdf = join(root, 'samples', name.replace(/\.json$/, '.pdf'))
  const document = await extract(readFileSync(pdf), { file: basename(pdf) })
  const golden = JSON.parse(readFileSync(join(root, 'golden', name), 'utf8'))
  expect(compare(golden, toGolden(document))).toEqual([])
  // Nothing but what the schema names, and in its order.
  expect(JSON.stringify(documentSchema.parse(document))).toBe(JSON.stringify(document))
})

it('schema/document.schema.json is current (npm run schema)', () => {
  expect(readFileSync(join(root, 'schema/document.schema.json'), 'utf8')).toBe(documentJsonSchema())
})

it('the same file gives the same bytes', async () => {
  const bytes = readFileSync(join(root, 'samples/shanxi-xinjiang-office-2024.pdf'))
  const [a, b] = await Promise.all([extract(bytes), extract(bytes)])
  expect(JSON.stringify(a)).toBe(JSON.stringify(b))
})
