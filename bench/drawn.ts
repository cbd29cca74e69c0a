/**
 * Draws documents in random layouts, reads them, and tells for each variation what share comes out right.
 * `npm run drawn -- [how many] [first seed]`; each failure is shown with the fewest choices that still fail.
 * With `--of FILE|DIR` (more than once, too) the tables are those of published documents, as they are read there.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isRight, judge, type Verdict } from '../test/drawn/judge.ts'
import { type Drawable, type DrawnDocument, drawDocument, type Spec, specOf } from '../test/drawn/plan.ts'
import { pdfsBelow } from './pdfs.ts'
import { judgePublished, publishedTables } from './published.ts'

/** Where the PDFs of failures go, if anywhere. */
const OUT = process.env.JUESUAN_DRAWN_OUT
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { of: { type: 'string', multiple: true, default: [] } },
})
const [count = 200, first = 1] = positionals.map(Number)
const published: { path: string; tables: Drawable }[] = []
for (const path of values.of.flatMap(pdfsBelow)) {
  const tables = await publishedTables(path)
  if (tables) published.push({ path, tables })
}

const givenFor = ({ seed }: Spec) => published[seed % published.length]
const draw = (spec: Spec): Promise<DrawnDocument> => drawDocument(spec, givenFor(spec)?.tables)

const read = async (spec: Spec): Promise<Verdict | Error> => {
  try {
    const drawn = await draw(spec)
    return await (published.length === 0 ? judge(drawn) : judgePublished(drawn))
  } catch (error) {
    return error as Error
  }
}

/** Leaves choices out as long as the document still fails. */
async function fewest(spec: Spec): Promise<Spec> {
  let { choices } = spec
  for (const name of Object.keys(choices)) {
    const { [name]: _, ...rest } = choices
    const verdict = await read({ seed: spec.seed, choices: rest })
    if (!isRight(verdict)) choices = rest
  }
  return { seed: spec.seed, choices }
}

const tally = new Map<string, { right: number; all: number }>()
let failures = 0
const sum = { cells: 0, right: 0, silent: 0 }

/** Prints a document that came out wrong, with the fewest choices that show it. */
async function show(spec: Spec): Promise<void> {
  const least = await fewest(spec)
  const verdict = await read(least)
  console.log(`\n${JSON.stringify(least)} ${givenFor(spec)?.path ?? ''}`)
  if (OUT) writeFileSync(`${OUT}/${least.seed}.pdf`, (await draw(least)).bytes)
  if (verdict instanceof Error) return console.log(verdict.stack)
  const { right, cells, silent, violated, units } = verdict
  console.log(
    `  ${right} of ${cells}, ${silent.length} silent; violated: ${violated.slice(0, 3)}; units: ${units.slice(0, 2)}`,
  )
  for (const m of [...silent, ...verdict.misses].slice(0, 4))
    console.log(`  ${m.kind} ${m.table} ${m.row} ${m.column} p${m.page}: expected ${m.expected}, found ${m.found}`)
}
for (let seed = first; seed < first + count; seed++) {
  const spec = specOf(seed)
  const verdict = await read(spec)
  const good = isRight(verdict)
  if (!(verdict instanceof Error)) {
    sum.cells += verdict.cells
    sum.right += verdict.right
    sum.silent += verdict.silent.filter((m) => m.kind !== 'missing').length
  }
  if (!good) {
    failures++
    await show(spec)
  }
  for (const choice of Object.entries(spec.choices).map((c) => c.join(': '))) {
    const entry = tally.get(choice) ?? { right: 0, all: 0 }
    tally.set(choice, { right: entry.right + (good ? 1 : 0), all: entry.all + 1 })
  }
}
console.log('\nshare of documents wholly right, by variation')
for (const [name, { right: r, all }] of [...tally].sort((a, b) => a[1].right / a[1].all - b[1].right / b[1].all))
  console.log(`${((100 * r) / all).toFixed(0).padStart(4)} %  of ${String(all).padStart(3)}  ${name}`)
console.log(
  `\n${count - failures} of ${count} documents wholly right; ${sum.right} of ${sum.cells} cells, ${sum.silent} wrong without a mark`,
)
