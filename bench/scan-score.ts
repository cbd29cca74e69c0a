/** How a scan was read, compared with the text it was made from: right, flagged, silently wrong. */
import type { Cell, Document } from '../src/model.ts'
import { comparableAmount, comparableRow } from '../src/output/score.ts'

/** A scan may lie this much (points) off the page it was made from. */
const OFF = 12

/** Whether the box holds the middle of the other, as far as skew allows to say. */
function covers(box: Cell['bbox'], other: Cell['bbox']): boolean {
  const [x, y] = [(other[0] + other[2]) / 2, (other[1] + other[3]) / 2]
  return box[0] - OFF < x && x < box[2] + OFF && box[1] - OFF / 2 < y && y < box[3] + OFF / 2
}

/** A copy of some pages, `each` beside each other on a sheet, with everything where it stands in the text. */
export function onOwnPages(
  scan: Document,
  { source }: Pick<Document, 'source'>,
  pages: readonly number[],
  each: number,
): Document {
  const widthOf = (page: number) => source.page.find((p) => p.number === page)?.width ?? 0
  const onSheet = (sheet: number) => pages.slice((sheet - 1) * each, sheet * each)
  const own = <T extends { page: number; bbox: Cell['bbox'] }>(one: T): T => {
    const [x0, y0, x1, y1] = one.bbox
    let left = 0
    const [first = one.page, ...more] = onSheet(one.page)
    let page = first
    for (const next of more) {
      if ((x0 + x1) / 2 < left + widthOf(page)) break
      left += widthOf(page)
      page = next
    }
    return { ...one, page, bbox: [x0 - left, y0, x1 - left, y1] }
  }
  return {
    ...scan,
    tables: scan.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: Object.fromEntries(Object.entries(row.cells).map(([id, cell]) => [id, own(cell)])),
      })),
    })),
    other_tables: scan.other_tables.map(own),
    findings: scan.findings.flatMap((f) => (f.page === null ? [f] : onSheet(f.page).map((page) => ({ ...f, page })))),
  }
}

const isSame = (a: Placed, b: Placed) => a.table === b.table && a.value === b.value

export interface ScanScore {
  /** Amounts (printed zeros among them) of the text. */
  amounts: number
  right: number
  /** Figures that a person is asked to look at: suspect, inconsistent or unreadable. */
  flagged: number
  /** Amounts that come out wrong, in a wrong place or not at all, and nothing says so. */
  silent: string[]
  /** Amounts that are wrong or missing, and flagged. */
  shown: string[]
  /** Of these, how many were read right and stand under another name. */
  misnamed: number
}

interface Placed {
  at: string
  table: string
  value: string
  cell: Cell
}

const FLAGGED: readonly Cell['status'][] = ['suspect', 'inconsistent', 'unreadable']

function placed(document: Pick<Document, 'tables'>): Map<string, Placed> {
  const out = new Map<string, Placed>()
  for (const table of document.tables)
    for (const row of table.rows)
      for (const [column, cell] of Object.entries(row.cells)) {
        const at = `${table.id} ${comparableRow(row.key)} ${column}`
        if (!out.has(at) || cell.value !== null)
          out.set(at, { at, table: table.id, value: comparableAmount(cell.value ?? ''), cell })
      }
  return out
}

const isFigure = ({ cell }: Placed) => cell.mark === 'amount' || cell.mark === 'zero'
const isFlagged = ({ cell }: Placed) => FLAGGED.includes(cell.status)

/** `pageOf` gives the page of the text from that of the scan, where a copy holds some pages only. */
export function scoreScan(
  text: Pick<Document, 'tables'>,
  scan: Pick<Document, 'tables' | 'other_tables' | 'findings'>,
  pageOf: (page: number) => number = (page) => page,
): ScanScore {
  const [wanted, got] = [placed(text), placed(scan)]
  const score: ScanScore = {
    amounts: 0,
    right: 0,
    flagged: [...got.values()].filter((g) => isFigure(g) && isFlagged(g)).length,
    silent: [],
    shown: [],
    misnamed: 0,
  }
  const strayed = [...got.values()].filter((g) => isFlagged(g) && wanted.get(g.at)?.value !== g.value)
  const isAt = (s: Placed, want: Placed) =>
    pageOf(s.cell.page) === want.cell.page && covers(s.cell.bbox, want.cell.bbox)
  const poor = scan.findings.flatMap((f) => (f.code === 'ocr-poor' && f.page !== null ? [f.page] : []))
  const unknown = new Set([...scan.other_tables.map((t) => t.page), ...poor].map(pageOf))
  for (const want of wanted.values()) {
    if (!isFigure(want)) continue
    score.amounts++
    const have = got.get(want.at)
    if (have && have.value === want.value) score.right++
    else {
      // A line whose key is unsure stands elsewhere, all its cells flagged; a table that is not known has a finding.
      const shown =
        have && (have.value !== '' || isFlagged(have))
          ? isFlagged(have)
          : unknown.has(want.cell.page) || strayed.some((s) => isSame(s, want) || isAt(s, want))
      const what = `${want.at}: ${want.value} → ${have ? `${have.cell.value} (${have.cell.raw}, ${have.cell.status})` : 'nothing'}`
      const isMisnamed = [...got.values()].some((g) => g.value === want.value && isAt(g, want))
      if (isMisnamed) score.misnamed++
      ;(shown ? score.shown : score.silent).push(isMisnamed ? `${what}, read under another name` : what)
    }
  }
  for (const have of got.values()) {
    const want = wanted.get(have.at)
    if (isFigure(have) && !isFlagged(have) && !(want && isFigure(want)))
      score.silent.push(`${have.at}: nothing → ${have.value} (${have.cell.status})`)
  }
  return score
}
