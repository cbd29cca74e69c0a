/**
 * Draws documents in random layouts, reads them, and tells for each variation what share comes out right.
 * `npm run drawn -- [how many] [first seed]`; each failure is shown with the fewest choices that still fail.
 */
import { writeFileSync } from 'node:fs'
import { isRight, judge, type Verdict } from '../test/drawn/judge.ts'
import { drawDocument, type Spec, specOf } from '../test/drawn/plan.ts'

const [count = 200, first = 1] = process.argv.slice(2).map(Number)

const read = async (spec: Spec): Promise<Verdict | Error> => {
  try {
    return await judge(await drawDocument(spec))
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
const failures: Spec[] = []
let cells = 0
let right = 0
for (let seed = first; seed < first + count; seed++) {
  const spec = specOf(seed)
  const verdict = await read(spec)
  const good = isRight(verdict)
  if (!(verdict instanceof Error)) {
    cells += verdict.cells
    right += verdict.right
  }
  if (!good) failures.push(spec)
  for (const choice of Object.entries(spec.choices).map((c) => c.join(': '))) {
    const entry = tally.get(choice) ?? { right: 0, all: 0 }
    tally.set(choice, { right: entry.right + (good ? 1 : 0), all: entry.all + 1 })
  }
}
for (const spec of failures) {
  const least = await fewest(spec)
  const verdict = await read(least)
  console.log(`\n${JSON.stringify(least)}`)
  if (verdict instanceof Error) console.log(verdict.stack)
  else {
    console.log(
      `  ${verdict.right} of ${verdict.cells}, ${verdict.silent.length} silent; violated: ${verdict.violated.slice(0, 3)}`,
    )
    for (const m of verdict.misses.slice(0, 4))
      console.log(`  ${m.kind} ${m.table} ${m.row} ${m.column} p${m.page}: expected ${m.expected}, found ${m.found}`)
  }
}
console.log('\nshare of documents wholly right, by variation')
for (const [name, { right: r, all }] of [...tally].sort((a, b) => a[1].right / a[1].all - b[1].right / b[1].all))
  console.log(`${((100 * r) / all).toFixed(0).padStart(4)} %  of ${String(all).padStart(3)}  ${name}`)
console.log(`\n${count - failures.length} of ${count} documents wholly right; ${right} of ${cells} cells`)
if (process.env.JUESUAN_DRAWN_OUT)
  for (const spec of failures.slice(0, 20))
    writeFileSync(`${process.env.JUESUAN_DRAWN_OUT}/${spec.seed}.pdf`, (await drawDocument(await fewest(spec))).bytes)
