/** A document's tables as a text document of a word processor (flat ODF), in the styles of a setting. */
import type { Table } from '../../test/drawn/table.ts'
import { type PrintedCell, printedCells, type ToPrint } from '../printed.ts'
import { DOWNWARDS, escaped, SUM } from './html.ts'
import { fitted, inPieces, isDownwards, leastWidths, MARGIN, room, type Setting, widthsOf } from './setting.ts'

const NAMESPACES = ['office', 'style', 'text', 'table']
  .map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`)
  .join(' ')

export function toFlatOdf({ plan, name }: ToPrint, setting: Setting): string {
  const tables = plan.tables.map((table, i) => tableOf(table, `t${i}`, setting))
  const { landscape, furniture } = setting
  const [width, height] = landscape ? [842, 595] : [595, 842]
  const number = '<style:footer><text:p text:style-name="middle"><text:page-number/></text:p></style:footer>'
  const header = `<style:header><text:p>${escaped(name)}</text:p></style:header>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>${baseStyles(setting)}</office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="${width}pt" fo:page-height="${height}pt" fo:margin="${MARGIN}pt" style:print-orientation="${landscape ? 'landscape' : 'portrait'}"/></style:page-layout>
${tables.map((t) => t.styles).join('\n')}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">${furniture === 'all' ? header : ''}${furniture === 'none' ? '' : number}</style:master-page></office:master-styles>
<office:body><office:text>${paragraph('title', name)}
${tables.map((t) => t.body).join('\n')}
</office:text></office:body></office:document>`
}

function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${escaped(text)}</text:p>`
}

