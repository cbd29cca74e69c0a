/** What stands above a table: its title, number, entity, year and unit. */
import type { Flow } from './flow.ts'
import { widthOf } from './font.ts'
import type { Look } from './look.ts'
import type { Table } from './table.ts'

/** Draws the captions; returns those that the look prints as rows of the table. */
export function drawCaptions(flow: Flow, table: Table, look: Look, xs: readonly number[]): string[] {
  const [left, right] = [xs[0]!, xs.at(-1)!]
  const middle = (left + right) / 2
  const unit = `${look.unitWords}${table.unit}`
  const number = table.number ?? ''
  const entity = look.entityWords === null ? '' : `${look.entityWords}${table.entity}`
  let title = table.title
  if (look.unitAt === 'title') title += `（${unit}）`
  if (look.numberAt === 'before title' && number !== '') title = `${number} ${title}`
  const titles = look.titleLines === 2 ? halves(title) : [title]
  if (look.inside) {
    const rows = [...titles, `${entity}　${unit}`]
    if (look.numberAt === 'above left' || look.numberAt === 'above right') rows.unshift(number)
    return rows.filter((r) => r !== '')
  }
  const { size } = look
  const row = (height: number, draw: (y: number) => void) => {
    if (flow.room < height + 60) flow.turnPage()
    draw(flow.y + height / 2)
    flow.y += height
  }
  if (number !== '' && look.numberAt === 'above left') row(size * 1.8, (y) => flow.line(number, left, y, size, 'left'))
  if (number !== '' && look.numberAt === 'above right')
    row(size * 1.8, (y) => flow.line(number, right, y, size, 'right'))
  // No program parts the lines of a title by a page end.
  if (flow.room < titles.length * look.titleSize * 1.7 + 60) flow.turnPage()
  for (const line of titles) {
    // A title is set as large as its page allows.
    const fitting = Math.min(look.titleSize, (flow.right - flow.left) / widthOf(line, 1))
    row(fitting * 1.7, (y) => flow.line(line, middle, y, fitting, 'center'))
  }
  if (look.unitAt === 'below title') row(size * 1.8, (y) => flow.line(`（${unit}）`, middle, y, size, 'center'))
  const texts = { left: entity, right: look.unitAt === 'right' ? unit : '' }
  if (look.unitAt === 'left') texts.left = texts.left === '' ? unit : `${texts.left}　　${unit}`
  if (look.unitAt === 'with entity') texts.left = `${texts.left}　　${unit}`
  if (look.numberAt === 'with entity') texts.right = `${number}　　${texts.right}`
  if (texts.left !== '' || texts.right.trim() !== '')
    row(size * 2, (y) => {
      flow.line(texts.left, left, y, size, 'left')
      flow.line(texts.right, right, y, size, 'right')
    })
  return []
}

function halves(title: string): string[] {
  const at = Math.ceil(title.length / 2)
  return [title.slice(0, at), title.slice(at)]
}
