/** A document's tables as a page of HTML, in the styles of a setting. */
import type { Table } from '../../test/drawn/table.ts'
import { type PrintedCell, printedCells, type ToPrint } from '../printed.ts'
import { fitted, inPieces, isDownwards, leastWidths, MARGIN, type Setting, widthsOf } from './setting.ts'

export function toHtml({ plan, name }: ToPrint, setting: Setting): string {
  const tables = plan.tables.map((table, i) => tableOf(table, `t${i}`, setting))
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(name)}</title><style>
${pageStyle(setting, name)}
${tables.map((t) => t.style).join('\n')}
</style></head><body><h1>${escaped(name)}</h1>
${tables.map((t) => t.html).join('\n')}
</body></html>`
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function pageStyle(setting: Setting, name: string): string {
  const { landscape, font, latin, size, leading, pages, furniture } = setting
  const number = furniture === 'none' ? '' : '@bottom-center { content: counter(page) }'
  const header = furniture === 'all' ? `@top-right { content: "${name}" }` : ''
  return `@page { size: A4${landscape ? ' landscape' : ''}; margin: ${MARGIN}pt; ${number} ${header} }
body { margin: 0; font: ${size}pt ${latin ? `"${latin}", ` : ''}"${font}"; ${leading ? `line-height: ${leading}` : ''} }
h1 { text-align: center; margin-top: 200pt; break-after: page }
h2 { text-align: center; font-size: 1.5em; margin: 8pt 0 }
section { ${pages ? 'break-before: page' : 'margin-bottom: 24pt'} }
p { margin: 3pt 0 } .prose { text-indent: 2em; line-height: 1.8 }
.two { display: flex; justify-content: space-between }
caption p { text-align: left }`
}

const ALIGNED = { head: 'heads', name: 'names', amount: 'amounts' } as const

function tableOf(table: Table, id: string, wanted: Setting): { style: string; html: string } {
  const { depth, cells } = printedCells(table, wanted.numbers)
  const setting = fitted(cells, table.columns.length, wanted)
  const { size, padding, apart, shade, borders, vertical, cut, repeat } = setting
  const at = `.${id}`
  const collapse = apart === null ? 'collapse' : `separate; border-spacing: ${apart}pt`
  const style = `${at} { font-size: ${size}pt; border-collapse: ${collapse}; ${setting.widths === 'texts' ? '' : 'table-layout: fixed; '}width: ${tableWidth(table, cells, setting)} }
