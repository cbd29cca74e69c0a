/** Draws what the engine saw over a page. The colours are explained in docs/debugging.md. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { loadCanvas } from '../page/pdf/pdfjs.ts'
import type { Box } from '../page/types.ts'
import type { Look, LookTable } from './look.ts'

const COLOUR = {
  ruling: 'rgba(230, 120, 0, 0.9)',
  word: 'rgba(0, 150, 60, 0.6)',
  grid: 'rgba(40, 90, 220, 0.7)',
  header: 'rgba(40, 90, 220, 0.12)',
  unclaimed: 'rgba(120, 120, 120, 0.25)',
  paper: 'rgba(255, 255, 255, 0.8)',
  role: 'rgba(90, 90, 90, 0.9)',
  label: 'rgba(190, 0, 60, 0.95)',
  certain: 'rgba(0, 170, 80, 0.15)',
  doubtful: 'rgba(230, 0, 0, 0.3)',
} as const

/** Sizes of what is written into the picture, points of the page. */
const NAME = 4.5
const SMALLEST_NAME = 2.2
const TITLE = 8

const FONT = 'juesuan-inspect'

export async function drawOverlay(canvas: Canvas, found: Look, scale: number): Promise<void> {
  await loadFont()
  const to = canvas.getContext('2d')
  to.scale(scale, scale)
  for (const boxes of found.others) for (const box of boxes) fill(to, box, COLOUR.unclaimed)
  for (const r of found.page.rulings) {
    const box: Box = r.axis === 'h' ? [r.from, r.at, r.to, r.at] : [r.at, r.from, r.at, r.to]
    segment(to, box, COLOUR.ruling, Math.max(0.8, r.thickness))
  }
  for (const box of found.words) outline(to, box, COLOUR.word, 0.4)
  for (const table of found.tables) drawTable(to, table)
}

function drawTable(to: SKRSContext2D, { id, cells, typed }: LookTable): void {
  for (const { box, role, isHeader } of cells) {
    if (isHeader) fill(to, box, COLOUR.header)
    outline(to, box, COLOUR.grid, 0.6)
    const isValue = typed.some((t) => inside(t.cell.bbox, box))
    if (!isHeader && !isValue && role) write(to, role, box, COLOUR.role)
  }
  for (const { cell, column, rowNumber } of typed) {
    const box = cells.find((c) => inside(cell.bbox, c.box))?.box ?? cell.bbox
    const certain = cell.status === 'read' || cell.status === 'proved'
    fill(to, box, certain ? COLOUR.certain : COLOUR.doubtful)
    write(to, `${rowNumber} ${column}`, box, COLOUR.label)
  }
  const first = cells[0]
  if (!first) return
  const left = Math.min(...cells.map((c) => c.box[0]))
  const top = Math.min(...cells.map((c) => c.box[1]))
  to.font = `${TITLE}px ${FONT}`
  fill(to, [left, top - TITLE - 2, left + to.measureText(id).width, top], COLOUR.paper)
  to.fillStyle = COLOUR.label
  to.fillText(id, left, top - 2)
}

/** Whether the middle of a box lies in another. */
function inside(inner: Box, outer: Box): boolean {
  const x = (inner[0] + inner[2]) / 2
  const y = (inner[1] + inner[3]) / 2
  return x >= outer[0] && x <= outer[2] && y >= outer[1] && y <= outer[3]
}

/** Writes a name at the bottom left of a box, smaller or cut where the box is narrow. */
function write(to: SKRSContext2D, text: string, [x0, , x1, y1]: Box, colour: string): void {
  const room = x1 - x0 - 1
  to.font = `${NAME}px ${FONT}`
  const size = Math.max(SMALLEST_NAME, Math.min(NAME, (NAME * room) / Math.max(1, to.measureText(text).width)))
  to.font = `${size}px ${FONT}`
  let shown = text
  while (shown.length > 1 && to.measureText(shown).width > room) shown = shown.slice(0, -1)
  to.fillStyle = colour
  to.fillText(shown, x0 + 0.6, y1 - 1)
}

function fill(to: SKRSContext2D, [x0, y0, x1, y1]: Box, colour: string): void {
  to.fillStyle = colour
  to.fillRect(x0, y0, x1 - x0, y1 - y0)
}

function outline(to: SKRSContext2D, [x0, y0, x1, y1]: Box, colour: string, thickness: number): void {
  to.strokeStyle = colour
  to.lineWidth = thickness
  to.strokeRect(x0, y0, x1 - x0, y1 - y0)
}

function segment(to: SKRSContext2D, [x0, y0, x1, y1]: Box, colour: string, thickness: number): void {
  to.strokeStyle = colour
  to.lineWidth = thickness
  to.beginPath()
  to.moveTo(x0, y0)
  to.lineTo(x1, y1)
  to.stroke()
}

/** A machine may have no fonts at all: pdfjs brings one, and the names are plain Latin letters. */
async function loadFont(): Promise<void> {
  const { GlobalFonts } = await loadCanvas()
  if (GlobalFonts.has(FONT)) return
  const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  GlobalFonts.registerFromPath(join(pdfjs, 'standard_fonts', 'LiberationSans-Regular.ttf'), FONT)
}
