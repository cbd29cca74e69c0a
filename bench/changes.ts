/**
 * Ways to change the pages of a document that leave what a person reads as it was, or take one thing away:
 * rulings, places of characters, texts around tables, whole pages. Each takes the pages and what was read of them.
 */
import { isWrittenAmount } from '../src/amount.ts'
import { dataFrom } from '../src/grid/data.ts'
import type { Grid, GridCell } from '../src/grid/types.ts'
import { toLines } from '../src/page/lines.ts'
import type { Box, Glyph, Page, Ruling } from '../src/page/types.ts'
import type { Trace } from '../src/understand.ts'

/** 0–1, seeded: the same change in every run. */
type Dice = () => number
export type Change = (pages: readonly Page[], plain: Trace, dice: Dice) => Page[]

/** Points of the rulings that are added. */
const THIN = 0.5
/** Points between the edge of the paper and a frame around all of it. */
const FRAME_EDGES = { 'a frame 3 points from the edge': 3, 'a frame 20 points from the edge': 20 }
/** Points between two places that are one ruling. */
const SAME_RULING = 1

const each =
  (change: (page: Page, dice: Dice) => Page): Change =>
  (pages, _, dice) =>
    pages.map((page) => change(page, dice))
const rulings = (change: (rulings: Ruling[], page: Page, dice: Dice) => Ruling[]) =>
  each((page, dice) => ({ ...page, rulings: change(page.rulings, page, dice) }))
const glyphs = (change: (glyph: Glyph, dice: Dice) => Glyph) =>
  each((page, dice) => ({ ...page, glyphs: page.glyphs.map((glyph) => change(glyph, dice)) }))

const ruling = (axis: 'h' | 'v', at: number, from: number, to: number): Ruling => ({
  axis,
  at,
  from,
  to,
  thickness: THIN,
})
const frame = ({ width, height }: Page, edge: number): Ruling[] => [
  ruling('h', edge, edge, width - edge),
  ruling('h', height - edge, edge, width - edge),
  ruling('v', edge, edge, height - edge),
  ruling('v', width - edge, edge, height - edge),
]
const shifted = ([x0, y0, x1, y1]: Box, dx: number, dy: number): Box => [x0 + dx, y0 + dy, x1 + dx, y1 + dy]
const around0 = (dice: Dice, reach: number) => (dice() * 2 - 1) * reach

/** Leaves out all pieces of the ruling that `choose` takes among the places of one direction. */
const without = (axis: 'h' | 'v', choose: (places: number[], dice: Dice) => number | undefined) =>
  rulings((all, _, dice) => {
    const gone = choose(
      all.filter((r) => r.axis === axis).map((r) => r.at),
      dice,
    )
    return gone === undefined ? all : all.filter((r) => r.axis !== axis || Math.abs(r.at - gone) > SAME_RULING)
  })
const oneOf =
  (share: number) =>
  (places: number[], dice: Dice): number | undefined => {
    const chosen = places[Math.floor(dice() * places.length)]
    return dice() < share ? chosen : undefined
  }

/** Lines of text that `is` takes are gone. */
function withoutLines(pages: readonly Page[], is: (text: string) => boolean): Page[] {
  return pages.map((page) => {
    const gone = new Set(toLines(page.glyphs).flatMap((line) => (is(squeezed(line.text)) ? line.glyphs : [])))
    return { ...page, glyphs: page.glyphs.filter((glyph) => !gone.has(glyph)) }
  })
}
const squeezed = (text: string) => text.replace(/\s+/g, '')
const titles = ({ recognised }: Trace) =>
  new Set(recognised.flatMap(({ section }) => (section.title ? [squeezed(section.title.text)] : [])))

const framedTables =
  (apart: number): Change =>
  (pages, { sheets }) =>
    pages.map((page) => {
      const grids = sheets.find((sheet) => sheet.page === page.number)?.grids ?? []
      const frames = grids.flatMap(({ box: [x0, y0, x1, y1] }) => [
        ruling('h', y0 - apart, x0 - apart, x1 + apart),
        ruling('h', y1 + apart, x0 - apart, x1 + apart),
        ruling('v', x0 - apart, y0 - apart, y1 + apart),
        ruling('v', x1 + apart, y0 - apart, y1 + apart),
      ])
      return { ...page, rulings: [...page.rulings, ...frames] }
    })

