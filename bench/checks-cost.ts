/** What the checks of the tables and of the document cost, as a share of the whole extraction. */
import { readFileSync } from 'node:fs'
import { checkDocument } from '../src/checks/document/index.ts'
import { runChecks } from '../src/checks/index.ts'
import { trace } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import { findFacts } from '../src/template/around/facts.ts'

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!

async function seconds(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}

/** Medians over `runs` in one process, after a first run that is not counted; seconds. */
export async function checksCost(file: string, runs: number): Promise<{ whole: number; checks: number }> {
  const bytes = readFileSync(file)
  const { document, sheets, recognised } = await trace(forms, bytes.slice())
  const sections = recognised.map((r) => r.section)
  const facts = findFacts(sheets, sections, forms.language)
  const { templates, crossTable = [] } = forms
  const whole: number[] = []
  const checks: number[] = []
  for (let i = 0; i < runs; i++) {
    const copy = bytes.slice()
    whole.push(await seconds(() => trace(forms, copy)))
    checks.push(
      await seconds(() => {
        runChecks(
          { tables: document.tables, level: facts.level?.value },
          { templates, crossTable, sums: forms.language.sums },
        )
        checkDocument({ ...forms, facts, sheets, sections, recognised, whole: true })
      }),
    )
  }
  return { whole: median(whole), checks: median(checks) }
}
