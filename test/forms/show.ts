/** `node test/forms/show.ts [WORD]`: prints what the engine makes of each case, beside what is expected. */
import { allCases } from './cases.ts'
import { read, show } from './run.ts'

const word = process.argv[2] ?? ''
for (const { file, name, form, expected } of allCases()) {
  if (!`${file} ${name}`.includes(word)) continue
  const actual = show(read(form))
  console.log(`==== ${file}: ${name}: ${actual === expected ? 'as expected' : `\n${actual}`}\n`)
}