/** Short strokes strewn over the page, as dust and slips of the pen that a program traced. */
const strokes = (how: number, long: number) =>
  rulings((all, { width, height }, dice) => [
    ...all,
    ...Array.from({ length: how }, () => {
      const [x, y] = [dice() * width, dice() * height]
      return dice() < 0.5 ? ruling('h', y, x, x + long) : ruling('v', x, y, y + long)
    }),
  ])

/** Points between two characters that are not of one word. */
const WORD_GAP = 3

/** Runs of characters without a gap. */
function words(page: Page): Glyph[][] {
  const runs: Glyph[][] = []
  for (const line of toLines(page.glyphs))
    for (const glyph of [...line.glyphs].sort((a, b) => a.box[0] - b.box[0])) {
      const run = runs.at(-1)
      const last = run?.at(-1)
      const goesOn = last && Math.abs(last.box[3] - glyph.box[3]) < 1 && Math.abs(glyph.box[0] - last.box[2]) < WORD_GAP
      if (goesOn) run!.push(glyph)
      else runs.push([glyph])
    }
  return runs
}

/** A share of the words of some length are underlined. */
const underlined = (share: number) =>
  rulings((all, page, dice) => [
    ...all,
    ...words(page).flatMap((word) =>
      word.length > 3 && dice() < share
        ? [ruling('h', word[0]!.box[3] + 0.5, word[0]!.box[0], word.at(-1)!.box[2])]
        : [],
    ),
  ])

/** Takes what is printed in one cell out of each table, among those that `is` takes. */
const cellLost =
  (is: (cell: GridCell, grid: Grid) => boolean): Change =>
  (pages, { sheets }, dice) =>
    pages.map((page) => {
      const grids = sheets.find((sheet) => sheet.page === page.number)?.grids ?? []
      const gone = new Set(
        grids.flatMap((grid) => {
          const cells = grid.cells.filter((cell) => cell.glyphs.length > 0 && is(cell, grid))
          return cells[Math.floor(dice() * cells.length)]?.glyphs.map(placeOf) ?? []
        }),
      )
      return { ...page, glyphs: page.glyphs.filter((glyph) => !gone.has(placeOf(glyph))) }
    })
const placeOf = ({ text, box }: Glyph) => `${text} ${box.join(' ')}`
const isData = (cell: GridCell, grid: Grid) => cell.row >= (dataFrom(grid) ?? 0)

const OTHER_WIDTH: Record<string, string> = { '(': '（', ')': '）', '（': '(', '）': ')' }
const moved = (page: Page, number: number): Page => ({ ...page, number })