function baseStyles({ font, latin, size, leading, pages }: Setting): string {
  const letters = `style:font-name-asian="${font}" style:font-family-asian="${font}" fo:font-family="${latin ?? font}" fo:font-size="${size}pt" style:font-size-asian="${size}pt"`
  const large = (times: number) =>
    `<style:text-properties fo:font-size="${size * times}pt" style:font-size-asian="${size * times}pt"/>`
  const of = (name: string, paragraph: string, text = '') =>
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${paragraph}/>${text}</style:style>`
  const line = leading ? `<style:paragraph-properties fo:line-height="${Math.round(leading * 80)}%"/>` : ''
  return `<style:style style:name="Standard" style:family="paragraph">${line}<style:text-properties ${letters}/></style:style>
${of('title', 'fo:text-align="center" fo:margin-top="200pt" fo:break-after="page"', large(2))}
${of('heading', 'fo:text-align="center" fo:margin-top="8pt" fo:margin-bottom="6pt" fo:keep-with-next="always"', large(1.5))}
${of('first', `${pages ? 'fo:break-before="page"' : 'fo:margin-top="24pt"'}`)}
${of('prose', `fo:text-indent="${2 * size}pt" fo:line-height="150%"`)}
${of('small', 'fo:line-height="2.5pt"', large(0.1))}
${of('middle', 'fo:text-align="center"')}`
}

const ALIGNED = { head: 'heads', name: 'names', amount: 'amounts' } as const
const LINE = '0.75pt solid #000000'
const BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold"'

function tableOf(table: Table, id: string, wanted: Setting): { styles: string; body: string } {
  const { depth, cells } = printedCells(table, wanted.numbers)
  const setting = fitted(cells, table.columns.length, wanted)
  const widths = widthsOf(
    table.columns.map((c) => c.width),
    leastWidths(cells, table.columns.length, setting),
    setting,
  )
  const height = depth + table.rows.length
  const styles = new Map<string, string>()
  const rows: string[][] = Array.from({ length: height }, () => table.columns.map(() => '<table:covered-table-cell/>'))
  const sums = new Set(cells.flatMap((c) => (c.kind !== 'amount' && SUM.test(c.text) ? [c.row] : [])))
  for (const cell of cells) {
    const properties = cellStyle(cell, { depth, height, width: table.columns.length }, setting)
    const name = styles.get(properties) ?? `${id}c${styles.size}`
    styles.set(properties, name)
    const isBold = setting.bold && cell.row >= depth && sums.has(cell.row)
    rows[cell.row]![cell.col] = cellOf(cell, id, name, setting, isBold)
  }
  const own = [...styles].map(
    ([properties, name]) =>
      `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties ${properties}/></style:style>`,
  )
  const head = rows.slice(0, depth).map((row) => rowOf(row, id))
  const body = rows.slice(depth).map((row) => rowOf(row, id))
  const repeated = setting.repeat
    ? `<table:table-header-rows>${head.join('')}</table:table-header-rows>`
    : head.join('')
  const isWhole = cells.some((c) => c.row >= depth && c.rows > 1)
  const parts = inPieces(body, setting, isWhole).map((part) => part.join(''))
  const columns = widths.map((_, i) => `<table:table-column table:style-name="${id}w${i}"/>`).join('')
  return {
    styles: tableStyles(id, widths, setting) + own.join(''),
    body: `${captionsOf(table, setting)}<table:table table:style-name="${id}">${columns}${repeated}${parts.join(setting.pieces ? `</table:table>${paragraph('small', '')}<table:table table:style-name="${id}">${columns}` : head.join(''))}</table:table>${table.notes.map((n) => paragraph('Standard', n)).join('')}`,
  }
}

function tableStyles(id: string, widths: readonly number[], setting: Setting): string {
  const { size, cut, heads, names, amounts, height, spaced } = setting
  const total = widths.reduce((a, b) => a + b, 0)
  const aligned = { heads, names, amounts, code: 'left' }
  return `<style:style style:name="${id}" style:family="table"><style:table-properties style:width="${total}pt" table:align="center" table:border-model="collapsing"/></style:style>
${widths.map((w, i) => `<style:style style:name="${id}w${i}" style:family="table-column"><style:table-column-properties style:column-width="${w}pt"/></style:style>`).join('')}
<style:style style:name="${id}r" style:family="table-row"><style:table-row-properties fo:keep-together="${cut ? 'auto' : 'always'}"${height ? ` style:min-row-height="${height}pt"` : ''}/></style:style>
${Object.entries(aligned)
  .flatMap(([kind, place]) => [
    { kind, place, bold: '' },
    { kind: `${kind}bold`, place, bold: BOLD },
  ])
  .map(
    ({ kind, place, bold }) =>
      `<style:style style:name="${id}${kind}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="${place === 'right' ? 'end' : place === 'left' ? 'start' : place}"/><style:text-properties fo:font-size="${size}pt" style:font-size-asian="${size}pt" ${bold} ${/^(heads|names)/.test(kind) && spaced > 0 ? `fo:letter-spacing="${spaced}pt"` : ''}/></style:style>`,
  )
  .join('')}`
}

/** What a cell is the last of, or the first: the rows of its header, those and the columns of its table. */
interface Bounds {
  depth: number
  height: number
  width: number
}

function cellStyle(cell: PrintedCell, { depth, height, width }: Bounds, setting: Setting): string {
  const { row, rows, col, cols, kind } = cell
  const { padding, shade, vertical, borders } = setting
  const isLast = row + rows === height
  const isFoot = row + rows === depth
  const uprights = `fo:border-left="${LINE}" fo:border-right="${LINE}"`
  const isDown = isDownwards(setting) && kind === 'head' && cols === 1 && cell.text.length <= DOWNWARDS
  const sides: Record<Setting['borders'], string> = {
    all: `fo:border="${LINE}"`,
    horizontal: `fo:border-bottom="${LINE}"${row === 0 ? ` fo:border-top="${LINE}"` : ''}`,
    header: kind === 'head' ? `fo:border="${LINE}"` : isLast ? `fo:border-bottom="${LINE}"` : '',
    three: `${row === 0 ? `fo:border-top="${LINE}"` : ''}${isFoot || isLast ? ` fo:border-bottom="${LINE}"` : ''}`,
    none: '',
    frame: [row === 0 && 'top', isLast && 'bottom', col === 0 && 'left', col + cols === width && 'right']
      .flatMap((side) => (side ? [`fo:border-${side}="${LINE}"`] : []))
      .join(' '),
    uprights,
    columns: `${uprights}${row === 0 ? ` fo:border-top="${LINE}"` : ''}${isLast ? ` fo:border-bottom="${LINE}"` : ''}`,
    body: kind === 'head' ? `fo:border="${LINE}"` : `${uprights}${isLast ? ` fo:border-bottom="${LINE}"` : ''}`,
    'head row': `${uprights}${row === 0 ? ` fo:border-top="${LINE}"` : ''}${isFoot || isLast ? ` fo:border-bottom="${LINE}"` : ''}`,
  }
  const isShaded = shade === 'header' ? kind === 'head' : shade === 'bands' && kind !== 'head' && row % 2 === 1
  const colour = isShaded ? 'fo:background-color="#dddddd"' : ''
  const [above, beside] = padding
  return `fo:padding-top="${above}pt" fo:padding-bottom="${above}pt" fo:padding-left="${beside}pt" fo:padding-right="${beside}pt" style:vertical-align="${vertical}" ${isDown ? 'style:writing-mode="tb-rl"' : ''} ${colour} ${sides[borders]}`
}

function cellOf(
  { text, kind, rows, cols, depth }: PrintedCell,
  id: string,
  style: string,
  { indent }: Setting,
  isBold: boolean,
): string {
  const spans = `${rows > 1 ? ` table:number-rows-spanned="${rows}"` : ''}${cols > 1 ? ` table:number-columns-spanned="${cols}"` : ''}`
  const inner = kind === 'name' ? '\u3000'.repeat(indent * depth) + text : text
  return `<table:table-cell table:style-name="${style}"${spans} office:value-type="string">${paragraph(`${id}${kind === 'code' ? 'code' : ALIGNED[kind]}${isBold ? 'bold' : ''}`, inner)}</table:table-cell>`
}

function rowOf(cells: readonly string[], id: string): string {
  return `<table:table-row table:style-name="${id}r">${cells.join('')}</table:table-row>`
}

function captionsOf({ title, number, entity, unit }: Table, setting: Setting): string {
  const whose = `编制部门：${entity}`
  const money = `单位：${unit}`
  const prose = setting.prose
    ? paragraph(
        'prose',
        `${entity}的有关情况如下，按照规定予以公开。以下各表的数据取自单位账簿，金额单位以表中所列为准。`,
      )
    : ''
  const first = paragraph('first', setting.captions === 'lines' ? (number ?? '') : '')
  const heading = paragraph('heading', title)
  if (setting.captions === 'one line')
    return (
      first + prose + heading + paragraph('Standard', [number, whose, money].filter(Boolean).join('\u3000\u3000\u3000'))
    )
  const blanks = Math.floor((room(setting) - (whose.length + money.length) * setting.size) / setting.size)
  return first + prose + heading + paragraph('Standard', `${whose}${'\u3000'.repeat(Math.max(2, blanks))}${money}`)
}
