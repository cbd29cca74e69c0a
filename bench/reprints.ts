/**
 * `npm run reprints -- FILE|DIR… [--only WAY] [--show N]`: prints documents anew, as other programs and people do
 * (watermarks, heads and feet of a browser, other sizes, turned, two pages on a sheet; Ghostscript, cairo and LibreOffice
 * Draw where they are installed), and compares the cells with those of the document as it is. Needs no truth but the
 * document's own reading; ends with 1 where anything differs. A page whose letters a program made nameless is left to OCR
 * and counts as such.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { extract } from '../src/index.ts'
import type { Document } from '../src/model.ts'
import { cellRecords } from '../src/output/cells.ts'
import { pdfsBelow } from './pdfs.ts'
import { PROGRAMS, type Program } from './reprints/programs.ts'
import { SHEETS } from './reprints/sheets.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, show: { type: 'string', default: '4' } },
})
if (positionals.length === 0) {
  console.error('npm run reprints -- FILE|DIR… [--only WAY] [--show N]: name what to print anew')
  process.exit(2)
}

/** Prints a document anew; null where it cannot be done with this one. */
type Way = (bytes: Uint8Array) => Promise<Uint8Array | null>

const folder = mkdtempSync(join(tmpdir(), 'reprints-'))
const ways: [string, Way][] = [
  ...Object.entries(SHEETS),
  ...Object.entries(PROGRAMS)
    .filter(([, program]) => program.isInstalled())
    .map(([name, program]): [string, Way] => [name, async (bytes) => printedBy(program, bytes)]),
].filter(([name]) => values.only === undefined || name.includes(values.only))

function printedBy(program: Program, bytes: Uint8Array): Uint8Array | null {
  const [from, to] = [join(folder, 'printed.pdf'), join(folder, 'anew.pdf')]
  rmSync(to, { force: true })
  writeFileSync(from, bytes)
  return program.print(from, to, folder) ? readFileSync(to) : null
}

/** Cells by what they say; places are another print's. */
function cellsOf(document: Document): string[] {
  return cellRecords(document).map(({ table, row, column, value }) => [table, row, column, value].join(' | '))
}

/** Findings by their kind: pages are another print's, too. */
function kindsOf(document: Document): string[] {
  return document.findings.map(({ code }) => code).sort()
}

function differences(before: readonly string[], after: readonly string[], sign: string): string[] {
  const left = [...after]
  return before.flatMap((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at >= 0 ? [] : [`${sign} ${one}`]
  })
}

const count = { same: 0, other: 0, ocr: 0 }
try {
  for (const file of positionals.flatMap(pdfsBelow)) {
    const bytes = readFileSync(file)
    const plain = await extract(bytes, { file, ocr: 'never' })
    for (const [name, way] of ways) {
      const anew = await way(bytes)
      if (anew === null) continue
      const document = await extract(anew, { file, ocr: 'never' })
      if (
        kindsOf(document).filter((k) => k === 'needs-ocr').length >
        kindsOf(plain).filter((k) => k === 'needs-ocr').length
      ) {
        count.ocr++
        continue
      }
      const [a, b] = [
        [...cellsOf(plain), ...kindsOf(plain)],
        [...cellsOf(document), ...kindsOf(document)],
      ]
      const found = [...differences(a, b, '-'), ...differences(b, a, '+')]
      count[found.length === 0 ? 'same' : 'other']++
      if (found.length > 0) console.log(`${basename(file)}, ${name}: ${found.length} differences`)
      for (const one of found.slice(0, Number(values.show))) console.log(`  ${one.slice(0, 200)}`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${count.same} prints read as the document is, ${count.other} otherwise, ${count.ocr} left to OCR`)
process.exitCode = count.other === 0 ? 0 : 1