export const CHANGES: Record<string, Change> = {
  ...Object.fromEntries(
    Object.entries(FRAME_EDGES).map(([name, edge]) => [name, rulings((all, page) => [...all, ...frame(page, edge)])]),
  ),
  ...Object.fromEntries(
    [2, 5, 12].map((apart) => [`a frame ${apart} points around each table`, framedTables(apart)] as const),
  ),
  'lines above and below the page': rulings((all, { width, height }) => [
    ...all,
    ruling('h', 12, 30, width - 30),
    ruling('h', height - 12, 30, width - 30),
  ]),
  'rulings doubled': rulings((all) => all.flatMap((r) => [r, { ...r, at: r.at + 1.5 }])),
  'rulings shaken': rulings((all, _, dice) =>
    all.map((r) => ({
      ...r,
      at: r.at + around0(dice, 0.4),
      from: r.from + around0(dice, 1),
      to: r.to + around0(dice, 1),
    })),
  ),
  '2 % of the pieces of rulings missing': rulings((all, _, dice) => all.filter(() => dice() > 0.02)),
  'a ruling between columns missing': without('v', oneOf(0.3)),
  'a ruling between rows missing': without('h', oneOf(0.5)),
  'no ruling at the top': without('h', (places) => (places.length ? Math.min(...places) : undefined)),
  'no ruling at the bottom': without('h', (places) => (places.length ? Math.max(...places) : undefined)),
  'no ruling at the left': without('v', (places) => (places.length ? Math.min(...places) : undefined)),
  'no ruling at the right': without('v', (places) => (places.length ? Math.max(...places) : undefined)),
  'upright rulings 2 points to the right': rulings((all) =>
    all.map((r) => (r.axis === 'v' ? { ...r, at: r.at + 2 } : r)),
  ),
  'level rulings 2 points lower': rulings((all) => all.map((r) => (r.axis === 'h' ? { ...r, at: r.at + 2 } : r))),
  'fifteen strokes on each page': strokes(15, 8),
  'a line down the page': rulings((all, { width, height }, dice) => [
    ...all,
    ruling('v', (0.2 + 0.6 * dice()) * width, 0, height),
  ]),
  'a line across the page': rulings((all, { width, height }, dice) => [
    ...all,
    ruling('h', (0.3 + 0.5 * dice()) * height, 0, width),
  ]),
  'underlined texts': underlined(0.2),
  'characters struck through': rulings((all, page, dice) => [
    ...all,
    ...page.glyphs.flatMap(({ box: [x0, y0, x1, y1] }) => (dice() < 0.01 ? [ruling('h', (y0 + y1) / 2, x0, x1)] : [])),
  ]),
  'characters shaken': glyphs((g, dice) => ({ ...g, box: shifted(g.box, around0(dice, 0.3), around0(dice, 0.3)) })),
  'characters wider': glyphs((g) => {
    const [x0, y0, x1, y1] = g.box
    return { ...g, box: [x0, y0, x1 + 0.12 * (x1 - x0), y1] }
  }),
  'characters smaller': glyphs((g) => {
    const [x0, y0, x1, y1] = g.box
    const less = 0.1 * (y1 - y0)
    return { ...g, size: g.size * 0.8, box: [x0, y0 + less, x1, y1 - less] }
  }),
  'characters beside their place': glyphs((g) => ({ ...g, box: shifted(g.box, 2, 1.5) })),
  'characters in any order': each((page, dice) => ({
    ...page,
    glyphs: page.glyphs
      .map((glyph) => ({ glyph, place: dice() }))
      .sort((a, b) => a.place - b.place)
      .map(({ glyph }) => glyph),
  })),
  'full-width digits': glyphs((g) => ({
    ...g,
    text: g.text.replace(/[\d,.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  })),
  'blanks between characters': glyphs((g, dice) =>
    /\p{Script=Han}/u.test(g.text) && dice() < 0.3 ? { ...g, text: `${g.text} ` } : g,
  ),
  'no separators of thousands': each((page) => {
    const isDigit = (glyph: Glyph | undefined) => /^\d$/.test(glyph?.text ?? '')
    const isSeparator = (glyph: Glyph, i: number) => /^[,，]$/.test(glyph.text) && isDigit(page.glyphs[i + 1])
    return { ...page, glyphs: page.glyphs.filter((glyph, i) => !isSeparator(glyph, i)) }
  }),
  'brackets of the other width': glyphs((g) => ({ ...g, text: g.text.replace(/[()（）]/g, (c) => OTHER_WIDTH[c]!) })),
  'pages changed places': (pages, _, dice) => {
    const out = [...pages]
    for (let i = 0; i + 1 < out.length; i += 2)
      if (dice() < 0.1) [out[i], out[i + 1]] = [moved(out[i + 1]!, i + 1), moved(out[i]!, i + 2)]
    return out
  },
  'every fifth page lost': (pages) => pages.filter((page) => page.number % 5 !== 0),
  'a header lost in each table': cellLost((cell, grid) => !isData(cell, grid) && cell.row > 0),
  'a name lost in each table': cellLost((cell, grid) => isData(cell, grid) && /\p{Script=Han}/u.test(cell.text)),
  'a code lost in each table': cellLost((cell, grid) => isData(cell, grid) && /^\d{3}(\d\d){0,2}$/.test(cell.text)),
  'an amount lost in each table': cellLost((cell) => isWrittenAmount(cell.text)),
  'titles lost': (pages, plain) => withoutLines(pages, (text) => titles(plain).has(text)),
  'numbers of tables lost': (pages) =>
    withoutLines(pages, (text) => /^(公开|表|附表|财决公开|预算)?\d{1,2}表?$/.test(text)),
  'units lost': (pages) => withoutLines(pages, (text) => /单位[:：](万|百万|亿)?元/.test(text) && text.length < 60),
  'all texts above tables lost': (pages, plain) => {
    const captions = plain.recognised.flatMap(({ section }) => section.captions.map((c) => squeezed(c.text)))
    const gone = new Set(captions)
    return withoutLines(pages, (text) => gone.has(text))
  },
}
