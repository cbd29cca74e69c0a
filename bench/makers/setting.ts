/** How a program sets the tables of a document: chosen at random, one choice by itself. */
import { Dice } from '../../test/drawn/dice.ts'
import { type NumberStyle, PLAIN } from '../../test/drawn/print.ts'
import type { PrintedCell } from '../printed.ts'

export type Maker = 'chromium' | 'writer'

export interface Setting {
  maker: Maker
  /** Of Chinese letters, and of those of Latin and digits before them. */
  font: string
  latin: string | null
  /** Points. */
  size: number
  /** Times the size; null: as the font has it. */
  leading: number | null
  /** Points, above and beside the text of a cell. */
  padding: readonly [number, number]
  /**
   * `header`: around the header and at the end; `three`: above and below the header, and at the end; `uprights`: between
   * columns alone; `columns`: those within a frame; `body`: those below a header with all borders; `head row`: those, and
   * a line below the header.
   */
  borders: 'all' | 'horizontal' | 'header' | 'three' | 'none' | 'frame' | 'uprights' | 'columns' | 'body' | 'head row'
  /** Points that a row is high at least. */
  height: number | null
  /** Points by which letters of headers and names are set apart. */
  spaced: number
  /** Headers of one column are written downwards. */
  downwards: boolean
  /** The table is cut into several, each of so many rows, a little apart; or its header stands again behind so many. */
  pieces: number | null
  again: number | null
  /** Totals and 类 in bold letters. */
  bold: boolean
  /** Cells share their borders, or are this many points apart, each with its own. */
  apart: number | null
  shade: 'none' | 'header' | 'bands'
  amounts: 'left' | 'center' | 'right'
  names: 'left' | 'center'
  heads: 'left' | 'center' | 'right'
  vertical: 'top' | 'middle' | 'bottom'
  /** Letters by which 款 and 项 are indented, for each level. */
  indent: number
  /** As wide as their texts want them, as the page, or widths of their own, a share of those of the form. */
  widths: 'texts' | 'page' | number
  landscape: boolean
  /** The header stands on every page again. */
  repeat: boolean
  /** Rows may be cut by a page end. */
  cut: boolean
  /** Each table begins a page. */
  pages: boolean
  captions: 'lines' | 'one line' | 'caption' | 'rows'
  prose: boolean
  furniture: 'none' | 'number' | 'all'
  numbers: NumberStyle
}

const FONTS = ['Noto Sans CJK SC', 'Noto Serif CJK SC', 'WenQuanYi Zen Hei', 'WenQuanYi Micro Hei']

/** What may be asked of a setting: a program of one's choice, no borders, rarer habits. */
export interface Wish {
  only?: string | undefined
  unruled: boolean
  rare: boolean
}

export function settingOf(seed: number, { only, unruled, rare }: Wish): Setting {
  const maker: Maker =
    only === 'chromium' || only === 'writer' ? only : new Dice(seed, 'maker').pick<Maker>(['chromium', 'writer'])
  const dice = new Dice(seed, 'setting')
  const some = <T>(usual: T, ...others: T[]) => (dice.chance(0.4) ? usual : dice.pick(others))
  const setting: Setting = {
    maker,
    font: dice.pick(FONTS),
    latin: some<string | null>(null, 'Liberation Serif', 'DejaVu Sans', 'Liberation Sans Narrow'),
    size: some(9, 7, 8, 10.5, 12),
    leading: some<number | null>(null, 1.1, 1.3, 1.6),
    padding: some<Setting['padding']>([2, 3], [0, 2], [0.5, 4], [4, 6], [1, 1.5]),
    borders: dice.pick(['all', 'horizontal', 'header', 'three', 'none', 'none']),
    ...{ height: null, spaced: 0, downwards: false, pieces: null, again: null, bold: false },
    apart: some<number | null>(null, 0, 1.5, 3),
    shade: some<Setting['shade']>('none', 'header', 'bands'),
    amounts: some<Setting['amounts']>('right', 'center', 'left'),
    names: some<Setting['names']>('left', 'center'),
    heads: some<Setting['heads']>('center', 'left', 'right'),
    vertical: some<Setting['vertical']>('middle', 'top', 'bottom'),
    indent: some(0, 1, 2),
    widths: some<Setting['widths']>('page', 'texts', 1, 0.8, 1.2),
    landscape: some(true, false),
    repeat: some(true, false),
    cut: some(false, true),
    pages: some(true, false),
    captions: some<Setting['captions']>('lines', 'one line', 'caption', 'rows'),
    prose: some(false, true),
    furniture: some<Setting['furniture']>('none', 'number', 'all'),
    numbers: {
      ...PLAIN,
      thousands: some<NumberStyle['thousands']>('', ','),
      zero: some<NumberStyle['zero']>('0.00', '0', '—', '-', ''),
      places: some<NumberStyle['places']>('two', 'short'),
    },
  }
  const own = rare ? { ...setting, ...rareHabits(seed) } : setting
  return unruled ? { ...own, borders: 'none' } : own
}

