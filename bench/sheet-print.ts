/** How a spreadsheet program prints the sheets of a workbook: what it repeats on each page, scales, and adds around them. */
import type writeExcel from 'write-excel-file/node'
import { Dice } from '../test/drawn/dice.ts'

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcel>[1]>['features']>[number]

export interface SheetPrint {
  /** Rows that each page has at its head: the header, or all from the title on. */
  rows: 'none' | 'header' | 'all'
  /** The columns of names at the left of each page that other columns go on on. */
  columns: boolean
  /** Sheets are made as narrow as the paper. */
  fit: boolean
  /** Pages go on to the right before they go on below. */
  across: boolean
  /** Lines around all cells, those without borders, too. */
  lines: boolean
  /** Name of the sheet above, number of the page below. */
  furniture: boolean
}

/** Half of the books are printed as the program does it by itself. */
export function sheetPrintOf(seed: number): SheetPrint {
  const dice = new Dice(seed, 'sheet print')
  const isOwn = dice.chance(0.5)
  const some = (share: number) => dice.chance(share) && isOwn
  const rows = dice.pick(['header', 'header', 'all', 'none'] as const)
  return {
    rows: isOwn ? rows : 'none',
    columns: some(0.4),
    fit: some(0.3),
    across: some(0.3),
    lines: some(0.15),
    furniture: some(0.5),
  }
}

/** The rows and columns of a sheet that its pages have again: the first rows, from 0, up to and without the last. */
export interface Titles {
  rows: readonly [number, number]
  columns: number
}

/** Makes a workbook print so; the titles are those of its sheets, in their order, none for a cover. */
export function printedSo(print: SheetPrint, titles: readonly (Titles | null)[]): Feature {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml
              .replace(/<definedNames\/>|<definedNames><\/definedNames>/, '')
              .replace('</sheets>', `</sheets>${namesOf(print, titles)}`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, { orientation }) => sheetOf(xml, print, orientation ?? 'portrait'),
        },
      },
    },
  }
}

function namesOf({ rows, columns }: SheetPrint, titles: readonly (Titles | null)[]): string {
  const names = titles.flatMap((title, i) => {
    if (!title) return []
    const across = columns && title.columns > 0 ? [`'${i}'!$A:$${String.fromCharCode(64 + title.columns)}`] : []
    const down = rows === 'none' ? [] : [`'${i}'!$${rows === 'all' ? 1 : title.rows[0] + 1}:$${title.rows[1]}`]
    const repeated = [...across, ...down].join(',')
    return repeated ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${repeated}</definedName>`] : []
  })
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''
}

/** Inches, as programs have them. */
const MARGINS = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'

function sheetOf(xml: string, print: SheetPrint, orientation: string): string {
  const { fit, across, lines, furniture } = print
  if (!fit && !across && !lines && !furniture) return xml
  const order = across ? ' pageOrder="overThenDown"' : ''
  const height = fit ? ' fitToWidth="1" fitToHeight="0"' : ''
  const own = [
    lines ? '<printOptions gridLines="1"/>' : '',
    MARGINS,
    `<pageSetup paperSize="9" orientation="${orientation}"${order}${height}/>`,
    furniture
      ? '<headerFooter><oddHeader>&amp;R&amp;A</oddHeader><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>'
      : '',
  ].join('')
  return xml
    .replace(/<pageMargins[^>]*>(<\/pageMargins>)?/, '')
    .replace(/<pageSetup[^>]*>(<\/pageSetup>)?/, '')
    .replace(/(<worksheet[^>]*>)/, fit ? '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '$1')
    .replace('</worksheet>', `${own}</worksheet>`)
}