${at} td, ${at} th { padding: ${padding[0]}pt ${padding[1]}pt; font-weight: normal; vertical-align: ${vertical}; ${borders === 'all' ? 'border: 0.5pt solid black' : ''} }
${at} .amount, ${at} .code { white-space: nowrap }
${at} .head, ${at} .name { letter-spacing: ${setting.spaced}pt } ${at} .bold td { font-weight: ${setting.bold ? 'bold' : 'normal'} }
${isDownwards(setting) ? `${at} .single div { writing-mode: vertical-rl; display: inline-block }` : ''}
${(['head', 'name', 'amount'] as const).map((k) => `${at} .${k} { text-align: ${setting[ALIGNED[k]]} }`).join('\n')}
${at} thead { display: ${repeat ? 'table-header-group' : 'table-row-group'} }
${at} tr { break-inside: ${cut ? 'auto' : 'avoid'}; ${setting.height ? `height: ${setting.height}pt` : ''} }
${shade === 'header' ? `${at} .head { background: #d9e2f3 }` : ''}
${shade === 'bands' ? `${at} tbody tr:nth-child(even) { background: #eee }` : ''}
${bordersOf(at, setting)}`
  const rows = rowsOf(cells, depth, setting)
  const isWhole = cells.some((c) => c.row >= depth && c.rows > 1)
  return { style, html: sectionOf(table, id, setting, { ...rows, isWhole }) }
}

function tableWidth(table: Table, cells: readonly PrintedCell[], setting: Setting): string {
  if (setting.widths === 'texts') return 'auto'
  if (setting.widths === 'page') return '100%'
  return `${columnWidths(table, cells, setting).reduce((a, b) => a + b, 0)}pt`
}

function columnWidths({ columns }: Table, cells: readonly PrintedCell[], setting: Setting): number[] {
  const own = columns.map((c) => c.width)
  return widthsOf(own, leastWidths(cells, columns.length, setting), setting)
}

function bordersOf(at: string, { borders, pieces }: Setting): string {
  const line = '0.75pt solid black'
  const outer = `${at} thead tr:first-child th { border-top: ${line} } ${at} tbody tr:last-child td { border-bottom: ${line} } ${pieces ? `${at} tbody tr:first-child td { border-top: ${line} }` : ''}`
  if (borders === 'horizontal')
    return `${at} td, ${at} th { border-bottom: 0.5pt solid black } ${at} thead tr:first-child th { border-top: ${line} }`
  if (borders === 'header')
    return `${at} th { border: 0.5pt solid black } ${at} tbody tr:last-child td { border-bottom: ${line} }`
  const sides = `${at} td, ${at} th { border-left: ${line}; border-right: ${line} }`
  if (borders === 'columns') return `${sides} ${outer}`
  if (borders === 'body') return `${sides} ${outer} ${at} th { border: ${line} }`
  if (borders === 'head row') return `${sides} ${outer} ${at} .foot { border-bottom: ${line} }`
  if (borders === 'frame') return `${at} { border: ${line} }`
  if (borders === 'uprights') return sides
  if (borders === 'three') return `${outer} ${at} .foot { border-bottom: ${line} }`
  return ''
}

/** 合计, 总计, and a 类 by its code. */
export const SUM = /^(.*[合总]\s*计|\d{3})$/

/** Rows of the header and of the body, each a `tr`. */
function rowsOf(cells: readonly PrintedCell[], depth: number, setting: Setting): { head: string[]; body: string[] } {
  const rows: string[] = []
  for (const cell of cells) rows[cell.row] = (rows[cell.row] ?? '') + cellOf(cell, depth, setting)
  const isSum = (r: number) => cells.some((c) => c.row === r && c.kind !== 'amount' && SUM.test(c.text))
  const all = Array.from(rows, (row, r) => `<tr${isSum(r) ? ' class="bold"' : ''}>${row ?? ''}</tr>`)
  return { head: all.slice(0, depth), body: all.slice(depth) }
}

/** So many letters at most are written downwards. */
export const DOWNWARDS = 6

function cellOf(
  { text, kind, rows, cols, row, depth: level }: PrintedCell,
  depth: number,
  { indent }: Setting,
): string {
  const isHead = kind === 'head'
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${cols > 1 ? ` colspan="${cols}"` : ''}`
  const inner = kind === 'name' && level > 0 && indent > 0 ? '\u3000'.repeat(indent * level) + text : text
  const foot = isHead && row + rows === depth ? ' foot' : ''
  const single = isHead && cols === 1 && inner.length <= DOWNWARDS ? ' single' : ''
  const words = single ? `<div>${escaped(inner)}</div>` : escaped(inner)
  return `<${isHead ? 'th' : 'td'} class="${kind}${foot}${single}"${spans}>${words}</${isHead ? 'th' : 'td'}>`
}

/** Rows of a table; `isWhole`: whether cells of its body reach over several. */
interface Rows {
  head: string[]
  body: string[]
  isWhole: boolean
}

function sectionOf(table: Table, id: string, setting: Setting, rows: Rows): string {
  const { title, number, entity, unit, columns } = table
  const whose = `编制部门：${entity}`
  const money = `单位：${unit}`
  const heading = `<h2>${escaped(title)}</h2>`
  const numbered = number ? `<p>${number}</p>` : ''
  const two = `<p class="two"><span>${escaped(whose)}</span><span>${money}</span></p>`
  const one = `<p>${[number, whose, money]
    .filter((t) => t !== null)
    .map(escaped)
    .join('\u3000\u3000\u3000')}</p>`
  const span = (text: string) => `<tr><td colspan="${columns.length}">${text}</td></tr>`
  const { captions } = setting
  const above = { lines: numbered + heading + two, 'one line': heading + one, caption: '', rows: heading }[captions]
  const caption = captions === 'caption' ? `<caption>${numbered}${heading}${two}</caption>` : ''
  const first = captions === 'rows' ? span(two) : ''
  const fixed = typeof setting.widths === 'number' || setting.widths === 'page'
  const widths = fixed ? columnWidths(table, printedCells(table, setting.numbers).cells, setting) : []
  const prose = setting.prose
    ? `<p class="prose">${escaped(entity)}的有关情况如下，按照规定予以公开。以下各表的数据取自单位账簿，金额单位以表中所列为准。</p>`
    : ''
  const columnsOf = `<colgroup>${widths.map((w) => `<col style="width: ${w}pt">`).join('')}</colgroup>`
  const parts = inPieces(rows.body, setting, rows.isWhole).map((part) => part.join('\n'))
  const body = setting.pieces
    ? parts.join(`</tbody></table><table class="${id}" style="margin-top: 2.5pt">${columnsOf}<tbody>`)
    : parts.join(rows.head.join('\n'))
  return `<section>${prose}${above}<table class="${id}">${caption}${columnsOf}
<thead>${first}${rows.head.join('\n')}</thead>
<tbody>${body}</tbody></table>${table.notes.map((n) => `<p>${escaped(n)}</p>`).join('')}</section>`
}
