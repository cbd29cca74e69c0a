/** juesuan inspect: a page with everything the engine saw on it. */
import { basename } from 'node:path'
import { JuesuanError } from '../errors.ts'
import { trace } from '../extract.ts'
import { formsWith } from '../forms.ts'
import { writeAtomic } from '../output/write.ts'
import { openPdf } from '../page/pdf/open.ts'
import { renderPage } from '../page/pdf/render.ts'
import { pageRanges } from '../page/ranges.ts'
import type { Trace } from '../understand.ts'
import { drawOverlay } from './draw.ts'
import type { Exit } from './exit.ts'
import { eachFile, readInput } from './files.ts'
import { type Look, look } from './look.ts'
import { type ReadFlags, readOptions } from './options.ts'

interface InspectFlags extends ReadFlags {
  page: number
  output: string
  scale: number
}

/** Pixels a point: less cannot be read, more is no longer a picture to look at. */
const SCALES = [0.5, 10] as const

export async function inspectCommand(file: string, flags: InspectFlags): Promise<Exit> {
  if (!(flags.scale >= SCALES[0] && flags.scale <= SCALES[1]))
    throw new JuesuanError('usage', `--scale is a number from ${SCALES[0]} to ${SCALES[1]} (pixels a point)`)
  const forms = await formsWith(flags.extractors)
  return eachFile([file], async () => {
    const bytes = readInput(file)
    // The whole document is read, for a table may have begun on an earlier page; of scanned pages only this one.
    const seen = await trace(forms, bytes, { file: basename(file), ...readOptions(flags), ocrOnly: [flags.page] })
    if (flags.page > seen.document.source.pages)
      throw new JuesuanError(
        'usage',
        `page ${flags.page} does not exist: the PDF has ${seen.document.source.pages} pages`,
      )
    const found = look(seen, flags.page)
    writeAtomic(flags.output, await draw(bytes, found, flags))
    console.log(report(file, seen, found, flags))
    return true
  })
}

async function draw(
  bytes: Uint8Array,
  found: Look,
  { page, scale, password, limit }: InspectFlags,
): Promise<Uint8Array> {
  const pdf = await openPdf(bytes, { password, draw: true, limits: limit })
  try {
    const canvas = await renderPage(await pdf.doc.getPage(page), { scale, rotation: found.page.rotation })
    await drawOverlay(canvas, found, scale)
    return canvas.toBuffer('image/png')
  } finally {
    await pdf.close()
  }
}

function report(file: string, { document }: Trace, { page, tables, others }: Look, { output }: InspectFlags): string {
  const kind = document.source.page.find((p) => p.number === page.number)?.kind
  const size = `${Math.round(page.width)} x ${Math.round(page.height)} pt`
  const lines = [
    `${file}, page ${page.number}: ${kind}, ${size}, rotation ${page.rotation}; ${page.glyphs.length} characters, ${page.rulings.length} rulings`,
  ]
  for (const { id, table, typed } of tables) {
    lines.push(`  ${id}: ${table.title}, pages ${pageRanges(table.pages)}, ${table.state}, ${typed.length} cells here`)
    for (const column of table.columns) lines.push(`    ${column.id}: ${column.header.join(' / ')}`)
  }
  if (others.length > 0) lines.push(`  ${others.length} grids that no template claims`)
  lines.push(`drawn to ${output}`)
  return lines.join('\n')
}