/** Habits that fewer tables have, by dice of their own: a seed is the same but for them. */
function rareHabits(seed: number): Partial<Setting> {
  const dice = new Dice(seed, 'rare')
  return {
    borders: dice.pick(['frame', 'uprights', 'columns', 'body', 'head row', 'all', 'horizontal']),
    height: dice.pick([null, 18, 24, 32]),
    spaced: dice.chance(0.3) ? dice.pick([1, 2, 4]) : 0,
    downwards: dice.chance(0.15),
    bold: dice.chance(0.3),
    ...(dice.chance(0.3)
      ? { pieces: dice.pick([3, 5, 8]), widths: 'page' as const }
      : dice.chance(0.2)
        ? { again: dice.pick([4, 7]) }
        : {}),
  }
}

/** The rows of a body in pieces of so many; all in one where cells reach over several rows. */
export function inPieces<T>(rows: readonly T[], { pieces, again }: Setting, isWhole: boolean): T[][] {
  const most = isWhole ? null : (pieces ?? again)
  if (most === null) return [[...rows]]
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => rows.slice(i * most, (i + 1) * most))
}

/** Points of A4 within its margins. */
export const MARGIN = 40
const A4 = [595, 842] as const

/** Points that a table may be wide. */
export function room({ landscape }: Setting): number {
  return A4[landscape ? 1 : 0] - 2 * MARGIN
}

/** Letters that a name is given at least, and how wide a digit is, in letters. */
const LEAST = 4
const DIGIT = 0.6

/** Points that each column needs so that no amount runs over its edge. */
export function leastWidths(
  cells: readonly PrintedCell[],
  columns: number,
  { size, padding, apart }: Setting,
): number[] {
  const out = Array<number>(columns).fill(2 * size)
  for (const { kind, text, col, cols } of cells)
    if (cols === 1) {
      const letters = kind === 'amount' || kind === 'code' ? DIGIT * text.length : Math.min(LEAST, text.length)
      out[col] = Math.max(out[col]!, letters * size)
    }
  return out.map((w) => w + 2 * padding[1] + (apart ?? 0) + 1)
}

/** The setting in letters small enough for a table of these cells. */
export function fitted(cells: readonly PrintedCell[], columns: number, setting: Setting): Setting {
  const needed = leastWidths(cells, columns, setting).reduce((a, b) => a + b, 0)
  const scale = Math.min(1, room(setting) / needed)
  const [above, beside] = setting.padding
  return scale === 1
    ? setting
    : { ...setting, size: setting.size * scale, padding: [above * scale, beside * scale], widths: 'page' }
}

/** Widths of the columns in points, no wider than the page together. */
export function widthsOf(own: readonly number[], least: readonly number[], setting: Setting): number[] {
  const share = typeof setting.widths === 'number' ? setting.widths : 1
  const wanted = own.map((w, i) => Math.max(least[i]!, (w * share * setting.size) / 9))
  const total = wanted.reduce((a, b) => a + b, 0)
  const needed = least.reduce((a, b) => a + b, 0)
  const most = room(setting)
  if (setting.widths !== 'page' && total <= most) return wanted
  // What is left over beside what must be is shared out as it is wanted.
  const spare = Math.max(0, most - needed) / Math.max(1, total - needed)
  return wanted.map((w, i) => least[i]! + (w - least[i]!) * spare)
}

/**
 * Whether headers are written downwards. Both programs set letters of a font without heights of its own for pillars on
 * top of each other, and Writer sets those upside down that are apart.
 */
export function isDownwards({ downwards, font, maker, spaced }: Setting): boolean {
  return downwards && !font.startsWith('WenQuanYi') && (maker === 'chromium' || spaced === 0)
}
