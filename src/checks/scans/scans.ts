/** What a person should know of the pages that OCR read: which they are, how surely, and where to look first. */
import { readCell } from '../../amount.ts'
import type { Cell, Document, Finding } from '../../model.ts'
import { perCharacter } from '../../ocr/reader.ts'
import { pageRanges } from '../../page/ranges.ts'
import type { Page } from '../../page/types.ts'

/** Cells named one by one, worst first; the summary counts the rest. */
const NAMED = 20
interface Doubt {
  table: string
  row: string
  column: string
  cell: Cell
}

export function scanFindings(pages: readonly Page[], tables: Document['tables']): Finding[] {
  const read = pages.filter((p) => p.glyphs.some((g) => g.source === 'ocr'))
  if (read.length === 0) return []
  const doubts = tables.flatMap(doubtsOf).sort((a, b) => weight(a.cell) - weight(b.cell))
  return [
    summary(read, tables, doubts.length),
    ...read.filter(isPoor).map(poorFinding),
    ...doubts.slice(0, NAMED).map(doubtFinding),
  ]
}

const DOUBTFUL: readonly Cell['status'][] = ['unreadable', 'suspect', 'inconsistent']

function doubtsOf({ id, rows }: Document['tables'][number]): Doubt[] {
  return rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([column, cell]) =>
      cell.source === 'ocr' && DOUBTFUL.includes(cell.status) ? [{ table: id, row: row.key, column, cell }] : [],
    ),
  )
}

/** Lowest first: what could not be read, then what was read with least confidence. */
function weight({ status, confidence = 0 }: Cell): number {
  return DOUBTFUL.indexOf(status) === 0 ? -1 : confidence
}

/** A page whose characters are believed less than this on average (0–1) has hardly been read … */
const POOR = 0.85

/** … nor has one of which more than this share of the words is believed less than so much (0–1): print too small or blurred. */
const HARDLY = { belief: 0.5, share: 0.25 }

function meanOf(beliefs: readonly number[]): number {
  return beliefs.reduce((sum, c) => sum + c, 0) / Math.max(1, beliefs.length)
}

function isPoor({ glyphs }: Page): boolean {
  const words = glyphs.flatMap(({ text, confidence }) => (confidence === undefined ? [] : [{ text, confidence }]))
  const hardly = words.filter((w) => w.confidence < HARDLY.belief).length
  return meanOf(words.map((w) => perCharacter(w.text, w.confidence))) < POOR || hardly > HARDLY.share * words.length
}

function poorFinding({ number }: Page): Finding {
  return {
    code: 'ocr-poor',
    severity: 'warning',
    message: {
      zh: `第${number}页扫描质量差，相当一部分文字无法可靠识别，请对照原件核对`,
      en: `page ${number} could be read by OCR in part only; look at the page itself`,
    },
    page: number,
    bbox: null,
  }
}

function summary(read: readonly Page[], tables: Document['tables'], doubts: number): Finding {
  const mean = meanOf(read.flatMap((p) => p.glyphs.flatMap((g) => g.confidence ?? []))).toFixed(3)
  const cells = tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)))
  const repaired = cells.filter((c) => c.status === 'repaired').length
  const numbers = pageRanges(read.map((p) => p.number))
  return {
    code: 'ocr-read',
    severity: doubts > 0 ? 'warning' : 'note',
    message: {
      zh: `第${numbers}页由OCR识别，平均置信度${mean}；按勾稽关系更正${repaired}处，需人工核对${doubts}处`,
      en: `pages ${numbers} were read by OCR, mean confidence ${mean}; ${repaired} cells were put right by the sums, ${doubts} should be looked at`,
    },
    page: null,
    bbox: null,
  }
}

function doubtFinding({ table, row, column, cell }: Doubt): Finding {
  const guessed = cell.value !== null && readCell(cell.raw).value !== cell.value
  return {
    code: 'cell-doubtful',
    severity: 'warning',
    message: {
      zh: `${table} ${row} ${column} 识别为“${cell.raw}”，不能确定${guessed ? `；按勾稽关系可能是${cell.value}` : ''}`,
      en: `${table} ${row} ${column} was read as "${cell.raw}", which is not sure (${cell.status})${guessed ? `; by the sums it may be ${cell.value}` : ''}`,
    },
    page: cell.page,
    bbox: cell.bbox,
    table,
    row,
    column,
  }
}
