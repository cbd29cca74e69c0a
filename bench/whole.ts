/**
 * Documents whose files are changed as wholes: `npm run whole -- FILE|DIR… [--only WAY] [--show N]` makes each anew in ways
 * that must change nothing (bench/sheets.ts) and says what is read otherwise; with `--without-pages` it leaves out each
 * page in turn and says where amounts are lost and no finding tells of it.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { PDFDocument } from 'pdf-lib'
import { readFile } from '../src/extract.ts'
import { forms } from '../src/forms.ts'
import { extract } from '../src/index.ts'
import type { Document } from '../src/model.ts'
import { cellRecords } from '../src/output/cells.ts'
import { score } from '../src/output/score.ts'
import { understand } from '../src/understand.ts'
import { pdfsBelow } from './pdfs.ts'
import { SHEETS } from './sheets.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    show: { type: 'string', default: '3' },
    'without-pages': { type: 'boolean' },
  },
})
const show = Number(values.show)

for (const path of positionals.flatMap(pdfsBelow))
  for (const line of values['without-pages'] ? await withoutPages(path) : await remade(path))
    console.log(`${basename(path)}: ${line}`)

/** What is read otherwise in each way of making the file. */
async function remade(path: string): Promise<string[]> {
  const bytes = readFileSync(path)
  const plain = await extract(bytes, { file: basename(path), ocr: 'never' })
  const lines: string[] = []
  for (const [way, remake] of Object.entries(SHEETS).filter(([name]) => name.includes(values.only))) {
    const file = await PDFDocument.load(bytes, { ignoreEncryption: true })
    const document = await extract(await remake(file), { file: basename(path), ocr: 'never' })
    const { truth, right, misses: all } = score(cellRecords(plain), cellRecords(document))
    // Pages are other ones where sheets come between or go.
    const misses = all.filter((m) => m.kind !== 'wrong page')
    const [before, after] = [told(plain).size, told(document).size]
    if (misses.length === 0 && before === after) continue
    const some = misses
      .slice(0, show)
      .map((m) => `\n  ${m.kind} ${m.table} ${m.row} ${m.column}: ${m.expected} → ${m.found}`)
    lines.push(`${way}: ${right} of ${truth} cells as before, ${before} → ${after} findings${some.join('')}`)
  }
  return lines
}

/** Pages without which amounts are lost, and nothing more is found than before. */
async function withoutPages(path: string): Promise<string[]> {
  const file = await readFile(readFileSync(path), { file: basename(path), ocr: 'never' })
  const plain = understand(forms, file).document
  const said = told(plain)
  return file.pages.flatMap((gone) => {
    const pages = file.pages.filter((p) => p !== gone).map((page, i) => ({ ...page, number: i + 1 }))
    const { document } = understand(forms, { ...file, pages, source: { ...file.source, pages: pages.length } })
    const { misses } = score(cellRecords(plain), cellRecords(document))
    const lost = misses.filter((m) => m.kind === 'missing' && /\d/.test(m.expected ?? ''))
    const isTold = [...told(document)].some((message) => !said.has(message))
    if (lost.length === 0 || isTold) return []
    const some = lost.slice(0, show).map((m) => `\n  ${m.table} ${m.row} ${m.column}: ${m.expected}`)
    return [
      `without page ${gone.number} of ${file.pages.length}: ${lost.length} amounts lost, and nothing told${some.join('')}`,
    ]
  })
}

/** All that a person is told to look at. */
function told({ findings }: Document): Set<string> {
  return new Set(findings.map((f) => f.code + f.message.en))
}
